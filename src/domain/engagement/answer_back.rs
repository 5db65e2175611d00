//! "You said, we did": what was heard at an event, what is done about it, by whom and by when, and what cannot be done and why.
//! What is written is a draft until it is published; what is published is kept as it stood then.

mod publication;
mod typed;

pub use publication::{Content, Draft, Published, Theme};
pub use typed::{Fault, Field, Typed};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What becomes of something that was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Done,
    UnderWay,
    Planned,
    /// It cannot be done; then there is a reason.
    Cannot,
}

impl Status {
    /// Every status, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::UnderWay, Self::Planned, Self::Cannot];

    /// The code that stands for it in the database and in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::UnderWay => "under-way",
            Self::Planned => "planned",
            Self::Cannot => "cannot",
        }
    }

    /// The status a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// True where a day must be named by which it is to be done.
    #[must_use]
    pub const fn needs_day(self) -> bool {
        matches!(self, Self::UnderWay | Self::Planned)
    }
}

/// One thing that was heard, and the answer to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerBack {
    /// What was heard, in the words of those who answer.
    pub heard: String,
    pub status: Status,
    /// What is done about it; may be empty where it cannot be done.
    pub doing: String,
    /// The role or team that answers for it, never a private person.
    pub responsible: String,
    /// By when; always there while it is planned or under way.
    pub due: Option<Date>,
    /// Why it cannot be done; always there where it cannot.
    pub reason: Option<String>,
}

/// An answer with its theme, as it stands beside others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its number, by which it is known again in the next publication.
    pub id: i64,
    /// The title of the theme it belongs to.
    pub theme: Option<String>,
    pub answer: AnswerBack,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_its_status() {
        assert!(Status::ALL.into_iter().all(|status| Status::from_code(status.code()) == Some(status)));
    }
}
