//! A map of places as tiles of one size, laid out as the caller's rows and columns say. How high a value is shows in the shade of a
//! tile and, without colour, in how many of the steps at its foot are filled; a withheld tile is hatched and has no steps. Refuses
//! to choose the classes.

use super::file::{Caption, Chart};
use super::key;
use super::plot::{drawable, rank};
use super::sheet::{Anchor, Sheet};
use super::text;

/// The most classes that can be told apart.
pub const CLASSES: usize = 6;

/// One place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// At most three letters that stand for the name, also in the table beside the map.
    pub code: String,
    pub name: String,
    /// Counted from the top, from nought.
    pub row: u16,
    /// Counted from the left, from nought.
    pub column: u16,
    /// The value. None where it is withheld.
    pub value: Option<f64>,
    /// Whether it is the one that was chosen.
    pub selected: bool,
}

/// The words of a tile map.
#[derive(Debug, Clone, Copy)]
pub struct TileWords<'a> {
    /// What each class is, the lowest first: one more than there are breaks.
    pub classes: &'a [String],
    /// Why a value is missing.
    pub withheld: &'a str,
}

/// A tile map.
#[derive(Clone, Copy)]
pub struct TileMap<'a> {
    pub caption: Caption<'a>,
    pub tiles: &'a [Tile],
    /// Where classes begin, ascending: a value is in the class above a break when it is at least as large. At most five count.
    pub breaks: &'a [f64],
    pub words: TileWords<'a>,
    /// Writes a value with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
}

/// What lies between two tiles.
const GAP: f64 = 4.0;

/// How far apart lines of words are, in sizes of letters.
const LINE: f64 = 1.2;

/// What the tiles of a map say.
#[derive(Debug, Clone, Copy)]
struct Written {
    /// Names, or else codes.
    names: bool,
    /// Values, or else only their classes.
    figures: bool,
}

/// How high the steps at the foot are, and how far from the edge.
const STEP: f64 = 6.0;
const INSET: f64 = 5.0;

impl Chart for TileMap<'_> {
    fn caption(&self) -> Caption<'_> {
        self.caption
    }

    fn draw(&self, sheet: &mut Sheet) -> bool {
        let columns = self.tiles.iter().map(|tile| usize::from(tile.column) + 1).max().unwrap_or(0);
        let rows = self.tiles.iter().map(|tile| usize::from(tile.row) + 1).max().unwrap_or(0);
        if self.tiles.is_empty() {
            return false;
        }
        let most = if sheet.is_wide() { 160.0 } else { 84.0 };
        let pitch = ((sheet.right() - 4.0) / rank(columns)).min(most + GAP);
        let size = (pitch - GAP).max(1.0);
        // A tile is as high as it is wide, but never so low that its two lines do not fit.
        let high = size.min(if sheet.is_wide() { 84.0 } else { 72.0 }).max(3.0 * sheet.text());
        let written = self.written(sheet, (size, high));
        for tile in self.tiles {
            let corner = (2.0 + rank(tile.column.into()) * pitch, 2.0 + rank(tile.row.into()) * (high + GAP));
            self.tile(sheet, (tile, written), corner, (size, high));
        }
        // The chosen one last, so that its border lies over its neighbours.
        for tile in self.tiles.iter().filter(|tile| tile.selected) {
            let corner = (2.0 + rank(tile.column.into()) * pitch, 2.0 + rank(tile.row.into()) * (high + GAP));
            sheet.block("chart-chosen-within", (corner.0 + 3.0, corner.1 + 3.0), (size - 6.0, high - 6.0));
            sheet.block("chart-chosen", corner, (size, high));
        }
        self.classes(sheet, 8.0 + rank(rows) * (high + GAP));
        true
    }
}

impl TileMap<'_> {
    /// The breaks that count.
    fn steps(&self) -> &[f64] {
        self.breaks.get(..CLASSES - 1).unwrap_or(self.breaks)
    }

    /// The class of a value, from nought.
    fn class(&self, value: f64) -> usize {
        self.steps().iter().filter(|step| value >= **step).count()
    }

    /// What there is room for in every tile alike: a map with a name here and a code there would be read as two kinds of place.
    fn written(&self, sheet: &Sheet, (size, high): (f64, f64)) -> Written {
        let figures = self.tiles.iter().filter_map(|tile| tile.value.and_then(drawable)).map(|value| (self.number)(value));
        let figures = figures.map(|words| sheet.bold(&words)).fold(0.0, f64::max) <= size - 6.0;
        let room = high - STEP - INSET - 4.0 - if figures { LINE * sheet.text() } else { 0.0 };
        let fits = |tile: &Tile| {
            let lines = text::wrapped(&tile.name, sheet.text(), size - 6.0);
            let whole = tile.name.split_whitespace().all(|word| sheet.wide(word) <= size - 6.0);
            !tile.name.is_empty() && whole && rank(lines.len()) * LINE * sheet.text() <= room
        };
        Written { names: self.tiles.iter().all(fits), figures }
    }

    fn tile(&self, sheet: &mut Sheet, (tile, written): (&Tile, Written), corner: (f64, f64), (size, high): (f64, f64)) {
        let value = tile.value.and_then(drawable);
        let mut lines = if written.names { text::wrapped(&tile.name, sheet.text(), size - 6.0) } else { vec![tile.code.clone()] };
        let named = lines.len();
        let shade = match value {
            Some(value) => {
                self.filled(sheet, self.class(value), corner, (size, high));
                lines.extend(written.figures.then(|| (self.number)(value)));
                shade(self.class(value), self.steps().len())
            }
            None => hatched(sheet, corner, (size, high)),
        };
        let (middle, line) = (corner.0 + size / 2.0, LINE * sheet.text());
        let foot = if value.is_some() { STEP + INSET } else { 0.0 };
        let first = corner.1 + (high - foot) / 2.0 - line * (rank(lines.len()) - 1.0) / 2.0 + 1.0;
        if value.is_none() {
            let half = lines.iter().map(|words| sheet.wide(words)).fold(0.0, f64::max).min(size - 8.0) / 2.0 + 3.0;
            sheet.block("chart-plate", (middle - half, first - 0.6 * line), (2.0 * half, line * rank(lines.len()) + 2.0));
        }
        for (place, words) in lines.iter().enumerate() {
            let weight = if place < named { "" } else { " chart-tile-figure" };
            sheet.words(&format!("{shade}-words{weight}"), (middle, first + line * rank(place)), Anchor::Middle, words);
        }
    }

    /// A tile in the shade of its class, with as many steps filled.
    fn filled(&self, sheet: &mut Sheet, class: usize, (x, y): (f64, f64), (size, high): (f64, f64)) {
        let shade = shade(class, self.steps().len());
        sheet.block(&format!("chart-tile {shade}"), (x, y), (size, high));
        let count = self.steps().len() + 1;
        let wide = ((size - 2.0 * INSET + 2.0) / rank(count)).min(16.0);
        let left = x + size / 2.0 - (wide * rank(count) - 2.0) / 2.0;
        let plate = (left - 3.0, y + high - STEP - INSET - 2.0);
        sheet.block("chart-plate", plate, (wide * rank(count) + 4.0, STEP + 4.0));
        let steps: Vec<(f64, f64)> = (0..count).map(|step| (left + wide * rank(step), y + high - STEP - INSET)).collect();
        let (full, empty) = steps.split_at_checked(class + 1).unwrap_or((&steps, &[]));
        sheet.blocks("chart-step chart-step-full", full, ((wide - 2.0).max(1.0), STEP));
        sheet.blocks("chart-step", empty, ((wide - 2.0).max(1.0), STEP));
    }

    /// The classes that there are words for, and why a tile is hatched.
    fn classes(&self, sheet: &mut Sheet, top: f64) {
        let (sample, line) = ((54.0, 30.0), 2.5 * sheet.text());
        let mut entries: Vec<(Option<usize>, &str)> = self
            .words
            .classes
            .iter()
            .take(self.steps().len() + 1)
            .enumerate()
            .map(|(class, words)| (Some(class), words.as_str()))
            .collect();
        if self.tiles.iter().any(|tile| tile.value.and_then(drawable).is_none()) {
            entries.push((None, self.words.withheld));
        }
        let (mut x, mut y) = (2.0, top + line / 2.0);
        for (class, words) in entries {
            let lines = text::wrapped(words, sheet.text(), sheet.right() - sample.0 - 12.0);
            let wide = sample.0 + 10.0 + lines.iter().map(|line| sheet.wide(line)).fold(0.0, f64::max);
            if x > 2.0 && x + wide > sheet.right() {
                (x, y) = (2.0, y + line);
            }
            match class {
                Some(class) => self.filled(sheet, class, (x, y - sample.1 / 2.0), sample),
                None => {
                    hatched(sheet, (x, y - sample.1 / 2.0), sample);
                }
            }
            for (place, words) in lines.iter().enumerate() {
                y += if place == 0 { 0.0 } else { 1.25 * sheet.text() };
                sheet.words("chart-key", (x + sample.0 + 10.0, y), Anchor::Start, words);
            }
            x += wide + key::APART;
        }
        sheet.reach(y + line / 2.0);
    }
}

/// The class of the style sheet for a class of values: the shades are spread over as many classes as there are.
fn shade(class: usize, breaks: usize) -> &'static str {
    const SHADES: [&str; CLASSES] = ["chart-tile-1", "chart-tile-2", "chart-tile-3", "chart-tile-4", "chart-tile-5", "chart-tile-6"];
    let place = (class * (CLASSES - 1)).checked_div(breaks).unwrap_or(0);
    SHADES.get(place).copied().unwrap_or("chart-tile-6")
}

/// A tile with slanted lines: there is a value, and it is not shown. Answers its class in the style sheet.
fn hatched(sheet: &mut Sheet, (x, y): (f64, f64), (size, high): (f64, f64)) -> &'static str {
    sheet.block("chart-tile chart-tile-0", (x, y), (size, high));
    let mut lines: Vec<[(f64, f64); 2]> = Vec::new();
    let mut start = 8.0;
    while start < size + high {
        // From the lower left upwards, cut off at the edges.
        let from = if start <= high { (x, y + start) } else { (x + start - high, y + high) };
        let to = if start <= size { (x + start, y) } else { (x + size, y + start - size) };
        lines.push([from, to]);
        start += 8.0;
    }
    let lines: Vec<&[(f64, f64)]> = lines.iter().map(<[_; 2]>::as_slice).collect();
    sheet.strokes("chart-hatch", &lines);
    "chart-tile-0"
}
