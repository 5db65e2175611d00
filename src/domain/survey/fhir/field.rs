//! Fields of FHIR JSON as strangers write them: numbers as text, one thing where a list belongs, codes that are numbers.

use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::definition::Coding;

/// A field as text, whatever simple type it was written in. `None` if it is absent, empty or not simple.
pub(super) fn text(json: &Json, name: &str) -> Option<String> {
    json.get(name).and_then(simple)
}

/// A simple value as text. `None` if there is nothing to read.
pub(super) fn simple(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => (!text.trim().is_empty()).then(|| text.trim().to_owned()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(truth) => Some(truth.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

/// A field that is true. Anything that is not true is false.
pub(super) fn flag(json: &Json, name: &str) -> bool {
    json.get(name).and_then(truth).unwrap_or(false)
}

/// A truth value, also when it is written as text.
pub(super) fn truth(json: &Json) -> Option<bool> {
    match simple(json)?.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// A number, also when it is written as text.
pub(super) fn number(json: &Json) -> Option<Decimal> {
    let text = simple(json)?;
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// A whole number that is not negative.
pub(super) fn count(json: &Json) -> Option<u32> {
    let number = number(json)?;
    number.is_integer().then(|| u32::try_from(number).ok()).flatten()
}

/// A full date; the date of a date and time.
pub(super) fn date(json: &Json) -> Option<Date> {
    let text = simple(json)?;
    text.get(..10).and_then(|day| Date::from_str(day).ok())
}

/// The entries of a list; a single thing where a list belongs counts as its only entry.
pub(super) fn list<'a>(json: &'a Json, name: &str) -> &'a [Json] {
    match json.get(name) {
        None | Some(Json::Null) => &[],
        Some(Json::Array(entries)) => entries,
        Some(one) => std::slice::from_ref(one),
    }
}

/// A coding; its words stand for a code that is absent. `None` if it has neither.
pub(super) fn coding(json: &Json) -> Option<Coding> {
    let display = text(json, "display");
    let code = text(json, "code").or_else(|| display.clone())?;
    Some(Coding { system: text(json, "system"), code, display })
}

/// The codings of a list that have a code.
pub(super) fn codings(json: &Json, name: &str) -> Vec<Coding> {
    list(json, name).iter().filter(|entry| text(entry, "code").is_some()).filter_map(coding).collect()
}

/// The `value[x]` of an extension, an option or an answer: the x and the value.
pub(super) fn choice<'a>(json: &'a Json, prefix: &str) -> Option<(&'a str, &'a Json)> {
    json.as_object()?.iter().find_map(|(name, value)| {
        let kind = name.strip_prefix(prefix)?;
        kind.starts_with(|c: char| c.is_ascii_uppercase()).then_some((kind, value))
    })
}
