//! Ratios of what was observed to what was to be expected, as in indirect standardisation. Refuses an expectation of nothing.

use super::{Confidence, Estimate, Refusal, count, real};

/// Observed events divided by expected ones, times a multiplier of 1 or 100, with exact Poisson limits of the observed count below
/// ten and Byar's from ten up. What was expected is taken as known.
///
/// Source: OHID, `PHEindicatormethods`, indirectly standardised ratios; Breslow and Day (1987), Statistical Methods in Cancer
/// Research volume II, page 69.
pub fn estimate(observed: u64, expected: f64, multiplier: f64, confidence: Confidence) -> Result<Estimate, Refusal> {
    if !expected.is_finite() {
        return Err(Refusal::NotANumber);
    }
    if expected <= 0.0 {
        return Err(Refusal::Nobody);
    }
    let scale = multiplier / expected;
    Ok(Estimate { value: real(observed) * scale, interval: count::interval(observed, confidence).map(|limit| limit * scale) })
}

/// What is to be expected in bands of these populations if each had the reference's rate: for each band its population, and the
/// events and the population of the reference.
///
/// Refuses a reference band of nobody, and no bands at all.
pub fn expected(bands: &[(u64, u64, u64)]) -> Result<f64, Refusal> {
    if bands.is_empty() || bands.iter().any(|(_, _, reference)| *reference == 0) {
        return Err(Refusal::Nobody);
    }
    Ok(bands.iter().map(|(population, events, reference)| real(*population) * real(*events) / real(*reference)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_expected_is_a_ratio_of_one() {
        let ratio = estimate(25, 25.0, 1.0, Confidence::P95).unwrap();
        assert!((ratio.value - 1.0).abs() < 1e-12 && ratio.interval.contains(1.0));
        assert!((ratio.interval.lower - 0.646_970_6).abs() < 1e-6 && (ratio.interval.upper - 1.476_258).abs() < 1e-6, "{ratio:?}");
    }

    #[test]
    fn where_nothing_is_expected_there_is_no_ratio() {
        assert_eq!(estimate(3, 0.0, 1.0, Confidence::P95), Err(Refusal::Nobody));
        assert_eq!(estimate(3, f64::INFINITY, 1.0, Confidence::P95), Err(Refusal::NotANumber));
    }

    #[test]
    fn the_expectation_applies_the_reference_rates_band_by_band() {
        assert!((expected(&[(100, 1, 10), (200, 2, 100)]).unwrap() - 14.0).abs() < 1e-12);
        assert_eq!(expected(&[(100, 1, 0)]), Err(Refusal::Nobody));
        assert_eq!(expected(&[]), Err(Refusal::Nobody));
    }
}
