//! What expressions come to, as questionnaires use them. Expected values follow `FHIRPath` N1 and were cross-checked
//! against an independent implementation.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Collection, Environment, Expression, Failure, Unsupported};

fn scored(code: &str, score: u32) -> Value {
    let url = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    json!({ "valueCoding": { "system": "urn:s", "code": code }, "extension": [{ "url": url, "valueDecimal": score }] })
}

fn questionnaire() -> Value {
    json!({ "resourceType": "Questionnaire", "item": [{ "linkId": "group", "item": [
        { "linkId": "forward", "answerOption": [scored("often", 3), scored("never", 0)] },
        { "linkId": "reversed", "answerOption": [scored("often", 0), scored("never", 3)] },
    ] }] })
}

fn response() -> Value {
    let often = json!({ "valueCoding": { "system": "urn:s", "code": "often" } });
    json!({ "resourceType": "QuestionnaireResponse", "item": [{ "linkId": "group", "item": [
        { "linkId": "forward", "answer": [often] },
        { "linkId": "reversed", "answer": [often] },
        { "linkId": "steps", "answer": [{ "valueInteger": 7 }] },
        { "linkId": "born", "answer": [{ "valueDate": "2020-03-04" }] },
        { "linkId": "words", "answer": [{ "valueString": "Hello", "_valueString": { "extension": [{ "url": "urn:e", "valueInteger": 4 }] } }] },
        { "linkId": "agreed", "answer": [{ "valueBoolean": true }] },
    ] }] })
}

fn evaluated(source: &str) -> Result<Vec<Value>, Failure> {
    let (resource, questionnaire) = (response(), questionnaire());
    let mut environment = Environment::new(&resource, jiff::civil::date(2026, 11, 22));
    environment.questionnaire = Some(&questionnaire);
    environment.define("limit", Collection::from(Decimal::from(5)));
    Expression::parse(source).expect("supported").evaluate(&environment).map(|found| found.to_json())
}

#[track_caller]
fn comes_to(source: &str, expected: Value) {
    let found = evaluated(source).unwrap_or_else(|failure| panic!("{source}: {failure}"));
    assert_eq!(Value::Array(found), expected, "{source}");
}

fn answer(link: &str) -> String {
    format!("item.item.where(linkId='{link}').answer.value")
}

#[test]
fn a_choice_is_read_by_its_short_and_its_written_name() {
    comes_to("item.item.answer.value.code", json!(["often", "often"]));
    comes_to("item.item.answer.valueCoding.code", json!(["often", "often"]));
    comes_to("QuestionnaireResponse.item.item.answer.value.ofType(integer)", json!([7]));
    comes_to("Patient.item", json!([]));
    comes_to("%resource.descendants().where(linkId = 'steps').answer.value + %limit", json!([12]));
    comes_to("item.item.answer.value.extension('urn:e').value", json!([4]));
}

#[test]
fn operators_bind_as_the_language_says() {
    comes_to("1 + 2 * 3 - -4", json!([11]));
    comes_to("8 - 2 - 1", json!([5]));
    comes_to("1 < 2 = true", json!([true]));
    comes_to("true or false and false", json!([true]));
    comes_to("7 div 2 | 7 mod 2 | 3", json!([3, 1]));
    comes_to("'a' & {} & 'b' // joined\n", json!(["ab"]));
    comes_to("1 in (1 | 2) and (1 | 2) contains 2", json!([true]));
}

#[test]
fn logic_has_three_values() {
    for (source, expected) in [
        ("true and {}", json!([])),
        ("{} and false", json!([false])),
        ("{} or true", json!([true])),
        ("{} or false", json!([])),
        ("true xor {}", json!([])),
        ("{} implies true", json!([true])),
        ("true implies {}", json!([])),
        ("{} = 1", json!([])),
        ("{} ~ {}", json!([true])),
        ("{}.not()", json!([])),
    ] {
        comes_to(source, expected);
    }
}

#[test]
fn a_missing_answer_makes_no_score_rather_than_nought() {
    comes_to("item.where(linkId = 'none').answer.value.sum()", json!([]));
    comes_to("item.where(linkId = 'none').answer.value + 1", json!([]));
    comes_to("item.where(linkId = 'none').answer.value > 1", json!([]));
}

#[test]
fn the_same_code_weighs_what_its_own_question_says() {
    comes_to(&format!("{}.weight()", answer("forward")), json!([3]));
    comes_to(&format!("{}.ordinal()", answer("reversed")), json!([0]));
    comes_to("item.item.answer.weight().sum()", json!([3]));
}

#[test]
fn numbers_are_exact_decimals() {
    comes_to("0.1 + 0.2 = 0.3", json!([true]));
    comes_to("(70.5 / (1.75).power(2)).round(1)", json!([23]));
    comes_to("2.5.round() | (-2.5).round()", json!([3, -3]));
    comes_to("16.sqrt() | 100.log(10).round(9) | 0.exp()", json!([4, 2, 1]));
    comes_to("1 / 0 | 0.ln() | (-1).sqrt() | 100.exp()", json!([]));
}

#[test]
fn dates_compare_as_far_as_they_are_written() {
    comes_to(&format!("{} < today()", answer("born")), json!([true]));
    comes_to(&format!("{} = @2020-03-04", answer("born")), json!([true]));
    comes_to("@2020 < @2021-02-01", json!([true]));
    comes_to("@2020-03-04 = @2020-03", json!([]));
    comes_to("today().toString().substring(0, 4).toInteger()", json!([2026]));
}

#[test]
fn lambdas_know_the_value_its_place_and_the_total() {
    comes_to("(5 | 6 | 7).where($index > 0).select($this * 2)", json!([12, 14]));
    comes_to("(5 | 6 | 7).aggregate($this + $total, 0)", json!([18]));
    comes_to("iif({}, 1, iif(2 > 1, 'b', 'c'))", json!(["b"]));
    comes_to("%resource.repeat(item).linkId.count()", json!([7]));
}

#[test]
fn a_question_of_yes_or_no_reads_one_value_as_yes() {
    let (resource, today) = (response(), jiff::civil::date(2026, 11, 22));
    let asked = |source: &str| {
        let environment = Environment::new(&resource, today);
        Expression::parse(source).expect("supported").evaluate(&environment).expect("evaluated").as_boolean()
    };
    assert_eq!(asked(&answer("agreed")), Some(true));
    assert_eq!(asked(&answer("steps")), Some(true));
    assert_eq!(asked(&answer("none")), None);
    assert_eq!(asked("item.item"), None);
}

#[test]
fn an_item_without_an_answer_is_nothing_to_its_expressions() {
    let resource = response();
    let mut environment = Environment::new(&resource, jiff::civil::date(2026, 11, 22));
    environment.context = &Value::Null;
    let asked = |source: &str| Expression::parse(source).expect("supported").evaluate(&environment).expect("evaluated").as_boolean();
    assert_eq!(asked("%context.exists() or $this.exists()"), Some(false));
    assert_eq!(asked("iif(answer.empty(), %resource.item.exists(), false)"), Some(true));
}

#[test]
fn what_is_not_supported_is_refused_when_read() {
    let refused = |source: &str| Expression::parse(source).expect_err("refused");
    assert_eq!(refused("code.memberOf('urn:v')").to_string(), "the FHIRPath function `memberOf` is not supported (character 6)");
    assert_eq!(refused("1 + count(2)"), Unsupported::Arguments { name: "count".to_owned(), at: 5 });
    assert_eq!(refused("value is Codng"), Unsupported::Kind { name: "Codng".to_owned(), at: 10 });
    assert_eq!(refused("value > 5 'kg'"), Unsupported::Quantity { at: 9 });
    assert_eq!(refused("@2020-01-01T10:00"), Unsupported::Time { at: 1 });
    assert_eq!(refused("'x'.matches('(?=a)')"), Unsupported::Pattern { at: 13 });
    assert_eq!(refused("'\\d'"), Unsupported::Escape { letter: 'd', at: 2 });
    assert_eq!(refused("1 +"), Unsupported::Ended);
    assert_eq!(refused("1 2"), Unsupported::Unexpected { found: "2".to_owned(), at: 3 });
}

#[test]
fn a_mistake_met_while_working_is_told() {
    assert_eq!(evaluated("%nobody"), Err(Failure::UnknownVariable("nobody".to_owned())));
    assert_eq!(evaluated("(1 | 2) + 1"), Err(Failure::NotSingle));
    assert_eq!(evaluated("1 + 'a'"), Err(Failure::WrongType));
}

#[test]
fn a_hostile_expression_ends_soon() {
    let squared = format!("{}1{}", "%resource.descendants().select(".repeat(4), ")".repeat(4));
    assert_eq!(evaluated(&squared).err(), Some(Failure::TooMuchWork));
    assert_eq!(evaluated("(1 | 2).repeat($this + 1)").err(), Some(Failure::TooMuchWork));
    let doubled = format!("'aaaaaaaa'{}", ".select($this + $this)".repeat(60));
    assert_eq!(evaluated(&doubled).err(), Some(Failure::TooMuchWork));
    assert_eq!(Expression::parse(&"(".repeat(5_000)).expect_err("refused"), Unsupported::TooLarge);
    let level = "1*1+1|1>1=1 in 1 and 1 or 1 implies 1";
    let nested = format!("{}1{}", "(".repeat(70), format!("){}", &level[1..]).repeat(70));
    assert_eq!(evaluated(&nested).err(), Some(Failure::TooDeep));
    let choices = format!("{}0{}", "iif(1 > 2, 1, ".repeat(70), ")".repeat(70));
    comes_to(&choices, json!([0]));
    comes_to(&format!("0{}", " + 1".repeat(3_000)), json!([3_000]));
}

#[test]
fn an_expression_tells_which_variables_it_needs() {
    let expression = Expression::parse("%a + %`b c` + %a").expect("supported");
    assert_eq!(expression.variables(), ["a", "b c"]);
    assert_eq!(expression.source(), "%a + %`b c` + %a");
}
