//! Why somebody is not asked: for good, for a time, or with another survey and other words.

use super::channel::codes;

codes! {
    /// Something that somebody noted about a person, or that the person said.
    Reason {
        /// They do not want to answer.
        Declined = "declined",
        /// They do not want to be written to at all.
        OptedOut = "opted-out",
        /// They have moved away.
        Moved = "moved",
        /// A baby died.
        BabyLoss = "baby-loss",
        /// Somebody close to them died.
        Bereavement = "bereavement",
        /// There is a concern for somebody's safety.
        Safeguarding = "safeguarding",
        /// They are in custody.
        Custody = "custody",
        /// Anything else.
        Other = "other",
    }
}

impl Reason {
    /// True for a moment in which a survey would hurt or endanger: nothing is sent while it lasts, unless the schedule names
    /// another survey for it.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::BabyLoss | Self::Bereavement | Self::Safeguarding | Self::Custody)
    }
}
