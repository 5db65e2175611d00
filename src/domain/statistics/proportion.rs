//! Proportions: so many out of so many. Refuses a denominator of nobody and a numerator that is not part of its denominator.

use super::{Confidence, Estimate, Interval, Refusal, real};

/// Wilson's score interval for a proportion, as a fraction of one.
///
/// None when the denominator is 0 or smaller than the numerator. With nobody in the numerator the lower limit is exactly 0,
/// with everybody the upper is exactly 1.
///
/// Source: Wilson, E. B. (1927), Journal of the American Statistical Association 22:209-212, in the form OHID's
/// `PHEindicatormethods` gives it.
#[must_use]
pub fn wilson(numerator: u64, denominator: u64, confidence: Confidence) -> Option<Interval> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let (x, n, z) = (real(numerator), real(denominator), confidence.z());
    let z2 = z * z;
    let centre = 2.0 * x + z2;
    let spread = z * (z2 + 4.0 * x * (1.0 - x / n)).sqrt();
    let scale = 2.0 * (n + z2);
    // The ends are set, not computed: floating point would leave a trace of a negative or an over-full proportion.
    let lower = if numerator == 0 { 0.0 } else { (centre - spread) / scale };
    let upper = if numerator == denominator { 1.0 } else { (centre + spread) / scale };
    Some(Interval { lower, upper })
}

/// A proportion with Wilson's interval, both times a multiplier: 1 for a fraction, 100 for per cent.
///
/// Refuses a denominator of nobody, and a numerator that is not part of its denominator.
pub fn estimate(numerator: u64, denominator: u64, multiplier: f64, confidence: Confidence) -> Result<Estimate, Refusal> {
    if denominator == 0 {
        return Err(Refusal::Nobody);
    }
    let interval = wilson(numerator, denominator, confidence).ok_or(Refusal::PartExceedsWhole)?;
    let value = real(numerator) / real(denominator) * multiplier;
    Ok(Estimate { value, interval: interval.map(|limit| limit * multiplier) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agrees(numerator: u64, denominator: u64, confidence: Confidence, lower: f64, upper: f64) {
        let interval = wilson(numerator, denominator, confidence).unwrap();
        assert!((interval.lower - lower).abs() < 5e-7, "{numerator}/{denominator} lower {}", interval.lower);
        assert!((interval.upper - upper).abs() < 5e-7, "{numerator}/{denominator} upper {}", interval.upper);
    }

    #[test]
    fn the_interval_agrees_with_the_public_reference_values() {
        agrees(45, 60, Confidence::P95, 0.627_679, 0.842_235);
        agrees(45, 60, Confidence::P998, 0.551_591, 0.879_756);
        agrees(0, 12, Confidence::P95, 0.0, 0.242_494);
        agrees(12, 12, Confidence::P95, 0.757_506, 1.0);
        agrees(7, 9, Confidence::P95, 0.452_589, 0.936_775);
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "the ends are set exactly, and that is the rule")]
    fn nobody_starts_at_exactly_nought_and_everybody_ends_at_exactly_one() {
        assert_eq!(wilson(0, 12, Confidence::P95).unwrap().lower, 0.0);
        assert_eq!(wilson(12, 12, Confidence::P998).unwrap().upper, 1.0);
    }

    #[test]
    fn an_estimate_says_why_there_is_none() {
        assert_eq!(estimate(0, 0, 100.0, Confidence::P95), Err(Refusal::Nobody));
        assert_eq!(estimate(13, 12, 100.0, Confidence::P95), Err(Refusal::PartExceedsWhole));
        let estimate = estimate(45, 60, 100.0, Confidence::P95).unwrap();
        assert!((estimate.value - 75.0).abs() < 1e-12 && (estimate.interval.lower - 62.7679).abs() < 1e-4);
    }

    #[test]
    fn a_proportion_of_nobody_has_no_interval() {
        assert_eq!(wilson(0, 0, Confidence::P95), None);
    }

    #[test]
    fn a_numerator_outside_its_denominator_has_no_interval() {
        assert_eq!(wilson(13, 12, Confidence::P95), None);
    }

    fn levels() -> impl Strategy<Value = Confidence> {
        prop_oneof![Just(Confidence::P95), Just(Confidence::P998)]
    }

    fn fractions() -> impl Strategy<Value = (u64, u64)> {
        (1u64..200_000).prop_flat_map(|n| (0..=n, Just(n)))
    }

    proptest! {
        #[test]
        fn the_interval_contains_the_estimate_and_stays_between_nought_and_one((x, n) in fractions(), level in levels()) {
            let interval = wilson(x, n, level).unwrap();
            prop_assert!(interval.contains(real(x) / real(n)));
            prop_assert!(0.0 <= interval.lower && interval.upper <= 1.0);
        }

        #[test]
        fn more_people_with_the_same_proportion_give_a_narrower_interval((x, n) in fractions(), level in levels(), times in 2u64..20) {
            let (few, many) = (wilson(x, n, level).unwrap(), wilson(x * times, n * times, level).unwrap());
            prop_assert!(many.width() < few.width());
        }

        #[test]
        fn the_interval_of_the_complement_is_the_mirror_image((x, n) in fractions(), level in levels()) {
            let (these, others) = (wilson(x, n, level).unwrap(), wilson(n - x, n, level).unwrap());
            prop_assert!((these.lower - (1.0 - others.upper)).abs() < 1e-12);
            prop_assert!((these.upper - (1.0 - others.lower)).abs() < 1e-12);
        }

        #[test]
        fn more_confidence_needs_a_wider_interval((x, n) in fractions()) {
            let (usual, control) = (wilson(x, n, Confidence::P95).unwrap(), wilson(x, n, Confidence::P998).unwrap());
            prop_assert!(control.lower <= usual.lower && usual.upper <= control.upper);
        }
    }
}
