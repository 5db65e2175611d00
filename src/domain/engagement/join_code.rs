//! The code that stands on the wall: six characters that are told apart at a distance and when they are read aloud.

use std::fmt;

/// Digits and letters of which none looks like another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.
const ALPHABET: &[u8; 24] = b"34679ACDEFGHJKMNPQRTVWXY";
const LENGTH: usize = 6;

/// The code by which an event is joined.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JoinCode(String);

impl JoinCode {
    /// The code that `number` spells; two numbers below 24^6 never spell the same.
    #[must_use]
    pub fn from_number(number: u64) -> Self {
        let mut rest = number;
        let mut spell = || {
            let at = usize::try_from(rest % 24).unwrap_or_default();
            rest /= 24;
            char::from(ALPHABET.get(at).copied().unwrap_or(b'3'))
        };
        Self((0..LENGTH).map(|_| spell()).collect())
    }

    /// Reads what a person typed: any case, spaces or hyphens anywhere. `None` when it is not six of the characters.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let is_gap = |c: &char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}');
        let code: String = typed.chars().filter(|c| !is_gap(c)).map(|c| c.to_ascii_uppercase()).collect();
        let known = code.bytes().all(|byte| ALPHABET.contains(&byte));
        (known && code.len() == LENGTH).then_some(Self(code))
    }

    /// The six characters without a gap.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of the event's own survey.
    #[must_use]
    pub fn survey_key(&self) -> String {
        format!("event-{}", self.0.to_ascii_lowercase())
    }
}

impl fmt::Display for JoinCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, other) = self.0.split_at_checked(LENGTH / 2).unwrap_or((&self.0, ""));
        write!(f, "{one} {other}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back_however_it_is_typed() {
        let code = JoinCode::from_number(123_456_789);
        assert_eq!(JoinCode::parse(&code.to_string()), Some(code.clone()));
        assert_eq!(JoinCode::parse(&code.to_string().to_lowercase().replace(' ', "-")), Some(code));
    }

    #[test]
    fn other_lengths_and_look_alikes_are_no_code() {
        for typed in ["", "34679", "34679AC", "34679O", "34679I", "34679B", "łłłłłł"] {
            assert_eq!(JoinCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn neighbouring_numbers_spell_different_codes() {
        assert_ne!(JoinCode::from_number(0), JoinCode::from_number(1));
        assert_ne!(JoinCode::from_number(24u64.pow(6) - 1), JoinCode::from_number(24u64.pow(6) - 2));
    }
}
