//! One-time links to an account.

/// What a one-time link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// An invited person sets their first password and second factor.
    Welcome,
    /// Somebody who forgot their password sets a new one.
    Reset,
    /// Somebody without a second factor adds one.
    Enrol,
}

impl LinkPurpose {
    /// The code that stands for it in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Reset => "reset",
            Self::Enrol => "enrol",
        }
    }

    /// The purpose a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Welcome, Self::Reset, Self::Enrol].into_iter().find(|purpose| purpose.code() == code)
    }

    /// How many hours the link works: an invitation waits for somebody to come back from leave, the others for an email.
    #[must_use]
    pub const fn hours(self) -> i64 {
        match self {
            Self::Welcome => 7 * 24,
            Self::Reset | Self::Enrol => 1,
        }
    }
}
