//! Who may do what: for now one role, whose holders review indicators.

/// What a member of staff does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Reviews indicators; sees aggregates only.
    Commissioner,
}

impl Role {
    /// The code that stands for it in the database and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Commissioner => "commissioner",
        }
    }

    /// The role a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        (code == Self::Commissioner.code()).then_some(Self::Commissioner)
    }
}

/// The fewest characters of a password. OWASP ASVS 5.0, 6.2.1 asks for at least 8 and recommends 15.
pub const PASSWORD_LEAST: usize = 12;
/// The most characters of a password that are read; hashing more is work for an attacker to give us.
pub const PASSWORD_MOST: usize = 256;
