//! What an event offers so that everybody can take part.

/// One thing that is there for those who need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Offer {
    StepFree,
    AccessibleToilet,
    Parking,
    HearingLoop,
    BritishSignLanguage,
    Interpreter,
    EasyRead,
    LargePrint,
    QuietRoom,
    AssistanceDogs,
    Travel,
    RespiteCare,
}

impl Offer {
    /// Every offer, in the order they are listed.
    pub const ALL: [Self; 12] = [
        Self::StepFree,
        Self::AccessibleToilet,
        Self::Parking,
        Self::HearingLoop,
        Self::BritishSignLanguage,
        Self::Interpreter,
        Self::EasyRead,
        Self::LargePrint,
        Self::QuietRoom,
        Self::AssistanceDogs,
        Self::Travel,
        Self::RespiteCare,
    ];

    /// The code that stands for it in the database and in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::StepFree => "step-free",
            Self::AccessibleToilet => "accessible-toilet",
            Self::Parking => "parking",
            Self::HearingLoop => "hearing-loop",
            Self::BritishSignLanguage => "bsl",
            Self::Interpreter => "interpreter",
            Self::EasyRead => "easy-read",
            Self::LargePrint => "large-print",
            Self::QuietRoom => "quiet-room",
            Self::AssistanceDogs => "assistance-dogs",
            Self::Travel => "travel",
            Self::RespiteCare => "respite-care",
        }
    }

    /// The offer a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|offer| offer.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_its_offer() {
        assert!(Offer::ALL.into_iter().all(|offer| Offer::from_code(offer.code()) == Some(offer)));
    }
}
