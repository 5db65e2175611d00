//! Where one person stands on a journey: which pages are asked of them now, what comes next, what is missing.
//!
//! Worked out from the answers each time and never stored. It changes no answer; an answer to a question that is
//! no longer asked stays in the draft and is left out of the [`submission`](Walk::submission).

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::answer::{Answers, Given};
use super::branching::{self, Standing};
use super::definition::{Item, Kind, LinkId};
use super::journey::{Journey, Page, PageKey};

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the page of one question.
    Page(PageKey),
    /// To the page where all answers are checked before they are sent.
    Check,
}

/// How far along a page is among the pages asked now. Later answers may change `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The page's place, counted from 1.
    pub number: usize,
    /// How many pages are asked.
    pub of: usize,
}

/// A journey as it stands for one person's answers.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    journey: &'a Journey,
    /// The answers that count.
    answers: Answers,
    enabled: BTreeSet<&'a LinkId>,
    reachable: Vec<&'a Page>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(journey: &'a Journey, answers: &'a Answers, today: Date) -> Self {
        let Standing { on: enabled, live: answers } = branching::standing(journey.definition(), answers, today);
        let reachable = journey.pages().iter().filter(|page| enabled.contains(&page.item.link_id)).collect();
        Self { journey, answers, enabled, reachable }
    }

    /// The pages asked now, in order.
    #[must_use]
    pub fn reachable(&self) -> &[&'a Page] {
        &self.reachable
    }

    /// The first page, or the check page of a survey that asks nothing.
    #[must_use]
    pub fn first(&self) -> Step {
        step(self.reachable.first().copied())
    }

    /// The page after `key`. `key` may be a page that is not asked any more; an unknown one leads to the first page.
    #[must_use]
    pub fn next(&self, key: &PageKey) -> Step {
        self.place(key).map_or_else(|| self.first(), |here| step(self.after(here).next()))
    }

    /// The page before `key`. `None` on the first page and for an unknown key.
    #[must_use]
    pub fn previous(&self, key: &PageKey) -> Option<PageKey> {
        let here = self.place(key)?;
        self.reachable.iter().rev().find(|page| self.place(&page.key) < Some(here)).map(|page| page.key.clone())
    }

    /// The page before the check page. `None` for a survey that asks nothing.
    #[must_use]
    pub fn last(&self) -> Option<&'a Page> {
        self.reachable.last().copied()
    }

    /// Where somebody who comes back goes on: the first page not yet given, else the check page.
    #[must_use]
    pub fn resume(&self) -> Step {
        step(self.reachable.iter().copied().find(|page| !self.is_given(page)))
    }

    /// Where to go after an answer was changed from the check page: back to it, unless the change opened a page that
    /// is not yet given. Pages after `key` come before those ahead of it.
    #[must_use]
    pub fn after_change(&self, key: &PageKey) -> Step {
        let later = self.place(key).and_then(|here| self.after(here).find(|page| !self.is_given(page)));
        later.map_or_else(|| self.resume(), |page| step(Some(page)))
    }

    /// True when the page is asked now and nothing required before it is missing.
    #[must_use]
    pub fn may_visit(&self, key: &PageKey) -> bool {
        let Some(at) = self.reachable.iter().position(|page| page.key == *key) else { return false };
        self.reachable.iter().take(at).all(|page| !self.is_missing(page))
    }

    /// The first page asked now whose answer is required and missing. Nothing may be sent while there is one.
    #[must_use]
    pub fn missing_required(&self) -> Option<PageKey> {
        self.reachable.iter().find(|page| self.is_missing(page)).map(|page| page.key.clone())
    }

    /// How far along `key` is. `None` if it is not asked now.
    #[must_use]
    pub fn progress(&self, key: &PageKey) -> Option<Progress> {
        let at = self.reachable.iter().position(|page| page.key == *key)?;
        Some(Progress { number: at + 1, of: self.reachable.len() })
    }

    /// The words shown above the question of a page.
    pub fn intro<'p>(&self, page: &'p Page) -> impl Iterator<Item = &'p Item> {
        page.intro.iter().filter(|words| self.enabled.contains(&words.link_id))
    }

    /// The words that stand after the last question, shown on the check page.
    pub fn closing(&self) -> impl Iterator<Item = &'a Item> {
        self.journey.closing().iter().filter(|words| self.enabled.contains(&words.link_id))
    }

    /// The question of a page with the options that are offered now.
    #[must_use]
    pub fn asked<'p>(&self, page: &'p Page) -> Cow<'p, Item> {
        let item = &page.item;
        match &item.kind {
            Kind::Choice { open, .. } if !item.differs_from.is_empty() => {
                let options = branching::offered(item, &self.answers).cloned().collect();
                Cow::Owned(Item { kind: Kind::Choice { options, open: *open }, ..item.clone() })
            }
            _ => Cow::Borrowed(item),
        }
    }

    /// The answer of a page that counts.
    #[must_use]
    pub fn given(&self, page: &Page) -> Option<&Given> {
        self.answers.get(&page.item.link_id)
    }

    /// What is sent: the answers to the questions asked now, declined and skipped ones included.
    #[must_use]
    pub fn submission(&self) -> Answers {
        let answer = |page: &&Page| {
            let id = &page.item.link_id;
            self.answers.get(id).map(|given| (id.clone(), given.clone()))
        };
        self.reachable.iter().filter_map(answer).collect()
    }

    fn place(&self, key: &PageKey) -> Option<usize> {
        self.journey.pages().iter().position(|page| page.key == *key)
    }

    fn after(&self, here: usize) -> impl Iterator<Item = &'a Page> {
        self.journey.pages().iter().skip(here + 1).filter(|page| self.enabled.contains(&page.item.link_id))
    }

    /// Seen and left empty counts as given, but not where an answer is required.
    fn is_given(&self, page: &Page) -> bool {
        match self.answers.get(&page.item.link_id) {
            None => false,
            Some(Given::Skipped) => !page.item.required,
            Some(Given::Values(_) | Given::Declined) => true,
        }
    }

    fn is_missing(&self, page: &Page) -> bool {
        page.item.required && !self.is_given(page)
    }
}

fn step(page: Option<&Page>) -> Step {
    page.map_or(Step::Check, |page| Step::Page(page.key.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::answer::Value;
    use super::super::definition::Kind;
    use super::super::samples::{TODAY, answers, choice, coding, id, item, journey, key, when_yes};
    use super::*;

    fn sample() -> Journey {
        let words = Item { enabled: when_yes("a"), ..item("words", Kind::Display) };
        let required = Item { required: true, ..item("c", Kind::Boolean) };
        let follow_up = Item { enabled: when_yes("a"), ..item("b", Kind::Boolean) };
        journey(vec![item("a", Kind::Boolean), words.clone(), follow_up, required, item("d", Kind::Boolean), words])
    }

    fn said(all: &[(&str, bool)]) -> Answers {
        let all: Vec<_> = all.iter().map(|(name, said)| (*name, Value::Boolean(*said))).collect();
        answers(&all)
    }

    fn page(name: &str) -> Step {
        Step::Page(key(name))
    }

    #[test]
    fn a_question_not_asked_is_passed_over_both_ways() {
        let (journey, no) = (sample(), said(&[("a", false)]));
        let walk = journey.walk(&no, TODAY);
        assert_eq!((walk.next(&key("a")), walk.previous(&key("c"))), (page("c"), Some(key("a"))));
        assert_eq!(walk.progress(&key("c")), Some(Progress { number: 2, of: 3 }));
        assert_eq!((walk.progress(&key("b")), walk.may_visit(&key("b"))), (None, false));
        assert_eq!((walk.next(&key("b")), walk.next(&key("nowhere"))), (page("c"), page("a")));
        assert_eq!((walk.previous(&key("a")), walk.next(&key("d"))), (None, Step::Check));
    }

    #[test]
    fn nobody_goes_past_a_required_question_that_is_missing() {
        let journey = sample();
        for (given, open) in [(Given::Skipped, false), (Given::Declined, true), (Given::Values(vec![Value::Boolean(true)]), true)] {
            let answers: Answers = [(id("c"), given)].into_iter().collect();
            let walk = journey.walk(&answers, TODAY);
            assert!(walk.may_visit(&key("a")) && walk.may_visit(&key("c")));
            assert_eq!((walk.may_visit(&key("d")), walk.missing_required().is_none()), (open, open));
        }
    }

    #[test]
    fn coming_back_goes_on_at_the_first_page_not_yet_given() {
        let journey = sample();
        let step = |answers: &Answers| journey.walk(answers, TODAY).resume();
        let mut draft = said(&[("a", false), ("c", true)]);
        assert_eq!((step(&Answers::default()), step(&draft)), (page("a"), page("d")));
        draft.put(id("d"), Given::Skipped);
        assert_eq!(step(&draft), Step::Check);
    }

    #[test]
    fn a_change_goes_back_to_the_check_page_unless_it_opened_a_question() {
        let journey = sample();
        let step = |first| journey.walk(&said(&[("a", first), ("c", true), ("d", true)]), TODAY).after_change(&key("a"));
        assert_eq!((step(false), step(true)), (Step::Check, page("b")));
    }

    fn ranked() -> Journey {
        let pick = |name: &str, differs: &[&str]| Item {
            required: true,
            differs_from: differs.iter().map(|other| id(other)).collect(),
            ..item(name, choice(&["x", "y"], false))
        };
        journey(vec![pick("first", &[]), pick("second", &["first"]), pick("third", &["first", "second"])])
    }

    fn chosen(all: &[(&str, &str)]) -> Answers {
        all.iter().map(|(name, code)| (id(name), Given::Values(vec![Value::Coding(coding(code))]))).collect()
    }

    #[test]
    fn what_was_chosen_before_is_not_offered_again() {
        let (journey, draft) = (ranked(), chosen(&[("first", "x")]));
        let walk = journey.walk(&draft, TODAY);
        let offered =
            |name| walk.asked(journey.page(&key(name)).unwrap()).options().iter().map(|o| o.coding.code.clone()).collect::<Vec<_>>();
        assert_eq!((offered("first"), offered("second")), (vec!["x".to_owned(), "y".to_owned()], vec!["y".to_owned()]));
    }

    #[test]
    fn a_choice_that_was_taken_by_an_earlier_one_is_no_answer() {
        let (journey, draft) = (ranked(), chosen(&[("first", "x"), ("second", "x")]));
        let walk = journey.walk(&draft, TODAY);
        assert_eq!(walk.submission(), chosen(&[("first", "x")]));
        assert_eq!((walk.missing_required(), walk.after_change(&key("first"))), (Some(key("second")), page("second")));
    }

    #[test]
    fn a_choice_with_nothing_left_to_choose_is_not_asked() {
        let (journey, draft) = (ranked(), chosen(&[("first", "x"), ("second", "y")]));
        assert_eq!(journey.walk(&draft, TODAY).next(&key("second")), Step::Check);
    }

    #[test]
    fn an_answer_no_longer_asked_for_is_kept_and_not_sent() {
        let (journey, draft) = (sample(), said(&[("a", false), ("b", true), ("c", true)]));
        assert_eq!(journey.walk(&draft, TODAY).submission(), said(&[("a", false), ("c", true)]));
        assert!(draft.get(&id("b")).is_some());
    }

    #[test]
    fn words_are_shown_only_while_they_are_enabled() {
        let journey = sample();
        for (first, shown) in [(true, 1), (false, 0)] {
            let answers = said(&[("a", first)]);
            let walk = journey.walk(&answers, TODAY);
            let intro = journey.page(&key("b")).map_or(0, |page| walk.intro(page).count());
            assert_eq!((intro, walk.closing().count()), (shown, shown));
        }
    }

    #[test]
    fn a_survey_that_asks_nothing_leads_to_the_check_page() {
        let (journey, none) = (journey(vec![item("words", Kind::Display)]), Answers::default());
        let walk = journey.walk(&none, TODAY);
        assert_eq!((walk.first(), walk.resume(), walk.last().is_none()), (Step::Check, Step::Check, true));
    }
}
