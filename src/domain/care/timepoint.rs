//! The points of an episode of care at which a survey is answered.

/// When in an episode a survey is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Timepoint {
    /// At or soon after the start.
    Baseline,
    /// At a review, while the episode goes on.
    Review,
    /// Three months after the start.
    Review3Months,
    /// Six months after the start.
    Review6Months,
    /// Twelve months after the start.
    Review12Months,
    /// When the episode ends.
    Discharge,
    /// 91 days after discharge from hospital (ASCOF 2D).
    Discharge91Days,
    /// Six to eight weeks after birth.
    Birth6To8Weeks,
    /// At no set point: an open survey.
    Unscheduled,
}

impl Timepoint {
    /// Every one, in the order of an episode.
    pub const ALL: [Self; 9] = [
        Self::Baseline,
        Self::Review,
        Self::Review3Months,
        Self::Review6Months,
        Self::Review12Months,
        Self::Discharge,
        Self::Discharge91Days,
        Self::Birth6To8Weeks,
        Self::Unscheduled,
    ];

    /// The code that stands for it in files and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Review => "review",
            Self::Review3Months => "review-3-months",
            Self::Review6Months => "review-6-months",
            Self::Review12Months => "review-12-months",
            Self::Discharge => "discharge",
            Self::Discharge91Days => "discharge-91-days",
            Self::Birth6To8Weeks => "birth-6-8-weeks",
            Self::Unscheduled => "unscheduled",
        }
    }

    /// The timepoint a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.code() == code)
    }
}
