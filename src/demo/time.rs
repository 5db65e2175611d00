//! The months the demo tells of, and row ids that count up through them. Days are days since 1970-01-01.

use jiff::civil::Date;

use crate::domain::indicator::Period;
use crate::store::days::day;

/// How many months the demo covers, the current one included.
pub const MONTHS: i32 = 24;

/// Where the row ids of the program begin to count: 2020-01-01.
const IDS_SINCE: Date = Date::constant(2020, 1, 1);

/// The time the demo tells of.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub first: Period,
    pub last: Period,
    /// The first day of the first month.
    pub start: i32,
    pub today: i32,
}

impl Window {
    /// The months that end with the one `today` lies in.
    #[must_use]
    pub fn until(today: Date) -> Self {
        let last = Period::of(today);
        let first = last.plus(1 - MONTHS);
        Self { first, last, start: day(first.first_day()), today: day(today) }
    }

    /// How much of the time has passed on that day: 0 at the start, 1 today.
    #[must_use]
    pub fn passed(&self, on: i32) -> f64 {
        f64::from(on - self.start) / f64::from((self.today - self.start).max(1))
    }

    /// True for the days from the first to today.
    #[must_use]
    pub const fn holds(&self, on: i32) -> bool {
        self.start <= on && on <= self.today
    }
}

/// How wintry a day is: 1 in the middle of January, -1 in the middle of July.
#[must_use]
pub fn winter(on: i32) -> f64 {
    let year_day = f64::from(on.rem_euclid(1461)) % 365.25;
    (std::f64::consts::TAU * (year_day - 14.0) / 365.25).cos()
}

/// Row ids, one after another, each larger than the last.
pub struct Ids(i64);

impl Ids {
    /// Ids that are smaller than any the program itself gives out on or after that day.
    #[must_use]
    pub fn since(first: i32) -> Self {
        Self((i64::from(first - day(IDS_SINCE)).max(0) * 86_400_000_000) << 12)
    }

    /// The next id: never nought.
    pub fn next(&mut self) -> i64 {
        self.0 += 1;
        self.0
    }
}

impl From<i64> for Ids {
    fn from(last: i64) -> Self {
        Self(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_demo_covers_twenty_four_months_up_to_today() {
        let window = Window::until(date(2026, 11, 22));
        assert_eq!((window.first.to_string(), window.last.to_string()), ("2024-12".to_owned(), "2026-11".to_owned()));
        assert!(window.holds(window.today) && !window.holds(window.today + 1) && !window.holds(window.start - 1));
    }

    #[test]
    fn january_is_winter_and_july_is_not() {
        assert!(winter(day(date(2026, 1, 15))) > 0.95);
        assert!(winter(day(date(2025, 7, 15))) < -0.95);
    }
}
