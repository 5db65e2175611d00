//! Rows below one another, each with a name, a place along a common axis, and figures at its end: the frame of comparisons and of
//! shares by group. On a narrow sheet the name stands above its row. Refuses to know what the rows compare.

use super::plot::Plot;
use super::sheet::{Anchor, Sheet};
use super::text;

/// The frame, and how far down it is filled.
pub(super) struct Ladder {
    /// Where the axis may lie.
    pub(super) plot: Plot,
    /// How wide a name may get.
    names: f64,
    /// Whether names stand above their rows.
    stacked: bool,
    y: f64,
}

/// The most of a wide sheet that names take.
const NAMES: f64 = 0.36;

/// How high a row is, in sizes of letters.
const ROW: f64 = 1.9;

impl Ladder {
    /// Room for these names on the left and for figures as wide as `figures` on the right, below `top`.
    pub(super) fn new<'a>(sheet: &Sheet, names: impl Iterator<Item = &'a str>, figures: f64, top: f64) -> Self {
        let stacked = !sheet.is_wide();
        let widest = names.map(|name| sheet.bold(name)).fold(0.0, f64::max).min(NAMES * sheet.right());
        let left = if stacked { 10.0 } else { widest + 24.0 };
        let right = sheet.right() - figures - 18.0;
        let plot = Plot { left, right, top, bottom: top, floor: top, inset: false };
        Self { plot, names: if stacked { sheet.right() } else { widest + 4.0 }, stacked, y: top }
    }

    /// A line of its own above the rows that follow.
    pub(super) fn heading(&mut self, sheet: &mut Sheet, words: &str) {
        self.y += 0.5 * sheet.text();
        for line in text::wrapped(words, 1.1 * sheet.text(), sheet.right()) {
            self.y += 1.3 * sheet.text();
            sheet.words("chart-heading", (0.0, self.y - 0.65 * sheet.text()), Anchor::Start, &line);
        }
        self.plot.bottom = self.y;
    }

    /// Begins a row with its name, and answers the height of its middle.
    pub(super) fn row(&mut self, sheet: &mut Sheet, name: &str, bold: bool) -> f64 {
        let (size, line) = (sheet.text(), 1.25 * sheet.text());
        let lines = text::wrapped(name, if bold { 1.1 * size } else { size }, self.names);
        let class = if bold { "chart-heading" } else { "chart-label" };
        let high = line * super::plot::rank(lines.len());
        let middle;
        if self.stacked {
            // On paper of its own, so that no line of the plot runs through it.
            let wide = lines.iter().map(|words| if bold { sheet.bold(words) } else { sheet.wide(words) }).fold(0.0, f64::max);
            sheet.block("chart-plate", (0.0, self.y), (wide.min(sheet.right()), high + 0.2 * size));
            for (place, words) in lines.iter().enumerate() {
                sheet.words(class, (0.0, self.y + 0.8 * size + line * super::plot::rank(place)), Anchor::Start, words);
            }
            middle = self.y + high + 0.75 * size;
            self.y += high + 1.7 * size;
        } else {
            let row = (ROW * size).max(high + 0.6 * size);
            middle = self.y + row / 2.0;
            let first = middle - (high - line) / 2.0;
            for (place, words) in lines.iter().enumerate() {
                sheet.words(class, (0.0, first + line * super::plot::rank(place)), Anchor::Start, words);
            }
            self.y += row;
        }
        self.plot.bottom = self.y;
        middle
    }

    /// A thin line along a row that leads the eye from its name to its marks.
    pub(super) fn rail(&self, sheet: &mut Sheet, y: f64) {
        sheet.stroke("chart-rail", &[(self.plot.left, y), (self.plot.right, y)]);
    }
}
