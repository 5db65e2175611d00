//! Funnel plots: which organisations differ from all of them together by more than their size explains. Refuses to rank them, and
//! to draw a funnel for fewer than three.
//!
//! Limits are exact: for proportions those at which Wilson's interval would touch the average, for ratios and rates those at which
//! the exact Poisson interval would. Where all spread more than chance explains, limits can be widened by the variance between
//! organisations.
//!
//! Sources: Spiegelhalter, D. J. (2005), Statistics in Medicine 24:1185-1202 (funnel plots); Spiegelhalter (2005), Quality and Safety
//! in Health Care 14:347-351 (over-dispersion); OHID, Fingertips technical guidance and `PHEindicatormethods`.

mod dispersion;
mod exact;

use super::comparison::Way;
use super::{Confidence, Interval, Refusal, many, real};
pub use dispersion::Dispersion;

/// The fewest organisations of a funnel: each of two would be judged by an average it half makes itself.
pub const FEWEST_UNITS: u64 = 3;

/// The fewest organisations from which a variance between them is estimated, so that a tenth at each end is at least one.
pub const FEWEST_FOR_SPREAD: u64 = 10;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// So many out of so many, as a fraction of one.
    Proportion,
    /// What was observed over what was expected; the average is what they all have together.
    Ratio,
}

/// How wide the limits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As chance alone would spread them.
    Chance,
    /// Wider by the variance between organisations, if there is any beyond chance.
    Spread,
}

/// One organisation: its events, and what they are taken from. For a proportion the base is the denominator, for a ratio what was
/// expected, for a rate the population.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// The events, or the numerator.
    pub observed: u64,
    /// The denominator, expectation or population.
    pub base: f64,
}

impl Unit {
    /// Its value: events over base.
    #[must_use]
    pub fn value(&self) -> f64 {
        real(self.observed) / self.base
    }
}

/// How far out a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Between the limits, or on one.
    Within,
    /// Beyond the 95% limit and not the 99.8% one. One in twenty is there by chance.
    Beyond95(Way),
    /// Beyond the 99.8% limit.
    Beyond998(Way),
}

impl Outcome {
    /// The name by which the words for readers are found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Beyond95(Way::Up) => "above-95",
            Self::Beyond95(Way::Down) => "below-95",
            Self::Beyond998(Way::Up) => "above-998",
            Self::Beyond998(Way::Down) => "below-998",
        }
    }
}

/// A funnel about the average of its organisations.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    kind: Kind,
    /// The average: all events over all bases.
    pub average: f64,
    /// How the organisations spread, if that was asked for.
    pub dispersion: Option<Dispersion>,
    /// Where each organisation lies, in the order they were given.
    pub outcomes: Vec<Outcome>,
}

/// One place of the curves of a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    /// The base: how large an organisation would be here.
    pub base: f64,
    /// The 95% limits.
    pub usual: Interval,
    /// The 99.8% limits.
    pub control: Interval,
}

impl Funnel {
    /// The funnel of these organisations.
    ///
    /// Refuses fewer than three (ten where a spread is asked for), bases of nothing, numerators above their denominators, and
    /// proportions in which nobody or everybody was counted anywhere.
    pub fn of(units: &[Unit], kind: Kind, width: Width) -> Result<Self, Refusal> {
        let need = if width == Width::Spread { FEWEST_FOR_SPREAD } else { FEWEST_UNITS };
        if many(units.len()) < need {
            return Err(Refusal::TooFewGroups { have: many(units.len()), need });
        }
        let (events, base) = sums(units, kind)?;
        let average = events / base;
        if average <= 0.0 || (kind == Kind::Proportion && average >= 1.0) {
            return Err(Refusal::AllOrNobody);
        }
        let dispersion = (width == Width::Spread).then(|| Dispersion::of(units, kind, average));
        let mut funnel = Self { kind, average, dispersion, outcomes: Vec::new() };
        funnel.outcomes = units.iter().map(|unit| funnel.place(unit)).collect();
        Ok(funnel)
    }

    /// The limits for an organisation of this base.
    #[must_use]
    pub fn limits(&self, base: f64, confidence: Confidence) -> Interval {
        match self.dispersion.filter(|dispersion| dispersion.between > 0.0) {
            Some(dispersion) => dispersion.limits(self.kind, self.average, base, confidence),
            None => match self.kind {
                Kind::Proportion => exact::proportion(self.average, base, confidence),
                Kind::Ratio => exact::poisson(self.average * base, confidence).map(|limit| limit / base),
            },
        }
    }

    /// So many places of the curves from one base to another, closer together where the funnel is wide: equal steps of the ratio of
    /// one base to the next. None without a positive range.
    #[must_use]
    pub fn curves(&self, from: f64, to: f64, places: u32) -> Vec<Curve> {
        if !(from > 0.0 && to > from && to.is_finite()) || places < 2 {
            return Vec::new();
        }
        let step = (to / from).powf(1.0 / f64::from(places - 1));
        let at = |place: u32| if place + 1 == places { to } else { from * step.powi(i32::try_from(place).unwrap_or(i32::MAX)) };
        let curve = |base: f64| Curve { base, usual: self.limits(base, Confidence::P95), control: self.limits(base, Confidence::P998) };
        (0..places).map(|place| curve(at(place))).collect()
    }

    fn place(&self, unit: &Unit) -> Outcome {
        let beyond = |confidence| {
            let limits = self.limits(unit.base, confidence);
            match unit.value() {
                value if value > limits.upper => Some(Way::Up),
                value if value < limits.lower => Some(Way::Down),
                _ => None,
            }
        };
        match (beyond(Confidence::P998), beyond(Confidence::P95)) {
            (Some(way), _) => Outcome::Beyond998(way),
            (None, Some(way)) => Outcome::Beyond95(way),
            (None, None) => Outcome::Within,
        }
    }
}

/// All events and all bases.
fn sums(units: &[Unit], kind: Kind) -> Result<(f64, f64), Refusal> {
    if units.iter().any(|unit| !unit.base.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    if units.iter().any(|unit| unit.base <= 0.0) {
        return Err(Refusal::Nobody);
    }
    if kind == Kind::Proportion && units.iter().any(|unit| real(unit.observed) > unit.base) {
        return Err(Refusal::PartExceedsWhole);
    }
    let events = units.iter().map(|unit| unit.observed).sum::<u64>();
    Ok((real(events), units.iter().map(|unit| unit.base).sum()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn units(pairs: &[(u64, f64)]) -> Vec<Unit> {
        pairs.iter().map(|(observed, base)| Unit { observed: *observed, base: *base }).collect()
    }

    #[test]
    fn an_organisation_is_within_beyond_95_or_beyond_998_and_on_a_side() {
        // About 50%: 100 people reach from 40.2 to 59.8 and from 34.5 to 65.5.
        let all = units(&[(50, 100.0), (61, 100.0), (67, 100.0), (39, 100.0), (33, 100.0)]);
        let funnel = Funnel::of(&all, Kind::Proportion, Width::Chance).unwrap();
        let codes: Vec<_> = funnel.outcomes.iter().map(|outcome| outcome.code()).collect();
        assert_eq!(codes, ["within", "above-95", "above-998", "below-95", "below-998"]);
    }

    #[test]
    fn a_ratio_is_placed_by_exact_poisson_limits_about_the_average() {
        let all = units(&[(19, 20.0), (31, 20.0), (12, 20.0), (40, 20.0), (38, 60.0)]);
        let funnel = Funnel::of(&all, Kind::Ratio, Width::Chance).unwrap();
        assert!((funnel.average - 1.0).abs() < 1e-12);
        // Where 20 are expected the limits lie between the counts whose own exact intervals end at 20: 11 and 12, and 29 and 30.
        let codes: Vec<_> = funnel.outcomes.iter().map(|outcome| outcome.code()).collect();
        assert_eq!(codes, ["within", "above-95", "within", "above-998", "below-95"]);
    }

    #[test]
    fn organisations_that_spread_beyond_chance_get_wider_limits() {
        let wild: Vec<Unit> = (0..12).map(|at| Unit { observed: if at % 2 == 0 { 4_000 } else { 6_000 }, base: 10_000.0 }).collect();
        let outcomes = |width| Funnel::of(&wild, Kind::Proportion, width).unwrap().outcomes;
        assert!(outcomes(Width::Chance).iter().all(|outcome| matches!(outcome, Outcome::Beyond998(_))));
        assert!(outcomes(Width::Spread).iter().all(|outcome| *outcome == Outcome::Within));
    }

    #[test]
    fn organisations_that_spread_as_chance_does_keep_exact_limits() {
        let calm: Vec<Unit> = (0..12u64).map(|at| Unit { observed: 50 + at % 2, base: 100.0 }).collect();
        let (chance, spread) =
            (Funnel::of(&calm, Kind::Proportion, Width::Chance).unwrap(), Funnel::of(&calm, Kind::Proportion, Width::Spread).unwrap());
        assert_eq!(chance.limits(77.0, Confidence::P95), spread.limits(77.0, Confidence::P95));
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        let of = |pairs: &[(u64, f64)], kind| Funnel::of(&units(pairs), kind, Width::Chance).map(|_| ());
        assert_eq!(of(&[(1, 2.0), (1, 2.0)], Kind::Ratio), Err(Refusal::TooFewGroups { have: 2, need: 3 }));
        assert_eq!(of(&[(1, 2.0), (1, 2.0), (3, 2.0)], Kind::Proportion), Err(Refusal::PartExceedsWhole));
        assert_eq!(of(&[(1, 2.0), (1, 2.0), (3, 0.0)], Kind::Ratio), Err(Refusal::Nobody));
        assert_eq!(of(&[(0, 2.0), (0, 2.0), (0, 1.0)], Kind::Ratio), Err(Refusal::AllOrNobody));
        let nine = [(1, 2.0); 9];
        assert_eq!(Funnel::of(&units(&nine), Kind::Ratio, Width::Spread), Err(Refusal::TooFewGroups { have: 9, need: 10 }));
    }

    #[test]
    fn curves_run_from_end_to_end() {
        let funnel = Funnel::of(&units(&[(5, 10.0), (40, 90.0), (300, 600.0)]), Kind::Proportion, Width::Chance).unwrap();
        let curves = funnel.curves(10.0, 600.0, 50);
        assert_eq!((curves.len(), curves[0].base, curves[49].base), (50, 10.0, 600.0));
        assert!(funnel.curves(0.0, 1.0, 50).is_empty() && funnel.curves(5.0, 5.0, 50).is_empty());
    }

    proptest! {
        #[test]
        fn the_larger_the_organisation_the_narrower_the_funnel(average in 1u64..99, base in 5u32..5_000, kind in 0..2) {
            let kind = if kind == 0 { Kind::Proportion } else { Kind::Ratio };
            let funnel = Funnel::of(&units(&[(average, 100.0); 3]), kind, Width::Chance).unwrap();
            for confidence in [Confidence::P95, Confidence::P998] {
                let (small, large) = (funnel.limits(f64::from(base), confidence), funnel.limits(f64::from(base) * 4.0, confidence));
                prop_assert!(large.width() < small.width() || small.width() < 1e-9);
                prop_assert!(small.contains(funnel.average) && large.contains(funnel.average));
            }
        }

        #[test]
        fn a_proportion_is_beyond_a_limit_exactly_when_its_own_wilson_interval_misses_the_average(observed in 0u64..60, more in 1u64..60) {
            let mut all = units(&[(20_000, 50_000.0); 3]);
            all.push(Unit { observed, base: real(observed + more) });
            let funnel = Funnel::of(&all, Kind::Proportion, Width::Chance).unwrap();
            for (confidence, within) in [
                (Confidence::P95, funnel.outcomes[3] == Outcome::Within),
                (Confidence::P998, !matches!(funnel.outcomes[3], Outcome::Beyond998(_))),
            ] {
                let own = super::super::proportion::wilson(observed, observed + more, confidence).unwrap();
                prop_assume!((own.lower - funnel.average).abs() > 1e-9 && (own.upper - funnel.average).abs() > 1e-9);
                prop_assert_eq!(within, own.contains(funnel.average));
            }
        }

        #[test]
        fn a_ratio_is_beyond_a_limit_exactly_when_its_own_exact_interval_misses_the_average(observed in 0u64..80, base in 1u32..60) {
            let others = [(20_000, 20_000.0); 3];
            let mut all = units(&others);
            all.push(Unit { observed, base: f64::from(base) });
            let funnel = Funnel::of(&all, Kind::Ratio, Width::Chance).unwrap();
            let own = super::super::count::exact(observed, Confidence::P95).map(|limit| limit / f64::from(base));
            let clear = (own.lower - funnel.average).abs() > 1e-3 && (own.upper - funnel.average).abs() > 1e-3;
            prop_assume!(clear);
            prop_assert_eq!(funnel.outcomes[3] == Outcome::Within, own.contains(funnel.average));
        }
    }
}
