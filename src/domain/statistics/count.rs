//! Counts of events that happen independently of each other: how far the count could have been from what it was.
//!
//! Refuses to divide: a rate is its count's interval divided by its population.

use super::{Confidence, Interval, quantile, real};

/// Counts below this are treated exactly, because Byar's approximation is poor there.
const EXACT_BELOW: u64 = 10;

/// The interval for a count: exact Poisson limits below 10, Byar's from 10 up.
///
/// Source: OHID's `PHEindicatormethods`, which makes the same change of method at the same count.
#[must_use]
pub fn interval(count: u64, confidence: Confidence) -> Interval {
    if count < EXACT_BELOW {
        return exact(count, confidence);
    }
    byar(count, confidence).unwrap_or_else(|| exact(count, confidence))
}

/// Byar's approximate limits for a Poisson count. None for a count so small that the lower limit would be negative.
///
/// Source: Breslow and Day (1987), Statistical Methods in Cancer Research volume II, page 69, crediting Byar.
#[must_use]
pub fn byar(count: u64, confidence: Confidence) -> Option<Interval> {
    let (x, z) = (real(count), confidence.z());
    let root = |c: f64, z: f64| 1.0 - 1.0 / (9.0 * c) + z / (3.0 * c.sqrt());
    let (below, above) = (root(x, -z), root(x + 1.0, z));
    (count > 0 && below >= 0.0).then(|| Interval { lower: x * below.powi(3), upper: (x + 1.0) * above.powi(3) })
}

/// The exact limits for a Poisson count, by the chi-squared distribution. A count of 0 has a lower limit of exactly 0.
///
/// Source: Garwood, F. (1936), Biometrika 28:437-442.
#[must_use]
pub fn exact(count: u64, confidence: Confidence) -> Interval {
    let (x, tail) = (real(count), confidence.tail());
    let lower = if count == 0 { 0.0 } else { quantile::chi_squared(tail, 2.0 * x) / 2.0 };
    Interval { lower, upper: quantile::chi_squared(1.0 - tail, 2.0 * x + 2.0) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agrees(interval: Interval, lower: f64, upper: f64) {
        assert!((interval.lower - lower).abs() < 5e-6, "lower {}", interval.lower);
        assert!((interval.upper - upper).abs() < 5e-6, "upper {}", interval.upper);
    }

    #[test]
    fn byar_agrees_with_the_public_reference_values() {
        agrees(byar(10, Confidence::P95).unwrap(), 4.787_45, 18.391_459);
        agrees(byar(25, Confidence::P95).unwrap(), 16.174_266, 36.906_451);
    }

    #[test]
    fn below_ten_the_limits_are_the_exact_poisson_ones() {
        agrees(interval(0, Confidence::P95), 0.0, 3.688_879);
        agrees(interval(1, Confidence::P95), 0.025_318, 5.571_643);
        agrees(interval(5, Confidence::P95), 1.623_486, 11.668_332);
        agrees(interval(9, Confidence::P95), 4.115_373, 17.084_803);
    }

    #[test]
    fn from_ten_up_the_limits_are_byars() {
        assert_eq!(Some(interval(10, Confidence::P998)), byar(10, Confidence::P998));
    }

    #[test]
    fn byar_has_no_limits_for_a_count_that_would_give_a_negative_one() {
        assert_eq!(byar(0, Confidence::P95), None);
        assert_eq!(byar(1, Confidence::P998), None);
    }

    proptest! {
        #[test]
        fn the_interval_contains_the_count(count in 0u64..1_000_000) {
            for confidence in [Confidence::P95, Confidence::P998] {
                let interval = interval(count, confidence);
                prop_assert!(interval.contains(real(count)) && interval.lower >= 0.0);
            }
        }

        #[test]
        fn a_larger_count_is_relatively_surer(count in 1u64..100_000) {
            let relative = |c: u64| interval(c, Confidence::P95).width() / real(c);
            prop_assert!(relative(count + 1) < relative(count));
        }
    }
}
