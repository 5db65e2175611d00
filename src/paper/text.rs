//! Words in lines: which letters there are, how they are shaped, where lines break and from which side they are read. It knows
//! nothing of pages. A letter that no typeface has is replaced, because a document with a hole in it is refused as inaccessible.

use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, CharmapIndex, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontWeight, LayoutContext, LineHeight, OverflowWrap, PositionedLayoutItem,
    StyleProperty,
};

use super::Failure;

const REGULAR: &[u8] = include_bytes!(concat!(env!("SAYWELL_ASSETS_DIR"), "/fonts/regular.ttf"));
const BOLD: &[u8] = include_bytes!(concat!(env!("SAYWELL_ASSETS_DIR"), "/fonts/bold.ttf"));

/// The typefaces that are built in, regular and bold: charts made into pictures are set in them too.
pub const FACES: [&[u8]; 2] = [REGULAR, BOLD];

/// What the two typefaces are called here, whatever their files say.
const FAMILY: &str = "paper";

/// Lines stand this many times their size apart.
const LEADING: f32 = 1.3;

/// Stands for a letter that no typeface has.
const UNKNOWN: char = '\u{fffd}';

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// In points.
    pub size: f32,
    pub bold: bool,
}

/// One line of words, in points.
pub(super) struct Line {
    pub height: f32,
    /// From the top of the line.
    pub baseline: f32,
    pub look: Look,
    pub runs: Vec<Run>,
}

/// Letters of one direction, beside one another.
pub(super) struct Run {
    /// From the start of the line.
    pub x: f32,
    pub glyphs: Vec<KrillaGlyph>,
    pub text: Arc<str>,
}

/// Sets words in lines.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// Where each typeface lists its letters.
    letters: Vec<(CharmapIndex, &'static [u8])>,
    pub regular: Font,
    pub bold: Font,
}

impl Typesetter {
    /// With the typefaces that are built in.
    pub fn new() -> Result<Self, Failure> {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut letters = Vec::new();
        for (file, weight) in [(REGULAR, FontWeight::NORMAL), (BOLD, FontWeight::BOLD)] {
            let named = FontInfoOverride { family_name: Some(FAMILY), weight: Some(weight), ..FontInfoOverride::default() };
            let found = collection.register_fonts(Blob::new(Arc::new(file)), Some(named));
            letters.extend(found.iter().flat_map(|(_, faces)| faces).map(|face| (face.charmap_index(), file)));
        }
        let face =
            |file: &'static [u8]| Font::new(file.into(), 0).ok_or_else(|| Failure::Unfinished("a typeface cannot be read".to_owned()));
        Ok(Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            letters,
            regular: face(REGULAR)?,
            bold: face(BOLD)?,
        })
    }

    /// True where both typefaces have the letter.
    pub fn has(&self, letter: char) -> bool {
        let glyph = |(index, file): &(CharmapIndex, &'static [u8])| index.charmap(file).and_then(|map| map.map(letter));
        self.letters.iter().all(|face| glyph(face).is_some_and(|id| id != 0))
    }

    /// The words in lines that are no wider than `width`. What stands on lines of its own stays there.
    pub fn lines(&mut self, words: &str, look: Look, width: f32) -> Vec<Line> {
        let paragraphs: Vec<String> = words.lines().map(|line| self.printable(line)).filter(|line| !line.trim().is_empty()).collect();
        paragraphs.into_iter().flat_map(|paragraph| self.paragraph(&paragraph, look, width)).collect()
    }

    /// The widest that these words get when they stand on one line.
    pub fn width(&mut self, words: &str, look: Look) -> f32 {
        let text = self.printable(words);
        let mut layout = self.built(&text, look);
        layout.break_all_lines(None);
        layout.width()
    }

    fn printable(&self, line: &str) -> String {
        let shown = |c: char| match c {
            '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{feff}' | '\u{fffe}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' => None,
            c if c.is_control() => None,
            c if self.has(c) => Some(c),
            _ => Some(UNKNOWN),
        };
        line.chars().filter_map(shown).collect()
    }

    fn built(&mut self, text: &str, look: Look) -> parley::Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::FontWeight(if look.bold { FontWeight::BOLD } else { FontWeight::NORMAL }));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(LEADING)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.build(text)
    }

    fn paragraph(&mut self, text: &str, look: Look, width: f32) -> Vec<Line> {
        let mut layout = self.built(text, look);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        let text: Arc<str> = text.into();
        let mut top = 0.0;
        let mut lines = Vec::new();
        for line in layout.lines() {
            let height = line.metrics().line_height;
            let runs = line.items().filter_map(|item| run(&item, &text)).collect();
            lines.push(Line { height, baseline: line.metrics().baseline - top, look, runs });
            top += height;
        }
        lines
    }
}

fn run(item: &PositionedLayoutItem<'_, ()>, text: &Arc<str>) -> Option<Run> {
    let PositionedLayoutItem::GlyphRun(placed) = item else { return None };
    let (run, size) = (placed.run(), placed.run().font_size());
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        // The letters that a ligature took in belong to it.
        if cluster.is_ligature_continuation() {
            if let Some(last) = glyphs.last_mut() {
                last.text_range.end = last.text_range.end.max(cluster.text_range().end);
                last.text_range.start = last.text_range.start.min(cluster.text_range().start);
            }
            continue;
        }
        glyphs.extend(cluster.glyphs().map(|glyph| {
            let id = GlyphId::new(glyph.id);
            KrillaGlyph::new(id, glyph.advance / size, glyph.x / size, glyph.y / size, 0.0, cluster.text_range(), None)
        }));
    }
    Some(Run { x: placed.offset(), glyphs, text: Arc::clone(text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Look = Look { size: 12.0, bold: false };

    #[test]
    fn a_word_that_is_too_long_for_a_line_is_broken() {
        let mut typesetter = Typesetter::new().unwrap();
        let lines = typesetter.lines(&"Donaudampfschifffahrt".repeat(20), PLAIN, 200.0);
        assert!(lines.len() > 10, "{}", lines.len());
    }

    #[test]
    fn letters_of_many_alphabets_are_there() {
        let typesetter = Typesetter::new().unwrap();
        let missing: String =
            "Zażółć gęślą jaźń, щука, Ελλάδα, ŵŷ, شكرا, շնորհակալ, €•“”—…½×≥".chars().filter(|c| !typesetter.has(*c)).collect();
        assert_eq!(missing, "");
        assert!(!typesetter.has('調'));
    }

    #[test]
    fn a_letter_that_is_not_there_is_marked_and_does_not_vanish() {
        let mut typesetter = Typesetter::new().unwrap();
        let lines = typesetter.lines("調 a\u{feff}b", PLAIN, 200.0);
        let run = lines.first().and_then(|line| line.runs.first()).unwrap();
        assert_eq!(&*run.text, "\u{fffd} ab");
        assert!(run.glyphs.iter().all(|glyph| glyph.glyph_id != GlyphId::new(0)));
    }
}
