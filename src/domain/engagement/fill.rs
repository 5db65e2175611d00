//! Sentences of a template with what is said of an indicator in their gaps, each in its own language.

use serde_json::{Value as Json, json};

use crate::domain::indicator::Definition as Indicator;
use crate::domain::survey::Language;

const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";

/// A translation of a text, as FHIR writes it beside the text.
pub(super) fn translated(language: &str, text: &str) -> Json {
    json!({ "url": TRANSLATION, "extension": [{ "url": "lang", "valueCode": language }, { "url": "content", "valueString": text }] })
}

/// Fills the gaps of a template whose words are in that language, and in every translation those of the translation.
pub(super) fn fill(json: &mut Json, language: &str, indicator: &Indicator) {
    match json {
        Json::String(text) => {
            if text.contains('{') {
                *text = filled(text, language, indicator);
            }
        }
        Json::Array(all) => all.iter_mut().for_each(|one| fill(one, language, indicator)),
        Json::Object(fields) => {
            let translation = Some(&*fields).filter(|fields| fields.get("url").and_then(Json::as_str) == Some(TRANSLATION));
            let spoken = translation.and_then(|fields| language_of(fields.get("extension")?)).unwrap_or_else(|| language.to_owned());
            fields.values_mut().for_each(|value| fill(value, &spoken, indicator));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn language_of(parts: &Json) -> Option<String> {
    let tag = parts.as_array()?.iter().find(|part| part.get("url").and_then(Json::as_str) == Some("lang"))?;
    tag.get("valueCode").and_then(Json::as_str).map(str::to_owned)
}

fn filled(text: &str, language: &str, indicator: &Indicator) -> String {
    let language = Language::parse(language).unwrap_or_else(Language::english);
    let plain = indicator.plain_in(&language);
    let gaps = [
        ("{key}", indicator.key.as_str()),
        ("{indicator}", indicator.title_in(&language)),
        ("{why}", &plain.why),
        ("{denominator}", &plain.denominator),
        ("{numerator}", &plain.numerator),
    ];
    gaps.into_iter().fold(text.to_owned(), |text, (gap, words)| text.replace(gap, words))
}
