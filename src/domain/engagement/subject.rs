//! What of the framework is talked about: an outcome, or an indicator that is to show it.

/// A kind of thing in the framework that people can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    Outcome,
    Indicator,
}

impl Subject {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Outcome, Self::Indicator];

    /// The code that stands for it in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Indicator => "indicator",
        }
    }

    /// The kind a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_its_subject() {
        assert!(Subject::ALL.into_iter().all(|subject| Subject::from_code(subject.code()) == Some(subject)));
    }
}
