//! From values to places on the page: axes with round numbers, and which labels there is room for. Refuses values that are not
//! finite, by leaving them out.

use crate::domain::statistics::real;

/// The values a measure can take at all. An axis never runs past them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bounds {
    /// The lowest value possible, if there is one.
    pub lowest: Option<f64>,
    /// The highest value possible, if there is one.
    pub highest: Option<f64>,
}

impl Bounds {
    /// Per cent: 0 to 100.
    pub const PER_CENT: Self = Self { lowest: Some(0.0), highest: Some(100.0) };

    fn allow(self, value: f64) -> bool {
        self.lowest.is_none_or(|lowest| value >= lowest) && self.highest.is_none_or(|highest| value <= highest)
    }

    pub(super) fn clamp(self, value: f64) -> f64 {
        value.max(self.lowest.unwrap_or(f64::NEG_INFINITY)).min(self.highest.unwrap_or(f64::INFINITY))
    }
}

/// A straight mapping of an axis onto a stretch of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// Maps `low` onto `from` and `high` onto `to`.
    pub(super) fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self { low, high, from, to }
    }

    /// Where a value lies on the page. An axis of no length puts everything in the middle.
    pub(super) fn at(&self, value: f64) -> f64 {
        let length = self.high - self.low;
        let fraction = if length > 0.0 { (value - self.low) / length } else { 0.5 };
        self.from + fraction * (self.to - self.from)
    }
}

/// The stretch from the lowest to the highest of the values, opened out around a single value, and the whole possible range
/// (or 0 to 1) when there are none.
pub(super) fn extent(values: impl Iterator<Item = f64>, bounds: Bounds) -> (f64, f64) {
    let found = values.filter(|v| v.is_finite()).fold(None, |seen, v| match seen {
        None => Some((v, v)),
        Some((low, high)) => Some((v.min(low), v.max(high))),
    });
    let Some((low, high)) = found else {
        let low = bounds.lowest.unwrap_or(0.0);
        return (low, bounds.highest.unwrap_or(low + 1.0));
    };
    if high > low {
        return (low, high);
    }
    let room = (low.abs() * 0.1).max(1.0);
    (bounds.clamp(low - room), bounds.clamp(high + room))
}

/// Round numbers at even steps that enclose the extent, as near to `wanted` steps as round steps allow. Those beyond the bounds
/// are left out.
pub(super) fn ticks((low, high): (f64, f64), wanted: u32, bounds: Bounds) -> Vec<f64> {
    let step = nice_step((high - low) / f64::from(wanted.max(1)));
    // A billionth of a step: 6.1 over 0.1 is a shade under 61, and is 61.
    let first = (low / step + 1e-9).floor();
    let mut ticks = Vec::new();
    for count in 0..=(wanted * 3) {
        let tick = times(first + f64::from(count), step);
        if bounds.allow(tick) {
            ticks.push(tick);
        }
        if tick >= high {
            break;
        }
    }
    ticks
}

/// So many steps. Below one, steps are whole parts of one, and dividing by that number leaves no trace where multiplying would
/// (61 x 0.1).
fn times(count: f64, step: f64) -> f64 {
    let tick = if step < 1.0 { count / (1.0 / step).round() } else { count * step };
    tick + 0.0
}

/// The smallest of 1, 2 and 5 times a power of ten that is at least as large.
fn nice_step(rough: f64) -> f64 {
    if !(rough.is_finite() && rough > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(rough.log10().floor());
    let size = [1.0, 2.0, 5.0].into_iter().find(|size| size * power >= rough * 0.999_999);
    size.unwrap_or(10.0) * power
}

/// Which of `count` labels to print when each needs `width` of the `room` there is: evenly spaced, the latest always among them.
pub(super) fn thinned(count: usize, width: f64, room: f64) -> Vec<usize> {
    let apart = if count > 1 { room / real(count as u64 - 1) } else { room };
    let step = (1..count.max(1)).find(|step| apart * real(*step as u64) >= width).unwrap_or(count.max(1));
    (0..count).filter(|index| (count - 1 - index).is_multiple_of(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        assert_eq!(ticks((43.0, 61.5), 5, Bounds::PER_CENT), [40.0, 45.0, 50.0, 55.0, 60.0, 65.0]);
        assert_eq!(ticks((6.1, 6.4), 4, Bounds::default()), [6.1, 6.2, 6.3, 6.4]);
    }

    #[test]
    fn an_axis_never_runs_past_what_is_possible() {
        let scale = Bounds { lowest: Some(0.0), highest: Some(12.0) };
        assert_eq!(ticks((1.0, 11.5), 3, scale), [0.0, 5.0, 10.0]);
    }

    #[test]
    fn a_single_value_is_given_room_on_both_sides() {
        assert_eq!(extent([50.0].into_iter(), Bounds::PER_CENT), (45.0, 55.0));
        assert_eq!(extent([100.0, 100.0].into_iter(), Bounds::PER_CENT), (90.0, 100.0));
    }

    #[test]
    fn no_values_give_the_whole_possible_range() {
        assert_eq!(extent([f64::NAN].into_iter(), Bounds::PER_CENT), (0.0, 100.0));
        assert_eq!(extent(std::iter::empty(), Bounds::default()), (0.0, 1.0));
    }

    #[test]
    fn labels_are_thinned_evenly_and_keep_the_latest() {
        assert_eq!(thinned(24, 70.0, 600.0), [2, 5, 8, 11, 14, 17, 20, 23]);
        assert_eq!(thinned(3, 70.0, 600.0), [0, 1, 2]);
        assert_eq!(thinned(5, 70.0, 60.0), [4]);
        assert_eq!(thinned(1, 70.0, 60.0), [0]);
        assert!(thinned(0, 70.0, 60.0).is_empty());
    }

    #[test]
    fn the_page_runs_downwards_when_it_is_told_to() {
        let scale = Scale::new((0.0, 100.0), (200.0, 0.0));
        assert!((scale.at(25.0) - 150.0).abs() < 1e-9);
    }
}
