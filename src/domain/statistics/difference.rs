//! The difference of two proportions of different people. Refuses a denominator of nobody and a numerator that is not part of
//! its denominator.

use super::proportion::wilson;
use super::{Confidence, Interval, real};

/// How far the first proportion is above the second, as a fraction of one, with Newcombe's hybrid score interval. None where
/// either proportion has no interval.
///
/// Source: Newcombe, R. G. (1998), Statistics in Medicine 17:873-890, method 10.
#[must_use]
pub fn newcombe(one: (u64, u64), other: (u64, u64), confidence: Confidence) -> Option<(f64, Interval)> {
    let (first, second) = (wilson(one.0, one.1, confidence)?, wilson(other.0, other.1, confidence)?);
    let (p, q) = (real(one.0) / real(one.1), real(other.0) / real(other.1));
    let difference = p - q;
    let below = (p - first.lower).hypot(second.upper - q);
    let above = (first.upper - p).hypot(q - second.lower);
    Some((difference, Interval { lower: difference - below, upper: difference + above }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(one: (u64, u64), other: (u64, u64), lower: f64, upper: f64) {
        let (_, interval) = newcombe(one, other, Confidence::P95).unwrap();
        assert!((interval.lower - lower).abs() < 5e-5 && (interval.upper - upper).abs() < 5e-5, "{one:?} {other:?}: {interval:?}");
    }

    #[test]
    fn the_interval_agrees_with_the_printed_examples() {
        agrees((56, 70), (48, 80), 0.0524, 0.3339);
        agrees((9, 10), (3, 10), 0.1705, 0.8090);
        agrees((10, 10), (0, 10), 0.6075, 1.0);
    }

    #[test]
    fn the_other_way_round_it_is_the_mirror_image() {
        let (there, back) = (newcombe((9, 10), (3, 10), Confidence::P95).unwrap(), newcombe((3, 10), (9, 10), Confidence::P95).unwrap());
        assert!((there.0 + back.0).abs() < 1e-12 && (there.1.lower + back.1.upper).abs() < 1e-12);
    }

    #[test]
    fn nobody_differs_from_nobody() {
        assert_eq!(newcombe((0, 0), (3, 10), Confidence::P95), None);
    }
}
