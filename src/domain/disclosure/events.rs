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
