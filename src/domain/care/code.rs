//! Codes that people copy by hand: the resume code and the receipt code.
//!
//! Twelve characters of Crockford's base 32 in three groups of four: 60 bits, no I, L, O or U, and what looks alike is
//! read alike.

use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;

/// A code of twelve characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Code(String);

impl Code {
    /// The code that the first 60 bits of `bytes` spell.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        let bits = u64::from_be_bytes(bytes) >> 4;
        let spell = |n: usize| {
            let five = usize::try_from((bits >> (5 * (LENGTH - 1 - n))) & 31).unwrap_or_default();
            char::from(ALPHABET.get(five).copied().unwrap_or(b'0'))
        };
        Self((0..LENGTH).map(spell).collect())
    }

    /// Reads what a person typed: any case, spaces or hyphens anywhere, O for 0, I or L for 1.
    /// `None` when it is not twelve characters of the alphabet.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let code = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
            .map(read)
            .collect::<Option<String>>()?;
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// The twelve characters without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn read(c: char) -> Option<char> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(c).is_ok_and(|byte| ALPHABET.contains(&byte)).then_some(c)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, c) in self.0.chars().enumerate() {
            if n > 0 && n % 4 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(kept secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_three_groups_of_four() {
        let shown = Code::from_bytes([0xff, 0, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc]).to_string();
        assert_eq!(shown.split(' ').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
    }

    #[test]
    fn what_is_shown_is_read_back() {
        let code = Code::from_bytes(*b"\x9f\x12abcdef");
        assert_eq!(Code::parse(&code.to_string()), Some(code.clone()));
        assert_eq!(Code::parse(&code.to_string().to_lowercase().replace(' ', "-")), Some(code));
    }

    #[test]
    fn look_alikes_are_read_alike() {
        assert_eq!(Code::parse("OIL0 ABCD EFGH"), Code::parse("0110 abcd efgh"));
    }

    #[test]
    fn other_lengths_and_letters_are_no_code() {
        assert_eq!(Code::parse("ABCD EFGH JKM"), None);
        assert_eq!(Code::parse("ABCD EFGH JKMU"), None);
        assert_eq!(Code::parse(""), None);
    }
}
