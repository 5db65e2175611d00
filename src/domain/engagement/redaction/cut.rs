//! Taking words out of a text: which characters, and what is read in their place.

use super::{Category, Span};

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

/// Where those words stand in a text, whole and whatever their case; not where they are part of a longer word.
#[must_use]
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let lower = |text: &str| text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect::<Vec<char>>();
    let (all, wanted) = (lower(text), lower(words.trim()));
    let is_letter = |at: Option<&char>| at.is_some_and(|c| c.is_alphanumeric());
    let mut found = Vec::new();
    let Some(first) = wanted.first() else { return found };
    let mut start = 0;
    while start + wanted.len() <= all.len() {
        let end = start + wanted.len();
        let before = start.checked_sub(1).and_then(|before| all.get(before));
        let is_whole = !(is_letter(before) && is_letter(Some(first)) || is_letter(all.get(end)) && is_letter(wanted.last()));
        if all.get(start) == Some(first) && is_whole && all.get(start..end) == Some(wanted.as_slice()) {
            found.push(Span { start, length: wanted.len() });
            start = end;
        } else {
            start += 1;
        }
    }
    found
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
}
