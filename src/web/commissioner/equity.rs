//! Whose voice is behind a figure: of each group how many were asked and how many answered, from what was released of the survey's
//! response. Refuses to judge where a group is hidden: too few to know is a state of its own, as being too unlike is.

use std::collections::BTreeMap;

use crate::domain::indicator::strata::NOT_STATED;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::domain::statistics::participation::{self, Group, Limits, Participation, Standing};
use crate::released::Ledger;

/// What groups are compared by.
const BY: [Breakdown; 5] = [Breakdown::Age, Breakdown::Sex, Breakdown::Ethnicity, Breakdown::Language, Breakdown::Deprivation];

/// Asked and answered; nothing where either is hidden in any month.
pub type Counts = Option<(u64, u64)>;

/// Whether the answers can stand for everybody who was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Even,
    TooFew,
    TooUnlike,
}

/// One breakdown.
pub struct Split {
    pub breakdown: Breakdown,
    pub groups: Vec<(Place, Counts)>,
    pub state: State,
    /// How the groups compare; nothing where they cannot be.
    pub compared: Option<Participation>,
}

/// The response behind a figure.
pub struct Equity {
    pub whole: Counts,
    pub splits: Vec<Split>,
}

impl State {
    /// The name by which its words are found.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Even => "even",
            Self::TooFew => "too-few",
            Self::TooUnlike => "too-unlike",
        }
    }
}

impl Equity {
    /// Over the months of a figure. None where no survey is behind it, or nobody was asked.
    pub fn of(ledger: &Ledger, definition: &Definition, period: Period) -> Option<Self> {
        let key = Definition::response_key(definition.survey()?);
        let mut sums: BTreeMap<Place, Counts> = BTreeMap::new();
        for month in period.plus(1 - definition.grid_months()).until(period) {
            for (place, released) in ledger.leaf(&key, month).into_iter().flat_map(|leaf| leaf.figures.rows()) {
                let counts = released.figure().and_then(|figure| Some((figure.numerator()?, figure.denominator())));
                let sum = sums.entry(*place).or_insert(Some((0, 0)));
                *sum = sum.zip(counts).map(|((answered, asked), (more, of))| (answered + more, asked + of));
            }
        }
        let whole = *sums.get(&Place::WHOLE)?;
        let splits = BY.iter().filter_map(|breakdown| Split::of(*breakdown, &sums)).collect();
        Some(Self { whole, splits })
    }

    /// The worst of its breakdowns: one group that is left behind weighs more than another that is too small to judge.
    pub fn state(&self) -> State {
        let has = |state| self.splits.iter().any(|split| split.state == state);
        match () {
            () if has(State::TooUnlike) => State::TooUnlike,
            () if has(State::TooFew) || self.splits.is_empty() || self.whole.is_none() => State::TooFew,
            () => State::Even,
        }
    }
}

impl Split {
    fn of(breakdown: Breakdown, sums: &BTreeMap<Place, Counts>) -> Option<Self> {
        let mut groups: Vec<(Place, Counts)> =
            sums.iter().filter(|(place, _)| place.breakdown == breakdown).map(|(place, counts)| (*place, *counts)).collect();
        groups.sort_by_key(|(place, _)| (place.member == NOT_STATED, place.member));
        let stated = || groups.iter().filter(|(place, _)| place.member != NOT_STATED);
        stated().next()?;
        let known: Option<Vec<Group>> =
            stated().map(|(_, counts)| counts.map(|(took_part, eligible)| Group { took_part, eligible })).collect();
        let compared = known.and_then(|known| participation::compare(&known, &Limits::default()).ok());
        let state = match compared.as_ref().map(|compared| &compared.standing) {
            Some(Standing::Even) => State::Even,
            Some(Standing::TooUnlike(_)) => State::TooUnlike,
            Some(Standing::TooFew(_)) | None => State::TooFew,
        };
        Some(Self { breakdown, groups, state, compared })
    }

    /// The places of groups that are left behind.
    pub fn behind(&self) -> Vec<Place> {
        let Some(Standing::TooUnlike(places)) = self.compared.as_ref().map(|compared| &compared.standing) else { return Vec::new() };
        let stated: Vec<Place> = self.groups.iter().map(|(place, _)| *place).filter(|place| place.member != NOT_STATED).collect();
        places.iter().filter_map(|at| stated.get(*at).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(groups: &[Counts]) -> BTreeMap<Place, Counts> {
        (1..).zip(groups).map(|(member, counts)| (Place::of(Breakdown::Age, member), *counts)).collect()
    }

    fn split(groups: &[Counts]) -> Split {
        Split::of(Breakdown::Age, &sums(groups)).unwrap()
    }

    #[test]
    fn groups_that_answered_alike_are_even() {
        assert_eq!(split(&[Some((50, 100)), Some((55, 100)), Some((45, 100))]).state, State::Even);
    }

    #[test]
    fn a_hidden_group_is_too_few_to_judge_and_so_is_one_alone() {
        assert_eq!(split(&[Some((50, 100)), None, Some((45, 100))]).state, State::TooFew);
        assert_eq!(split(&[Some((50, 100))]).state, State::TooFew);
    }

    #[test]
    fn a_group_that_answered_far_less_is_named() {
        let split = split(&[Some((60, 100)), Some((20, 100)), Some((55, 100))]);
        assert_eq!((split.state, split.behind()), (State::TooUnlike, vec![Place::of(Breakdown::Age, 2)]));
        assert!(split.compared.and_then(|compared| compared.test).unwrap().probability < 0.001);
    }

    #[test]
    fn who_is_in_no_group_is_shown_and_not_judged() {
        let mut sums = sums(&[Some((50, 100)), Some((55, 100))]);
        sums.insert(Place::of(Breakdown::Age, NOT_STATED), None);
        let split = Split::of(Breakdown::Age, &sums).unwrap();
        assert_eq!((split.state, split.groups.len()), (State::Even, 3));
    }
}
