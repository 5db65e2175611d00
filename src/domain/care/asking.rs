//! Whether somebody may be asked today: looked at when it is decided to ask, and again when the message goes out.

use jiff::civil::Date;

use super::channel::codes;
use super::stop::Reason;

codes! {
    /// Why somebody was not asked.
    NotAsked {
        /// They have died.
        Died = "died",
        /// Their record was erased, or became part of another.
        NoRecord = "no-record",
        /// They do not want to be written to, or nothing else than that is known.
        NotContacted = "not-contacted",
        /// They declined.
        Declined = "declined",
        /// They have moved away.
        Moved = "moved",
        /// The moment is a sensitive one.
        Sensitive = "sensitive",
        /// Staff noted another reason.
        Stopped = "stopped",
        /// There is no way to reach them: no address that works.
        Unreachable = "unreachable",
        /// The time in which it could be answered was over before they could be asked.
        TooLate = "too-late",
        /// The episode ended, or the event it follows never came.
        NotEligible = "not-eligible",
    }
}

/// A reason not to ask, and the days it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    pub reason: Reason,
    pub from: Date,
    /// The last day; nothing where it holds for good.
    pub until: Option<Date>,
}

impl Stop {
    /// True on the days from the first to the last.
    #[must_use]
    pub fn holds(&self, today: Date) -> bool {
        self.from <= today && self.until.is_none_or(|until| today <= until)
    }
}

/// What is known of a person that decides whether they may be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The day they died.
    pub died: Option<Date>,
    /// True when the record was erased or merged into another.
    pub is_gone: bool,
    /// Whether they may be written to; nothing where nobody has asked them, which is no refusal: letters about care one is
    /// receiving are not marketing.
    pub may_contact: Option<bool>,
    /// They want to be reached in no way at all.
    pub wants_nothing: bool,
    pub stops: Vec<Stop>,
}

impl Standing {
    /// Why the person is not asked on that day; nothing when they may be.
    #[must_use]
    pub fn why_not(&self, today: Date) -> Option<NotAsked> {
        if self.died.is_some() {
            return Some(NotAsked::Died);
        }
        if self.is_gone {
            return Some(NotAsked::NoRecord);
        }
        let reasons = || self.stops.iter().filter(|stop| stop.holds(today)).map(|stop| stop.reason);
        if reasons().any(|reason| reason == Reason::OptedOut) || self.may_contact == Some(false) || self.wants_nothing {
            return Some(NotAsked::NotContacted);
        }
        if reasons().any(Reason::is_sensitive) {
            return Some(NotAsked::Sensitive);
        }
        reasons().next().map(|reason| match reason {
            Reason::Declined => NotAsked::Declined,
            Reason::Moved => NotAsked::Moved,
            _ => NotAsked::Stopped,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn with(reason: Reason, from: Date, until: Option<Date>) -> Standing {
        Standing { stops: vec![Stop { reason, from, until }], ..Standing::default() }
    }

    #[test]
    fn nobody_is_asked_after_they_died_whatever_else_is_known() {
        let standing = Standing { died: Some(date(2026, 11, 21)), may_contact: Some(true), ..Standing::default() };
        assert_eq!(standing.why_not(TODAY), Some(NotAsked::Died));
    }

    #[test]
    fn a_stop_holds_from_its_first_to_its_last_day() {
        let until = Some(TODAY);
        assert_eq!(with(Reason::Bereavement, TODAY, until).why_not(TODAY), Some(NotAsked::Sensitive));
        assert_eq!(with(Reason::Bereavement, TODAY, until).why_not(date(2026, 11, 23)), None);
        assert_eq!(with(Reason::Moved, date(2026, 11, 23), None).why_not(TODAY), None);
        assert_eq!(with(Reason::Moved, date(2020, 1, 1), None).why_not(TODAY), Some(NotAsked::Moved));
    }

    #[test]
    fn who_was_never_asked_for_leave_may_be_asked_and_who_refused_it_not() {
        assert_eq!(Standing::default().why_not(TODAY), None);
        assert_eq!(Standing { may_contact: Some(false), ..Standing::default() }.why_not(TODAY), Some(NotAsked::NotContacted));
    }
}
