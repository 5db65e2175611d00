//! How figures become quantities and ties: the working half of a system. Refuses to decide what is hidden.

use super::events::Bands;
use super::model::{Quantity, Range, Tie, Unit};
use super::profile::Profile;
use super::release::Figure;
use super::system::{FigureId, Kind, Member, System};
use crate::domain::indicator::tally::{Measure, Tally};

impl<K: Clone> System<K> {
    pub(super) fn add(&mut self, key: K, quantity: Quantity) -> usize {
        self.keys.push(key);
        self.model.quantities.push(quantity);
        self.model.quantities.len() - 1
    }

    pub(super) fn tie(&mut self, terms: Vec<(usize, i64)>, range: Range, unit: Option<usize>) {
        self.model.ties.push(Tie { terms, range, unit });
    }

    pub(super) fn truth(&self, at: usize) -> i64 {
        self.model.quantities.get(at).map_or(0, |one| one.truth)
    }

    /// What a mean shown to one place says of the sum behind it and the number of values together.
    pub(super) fn tie_mean(&mut self, kind: Kind, shown: f64, unit: Option<usize>) {
        let Kind::Mean { n, amount, scale, .. } = kind else { return };
        let thousandths = super::programme::whole(shown * 1000.0);
        let (low, high) = (thousandths - 50 - scale.least, thousandths + 50 - scale.least);
        self.tie(vec![(amount, 1), (n, -low)], Range { low: Some(0), high: None }, unit);
        self.tie(vec![(amount, -1), (n, high)], Range { low: Some(0), high: None }, unit);
    }

    pub(super) fn guard_of(&self, truth: i64, least: u64) -> Option<i64> {
        self.profile.is_small(truth, least).then(|| i64::try_from(self.profile.threshold()).unwrap_or(i64::MAX))
    }

    /// A count of a figure, which is shown with it: rounded, or only in that it is enough.
    pub(super) fn visible(&mut self, key: K, truth: i64, least: u64, is_shown: bool) -> usize {
        let shown = match self.profile.behind(truth, least) {
            Some(range) if is_shown => range,
            Some(range) => Range { low: range.low.min(i64::try_from(least).ok()), high: None },
            None => Range::default(),
        };
        let guard = self.guard_of(truth, least);
        self.add(key, Quantity { truth, is_amount: false, known: Range::COUNT, shown, unit: None, guard })
    }

    pub(super) fn member(&mut self, key: K, kind: Kind, tally: Tally, is_primary: bool) -> FigureId {
        self.model.units.push(Unit { weight: 0, is_primary });
        let unit = self.model.units.len() - 1;
        for at in kind.quantities() {
            if let Some(quantity) = self.model.quantities.get_mut(at) {
                quantity.unit = Some(unit);
            }
        }
        self.figures.push(Member { key, kind, unit, tally, before: None, made: None, bands: Bands::default(), is_short: false });
        FigureId(self.figures.len() - 1)
    }

    /// The reader may take it that some are among others wherever it is so.
    pub(super) fn within(&mut self, some: usize, others: usize) {
        if self.truth(some) <= self.truth(others) {
            self.tie(vec![(others, 1), (some, -1)], Range::COUNT, None);
        }
    }

    /// What a total has beyond its parts, in one of its quantities.
    pub(super) fn remainder(&mut self, key: &K, of: usize, rest: i64) -> usize {
        let is_amount = self.model.quantities.get(of).is_some_and(|one| one.is_amount);
        if is_amount {
            let known = Range::COUNT;
            return self.add(key.clone(), Quantity { truth: rest, is_amount, known, shown: Range::default(), unit: None, guard: None });
        }
        self.latent(key.clone(), rest).0
    }

    /// Within what a total has beyond its parts the same holds as within a figure.
    pub(super) fn tie_remainder(&mut self, kind: Kind, quantities: &[usize]) {
        match (kind, quantities) {
            (Kind::Proportion { .. }, [numerator, rest, denominator, recorded]) => {
                self.tie(vec![(*denominator, -1), (*numerator, 1), (*rest, 1)], Range::of(0, 0), None);
                self.within(*recorded, *denominator);
            }
            (Kind::Mean { scale, .. }, [n, _, amount]) => {
                let one_person = scale.most - scale.least;
                self.tie(vec![(*amount, -1), (*n, one_person)], Range::COUNT, None);
                let is_guarded = self.model.quantities.get(*n).is_some_and(|one| one.guard.is_some());
                if let Some(quantity) = self.model.quantities.get_mut(*amount).filter(|_| is_guarded) {
                    quantity.guard = Some(one_person);
                }
            }
            _ => {}
        }
    }
}

/// What somebody who saw a figure knows of its counts, in the order of its quantities.
pub(super) fn seen(profile: &Profile, figure: &Figure, kind: Kind) -> Vec<(usize, Range)> {
    let least = profile.threshold();
    let at = |shown: Option<u64>, least: u64| shown.map(|shown| profile.around(shown, least)).unwrap_or_default();
    let denominator = Some(figure.denominator());
    match kind {
        Kind::Alone { count } => vec![(count, at(denominator, least))],
        Kind::Proportion { numerator, rest, denominator: all, recorded } => {
            let member = Range { low: i64::try_from(profile.least_member()).ok(), high: None };
            vec![
                (rest, member),
                (numerator, at(figure.numerator(), profile.least_member())),
                (all, at(denominator, least)),
                (recorded, at(figure.recorded(), least)),
            ]
        }
        // What was to be expected counts nobody.
        Kind::Events { numerator, measure: Measure::Ratio, .. } => vec![(numerator, at(figure.numerator(), profile.least_member()))],
        Kind::Events { numerator, denominator: all, .. } => {
            vec![(numerator, at(figure.numerator(), profile.least_member())), (all, at(denominator, least))]
        }
        Kind::Mean { n, recorded, .. } => vec![(n, at(denominator, profile.mean_least())), (recorded, at(figure.recorded(), least))],
    }
}
