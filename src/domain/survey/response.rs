//! A survey and the answers to it as FHIR R4 resources, for exchange and for FHIRPath.
//!
//! What is written here is what was given, under the survey's own codes; nothing is scored and no item is judged.

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

use super::answer::{Answers, Given, Value};
use super::definition::{Choice, Coding, Definition, Item, Kind};
use super::scoring::chosen_option;
use super::text::Language;

/// HL7 extension that carries the score of an option in R4.
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
/// HL7 extension that says why there is no value.
const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

/// The answers as a FHIR `QuestionnaireResponse`, nested as the survey is, with the words the person read.
///
/// A chosen option carries its score (`ordinalValue`). A declined item is there without an answer, marked
/// `asked-declined`; items that were skipped or not asked are not there.
#[must_use]
pub fn questionnaire_response(definition: &Definition, answers: &Answers, language: &Language) -> Json {
    let mut response = Map::new();
    response.insert("resourceType".to_owned(), json!("QuestionnaireResponse"));
    if let Some(url) = &definition.url {
        response.insert("questionnaire".to_owned(), json!(format!("{url}|{}", definition.version)));
    }
    response.insert("language".to_owned(), json!(language.as_str()));
    response.insert("status".to_owned(), json!("completed"));
    put_list(&mut response, "item", definition.items.iter().filter_map(|item| answered(item, answers, language)).collect());
    Json::Object(response)
}

/// The survey as a FHIR `Questionnaire` with as much of it as expressions look at: items, types, options and their scores.
#[must_use]
pub fn questionnaire(definition: &Definition) -> Json {
    let mut survey = Map::new();
    survey.insert("resourceType".to_owned(), json!("Questionnaire"));
    if let Some(url) = &definition.url {
        survey.insert("url".to_owned(), json!(url));
    }
    survey.insert("version".to_owned(), json!(definition.version));
    put_list(&mut survey, "item", definition.items.iter().map(asked).collect());
    Json::Object(survey)
}

/// One item of a response; `None` where neither it nor an item inside it was answered.
fn answered(item: &Item, answers: &Answers, language: &Language) -> Option<Json> {
    let inside: Vec<Json> = item.items.iter().filter_map(|item| answered(item, answers, language)).collect();
    let given = answers.get(&item.link_id);
    let declined = matches!(given, Some(Given::Declined));
    let values = given.map_or(&[][..], Given::values);
    if inside.is_empty() && values.is_empty() && !declined {
        return None;
    }
    let mut json = Map::new();
    if declined {
        json.insert("extension".to_owned(), json!([{ "url": ABSENT, "valueCode": "asked-declined" }]));
    }
    json.insert("linkId".to_owned(), json!(item.link_id.as_str()));
    if !item.text.is_empty() {
        json.insert("text".to_owned(), json!(item.text.in_language(language)));
    }
    let mut values: Vec<Map<String, Json>> = values.iter().map(|value| answer(item, value, language)).collect();
    // FHIR puts the items inside a question under its answer, and forbids both side by side.
    match values.first_mut() {
        Some(first) => put_list(first, "item", inside),
        None => put_list(&mut json, "item", inside),
    }
    put_list(&mut json, "answer", values.into_iter().map(Json::Object).collect());
    Some(Json::Object(json))
}

fn answer(item: &Item, value: &Value, language: &Language) -> Map<String, Json> {
    let (name, value) = match value {
        Value::Boolean(truth) => ("valueBoolean", json!(truth)),
        Value::Integer(number) => ("valueInteger", json!(number)),
        Value::Decimal(decimal) => ("valueDecimal", number(*decimal)),
        Value::Date(date) => ("valueDate", json!(date.to_string())),
        Value::Text(text) => ("valueString", json!(text)),
        Value::Coding(chosen) => {
            let option = chosen_option(item, chosen);
            let mut json = Map::new();
            if let Some(score) = option.and_then(|option| option.ordinal) {
                json.insert("extension".to_owned(), ordinal(score));
            }
            let label = option.map(|option| option.label.in_language(language).to_owned());
            json.extend(coding(chosen, label.as_deref()));
            ("valueCoding", Json::Object(json))
        }
    };
    Map::from_iter([(name.to_owned(), value)])
}

fn asked(item: &Item) -> Json {
    let mut json = Map::new();
    json.insert("linkId".to_owned(), json!(item.link_id.as_str()));
    let codes = item.codes.iter().map(|code| Json::Object(coding(code, None))).collect();
    put_list(&mut json, "code", codes);
    if !item.text.is_empty() {
        json.insert("text".to_owned(), json!(item.text.base()));
    }
    json.insert("type".to_owned(), json!(kind(&item.kind)));
    put_list(&mut json, "answerOption", item.options().iter().map(option).collect());
    put_list(&mut json, "item", item.items.iter().map(asked).collect());
    Json::Object(json)
}

fn option(choice: &Choice) -> Json {
    let mut json = Map::new();
    if let Some(score) = choice.ordinal {
        json.insert("extension".to_owned(), ordinal(score));
    }
    json.insert("valueCoding".to_owned(), Json::Object(coding(&choice.coding, Some(choice.label.base()))));
    Json::Object(json)
}

/// A coding with its own words, else those given.
fn coding(coding: &Coding, label: Option<&str>) -> Map<String, Json> {
    let mut json = Map::new();
    if let Some(system) = &coding.system {
        json.insert("system".to_owned(), json!(system));
    }
    json.insert("code".to_owned(), json!(coding.code));
    if let Some(words) = coding.display.as_deref().or(label) {
        json.insert("display".to_owned(), json!(words));
    }
    json
}

fn ordinal(score: Decimal) -> Json {
    json!([{ "url": ORDINAL, "valueDecimal": number(score) }])
}

/// A number as JSON writes it: whole where it is whole.
fn number(decimal: Decimal) -> Json {
    let decimal = decimal.normalize();
    match i64::try_from(decimal) {
        Ok(whole) if decimal.is_integer() => json!(whole),
        _ => json!(decimal.to_string().parse::<f64>().ok()),
    }
}

/// The FHIR R4 code of a kind.
const fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Group => "group",
        Kind::Display => "display",
        Kind::Boolean => "boolean",
        Kind::Choice { open: false, .. } => "choice",
        Kind::Choice { open: true, .. } => "open-choice",
        Kind::Integer => "integer",
        Kind::Decimal => "decimal",
        Kind::Date => "date",
        Kind::String => "string",
        Kind::Text => "text",
    }
}

fn put_list(json: &mut Map<String, Json>, name: &str, list: Vec<Json>) {
    if !list.is_empty() {
        json.insert(name.to_owned(), Json::Array(list));
    }
}

#[cfg(test)]
mod tests {
    use super::super::definition::LinkId;
    use super::super::fhir::{Modules, ValueSets, import};
    use super::*;

    fn survey() -> Definition {
        let survey = json!({
            "resourceType": "Questionnaire", "id": "tea", "url": "urn:example:tea", "version": "2",
            "item": [{ "linkId": "g", "type": "group", "item": [
                { "linkId": "cup", "type": "choice", "text": "Which cup?", "answerOption": [{
                    "extension": [{ "url": ORDINAL, "valueDecimal": 1.5 }],
                    "valueCoding": { "system": "urn:cups", "code": "b", "display": "Blue" }
                }], "item": [{ "linkId": "why", "type": "text", "text": "Why?" }] },
                { "linkId": "age", "type": "integer", "text": "Your age" }
            ] }]
        });
        import(survey.to_string().as_bytes(), &ValueSets::default(), &Modules::default()).unwrap().definition
    }

    fn given(name: &str, given: Given) -> Answers {
        [(LinkId::parse(name).unwrap(), given)].into_iter().collect()
    }

    #[test]
    fn a_chosen_option_carries_its_code_words_and_score() {
        let chosen = Coding { system: Some("urn:cups".to_owned()), code: "b".to_owned(), display: None };
        let mut answers = given("cup", Given::Values(vec![Value::Coding(chosen)]));
        answers.put(LinkId::parse("why").unwrap(), Given::Values(vec![Value::Text("It is big".to_owned())]));
        let response = questionnaire_response(&survey(), &answers, &Language::english());
        let coding = response.pointer("/item/0/item/0/answer/0/valueCoding").unwrap();
        assert_eq!(
            coding,
            &json!({
                "extension": [{ "url": ORDINAL, "valueDecimal": 1.5 }], "system": "urn:cups", "code": "b", "display": "Blue"
            })
        );
        assert_eq!(response.pointer("/item/0/item/0/answer/0/item/0/answer/0/valueString"), Some(&json!("It is big")));
        assert_eq!(response["questionnaire"], "urn:example:tea|2");
    }

    #[test]
    fn a_declined_item_says_so_and_a_skipped_one_says_nothing() {
        let response = questionnaire_response(&survey(), &given("age", Given::Declined), &Language::english());
        let item = response.pointer("/item/0/item/0").unwrap();
        assert_eq!(item["extension"][0]["valueCode"], "asked-declined");
        assert!(item.get("answer").is_none());
        let skipped = questionnaire_response(&survey(), &given("age", Given::Skipped), &Language::english());
        assert!(skipped.get("item").is_none());
    }

    #[test]
    fn the_survey_lists_its_options_with_their_scores() {
        let option = questionnaire(&survey()).pointer("/item/0/item/0/answerOption/0").cloned().unwrap();
        assert_eq!(option.pointer("/extension/0/valueDecimal"), Some(&json!(1.5)));
        assert_eq!(option.pointer("/valueCoding/code"), Some(&json!("b")));
    }
}
