//! What came out of an event, behind the door of disclosure control: who answered, what matters most to them, whether the indicators
//! make sense, and how the other questions were answered. What goes in can be read by nobody before a profile has released it.
//!
//! Words never come here: a question that was answered in words is not counted. Refuses to be made while answers are taken: two looks
//! a minute apart would tell what one person said in between.

mod evidence;
mod kept;
mod priorities;
mod questions;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use evidence::Evidence;
pub use priorities::{Ranked, Ranking, Standing};
pub use questions::{Answers as AnswersTo, Shares};

use self::priorities::Priorities;
use self::questions::Question;
use super::questions::SENSE;
use crate::domain::disclosure::{Crossed, Points, Profile, Released, Row};
use crate::domain::survey::{Answers, Definition, LinkId, Respondent};

/// What can be said about an indicator, in the order it is shown in.
pub const SENSES: [&str; 3] = ["yes", "partly", "no"];

/// Some of those who answered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Group {
    Everybody,
    /// Those who answered as that.
    Respondent(Respondent),
    /// Those who live there; nothing for those of whom it is not known.
    Locality(Option<i64>),
    /// Those who answered in that language, a BCP 47 tag.
    Language(String),
    /// Those who answered in that way: web, kiosk, phone or paper.
    Mode(String),
}

/// What one person sent.
#[derive(Debug, Clone)]
pub struct Answered {
    pub respondent: Respondent,
    pub locality: Option<i64>,
    pub language: String,
    pub mode: String,
    /// What they chose. Where they used words, that they did.
    pub answers: Answers,
}

/// What an event asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The number of the event.
    pub event: i64,
    /// Keys of the outcomes that could be put in order.
    pub outcomes: &'a [String],
    /// Keys of the indicators that were asked about.
    pub indicators: &'a [String],
    pub survey: &'a Definition,
}

/// What came out, before a profile has seen it.
pub struct Results {
    who: Crossed<Group>,
    priorities: Priorities,
    senses: Vec<(String, Question)>,
    questions: Vec<(LinkId, Question)>,
}

/// What may be shown of it. Where it is kept, numbers stand for figures and points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReleasedResults<F = Released, P = Points> {
    /// How many sent answers, rounded; nothing where they are too few to show anything.
    pub answers: Option<u64>,
    /// How many of each group did, where that may be shown.
    pub who: Vec<(Group, u64)>,
    /// The order of the outcomes, of everybody first and then of the groups that are large enough. Empty where none is.
    pub priorities: Vec<Ranking<F, P>>,
    /// For each indicator whether it makes sense: of [`SENSES`], everybody first.
    pub senses: Vec<(String, Vec<Shares<F>>)>,
    /// The other questions, in their order.
    pub questions: Vec<(LinkId, AnswersTo<F>)>,
}

impl fmt::Debug for Results {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Results").finish_non_exhaustive()
    }
}

impl Results {
    /// What these answers come to.
    #[must_use]
    pub fn of(asked: &Asked<'_>, all: &[Answered]) -> Self {
        let sense = |key: &String| Some((key.clone(), Question::of_sense(&LinkId::parse(&format!("{SENSE}{key}"))?, all)));
        Self {
            who: who(all),
            priorities: Priorities::of(asked, all),
            senses: asked.indicators.iter().filter_map(sense).collect(),
            questions: asked.survey.walk().filter_map(|item| Some((item.link_id.clone(), Question::of(item, all)?))).collect(),
        }
    }

    /// What may be shown of them.
    #[must_use]
    pub fn release(self, profile: Profile) -> ReleasedResults {
        let mut rows = profile.release_crossed(self.who, &[]).into_iter();
        let answers = rows.next().and_then(|everybody| everybody.total());
        let (mut who, mut apart) = (Vec::new(), Vec::new());
        for row in rows {
            match row.total() {
                Some(total) => who.push((row.key().clone(), total)),
                None => apart.push(row.key().clone()),
            }
        }
        if answers.is_none() {
            return ReleasedResults { answers, who: Vec::new(), priorities: Vec::new(), senses: Vec::new(), questions: Vec::new() };
        }
        ReleasedResults {
            answers,
            who,
            priorities: self.priorities.release(profile, &apart),
            senses: self.senses.into_iter().map(|(key, question)| (key, question.release(profile, &apart).shares())).collect(),
            questions: self.questions.into_iter().map(|(id, question)| (id, question.release(profile, &apart))).collect(),
        }
    }
}

/// How many of each group there are.
fn who(all: &[Answered]) -> Crossed<Group> {
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let split = |group: fn(&Answered) -> Group| {
        members(all, group).into_iter().map(|(group, theirs)| Row::of_people(group, count(theirs.len()))).collect()
    };
    let splits = vec![
        split(|one| Group::Respondent(one.respondent)),
        split(|one| Group::Locality(one.locality)),
        split(|one| Group::Language(one.language.clone())),
        split(|one| Group::Mode(one.mode.clone())),
    ];
    Crossed::new(Row::of_people(Group::Everybody, count(all.len())), splits)
}

/// The splits that what was said is broken down by.
const SPLITS: [fn(&Answered) -> Group; 2] = [|one| Group::Respondent(one.respondent), |one| Group::Locality(one.locality)];

/// Those of each group, in the order of the groups.
fn members<A: AsRef<Answered>>(all: &[A], group: fn(&Answered) -> Group) -> Vec<(Group, Vec<&A>)> {
    let mut members = std::collections::BTreeMap::<Group, Vec<&A>>::new();
    for one in all {
        members.entry(group(one.as_ref())).or_default().push(one);
    }
    members.into_iter().collect()
}

impl AsRef<Self> for Answered {
    fn as_ref(&self) -> &Self {
        self
    }
}
