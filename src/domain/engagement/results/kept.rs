//! Results as they are kept once they were released. Whoever looks a second time is shown what was shown the first time: had somebody
//! taken their answers back meanwhile, or had a paper form come late, the difference of the two looks would tell what was on it.
//!
//! Figures and points are kept apart, under the key of the ledger, and stand in the rest by number. Refuses to read a figure that was
//! not written here.

use std::collections::BTreeSet;

use data_encoding::BASE64;

use super::{AnswersTo, Ranked, Ranking, ReleasedResults, Shares, Standing};
use crate::domain::disclosure::{LedgerKey, Numbered, Points, Profile, Released};

/// Puts one thing in the place of each figure, and one in the place of each number of points.
trait Exchange<F, P, G, Q> {
    fn figure(&mut self, figure: F) -> Option<G>;
    fn points(&mut self, points: P) -> Option<Q>;
}

/// Puts numbers in the place of what they stand for.
struct Out(Numbered);

impl Exchange<Released, Points, usize, usize> for Out {
    fn figure(&mut self, figure: Released) -> Option<usize> {
        self.0.figures.push(figure);
        self.0.figures.len().checked_sub(1)
    }

    fn points(&mut self, points: Points) -> Option<usize> {
        self.0.points.push(points);
        self.0.points.len().checked_sub(1)
    }
}

/// Puts back what numbers stand for.
struct Back(Numbered);

impl Exchange<usize, usize, Released, Points> for Back {
    fn figure(&mut self, figure: usize) -> Option<Released> {
        self.0.figures.get(figure).copied()
    }

    fn points(&mut self, points: usize) -> Option<Points> {
        self.0.points.get(points).copied()
    }
}

impl ReleasedResults {
    /// As they are kept. Nothing where they cannot be written.
    #[must_use]
    pub fn kept(&self, key: &LedgerKey) -> Option<String> {
        let mut out = Out(Numbered::default());
        let document: ReleasedResults<usize, usize> = self.clone().exchanged(&mut out)?;
        key.keep(&document, &out.0).map(|bytes| BASE64.encode(&bytes))
    }

    /// What was kept; nothing where it was not kept under this key, or cannot be read.
    #[must_use]
    pub fn read(kept: &str, key: &LedgerKey) -> Option<Self> {
        let bytes = BASE64.decode(kept.as_bytes()).ok()?;
        let (document, numbered) = key.read_back::<ReleasedResults<usize, usize>>(&bytes).ok()?;
        document.exchanged(&mut Back(numbered))
    }

    /// True where they are to be shown as they are, though answers have come or gone since they were worked out of `then`: while
    /// these are fewer than a count that may be shown.
    #[must_use]
    pub fn stand(&self, profile: &Profile, then: &BTreeSet<i64>, now: &BTreeSet<i64>) -> bool {
        // Of what shows nothing, nothing is learned by looking again.
        let moved = then.symmetric_difference(now).count() as u64;
        self.answers.is_some() && moved < profile.threshold()
    }
}

impl<F, P> ReleasedResults<F, P> {
    fn exchanged<G, Q>(self, by: &mut impl Exchange<F, P, G, Q>) -> Option<ReleasedResults<G, Q>> {
        let Self { answers, who, priorities, senses, questions } = self;
        Some(ReleasedResults {
            answers,
            who,
            priorities: priorities.into_iter().map(|one| one.exchanged(by)).collect::<Option<_>>()?,
            senses: senses.into_iter().map(|(key, shares)| Some((key, all(shares, by)?))).collect::<Option<_>>()?,
            questions: questions.into_iter().map(|(id, answers)| Some((id, answers.exchanged(by)?))).collect::<Option<_>>()?,
        })
    }
}

impl<F> AnswersTo<F> {
    fn exchanged<P, G, Q>(self, by: &mut impl Exchange<F, P, G, Q>) -> Option<AnswersTo<G>> {
        Some(match self {
            Self::Options(shares) => AnswersTo::Options(all(shares, by)?),
            Self::Mean(mean) => AnswersTo::Mean(by.figure(mean)?),
        })
    }
}

fn all<F, P, G, Q>(shares: Vec<Shares<F>>, by: &mut impl Exchange<F, P, G, Q>) -> Option<Vec<Shares<G>>> {
    let mut one = |Shares { group, answered, options }: Shares<F>| {
        Some(Shares { group, answered, options: options.into_iter().map(|figure| by.figure(figure)).collect::<Option<_>>()? })
    };
    shares.into_iter().map(&mut one).collect()
}

impl<F, P> Ranking<F, P> {
    fn exchanged<G, Q>(self, by: &mut impl Exchange<F, P, G, Q>) -> Option<Ranking<G, Q>> {
        let mut one = |Ranked { outcome, first, standing, is_firm }: Ranked<F, P>| {
            let standing = match standing {
                Some(Standing { rank, best, worst, points }) => {
                    let points = match points {
                        Some(points) => Some(by.points(points)?),
                        None => None,
                    };
                    Some(Standing { rank, best, worst, points })
                }
                None => None,
            };
            Some(Ranked { outcome, first: by.figure(first)?, standing, is_firm })
        };
        let outcomes = self.outcomes.into_iter().map(&mut one).collect::<Option<_>>()?;
        Some(Ranking { group: self.group, ballots: self.ballots, outcomes })
    }
}
