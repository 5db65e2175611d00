use super::*;
use crate::domain::survey::definition::{Enabled, Expected, Operator};

fn when(question: &str, operator: &str, answer: (&str, Json)) -> Json {
    let (name, value) = answer;
    json!({ "enableWhen": [{ "question": question, "operator": operator, name: value }] })
}

fn calculated(expression: &str) -> Json {
    json!({ "type": "integer", "readOnly": true, "extension": [{
        "url": format!("{SDC}/sdc-questionnaire-calculatedExpression"),
        "valueExpression": { "language": "text/fhirpath", "expression": expression }
    }] })
}

fn variable(name: &str, language: &str, expression: &str) -> Json {
    json!({ "url": format!("{HL7}/variable"), "valueExpression": { "name": name, "language": language, "expression": expression } })
}

fn only_reason(items: &[Json]) -> Reason {
    let found = problems(items);
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].1.clone()
}

#[test]
fn a_condition_is_read_in_the_terms_of_its_question() {
    let cases = [
        (question("q", json!({ "type": "integer" })), ("answerString", json!("5")), Expected::Number(5.into())),
        (question("q", json!({})), ("answerString", json!("true")), Expected::Boolean(true)),
        (question("q", json!({ "type": "string" })), ("answerInteger", json!(5)), Expected::Text("5".to_owned())),
        (question("q", json!({ "type": "date" })), ("answerDate", json!("2026-01-02")), Expected::Date(jiff::civil::date(2026, 1, 2))),
    ];
    for (asked, answer, expected) in cases {
        let definition = accepted(&[asked, question("a", when("q", "=", answer))]).definition;
        let Enabled::When { all: false, tests } = &definition.items[1].enabled else { panic!("{:?}", definition.items[1].enabled) };
        assert_eq!(tests[0].expected, expected);
    }
    let by_words = accepted(&[choice("q", &["x"]), question("a", when("q", "=", ("answerString", json!("Option x"))))]).definition;
    let Enabled::When { tests, .. } = &by_words.items[1].enabled else { panic!() };
    assert!(matches!(&tests[0].expected, Expected::Coding(coding) if coding.code == "x"));
}

#[test]
fn a_condition_without_an_operator_compares_and_has_answer_means_exists() {
    let tests = json!([{ "question": "q", "answerBoolean": true }, { "question": "q", "hasAnswer": true }]);
    let old = json!({ "enableWhen": tests, "enableBehavior": "all" });
    let imported = accepted(&[question("q", json!({})), question("a", old)]);
    let Enabled::When { all: true, tests } = &imported.definition.items[1].enabled else { panic!() };
    assert_eq!((tests[0].operator, tests[1].operator), (Operator::Equal, Operator::Exists));
    assert_eq!(remarks(&imported), [Remark::AssumedEqual("q".to_owned())]);
}

#[test]
fn a_condition_that_can_never_be_met_is_refused() {
    let yes = || ("answerBoolean", json!(true));
    let asked = || question("q", json!({}));
    let cases = [
        (when("z", "=", yes()), Reason::UnknownQuestion("z".to_owned())),
        (when("q", "~", yes()), Reason::Operator("~".to_owned())),
        (when("q", ">", yes()), Reason::Unordered("q".to_owned())),
        (when("q", "=", ("answerInteger", json!(3))), Reason::NeverTrue("q".to_owned())),
        (when("q", "=", ("answerTime", json!("10:00"))), Reason::ConditionKind { question: "q".to_owned(), kind: "time".to_owned() }),
        (json!({ "enableWhen": [{ "question": "q", "operator": "=" }] }), Reason::ConditionWithoutAnswer("q".to_owned())),
        (json!({ "enableWhen": [{ "operator": "=" }] }), Reason::ConditionWithoutQuestion),
    ];
    for (condition, reason) in cases {
        assert_eq!(only_reason(&[asked(), question("a", condition)]), reason);
    }
}

#[test]
fn a_condition_on_an_option_that_is_not_offered_is_noted() {
    let imported = accepted(&[choice("q", &["x"]), question("a", when("q", "=", ("answerCoding", json!({ "code": "y" }))))]);
    assert_eq!(remarks(&imported), [Remark::NotOffered("q".to_owned())]);
}

#[test]
fn items_that_depend_on_each_other_in_a_circle_are_refused_with_the_circle() {
    let yes = || ("answerBoolean", json!(true));
    let circle = |chain: &[&str]| Reason::Loop(chain.iter().map(|id| (*id).to_owned()).collect());
    let three = [question("a", when("b", "=", yes())), question("b", when("c", "=", yes())), question("c", when("a", "=", yes()))];
    assert_eq!(only_reason(&three), circle(&["a", "b", "c", "a"]));
    assert_eq!(only_reason(&[question("a", when("a", "=", yes()))]), circle(&["a", "a"]));
    let mut group = json!({ "linkId": "g", "type": "group", "item": [question("in", json!({}))] });
    merge(&mut group, when("in", "=", yes()));
    assert_eq!(only_reason(&[group]), circle(&["g", "in", "g"]));
}

#[test]
fn an_expression_that_cannot_be_used_is_refused_by_name() {
    let Reason::Expression { why, .. } = only_reason(&[question("q", json!({})), question("a", calculated("item.memberOf('x')"))]) else {
        panic!()
    };
    assert!(why.contains("memberOf"), "{why}");
    let unknown = only_reason(&[question("q", json!({})), question("a", calculated("%patient.age"))]);
    assert_eq!(unknown, Reason::UnknownVariable("patient".to_owned()));
}

#[test]
fn a_variable_that_cannot_be_used_matters_only_where_it_is_used() {
    let mut survey = survey(&[question("q", json!({})), question("a", calculated("1 + 1"))]);
    merge(
        &mut survey,
        json!({ "extension": [variable("far", "application/x-fhir-query", "Patient"), variable("near", "text/fhirpath", "%far.age")] }),
    );
    let noted = remarks(&try_import(&survey).unwrap());
    assert!(
        matches!(&noted[..], [Remark::Variable { name: far, .. }, Remark::Variable { name: near, .. }] if far == "far" && near == "near")
    );
    survey["item"][1] = question("a", calculated("%near + 1"));
    assert_eq!(reasons(&survey)[0].1, Reason::ExpressionLanguage("application/x-fhir-query".to_owned()));
}

#[test]
fn a_choice_may_differ_from_another_choice_and_from_nothing_else() {
    let differing = |from: &str| {
        let mut item = choice("b", &["x", "y"]);
        merge(&mut item, json!({ "extension": [{ "url": "urn:saywell:differs-from", "valueString": from }] }));
        item
    };
    let definition = accepted(&[choice("a", &["x", "y"]), differing("a")]).definition;
    assert_eq!(definition.items[1].differs_from, [definition.items[0].link_id.clone()]);
    assert_eq!(only_reason(&[question("a", json!({})), differing("a")]), Reason::NotChoices("a".to_owned()));
    assert_eq!(only_reason(&[question("q", json!({})), differing("nowhere")]), Reason::UnknownQuestion("nowhere".to_owned()));
    assert_eq!(only_reason(&[question("q", json!({})), differing("b")]), Reason::Loop(vec!["b".to_owned(), "b".to_owned()]));
}

#[test]
fn options_that_an_expression_switches_off_are_refused() {
    let url = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression";
    let mut item = choice("b", &["x", "y"]);
    merge(&mut item, json!({ "extension": [{ "url": url }] }));
    assert_eq!(only_reason(&[item]), Reason::ToggledOptions);
}
