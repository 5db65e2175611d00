//! Lists of answers that a survey names instead of writing them out.
//!
//! One list is built in, because the commonest instruments name it and no file carries it. Its codes and scores are
//! LOINC's; its labels are Saywell's own words, since the published wording is not ours to ship.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::report::{Place, Reason, Refused};
use super::{extension, field, json};
use crate::domain::survey::definition::{Choice, Coding};
use crate::domain::survey::text::{Language, LocalText};

/// LOINC answer list LL358-3: how often in two weeks, four steps.
const HOW_OFTEN: &str = "http://loinc.org/vs/LL358-3";

/// Codes and scores as LOINC publishes them; labels are Saywell's own.
const HOW_OFTEN_OPTIONS: [(&str, i64, &str); 4] = [
    ("LA6568-5", 0, "Not at all"),
    ("LA6569-3", 1, "On some days"),
    ("LA6570-1", 2, "On more than half of the days"),
    ("LA6571-9", 3, "On nearly every day"),
];

/// Answer lists by their canonical address.
#[derive(Debug, Clone, Default)]
pub struct ValueSets(BTreeMap<String, AnswerList>);

#[derive(Debug, Clone)]
struct AnswerList {
    choices: Vec<Choice>,
    /// The labels are Saywell's own, not the published ones.
    plain: bool,
}

impl ValueSets {
    /// The answer lists that come with Saywell.
    #[must_use]
    pub fn built_in() -> Self {
        let choice = |(code, score, label): (&str, i64, &str)| Choice {
            coding: Coding { system: Some("http://loinc.org".to_owned()), code: code.to_owned(), display: Some(label.to_owned()) },
            label: LocalText::new(label),
            hint: None,
            ordinal: Some(Decimal::from(score)),
            exclusive: false,
        };
        let choices = HOW_OFTEN_OPTIONS.into_iter().map(choice).collect();
        Self(BTreeMap::from([(HOW_OFTEN.to_owned(), AnswerList { choices, plain: true })]))
    }

    /// Reads a FHIR `ValueSet` file, in the place of any earlier list of the same address, and says its address.
    ///
    /// Refused if it is not a `ValueSet` or describes its options by a rule instead of listing them.
    pub fn add(&mut self, source: &[u8]) -> Result<String, Refused> {
        let json = json(source)?;
        let choices = listed(&json)?;
        let url = field::text(&json, "url").ok_or_else(|| Refused::because(Place::Survey, Reason::ValueSetWithoutUrl))?;
        self.put(&url, choices);
        Ok(url)
    }

    /// The options of a list. A version after `|` is used if that version is there, and else left off.
    #[must_use]
    pub fn find(&self, canonical: &str) -> Option<&[Choice]> {
        self.list(canonical).map(|list| list.choices.as_slice())
    }

    /// True if the labels of that list are Saywell's own.
    pub(super) fn is_plain(&self, canonical: &str) -> bool {
        self.list(canonical).is_some_and(|list| list.plain)
    }

    /// Puts the lists contained in a Questionnaire under `#id` and under their address. What is not a list of answers, or
    /// does not list them, is left out, so that an item which names it is refused with the name.
    pub(super) fn contained(json: &Json) -> Self {
        let mut sets = Self::default();
        for resource in field::list(json, "contained") {
            let Ok(choices) = listed(resource) else { continue };
            let id = field::text(resource, "id").map(|id| format!("#{}", id.trim_start_matches('#')));
            for name in id.into_iter().chain(field::text(resource, "url")) {
                sets.put(&name, choices.clone());
            }
        }
        sets
    }

    fn list(&self, canonical: &str) -> Option<&AnswerList> {
        let unversioned = canonical.split('|').next().unwrap_or(canonical);
        self.0.get(canonical).or_else(|| self.0.get(unversioned))
    }

    fn put(&mut self, name: &str, choices: Vec<Choice>) {
        self.0.insert(name.to_owned(), AnswerList { choices, plain: false });
    }
}

/// The options that a `ValueSet` lists: its expansion, or else the concepts of its definition.
fn listed(json: &Json) -> Result<Vec<Choice>, Refused> {
    let refuse = |reason| Refused::because(Place::Survey, reason);
    match json.get("resourceType").and_then(Json::as_str) {
        Some("ValueSet") => {}
        found => return Err(refuse(Reason::NotAValueSet(found.map(str::to_owned)))),
    }
    let mut choices = Vec::new();
    if let Some(expansion) = json.get("expansion") {
        expand(field::list(expansion, "contains"), &mut choices, super::MOST_LEVELS);
    } else if let Some(compose) = json.get("compose") {
        for include in field::list(compose, "include") {
            let system = field::text(include, "system");
            let concepts = field::list(include, "concept");
            if concepts.is_empty() || compose.get("exclude").is_some() {
                return Err(refuse(Reason::ValueSetByRule));
            }
            choices.extend(concepts.iter().filter_map(|concept| choice(concept, system.clone())));
        }
    }
    if choices.is_empty() { Err(refuse(Reason::ValueSetByRule)) } else { Ok(choices) }
}

/// Flattens an expansion: entries that only head others are not options themselves.
fn expand(entries: &[Json], choices: &mut Vec<Choice>, levels: usize) {
    for entry in entries {
        if !field::flag(entry, "abstract") && !field::flag(entry, "inactive") {
            choices.extend(choice(entry, field::text(entry, "system")));
        }
        if let Some(levels) = levels.checked_sub(1) {
            expand(field::list(entry, "contains"), choices, levels);
        }
    }
}

/// One listed concept as an option; its designations are its translations.
fn choice(concept: &Json, system: Option<String>) -> Option<Choice> {
    let coding = Coding { system, ..field::coding(concept)? };
    let mut label = LocalText::new(coding.display.clone().unwrap_or_else(|| coding.code.clone()));
    for designation in field::list(concept, "designation") {
        let language = field::text(designation, "language").and_then(|tag| Language::parse(&tag));
        if let (Some(language), Some(words)) = (language, field::text(designation, "value")) {
            label = label.with(language, words);
        }
    }
    let ordinal = extension::ORDINALS.into_iter().find_map(|url| extension::value(concept, url)).and_then(field::number);
    Some(Choice { coding, label, hint: None, ordinal, exclusive: false })
}
