//! One point of an episode at which people are asked: which event it follows, how long after, and for how long it is open.

use jiff::civil::Date;
use serde::Deserialize;

use crate::domain::care::channel::codes;
use crate::domain::care::timepoint::Timepoint;

codes! {
    /// The event of an episode that a step follows.
    Anchor {
        /// The episode was opened.
        Opened = "opened",
        /// It was closed.
        Closed = "closed",
        /// The person was discharged from hospital into the service.
        Discharged = "discharged",
        /// A baby was born.
        Delivered = "delivered",
    }
}

/// What a schedule knows of an episode and of the person in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    pub born: Date,
    pub opened: Date,
    pub closed: Option<Date>,
    pub discharged: Option<Date>,
    pub delivered: Option<Date>,
}

impl Facts {
    /// The day of an event; nothing where it has not come.
    #[must_use]
    pub const fn at(&self, anchor: Anchor) -> Option<Date> {
        match anchor {
            Anchor::Opened => Some(self.opened),
            Anchor::Closed => self.closed,
            Anchor::Discharged => self.discharged,
            Anchor::Delivered => self.delivered,
        }
    }

    /// Age in whole years on that day.
    #[must_use]
    pub fn age(&self, on: Date) -> i16 {
        let before_birthday = (on.month(), on.day()) < (self.born.month(), self.born.day());
        on.year() - self.born.year() - i16::from(before_birthday)
    }
}

/// One point at which people are asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    #[serde(deserialize_with = "timepoint")]
    pub timepoint: Timepoint,
    pub after: Anchor,
    /// How long after the event somebody is due: months, weeks and days, added up.
    #[serde(default)]
    pub months: u8,
    #[serde(default)]
    pub weeks: u8,
    #[serde(default)]
    pub days: u16,
    /// How many days it can be answered, the day on which somebody is due included.
    pub window_days: u16,
    /// Who has not finished is reminded so many days after the invitation went out.
    #[serde(default)]
    pub reminder_days: Vec<u16>,
}

/// The days from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub first: Date,
    pub last: Date,
}

impl Step {
    /// The days on which somebody can be asked and can answer, when the event was on that day. A month after the 31st ends with
    /// the month.
    #[must_use]
    pub fn window(&self, event: Date) -> Span {
        let after = jiff::Span::new().months(self.months).weeks(self.weeks).days(self.days);
        let first = event.saturating_add(after);
        Span { first, last: plus(first, i32::from(self.window_days) - 1) }
    }

    /// The days on which the event may have been when somebody is due by `today` and was not due before `since`. Months have
    /// different lengths, so that some days at either end are none after all.
    #[must_use]
    pub fn events(&self, since: Date, today: Date) -> Span {
        let back = |date: Date| date.saturating_sub(jiff::Span::new().months(self.months).weeks(self.weeks).days(self.days));
        Span { first: plus(back(since), -SLACK), last: plus(back(today), SLACK) }
    }
}

/// The most days by which a month more and a month less can miss each other.
const SLACK: i32 = 3;

/// The day so many days later.
#[must_use]
pub(super) fn plus(date: Date, days: i32) -> Date {
    date.saturating_add(jiff::Span::new().days(days))
}

fn timepoint<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Timepoint, D::Error> {
    let code = String::deserialize(from)?;
    Timepoint::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("`{code}` is no timepoint")))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn step(months: u8, days: u16) -> Step {
        let (timepoint, after) = (Timepoint::Review3Months, Anchor::Opened);
        Step { timepoint, after, months, weeks: 0, days, window_days: 14, reminder_days: Vec::new() }
    }

    #[test]
    fn a_month_after_the_31st_ends_with_the_month() {
        let window = step(3, 0).window(date(2026, 11, 30));
        assert_eq!((window.first, window.last), (date(2027, 2, 28), date(2027, 3, 13)));
    }

    #[test]
    fn no_event_that_is_due_is_looked_past() {
        let (since, today) = (date(2027, 2, 1), date(2027, 3, 1));
        for step in [step(0, 91), step(3, 0), step(12, 14), step(1, 30)] {
            let looked_at = step.events(since, today);
            for back in 0..800 {
                let event = plus(today, -back);
                let due = step.window(event).first;
                let is_seen = looked_at.first <= event && event <= looked_at.last;
                assert!(is_seen || due < since || due > today, "{event} {step:?}");
            }
        }
    }

    #[test]
    fn age_is_counted_in_birthdays() {
        let (born, opened) = (date(2000, 2, 29), date(2026, 1, 1));
        let facts = Facts { born, opened, closed: None, discharged: None, delivered: None };
        assert_eq!([date(2026, 2, 28), date(2026, 3, 1)].map(|on| facts.age(on)), [25, 26]);
    }
}
