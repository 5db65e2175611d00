//! What one event says about an outcome or indicator, as far as it may be shown: numbers that disclosure control has released,
//! comments that were published, and what was answered back. A decision keeps it as it was seen, so that next year shows what
//! was cited. The words of a comment are not kept with it, only which comment it was: whoever takes their words back takes
//! them out of every decision too.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::engagement::Stance;
use crate::domain::engagement::answer_back::Published;

/// What one event says about one outcome or indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// The number of the event, by which it is cited.
    pub event: i64,
    /// Its join code, which its public page goes by.
    pub code: String,
    pub title: String,
    pub held: Date,
    pub figures: Figures,
    pub stances: Stances,
    pub comments: Vec<Cited>,
    pub answered_back: Vec<Published>,
}

impl Exhibit {
    /// False where everything is withheld and nothing was said or answered: then there is nothing to cite.
    #[must_use]
    pub fn says_anything(&self) -> bool {
        let counted = [self.figures.answers, self.stances.supports, self.stances.questions];
        counted.iter().any(Option::is_some) || !self.comments.is_empty()
    }
}

/// The released numbers. What is withheld is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many answered, rounded.
    pub answers: Option<u64>,
    /// The place among the outcomes that people put in order; outcomes only.
    pub place: Option<Place>,
    /// Whether it makes sense to people; indicators only.
    pub sense: Option<Sense>,
}

/// The place of an outcome among those of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// How many put it first, rounded, and of how many.
    pub first: Option<(u64, u64)>,
    /// By Borda count, 1 being the most important, with the 95% interval of the rank. Nothing where too few named it.
    pub rank: Option<Rank>,
    /// Among how many.
    pub of: u32,
}

/// A rank and its 95% interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    pub rank: u32,
    pub best: u32,
    pub worst: u32,
}

/// How many said that an indicator makes sense to them, rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sense {
    pub yes: Option<u64>,
    pub partly: Option<u64>,
    pub no: Option<u64>,
}

/// How many comments support it, and how many question it, rounded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stances {
    pub supports: Option<u64>,
    pub questions: Option<u64>,
}

/// A published comment, by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    pub comment: i64,
    pub stance: Stance,
}

/// The evidence as it is kept with a decision.
#[must_use]
pub fn kept(exhibits: &[Exhibit]) -> String {
    serde_json::to_string(exhibits).unwrap_or_default()
}

/// The evidence that was kept with a decision; nothing where it cannot be read.
#[must_use]
pub fn read(kept: &str) -> Option<Vec<Exhibit>> {
    serde_json::from_str(kept).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_cited_is_read_back_as_it_was_and_holds_no_comment() {
        let exhibit = Exhibit {
            event: 1_795_341_600_000_001,
            code: "34679A".to_owned(),
            title: "Carers' \"evening\"".to_owned(),
            held: date(2026, 11, 22),
            figures: Figures {
                answers: Some(45),
                place: Some(Place { first: Some((15, 45)), rank: Some(Rank { rank: 2, best: 1, worst: 3 }), of: 5 }),
                sense: Some(Sense { yes: Some(30), partly: Some(10), no: None }),
            },
            stances: Stances { supports: Some(10), questions: None },
            comments: vec![Cited { comment: 7, stance: Stance::Questions }],
            answered_back: Vec::new(),
        };
        let all = vec![exhibit];
        assert_eq!(read(&kept(&all)), Some(all));
        assert_eq!(read("no json"), None);
    }
}
