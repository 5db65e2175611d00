//! Somebody who is expected at an event, or wants to hear from it: how they are reached and what they need to take part.

use serde::{Deserialize, Serialize};

use crate::domain::care::channel::codes;
use crate::domain::care::need::Need;

codes! {
    /// In which part somebody comes.
    Part {
        /// Somebody who is or was cared for.
        Patient = "patient",
        /// Somebody who cares for a relative or friend.
        Carer = "carer",
        /// Somebody who works in health or care.
        Staff = "staff",
        /// Anybody else.
        Other = "other",
    }
}

codes! {
    /// How somebody came onto the list.
    Source {
        /// Whoever holds the event entered them.
        Expected = "expected",
        /// They left an address themselves, to hear what becomes of what they said.
        Left = "left",
    }
}

/// The code of those who are not to be emailed, whatever the reason: who keeps the list is not told it, and it is not kept.
pub const NOT_WANTED: &str = "not-wanted";

/// What names somebody and says what they need. It is kept sealed, and opened for the one page or message that needs it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Empty where it is not known.
    pub name: String,
    pub email: Option<String>,
    pub needs: Vec<Need>,
    /// What else is to be prepared for, in the words of whoever entered it.
    pub other_needs: String,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact(kept secret)")
    }
}
