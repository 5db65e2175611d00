//! The words of a text as the rules look at them.

use std::ops::Range;

/// One word or number.
#[derive(Debug, Clone)]
pub struct Token<'a> {
    pub bytes: Range<usize>,
    pub text: &'a str,
    /// The same in lower case.
    pub lower: String,
    /// What stands between the word before and this one.
    pub gap: &'a str,
    /// True where a sentence, a line or what somebody said begins with it: there a capital says nothing.
    pub begins: bool,
}

impl Token<'_> {
    /// True where its first letter is a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// True for letters that stand for words, such as "GP" and "MRI".
    pub fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        (2..=5).contains(&letters) && self.text.chars().all(|c| !c.is_lowercase())
    }

    /// True for a single letter.
    pub fn is_initial(&self) -> bool {
        self.is_capital() && self.text.chars().count() == 1
    }

    /// True where only blanks stand before it, or the full stop of a word that was shortened.
    pub fn is_near(&self) -> bool {
        let gap = self.gap.strip_prefix('.').unwrap_or(self.gap);
        !gap.contains('\n') && gap.chars().all(char::is_whitespace)
    }

    /// True where only blanks stand before it.
    pub fn is_next(&self) -> bool {
        self.is_near() && !self.gap.starts_with('.')
    }
}

/// The words and numbers of a text, in order. Hyphens and apostrophes within a word belong to it, the English genitive does not.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all: Vec<Token<'_>> = Vec::new();
    let (mut end, mut rest) = (0, text.char_indices().peekable());
    while let Some((start, c)) = rest.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut stop = start + c.len_utf8();
        while let Some((at, next)) = rest.peek().copied() {
            let goes_on = next.is_alphanumeric() || is_mark(next) || (is_joint(next) && follows(text, at + next.len_utf8()));
            if !goes_on {
                break;
            }
            rest.next();
            stop = at + next.len_utf8();
        }
        let stop = start + without_genitive(text.get(start..stop).unwrap_or_default()).len();
        let (word, gap) = (text.get(start..stop).unwrap_or_default(), text.get(end..start).unwrap_or_default());
        let begins = all.is_empty() || gap.contains(is_end);
        all.push(Token { bytes: start..stop, text: word, lower: word.to_lowercase(), gap, begins });
        end = stop;
    }
    all
}

fn without_genitive(word: &str) -> &str {
    let plain = ["'s", "\u{2019}s", "'S", "\u{2019}S"].into_iter().find_map(|genitive| word.strip_suffix(genitive));
    plain.filter(|plain| !plain.is_empty()).unwrap_or(word)
}

/// Marks that are written after the letter they belong to.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

const fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' | '\u{2bc}')
}

const fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '\u{2026}'
            | '\n'
            | '\r'
            | ':'
            | '"'
            | '\u{201c}'
            | '\u{201e}'
            | '\u{201d}'
            | '\u{ab}'
            | '\u{bb}'
            | '\u{2022}'
            | '*'
    )
}

/// True where a letter stands at that byte.
fn follows(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}
