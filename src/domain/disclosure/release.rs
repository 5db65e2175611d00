//! What became of one row: a figure that may be shown, or the reason why none is. Refuses to carry a number beside a reason.

use serde::{Deserialize, Serialize};

use crate::domain::statistics::{Confidence, Estimate, Interval, mean, proportion, rate, ratio, real};

/// What may be said of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Released {
    /// The figure, as it may be shown.
    Shown(Figure),
    /// No figure, and why.
    Withheld(Reason),
}

/// Why a row is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Too few people stand behind one of its counts, or behind the difference between two of them.
    Small,
    /// It could be subtracted from the total to find a row that is small.
    Complementary,
    /// Everyone counted gave the same value, so the mean would tell what each of them said.
    Alike,
}

impl Reason {
    /// How the reason is kept.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Complementary => "complementary",
            Self::Alike => "alike",
        }
    }
}

/// A figure that may be shown. Only a profile makes one.
///
/// ```compile_fail,E0451
/// # use saywell::domain::disclosure::Figure;
/// let forged = Figure { numerator: Some(2), denominator: 3, recorded: None, value: 67.0, interval: None, places: 0 };
/// ```
///
/// ```compile_fail,E0624
/// # use saywell::domain::disclosure::Figure;
/// let forged = Figure::proportion(2, 3, None, 4000);
/// ```
///
/// It is kept and read back under a [`LedgerKey`](super::LedgerKey) only:
///
/// ```compile_fail,E0277
/// # use saywell::domain::disclosure::Figure;
/// let forged: Figure = serde_json::from_str("{}").unwrap();
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    numerator: Option<u64>,
    denominator: u64,
    recorded: Option<u64>,
    value: f64,
    interval: Option<Interval>,
    places: u8,
}

impl Released {
    /// The value shown, if one is: per cent for a proportion, the scale's own unit for a mean.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.figure().map(Figure::value)
    }

    /// The figure shown, if one is.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Shown(figure) => Some(figure),
            Self::Withheld(_) => None,
        }
    }

    /// How far this shown value is above the earlier shown value, in percentage points or the scale's unit. None if either is
    /// withheld. Taken from what was shown, so that a reader who does the subtraction finds the same.
    #[must_use]
    pub fn change_since(&self, earlier: &Self) -> Option<f64> {
        let (now, then) = (self.figure()?, earlier.figure()?);
        Some(to_places(now.value - then.value, now.places.max(then.places)))
    }
}

impl From<Result<Figure, Reason>> for Released {
    fn from(outcome: Result<Figure, Reason>) -> Self {
        outcome.map_or_else(Self::Withheld, Self::Shown)
    }
}

/// All that a figure is made of, to be kept and read back. It does not leave this room but under a code.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FigureParts {
    numerator: Option<u64>,
    denominator: u64,
    recorded: Option<u64>,
    value: f64,
    interval: Option<(f64, f64)>,
    places: u8,
}

impl Figure {
    pub(super) fn parts(&self) -> FigureParts {
        let Self { numerator, denominator, recorded, value, interval, places } = *self;
        FigureParts { numerator, denominator, recorded, value, interval: interval.map(|limits| (limits.lower, limits.upper)), places }
    }

    pub(super) fn of_parts(parts: FigureParts) -> Self {
        let FigureParts { numerator, denominator, recorded, value, interval, places } = parts;
        let interval = interval.map(|(lower, upper)| Interval { lower, upper });
        Self { numerator, denominator, recorded, value, interval, places }
    }

    /// A proportion in per cent. Every argument is already rounded, and nothing else goes in. It has one decimal place from a
    /// denominator up: below, rounding to the nearest five could move the decimal by itself (HES, September 2018).
    pub(super) fn proportion(numerator: u64, denominator: u64, recorded: Option<u64>, one_place_from: u64) -> Self {
        let places = u8::from(denominator >= one_place_from);
        let per_cent = |fraction: f64| to_places(100.0 * fraction, places);
        Self {
            numerator: Some(numerator),
            denominator,
            recorded,
            value: to_places(100.0 * real(numerator) / real(denominator), places),
            interval: proportion::wilson(numerator, denominator, Confidence::P95).map(|limits| limits.map(per_cent)),
            places,
        }
    }

    /// A mean of `n` values to one decimal place. `n` is exact and stays inside; `denominator` and `recorded` are rounded.
    /// None when there are no values.
    pub(super) fn mean(n: u64, sum: f64, sum_of_squares: f64, denominator: u64, recorded: Option<u64>) -> Option<Self> {
        let limits = mean::interval(n, sum, sum_of_squares, Confidence::P95);
        Some(Self {
            numerator: None,
            denominator,
            recorded,
            value: to_places(mean::of(n, sum)?, 1),
            interval: limits.map(|limits| limits.map(|limit| to_places(limit, 1))),
            places: 1,
        })
    }

    /// A rate for so many people, to one decimal place. Both counts are already rounded, and nothing else goes in.
    pub(super) fn rate(events: u64, people: u64, multiplier: u32) -> Option<Self> {
        let rate = rate::estimate(events, people, f64::from(multiplier), Confidence::P95).ok()?;
        Some(Self::of_estimate((events, people), rate, 1))
    }

    /// A ratio to two decimal places. The events are already rounded, and what was expected is a whole number.
    pub(super) fn ratio(events: u64, expected: u64) -> Option<Self> {
        let ratio = ratio::estimate(events, real(expected), 1.0, Confidence::P95).ok()?;
        Some(Self::of_estimate((events, expected), ratio, 2))
    }

    /// A standardised rate to one decimal place, with the rounded events and people of all its bands.
    pub(super) fn standardised(counts: (u64, u64), rate: Estimate) -> Self {
        Self::of_estimate(counts, rate, 1)
    }

    fn of_estimate((events, all): (u64, u64), estimate: Estimate, places: u8) -> Self {
        Self {
            numerator: Some(events),
            denominator: all,
            recorded: None,
            value: to_places(estimate.value, places),
            interval: Some(estimate.interval.map(|limit| to_places(limit, places))),
            places,
        }
    }

    /// The rounded numerator. None for a mean.
    #[must_use]
    pub fn numerator(&self) -> Option<u64> {
        self.numerator
    }

    /// The rounded denominator: people for a proportion or rate, values for a mean, events that were to be expected for a ratio.
    #[must_use]
    pub fn denominator(&self) -> u64 {
        self.denominator
    }

    /// The rounded number of people with a record. None when that number is itself too small to show.
    #[must_use]
    pub fn recorded(&self) -> Option<u64> {
        self.recorded
    }

    /// The value: per cent for a proportion, the scale's own unit for a mean, events for so many people for a rate, rounded to
    /// `places`.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The 95% interval in the unit of the value, rounded to `places`: Wilson's for a proportion, Student's t for a mean, Byar's
    /// or the exact one for a rate or ratio, Dobson's for a standardised rate.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.interval
    }

    /// How many decimal places the value and its interval are shown to.
    #[must_use]
    pub fn places(&self) -> u8 {
        self.places
    }

    /// How many of the denominator have a record, in whole per cent of the rounded counts.
    #[must_use]
    pub fn completeness(&self) -> Option<f64> {
        let recorded = self.recorded?;
        (self.denominator > 0).then(|| to_places(100.0 * real(recorded) / real(self.denominator), 0))
    }
}

/// Rounds half away from nought, and never to minus nought.
fn to_places(value: f64, places: u8) -> f64 {
    let scale = 10f64.powi(i32::from(places));
    (value * scale).round() / scale + 0.0
}

#[cfg(test)]
mod tests {
    use super::super::sample::MHSDS;
    use super::*;

    fn shown(numerator: u64, denominator: u64) -> Released {
        Released::Shown(MHSDS.figure_of(numerator, denominator, Some(denominator)))
    }

    #[test]
    fn a_percentage_is_whole_until_the_denominator_reaches_four_thousand() {
        assert_eq!(shown(1335, 3995).value(), Some(33.0));
        assert_eq!(shown(1335, 4000).value(), Some(33.4));
    }

    #[test]
    fn the_interval_is_in_the_unit_and_to_the_places_of_the_value() {
        assert_eq!(MHSDS.figure_of(45, 60, None).interval(), Some(Interval { lower: 63.0, upper: 84.0 }));
    }

    #[test]
    fn a_change_is_the_difference_of_the_values_shown() {
        assert_eq!(shown(30, 40).change_since(&shown(25, 40)), Some(12.0));
        assert_eq!(shown(1335, 4000).change_since(&shown(1355, 4000)), Some(-0.5));
    }

    #[test]
    fn there_is_no_change_from_or_to_a_withheld_value() {
        assert_eq!(shown(30, 40).change_since(&Released::Withheld(Reason::Small)), None);
        assert_eq!(Released::Withheld(Reason::Complementary).change_since(&shown(30, 40)), None);
    }

    #[test]
    fn completeness_is_worked_out_from_the_rounded_counts() {
        assert_eq!(MHSDS.figure_of(10, 40, Some(30)).completeness(), Some(75.0));
        assert_eq!(MHSDS.figure_of(10, 40, None).completeness(), None);
    }

    #[test]
    fn a_mean_is_shown_to_one_decimal_place_without_a_numerator() {
        let figure = Figure::mean(5, 15.0, 55.0, 5, Some(5)).unwrap();
        assert_eq!((figure.numerator(), figure.value(), figure.places()), (None, 3.0, 1));
        assert_eq!(figure.interval(), Some(Interval { lower: 1.0, upper: 5.0 }));
    }

    #[test]
    fn rounding_never_gives_minus_nought() {
        assert!(to_places(-0.04, 1).is_sign_positive());
    }
}
