use super::*;
use crate::domain::survey::fhir::{MOST_BYTES, Place};
use crate::domain::survey::text::Language;

fn only_problem(source: &[u8]) -> (Place, Reason) {
    let problems = import(source, &ValueSets::default(), &Modules::default()).unwrap_err().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    (problems[0].place.clone(), problems[0].reason.clone())
}

#[test]
fn text_that_is_not_json_is_refused_once_with_its_line() {
    let (place, reason) = only_problem(b"{\n  \"id\": \"a\"\n  \"name\": \"b\"\n}");
    assert_eq!(place, Place::Text { line: 3, column: 3 });
    assert!(matches!(reason, Reason::NotJson(_)));
    assert_eq!(only_problem(b"<Questionnaire/>").1, Reason::Xml);
    assert_eq!(only_problem(b" \n").1, Reason::Empty);
    assert!(matches!(only_problem(b"\"\xff\"").1, Reason::NotJson(_)));
    assert!(matches!(only_problem("[".repeat(5_000).as_bytes()).1, Reason::NotJson(_)));
}

#[test]
fn other_resources_and_outsize_files_are_refused() {
    assert_eq!(only_problem(br#"{"resourceType":"Patient"}"#).1, Reason::NotAQuestionnaire(Some("Patient".to_owned())));
    assert_eq!(only_problem(b"[]").1, Reason::NotAQuestionnaire(None));
    assert_eq!(only_problem(&vec![b' '; MOST_BYTES + 1]).1, Reason::TooLarge);
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_text() {
    let source = format!("\u{feff}{}", survey(&[question("a", json!({}))]));
    assert!(import(source.as_bytes(), &ValueSets::default(), &Modules::default()).is_ok());
}

#[test]
fn the_key_comes_from_the_id_then_the_name_then_the_title() {
    let key = |fields: Json| {
        let mut survey = json!({ "resourceType": "Questionnaire", "item": [question("a", json!({}))] });
        merge(&mut survey, fields);
        try_import(&survey).map(|imported| imported.definition.key.to_string())
    };
    assert_eq!(key(json!({ "id": "Tea_Time.2", "name": "Other" })).unwrap(), "tea-time-2");
    assert_eq!(key(json!({ "id": 17 })).unwrap(), "17");
    assert_eq!(key(json!({ "id": "--", "title": "How was it?" })).unwrap(), "how-was-it");
    assert_eq!(key(json!({ "title": "a ".repeat(60) })).unwrap().len(), 59);
    assert_eq!(key(json!({})).unwrap_err().problems[0].reason, Reason::NoName);
}

#[test]
fn a_file_that_says_little_gets_plain_defaults() {
    let definition = accepted(&[question("a", json!({}))]).definition;
    assert_eq!(definition.version, "1");
    assert_eq!(definition.title.base(), "made-up");
    assert_eq!(definition.languages, [Language::english()]);
    assert_eq!(definition.respondents.len(), 3);
}

#[test]
fn translations_are_read_and_gaps_are_noted() {
    let polish = |words: &str| {
        json!({ "extension": [{ "url": format!("{HL7}/translation"), "extension": [
            { "url": "lang", "valueCode": "pl" }, { "url": "content", "valueString": words }
        ] }] })
    };
    let mut survey = survey(&[question("a", json!({ "text": "Are you well?", "_text": polish("Dobrze?") })), question("b", json!({}))]);
    merge(&mut survey, json!({ "title": "Wellness", "_title": polish("Zdrowie") }));
    let imported = try_import(&survey).unwrap();
    let pl = Language::parse("pl").unwrap();
    assert_eq!(imported.definition.languages, [Language::english(), pl.clone()]);
    assert_eq!(imported.definition.items[0].text.in_language(&pl), "Dobrze?");
    assert_eq!(imported.definition.title.in_language(&pl), "Zdrowie");
    assert!(remarks(&imported).contains(&Remark::PartlyTranslated { language: "pl".to_owned(), missing: 1, base: "en".to_owned() }));
}

#[test]
fn words_given_as_formatted_text_only_lose_their_formatting() {
    let formatted =
        json!({ "extension": [{ "url": format!("{HL7}/rendering-xhtml"), "valueString": "<p>Salt &amp; <b>pepper</b></p><p>?</p>" }] });
    let imported = accepted(&[json!({ "linkId": "a", "type": "boolean", "_text": formatted })]);
    assert_eq!(imported.definition.items[0].text.base(), "Salt & pepper ?");
    assert!(remarks(&imported).contains(&Remark::Unformatted));
}

#[test]
fn styling_is_noted_once_and_every_other_unread_extension_by_name() {
    let extensions = json!({ "extension": [
        { "url": format!("{HL7}/rendering-style"), "valueString": "color: red" },
        { "url": "urn:example:extra", "valueBoolean": true }
    ] });
    let imported = accepted(&[question("a", extensions.clone()), question("b", extensions)]);
    let expected =
        [Remark::Presentation("rendering-style".to_owned()), Remark::Extension { url: "urn:example:extra".to_owned(), count: 2 }];
    assert_eq!(remarks(&imported), expected);
}
