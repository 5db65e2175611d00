//! The bank holidays of England and Wales (Banking and Financial Dealings Act 1971, and the days proclaimed every year since).
//! One that is proclaimed for a single year is not known here.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// True on a bank holiday, on the day that is taken in its place, and on the day itself where that is a Saturday or Sunday.
#[must_use]
pub fn is_bank_holiday(day: Date) -> bool {
    let is_fixed = matches!((day.month(), day.day()), (1, 1) | (12, 25 | 26));
    is_fixed || is_in_place(day) || is_by_weekday(day) || is_by_easter(day)
}

/// Monday or Tuesday after a holiday that was at the weekend.
fn is_in_place(day: Date) -> bool {
    match (day.month(), day.day(), day.weekday()) {
        (1, 2 | 3, Weekday::Monday) => true,
        (12, 27 | 28, weekday) => matches!(weekday, Weekday::Monday | Weekday::Tuesday),
        _ => false,
    }
}

/// The first and the last Monday of May, and the last of August.
fn is_by_weekday(day: Date) -> bool {
    day.weekday() == Weekday::Monday && matches!((day.month(), day.day()), (5, 1..=7) | (5 | 8, 25..=31))
}

/// Good Friday and Easter Monday.
fn is_by_easter(day: Date) -> bool {
    let is_from_easter = |days: i64| day.checked_sub(days.days()).is_ok_and(|sunday| Some(sunday) == easter(day.year()));
    is_from_easter(-2) || is_from_easter(1)
}

/// Easter Sunday, by the Gregorian reckoning as J. Meeus gives it (Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The bank holidays of a year, as its Mondays to Fridays.
    fn of(year: i16) -> Vec<String> {
        let first = date(year, 1, 1);
        let days = (0..365).map(|ahead| first.checked_add(ahead.days()).unwrap());
        let off = days.filter(|day| is_bank_holiday(*day) && day.weekday().to_monday_one_offset() <= 5);
        off.map(|day| day.strftime("%d %b").to_string()).collect()
    }

    #[test]
    fn the_holidays_of_a_year_are_those_the_government_publishes() {
        let published = ["01 Jan", "03 Apr", "06 Apr", "04 May", "25 May", "31 Aug", "25 Dec", "28 Dec"];
        assert_eq!(of(2026), published);
        assert_eq!(of(2025), ["01 Jan", "18 Apr", "21 Apr", "05 May", "26 May", "25 Aug", "25 Dec", "26 Dec"]);
    }

    #[test]
    fn what_is_at_a_weekend_is_taken_after_it() {
        assert_eq!(of(2027), ["01 Jan", "26 Mar", "29 Mar", "03 May", "31 May", "30 Aug", "27 Dec", "28 Dec"]);
        assert_eq!(of(2022)[0], "03 Jan");
        assert_eq!(&of(2022)[6..], ["26 Dec", "27 Dec"]);
        assert!(is_bank_holiday(date(2027, 12, 25)), "the day itself as well");
    }
}
