//! Rules of the import, each on a small Questionnaire in words of our own.

mod conditions;
mod items;
mod saywell;
mod text;

use serde_json::{Value as Json, json};

use super::{Imported, Modules, Reason, Refused, Remark, ValueSets, import};

const HL7: &str = "http://hl7.org/fhir/StructureDefinition";
const SDC: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition";

fn try_import(survey: &Json) -> Result<Imported, Refused> {
    import(survey.to_string().as_bytes(), &ValueSets::built_in(), &Modules::default())
}

fn survey(items: &[Json]) -> Json {
    json!({ "resourceType": "Questionnaire", "id": "made-up", "item": items })
}

fn accepted(items: &[Json]) -> Imported {
    try_import(&survey(items)).unwrap()
}

/// The problems of a survey with those items, each with the linkId it is about.
fn problems(items: &[Json]) -> Vec<(String, Reason)> {
    reasons(&survey(items))
}

fn reasons(survey: &Json) -> Vec<(String, Reason)> {
    let problems = try_import(survey).unwrap_err().problems;
    problems.into_iter().map(|problem| (problem.link_id().unwrap_or_default().to_owned(), problem.reason)).collect()
}

fn remarks(imported: &Imported) -> Vec<Remark> {
    imported.notes.iter().map(|note| note.remark.clone()).collect()
}

/// A yes-or-no question with more fields.
fn question(id: &str, more: Json) -> Json {
    let mut item = json!({ "linkId": id, "type": "boolean", "text": format!("Question {id}?") });
    merge(&mut item, more);
    item
}

/// A choice of options by code.
fn choice(id: &str, codes: &[&str]) -> Json {
    let options: Vec<Json> =
        codes.iter().map(|code| json!({ "valueCoding": { "code": code, "display": format!("Option {code}") } })).collect();
    question(id, json!({ "type": "choice", "answerOption": options }))
}

fn merge(into: &mut Json, more: Json) {
    if let (Json::Object(into), Json::Object(more)) = (into, more) {
        into.extend(more);
    }
}
