//! What people are written to about an event, and when it is time for it.

use crate::domain::care::channel::codes;

codes! {
    /// What an email about an event is.
    Kind {
        /// That it takes place, and that they are welcome.
        Invitation = "invitation",
        /// It is at another time or in another place than they were told.
        Changed = "changed",
        /// It does not take place.
        CalledOff = "called-off",
        /// It is over, and they can still answer.
        FollowUp = "follow-up",
        /// The same once more.
        Reminder = "reminder",
        /// They have answered: thanks, and what happens next.
        Thanks = "thanks",
        /// What became of what people said.
        News = "news",
    }
}

const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;

/// The times of an event that decide about what follows it, in microseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    pub ends_at: i64,
    /// Until when answers are taken; nothing where there is nothing to answer.
    pub closes_at: Option<i64>,
    /// Hours from the end to the first email; 0 for none.
    pub follow_up_hours: i32,
    /// Days from there to the reminder; 0 for none.
    pub reminder_days: i32,
}

impl Times {
    /// What may be decided now. Nobody is asked for answers that are not taken any more.
    #[must_use]
    pub fn due(self, now: i64) -> Vec<Kind> {
        if now < self.ends_at {
            return Vec::new();
        }
        let asks = self.closes_at.is_some_and(|closes| now < closes) && self.follow_up_hours > 0;
        let is_time = now >= self.ends_at + i64::from(self.follow_up_hours) * HOUR;
        let follow_up = (asks && is_time).then_some(Kind::FollowUp);
        let reminder = follow_up.filter(|_| self.reminder_days > 0).map(|_| Kind::Reminder);
        follow_up.into_iter().chain(reminder).chain([Kind::Thanks]).collect()
    }

    /// The moment that is noted for somebody who sends answers now: the end of the event, and later the one at which answers are
    /// closed. Noted to the second it would lead to what they answered.
    #[must_use]
    pub fn noted_at(self, now: i64) -> i64 {
        let closes_at = self.closes_at.unwrap_or(self.ends_at).max(self.ends_at);
        // What was begun in time is sent for a while after.
        let moments = [self.ends_at, closes_at, closes_at + DAY];
        moments.into_iter().find(|moment| now <= *moment).unwrap_or(closes_at + DAY)
    }

    /// Who was sent the first email by then is due the reminder.
    #[must_use]
    pub fn reminds_of(self, now: i64) -> i64 {
        now - i64::from(self.reminder_days) * DAY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: i64 = 1_800_000_000_000_000;

    fn times() -> Times {
        Times { ends_at: END, closes_at: Some(END + 14 * DAY), follow_up_hours: 3, reminder_days: 4 }
    }

    #[test]
    fn nothing_follows_before_the_end_and_nobody_is_asked_before_its_hour() {
        assert_eq!(times().due(END - 1), []);
        assert_eq!(times().due(END), [Kind::Thanks]);
        assert_eq!(times().due(END + 3 * HOUR - 1), [Kind::Thanks]);
        assert_eq!(times().due(END + 3 * HOUR), [Kind::FollowUp, Kind::Reminder, Kind::Thanks]);
    }

    #[test]
    fn nobody_is_asked_for_answers_that_are_not_taken() {
        assert_eq!(times().due(END + 14 * DAY), [Kind::Thanks]);
        assert_eq!(Times { closes_at: None, ..times() }.due(END + DAY), [Kind::Thanks]);
    }

    #[test]
    fn everybody_who_answers_there_is_noted_for_one_moment_and_everybody_who_does_later_for_another() {
        let noted = [END - DAY, END, END + 1, END + 14 * DAY, END + 14 * DAY + HOUR, END + 20 * DAY].map(|now| times().noted_at(now));
        assert_eq!(noted, [END, END, END + 14 * DAY, END + 14 * DAY, END + 15 * DAY, END + 15 * DAY]);
        let closed_early = Times { closes_at: Some(END - HOUR), ..times() };
        assert_eq!([END - 2 * HOUR, END - 1, END + 1].map(|now| closed_early.noted_at(now)), [END, END, END + DAY]);
    }

    #[test]
    fn no_hours_and_no_days_are_no_emails() {
        assert_eq!(Times { follow_up_hours: 0, ..times() }.due(END + DAY), [Kind::Thanks]);
        assert_eq!(Times { reminder_days: 0, ..times() }.due(END + DAY), [Kind::FollowUp, Kind::Thanks]);
        assert_eq!(times().reminds_of(END + 5 * DAY), END + DAY);
    }
}
