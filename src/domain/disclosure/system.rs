//! Everything that leaves together: figures, what of them adds up, what is never shown, and what was shown before. It is put
//! together here, and goes out through [`System::guard`] in one piece or not at all.
//!
//! Refuses to be read: no number that was put in can be taken out but through the door.

use std::fmt;

use super::events::Bands;
use super::model::{Model, Quantity, Range};
use super::profile::Profile;
use super::release::{Figure, Released};
use crate::domain::indicator::tally::{Measure, Tally};

/// A figure of a system, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId(pub(super) usize);

/// A count of a system, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountId(pub(super) usize);

/// The least and the most one answer can be on a scale, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub least: i64,
    pub most: i64,
}

/// Why a system does not leave. Names what is at fault by its key, for those who may see it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused<K> {
    /// The parts of a total are more than the total, are read in another way, or a quantity lies where it cannot.
    #[error("counts do not add up")]
    DoesNotAddUp(K),
    /// Since it was shown before, people were both added and taken away.
    #[error("a figure changed in both directions since it was shown")]
    Mixed(K),
    /// Somebody could work this out whatever is hidden now, because of what was shown before.
    #[error("a small count could be worked out")]
    Exposed(K),
    /// The profile is for inside the boundary: nothing leaves by it.
    #[error("the profile is not for release")]
    InsideOnly,
}

/// How a figure is put together out of quantities. All of them are places in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Alone { count: usize },
    Proportion { numerator: usize, rest: usize, denominator: usize, recorded: usize },
    Mean { n: usize, recorded: usize, amount: usize, scale: Scale },
    Events { numerator: usize, denominator: usize, measure: Measure },
}

impl Kind {
    /// The quantities, in an order in which figures of one kind add up one to one.
    pub(super) fn quantities(self) -> Vec<usize> {
        match self {
            Self::Alone { count } => vec![count],
            Self::Proportion { numerator, rest, denominator, recorded } => vec![numerator, rest, denominator, recorded],
            Self::Mean { n, recorded, amount, .. } => vec![n, recorded, amount],
            Self::Events { numerator, denominator, .. } => vec![numerator, denominator],
        }
    }

    pub(super) fn adds_up_with(self, other: Self) -> bool {
        match (self, other) {
            (Self::Mean { scale, .. }, Self::Mean { scale: same, .. }) => scale == same,
            (Self::Events { measure, .. }, Self::Events { measure: same, .. }) => measure == same,
            (one, two) => std::mem::discriminant(&one) == std::mem::discriminant(&two),
        }
    }
}

pub(super) struct Member<K> {
    pub(super) key: K,
    pub(super) kind: Kind,
    pub(super) unit: usize,
    pub(super) tally: Tally,
    /// What an earlier release made of it, if it is one of that release.
    pub(super) before: Option<Before>,
    /// What it is, where that is not worked out from its tally.
    pub(super) made: Option<Figure>,
    /// Its age bands, where it is standardised by them.
    pub(super) bands: Bands,
    /// True where it lacks an age band that others have.
    pub(super) is_short: bool,
}

/// What an earlier release made of a figure.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before {
    Figure(Released),
    Count(Option<u64>),
}

/// Figures and counts that are released together.
///
/// ```compile_fail,E0616
/// # use saywell::domain::disclosure::System;
/// # fn read(system: System<()>) {
/// let leaked = system.model;
/// # }
/// ```
pub struct System<K> {
    pub(super) profile: Profile,
    pub(super) model: Model,
    /// Of each quantity, whose it is.
    pub(super) keys: Vec<K>,
    pub(super) figures: Vec<Member<K>>,
    /// Which figure is the total of which.
    pub(super) totals: Vec<(usize, Vec<usize>)>,
}

impl<K> fmt::Debug for System<K> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("System").finish_non_exhaustive()
    }
}

impl<K: Clone> System<K> {
    /// Nothing yet.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, model: Model::default(), keys: Vec::new(), figures: Vec::new(), totals: Vec::new() }
    }

    /// A count that is never shown, such as one month within rolling quarters. It is guarded if it is small.
    pub fn latent(&mut self, key: K, truth: i64) -> CountId {
        let guard = self.guard_of(truth, self.profile.threshold());
        CountId(self.add(key, Quantity { truth, is_amount: false, known: Range::COUNT, shown: Range::default(), unit: None, guard }))
    }

    /// A count that is shown by itself, such as how many were asked.
    pub fn count(&mut self, key: K, truth: i64) -> FigureId {
        let is_primary = self.profile.release_count(truth).is_none();
        let count = self.visible(key.clone(), truth, self.profile.threshold(), true);
        let tally = Tally { denominator: truth, ..Tally::default() };
        self.member(key, Kind::Alone { count }, tally, is_primary)
    }

    /// A proportion: those who meet the outcome, those who do not, all of them, and those of whom there is a record.
    pub fn proportion(&mut self, key: K, tally: Tally) -> FigureId {
        let is_primary = self.profile.figure(&tally, Measure::Proportion).is_err();
        let least = self.profile.threshold();
        let member = self.profile.least_member();
        let numerator = self.visible(key.clone(), tally.numerator, member, true);
        // Those who do not meet the outcome are not shown; that they are enough to be shown, is.
        let rest = self.visible(key.clone(), tally.denominator - tally.numerator, member, false);
        let denominator = self.visible(key.clone(), tally.denominator, least, true);
        let recorded = self.visible(key.clone(), tally.recorded, least, true);
        self.tie(vec![(denominator, -1), (numerator, 1), (rest, 1)], Range::of(0, 0), None);
        self.within(recorded, denominator);
        self.within(numerator, recorded);
        self.member(key, Kind::Proportion { numerator, rest, denominator, recorded }, tally, is_primary)
    }

    /// A mean of answers on a scale: how many values, and what they come to.
    pub fn mean(&mut self, key: K, tally: Tally, scale: Scale) -> FigureId {
        let figure = self.profile.figure(&tally, Measure::Mean).ok();
        let least = self.profile.mean_least();
        let n = self.visible(key.clone(), tally.denominator, least, true);
        let recorded = self.visible(key.clone(), tally.recorded, self.profile.threshold(), true);
        // What the values are above the least of the scale: it adds up, and is never negative.
        let truth = tally.value_sum - scale.least * tally.denominator;
        let one_person = scale.most - scale.least;
        let guard = figure.is_none().then_some(one_person);
        let quantity = Quantity { truth, is_amount: true, known: Range::COUNT, shown: Range::default(), unit: None, guard };
        let amount = self.add(key.clone(), quantity);
        self.tie(vec![(amount, -1), (n, one_person)], Range::COUNT, None);
        let kind = Kind::Mean { n, recorded, amount, scale };
        let id = self.member(key, kind, tally, figure.is_none());
        if let Some(figure) = figure {
            self.tie_mean(kind, figure.value(), self.figures.get(id.0).map(|one| one.unit));
        }
        id
    }

    /// The counts of a figure: for a proportion those who meet the outcome, those who do not, all, and those recorded.
    #[must_use]
    pub fn counts_of(&self, figure: FigureId) -> Vec<CountId> {
        let quantities = self.figures.get(figure.0).map(|one| one.kind.quantities()).unwrap_or_default();
        quantities.into_iter().filter(|at| self.model.quantities.get(*at).is_some_and(|one| !one.is_amount)).map(CountId).collect()
    }

    /// One count is the sum of others. Fails if it is not.
    pub fn sum(&mut self, total: CountId, parts: &[CountId]) -> Result<(), Refused<K>> {
        let rest = self.truth(total.0) - parts.iter().map(|part| self.truth(part.0)).sum::<i64>();
        if rest == 0 {
            self.tie(parts.iter().map(|part| (part.0, 1)).chain([(total.0, -1)]).collect(), Range::of(0, 0), None);
            return Ok(());
        }
        Err(self.keys.get(total.0).map_or(Refused::InsideOnly, |key| Refused::DoesNotAddUp(key.clone())))
    }

    /// A figure is the total of others: each of its counts is. What it has beyond them is a part that is never shown, and is
    /// guarded like one. Fails if the parts are more than the total.
    pub fn adds_up(&mut self, total: FigureId, parts: &[FigureId]) -> Result<(), Refused<K>> {
        let Some((key, kind)) = self.figures.get(total.0).map(|one| (one.key.clone(), one.kind)) else { return Ok(()) };
        let kinds: Vec<Kind> = parts.iter().filter_map(|part| self.figures.get(part.0).map(|one| one.kind)).collect();
        if kinds.iter().any(|part| !part.adds_up_with(kind)) {
            return Err(Refused::DoesNotAddUp(key));
        }
        let columns: Vec<Vec<usize>> = kinds.iter().map(|part| part.quantities()).collect();
        let mut rests = Vec::new();
        for (place, whole) in kind.quantities().into_iter().enumerate() {
            let mut members: Vec<usize> = columns.iter().filter_map(|column| column.get(place).copied()).collect();
            let rest = self.truth(whole) - members.iter().map(|at| self.truth(*at)).sum::<i64>();
            rests.push((whole, rest));
            members.push(whole);
        }
        if rests.iter().any(|(_, rest)| *rest < 0) {
            return Err(Refused::DoesNotAddUp(key));
        }
        let has_rest = rests.iter().any(|(_, rest)| *rest > 0);
        let mut remainder = Vec::new();
        for (place, (whole, rest)) in rests.into_iter().enumerate() {
            let mut terms: Vec<(usize, i64)> = columns.iter().filter_map(|column| column.get(place)).map(|at| (*at, 1)).collect();
            terms.push((whole, -1));
            if has_rest {
                let at = self.remainder(&key, whole, rest);
                terms.push((at, 1));
                remainder.push(at);
            }
            self.tie(terms, Range::of(0, 0), None);
        }
        self.tie_remainder(kind, &remainder);
        self.totals.push((total.0, parts.iter().map(|part| part.0).collect()));
        Ok(())
    }

    /// Two figures are about the same people, whatever is counted of them: the reader knows that they are as many. Nothing where they
    /// are not.
    pub fn same_people(&mut self, one: FigureId, other: FigureId) {
        let kinds = [one, other].map(|figure| self.figures.get(figure.0).map(|member| member.kind));
        if let [Some(Kind::Proportion { denominator, .. }), Some(Kind::Proportion { denominator: same, .. })] = kinds
            && self.truth(denominator) == self.truth(same)
        {
            self.tie(vec![(denominator, 1), (same, -1)], Range::of(0, 0), None);
        }
    }

    /// Of those in this figure nothing is on record, and everybody knows it: that none of them met the outcome is no secret.
    pub fn silent(&mut self, figure: FigureId) {
        let Some(Kind::Proportion { numerator, recorded, .. }) = self.figures.get(figure.0).map(|member| member.kind) else { return };
        if self.truth(numerator) == 0 && self.truth(recorded) == 0 {
            for at in [numerator, recorded] {
                if let Some(quantity) = self.model.quantities.get_mut(at) {
                    (quantity.known, quantity.guard) = (Range::of(0, 0), None);
                }
            }
        }
    }

    /// A figure stays hidden, whatever its counts.
    pub fn apart(&mut self, figure: FigureId) {
        let unit = self.figures.get(figure.0).map(|one| one.unit);
        if let Some(unit) = unit.and_then(|unit| self.model.units.get_mut(unit)) {
            unit.is_primary = true;
        }
    }

    /// Two figures are halves of a pair, such as women and men: under a rule that says so, neither is shown without the other.
    pub fn pair(&mut self, one: FigureId, other: FigureId) {
        let units = self.figures.get(one.0).map(|member| member.unit).zip(self.figures.get(other.0).map(|member| member.unit));
        if let Some((one, other)) = units.filter(|(one, other)| one != other && self.profile.hides_pairs()) {
            let was_primary = self.model.units.get(other).is_some_and(|unit| unit.is_primary);
            if let Some(unit) = self.model.units.get_mut(one) {
                unit.is_primary |= was_primary;
            }
            let moved = |unit: &mut usize| *unit = if *unit == other { one } else { *unit };
            self.figures.iter_mut().for_each(|member| moved(&mut member.unit));
            self.model.quantities.iter_mut().filter_map(|quantity| quantity.unit.as_mut()).for_each(moved);
            self.model.ties.iter_mut().filter_map(|tie| tie.unit.as_mut()).for_each(moved);
        }
    }
}
