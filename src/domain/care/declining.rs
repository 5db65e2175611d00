//! What people say who do not want to answer, and what follows from it. Nobody has to say why.

use super::channel::codes;
use super::stop::Reason;

codes! {
    /// What somebody chose on the page for not answering.
    Declining {
        /// Not this time; they may be asked again.
        NotNow = "not-now",
        /// No surveys about this care.
        NoSurveys = "no-surveys",
        /// Somebody close to them died.
        Bereavement = "bereavement",
        /// Their baby died.
        BabyLoss = "baby-loss",
        /// Whoever was asked has died, and somebody else has opened the link.
        Died = "died",
        /// Something else has happened.
        Other = "other",
    }
}

impl Declining {
    /// What is noted about the person so that nothing more is sent; nothing where only this one survey is over. That somebody
    /// died is noted as a stop only: a date of death comes from those who know it, not from whoever holds a link.
    #[must_use]
    pub const fn stop(self) -> Option<Reason> {
        match self {
            Self::NotNow => None,
            Self::NoSurveys => Some(Reason::Declined),
            Self::Bereavement => Some(Reason::Bereavement),
            Self::BabyLoss => Some(Reason::BabyLoss),
            Self::Died | Self::Other => Some(Reason::Other),
        }
    }

    /// True where the page that follows says that we are sorry, and where help is.
    #[must_use]
    pub const fn is_sad(self) -> bool {
        matches!(self, Self::Bereavement | Self::BabyLoss | Self::Died | Self::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_says_not_now_may_be_asked_again() {
        let asked_again: Vec<_> = Declining::ALL.iter().filter(|one| one.stop().is_none()).collect();
        assert_eq!(asked_again, [&Declining::NotNow]);
    }
}
