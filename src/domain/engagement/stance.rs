//! How a comment stands towards an outcome or an indicator of the framework.

use serde::{Deserialize, Serialize};

/// What a comment does to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    Supports,
    Questions,
}

impl Stance {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Supports, Self::Questions];

    /// The code that stands for it in the database and in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Questions => "questions",
        }
    }

    /// The stance a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_its_stance() {
        assert!(Stance::ALL.into_iter().all(|stance| Stance::from_code(stance.code()) == Some(stance)));
    }
}
