//! What only the whole survey shows: names that clash, conditions that point nowhere or at themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use crate::domain::survey::definition::{Choice, Coding, Definition, Enabled, Expected, Item, Kind, LinkId, Operator, Test};

/// Checks a survey as a whole and fits the values of its conditions to the questions that they are about.
pub(super) fn check(reading: &mut Reading<'_>, definition: &mut Definition) {
    let clashes: Vec<_> = reading.declared.iter().filter(|(_, count)| **count > 1).map(|(id, count)| (id.clone(), *count)).collect();
    for (id, count) in clashes {
        reading.problem(&Place::Item(id), Reason::DuplicateLinkId(count));
    }
    let kinds = kinds(definition);
    for item in &mut definition.items {
        fit_all(reading, item, &kinds);
    }
    for chain in loops(definition) {
        let place = Place::Item(chain.first().cloned().unwrap_or_default());
        reading.problem(&place, Reason::Loop(chain));
    }
    if reading.declared.is_empty() || !definition.walk().any(Item::is_question) && !reading.has_problems() {
        reading.problem(&Place::Survey, Reason::NoQuestions);
    }
}

/// Notes the items that nobody is asked and nothing fills in, save those `scored`.
pub(super) fn note_unfilled(reading: &mut Reading<'_>, definition: &Definition, scored: &[Place]) {
    for item in definition.walk().filter(|item| item.is_question() && item.read_only && item.calculated.is_none()) {
        let place = Place::Item(item.link_id.as_str().to_owned());
        if !scored.contains(&place) {
            reading.note(&place, Remark::NeverFilled);
        }
    }
}

/// The kinds of those items that some condition is about.
fn kinds(definition: &Definition) -> BTreeMap<LinkId, Kind> {
    let mut named: BTreeSet<&LinkId> = definition.walk().flat_map(tests).map(|test| &test.question).collect();
    named.extend(definition.walk().flat_map(|item| &item.differs_from));
    definition.walk().filter(|item| named.contains(&item.link_id)).map(|item| (item.link_id.clone(), item.kind.clone())).collect()
}

fn tests(item: &Item) -> &[Test] {
    match &item.enabled {
        Enabled::When { tests, .. } => tests,
        Enabled::Always | Enabled::Expression(_) => &[],
    }
}

fn fit_all(reading: &mut Reading<'_>, item: &mut Item, kinds: &BTreeMap<LinkId, Kind>) {
    let place = Place::Item(item.link_id.as_str().to_owned());
    if let Enabled::When { tests, .. } = &mut item.enabled {
        for test in tests {
            let name = test.question.as_str().to_owned();
            match kinds.get(&test.question) {
                Some(Kind::Group | Kind::Display) => reading.problem(&place, Reason::NotAQuestion(name)),
                Some(kind) => fit(reading, &place, test, kind),
                // An item that was written but could not be read has been reported already.
                None if reading.declared.contains_key(&name) => {}
                None => reading.problem(&place, Reason::UnknownQuestion(name)),
            }
        }
    }
    for other in &item.differs_from {
        differ(reading, &place, (other, kinds.get(other)), &item.kind);
    }
    for child in &mut item.items {
        fit_all(reading, child, kinds);
    }
}

/// Checks that what is to differ from the choices at another item is a choice, as that one is.
fn differ(reading: &mut Reading<'_>, place: &Place, other: (&LinkId, Option<&Kind>), own: &Kind) {
    let name = other.0.as_str().to_owned();
    match (own, other.1) {
        (Kind::Choice { .. }, Some(Kind::Choice { .. })) => {}
        (_, None) if reading.declared.contains_key(&name) => {}
        (_, None) => reading.problem(place, Reason::UnknownQuestion(name)),
        (_, Some(_)) => reading.problem(place, Reason::NotChoices(name)),
    }
}

fn fit(reading: &mut Reading<'_>, place: &Place, test: &mut Test, kind: &Kind) {
    let name = test.question.as_str().to_owned();
    if test.operator == Operator::Exists {
        if !matches!(test.expected, Expected::Boolean(_)) {
            reading.problem(place, Reason::NeverTrue(name));
        }
        return;
    }
    let ordered = !matches!(test.operator, Operator::Equal | Operator::NotEqual);
    if ordered && matches!(kind, Kind::Boolean | Kind::Choice { .. }) {
        return reading.problem(place, Reason::Unordered(name));
    }
    match fitted(&test.expected, kind) {
        Some(expected) => test.expected = expected,
        None => return reading.problem(place, Reason::NeverTrue(name)),
    }
    if let (Expected::Coding(coding), Kind::Choice { options, open: false }) = (&test.expected, kind)
        && !options.is_empty()
        && !options.iter().any(|option| same(&option.coding, coding))
    {
        reading.note(place, Remark::NotOffered(name));
    }
}

/// The expected value in the terms of the question; files often write numbers and codes as text. `None` if it cannot be.
fn fitted(expected: &Expected, kind: &Kind) -> Option<Expected> {
    let text = match expected {
        Expected::Text(text) => text.clone(),
        Expected::Number(number) => number.normalize().to_string(),
        Expected::Date(date) => date.to_string(),
        Expected::Boolean(truth) => truth.to_string(),
        Expected::Coding(coding) => coding.code.clone(),
    };
    match (kind, expected) {
        (Kind::Choice { .. }, Expected::Coding(_)) => Some(expected.clone()),
        (Kind::Choice { options, open }, _) => Some(match option(options, &text) {
            Some(coding) => Expected::Coding(coding),
            None if *open => Expected::Text(text),
            None => Expected::Coding(Coding { code: text, ..Coding::default() }),
        }),
        (Kind::Group | Kind::Display, _) | (_, Expected::Coding(_)) => None,
        (Kind::Boolean, _) => text.parse().ok().map(Expected::Boolean),
        (Kind::Integer | Kind::Decimal, _) => text.parse().ok().map(Expected::Number),
        (Kind::Date, _) => text.parse().ok().map(Expected::Date),
        (Kind::String | Kind::Text, _) => Some(Expected::Text(text)),
    }
}

fn option(options: &[Choice], text: &str) -> Option<Coding> {
    let found =
        options.iter().find(|option| option.coding.code == text).or_else(|| options.iter().find(|option| option.label.base() == text));
    found.map(|option| option.coding.clone())
}

fn same(one: &Coding, other: &Coding) -> bool {
    one.code == other.code && (one.system == other.system || one.system.is_none() || other.system.is_none())
}

/// What each item depends on: the questions its condition is about, those it differs from, and the item that it stands in.
fn dependencies(definition: &Definition) -> BTreeMap<&str, Vec<&str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in definition.walk() {
        let id = item.link_id.as_str();
        all.entry(id).or_default().extend(tests(item).iter().map(|test| test.question.as_str()));
        all.entry(id).or_default().extend(item.differs_from.iter().map(LinkId::as_str));
        for child in &item.items {
            all.entry(child.link_id.as_str()).or_default().push(id);
        }
    }
    all
}

/// The loops among dependencies, each as its items in order with the first repeated at the end.
///
/// Depth first with its own stack: a survey may chain as many items as it has.
fn loops(definition: &Definition) -> Vec<Vec<String>> {
    let dependencies = dependencies(definition);
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for start in definition.walk().map(|item| item.link_id.as_str()) {
        let mut path: Vec<&str> = vec![start];
        let mut ahead: Vec<Vec<&str>> = vec![dependencies.get(start).cloned().unwrap_or_default()];
        while let (Some(here), Some(rest)) = (path.last().copied(), ahead.last_mut()) {
            match rest.pop() {
                _ if done.contains(here) => leave(&mut path, &mut ahead),
                None => {
                    done.insert(here);
                    leave(&mut path, &mut ahead);
                }
                Some(next) => {
                    if let Some(from) = path.iter().position(|seen| *seen == next) {
                        found.push(path.iter().skip(from).chain([&next]).map(|id| (*id).to_owned()).collect());
                    } else {
                        path.push(next);
                        ahead.push(dependencies.get(next).cloned().unwrap_or_default());
                    }
                }
            }
        }
    }
    found
}

fn leave(path: &mut Vec<&str>, ahead: &mut Vec<Vec<&str>>) {
    path.pop();
    ahead.pop();
}
