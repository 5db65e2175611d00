//! The journey through a survey: one question a page, in the order of the document.
//!
//! Built once from a definition and then only read. A journey knows its pages and their addresses;
//! [`Walk`](super::walk::Walk) says where one person stands on it. It renders nothing and keeps no answers.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::answer::{Answers, Given, Value};
use super::definition::{Definition, Item, Kind, LinkId};
use super::text::LocalText;
use super::walk::Walk;

/// The last part of a page's address: the linkId of its question made safe for an address.
///
/// It stays the same when questions are put before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageKey(String);

impl PageKey {
    /// Longest key made from a linkId, in characters, before a number that makes it unique.
    const LONGEST: usize = 80;

    /// Reads a key out of an address: lower-case letters, digits and hyphens. `None` if it is anything else.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let fits =
            (1..=Self::LONGEST + 10).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(key.to_owned()))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn unique(link_id: &str, taken: &mut BTreeSet<Self>) -> Self {
        let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let slug: String = link_id.chars().take(Self::LONGEST).map(safe).collect();
        let slug = match slug.trim_matches('-') {
            "" => "question",
            slug => slug,
        };
        let mut key = Self(slug.to_owned());
        let mut number = 2;
        while !taken.insert(key.clone()) {
            key = Self(format!("{slug}-{number}"));
            number += 1;
        }
        key
    }
}

impl fmt::Display for PageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One page: one question.
#[derive(Debug, Clone)]
pub struct Page {
    pub key: PageKey,
    /// The question, without the items inside it.
    pub item: Item,
    /// The words of the nearest group around the question that has any.
    pub caption: Option<LocalText>,
    /// The words that stand before the question, enabled or not.
    pub(super) intro: Vec<Item>,
}

/// The pages of one survey version.
#[derive(Debug, Clone)]
pub struct Journey {
    definition: Arc<Definition>,
    pages: Vec<Page>,
    closing: Vec<Item>,
}

impl Journey {
    /// Lays out a survey: a page for every question that a person is shown.
    #[must_use]
    pub fn new(definition: Arc<Definition>) -> Self {
        let mut layout = Layout::default();
        layout.gather(&definition.items, None);
        let Layout { pages, words: closing, .. } = layout;
        Self { definition, pages, closing }
    }

    /// The survey it goes through.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// Every page in order, whether or not it is asked of everybody.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page at that address.
    #[must_use]
    pub fn page(&self, key: &PageKey) -> Option<&Page> {
        self.pages.iter().find(|page| page.key == *key)
    }

    /// The journey as it stands for these answers. Work out once for a request, then ask it everything.
    ///
    /// `today` is the date that branching expressions see.
    #[must_use]
    pub fn walk<'a>(&'a self, answers: &'a Answers, today: Date) -> Walk<'a> {
        Walk::new(self, answers, today)
    }

    /// Answers that were kept as codes alone, each code again with the display of its option.
    #[must_use]
    pub fn recall(&self, kept: &Answers) -> Answers {
        let named = |(id, given): (&LinkId, &Given)| match (given, self.definition.item(id)) {
            (Given::Values(values), Some(item)) => (id.clone(), Given::Values(values.iter().map(|value| recalled(value, item)).collect())),
            _ => (id.clone(), given.clone()),
        };
        kept.iter().map(named).collect()
    }

    /// Words that stand after the last question, enabled or not.
    pub(super) fn closing(&self) -> &[Item] {
        &self.closing
    }
}

fn recalled(value: &Value, item: &Item) -> Value {
    let Value::Coding(kept) = value else { return value.clone() };
    let option = item.options().iter().find(|option| option.coding.code == kept.code && option.coding.system == kept.system);
    option.map_or_else(|| value.clone(), |option| Value::Coding(option.coding.clone()))
}

/// True when the answer is one that calls for urgent help.
#[must_use]
pub fn risk(item: &Item, given: &Given) -> bool {
    let names = |code: &str| item.risk.iter().any(|risk| risk == code);
    given.values().iter().any(|value| match value {
        Value::Coding(coding) => names(&coding.code),
        Value::Boolean(said) => names(if *said { "true" } else { "false" }),
        Value::Integer(number) => names(&number.to_string()),
        Value::Decimal(number) => names(&number.normalize().to_string()),
        Value::Date(_) | Value::Text(_) => false,
    })
}

/// A survey being laid out: the pages so far, and the words that wait for the next question.
#[derive(Default)]
struct Layout {
    pages: Vec<Page>,
    words: Vec<Item>,
    taken: BTreeSet<PageKey>,
}

impl Layout {
    fn gather(&mut self, items: &[Item], caption: Option<&LocalText>) {
        // A hidden item hides all that is inside it.
        for item in items.iter().filter(|item| !item.hidden) {
            match item.kind {
                Kind::Display => {
                    self.words.push(alone(item));
                    self.gather(&item.items, caption);
                }
                Kind::Group => self.gather(&item.items, if item.text.is_empty() { caption } else { Some(&item.text) }),
                _ => self.gather_question(item, caption),
            }
        }
    }

    /// Words inside a question are about that question, so they go on its own page and not on the next one.
    fn gather_question(&mut self, item: &Item, caption: Option<&LocalText>) {
        let (words, rest): (Vec<Item>, Vec<Item>) = item.items.iter().cloned().partition(|inner| inner.kind == Kind::Display);
        if item.is_asked() {
            let mut intro = std::mem::take(&mut self.words);
            intro.extend(words.iter().filter(|inner| !inner.hidden).map(alone));
            let key = PageKey::unique(item.link_id.as_str(), &mut self.taken);
            self.pages.push(Page { key, item: alone(item), caption: caption.cloned(), intro });
        }
        self.gather(&rest, caption);
    }
}

/// The item without the items inside it.
fn alone(item: &Item) -> Item {
    Item { items: Vec::new(), ..item.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{coding, group, id, item, journey};
    use super::*;

    fn keys(items: Vec<Item>) -> Vec<String> {
        journey(items).pages().iter().map(|page| page.key.to_string()).collect()
    }

    #[test]
    fn a_page_address_is_its_link_id_made_safe_and_unique() {
        let boolean = |name| item(name, Kind::Boolean);
        let all = ["/Home 1.2/", "home-1-2", "HOME-1-2-2", "home/1/2", "żółw?", "?"].map(boolean).to_vec();
        assert_eq!(keys(all), ["home-1-2", "home-1-2-2", "home-1-2-2-2", "home-1-2-3", "w", "question"]);
        let long = keys(vec![boolean(&"a".repeat(300)), boolean(&"a".repeat(299))]);
        assert!(long.iter().all(|key| PageKey::parse(key).is_some()), "{long:?}");
        assert_eq!((PageKey::parse(""), PageKey::parse("A"), PageKey::parse("a/b")), (None, None, None));
    }

    #[test]
    fn only_questions_that_a_person_is_shown_have_a_page() {
        let hidden = Item { hidden: true, ..group("hidden", vec![item("inside", Kind::Boolean)]) };
        let derived = Item { read_only: true, items: vec![item("note", Kind::Display)], ..item("derived", Kind::Integer) };
        let shown = Item { items: vec![item("more", Kind::Text)], ..item("shown", Kind::Boolean) };
        assert_eq!(keys(vec![hidden, derived, shown]), ["shown", "more"]);
    }

    #[test]
    fn a_page_is_headed_by_the_nearest_group_that_has_words() {
        let silent = Item { text: LocalText::default(), ..group("silent", vec![item("a", Kind::Boolean)]) };
        let laid_out = journey(vec![group("home", vec![silent]), item("b", Kind::Boolean)]);
        let captions: Vec<Option<&str>> = laid_out.pages().iter().map(|page| page.caption.as_ref().map(LocalText::base)).collect();
        assert_eq!(captions, [Some("About home"), None]);
    }

    #[test]
    fn words_stand_before_the_next_question_and_the_last_ones_close() {
        let words = |name| item(name, Kind::Display);
        let asked = Item { items: vec![words("inside")], ..item("a", Kind::Boolean) };
        let laid_out = journey(vec![words("hello"), asked, words("then"), item("b", Kind::Boolean), words("bye")]);
        let names = |items: &[Item]| items.iter().map(|item| item.link_id.clone()).collect::<Vec<_>>();
        let intros: Vec<_> = laid_out.pages().iter().map(|page| names(&page.intro)).collect();
        assert_eq!(intros, [vec![id("hello"), id("inside")], vec![id("then")]]);
        assert_eq!(names(laid_out.closing()), [id("bye")]);
    }

    #[test]
    fn only_the_named_answers_call_for_urgent_help() {
        let asked = Item { risk: vec!["often".to_owned(), "true".to_owned(), "3".to_owned()], ..item("a", Kind::Boolean) };
        let calls = |value| risk(&asked, &Given::Values(vec![value]));
        assert!(calls(Value::Coding(coding("often"))) && calls(Value::Boolean(true)) && calls(Value::Integer(3)));
        assert!(!calls(Value::Coding(coding("never"))) && !calls(Value::Boolean(false)) && !calls(Value::Text("often".to_owned())));
        assert!(!risk(&asked, &Given::Declined) && !risk(&asked, &Given::Skipped));
    }
}
