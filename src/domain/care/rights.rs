//! The rights people have over data about them (UK GDPR articles 15, 16, 17 and 21), and the time in which they are answered.

use jiff::ToSpan;
use jiff::civil::Date;

use super::channel::codes;

codes! {
    /// What somebody asks for.
    Kind {
        /// A copy of what is held (article 15).
        Access = "access",
        /// What is wrong put right (article 16).
        Rectification = "rectification",
        /// Their data left out of what is not their own care (article 21).
        Objection = "objection",
        /// What is held erased (article 17).
        Erasure = "erasure",
    }
}

codes! {
    /// What became of a request.
    Outcome {
        /// It was done.
        Done = "done",
        /// It was refused, and they were told why and where to complain.
        Refused = "refused",
        /// They took it back.
        TakenBack = "taken-back",
        /// Everything was erased meanwhile.
        Erased = "erased",
    }
}

/// The last day for the answer: the same day of the next month, or its last day where it has none such (ICO guidance).
#[must_use]
pub fn due(received: Date) -> Date {
    received.checked_add(1.month()).unwrap_or(received)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_answer_is_due_within_a_calendar_month() {
        assert_eq!(due(date(2026, 9, 3)), date(2026, 10, 3));
        assert_eq!(due(date(2027, 1, 31)), date(2027, 2, 28));
    }
}
