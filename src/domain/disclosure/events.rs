//! Rates, ratios and rates standardised for age: counts of events that need not be people out of others. The events are guarded as
//! any count is; what they are divided by is shown rounded, and the figure is worked out from the rounded counts.
//!
//! A standardised rate is worked out from its age bands. It is hidden where any band of it is too small to be shown, and what it says
//! of its bands is part of what a reader may add and subtract. Refuses it below ten events, where the method forbids it.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Quantity, Range};
use super::profile::Profile;
use super::programme::whole;
use super::release::{Figure, Reason};
use super::system::{CountId, FigureId, Kind, Refused, System};
use super::table::Unreleased;
use crate::domain::indicator::supplied::Ages;
use crate::domain::indicator::tally::{Measure, Tally};
use crate::domain::statistics::standardised::{Band, estimate};
use crate::domain::statistics::{Confidence, Estimate, real};

/// The largest factor of an age band in what a standardised rate tells: fine enough for its one decimal place.
const FINE: f64 = 16_384.0;

/// The age bands of one place: which, and how many events in how many people.
#[derive(Debug, Clone, Default)]
pub(super) struct Bands(BTreeMap<Ages, (Tally, CountId)>);

impl Profile {
    /// A rate or ratio of one tally, from its rounded counts. A standardised rate is none of one tally.
    pub(super) fn events(&self, tally: &Tally, measure: Measure) -> Result<Figure, Reason> {
        let events = self.release_member(tally.numerator).ok_or(Reason::Small)?;
        match measure {
            Measure::Rate(multiplier) => {
                let people = self.release_count(tally.denominator).filter(|people| *people > 0).ok_or(Reason::Small)?;
                Figure::rate(events, people, multiplier).ok_or(Reason::Small)
            }
            Measure::Ratio => {
                let expected = expected(tally).filter(|expected| *expected >= self.threshold()).ok_or(Reason::Small)?;
                Figure::ratio(events, expected).ok_or(Reason::Small)
            }
            _ => Err(Reason::Small),
        }
    }

    /// The standardised rate of age bands, where none of them is too small.
    fn standardised(&self, bands: &Bands, multiplier: u32) -> Result<Figure, Reason> {
        let each = bands.0.values().map(|(tally, _)| tally);
        let small = |tally: &Tally| self.release_count(tally.numerator).is_none() || self.release_count(tally.denominator).is_none();
        if each.clone().any(small) {
            return Err(Reason::Small);
        }
        let all: Tally = each.copied().sum();
        let rate = bands.estimate(multiplier).ok_or(Reason::Small)?;
        match (self.release_member(all.numerator), self.release_count(all.denominator)) {
            (Some(events), Some(people)) => Ok(Figure::standardised((events, people), rate)),
            _ => Err(Reason::Small),
        }
    }
}

/// What was to be expected, in whole events.
fn expected(tally: &Tally) -> Option<u64> {
    u64::try_from(tally.value_sum).ok().map(|thousandths| (thousandths + 500) / 1000)
}

impl Bands {
    /// The rate, where the method allows one.
    fn estimate(&self, multiplier: u32) -> Option<Estimate> {
        let count = |count: i64| u64::try_from(count).ok();
        let band = |(tally, _): &(Tally, CountId)| Some(Band { events: count(tally.numerator)?, population: count(tally.denominator)? });
        let bands: Vec<Band> = self.0.values().map(band).collect::<Option<_>>()?;
        let standard: Vec<u64> = self.0.keys().map(|ages| ages.standard()).collect();
        estimate(&bands, &standard, f64::from(multiplier), Confidence::P95).ok()
    }

    /// What one event in each band adds to the rate.
    fn factors(&self, multiplier: u32) -> Vec<(usize, f64)> {
        let all: u64 = self.0.keys().map(|ages| ages.standard()).sum();
        let share = |ages: &Ages| real(ages.standard()) / real(all.max(1)) * f64::from(multiplier);
        let people = |tally: &Tally| real(tally.denominator.unsigned_abs().max(1));
        self.0.iter().map(|(ages, (tally, count))| (count.0, share(ages) / people(tally))).collect()
    }
}

impl<K: Clone> System<K> {
    /// A rate or a ratio.
    pub fn events(&mut self, key: K, tally: Tally, measure: Measure) -> FigureId {
        let is_primary = self.profile.events(&tally, measure).is_err();
        self.events_as(key, tally, measure, is_primary)
    }

    fn events_as(&mut self, key: K, tally: Tally, measure: Measure, is_primary: bool) -> FigureId {
        let numerator = self.visible(key.clone(), tally.numerator, self.profile.least_member(), true);
        let denominator = match measure {
            Measure::Ratio => self.expected(key.clone(), &tally),
            _ => self.visible(key.clone(), tally.denominator, self.profile.threshold(), true),
        };
        self.member(key, Kind::Events { numerator, denominator, measure }, tally, is_primary)
    }

    /// What was to be expected counts nobody: it is shown to the nearest whole event, and need not be guarded.
    fn expected(&mut self, key: K, tally: &Tally) -> usize {
        let around = |events: i64| Range::of(events.saturating_mul(1000) - 500, events.saturating_mul(1000) + 500);
        let shown = expected(tally).and_then(|events| i64::try_from(events).ok()).map(around).unwrap_or_default();
        self.add(key, Quantity { truth: tally.value_sum, is_amount: true, known: Range::COUNT, shown, unit: None, guard: None })
    }

    /// Standardised rates of the places of a table that is given by age. A place that lacks a band which another has, has no rate.
    pub fn standardised(&mut self, rows: Unreleased<(K, Ages)>, multiplier: u32) -> Vec<(K, FigureId)>
    where
        K: Ord,
    {
        let bands: BTreeSet<Ages> = rows.rows.iter().map(|((_, ages), _)| *ages).collect();
        let mut places: BTreeMap<K, BTreeMap<Ages, Tally>> = BTreeMap::new();
        for ((place, ages), tally) in rows.rows {
            *places.entry(place).or_default().entry(ages).or_default() += tally;
        }
        let mut figures = Vec::new();
        for (place, given) in places {
            let is_whole = bands.iter().all(|ages| given.contains_key(ages));
            let of_bands = bands.iter().map(|ages| (*ages, given.get(ages).copied().unwrap_or_default())).collect();
            let figure = self.of_bands(place.clone(), of_bands, multiplier);
            if !is_whole {
                self.short(figure);
            }
            figures.push((place, figure));
        }
        figures
    }

    /// The standardised rate of several places together, band by band.
    pub fn standardised_total(&mut self, key: K, parts: &[FigureId], multiplier: u32) -> Result<FigureId, Refused<K>> {
        let each: Vec<Bands> = parts.iter().filter_map(|part| self.figures.get(part.0)).map(|figure| figure.bands.clone()).collect();
        let mut sums: BTreeMap<Ages, Tally> = BTreeMap::new();
        for (ages, (tally, _)) in each.iter().flat_map(|bands| &bands.0) {
            *sums.entry(*ages).or_default() += *tally;
        }
        let total = self.of_bands(key, sums, multiplier);
        self.adds_up(total, parts)?;
        let own = self.figures.get(total.0).map(|figure| figure.bands.clone()).unwrap_or_default();
        for (ages, (_, whole)) in &own.0 {
            let members: Vec<CountId> = each.iter().filter_map(|bands| bands.0.get(ages)).map(|(_, count)| *count).collect();
            self.sum(*whole, &members)?;
        }
        // Where somebody has no rate for want of a band, the sum of all is short of it too.
        if parts.iter().filter_map(|part| self.figures.get(part.0)).any(|part| part.is_short) {
            self.short(total);
        }
        Ok(total)
    }

    /// A figure lacks an age band, so that there is none, nor of any total of it.
    fn short(&mut self, figure: FigureId) {
        self.apart(figure);
        if let Some(member) = self.figures.get_mut(figure.0) {
            member.is_short = true;
        }
    }

    /// One place by its age bands: each a count that is never shown, all of them together a figure.
    fn of_bands(&mut self, key: K, given: BTreeMap<Ages, Tally>, multiplier: u32) -> FigureId {
        let all: Tally = given.values().copied().sum();
        let counted = |(ages, tally): (Ages, Tally)| (ages, (tally, self.latent(key.clone(), tally.numerator)));
        let bands = Bands(given.into_iter().map(counted).collect());
        let made = self.profile.standardised(&bands, multiplier).ok();
        let id = self.events_as(key, all, Measure::Standardised(multiplier), made.is_none());
        let Some((kind, unit)) = self.figures.get(id.0).map(|figure| (figure.kind, figure.unit)) else { return id };
        if let Kind::Events { numerator, .. } = kind {
            let terms = bands.0.values().map(|(_, count)| (count.0, 1)).chain([(numerator, -1)]).collect();
            self.tie(terms, Range::of(0, 0), None);
        }
        if let Some(figure) = made {
            self.tie_standardised(&bands.factors(multiplier), figure.value(), all.numerator, unit);
        }
        if let Some(member) = self.figures.get_mut(id.0) {
            (member.bands, member.made) = (bands, made);
        }
        id
    }

    /// What a standardised rate that is shown to one place says of its bands together.
    fn tie_standardised(&mut self, factors: &[(usize, f64)], shown: f64, events: i64, unit: usize) {
        let largest = factors.iter().map(|(_, factor)| *factor).fold(0.0, f64::max);
        if largest <= 0.0 {
            return;
        }
        let scale = FINE / largest;
        let terms = factors.iter().map(|(at, factor)| (*at, whole(factor * scale))).collect();
        // Each factor is up to a half off, once for every event.
        let slack = events / 2 + 2;
        let range = Range::of(whole((shown - 0.05) * scale) - slack, whole((shown + 0.05) * scale) + slack);
        self.tie(terms, range, Some(unit));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{MHSDS, cell, one, small};
    use super::super::{Limits, Released};
    use super::*;

    fn ages(text: &str) -> Ages {
        Ages::parse(text).unwrap()
    }

    /// Places with the events and people of those under 65 and those from 65 up.
    fn by_age(places: &[(&'static str, [(i64, i64); 2])]) -> Unreleased<(&'static str, Ages)> {
        let bands = ["0-64", "65+"].map(ages);
        let row = |(place, given): &(&'static str, [(i64, i64); 2])| {
            let place = *place;
            bands.into_iter().zip(*given).map(move |(ages, (events, people))| ((place, ages), cell(events, people)))
        };
        Unreleased::new(places.iter().flat_map(row).collect())
    }

    /// What is shown of each place, and of all together, last.
    fn released(places: &[(&'static str, [(i64, i64); 2])]) -> Vec<Released> {
        let mut system = System::new(*MHSDS);
        let figures = system.standardised(by_age(places), 100_000);
        let ids: Vec<FigureId> = figures.iter().map(|(_, figure)| *figure).collect();
        let all = system.standardised_total("all", &ids, 100_000).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        ids.into_iter().chain([all]).map(|figure| guarded.released(figure)).collect()
    }

    #[test]
    fn a_rate_is_worked_out_from_the_rounded_counts() {
        let rate = one(cell(13, 4_001), Measure::Rate(1_000));
        let figure = rate.figure().unwrap();
        assert_eq!((figure.numerator(), figure.denominator(), figure.value(), figure.places()), (Some(15), 4_000, 3.8, 1));
        // Byar's limits of 15 events.
        assert_eq!(figure.interval().map(|limits| (limits.lower, limits.upper)), Some((2.1, 6.2)));
    }

    #[test]
    fn there_may_be_more_events_than_people_and_few_events_are_hidden() {
        assert_eq!(one(cell(60, 20), Measure::Rate(1)).value(), Some(3.0));
        assert_eq!([one(cell(4, 4_000), Measure::Rate(1)), one(cell(30, 4), Measure::Rate(1))], [small(), small()]);
    }

    #[test]
    fn a_ratio_is_of_rounded_events_to_whole_expected_ones() {
        let tally = |events, thousandths| Tally { numerator: events, value_sum: thousandths, ..Tally::default() };
        let ratio = one(tally(31, 27_250), Measure::Ratio);
        let figure = ratio.figure().unwrap();
        assert_eq!((figure.numerator(), figure.denominator(), figure.value()), (Some(30), 27, 1.11));
        assert_eq!([one(tally(4, 27_250), Measure::Ratio), one(tally(30, 4_400), Measure::Ratio)], [small(), small()]);
    }

    #[test]
    fn a_standardised_rate_weighs_its_age_bands_by_the_standard_population() {
        let shown = released(&[("north", [(20, 10_000), (30, 2_000)])]);
        // 80,500 of the standard population are under 65: 0.805 × 200 + 0.195 × 1,500.
        let figure = shown[0].figure().unwrap();
        assert_eq!((figure.value(), figure.numerator(), figure.denominator()), (453.5, Some(50), 12_000));
        assert!(figure.interval().unwrap().contains(453.5));
        assert_eq!(shown[0], shown[1]);
    }

    #[test]
    fn a_standardised_rate_of_several_is_worked_out_from_their_bands_together() {
        let shown = released(&[("north", [(20, 10_000), (30, 2_000)]), ("south", [(40, 10_000), (10, 2_000)])]);
        let pooled: f64 = 0.805 * 60.0 / 20_000.0 + 0.195 * 40.0 / 4_000.0;
        assert_eq!(shown[2].value(), Some((pooled * 1e6).round() / 10.0));
    }

    #[test]
    fn a_standardised_rate_is_hidden_where_a_band_is_small_or_missing_or_events_are_too_few() {
        assert_eq!(released(&[("north", [(4, 10_000), (300, 2_000)])])[0], small());
        let mut system = System::new(*MHSDS);
        let lacks = Unreleased::new(vec![(("north", ages("0-64")), cell(50, 900)), (("north", ages("65+")), cell(50, 900))]);
        let mut rows = lacks.rows;
        rows.push((("south", ages("0-64")), cell(50, 900)));
        let figures = system.standardised(Unreleased::new(rows), 1_000);
        let ids: Vec<FigureId> = figures.iter().map(|(_, figure)| *figure).collect();
        let all = system.standardised_total("all", &ids, 1_000).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        let shown = ids.into_iter().chain([all]).map(|figure| guarded.released(figure).figure().is_some());
        assert_eq!(shown.collect::<Vec<_>>(), [true, false, false]);
        let one_band = Unreleased::new(vec![(("north", Ages::ALL), cell(8, 900))]);
        let mut system = System::new(*MHSDS);
        let figures = system.standardised(one_band, 1_000);
        assert_eq!(system.guard(Limits::default()).unwrap().released(figures[0].1), small());
    }

    #[test]
    fn a_provider_is_hidden_where_another_could_be_worked_out_by_subtraction() {
        let mut system = System::new(*MHSDS);
        let reading = super::super::Reading { events: Some(Measure::Rate(1_000)), ..Default::default() };
        let rows = Unreleased::new(vec![("north", cell(40, 900)), ("south", cell(1, 900))]);
        let parts: Vec<FigureId> = system.table(rows, reading).into_iter().map(|(_, figure)| figure).collect();
        let all = system.total("all", &parts, reading).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        let shown: Vec<bool> = parts.iter().chain([&all]).map(|figure| guarded.released(*figure).figure().is_some()).collect();
        assert!(!shown[1] && shown.iter().filter(|is_shown| **is_shown).count() == 1, "{shown:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn no_band_of_a_rate_that_is_shown_is_small(given in prop::collection::vec([(0i64..30, 50i64..900), (0i64..30, 50i64..900)], 1..5)) {
            let names = ["east", "middle", "north", "south", "west"];
            let places: Vec<_> = names.into_iter().zip(given).collect();
            let shown = released(&places);
            for (released, (_, bands)) in shown.iter().zip(&places) {
                if let Some(figure) = released.figure() {
                    prop_assert!(bands.iter().all(|(events, _)| *events >= 5));
                    prop_assert!(figure.numerator().unwrap() % 5 == 0 && figure.interval().unwrap().contains(figure.value()));
                }
            }
        }
    }
}
