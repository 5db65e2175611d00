//! The Questionnaire itself: what it is called, who answers it, and its items.

use serde_json::Value as Json;

use super::expression::Scope;
use super::item::{self, Within};
use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{ValueSets, extension, field, words};
use crate::domain::survey::definition::{Definition, Item, Respondent, SurveyKey, Variable};
use crate::domain::survey::text::{Language, LocalText};

/// Extensions of a Questionnaire that are read somewhere in this room.
const EXTENSIONS: [&str; 8] = [
    extension::VARIABLE,
    extension::MINUTES,
    extension::PROGRAMME,
    extension::RESPONDENT,
    extension::MACHINE_DRAFTED,
    extension::INCLUDE,
    extension::SHOW_OWN_RESULTS,
    extension::SCORE,
];

/// Reads a Questionnaire, without its modules and scores. `None` never hides a problem that was not reported.
pub(super) fn read(reading: &mut Reading<'_>, json: &Json) -> Option<Definition> {
    let place = Place::Survey;
    let key = key(json);
    if key.is_none() {
        reading.problem(&place, Reason::NoName);
    }
    // The other problems are worth knowing even if nothing names the survey.
    let key = key.or_else(|| SurveyKey::parse("unnamed"))?;
    let base = base_language(reading, json);
    let (variables, items) = body(reading, json);
    let title = words::read(reading, &place, json, "title");
    let purpose = words::read(reading, &place, json, "purpose").or_else(|| words::read(reading, &place, json, "description"));
    Some(Definition {
        url: field::text(json, "url"),
        version: field::text(json, "version").unwrap_or_else(|| "1".to_owned()),
        title: title.unwrap_or_else(|| LocalText::new(field::text(json, "name").unwrap_or_else(|| key.to_string()))),
        purpose: purpose.unwrap_or_default(),
        copyright: field::text(json, "copyright"),
        minutes: minutes(reading, json),
        programme: extension::texts(json, extension::PROGRAMME).next(),
        respondents: respondents(reading, json),
        languages: vec![base],
        machine_drafted: machine_drafted(reading, json),
        shows_own_results: shows_own_results(reading, json),
        variables,
        items,
        scores: Vec::new(),
        key,
    })
}

/// The variables and items of a Questionnaire, a module's as well as a survey's.
pub(super) fn body(reading: &mut Reading<'_>, json: &Json) -> (Vec<Variable>, Vec<Item>) {
    let place = Place::Survey;
    reading.refuse_modifiers(&place, json);
    reading.contained = ValueSets::contained(json);
    extension::report_others(reading, &place, json, &EXTENSIONS);
    let mut scope = Scope::default();
    let variables = scope.declare(reading, &place, json);
    let items = item::list(reading, field::list(json, "item"), Within { parent: None, level: 1, scope: &scope });
    (variables, items)
}

/// The language the file is written in; English where it does not say.
pub(super) fn base_language(reading: &mut Reading<'_>, json: &Json) -> Language {
    let Some(tag) = field::text(json, "language") else { return Language::english() };
    Language::parse(&tag).unwrap_or_else(|| {
        reading.problem(&Place::Survey, Reason::LanguageTag(tag));
        Language::english()
    })
}

/// The survey's short name: from its id, else its name, else its title.
fn key(json: &Json) -> Option<SurveyKey> {
    ["id", "name", "title"].into_iter().filter_map(|name| field::text(json, name)).find_map(|text| SurveyKey::parse(&slug(&text)))
}

/// Lower case, every run of other characters one hyphen, at most 60 characters.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(60);
    slug.trim_end_matches('-').to_owned()
}

fn minutes(reading: &mut Reading<'_>, json: &Json) -> Option<u16> {
    let value = extension::value(json, extension::MINUTES)?;
    let minutes = field::count(value).and_then(|minutes| u16::try_from(minutes).ok());
    if minutes.is_none() {
        let (name, expected) = (extension::MINUTES, "a whole number of minutes");
        reading.problem(&Place::Survey, Reason::Unreadable { name, expected, found: value.to_string() });
    }
    minutes
}

fn respondents(reading: &mut Reading<'_>, json: &Json) -> Vec<Respondent> {
    let mut respondents = Vec::new();
    for code in extension::texts(json, extension::RESPONDENT) {
        match Respondent::from_code(&code) {
            Some(respondent) => respondents.push(respondent),
            None => reading.problem(&Place::Survey, Reason::Respondent(code)),
        }
    }
    if respondents.is_empty() { Respondent::ALL.to_vec() } else { respondents }
}

fn shows_own_results(reading: &mut Reading<'_>, json: &Json) -> bool {
    let Some(value) = extension::value(json, extension::SHOW_OWN_RESULTS) else { return false };
    value.as_bool().unwrap_or_else(|| {
        let (name, expected) = (extension::SHOW_OWN_RESULTS, "true or false");
        reading.problem(&Place::Survey, Reason::Unreadable { name, expected, found: value.to_string() });
        false
    })
}

fn machine_drafted(reading: &mut Reading<'_>, json: &Json) -> Vec<Language> {
    let mut languages = Vec::new();
    for tag in extension::texts(json, extension::MACHINE_DRAFTED) {
        match Language::parse(&tag) {
            Some(language) => languages.push(language),
            None => reading.problem(&Place::Survey, Reason::LanguageTag(tag)),
        }
    }
    languages
}

/// Notes the languages marked as drafted by machine that the survey does not have.
pub(super) fn check_drafted(reading: &mut Reading<'_>, definition: &Definition) {
    for language in definition.machine_drafted.iter().filter(|language| !definition.languages.contains(language)) {
        reading.note(&Place::Survey, Remark::MachineDraftedUnused(language.to_string()));
    }
}
