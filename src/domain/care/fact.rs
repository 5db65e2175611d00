//! The one thing that somebody confirms about themselves beside a code: the month they were born in. It keeps what a person has
//! answered from whoever finds a letter; it is no proof of who somebody is.

use jiff::civil::Date;

/// A month of birth, as somebody said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthMonth(i8);

impl BirthMonth {
    /// Reads a month: 1 for January to 12 for December. Nothing when it is anything else.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        typed.trim().parse().ok().filter(|month| (1..=12).contains(month)).map(Self)
    }

    /// True for somebody born on that day.
    #[must_use]
    pub fn is_of(self, born: Date) -> bool {
        born.month() == self.0
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_a_number_from_one_to_twelve() {
        let may = BirthMonth::parse(" 5 ").unwrap();
        assert!(may.is_of(date(1980, 5, 1)) && !may.is_of(date(1980, 6, 5)));
        for wrong in ["", "0", "13", "May", "-1", "5.0"] {
            assert_eq!(BirthMonth::parse(wrong), None, "{wrong}");
        }
    }
}
