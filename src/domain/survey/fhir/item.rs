//! One item of a Questionnaire, with the items inside it.

use serde_json::Value as Json;

use super::expression::Scope;
use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{MOST_ITEMS, MOST_LEVELS, condition, extension, field, kind, limits, words};
use crate::domain::survey::definition::{Item, Kind, LinkId};
use crate::domain::survey::text::LocalText;

/// Fields of an item that are read, or that say nothing about how it is asked.
const FIELDS: [&str; 22] = [
    "linkId",
    "id",
    "definition",
    "code",
    "prefix",
    "_prefix",
    "text",
    "_text",
    "type",
    "enableWhen",
    "enableBehavior",
    "required",
    "repeats",
    "readOnly",
    "maxLength",
    "answerConstraint",
    "answerOption",
    "option",
    "options",
    "answerValueSet",
    "item",
    "extension",
];

/// Extensions of an item that are read elsewhere in this room.
const EXTENSIONS: [&str; 20] = [
    extension::VARIABLE,
    extension::CALCULATED,
    extension::ENABLE_WHEN,
    extension::INITIAL,
    extension::SUB_QUESTIONNAIRE,
    extension::HIDDEN,
    extension::ITEM_CONTROL,
    extension::UNIT,
    extension::ENTRY_FORMAT,
    extension::MIN_VALUE,
    extension::MAX_VALUE,
    extension::MIN_LENGTH,
    extension::REGEX,
    extension::DECIMAL_PLACES,
    extension::MIN_OCCURS,
    extension::MAX_OCCURS,
    extension::SENSITIVE,
    extension::RISK,
    extension::DIFFERS_FROM,
    extension::OPTIONS_TOGGLE,
];

/// Where a list of items stands: inside which item, how deep, and which variables it may use.
#[derive(Clone, Copy)]
pub(super) struct Within<'a> {
    pub parent: Option<&'a str>,
    pub level: usize,
    pub scope: &'a Scope,
}

/// Reads a list of items. Those that cannot be asked are left out and reported.
pub(super) fn list<'a>(reading: &mut Reading<'_>, items: impl IntoIterator<Item = &'a Json>, within: Within<'_>) -> Vec<Item> {
    let mut read = Vec::new();
    for (index, json) in items.into_iter().enumerate() {
        if reading.items == MOST_ITEMS {
            reading.problem(&Place::Survey, Reason::TooManyItems);
        }
        reading.items += 1;
        if reading.items > MOST_ITEMS {
            break;
        }
        let id = field::text(json, "linkId");
        let place = match &id {
            Some(id) => Place::Item(id.clone()),
            None => Place::Unnamed { number: index + 1, within: within.parent.map(str::to_owned) },
        };
        if json.is_object() {
            read.extend(item(reading, &place, json, within));
        } else {
            reading.problem(&place, Reason::NotAnItem);
        }
    }
    read
}

fn item(reading: &mut Reading<'_>, place: &Place, json: &Json, within: Within<'_>) -> Option<Item> {
    let link_id = field::text(json, "linkId").and_then(|id| LinkId::parse(&id));
    match &link_id {
        Some(id) => *reading.declared.entry(id.as_str().to_owned()).or_default() += 1,
        None => reading.problem(place, Reason::NoLinkId),
    }
    report_unread(reading, place, json);
    let mut scope = within.scope.clone();
    let variables = scope.declare(reading, place, json);
    let (help, items) = children(reading, place, json, within.level, &scope);
    let kind = kind::read(reading, place, json);
    let enabled = condition::read(reading, place, json, &scope);
    let calculated = scope.read(reading, place, json, extension::CALCULATED);
    let (link_id, kind) = (link_id?, kind?);
    let repeats = kind::repeats(reading, place, json, &kind);
    let mut item = Item {
        prefix: field::text(json, "prefix"),
        text: words::read(reading, place, json, "text").unwrap_or_default(),
        help,
        required: field::flag(json, "required") || limits::asks_for_one(json),
        repeats,
        sensitive: extension::value(json, extension::SENSITIVE).and_then(field::truth).unwrap_or(false),
        hidden: extension::value(json, extension::HIDDEN).and_then(field::truth).unwrap_or(false),
        read_only: field::flag(json, "readOnly"),
        calculated,
        variables,
        limits: limits::read(reading, place, json, &kind, repeats),
        enabled,
        differs_from: extension::texts(json, extension::DIFFERS_FROM).filter_map(|id| LinkId::parse(&id)).collect(),
        risk: extension::texts(json, extension::RISK).collect(),
        codes: field::codings(json, "code"),
        unit: unit(json),
        items,
        link_id,
        kind,
    };
    settle(reading, place, &mut item).then_some(item)
}

/// Words about the item, and the items inside it.
fn children(reading: &mut Reading<'_>, place: &Place, json: &Json, level: usize, scope: &Scope) -> (Option<LocalText>, Vec<Item>) {
    let (helps, others): (Vec<&Json>, Vec<&Json>) = field::list(json, "item").iter().partition(|child| is_help(child));
    let mut help = None;
    for child in helps {
        help = words::join(help, words::read(reading, place, child, "text"));
    }
    let format = extension::every(json, extension::ENTRY_FORMAT).next().and_then(|each| words::read(reading, place, each, "valueString"));
    let help = words::join(help, format);
    if level == MOST_LEVELS && !others.is_empty() {
        reading.problem(place, Reason::TooDeep);
        return (help, Vec::new());
    }
    let parent = field::text(json, "linkId");
    (help, list(reading, others, Within { parent: parent.as_deref(), level: level + 1, scope }))
}

/// A `display` that only explains the item it stands in.
fn is_help(json: &Json) -> bool {
    let explains = |control: &String| control == "help" || control == "flyover";
    json.get("type").and_then(Json::as_str) == Some("display") && extension::controls(json).iter().any(explains)
}

/// What the item does not say, or says without effect. False if nothing is left of it.
fn settle(reading: &mut Reading<'_>, place: &Place, item: &mut Item) -> bool {
    if !item.is_question() {
        if item.required {
            reading.note_once(place, Remark::NotApplicable("required"));
        }
        if item.calculated.take().is_some() {
            reading.note(place, Remark::NotApplicable("calculatedExpression"));
        }
        item.required = false;
    }
    if item.text.is_empty() && item.kind == Kind::Display {
        reading.note(place, Remark::EmptyDisplay);
        return false;
    }
    if item.text.is_empty() && item.is_question() {
        if item.is_asked() {
            reading.note(place, Remark::NoText);
        }
        item.text = LocalText::new(item.link_id.as_str());
    }
    for code in &item.risk {
        let known = match &item.kind {
            Kind::Boolean => code == "true" || code == "false",
            Kind::Choice { options, .. } => options.iter().any(|option| option.coding.code == *code),
            _ => false,
        };
        if !known {
            reading.problem(place, Reason::UnknownRisk(code.clone()));
        }
    }
    true
}

/// The unit shown after a number. Text in braces is a note to machines, not a unit.
fn unit(json: &Json) -> Option<String> {
    let unit = extension::value(json, extension::UNIT)?;
    field::text(unit, "display").or_else(|| field::text(unit, "code")).filter(|unit| !unit.starts_with('{'))
}

/// Reports what an item carries beyond what is read, and what would change its meaning.
fn report_unread(reading: &mut Reading<'_>, place: &Place, json: &Json) {
    reading.refuse_modifiers(place, json);
    if extension::value(json, extension::SUB_QUESTIONNAIRE).is_some() {
        reading.problem(place, Reason::SubQuestionnaire);
    }
    if extension::every(json, extension::OPTIONS_TOGGLE).next().is_some() {
        reading.problem(place, Reason::ToggledOptions);
    }
    if json.get("initial").is_some() || extension::value(json, extension::INITIAL).is_some() {
        reading.note(place, Remark::Initial);
    }
    extension::report_others(reading, place, json, &EXTENSIONS);
    for name in json.as_object().into_iter().flat_map(|fields| fields.keys()) {
        if !FIELDS.contains(&name.as_str()) && name != "initial" && name != "modifierExtension" {
            reading.unused_field(place, name);
        }
    }
}
