//! What becomes of a line, and how far a file is.

use crate::domain::care::channel::codes;

codes! {
    /// What becomes of a line.
    Outcome {
        /// It brings a person or an episode that was not there.
        Add = "add",
        /// It changes what is known.
        Change = "change",
        /// It says what is known.
        Same = "same",
        /// It brings nothing: something is wrong with it.
        Refuse = "refuse",
    }
}

codes! {
    /// What is done with a file of which some lines are refused.
    Choice {
        /// Nothing of it is brought in.
        AllOrNothing = "all-or-nothing",
        /// The other lines are.
        ValidLines = "valid-lines",
    }
}

codes! {
    /// How far a file is.
    Status {
        /// Its lines are being looked at.
        Checking = "checking",
        /// It is known what becomes of every line; nothing is brought in yet.
        Checked = "checked",
        /// Its lines are being brought in.
        Running = "running",
        /// They are in.
        Done = "done",
        /// Nothing was brought in, because lines are refused.
        Refused = "refused",
        /// Somebody, or time, took it away before it was brought in.
        Dropped = "dropped",
    }
}
