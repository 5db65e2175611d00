//! The door a system leaves by: what is small is hidden, then what would give it away, then everything is attacked; what stands
//! is released together with a certificate. Refuses to release a part of a system of which another part is refused.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::attack::Witnesses;
use super::certificate::Certificate;
use super::hide::{Choice, Limits, Method, Search};
use super::model::{Hidden, Model};
use super::programme::SOLVER;
use super::release::{Figure, Reason, Released};
use super::rules::Audience;
use super::system::{Before, FigureId, Kind, Member, Refused, System};
use super::table::Releasable;
use crate::domain::indicator::tally::Measure;

/// What a system's figures became.
///
/// Nothing else can make one:
///
/// ```compile_fail,E0451
/// # use saywell::domain::disclosure::{Certificate, Guarded};
/// # fn forge(certificate: Certificate) {
/// let forged = Guarded { outcomes: Vec::new(), counts: Vec::new(), certificate };
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Guarded {
    outcomes: Vec<Released>,
    counts: Vec<Option<u64>>,
    certificate: Certificate,
}

impl Guarded {
    /// What may be shown of a proportion or a mean. Why a figure is hidden is not told apart: that would help to work it out.
    #[must_use]
    pub fn released(&self, figure: FigureId) -> Released {
        self.outcomes.get(figure.0).copied().unwrap_or(Released::Withheld(Reason::Small))
    }

    /// A count that is shown by itself, rounded.
    #[must_use]
    pub fn count(&self, figure: FigureId) -> Option<u64> {
        self.counts.get(figure.0).copied().flatten()
    }

    /// A table of some of the figures.
    #[must_use]
    pub fn table<L>(&self, measure: Measure, rows: impl IntoIterator<Item = (L, FigureId)>) -> Releasable<L> {
        Releasable::new(measure, rows.into_iter().map(|(key, figure)| (key, self.released(figure))).collect())
    }

    /// How it was made safe.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }
}

impl<K: Clone + Serialize> System<K> {
    /// Hides as little as possible and releases the rest, or says what cannot be guarded.
    pub fn guard(mut self, limits: Limits) -> Result<Guarded, Refused<K>> {
        self.weigh();
        self.check(&self.model.primary())?;
        let mut search = Search::new(&self.model);
        let choice = search.choose(limits).map_err(|at| self.exposed(at))?;
        self.proved(choice, &search.witnesses)
    }

    /// Attacks a choice made elsewhere: every figure is shown but these and those that are small.
    pub fn audit(mut self, hidden: &[FigureId]) -> Result<Guarded, Refused<K>> {
        self.weigh();
        let mut choice = self.model.primary();
        for unit in hidden.iter().filter_map(|figure| self.figures.get(figure.0)).map(|figure| figure.unit) {
            if let Some(place) = choice.get_mut(unit) {
                *place = true;
            }
        }
        self.check(&choice)?;
        let mut witnesses = Witnesses::new(&self.model);
        if let Some((at, _)) = witnesses.attack(&choice, true).first() {
            return Err(self.exposed(*at));
        }
        let weight = super::attack::weight(&self.model, &choice);
        self.proved(Choice { hidden: choice, method: Method::Heuristic, weight }, &witnesses)
    }

    /// The truth must agree with everything that is said of it, or what is shown would be wrong.
    fn check(&self, hidden: &Hidden) -> Result<(), Refused<K>> {
        if self.profile.rules().audience == Audience::Inside {
            return Err(Refused::InsideOnly);
        }
        let astray = self.model.at_odds(&self.model.truth(), hidden).and_then(|at| self.keys.get(at));
        astray.map_or(Ok(()), |key| Err(Refused::DoesNotAddUp(key.clone())))
    }

    fn exposed(&self, at: usize) -> Refused<K> {
        self.keys.get(at).map_or(Refused::InsideOnly, |key| Refused::Exposed(key.clone()))
    }

    /// What hiding each figure costs: four for each doubling of the rounded number it is out of, and four times that for every
    /// level of total it stands above the leaves. So a locality goes before a group of them, and that before the county.
    fn weigh(&mut self) {
        let mut levels = vec![0u32; self.figures.len()];
        for _ in 0..6 {
            for (total, parts) in &self.totals {
                let above = parts.iter().filter_map(|part| levels.get(*part)).max().map_or(0, |level| level + 1);
                if let Some(level) = levels.get_mut(*total) {
                    *level = above.max(*level);
                }
            }
        }
        for (figure, level) in self.figures.iter().zip(levels) {
            let rounded = self.profile.release_count(figure.tally.denominator).unwrap_or_default();
            let doublings = u64::from(u128::from(rounded.min(1 << 30) + 1).pow(4).ilog2());
            if let Some(unit) = self.model.units.get_mut(figure.unit) {
                unit.weight += (4 + doublings) * 4u64.pow(level.min(6));
            }
        }
    }

    /// Puts together what leaves. The last look: what is not proved does not leave, whoever chose what to hide.
    fn proved(&self, choice: Choice, witnesses: &Witnesses<'_>) -> Result<Guarded, Refused<K>> {
        let widths = witnesses.widths(&choice.hidden);
        for ((at, width), (_, guard)) in widths.iter().zip(self.model.guarded()) {
            if *width < guard {
                return Err(self.exposed(*at));
            }
        }
        let is_shown = |figure: &Member<K>| Model::is_seen(Some(figure.unit), &choice.hidden);
        let outcomes = self.figures.iter().map(|figure| self.outcome(figure, is_shown(figure))).collect();
        let count = |figure: &Member<K>| match (figure.kind, figure.before) {
            (_, Some(Before::Count(before))) => before,
            (Kind::Alone { .. }, None) => self.profile.release_count(figure.tally.denominator).filter(|_| is_shown(figure)),
            _ => None,
        };
        let counts: Vec<Option<u64>> = self.figures.iter().map(count).collect();
        let people = widths.iter().filter(|(at, _)| self.model.quantities.get(*at).is_some_and(|one| !one.is_amount));
        let earlier = self.figures.iter().filter(|figure| figure.before.is_some()).count();
        let primary = self.model.units.iter().filter(|unit| unit.is_primary).count();
        let certificate = Certificate {
            profile: self.profile.key().to_owned(),
            figures: self.figures.len() - earlier,
            earlier,
            counts: self.model.quantities.len(),
            sums: self.model.ties.len(),
            primary: primary.saturating_sub(earlier),
            secondary: choice.hidden.iter().filter(|is_hidden| **is_hidden).count().saturating_sub(primary),
            guarded: widths.len(),
            narrowest: people.map(|(_, width)| *width).min(),
            method: choice.method,
            weight: choice.weight,
            solver: SOLVER.to_owned(),
            public: String::new(),
        };
        let mut guarded = Guarded { outcomes, counts, certificate };
        guarded.certificate.public = self.public(&guarded);
        Ok(guarded)
    }

    fn outcome(&self, figure: &Member<K>, is_shown: bool) -> Released {
        if let Some(Before::Figure(before)) = figure.before {
            return before;
        }
        let measure = match figure.kind {
            Kind::Alone { .. } => return Released::Withheld(Reason::Small),
            Kind::Proportion { .. } => Measure::Proportion,
            Kind::Mean { .. } => Measure::Mean,
            Kind::Events { measure, .. } => measure,
        };
        let own = is_shown.then(|| figure.made.or_else(|| self.profile.figure(&figure.tally, measure).ok())).flatten();
        own.map_or(Released::Withheld(Reason::Small), Released::Shown)
    }

    /// A hash of what anybody may know of the system.
    fn public(&self, guarded: &Guarded) -> String {
        let mut hash = Sha256::new();
        let mut write = |text: &str| {
            hash.update(u64::try_from(text.len()).unwrap_or_default().to_be_bytes());
            hash.update(text.as_bytes());
        };
        write(self.profile.key());
        for (at, figure) in self.figures.iter().enumerate() {
            write(&serde_json::to_string(&figure.key).unwrap_or_default());
            let shown = guarded.outcomes.get(at).and_then(Released::figure).map(Figure::parts);
            write(&format!("{shown:?} {:?}", guarded.counts.get(at)));
        }
        for tie in &self.model.ties {
            // A mean's own tie says nothing that its figure does not.
            write(&format!("{:?}", tie.terms.iter().filter(|_| tie.unit.is_none()).collect::<Vec<_>>()));
        }
        data_encoding::HEXLOWER.encode(&hash.finalize())
    }
}
