//! Alerts as the team that looks at them knows them: the hours in which it is at work, and when an alert goes on to whoever
//! stands behind it. An alert says that a person should look at an answer, and nothing about what the answer means.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::channel::codes;
use super::holidays::is_bank_holiday;

/// Minutes until an alert goes on where no team has said otherwise.
pub const MINUTES: i32 = 60;

/// The minutes that a team may take: five minutes to three days.
pub const MINUTES_ALLOWED: RangeInclusive<i32> = 5..=4320;

/// Days in which every team is at work once: a week, and the holidays around Christmas.
const AHEAD: i64 = 14;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// True when nobody has acknowledged an alert in the minutes there are for it. The clock on the wall counts, not the hours of
/// the team: whoever stands behind it is told on a Sunday too. Times are in microseconds.
#[must_use]
pub fn is_overdue(raised_at: i64, minutes: i32, now: i64) -> bool {
    now - raised_at >= i64::from(minutes) * 60_000_000
}

codes! {
    /// The days on which a team is at work.
    Days {
        /// Monday to Friday.
        Weekdays = "1-5",
        /// Monday to Saturday.
        WithSaturday = "1-6",
        /// Every day.
        Every = "1-7",
    }
}

impl Days {
    /// True when the team is at work on that day: one that does not work every day has bank holidays off.
    fn has(self, date: Date) -> bool {
        let last = match self {
            Self::Weekdays => 5,
            Self::WithSaturday => 6,
            Self::Every => 7,
        };
        date.weekday().to_monday_one_offset() <= last && (self == Self::Every || !is_bank_holiday(date))
    }
}

/// A time of day in whole minutes, from 00:00 to 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Reads `9`, `9:30`, `09.30` or `24:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "00"));
        let number = |digits: &str, most: usize| {
            let is_number = (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            is_number.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let (hour, minute) = (number(hour, 2)?, number(minute, 2).filter(|_| minute.len() == 2)?);
        (minute < 60 && hour * 60 + minute <= DAY).then_some(Self(hour * 60 + minute))
    }

    /// That time on a day; 24:00 is the beginning of the next.
    #[must_use]
    pub fn on(self, day: Date) -> DateTime {
        day.at(0, 0, 0, 0).saturating_add(i64::from(self.0).minutes())
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// When a team is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub days: Days,
    pub from: TimeOfDay,
    pub until: TimeOfDay,
}

/// Whether a team is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// Day and night.
    Always,
    /// At work until then today.
    Until(TimeOfDay),
    /// Not at work; next on that day, from that time.
    From(Date, TimeOfDay),
}

impl Hours {
    /// Hours that end after they begin, on the same day.
    #[must_use]
    pub fn new(days: Days, from: TimeOfDay, until: TimeOfDay) -> Option<Self> {
        (from < until).then_some(Self { days, from, until })
    }

    /// Reads what its `Display` writes: `1-5 09:00-17:00`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let (days, times) = code.split_once(' ')?;
        let (from, until) = times.split_once('-')?;
        Self::new(Days::from_code(days)?, TimeOfDay::parse(from)?, TimeOfDay::parse(until)?)
    }

    /// Whether the team is at work at that moment of its own calendar.
    #[must_use]
    pub fn watch(&self, now: DateTime) -> Watch {
        if self.days == Days::Every && self.from.0 == 0 && self.until.0 == DAY {
            return Watch::Always;
        }
        let minute = u16::from(now.hour().unsigned_abs()) * 60 + u16::from(now.minute().unsigned_abs());
        let today = now.date();
        if self.days.has(today) && minute < self.until.0 {
            return if minute >= self.from.0 { Watch::Until(self.until) } else { Watch::From(today, self.from) };
        }
        let next = (1..=AHEAD).filter_map(|ahead| today.checked_add(ahead.days()).ok()).find(|date| self.days.has(*date));
        Watch::From(next.unwrap_or(today), self.from)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}-{}", self.days.code(), self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn watch(code: &str, day: i8, hour: i8, minute: i8) -> Watch {
        Hours::parse(code).unwrap().watch(date(2026, 11, day).at(hour, minute, 0, 0))
    }

    fn time(text: &str) -> TimeOfDay {
        TimeOfDay::parse(text).unwrap()
    }

    #[test]
    fn an_alert_is_overdue_when_its_minutes_are_over_and_not_before() {
        assert!(!is_overdue(0, 60, 3_599_999_999));
        assert!(is_overdue(0, 60, 3_600_000_000));
    }

    #[test]
    fn a_team_is_at_work_from_its_first_minute_to_before_its_last() {
        // 20 November 2026 is a Friday.
        assert_eq!(watch("1-5 09:00-17:00", 20, 9, 0), Watch::Until(time("17:00")));
        assert_eq!(watch("1-5 09:00-17:00", 20, 8, 59), Watch::From(date(2026, 11, 20), time("9")));
        assert_eq!(watch("1-5 09:00-17:00", 20, 17, 0), Watch::From(date(2026, 11, 23), time("9")));
    }

    #[test]
    fn days_off_are_passed_over() {
        assert_eq!(watch("1-5 09:00-17:00", 22, 10, 0), Watch::From(date(2026, 11, 23), time("9")));
        assert_eq!(watch("1-6 09:00-17:00", 21, 10, 0), Watch::Until(time("17:00")));
        assert_eq!(watch("1-7 09:00-17:00", 22, 18, 0), Watch::From(date(2026, 11, 23), time("9")));
        assert_eq!(watch("1-7 00:00-24:00", 22, 23, 59), Watch::Always);
    }

    #[test]
    fn nobody_is_said_to_be_at_work_on_a_bank_holiday_but_who_works_every_day() {
        let on = |code: &str, day: Date| Hours::parse(code).unwrap().watch(day.at(10, 0, 0, 0));
        let christmas = date(2026, 12, 25);
        assert_eq!(on("1-5 09:00-17:00", christmas), Watch::From(date(2026, 12, 29), time("9")));
        assert_eq!(on("1-6 09:00-17:00", date(2026, 12, 26)), Watch::From(date(2026, 12, 29), time("9")));
        assert_eq!(on("1-7 09:00-17:00", christmas), Watch::Until(time("17:00")));
        assert_eq!(on("1-5 09:00-17:00", date(2026, 4, 2)), Watch::Until(time("17:00")));
        assert_eq!(watch("1-5 09:00-17:00", 27, 18, 0), Watch::From(date(2026, 11, 30), time("9")));
    }

    #[test]
    fn hours_are_kept_as_a_code_and_read_back() {
        for code in ["1-5 09:00-17:30", "1-7 00:00-24:00"] {
            assert_eq!(Hours::parse(code).unwrap().to_string(), code);
        }
        for wrong in ["", "1-5", "2-5 09:00-17:00", "1-5 17:00-09:00", "1-5 09:00-09:00"] {
            assert_eq!(Hours::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        assert_eq!(["9", "9:05", "09.30", " 24:00 "].map(|text| time(text).to_string()), ["09:00", "09:05", "09:30", "24:00"]);
        for wrong in ["", "25", "24:01", "9:5", "9:60", "nine", "-1", "009"] {
            assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
        }
    }
}
