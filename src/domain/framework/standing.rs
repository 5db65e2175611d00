//! Where an outcome or indicator stands with patients and carers: whether an approver has marked it as validated, for which
//! version, or sent it back.

/// What an approver decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Validated with patients and carers.
    Validated,
    /// To be asked again.
    SentBack,
}

impl Verdict {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Validated, Self::SentBack];

    /// The code that stands for it in the database and in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::SentBack => "sent-back",
        }
    }

    /// The verdict a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// A decision, as far as the standing depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    pub verdict: Verdict,
    /// The version of the outcome or definition that it is about.
    pub version: u32,
    /// When, in microseconds since 1970.
    pub at: i64,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    NotYet,
    Validated(Decision),
    /// An earlier version was validated; this one not yet.
    Earlier(Decision),
    SentBack(Decision),
}

impl Standing {
    /// Where `version` stands after these decisions, the newest first. The newest about the version itself decides. Where there
    /// is none, the newest about an earlier one does, if it validated it.
    #[must_use]
    pub fn of(decisions: &[Decision], version: u32) -> Self {
        if let Some(own) = decisions.iter().find(|decision| decision.version == version) {
            return match own.verdict {
                Verdict::Validated => Self::Validated(*own),
                Verdict::SentBack => Self::SentBack(*own),
            };
        }
        match decisions.iter().find(|decision| decision.version < version) {
            Some(earlier) if earlier.verdict == Verdict::Validated => Self::Earlier(*earlier),
            _ => Self::NotYet,
        }
    }

    /// The code that stands for it in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Validated(_) => "validated",
            Self::Earlier(_) => "earlier",
            Self::SentBack(_) => "sent-back",
        }
    }

    /// The decision it rests on.
    #[must_use]
    pub const fn decision(self) -> Option<Decision> {
        match self {
            Self::NotYet => None,
            Self::Validated(decision) | Self::Earlier(decision) | Self::SentBack(decision) => Some(decision),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn decided(verdict: Verdict, version: u32, at: i64) -> Decision {
        Decision { verdict, version, at }
    }

    #[test]
    fn every_code_stands_for_its_verdict() {
        assert!(Verdict::ALL.into_iter().all(|verdict| Verdict::from_code(verdict.code()) == Some(verdict)));
    }

    #[test]
    fn the_newest_decision_about_a_version_decides() {
        let (first, last) = (decided(Verdict::Validated, 1, 1), decided(Verdict::SentBack, 1, 2));
        assert_eq!(Standing::of(&[], 1), Standing::NotYet);
        assert_eq!(Standing::of(&[first], 1), Standing::Validated(first));
        assert_eq!(Standing::of(&[last, first], 1), Standing::SentBack(last));
    }

    #[test]
    fn a_new_version_is_to_be_validated_anew() {
        let (validated, back) = (decided(Verdict::Validated, 1, 1), decided(Verdict::SentBack, 1, 2));
        assert_eq!(Standing::of(&[validated], 2), Standing::Earlier(validated));
        assert_eq!(Standing::of(&[back, validated], 2), Standing::NotYet);
        let anew = decided(Verdict::Validated, 2, 3);
        assert_eq!(Standing::of(&[anew, back, validated], 2), Standing::Validated(anew));
    }
}
