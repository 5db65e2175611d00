//! What in a comment may say who somebody is: suggestions, and taking out what a person decided. A program finds words; it does not
//! know who can be told by them. So nothing is taken out because it was found, and nothing is left in because it was not: somebody
//! reads every comment, and sees the very wording that would be published.

mod cut;
#[cfg(test)]
mod laws;
mod lists;
mod names;
mod patterns;
mod token;

use std::ops::Range;

pub use cut::{Cut, MOST_WORDS, apply, merged, occurrences};

use crate::domain::care::channel::codes;

codes! {
    /// What kind of words may say who somebody is. The more exact kinds come first.
    Category {
        /// An email address.
        Email = "email",
        /// An address on the web, or a name on a social network.
        Web = "web",
        /// An NHS number whose check digit is right.
        NhsNumber = "nhs-number",
        /// A postcode.
        Postcode = "postcode",
        /// A telephone number, or another long number.
        Phone = "phone",
        /// A day.
        Date = "date",
        /// Somebody's name.
        Name = "name",
        /// A place, an organisation, a ward or a street.
        Place = "place",
        /// A post that one person holds.
        Role = "role",
        /// Anything else that only a person can see, such as a rare illness.
        Other = "other",
    }
}

/// How likely it is that the words are what they are taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Possible,
    Likely,
    Sure,
}

impl Confidence {
    /// The code that stands for it in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// Some characters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// How many characters come before.
    pub start: usize,
    /// How many there are.
    pub length: usize,
}

impl Span {
    /// How many characters come before its end.
    #[must_use]
    pub const fn end(self) -> usize {
        self.start + self.length
    }
}

/// Words that somebody may want to take out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    pub span: Span,
    pub category: Category,
    pub confidence: Confidence,
}

/// What one of the rules found: bytes of the text, what they are taken for, and how likely that is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    bytes: Range<usize>,
    category: Category,
    confidence: Confidence,
}

impl Found {
    const fn new(bytes: Range<usize>, category: Category, confidence: Confidence) -> Self {
        Self { bytes, category, confidence }
    }
}

/// What may say who somebody is, in the order of the text; no two overlap. `places` are names of places and organisations that are
/// known around here.
#[must_use]
pub fn suggest(text: &str, places: &[String]) -> Vec<Suggestion> {
    let tokens = token::tokens(text);
    let mut found = patterns::find(text);
    found.extend(lists::find(&tokens, places));
    found.extend(names::find(text, &tokens));
    in_characters(text, &united(found))
}

/// The same without overlaps: what touches the same characters becomes one, of the kind that is most likely.
fn united(mut found: Vec<Found>) -> Vec<Found> {
    found.retain(|one| !one.bytes.is_empty());
    found.sort_by_key(|one| (one.bytes.start, one.bytes.end));
    let mut all: Vec<Found> = Vec::new();
    for one in found {
        match all.last_mut() {
            Some(last) if one.bytes.start < last.bytes.end => {
                last.bytes.end = last.bytes.end.max(one.bytes.end);
                if one.confidence > last.confidence || (one.confidence == last.confidence && one.category < last.category) {
                    (last.category, last.confidence) = (one.category, one.confidence);
                }
            }
            _ => all.push(one),
        }
    }
    all
}

/// Bytes, counted as characters in one walk through the text.
fn in_characters(text: &str, found: &[Found]) -> Vec<Suggestion> {
    let mut at = text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
    let total = text.chars().count();
    let mut until = |byte: usize| {
        while at.next_if(|(_, here)| *here < byte).is_some() {}
        at.peek().map_or(total, |(count, _)| *count)
    };
    let one = |found: &Found| {
        let start = until(found.bytes.start);
        let span = Span { start, length: until(found.bytes.end) - start };
        Suggestion { span, category: found.category, confidence: found.confidence }
    };
    found.iter().map(one).collect()
}

#[cfg(test)]
mod tests;
