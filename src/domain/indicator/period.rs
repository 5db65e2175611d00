//! Calendar months, the periods that indicators are counted in.

use std::fmt;

use jiff::civil::Date;

/// The first year that can be written down.
const FIRST_YEAR: i32 = 1900;

/// A calendar month, kept as months since January of year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period(i32);

impl Period {
    /// The first month that can be written down: January 1900.
    pub const FIRST: Self = Self(FIRST_YEAR * 12);

    /// The month a date lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// The month with that number since January of year 0.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Months since January of year 0.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Reads `2026-11`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let (year, month): (i16, i8) = (year.parse().ok()?, month.parse().ok()?);
        ((1..=12).contains(&month) && (FIRST_YEAR..=9998).contains(&i32::from(year)))
            .then(|| Self(i32::from(year) * 12 + i32::from(month) - 1))
    }

    /// The month so many months later, or earlier when negative.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Every month from this one up to and including `last`.
    pub fn until(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        let year = i16::try_from(self.0.div_euclid(12)).unwrap_or(i16::MAX);
        let month = i8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1);
        Date::new(year, month, 1).unwrap_or(Date::MAX)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_knows_its_ends() {
        let february = Period::of(date(2028, 2, 14));
        assert_eq!((february.first_day(), february.last_day()), (date(2028, 2, 1), date(2028, 2, 29)));
        assert_eq!(february.to_string(), "2028-02");
        assert_eq!(Period::parse("2028-02"), Some(february));
    }

    #[test]
    fn months_run_over_the_year() {
        assert_eq!(Period::of(date(2026, 12, 31)).plus(1), Period::of(date(2027, 1, 1)));
        assert_eq!(Period::parse("2026-13"), None);
    }
}
