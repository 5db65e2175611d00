//! The NHS number: ten digits, the last a check digit (NHS Data Dictionary, NHS NUMBER; modulus 11).

use std::fmt;

/// An NHS number whose check digit is right.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NhsNumber(String);

/// What is wrong with what somebody typed as an NHS number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not have ten digits.
    Length,
    /// The check digit does not fit: two digits may have changed places.
    CheckDigit,
    /// The same digit ten times, which fits by chance and is nobody's.
    Repeated,
}

impl NhsNumber {
    /// Reads an NHS number, with or without blanks and hyphens.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}')).collect();
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Fault::Length);
        }
        let first = digits.bytes().next();
        if digits.bytes().all(|digit| Some(digit) == first) {
            return Err(Fault::Repeated);
        }
        let weighted = digits.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum::<u32>();
        let check = (11 - weighted % 11) % 11;
        let last = digits.bytes().last().map(|digit| u32::from(digit - b'0'));
        if Some(check) == last { Ok(Self(digits)) } else { Err(Fault::CheckDigit) }
    }

    /// The ten digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// In groups of three, three and four, as it is read aloud.
impl fmt::Display for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().enumerate() {
            if place == 3 || place == 6 {
                f.write_str(" ")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NhsNumber(kept secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_with_or_without_blanks_and_shown_in_groups() {
        let number = NhsNumber::parse(" 943-476 5919 ").unwrap();
        assert_eq!((number.digits(), number.to_string().as_str()), ("9434765919", "943 476 5919"));
    }

    #[test]
    fn two_digits_that_changed_places_are_noticed() {
        assert_eq!(NhsNumber::parse("943 476 5991"), Err(Fault::CheckDigit));
        assert_eq!(NhsNumber::parse("934 476 5919"), Err(Fault::CheckDigit));
    }

    #[test]
    fn a_check_digit_of_ten_is_never_right() {
        assert!((0..10).all(|digit| NhsNumber::parse(&format!("999123456{digit}")).is_err()));
    }

    #[test]
    fn other_lengths_and_one_digit_ten_times_are_refused() {
        assert_eq!(NhsNumber::parse("943476591"), Err(Fault::Length));
        assert_eq!(NhsNumber::parse("94347659l9"), Err(Fault::Length));
        assert_eq!(NhsNumber::parse("0000000000"), Err(Fault::Repeated));
    }
}
