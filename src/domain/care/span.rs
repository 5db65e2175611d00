//! A month or a calendar quarter: the stretches of time that collection is looked back on in.

use std::fmt;

use jiff::civil::Date;

use crate::domain::indicator::Period;

/// A month or a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Month(Period),
    /// By its first month.
    Quarter(Period),
}

impl Span {
    /// The quarter that a month lies in.
    #[must_use]
    pub const fn quarter_of(month: Period) -> Self {
        Self::Quarter(Period::from_number(month.number().div_euclid(3) * 3))
    }

    /// Reads `2026-11` or `2026-Q4`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((year, quarter)) = text.split_once("-Q") else { return Period::parse(text).map(Self::Month) };
        let month = match quarter {
            "1" => "01",
            "2" => "04",
            "3" => "07",
            "4" => "10",
            _ => return None,
        };
        Period::parse(&format!("{year}-{month}")).map(Self::Quarter)
    }

    /// The same stretch so many times later, or earlier when negative.
    #[must_use]
    pub const fn plus(self, times: i32) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.plus(times)),
            Self::Quarter(first) => Self::Quarter(first.plus(3 * times)),
        }
    }

    /// Its first month.
    #[must_use]
    pub const fn first(self) -> Period {
        match self {
            Self::Month(month) => month,
            Self::Quarter(first) => first,
        }
    }

    /// Its last month.
    #[must_use]
    pub const fn last(self) -> Period {
        match self {
            Self::Month(month) => month,
            Self::Quarter(first) => first.plus(2),
        }
    }

    /// Its first and its last day.
    #[must_use]
    pub fn days(self) -> (Date, Date) {
        (self.first().first_day(), self.last().last_day())
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Quarter(first) => {
                write!(f, "{}-Q{}", first.first_day().year(), first.number().rem_euclid(12) / 3 + 1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_stretch_is_read_as_it_is_written() {
        for text in ["2026-11", "2026-Q1", "2026-Q4"] {
            assert_eq!(Span::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["2026", "2026-Q5", "2026-13", "Q4"] {
            assert_eq!(Span::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_quarter_has_three_whole_months_and_neighbours_touch() {
        let quarter = Span::quarter_of(Period::of(date(2026, 11, 22)));
        assert_eq!(quarter.days(), (date(2026, 10, 1), date(2026, 12, 31)));
        assert_eq!(quarter.plus(-1).days(), (date(2026, 7, 1), date(2026, 9, 30)));
        assert_eq!(quarter.plus(1).to_string(), "2027-Q1");
    }
}
