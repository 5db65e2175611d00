//! Quiet hours: the hours in which nobody is written to, by the clock on people's own walls.

use jiff::Zoned;
use jiff::civil::{DateTime, Time, Weekday};

/// The hours in which nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Quiet {
    /// When they begin in the evening.
    pub from: Time,
    /// When they end in the morning. The same as `from` where there are none.
    pub to: Time,
    /// True where Sundays are quiet from midnight to midnight.
    pub sundays: bool,
}

impl Quiet {
    /// From eight in the evening to eight in the morning.
    pub const USUAL: Self = Self { from: Time::constant(20, 0, 0, 0), to: Time::constant(8, 0, 0, 0), sundays: false };

    /// Reads hours such as `20:00-08:00`, or `none`. Sundays are like other days.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "none" {
            return Some(Self { from: Time::midnight(), to: Time::midnight(), sundays: false });
        }
        let (from, to) = text.split_once('-')?;
        let time = |text: &str| if text.len() == 5 { text.parse::<Time>().ok() } else { None };
        Some(Self { from: time(from)?, to: time(to)?, sundays: false })
    }

    /// The first moment from `at` on that is not quiet: `at` itself where it is not. On the days on which the clocks change it is
    /// the wall clock that counts; an hour that comes twice is over when it was over twice.
    #[must_use]
    pub fn next(&self, at: &Zoned) -> Zoned {
        let mut next = at.clone();
        // Saturday night, Sunday, and the night before Monday morning: three steps at most.
        for _ in 0..3 {
            let Some(end) = self.end(next.datetime()) else { break };
            let Ok(later) = next.time_zone().clone().to_ambiguous_zoned(end).later() else { break };
            next = later;
        }
        next
    }

    /// When what is quiet at that time of the wall clock ends; nothing where it is not quiet.
    fn end(&self, at: DateTime) -> Option<DateTime> {
        let tomorrow = at.date().saturating_add(jiff::Span::new().days(1));
        if self.sundays && at.weekday() == Weekday::Sunday {
            return Some(tomorrow.to_datetime(Time::midnight()));
        }
        let (now, spans_midnight) = (at.time(), self.from > self.to);
        if spans_midnight && now >= self.from {
            return Some(tomorrow.to_datetime(self.to));
        }
        let is_quiet = now < self.to && (spans_midnight || now >= self.from);
        is_quiet.then(|| at.date().to_datetime(self.to))
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    fn next(quiet: Quiet, at: &str) -> String {
        let zone = TimeZone::get("Europe/London").unwrap();
        let at = at.parse::<jiff::Timestamp>().unwrap().to_zoned(zone);
        quiet.next(&at).strftime("%F %H:%M %z").to_string()
    }

    fn hours(from: i8, to: (i8, i8)) -> Quiet {
        Quiet { from: Time::constant(from, 0, 0, 0), to: Time::constant(to.0, to.1, 0, 0), sundays: false }
    }

    #[test]
    fn hours_are_read_as_they_are_written() {
        assert_eq!(Quiet::parse("20:00-08:00"), Some(Quiet::USUAL));
        assert_eq!(next(Quiet::parse("none").unwrap(), "2026-11-24T03:00:00Z"), "2026-11-24 03:00 +0000");
        for wrong in ["", "20-8", "20:00", "25:00-08:00", "20:00-08:00:01", "never"] {
            assert_eq!(Quiet::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn by_day_nothing_waits_and_by_night_it_waits_for_the_morning() {
        assert_eq!(next(Quiet::USUAL, "2026-11-24T08:00:00Z"), "2026-11-24 08:00 +0000");
        assert_eq!(next(Quiet::USUAL, "2026-11-24T19:59:59Z"), "2026-11-24 19:59 +0000");
        assert_eq!(next(Quiet::USUAL, "2026-11-24T20:00:00Z"), "2026-11-25 08:00 +0000");
        assert_eq!(next(Quiet::USUAL, "2026-11-24T03:00:00Z"), "2026-11-24 08:00 +0000");
        assert_eq!(next(hours(13, (14, 0)), "2026-11-24T13:30:00Z"), "2026-11-24 14:00 +0000");
        assert_eq!(next(hours(8, (8, 0)), "2026-11-24T03:00:00Z"), "2026-11-24 03:00 +0000");
    }

    #[test]
    fn in_summer_it_is_the_clock_on_the_wall_that_counts() {
        assert_eq!(next(Quiet::USUAL, "2026-07-01T06:59:00Z"), "2026-07-01 08:00 +0100");
        assert_eq!(next(Quiet::USUAL, "2026-07-01T07:00:00Z"), "2026-07-01 08:00 +0100");
    }

    #[test]
    fn a_quiet_sunday_ends_on_monday_morning() {
        let quiet = Quiet { sundays: true, ..Quiet::USUAL };
        assert_eq!(next(quiet, "2026-11-22T12:00:00Z"), "2026-11-23 08:00 +0000");
        assert_eq!(next(quiet, "2026-11-21T21:00:00Z"), "2026-11-23 08:00 +0000", "Saturday evening leads over Sunday");
    }

    #[test]
    fn when_the_clocks_change_nobody_is_woken() {
        // 01:00 to 02:00 comes not at all on 28 March 2027, and twice on 25 October 2026.
        assert_eq!(next(hours(20, (1, 30)), "2027-03-28T00:30:00Z"), "2027-03-28 02:30 +0100");
        assert_eq!(next(hours(20, (1, 30)), "2026-10-25T00:15:00Z"), "2026-10-25 01:30 +0000");
        assert_eq!(next(hours(20, (1, 30)), "2026-10-25T01:15:00Z"), "2026-10-25 01:30 +0000");
    }
}
