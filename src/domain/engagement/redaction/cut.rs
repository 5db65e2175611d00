//! Taking words out of a text: which characters, and what is read in their place.

use super::{Category, Span};
use crate::domain::care::demographics::folded;

/// The most characters of words that somebody names to be taken out.
pub const MOST_WORDS: usize = 2000;

/// Some characters to take out, and what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    pub span: Span,
    pub category: Category,
}

/// The same in the order of the text, without overlaps: what touches the same characters becomes one, of the kind of what begins
/// first. What lies outside of a text of so many characters is left out.
#[must_use]
pub fn merged(cuts: &[Cut], length: usize) -> Vec<Cut> {
    let inside = |cut: &&Cut| cut.span.length > 0 && cut.span.start < length;
    let mut sorted: Vec<Cut> = cuts.iter().filter(inside).copied().collect();
    sorted.sort_by_key(|cut| (cut.span.start, std::cmp::Reverse(cut.span.length)));
    let mut all: Vec<Cut> = Vec::new();
    for mut cut in sorted {
        cut.span.length = cut.span.length.min(length - cut.span.start);
        match all.last_mut() {
            Some(last) if cut.span.start < last.span.end() => {
                last.span.length = last.span.end().max(cut.span.end()) - last.span.start;
            }
            _ => all.push(cut),
        }
    }
    all
}

/// The text without what is cut, and in the place of each cut the words that stand for its kind.
#[must_use]
pub fn apply(text: &str, cuts: &[Cut], stands_for: &dyn Fn(Category) -> String) -> String {
    let cuts = merged(cuts, text.chars().count());
    let (mut said, mut left) = (String::with_capacity(text.len()), text.chars());
    let mut at = 0;
    for cut in cuts {
        said.extend(left.by_ref().take(cut.span.start - at));
        said.push_str(&stands_for(cut.category));
        at = cut.span.end();
        // `nth` takes one more than it skips.
        left.nth(cut.span.length - 1);
    }
    said.extend(left);
    said
}

/// Where those words stand in a text, whole, whatever their case, the marks of their letters, the form of their apostrophes and
/// hyphens, and the blanks and ends of lines between them; not where they are part of a longer word.
#[must_use]
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let (all, wanted, said) = (letters(text), letters(words.trim()), text.chars().collect::<Vec<char>>());
    let letter = |at: usize| all.get(at).map(|(c, _)| *c);
    let is_part = |at: Option<usize>, own: Option<char>| {
        let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        goes_on(at.and_then(letter)) && goes_on(own)
    };
    let (first, last) = (wanted.first().map(|(c, _)| *c), wanted.last().map(|(c, _)| *c));
    let mut found = Vec::new();
    let mut start = 0;
    while first.is_some() && start + wanted.len() <= all.len() {
        let end = start + wanted.len();
        let is_there = || all.get(start..end).is_some_and(|here| here.iter().map(|(c, _)| c).eq(wanted.iter().map(|(c, _)| c)));
        let is_whole = || !is_part(start.checked_sub(1), first) && !is_part(Some(end), last);
        if letter(start) == first && is_whole() && is_there() {
            found.extend(span(&all, (start, end), &said));
            start = end;
        } else {
            start += 1;
        }
    }
    found
}

/// The characters behind some letters, with the marks that belong to the last.
fn span(all: &[(char, usize)], (start, end): (usize, usize), said: &[char]) -> Option<Span> {
    let (from, last) = (all.get(start)?.1, all.get(end.checked_sub(1)?)?.1);
    let marks = said.get(last + 1..).unwrap_or_default().iter().take_while(|c| is_unseen(**c)).count();
    Some(Span { start: from, length: last + 1 + marks - from })
}

/// The letters of a text as they are compared, each with its place among the characters.
pub(super) fn letters(text: &str) -> Vec<(char, usize)> {
    let mut all: Vec<(char, usize)> = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate().filter(|(_, c)| !is_unseen(*c)) {
        match c {
            _ if c.is_whitespace() && all.last().is_some_and(|(last, _)| *last == ' ') => {}
            _ if c.is_whitespace() => all.push((' ', at)),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => all.push(('\'', at)),
            '\u{2010}' | '\u{2011}' => all.push(('-', at)),
            _ => all.extend(folded(c).chars().map(|c| (c, at))),
        }
    }
    all
}

/// True for marks that are written after the letter they belong to, and for what is there but not seen.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(start: usize, length: usize) -> Cut {
        Cut { span: Span { start, length }, category: Category::Name }
    }

    fn named(category: Category) -> String {
        format!("[{}]", category.code())
    }

    #[test]
    fn what_is_cut_is_read_as_what_it_was() {
        assert_eq!(apply("Nurse Okafor was rude", &[cut(6, 6)], &named), "Nurse [name] was rude");
        assert_eq!(apply("Żaneta", &[cut(0, 6)], &named), "[name]");
        assert_eq!(apply("A", &[], &named), "A");
    }

    #[test]
    fn cuts_that_overlap_are_one_and_what_lies_outside_is_none() {
        assert_eq!(merged(&[cut(4, 3), cut(0, 5), cut(40, 2), cut(2, 0)], 10), [cut(0, 7)]);
        assert_eq!(apply("abcdefghij", &[cut(8, 99), cut(0, 2), cut(2, 1)], &named), "[name][name]defgh[name]");
    }

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        let starts = |text: &str, words: &str| occurrences(text, words).iter().map(|span| span.start).collect::<Vec<_>>();
        assert_eq!(starts("Al also saw AL, and al-Amin.", "al"), [0, 12, 20]);
        assert_eq!(starts("Łukasz i łukasz", " ŁUKASZ "), [0, 9]);
        assert!(starts("anything", "").is_empty() && starts("", "a").is_empty());
    }

    #[test]
    fn words_are_found_however_a_telephone_writes_them() {
        let cleared = |text: &str, words: &str| {
            let cut = |span| Cut { span, category: Category::Name };
            apply(text, &occurrences(text, words).into_iter().map(cut).collect::<Vec<_>>(), &named)
        };
        assert_eq!(cleared("Mary Smith, Mary\nSmith, Mary \u{a0}Smith", "Mary Smith"), "[name], [name], [name]");
        assert_eq!(cleared("O\u{2019}Neill and O'Neill", "O'Neill"), "[name] and [name]");
        assert_eq!(cleared("Jose\u{301}, José and Jose.", "José"), "[name], [name] and [name].");
        assert_eq!(cleared("Zosię, ZOSIE\u{328}!", "Zosię"), "[name], [name]!");
        assert_eq!(cleared("Oka\u{ad}for\u{200b} was", "okafor"), "[name] was");
        assert_eq!(cleared("Weiß, Weiss", "weiss"), "[name], [name]");
    }
}
