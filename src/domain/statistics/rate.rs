//! Crude rates: so many events in so many people, said for a round number of them. Refuses a population of nobody.

use super::{Confidence, Estimate, Refusal, count, real};

/// Events divided by population times the multiplier (1,000, 100,000), with exact Poisson limits below ten events and Byar's from
/// ten up.
///
/// The events may be more than the people: one person can have several. Source: OHID, `PHEindicatormethods`, crude rates.
pub fn estimate(events: u64, population: u64, multiplier: f64, confidence: Confidence) -> Result<Estimate, Refusal> {
    if population == 0 {
        return Err(Refusal::Nobody);
    }
    let scale = multiplier / real(population);
    Ok(Estimate { value: real(events) * scale, interval: count::interval(events, confidence).map(|limit| limit * scale) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rate_is_its_counts_interval_over_its_population() {
        let rate = estimate(25, 50_000, 100_000.0, Confidence::P95).unwrap();
        assert!((rate.value - 50.0).abs() < 1e-12);
        assert!((rate.interval.lower - 32.348_532).abs() < 1e-5 && (rate.interval.upper - 73.812_902).abs() < 1e-5, "{rate:?}");
    }

    #[test]
    fn below_ten_events_the_limits_are_exact() {
        let rate = estimate(0, 1_000, 1_000.0, Confidence::P95).unwrap();
        assert!(rate.interval.lower.abs() < 1e-12 && (rate.interval.upper - 3.688_879).abs() < 1e-5, "{rate:?}");
    }

    #[test]
    fn nobody_has_no_rate() {
        assert_eq!(estimate(3, 0, 1_000.0, Confidence::P95), Err(Refusal::Nobody));
    }

    proptest! {
        #[test]
        fn the_multiplier_changes_the_unit_and_nothing_else(events in 0u64..5_000, population in 1u64..1_000_000) {
            let (one, many) = (
                estimate(events, population, 1.0, Confidence::P95).unwrap(),
                estimate(events, population, 1_000.0, Confidence::P95).unwrap(),
            );
            prop_assert!((one.value * 1_000.0 - many.value).abs() <= many.value * 1e-12);
            prop_assert!((one.interval.upper * 1_000.0 - many.interval.upper).abs() <= many.interval.upper * 1e-12);
        }
    }
}
