//! The plot of a chart with two axes: where it lies, its grid, and which stretch of values it shows. The stretch comes from values
//! that are shown and from the bounds of the measure alone, so an axis tells nothing of what is withheld.

use super::scale::{Bounds, Scale, extent, ticks};
use super::sheet::{Anchor, Sheet};
use crate::domain::statistics::real;

/// Larger than any figure that Saywell counts. What lies beyond it is not drawn, because a scale could not hold it.
const LARGEST: f64 = 1e15;

/// The value, if it can be drawn.
pub(super) fn drawable(value: f64) -> Option<f64> {
    (value.is_finite() && value.abs() <= LARGEST).then_some(value)
}

/// Both limits, if both can be drawn, the lower first.
pub(super) fn both((lower, upper): (f64, f64)) -> Option<(f64, f64)> {
    drawable(lower).zip(drawable(upper)).map(|(one, other)| (one.min(other), one.max(other)))
}

/// An axis with its round values as they are written.
pub(super) struct Axis {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) ticks: Vec<(f64, String)>,
}

impl Axis {
    /// Encloses the values. It begins at the lowest possible value where that is no further away than half of what is shown, so
    /// that small figures are seen against nought.
    pub(super) fn new(values: impl Iterator<Item = f64>, bounds: Bounds, wanted: u32, number: &dyn Fn(f64) -> String) -> Self {
        let (low, high) = extent(values, bounds);
        let low = bounds.lowest.filter(|lowest| low > *lowest && low - lowest <= 0.5 * (high - low)).unwrap_or(low);
        let places = ticks((low, high), wanted, bounds);
        let low = places.first().map_or(low, |first| first.min(low));
        let high = places.last().map_or(high, |last| last.max(high));
        Self { low, high, ticks: places.into_iter().map(|tick| (tick, number(tick))).collect() }
    }

    /// How wide the widest written value is.
    fn widest(&self, sheet: &Sheet) -> f64 {
        self.ticks.iter().map(|(_, words)| sheet.wide(words)).fold(0.0, f64::max)
    }

    /// Where the plot begins so that the written values have room beside it, and whether they are too wide for that.
    pub(super) fn left(&self, sheet: &Sheet) -> (f64, bool) {
        let widest = self.widest(sheet);
        let inset = widest > 0.25 * sheet.right();
        (if inset { 0.0 } else { widest + 12.0 }, inset)
    }

    /// Onto a stretch of the page.
    pub(super) fn onto(&self, from: f64, to: f64) -> Scale {
        Scale::new((self.low, self.high), (from, to))
    }
}

/// Where a plot lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// Where the lowest value lies: above the bottom where marks of withheld values stand below it.
    pub(super) floor: f64,
    /// Whether the values of the vertical axis are written on its lines, because they are too wide to stand beside them.
    pub(super) inset: bool,
}

impl Plot {
    /// Lines across for the values of the vertical axis, which are written to the left of it.
    pub(super) fn grid(&self, sheet: &mut Sheet, axis: &Axis) -> Scale {
        let scale = axis.onto(self.floor, self.top);
        for (value, words) in &axis.ticks {
            let y = scale.at(*value);
            sheet.stroke("chart-grid", &[(self.left, y), (self.right, y)]);
            if self.inset {
                sheet.words("chart-tick chart-haloed", (self.left, y - 0.65 * sheet.text()), Anchor::Start, words);
            } else {
                sheet.words("chart-tick", (self.left - 8.0, y), Anchor::End, words);
            }
        }
        sheet.stroke("chart-axis", &[(self.left, self.bottom), (self.right, self.bottom)]);
        scale
    }

    /// Lines down for the values of the horizontal axis, which are written below it as far as there is room.
    pub(super) fn upright(&self, sheet: &mut Sheet, axis: &Axis) -> Scale {
        let scale = axis.onto(self.left, self.right);
        let (line, mut free) = (self.bottom + 1.1 * sheet.text(), f64::NEG_INFINITY);
        for (value, words) in &axis.ticks {
            let (x, half) = (scale.at(*value), sheet.wide(words) / 2.0);
            sheet.stroke("chart-grid", &[(x, self.top), (x, self.bottom)]);
            let middle = x.max(half).min(sheet.right() - half);
            if middle - half >= free {
                sheet.words("chart-tick", (middle, line), Anchor::Middle, words);
                free = middle + half + 8.0;
            }
        }
        sheet.reach(self.bottom + 1.8 * sheet.text());
        scale
    }
}

/// A rank as a coordinate.
pub(super) fn rank(rank: usize) -> f64 {
    real(rank as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_begins_at_nought_when_that_is_near() {
        let number = |value: f64| value.to_string();
        assert!(Axis::new([3.0, 9.0].into_iter(), Bounds::PER_CENT, 5, &number).low.abs() < 1e-9);
        assert!((Axis::new([63.0, 69.0].into_iter(), Bounds::PER_CENT, 5, &number).low - 62.0).abs() < 1e-9);
    }

    #[test]
    fn what_no_scale_can_hold_is_not_drawn() {
        assert_eq!((drawable(f64::MAX), drawable(f64::NAN), drawable(-5.0)), (None, None, Some(-5.0)));
    }
}
