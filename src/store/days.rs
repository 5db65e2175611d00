//! Calendar dates as both databases keep them: days since 1970-01-01.

use jiff::civil::Date;
use jiff::{Span, Unit};

const FIRST: Date = Date::constant(1970, 1, 1);

/// The date that many days after 1970-01-01.
#[must_use]
pub fn date(day: i32) -> Date {
    FIRST.saturating_add(Span::new().days(day))
}

/// Days from 1970-01-01 to the date.
#[must_use]
pub fn day(date: Date) -> i32 {
    FIRST.until((Unit::Day, date)).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_back_as_it_was() {
        for date_kept in [Date::constant(1931, 2, 28), FIRST, Date::constant(2028, 2, 29)] {
            assert_eq!(date(day(date_kept)), date_kept);
        }
    }
}
