use super::*;
use crate::domain::survey::definition::{Bound, Kind};

#[test]
fn every_problem_is_reported_not_only_the_first() {
    let found = problems(&[
        json!({ "type": "boolean", "text": "Nameless" }),
        question("photo", json!({ "type": "attachment" })),
        question("untyped", json!({ "type": null })),
        json!({ "linkId": "again", "type": "group", "repeats": true, "item": [question("in", json!({ "type": "time" }))] }),
        question("twin", json!({})),
        question("twin", json!({})),
        question("odd", json!({ "modifierExtension": [{ "url": "urn:odd" }] })),
        json!("not an item"),
    ]);
    let expected = [
        ("", Reason::NoLinkId),
        ("photo", Reason::UnsupportedType("attachment".to_owned())),
        ("untyped", Reason::NoType),
        ("in", Reason::UnsupportedType("time".to_owned())),
        ("again", Reason::RepeatingGroup),
        ("odd", Reason::ModifierExtension("urn:odd".to_owned())),
        ("", Reason::NotAnItem),
        ("twin", Reason::DuplicateLinkId(2)),
    ];
    assert_eq!(found, expected.map(|(id, reason)| (id.to_owned(), reason)));
}

#[test]
fn an_item_without_a_link_id_is_found_by_its_place() {
    let group = json!({ "linkId": "g", "type": "group", "item": [question("a", json!({})), json!({ "type": "boolean", "text": "Hm?" })] });
    let refused = try_import(&survey(&[group])).unwrap_err();
    assert!(refused.to_string().starts_with("item number 2 in item g: "), "{refused}");
}

#[test]
fn limits_written_as_text_are_numbers_all_the_same() {
    let limits = json!({ "type": "decimal", "extension": [
        { "url": format!("{HL7}/minValue"), "valueInteger": "1" },
        { "url": format!("{HL7}/maxValue"), "valueDecimal": 9.5 },
        { "url": format!("{HL7}/maxDecimalPlaces"), "valueInteger": 1 }
    ] });
    let item = &accepted(&[question("a", limits)]).definition.items[0];
    assert_eq!(item.limits.min, Some(Bound::Number(1.into())));
    assert_eq!(item.limits.max, Some(Bound::Number("9.5".parse().unwrap())));
    assert_eq!(item.limits.decimal_places, Some(1));
}

#[test]
fn bounds_that_no_answer_could_keep_are_refused() {
    let bounds = |kind: &str, low: &str, high: &str, value: [Json; 2]| {
        let [least, most] = value;
        let name = format!("value{kind}");
        json!({ "extension": [{ "url": format!("{HL7}/{low}"), &name: least }, { "url": format!("{HL7}/{high}"), &name: most }] })
    };
    let mut number = bounds("Integer", "minValue", "maxValue", [json!(5), json!(4)]);
    merge(&mut number, json!({ "type": "integer" }));
    let mut day = bounds("Date", "minValue", "maxValue", [json!("2026-02-01"), json!("2026-01-01")]);
    merge(&mut day, json!({ "type": "date" }));
    let mut several = bounds("Integer", "questionnaire-minOccurs", "questionnaire-maxOccurs", [json!(3), json!(2)]);
    merge(&mut several, json!({ "repeats": true }));
    let mut pick = choice("pick", &["x", "y", "z"]);
    merge(&mut pick, several);
    let pattern = json!({ "type": "string", "extension": [{ "url": format!("{HL7}/regex"), "valueString": "(" }] });
    let found = problems(&[question("number", number), question("day", day), pick, question("pattern", pattern)]);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().take(3).all(|(_, reason)| matches!(reason, Reason::Crossed { .. })));
    assert_eq!(found[3].1, Reason::Pattern("(".to_owned()));
}

#[test]
fn fewest_answers_of_a_single_answer_mean_that_it_is_required() {
    let once = json!({ "extension": [{ "url": format!("{HL7}/questionnaire-minOccurs"), "valueInteger": 1 }] });
    let item = &accepted(&[question("a", once)]).definition.items[0];
    assert!(item.required);
    assert_eq!(item.limits.min_occurs, None);
}

#[test]
fn options_that_are_plain_values_are_code_and_words_at_once() {
    let options =
        json!({ "type": "choice", "answerOption": [{ "valueString": "Tea" }, { "valueInteger": 3 }, { "valueDate": "2026-01-01" }] });
    let item = &accepted(&[question("a", options)]).definition.items[0];
    let codes: Vec<&str> = item.options().iter().map(|option| option.coding.code.as_str()).collect();
    assert_eq!(codes, ["Tea", "3", "2026-01-01"]);
    assert_eq!(item.options()[0].label.base(), "Tea");
}

#[test]
fn a_scale_of_bare_numbers_scores_what_it_shows() {
    let shown = |codes: [(&str, &str); 2]| {
        let options = codes.map(|(code, display)| json!({ "valueCoding": { "code": code, "display": display } }));
        accepted(&[question("a", json!({ "type": "choice", "answerOption": options }))])
    };
    let scale = shown([("x", "0"), ("y", "10")]);
    assert_eq!(scale.definition.items[0].options()[1].ordinal, Some(10.into()));
    assert_eq!(remarks(&scale), [Remark::NumbersAsOrdinals]);
    assert_eq!(shown([("x", "0"), ("y", "Ten")]).definition.items[0].options()[0].ordinal, None);
}

#[test]
fn two_different_options_may_not_share_a_code() {
    let options = json!({ "type": "choice", "answerOption": [
        { "valueCoding": { "code": "x", "display": "One" } }, { "valueCoding": { "code": "x", "display": "Other" } }
    ] });
    assert_eq!(problems(&[question("a", options)])[0].1, Reason::DuplicateOption("x".to_owned()));
    let twice = json!({ "type": "choice", "answerOption": [{ "valueString": "x" }, { "valueString": "x" }] });
    assert_eq!(remarks(&accepted(&[question("a", twice)])), [Remark::RepeatedOption("x".to_owned())]);
}

#[test]
fn a_choice_needs_options() {
    let list = "urn:example:nowhere";
    let found = problems(&[question("a", json!({ "type": "choice" })), question("b", json!({ "type": "choice", "answerValueSet": list }))]);
    assert_eq!(
        found.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>(),
        [Reason::NoOptions, Reason::UnknownValueSet(list.to_owned())]
    );
}

#[test]
fn options_may_be_listed_in_a_contained_or_supplied_value_set() {
    let set = json!({ "resourceType": "ValueSet", "id": "cups", "url": "urn:example:cups", "compose": { "include": [{
        "system": "urn:cups", "concept": [{ "code": "b", "display": "Blue", "designation": [{ "language": "pl", "value": "Niebieski" }],
            "extension": [{ "url": format!("{HL7}/ordinalValue"), "valueDecimal": "2" }] }]
    }] } });
    let mut inside = survey(&[question("a", json!({ "type": "choice", "answerValueSet": "#cups" }))]);
    merge(&mut inside, json!({ "contained": [set] }));
    let option = try_import(&inside).unwrap().definition.items[0].options()[0].clone();
    assert_eq!((option.ordinal, option.coding.system.as_deref()), (Some(2.into()), Some("urn:cups")));
    assert_eq!(option.label.languages().count(), 1);
    let mut supplied = ValueSets::default();
    assert_eq!(supplied.add(set.to_string().as_bytes()).unwrap(), "urn:example:cups");
    let outside = survey(&[question("a", json!({ "type": "choice", "answerValueSet": "urn:example:cups|3" }))]);
    assert!(import(outside.to_string().as_bytes(), &supplied, &Modules::default()).is_ok());
}

#[test]
fn a_value_set_that_is_a_rule_cannot_be_listed() {
    let rule = json!({ "resourceType": "ValueSet", "url": "urn:r", "compose": { "include": [{ "system": "http://snomed.info/sct" }] } });
    let refused = ValueSets::default().add(rule.to_string().as_bytes()).unwrap_err();
    assert_eq!(refused.problems[0].reason, Reason::ValueSetByRule);
}

#[test]
fn a_built_in_list_is_noted_as_our_own_words_until_it_is_replaced() {
    let list = "http://loinc.org/vs/LL358-3";
    let survey = survey(&[question("a", json!({ "type": "choice", "answerValueSet": list }))]);
    assert_eq!(remarks(&try_import(&survey).unwrap()), [Remark::PlainLabels(list.to_owned())]);
    let mut supplied = ValueSets::built_in();
    let licensed =
        json!({ "resourceType": "ValueSet", "url": list, "expansion": { "contains": [{ "code": "a", "display": "Licensed" }] } });
    supplied.add(licensed.to_string().as_bytes()).unwrap();
    assert!(import(survey.to_string().as_bytes(), &supplied, &Modules::default()).unwrap().notes.is_empty());
}

#[test]
fn r5_codings_are_choices_open_where_the_file_says_so() {
    let coding = |constraint: &str| json!({ "type": "coding", "answerConstraint": constraint, "answerOption": [{ "valueString": "x" }] });
    let items = accepted(&[question("a", coding("optionsOnly")), question("b", coding("optionsOrString"))]).definition.items;
    assert!(matches!(items[0].kind, Kind::Choice { open: false, .. }));
    assert!(matches!(items[1].kind, Kind::Choice { open: true, .. }));
}

#[test]
fn help_belongs_to_the_question_it_stands_in() {
    let control =
        json!([{ "url": format!("{HL7}/questionnaire-itemControl"), "valueCodeableConcept": { "coding": [{ "code": "help" }] } }]);
    let child = json!({ "linkId": "a-help", "type": "display", "text": "Count whole days.", "extension": control });
    let format = json!([{ "url": format!("{HL7}/entryFormat"), "valueString": "For example, 3" }]);
    let imported = accepted(&[question("a", json!({ "type": "integer", "item": [child], "extension": format }))]);
    let item = &imported.definition.items[0];
    assert_eq!(item.help.as_ref().unwrap().base(), "Count whole days.\nFor example, 3");
    assert!(item.items.is_empty());
}

#[test]
fn units_are_words_for_people_not_annotations_for_machines() {
    let coding = |display: &str| json!({ "url": format!("{HL7}/questionnaire-unit"), "valueCoding": { "display": display } });
    let unit = |display: &str| json!({ "type": "decimal", "extension": [coding(display)] });
    let items = accepted(&[question("a", unit("kg")), question("b", unit("{score}"))]).definition.items;
    assert_eq!((items[0].unit.as_deref(), items[1].unit.as_deref()), (Some("kg"), None));
}

#[test]
fn a_survey_that_asks_nothing_is_refused() {
    assert_eq!(problems(&[json!({ "linkId": "a", "type": "display", "text": "Hello" })])[0].1, Reason::NoQuestions);
    assert_eq!(problems(&[])[0].1, Reason::NoQuestions);
}

#[test]
fn the_size_of_a_survey_is_bounded() {
    let many: Vec<Json> = (0..2_001).map(|n| question(&n.to_string(), json!({}))).collect();
    assert_eq!(problems(&many), [(String::new(), Reason::TooManyItems)]);
    let deep = (0..21).fold(question("q", json!({})), |inner, n| json!({ "linkId": format!("g{n}"), "type": "group", "item": [inner] }));
    assert!(problems(&[deep]).iter().any(|(_, reason)| *reason == Reason::TooDeep));
    let codes: Vec<String> = (0..501).map(|n| n.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    assert_eq!(problems(&[choice("a", &codes)])[0].1, Reason::TooManyOptions);
}
