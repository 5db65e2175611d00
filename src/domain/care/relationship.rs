//! What somebody who answers on behalf of another is to that person. A closed list of ours, in the words people use of
//! themselves.

macro_rules! relationships {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A relationship, seen from whoever answers: a `Child` answers for their mother or father.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Relationship {
            $($(#[$doc])* $name),+
        }

        impl Relationship {
            /// Every relationship, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code that stands for it in the database.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code),+
                }
            }
        }
    };
}

relationships! {
    /// Husband, wife or partner.
    Partner = "partner",
    /// Daughter or son.
    Child = "child",
    /// Mother, father or guardian.
    Parent = "parent",
    /// Sister or brother.
    Sibling = "sibling",
    /// Any other relative.
    Relative = "relative",
    /// A friend or neighbour.
    Friend = "friend",
    /// Somebody who is paid to care for them.
    PaidCarer = "paid-carer",
    /// An advocate or somebody else who speaks for them.
    Advocate = "advocate",
    /// Anybody else.
    Other = "other",
}

impl Relationship {
    /// The relationship a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}
