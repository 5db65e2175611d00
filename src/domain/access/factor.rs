//! The second factors that a sign-in can end with.

/// What was shown besides the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// A code from an authenticator app (RFC 6238).
    Totp,
    /// A passkey (Web Authentication).
    Passkey,
    /// One of the recovery codes.
    RecoveryCode,
    /// The sign-in of the person's organisation, which is trusted to ask for its own.
    SingleSignOn,
    /// None, because this is a trial on one machine.
    Waived,
}

impl Factor {
    /// The code that stands for it in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Passkey => "passkey",
            Self::RecoveryCode => "recovery-code",
            Self::SingleSignOn => "single-sign-on",
            Self::Waived => "waived",
        }
    }
}
