//! The ways in which people are asked, and how they want to be reached.

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$each])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that stands for it in files and in the database.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The one a code stands for.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

pub(crate) use codes;

codes! {
    /// A way in which somebody is asked.
    Channel {
        /// By email.
        Email = "email",
        /// By text message.
        Text = "text",
        /// By post.
        Letter = "letter",
        /// Staff ring up and ask.
        Phone = "phone",
        /// A form on paper, handed over.
        Paper = "paper",
        /// On a shared tablet.
        Kiosk = "kiosk",
    }
}

codes! {
    /// How somebody wants to be reached.
    Preference {
        /// By email.
        Email = "email",
        /// By text message.
        Text = "text",
        /// By post.
        Letter = "letter",
        /// By telephone.
        Phone = "phone",
        /// Not at all.
        Nowise = "none",
    }
}
