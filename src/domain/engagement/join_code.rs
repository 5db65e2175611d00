//! The code that stands on the wall: six characters that are told apart at a distance and when they are read aloud.

use std::fmt;

/// Digits and letters of which none looks like another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.
const ALPHABET: &[u8; 24] = b"34679ACDEFGHJKMNPQRTVWXY";
const LENGTH: usize = 6;

/// What is wrong with a code that somebody typed, as far as that can be told without looking it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// Nothing was typed.
    Empty,
    /// A letter, digit or sign that stands in no code, because it looks like another or because it is none of them.
    Strange(char),
    /// So many characters.
    Length(usize),
}

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
        Self::read(typed).ok()
    }

    /// The same, saying what is wrong where it is not six of the characters.
    pub fn read(typed: &str) -> Result<Self, Misread> {
        let is_gap = |c: &char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}');
        let code: String = typed.chars().filter(|c| !is_gap(c)).map(|c| c.to_ascii_uppercase()).collect();
        if code.is_empty() {
            return Err(Misread::Empty);
        }
        let is_known = |c: &char| u8::try_from(*c).is_ok_and(|byte| ALPHABET.contains(&byte));
        if let Some(strange) = code.chars().find(|c| !is_known(c)) {
            return Err(Misread::Strange(strange));
        }
        if code.len() == LENGTH { Ok(Self(code)) } else { Err(Misread::Length(code.len())) }
    }

    /// The code that the key of a survey is made of, if it is one: `event-` and six characters. Other surveys may have such a
    /// key too; those of events are told by when they open and close.
    #[must_use]
    pub fn of_survey_key(key: &str) -> Option<Self> {
        let code = key.strip_prefix("event-").filter(|code| code.len() == LENGTH)?;
        Self::parse(code).filter(|parsed| parsed.survey_key() == key)
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
    fn what_is_wrong_with_a_code_is_told() {
        assert_eq!(JoinCode::read(" - "), Err(Misread::Empty));
        assert_eq!(JoinCode::read("34o679"), Err(Misread::Strange('O')));
        assert_eq!(JoinCode::read("34679ł"), Err(Misread::Strange('ł')));
        assert_eq!(JoinCode::read("346-79"), Err(Misread::Length(5)));
    }

    #[test]
    fn the_key_of_its_survey_leads_back_to_the_code() {
        let code = JoinCode::from_number(123_456_789);
        assert_eq!(JoinCode::of_survey_key(&code.survey_key()), Some(code));
        for other in ["event-feedback", "event-", "employment", "event-34679A", "event-3-679a"] {
            assert_eq!(JoinCode::of_survey_key(other), None, "{other}");
        }
    }

    #[test]
    fn neighbouring_numbers_spell_different_codes() {
        assert_ne!(JoinCode::from_number(0), JoinCode::from_number(1));
        assert_ne!(JoinCode::from_number(24u64.pow(6) - 1), JoinCode::from_number(24u64.pow(6) - 2));
    }
}
