//! What an import has to say to the person who asked for it.

use std::fmt;

pub use super::reason::{Reason, ScoreFault};
pub use super::remark::Remark;

/// What a problem or note is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The survey as a whole.
    Survey,
    /// The item of that linkId.
    Item(String),
    /// An item that has no linkId: the `number`th, from 1, of those written directly in the survey or in the item `within`.
    Unnamed { number: usize, within: Option<String> },
    /// A place in the text, both counted from 1.
    Text { line: usize, column: usize },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Survey => f.write_str("the survey"),
            Self::Item(id) => write!(f, "item {id}"),
            Self::Unnamed { number, within: None } => write!(f, "item number {number} of the survey"),
            Self::Unnamed { number, within: Some(id) } => write!(f, "item number {number} in item {id}"),
            Self::Text { line, column } => write!(f, "line {line}, column {column}"),
        }
    }
}

/// One thing that stops a survey from being imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The included module it was found in; `None` for the file itself.
    pub module: Option<String>,
    pub place: Place,
    pub reason: Reason,
}

impl Problem {
    /// The linkId of the item it is about.
    #[must_use]
    pub fn link_id(&self) -> Option<&str> {
        match &self.place {
            Place::Item(id) => Some(id),
            Place::Survey | Place::Unnamed { .. } | Place::Text { .. } => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(module) = &self.module {
            write!(f, "module {module}, ")?;
        }
        write!(f, "{}: {}", self.place, self.reason)
    }
}

/// One thing that was not used as written, though the survey runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The included module it was found in; `None` for the file itself.
    pub module: Option<String>,
    pub place: Place,
    pub remark: Remark,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(module) = &self.module {
            write!(f, "module {module}, ")?;
        }
        write!(f, "{}: {}", self.place, self.remark)
    }
}

/// A file that cannot be run as a survey, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Refused {
    pub problems: Vec<Problem>,
}

impl Refused {
    /// Refused for one reason only, found in the file itself.
    #[must_use]
    pub fn because(place: Place, reason: Reason) -> Self {
        Self { problems: vec![Problem { module: None, place, reason }] }
    }
}
