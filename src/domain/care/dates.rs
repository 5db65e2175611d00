//! Dates as people and other systems write them.

use jiff::civil::Date;

/// Why there is no date in what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written.
    Missing,
    /// It is no date: a part is missing, or there is no such day.
    Wrong,
}

/// Reads `2026-11-22` or `22/11/2026`, with any signs between the numbers and the year in four digits.
pub fn read(typed: &str) -> Result<Date, Fault> {
    if !typed.chars().any(char::is_alphanumeric) {
        return Err(Fault::Missing);
    }
    let parts: Vec<&str> = typed.trim().split(['-', '/', '.', ' ']).collect();
    let [first, second, third] = parts.as_slice() else { return Err(Fault::Wrong) };
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    if year.len() != 4 {
        return Err(Fault::Wrong);
    }
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if ![year, second, day].into_iter().all(is_number) {
        return Err(Fault::Wrong);
    }
    let parsed = (year.parse(), second.parse(), day.parse());
    let (Ok(year), Ok(month), Ok(day)) = parsed else { return Err(Fault::Wrong) };
    Date::new(year, month, day).map_err(|_| Fault::Wrong)
}

/// Reads a date that may be missing.
pub fn optional(typed: &str) -> Result<Option<Date>, Fault> {
    match read(typed) {
        Ok(date) => Ok(Some(date)),
        Err(Fault::Missing) => Ok(None),
        Err(Fault::Wrong) => Err(Fault::Wrong),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_is_read_as_it_is_written_here_and_in_files() {
        for typed in ["2026-02-03", "3/2/2026", "03/02/2026", "03.02.2026", " 03 02 2026 "] {
            assert_eq!(read(typed), Ok(date(2026, 2, 3)), "{typed}");
        }
    }

    #[test]
    fn a_day_that_never_was_and_a_year_of_two_digits_are_no_dates() {
        for typed in ["29/2/2026", "3/2/26", "3/2", "//2026", "3/feb/2026", "2026-13-01", "3/2/20260", "3//2026", "300/2/2026"] {
            assert_eq!(read(typed), Err(Fault::Wrong), "{typed}");
        }
        assert_eq!(read("//"), Err(Fault::Missing));
        assert_eq!(optional(" "), Ok(None));
    }
}
