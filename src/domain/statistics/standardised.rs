//! Directly standardised rates: what the rate would be if the population had the ages of a standard one.
//!
//! Refuses fewer than ten events, where the method is not reliable, and bands that are not those of the standard.

use super::{Confidence, Estimate, Interval, Refusal, count, many, real};

/// The fewest events from which a directly standardised rate is given. Source: OHID, `PHEindicatormethods`.
pub const FEWEST_EVENTS: u64 = 10;

/// The European Standard Population 2013 in nineteen bands: 0 to 4, 5 to 9 and so on to 85 to 89, and 90 and over.
///
/// Source: Eurostat (2013), Revision of the European Standard Population, report of Eurostat's task force; its bands under 1 and 1
/// to 4, and those from 90 up, are put together as OHID does.
pub const EUROPEAN_2013: [u64; 19] =
    [5_000, 5_500, 5_500, 5_500, 6_000, 6_000, 6_500, 7_000, 7_000, 7_000, 7_000, 6_500, 6_000, 5_500, 5_000, 4_000, 2_500, 1_500, 1_000];

/// Which of the nineteen bands an age in years belongs to.
#[must_use]
pub const fn european_band(age: u16) -> usize {
    let band = (age / 5) as usize;
    if band < EUROPEAN_2013.len() { band } else { EUROPEAN_2013.len() - 1 }
}

/// Events and people of one age band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Events in the band.
    pub events: u64,
    /// People in the band.
    pub population: u64,
}

/// The rate standardised to a population, times the multiplier, with Dobson's interval on Byar's limits of the number of events.
///
/// Refuses other bands than the standard's, a band of nobody, and fewer than ten events in all. Sources: Dobson, A. J. and others
/// (1991), Statistics in Medicine 10:457-462; OHID, `PHEindicatormethods`.
pub fn estimate(bands: &[Band], standard: &[u64], multiplier: f64, confidence: Confidence) -> Result<Estimate, Refusal> {
    if bands.len() != standard.len() {
        return Err(Refusal::OtherBands { have: many(bands.len()), need: many(standard.len()) });
    }
    let all: u64 = standard.iter().sum();
    if all == 0 || bands.iter().any(|band| band.population == 0) {
        return Err(Refusal::Nobody);
    }
    let events = bands.iter().map(|band| band.events).sum();
    if events < FEWEST_EVENTS {
        return Err(Refusal::TooFewEvents { have: events, need: FEWEST_EVENTS });
    }
    let (rate, variance) = weighted(bands, standard, real(all));
    let dobson = |limit: f64| (rate + (variance / real(events)).sqrt() * (limit - real(events))) * multiplier;
    let limits: Interval = count::interval(events, confidence);
    Ok(Estimate { value: rate * multiplier, interval: limits.map(dobson) })
}

/// The weighted rate and its variance.
fn weighted(bands: &[Band], standard: &[u64], all: f64) -> (f64, f64) {
    let (mut rate, mut variance) = (0.0, 0.0);
    for (band, weight) in bands.iter().zip(standard) {
        let (events, population, weight) = (real(band.events), real(band.population), real(*weight));
        rate += weight * events / population;
        variance += weight * weight * events / (population * population);
    }
    (rate / all, variance / (all * all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Down's syndrome by age of mother, fifth and later children, Michigan 1950 to 1964: Fay and Feuer (1997), table II.
    const EVENTS: [u64; 6] = [0, 8, 63, 112, 262, 295];
    const BIRTHS: [u64; 6] = [327, 30_666, 123_419, 149_919, 104_088, 34_392];
    const STANDARD: [u64; 6] = [319_933, 931_318, 786_511, 488_235, 237_863, 61_313];

    fn bands() -> Vec<Band> {
        EVENTS.iter().zip(BIRTHS).map(|(events, population)| Band { events: *events, population }).collect()
    }

    #[test]
    fn the_rate_agrees_with_the_published_example() {
        let rate = estimate(&bands(), &STANDARD, 100_000.0, Confidence::P95).unwrap();
        assert!((rate.value - 75.529_01).abs() < 5e-6, "{rate:?}");
        // The limits worked step by step outside this program: Byar's of 740 events, scaled to the variance of the rate.
        assert!((rate.interval.lower - 67.632_743).abs() < 1e-6 && (rate.interval.upper - 83.867_109).abs() < 1e-6, "{rate:?}");
    }

    #[test]
    fn with_one_band_it_is_the_crude_rate() {
        let bands = [Band { events: 25, population: 50_000 }];
        let (standardised, crude) = (
            estimate(&bands, &[1], 100_000.0, Confidence::P95).unwrap(),
            super::super::rate::estimate(25, 50_000, 100_000.0, Confidence::P95).unwrap(),
        );
        assert!((standardised.value - crude.value).abs() < 1e-9);
        assert!((standardised.interval.lower - crude.interval.lower).abs() < 1e-9);
        assert!((standardised.interval.upper - crude.interval.upper).abs() < 1e-9);
    }

    #[test]
    fn fewer_than_ten_events_are_refused() {
        let bands = [Band { events: 4, population: 100 }, Band { events: 5, population: 100 }];
        assert_eq!(estimate(&bands, &[1, 1], 1.0, Confidence::P95), Err(Refusal::TooFewEvents { have: 9, need: 10 }));
    }

    #[test]
    fn other_bands_and_bands_of_nobody_are_refused() {
        assert_eq!(estimate(&bands(), &EUROPEAN_2013, 1.0, Confidence::P95), Err(Refusal::OtherBands { have: 6, need: 19 }));
        assert_eq!(estimate(&[Band { events: 20, population: 0 }], &[1], 1.0, Confidence::P95), Err(Refusal::Nobody));
    }

    #[test]
    fn the_european_standard_population_is_a_hundred_thousand_people_in_nineteen_bands() {
        assert_eq!(EUROPEAN_2013.iter().sum::<u64>(), 100_000);
        assert_eq!([0, 4, 5, 89, 90, 104].map(european_band), [0, 0, 1, 17, 18, 18]);
    }

    proptest! {
        #[test]
        fn the_interval_contains_the_rate_and_does_not_depend_on_the_scale_of_the_standard(
            bands in prop::collection::vec((1u64..500, 1_000u64..100_000), 6), times in 1u64..50
        ) {
            let bands: Vec<Band> = bands.into_iter().map(|(events, population)| Band { events: events + 2, population }).collect();
            let rate = estimate(&bands, &STANDARD, 1_000.0, Confidence::P95).unwrap();
            let scaled = estimate(&bands, &STANDARD.map(|weight| weight * times), 1_000.0, Confidence::P95).unwrap();
            prop_assert!(rate.interval.contains(rate.value));
            prop_assert!((rate.value - scaled.value).abs() < 1e-9 && (rate.interval.width() - scaled.interval.width()).abs() < 1e-9);
        }
    }
}
