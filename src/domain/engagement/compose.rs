//! The survey of an event, put together: the items of the survey that it begins with, then the event's own questions, whose
//! sentences stand in a file of templates. What comes out is a FHIR Questionnaire like any other.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::fill::{fill, translated};
use super::questions::{INDICATOR_GROUP, MATTERS, MAY_PUBLISH, MISSING, OUTCOME_GROUP, OUTCOME_SYSTEM, PRIORITIES, SENSE, WORDS_GROUP};
use crate::domain::framework::Outcome;
use crate::domain::indicator::Definition as Indicator;

/// Most characters of an answer in somebody's own words.
pub const MOST_CHARACTERS: u64 = 4_000;
/// Minutes that a survey takes of which nothing is said.
const MINUTES: u64 = 2;
/// How many indicators take a minute.
const A_MINUTE: u64 = 2;

const ABOUT_YOU: &str = "about-you";
const POSTCODE_AREA: &str = "about.postcode-area";

/// The files that a survey of an event is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The sentences of the event's own questions.
    pub templates: &'a Json,
    /// The module with the question where somebody lives.
    pub about_you: &'a Json,
    /// The survey that it begins with.
    pub base: Option<&'a Json>,
}

/// What one event asks.
#[derive(Debug, Clone, Copy)]
pub struct Questions<'a> {
    /// The key of the event's survey.
    pub key: &'a str,
    pub title: &'a str,
    pub outcomes: &'a [&'a Outcome],
    pub indicators: &'a [&'a Indicator],
}

/// Why the survey of an event cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The survey that it begins with is not written in English, as the event's own questions are.
    #[error("the survey is written in another language than the questions of events")]
    Language,
    /// The survey that it begins with has an item of that name already.
    #[error("the survey has an item {0}, which is a question of every event")]
    Clash(String),
}

/// The Questionnaire of an event.
///
/// # Errors
/// Where the survey that it begins with cannot stand beside the event's own questions.
pub fn compose(sources: &Sources<'_>, asked: &Questions<'_>) -> Result<Json, Fault> {
    let base = sources.base.map(base_of).transpose()?;
    let mut items: Vec<Json> = base.map(items_of).unwrap_or_default().to_vec();
    items.iter_mut().for_each(shorten);
    let includes = base.is_some_and(|base| values(base, "urn:saywell:include").any(|name| name == ABOUT_YOU));
    for group in items_of(sources.templates) {
        items.extend(own(group, asked, &items));
    }
    if !includes && !names(&items).contains(POSTCODE_AREA) {
        items.extend(postcode_area(sources.about_you));
    }
    let mut whole = header(sources.templates, base, asked);
    whole.insert("item".to_owned(), Json::Array(items));
    Ok(Json::Object(whole))
}

/// The survey that an event begins with, if it can.
fn base_of(base: &Json) -> Result<&Json, Fault> {
    let language = base.get("language").and_then(Json::as_str).unwrap_or("en");
    if language.split(['-', '_']).next() != Some("en") {
        return Err(Fault::Language);
    }
    let taken = |id: &&str| {
        PRIORITIES.contains(id) || [MATTERS, MISSING, MAY_PUBLISH].contains(id) || id.starts_with(SENSE) || id.starts_with("event.")
    };
    names(items_of(base)).into_iter().find(taken).map_or(Ok(base), |id| Err(Fault::Clash(id.to_owned())))
}

/// What stands above the items: the title is the event's, the purpose ours, everything else as in the survey it begins with.
fn header(templates: &Json, base: Option<&Json>, asked: &Questions<'_>) -> Map<String, Json> {
    let mut header = base.unwrap_or(templates).as_object().cloned().unwrap_or_default();
    for gone in ["url", "identifier", "date", "_title", "description", "_description", "derivedFrom"] {
        header.remove(gone);
    }
    for field in ["status", "purpose", "_purpose"] {
        header.insert(field.to_owned(), templates.get(field).cloned().unwrap_or_default());
    }
    header.insert("id".to_owned(), json!(asked.key));
    header.insert("name".to_owned(), json!(asked.key));
    header.insert("title".to_owned(), json!(asked.title));
    header.insert("version".to_owned(), json!("1"));
    header.insert("extension".to_owned(), Json::Array(extensions(templates, base, asked)));
    header
}

/// The extensions of the survey it begins with, and in the place of its minutes and programme the event's.
fn extensions(templates: &Json, base: Option<&Json>, asked: &Questions<'_>) -> Vec<Json> {
    let is = |extension: &Json, name: &str| extension.get("url").and_then(Json::as_str).is_some_and(|url| url == name);
    let ours = ["urn:saywell:minutes", "urn:saywell:programme", "urn:saywell:machine-drafted"];
    let all = |json: &Json| json.get("extension").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut kept: Vec<Json> = base.map(all).unwrap_or_default();
    kept.retain(|extension| !ours.iter().any(|name| is(extension, name)));
    let minutes = |json: &Json| values_of(json, "urn:saywell:minutes").find_map(Json::as_u64);
    let before = base.map_or(0, |base| minutes(base).unwrap_or(MINUTES));
    let indicators = u64::try_from(asked.indicators.len()).unwrap_or_default().div_ceil(A_MINUTE);
    let whole = before + minutes(templates).unwrap_or(MINUTES) + indicators;
    kept.extend(all(templates).into_iter().filter(|extension| !is(extension, "urn:saywell:minutes")));
    kept.push(json!({ "url": "urn:saywell:minutes", "valueInteger": whole }));
    kept
}

/// One group of the event's own questions, or the question about publishing, which waits for any of the words `before` it.
/// Nothing where there is nothing to ask in it.
fn own(group: &Json, asked: &Questions<'_>, before: &[Json]) -> Option<Json> {
    let mut group = group.clone();
    match link_id(&group) {
        OUTCOME_GROUP => {
            let options: Vec<Json> = asked.outcomes.iter().map(|outcome| option(outcome)).collect();
            let items = group.get_mut("item")?.as_array_mut()?;
            items.truncate(options.len());
            items.iter_mut().filter_map(Json::as_object_mut).for_each(|item| drop(item.insert("answerOption".to_owned(), json!(options))));
        }
        INDICATOR_GROUP => {
            let items = group.get_mut("item")?.as_array_mut()?;
            let templates = std::mem::take(items);
            for indicator in asked.indicators {
                items.extend(templates.iter().cloned().map(|mut item| {
                    fill(&mut item, "en", indicator);
                    item
                }));
            }
        }
        WORDS_GROUP => {}
        MAY_PUBLISH => {
            let waits = |id: &String| json!({ "question": id, "operator": "exists", "answerBoolean": true });
            let when: Vec<Json> = texts(before).iter().map(waits).collect();
            group.as_object_mut()?.insert("enableWhen".to_owned(), json!(when));
            return Some(group);
        }
        _ => return None,
    }
    (!items_of(&group).is_empty()).then_some(group)
}

/// An outcome as an option.
fn option(outcome: &Outcome) -> Json {
    let mut coding = json!({ "system": OUTCOME_SYSTEM, "code": outcome.key, "display": outcome.title });
    let translations: Vec<Json> = outcome.said.iter().map(|(language, said)| translated(language, &said.title)).collect();
    if let Some(coding) = coding.as_object_mut().filter(|_| !translations.is_empty()) {
        coding.insert("_display".to_owned(), json!({ "extension": translations }));
    }
    json!({ "valueCoding": coding })
}

/// Where somebody lives, asked of everybody.
fn postcode_area(module: &Json) -> Option<Json> {
    let mut item = items_of(module).iter().find(|item| link_id(item) == POSTCODE_AREA)?.clone();
    item.as_object_mut()?.remove("enableWhen");
    Some(item)
}

/// Gives every answer in somebody's own words, in this item and those inside it, the length that all have.
fn shorten(item: &mut Json) {
    let is_text = item.get("type").and_then(Json::as_str) == Some("text");
    let most = item.get("maxLength").and_then(Json::as_u64).map_or(MOST_CHARACTERS, |most| most.min(MOST_CHARACTERS));
    if let Some(fields) = item.as_object_mut() {
        if is_text {
            fields.insert("maxLength".to_owned(), json!(most));
        }
        if let Some(inside) = fields.get_mut("item").and_then(Json::as_array_mut) {
            inside.iter_mut().for_each(shorten);
        }
    }
}

/// The items of a questionnaire, or inside an item.
fn items_of(json: &Json) -> &[Json] {
    json.get("item").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn link_id(item: &Json) -> &str {
    item.get("linkId").and_then(Json::as_str).unwrap_or_default()
}

/// The names of items and of all that is inside them.
fn names(items: &[Json]) -> BTreeSet<&str> {
    items.iter().flat_map(|item| names(items_of(item)).into_iter().chain([link_id(item)])).collect()
}

/// The names of the questions that are answered in somebody's own words.
fn texts(items: &[Json]) -> Vec<String> {
    let is_text = |item: &&Json| item.get("type").and_then(Json::as_str) == Some("text");
    let own = |item: &Json| Some(item).filter(is_text).map(|item| link_id(item).to_owned());
    items.iter().flat_map(|item| own(item).into_iter().chain(texts(items_of(item)))).collect()
}

/// The values of the extensions of that address.
fn values_of<'a>(json: &'a Json, url: &'a str) -> impl Iterator<Item = &'a Json> {
    let all = json.get("extension").and_then(Json::as_array).into_iter().flatten();
    all.filter(move |extension| extension.get("url").and_then(Json::as_str) == Some(url))
        .filter_map(|extension| extension.as_object()?.iter().find(|(name, _)| name.starts_with("value")).map(|(_, value)| value))
}

fn values<'a>(json: &'a Json, url: &'a str) -> impl Iterator<Item = &'a str> {
    values_of(json, url).filter_map(Json::as_str)
}

#[cfg(test)]
mod tests;
