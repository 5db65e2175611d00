//! What an event says of one outcome or indicator: what an approver weighs when it is validated with patients and carers.

use super::{Group, ReleasedResults, Shares, Standing};
use crate::domain::disclosure::Released;
use crate::domain::engagement::Subject;

/// What may be shown of what people at one event said of one outcome or indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// How many sent answers, rounded; nothing where they are too few to show anything.
    pub answers: Option<u64>,
    /// Of an outcome: those who put it first, of those who chose.
    pub first: Option<Released>,
    /// Of an outcome: where it stands among those that could be chosen.
    pub standing: Option<Standing>,
    /// Of an indicator: those to whom it makes sense, partly, or not, of those who said.
    pub senses: Vec<Released>,
}

impl ReleasedResults {
    /// What came out of it about that outcome or indicator.
    #[must_use]
    pub fn evidence(&self, subject: Subject, key: &str) -> Evidence {
        let none = Evidence { answers: self.answers, first: None, standing: None, senses: Vec::new() };
        let everybody = |shares: &&Shares| shares.group == Group::Everybody;
        match subject {
            Subject::Outcome => {
                let ranked = self.priorities.first().and_then(|ranking| ranking.outcomes.iter().find(|one| one.outcome == key));
                ranked.map_or(none.clone(), |one| Evidence { first: Some(one.first), standing: one.standing, ..none })
            }
            Subject::Indicator => {
                let said = self.senses.iter().find(|(each, _)| each == key);
                let shares = said.and_then(|(_, shares)| shares.iter().find(everybody));
                shares.map_or(none.clone(), |shares| Evidence { senses: shares.options.clone(), ..none })
            }
        }
    }
}
