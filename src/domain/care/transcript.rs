//! What somebody typed from a paper, and how it differs from what was typed of the same paper a second time. Which of the two
//! is right is for people to say.

use jiff::civil::Date;

use super::relationship::Relationship;
use crate::domain::survey::{Answers, Given, Journey, LinkId, Respondent};

/// A paper as it was typed once.
#[derive(Debug, Clone, PartialEq)]
pub struct Transcript {
    /// The day that the paper was filled in.
    pub answered: Date,
    pub respondent: Respondent,
    /// What whoever filled it in on behalf of the person is to them.
    pub relationship: Option<Relationship>,
    pub answers: Answers,
}

/// One part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Answered,
    Respondent,
    Relationship,
    Item(LinkId),
}

impl Transcript {
    /// The parts that were typed differently, in the order of the paper. A question left empty and one not asked are the same.
    #[must_use]
    pub fn differences(&self, other: &Self, journey: &Journey) -> Vec<Part> {
        let before = [
            (Part::Answered, self.answered != other.answered),
            (Part::Respondent, self.respondent != other.respondent),
            (Part::Relationship, self.relationship != other.relationship),
        ];
        // Kept answers have lost the words of their options, which make no difference.
        let (own, theirs) = (journey.recall(&self.answers), journey.recall(&other.answers));
        let said = |answers: &Answers, id: &LinkId| answers.get(id).cloned().unwrap_or(Given::Skipped);
        let ids = journey.pages().iter().map(|page| &page.item.link_id);
        let items = ids.map(|id| (Part::Item(id.clone()), said(&own, id) != said(&theirs, id)));
        before.into_iter().chain(items).filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }

    /// The same with one part as the other has it.
    #[must_use]
    pub fn taking(mut self, part: &Part, other: &Self) -> Self {
        match part {
            Part::Answered => self.answered = other.answered,
            Part::Respondent => self.respondent = other.respondent,
            Part::Relationship => self.relationship = other.relationship,
            Part::Item(id) => match other.answers.get(id) {
                Some(given) => self.answers.put(id.clone(), given.clone()),
                None => drop(self.answers.remove(id)),
            },
        }
        self
    }
}
