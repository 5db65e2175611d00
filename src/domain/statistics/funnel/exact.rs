//! The exact limits of a funnel. Refuses approximations.

use super::super::{Confidence, Interval, quantile};

/// The proportions for which Wilson's interval of so many people would just reach the average: the average give or take z of its
/// standard errors, cut at nought and one.
///
/// Wilson's interval holds every average that lies within z of that average's own standard errors, so turning it round is exact.
pub(super) fn proportion(average: f64, people: f64, confidence: Confidence) -> Interval {
    let reach = confidence.z() * (average * (1.0 - average) / people).sqrt();
    Interval { lower: (average - reach).max(0.0), upper: (average + reach).min(1.0) }
}

/// The numbers of events whose exact Poisson interval would just reach what was expected, numbers between whole ones included.
///
/// The lower is nought where even no event at all would not be too few.
pub(super) fn poisson(expected: f64, confidence: Confidence) -> Interval {
    let tail = confidence.tail();
    // The upper limit of x events is half the chi-squared quantile on 2x + 2, the lower on 2x: each is turned round by finding the
    // degrees of freedom at which the expectation sits on that quantile. The probability falls as the degrees rise.
    let below = |freedom: f64| quantile::chi_squared_below(2.0 * expected, freedom);
    let lower = crossing(|events| below(2.0 * events + 2.0) > 1.0 - tail, expected);
    let upper = crossing(|events| events <= 0.0 || below(2.0 * events) > tail, 2.0 * expected + 40.0);
    Interval { lower, upper }
}

/// The place up to which something holds, at most so far; nought where it never does.
fn crossing(holds: impl Fn(f64) -> bool, at_most: f64) -> f64 {
    let (mut low, mut high) = (0.0, at_most);
    // Each halving gains a binary digit: sixty leave less than a number of this size can tell apart.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::super::super::count;
    use super::*;

    #[test]
    fn at_the_limit_of_a_whole_count_the_count_comes_back() {
        for events in [1u64, 5, 10, 50, 400] {
            let own = count::exact(events, Confidence::P95);
            let known = super::super::super::real(events);
            assert!((poisson(own.upper, Confidence::P95).lower - known).abs() < 1e-5, "{events}");
            assert!((poisson(own.lower, Confidence::P95).upper - known).abs() < 1e-5, "{events}");
        }
    }

    #[test]
    fn where_little_is_expected_no_event_at_all_is_not_too_few() {
        assert!(poisson(3.6, Confidence::P95).lower.abs() < 1e-9);
        assert!(poisson(3.8, Confidence::P95).lower > 0.0);
    }

    #[test]
    fn the_range_that_is_searched_is_wide_enough_for_the_upper_limit() {
        for expected in [0.01, 0.5, 5.0, 50.0, 5_000.0] {
            let upper = poisson(expected, Confidence::P998).upper;
            assert!(upper < 2.0 * expected + 39.0, "{expected} {upper}");
        }
    }
}
