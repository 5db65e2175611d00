//! The extensions Saywell reads, and those it may leave unread without changing what a survey asks.

use serde_json::Value as Json;

use super::field;
use super::reading::Reading;
use super::report::{Place, Reason};

pub(super) const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
pub(super) const XHTML: &str = "http://hl7.org/fhir/StructureDefinition/rendering-xhtml";
pub(super) const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
pub(super) const CALCULATED: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
pub(super) const ENABLE_WHEN: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";
pub(super) const INITIAL: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression";
pub(super) const SUB_QUESTIONNAIRE: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire";
pub(super) const ANSWER_EXPRESSION: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression";
pub(super) const OPTIONS_TOGGLE: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression";
pub(super) const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
pub(super) const ITEM_CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
pub(super) const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
pub(super) const ENTRY_FORMAT: &str = "http://hl7.org/fhir/StructureDefinition/entryFormat";
pub(super) const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
pub(super) const OPTION_PREFIX: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";
pub(super) const MIN_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
pub(super) const MAX_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
pub(super) const MIN_LENGTH: &str = "http://hl7.org/fhir/StructureDefinition/minLength";
pub(super) const REGEX: &str = "http://hl7.org/fhir/StructureDefinition/regex";
pub(super) const DECIMAL_PLACES: &str = "http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces";
pub(super) const MIN_OCCURS: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
pub(super) const MAX_OCCURS: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";

/// Where R4, R5 and older files keep the score of an option.
pub(super) const ORDINALS: [&str; 5] = [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
];

pub(super) const SENSITIVE: &str = "urn:saywell:sensitive";
pub(super) const RISK: &str = "urn:saywell:risk";
/// The questions whose chosen options are not offered again.
pub(super) const DIFFERS_FROM: &str = "urn:saywell:differs-from";
pub(super) const HINT: &str = "urn:saywell:hint";
/// The same words for somebody who answers on behalf of another.
pub(super) const PROXY_TEXT: &str = "urn:saywell:proxy-text";
pub(super) const MINUTES: &str = "urn:saywell:minutes";
pub(super) const PROGRAMME: &str = "urn:saywell:programme";
pub(super) const RESPONDENT: &str = "urn:saywell:respondent";
pub(super) const MACHINE_DRAFTED: &str = "urn:saywell:machine-drafted";
/// Whether people who come back may see their own scores.
pub(super) const SHOW_OWN_RESULTS: &str = "urn:saywell:show-own-results";
pub(super) const INCLUDE: &str = "urn:saywell:include";
/// The NHS Data Dictionary ethnic category that an option stands for: read where figures are exchanged, not here.
pub(super) const ETHNIC_CATEGORY: &str = "urn:saywell:nhs-ethnic-category";
pub(super) const SCORE: &str = "urn:saywell:score";

/// Extensions that only style or lay out, or say how to fetch and store elsewhere: the last part of the address.
const PRESENTATION: [&str; 16] = [
    "rendering-xhtml",
    "rendering-style",
    "rendering-styleSensitive",
    "rendering-markdown",
    "questionnaire-choiceOrientation",
    "questionnaire-sliderStepValue",
    "questionnaire-displayCategory",
    "questionnaire-supportLink",
    "sdc-questionnaire-collapsible",
    "sdc-questionnaire-shortText",
    "sdc-questionnaire-width",
    "sdc-questionnaire-columnCount",
    "sdc-questionnaire-choiceColumn",
    "sdc-questionnaire-itemMedia",
    "sdc-questionnaire-preferredTerminologyServer",
    "sdc-questionnaire-entryMode",
];

/// The extensions of an element.
pub(super) fn all(json: &Json) -> &[Json] {
    field::list(json, "extension")
}

/// The address of an extension; empty where there is none.
pub(super) fn url(extension: &Json) -> &str {
    extension.get("url").and_then(Json::as_str).unwrap_or_default()
}

/// The extensions of an element that have that address.
pub(super) fn every<'a>(json: &'a Json, address: &'a str) -> impl Iterator<Item = &'a Json> {
    all(json).iter().filter(move |extension| url(extension) == address)
}

/// The value of the first extension with that address.
pub(super) fn value<'a>(json: &'a Json, address: &str) -> Option<&'a Json> {
    let found = all(json).iter().find(|extension| url(extension) == address)?;
    field::choice(found, "value").map(|(_, value)| value)
}

/// The values of the extensions with that address, as text.
pub(super) fn texts<'a>(json: &'a Json, address: &'a str) -> impl Iterator<Item = String> {
    every(json, address).filter_map(|extension| field::choice(extension, "value").and_then(|(_, value)| field::simple(value)))
}

/// The codes of every itemControl of an item, in lower case.
pub(super) fn controls(json: &Json) -> Vec<String> {
    let values = every(json, ITEM_CONTROL).filter_map(|extension| extension.get("valueCodeableConcept"));
    values
        .flat_map(|concept| field::list(concept, "coding"))
        .filter_map(|coding| field::text(coding, "code"))
        .map(|code| code.to_ascii_lowercase())
        .collect()
}

/// Reports the extensions of an element that are not among the `known` ones; an unknown one of Saywell's own is a problem,
/// because a misspelt one would be lost.
pub(super) fn report_others(reading: &mut Reading<'_>, place: &Place, json: &Json, known: &[&str]) {
    for address in all(json).iter().map(url).filter(|address| !known.contains(address)) {
        if address.starts_with("urn:saywell:") {
            reading.problem(place, Reason::UnknownSaywell(address.to_owned()));
        } else {
            reading.unused_extension(place, if address.is_empty() { "without a url" } else { address });
        }
    }
}

/// The short name of an extension that only styles or lays out.
pub(super) fn presentation(url: &str) -> Option<&'static str> {
    let last = url.rsplit('/').next()?;
    PRESENTATION.into_iter().find(|known| *known == last)
}
