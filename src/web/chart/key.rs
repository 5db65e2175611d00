//! The key of a chart: a sample of each mark with its words, as many beside one another as fit. Only marks that the chart has are in
//! it, which is for the chart to say.

use super::shape::Shape;
use super::sheet::{Anchor, Sheet};
use super::text;

/// What a line of the key shows before its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sample {
    /// A mark with its class.
    Mark(Shape, &'static str),
    /// A line of this class.
    Line(&'static str),
    /// A line between two ends.
    Whisker,
    /// A letter that stands for what follows.
    Letter(String),
}

/// Room for the sample, and between one entry and the next.
const SAMPLE: f64 = 34.0;
pub(super) const APART: f64 = 22.0;

/// Draws the entries from `top` down, and makes the sheet high enough for them.
pub(super) fn draw(sheet: &mut Sheet, entries: &[(Sample, impl AsRef<str>)], top: f64) {
    let line = 1.5 * sheet.text();
    let (mut x, mut y) = (0.0, top + line / 2.0);
    for (sample, words) in entries {
        let lines = text::wrapped(words.as_ref(), sheet.text(), sheet.right() - SAMPLE);
        let wide = SAMPLE + lines.iter().map(|line| sheet.wide(line)).fold(0.0, f64::max);
        if x > 0.0 && x + wide > sheet.right() {
            (x, y) = (0.0, y + line);
        }
        shown(sheet, sample, (x, y));
        for (rank, words) in lines.iter().enumerate() {
            y += if rank == 0 { 0.0 } else { 1.25 * sheet.text() };
            sheet.words("chart-key", (x + SAMPLE, y), Anchor::Start, words);
        }
        x += wide + APART;
    }
    sheet.reach(if entries.is_empty() { top } else { y + line / 2.0 });
}

fn shown(sheet: &mut Sheet, sample: &Sample, (x, y): (f64, f64)) {
    match sample {
        Sample::Mark(shape, class) => sheet.mark((*shape, class), (x + 14.0, y), 5.0),
        Sample::Line(class) => sheet.stroke(class, &[(x + 1.0, y), (x + 28.0, y)]),
        Sample::Whisker => whisker(sheet, (x + 2.0, x + 26.0), y),
        Sample::Letter(letter) => sheet.words("chart-value", (x + 14.0, y), Anchor::Middle, letter),
    }
}

/// A line between two limits with an end on each side.
pub(super) fn whisker(sheet: &mut Sheet, (low, high): (f64, f64), y: f64) {
    let end = |x: f64| [(x, y - 5.0), (x, y + 5.0)];
    sheet.strokes("chart-whisker", &[&[(low, y), (high, y)], &end(low), &end(high)]);
}
