//! Which outcomes matter most: first choices, points of the first three places, the order they give, and how firm it is.
//!
//! First choices are a table like any other. Points say something about the same ballots, so they are shown of everybody only, never
//! of a group (a difference of points would tell of those outside it), only where the first choices are shown too, and rounded three
//! times as coarsely as people are counted: one person gives 3 at most. Of a group its order is shown, which cannot be subtracted.

use serde::{Deserialize, Serialize};

use super::super::questions::PRIORITIES;
use super::questions::crossed;
use super::{Answered, Asked, Group, SPLITS, members};
use crate::domain::disclosure::{Crossed, Points, Profile, Released, ReleasedRow};
use crate::domain::statistics::bootstrap::Resampled;
use crate::domain::statistics::borda::{self, Ballot, Count};
use crate::domain::statistics::real;
use crate::domain::survey::{LinkId, Value};

/// The points that one ballot can give one outcome at most.
const MOST_POINTS: u64 = 3;

/// Ballots, before a profile has seen them.
pub struct Priorities {
    event: i64,
    outcomes: Vec<String>,
    first: Crossed<Group>,
    ballots: Vec<(Group, Vec<Ballot>)>,
}

/// The order of the outcomes for some people, the most important first. Outcomes without a rank come last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ranking<F = Released, P = Points> {
    pub group: Group,
    /// How many of them chose, rounded.
    pub ballots: Option<u64>,
    pub outcomes: Vec<Ranked<F, P>>,
}

/// One outcome in an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ranked<F = Released, P = Points> {
    /// The key of the outcome.
    pub outcome: String,
    /// Those who put it first, of those who chose.
    pub first: F,
    /// Where it stands; nothing where too few named it.
    pub standing: Option<Standing<P>>,
    /// Whether it is firmly above the next in order; nothing where there is no next.
    pub is_firm: Option<bool>,
}

/// Where an outcome stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing<P = Points> {
    pub rank: u32,
    /// The 95% interval of the rank.
    pub best: u32,
    pub worst: u32,
    /// The points of its places.
    pub points: Option<P>,
}

impl Priorities {
    pub fn of(asked: &Asked<'_>, all: &[Answered]) -> Self {
        let ids = PRIORITIES.map(LinkId::parse);
        let ballot = |one: &Answered| {
            let chosen = ids.iter().flatten().filter_map(|id| match one.answers.values(id).first()? {
                Value::Coding(coding) => asked.outcomes.iter().position(|key| *key == coding.code),
                _ => None,
            });
            Ballot::parse(chosen.collect())
        };
        let first = crossed(all, asked.outcomes.len(), true, |one| ballot(one)?.chosen().first().copied());
        let mut ballots = vec![(Group::Everybody, all.iter().filter_map(ballot).collect())];
        for split in SPLITS {
            ballots.extend(members(all, split).into_iter().map(|(group, those)| (group, those.into_iter().filter_map(ballot).collect())));
        }
        Self { event: asked.event, outcomes: asked.outcomes.to_vec(), first, ballots }
    }

    /// The orders that may be shown. Groups in `apart` stay hidden, and so does the order of fewer than twice the threshold.
    pub fn release(self, profile: Profile, apart: &[Group]) -> Vec<Ranking> {
        let rows = profile.release_crossed(self.first, apart);
        let ballots = |group: &Group| self.ballots.iter().find(|(each, _)| each == group).map(|(_, ballots)| ballots.as_slice());
        let enough = |ballots: &&[Ballot]| ballots.len() as u64 >= 2 * profile.threshold();
        let ranking = |row: &ReleasedRow<Group>| {
            row.total()?;
            Some(Order::of(profile, ballots(row.key()).filter(enough)?, &self.outcomes, self.event)?.ranking(row))
        };
        let all: Vec<Ranking> = rows.iter().filter_map(ranking).collect();
        if all.first().is_some_and(|first| first.group == Group::Everybody) { all } else { Vec::new() }
    }
}

/// The order that some ballots give.
struct Order<'a> {
    profile: Profile,
    outcomes: &'a [String],
    counts: Vec<Count>,
    ranks: Vec<u32>,
    resampled: Resampled,
}

impl<'a> Order<'a> {
    fn of(profile: Profile, ballots: &[Ballot], outcomes: &'a [String], event: i64) -> Option<Self> {
        let counts = borda::count(ballots, outcomes.len());
        let points: Vec<u64> = counts.iter().map(Count::points).collect();
        let resampled = Resampled::of(ballots, outcomes.len(), event.cast_unsigned())?;
        Some(Self { profile, outcomes, ranks: borda::ranks(&points), counts, resampled })
    }

    fn ranking(&self, row: &ReleasedRow<Group>) -> Ranking {
        let mut order: Vec<usize> = (0..self.outcomes.len()).filter(|at| self.is_ranked(*at)).collect();
        order.sort_by_key(|at| (self.ranks.get(*at).copied(), *at));
        let next = order.iter().skip(1).map(|at| Some(*at)).chain([None]);
        let mut outcomes: Vec<Ranked> = order.iter().zip(next).filter_map(|(at, next)| self.ranked(row, *at, next)).collect();
        outcomes.extend((0..self.outcomes.len()).filter(|at| !order.contains(at)).filter_map(|at| self.ranked(row, at, None)));
        Ranking { group: row.key().clone(), ballots: row.total(), outcomes }
    }

    /// Enough people named it: where it stands says nothing of a few.
    fn is_ranked(&self, at: usize) -> bool {
        self.counts.get(at).is_some_and(|count| count.named() >= self.profile.threshold())
    }

    fn ranked(&self, row: &ReleasedRow<Group>, at: usize, next: Option<usize>) -> Option<Ranked> {
        let first = *row.cells().get(at)?;
        let standing = || {
            let ((best, worst), rank) = (self.resampled.rank(at)?, *self.ranks.get(at)?);
            let points = (*row.key() == Group::Everybody && first.figure().is_some()).then(|| self.points(at)).flatten();
            Some(Standing { rank, best: best.min(rank), worst: worst.max(rank), points })
        };
        Some(Ranked {
            outcome: self.outcomes.get(at)?.clone(),
            first,
            standing: self.is_ranked(at).then(standing).flatten(),
            is_firm: next.map(|next| self.resampled.is_firmly_above(at, next)),
        })
    }

    fn points(&self, at: usize) -> Option<Points> {
        let all = real(self.counts.iter().map(Count::points).sum());
        let share = self.resampled.share(at)?;
        self.profile.release_points(self.counts.get(at)?.points(), share.map(|share| share * all), MOST_POINTS)
    }
}
