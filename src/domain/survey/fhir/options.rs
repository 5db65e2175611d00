//! The options of a choice: written out, or taken from a named list.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::MOST_OPTIONS;
use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{extension, field, words};
use crate::domain::survey::definition::{Choice, Coding};
use crate::domain::survey::text::LocalText;

/// True if the item offers answers to choose from, in the way of any FHIR version.
pub(super) fn offered(json: &Json) -> bool {
    ["answerOption", "option", "answerValueSet", "options"].into_iter().any(|name| json.get(name).is_some())
}

/// The options of an item. Problems are reported; what could be read is returned.
pub(super) fn read(reading: &mut Reading<'_>, place: &Place, json: &Json) -> Vec<Choice> {
    // FHIR STU3 named the list `option`.
    let written = ["answerOption", "option"].into_iter().map(|name| field::list(json, name)).find(|list| !list.is_empty());
    let Some(written) = written else { return named(reading, place, json) };
    if written.len() > MOST_OPTIONS {
        reading.problem(place, Reason::TooManyOptions);
        return Vec::new();
    }
    let mut choices = Vec::new();
    for (index, each) in written.iter().enumerate() {
        if let Some(choice) = option(reading, place, each, index + 1) {
            add(reading, place, &mut choices, choice);
        }
    }
    number(reading, place, &mut choices);
    choices
}

fn option(reading: &mut Reading<'_>, place: &Place, json: &Json, number: usize) -> Option<Choice> {
    reading.refuse_modifiers(place, json);
    let (kind, value) = field::choice(json, "value").or_else(|| {
        reading.problem(place, Reason::EmptyOption(number));
        None
    })?;
    let (coding, label) = match kind {
        "Coding" => (field::coding(value), words::read(reading, place, value, "display")),
        "String" => (plain(value), words::read(reading, place, json, "valueString")),
        "Integer" | "Decimal" | "Date" => (plain(value), None),
        other => {
            reading.problem(place, Reason::UnsupportedOption { number, kind: other.to_ascii_lowercase() });
            return None;
        }
    };
    let Some(coding) = coding else {
        reading.problem(place, Reason::EmptyOption(number));
        return None;
    };
    let mut known = vec![extension::OPTION_PREFIX, extension::EXCLUSIVE, extension::HINT, extension::ETHNIC_CATEGORY];
    known.extend(extension::ORDINALS);
    extension::report_others(reading, place, json, &known);
    if kind == "Coding" {
        extension::report_others(reading, place, value, &known);
    }
    if json.get("initialSelected").is_some() {
        reading.note_once(place, Remark::Initial);
    }
    let label = label.unwrap_or_else(|| LocalText::new(coding.code.clone()));
    let hint = extension::every(json, extension::HINT).next().and_then(|hint| words::read(reading, place, hint, "valueString"));
    let exclusive = extension::value(json, extension::EXCLUSIVE).and_then(field::truth).unwrap_or(false);
    Some(Choice { ordinal: ordinal(reading, place, json, value), coding, label, hint, exclusive })
}

/// An option that is a plain value: the value is code and words at once.
fn plain(value: &Json) -> Option<Coding> {
    field::simple(value).map(|code| Coding { system: None, display: Some(code.clone()), code })
}

fn ordinal(reading: &mut Reading<'_>, place: &Place, option: &Json, coding: &Json) -> Option<Decimal> {
    let found = extension::ORDINALS.into_iter().find_map(|url| extension::value(option, url).or_else(|| extension::value(coding, url)))?;
    let number = field::number(found);
    if number.is_none() {
        reading.problem(place, Reason::Unreadable { name: "the score of an option", expected: "a number", found: found.to_string() });
    }
    number
}

/// Adds an option unless it is there already. Two different options of one code could not be told apart.
fn add(reading: &mut Reading<'_>, place: &Place, choices: &mut Vec<Choice>, choice: Choice) {
    let same = choices.iter().find(|other| other.coding.code == choice.coding.code && other.coding.system == choice.coding.system);
    match same {
        None => choices.push(choice),
        Some(other) if *other == choice => reading.note(place, Remark::RepeatedOption(choice.coding.code)),
        Some(_) => reading.problem(place, Reason::DuplicateOption(choice.coding.code)),
    }
}

/// A scale of bare numbers, such as 0 to 10: each option scores the number it shows.
fn number(reading: &mut Reading<'_>, place: &Place, choices: &mut [Choice]) {
    let shown = |choice: &Choice| choice.label.base().trim().parse::<i64>().ok().map(Decimal::from);
    if choices.is_empty() || choices.iter().any(|choice| choice.ordinal.is_some() || shown(choice).is_none()) {
        return;
    }
    for choice in choices.iter_mut() {
        choice.ordinal = shown(choice);
    }
    reading.note(place, Remark::NumbersAsOrdinals);
}

/// The options of a list that the item names, contained in the file or supplied.
fn named(reading: &mut Reading<'_>, place: &Place, json: &Json) -> Vec<Choice> {
    // FHIR STU3 named the list in `options`, a reference.
    let canonical = field::text(json, "answerValueSet").or_else(|| field::text(json.get("options")?, "reference"));
    let Some(canonical) = canonical else {
        let computed = extension::value(json, extension::ANSWER_EXPRESSION).is_some();
        reading.problem(place, if computed { Reason::ComputedOptions } else { Reason::NoOptions });
        return Vec::new();
    };
    let found = reading.contained.find(&canonical).or_else(|| reading.supplied.find(&canonical)).map(<[Choice]>::to_vec);
    let Some(mut choices) = found else {
        reading.problem(place, Reason::UnknownValueSet(canonical));
        return Vec::new();
    };
    if choices.len() > MOST_OPTIONS {
        reading.problem(place, Reason::TooManyOptions);
        choices.clear();
    }
    if reading.contained.find(&canonical).is_none() && reading.supplied.is_plain(&canonical) {
        reading.note_once(place, Remark::PlainLabels(canonical));
    }
    number(reading, place, &mut choices);
    choices
}
