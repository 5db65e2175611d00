//! The score of an answer: carried by the answer itself, or by the option of the question it answers.
//!
//! The option is looked for only under the answer's own `linkId`, since the same code can score differently from
//! question to question. Source: FHIR SDC, "`FHIRPath` supplements".

use rust_decimal::Decimal;
use serde_json::Value;

use super::super::evaluate::Evaluation;
use super::super::failure::Failure;
use super::super::node::{Element, Node, Nodes, Scalar, number_from_json};
use super::super::operators::key;

/// Extensions that hold a score: the present name, the one before it, and those on concepts of a value set or code system.
const SCORES: [&str; 4] = [
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
];

/// The scores of the values that have one.
pub(super) fn apply<'a>(evaluation: &mut Evaluation<'_, 'a>, input: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
    let mut found = Vec::new();
    for element in input.iter().filter_map(Node::element) {
        found.extend(weight(evaluation, *element)?.map(Node::Number));
    }
    Ok(found)
}

fn weight(evaluation: &mut Evaluation<'_, '_>, element: Element<'_>) -> Result<Option<Decimal>, Failure> {
    if let Some(score) = carried(&element) {
        return Ok(Some(score));
    }
    let values = value_of(element);
    let Some(answer) = values.first().and_then(Node::element) else { return Ok(None) };
    if let Some(score) = carried(answer) {
        return Ok(Some(score));
    }
    let (Some(questionnaire), Some(link)) = (evaluation.environment.questionnaire, answer.item) else { return Ok(None) };
    let Some(item) = item(evaluation, questionnaire, link)? else { return Ok(None) };
    for option in item.get("answerOption").and_then(Value::as_array).into_iter().flatten() {
        let option = Element { value: option, beside: None, kind: None, item: None };
        if chosen(evaluation, &option, answer)? {
            return Ok(carried(&option).or_else(|| value_of(option).first().and_then(Node::element).and_then(carried)));
        }
    }
    Ok(None)
}

fn carried(element: &Element<'_>) -> Option<Decimal> {
    let extensions = SCORES.iter().flat_map(|url| element.extensions(url)).next()?;
    let mut values = Vec::new();
    extensions.element()?.members("value", &mut values);
    match values.first()?.element()?.value {
        Value::Number(number) => number_from_json(number),
        _ => None,
    }
}

/// The `value[x]` of an answer or option; a value is its own.
fn value_of(element: Element<'_>) -> Nodes<'_> {
    let mut values = Vec::new();
    if element.value.get("code").is_none() {
        element.members("value", &mut values);
    }
    if values.is_empty() {
        values.push(Node::Element(element));
    }
    values
}

/// True when the answer is that option: the same code in the same system, or the same primitive.
fn chosen<'n>(evaluation: &mut Evaluation<'_, '_>, option: &Element<'n>, answer: &Element<'n>) -> Result<bool, Failure> {
    let offered = value_of(*option);
    let Some(offered) = offered.first() else { return Ok(false) };
    let answer = Node::Element(*answer);
    if let (Some(left), Some(right)) = (offered.scalar(), answer.scalar()) {
        return Ok(left == right && !matches!(left, Scalar::Boolean(_)));
    }
    let part = |node: &Node<'n>, name: &str| node.element().and_then(|element| element.value.get(name));
    let same = |name: &str| part(offered, name) == part(&answer, name);
    evaluation.spend(1)?;
    if part(offered, "code").is_some() {
        Ok(same("code") && same("system"))
    } else {
        Ok(key(evaluation, offered)? == key(evaluation, &answer)?)
    }
}

/// The item of that name, at any depth.
fn item<'q>(evaluation: &mut Evaluation<'_, '_>, questionnaire: &'q Value, link: &str) -> Result<Option<&'q Value>, Failure> {
    let mut waiting = vec![questionnaire];
    while let Some(place) = waiting.pop() {
        evaluation.spend(1)?;
        if place.get("linkId").and_then(Value::as_str) == Some(link) {
            return Ok(Some(place));
        }
        waiting.extend(place.get("item").and_then(Value::as_array).into_iter().flatten());
    }
    Ok(None)
}
