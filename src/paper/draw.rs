//! Pages as a PDF that a screen reader can read (PDF/UA-1): marks with their places in the tree, headers and page numbers as what
//! they are, bookmarks, language and title. The library refuses to finish a document that is not.

use jiff::civil::Date;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::{Document, SerializeSettings};

use super::Failure;
use super::page::Placed;
use super::row::{Mark, Row};
use super::tags::Tree;
use super::text::{Line, Typesetter};

/// How thick a line between the rows of a table is, in points.
const RULE: f32 = 0.5;

/// A sheet: what stands above, between and below the margins.
pub(super) struct Sheet {
    /// Width and height, and the margin on all four sides.
    pub size: [f32; 2],
    pub margin: f32,
    /// Where the first row begins, from the top of the sheet.
    pub top: f32,
    /// From the top of the sheet.
    pub head: Option<Row>,
    pub rows: Vec<Placed>,
    /// Above the lower edge.
    pub foot: Option<Row>,
    /// The bookmark of the part that begins here.
    pub begins: Option<String>,
}

/// What a document says of itself.
pub(super) struct About {
    pub title: String,
    pub language: String,
    pub right_to_left: bool,
    pub made: Date,
}

/// The document as a file.
pub(super) fn pdf(sheets: &[Sheet], mut tree: Tree, set: &Typesetter, about: About) -> Result<Vec<u8>, Failure> {
    let unfinished = |why: &dyn std::fmt::Debug| Failure::Unfinished(format!("{why:?}"));
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().map_err(|why| unfinished(&why))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut bookmarks = Bookmarks::default();
    for (number, sheet) in sheets.iter().enumerate() {
        let [width, height] = sheet.size;
        let size = PageSettings::from_wh(width, height).ok_or_else(|| Failure::Unfinished("no size of page".to_owned()))?;
        let mut page = document.start_page_with(size);
        Pen { surface: page.surface(), set, number, margin: sheet.margin, tree: &mut tree }.sheet(sheet);
        bookmarks.take(sheet, number);
    }
    document.set_outline(bookmarks.outline());
    document.set_tag_tree(tree.finish(&about.language));
    document.set_metadata(metadata(about));
    document.finish().map_err(|why| unfinished(&why))
}

fn metadata(about: About) -> Metadata {
    let number = |part: i8| u8::try_from(part).unwrap_or(1);
    let made = DateTime::new(u16::try_from(about.made.year()).unwrap_or_default());
    let direction = if about.right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(about.title)
        .language(about.language)
        .creator("Saywell".to_owned())
        .creation_date(made.month(number(about.made.month())).day(number(about.made.day())))
        .text_direction(direction)
}

/// Draws on one page.
struct Pen<'a, 'b> {
    surface: Surface<'a>,
    set: &'b Typesetter,
    number: usize,
    margin: f32,
    tree: &'b mut Tree,
}

impl Pen<'_, '_> {
    fn sheet(mut self, sheet: &Sheet) {
        self.ornament(sheet.head.as_ref(), sheet.margin * 0.6, ArtifactType::Header);
        for placed in &sheet.rows {
            self.row(&placed.row, sheet.top + placed.y);
        }
        let [_, height] = sheet.size;
        self.ornament(sheet.foot.as_ref(), height - sheet.margin, ArtifactType::Footer);
        self.surface.finish();
    }

    /// What is on every page and no part of what is read.
    fn ornament(&mut self, row: Option<&Row>, y: f32, kind: ArtifactType) {
        for mark in row.into_iter().flat_map(|row| &row.spans).flat_map(|span| &span.marks) {
            self.surface.start_tagged(ContentTag::Artifact(Artifact::new(kind, None)));
            self.mark(mark, y);
            self.surface.end_tagged();
        }
    }

    fn row(&mut self, row: &Row, y: f32) {
        for span in row.spans.iter().filter(|span| !span.marks.is_empty()) {
            let Some(place) = span.place else {
                self.surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::Layout, None)));
                span.marks.iter().for_each(|mark| self.mark(mark, y));
                self.surface.end_tagged();
                continue;
            };
            let marks = self.surface.start_tagged(ContentTag::Other);
            span.marks.iter().for_each(|mark| self.mark(mark, y));
            self.surface.end_tagged();
            self.tree.mark(place, marks);
            let edges = span.marks.iter().filter_map(Mark::bounds).reduce(|[x, y, w, h], [x2, y2, w2, h2]| {
                let (left, top) = (x.min(x2), y.min(y2));
                [left, top, (x + w).max(x2 + w2) - left, (y + h).max(y2 + h2) - top]
            });
            if let Some([left, top, width, height]) = edges {
                self.tree.bound(place, self.number, Rect::from_xywh(self.margin + left, y + top, width, height));
            }
        }
    }

    fn mark(&mut self, mark: &Mark, top: f32) {
        match mark {
            Mark::Words { x, y, line } => self.line(line, self.margin + x, top + y),
            Mark::Frame { x, y, width, height } => {
                let frame = Rect::from_xywh(self.margin + x, top + y, *width, *height);
                self.paint(frame.into_iter(), None, Some(Stroke { width: 1.0, ..Stroke::default() }));
            }
            Mark::Rule { x, y, width } => {
                let line = Rect::from_xywh(self.margin + x, top + y, *width, RULE);
                self.paint(line.into_iter(), Some(Fill::default()), None);
            }
            Mark::Chart { x, y, times, drawing } => {
                for (path, fill, stroke) in drawing.placed((self.margin + x, top + y), *times) {
                    self.surface.set_fill(fill);
                    self.surface.set_stroke(stroke);
                    self.surface.draw_path(&path);
                }
            }
            Mark::Square { x, y, side, modules, bars } => {
                let module = side / points(*modules);
                let (left, above) = (self.margin + x, top + y);
                let bar = |(column, row, dark): &(usize, usize, usize)| {
                    Rect::from_xywh(left + points(*column) * module, above + points(*row) * module, points(*dark) * module, module)
                };
                self.paint(bars.iter().filter_map(bar), Some(Fill::default()), None);
            }
        }
    }

    fn line(&mut self, line: &Line, x: f32, y: f32) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill::default()));
        let font = if line.look.bold { &self.set.bold } else { &self.set.regular };
        for run in &line.runs {
            let start = Point::from_xy(x + run.x, y + line.baseline);
            self.surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.text, line.look.size, false);
        }
    }

    fn paint(&mut self, shapes: impl Iterator<Item = Rect>, fill: Option<Fill>, stroke: Option<Stroke>) {
        let Some(path) = path(shapes) else { return };
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(&path);
    }
}

fn path(shapes: impl Iterator<Item = Rect>) -> Option<Path> {
    let mut path = PathBuilder::new();
    shapes.for_each(|shape| path.push_rect(shape));
    path.finish()
}

/// A number of modules as a length.
fn points(modules: usize) -> f32 {
    u16::try_from(modules).map_or(0.0, f32::from)
}

/// Bookmarks: each inside the last one of a lower level.
#[derive(Default)]
struct Bookmarks(Vec<Bookmark>);

struct Bookmark {
    level: u16,
    words: String,
    page: usize,
    y: f32,
}

impl Bookmarks {
    fn take(&mut self, sheet: &Sheet, page: usize) {
        let begins = sheet.begins.iter().map(|words| Bookmark { level: 0, words: words.clone(), page, y: 0.0 });
        let headings = sheet.rows.iter().filter_map(|placed| {
            let (level, words) = placed.row.bookmark.clone()?;
            Some(Bookmark { level, words, page, y: sheet.top + placed.y })
        });
        self.0.extend(begins.chain(headings));
    }

    fn outline(self) -> Outline {
        let mut outline = Outline::new();
        let mut all = self.0.into_iter().peekable();
        while let Some(node) = node(&mut all) {
            outline.push_child(node);
        }
        outline
    }
}

fn node(all: &mut std::iter::Peekable<std::vec::IntoIter<Bookmark>>) -> Option<OutlineNode> {
    let Bookmark { level, words, page, y } = all.next()?;
    let mut own = OutlineNode::new(words, XyzDestination::new(page, Point::from_xy(0.0, y)));
    while all.peek().is_some_and(|next| next.level > level) {
        if let Some(inner) = node(all) {
            own.push_child(inner);
        }
    }
    Some(own)
}
