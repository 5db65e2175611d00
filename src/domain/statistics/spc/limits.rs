//! The lines of a control chart. Refuses to move them by itself.

/// The centre, the limits and the borders of the zones near them, in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The mean.
    pub mean: f64,
    /// The lower process limit.
    pub lower: f64,
    /// The upper process limit.
    pub upper: f64,
    /// Below this, a point is near the lower limit: two thirds of the way to it.
    pub lower_warning: f64,
    /// Above this, a point is near the upper limit: two thirds of the way to it.
    pub upper_warning: f64,
}

impl Limits {
    /// Limits this far from the mean on both sides.
    pub(super) fn around(mean: f64, reach: f64) -> Self {
        let near = reach * 2.0 / 3.0;
        Self { mean, lower: mean - reach, upper: mean + reach, lower_warning: mean - near, upper_warning: mean + near }
    }

    /// The limits with none outside this range, for drawing: the lower limit of a percentage may lie below nought. Judgements are made
    /// by the limits as they are.
    #[must_use]
    pub fn within(self, low: f64, high: f64) -> Self {
        let cut = |line: f64| line.clamp(low, high);
        let (lower_warning, upper_warning) = (cut(self.lower_warning), cut(self.upper_warning));
        Self { lower: cut(self.lower), upper: cut(self.upper), lower_warning, upper_warning, ..self }
    }
}

/// The mean of values; `None` without any.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    let count = super::super::real(super::super::many(values.len()));
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count)
}

/// The moving ranges: how far each value is from the one before. None spans a gap.
///
/// `None` among the values is a gap; ghosted points are not among them at all.
pub(super) fn moving_ranges(values: &[Option<f64>]) -> Vec<f64> {
    let range = |pair: &[Option<f64>]| match pair {
        [Some(before), Some(after)] => Some((after - before).abs()),
        _ => None,
    };
    values.windows(2).filter_map(range).collect()
}

/// The mean moving range; if screened, once more without those above 3.267 times that mean.
pub(super) fn mean_range(ranges: &[f64], screened: bool) -> Option<f64> {
    /// The upper limit of a range of two, in mean ranges: D4 for two values.
    const SCREEN: f64 = 3.267;
    let all = mean(ranges)?;
    if !screened {
        return Some(all);
    }
    let usual: Vec<f64> = ranges.iter().copied().filter(|range| *range <= SCREEN * all).collect();
    mean(&usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_near_a_limit_begins_two_thirds_of_the_way_to_it() {
        let limits = Limits::around(10.0, 3.0);
        let expected = Limits { mean: 10.0, lower: 7.0, upper: 13.0, lower_warning: 8.0, upper_warning: 12.0 };
        assert_eq!(limits, expected);
        assert!((Limits::around(0.05, 0.3).within(0.0, 1.0).lower).abs() < 1e-12);
    }

    #[test]
    fn no_moving_range_spans_a_gap() {
        assert_eq!(moving_ranges(&[Some(1.0), Some(3.0), None, Some(9.0), Some(8.0)]), [2.0, 1.0]);
        assert!(moving_ranges(&[Some(1.0)]).is_empty());
    }
}
