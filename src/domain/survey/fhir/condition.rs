//! When an item is asked: `enableWhen` or an expression.

use serde_json::Value as Json;

use super::expression::Scope;
use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{extension, field};
use crate::domain::survey::definition::{Enabled, Expected, LinkId, Operator, Test};

/// The condition of an item. What cannot be read is reported.
pub(super) fn read(reading: &mut Reading<'_>, place: &Place, json: &Json, scope: &Scope) -> Enabled {
    let written = field::list(json, "enableWhen");
    let expression = extension::value(json, extension::ENABLE_WHEN).is_some();
    if expression && !written.is_empty() {
        reading.problem(place, Reason::TwoConditions);
    }
    if expression {
        return scope.read(reading, place, json, extension::ENABLE_WHEN).map(Enabled::Expression).unwrap_or_default();
    }
    if written.is_empty() {
        return Enabled::Always;
    }
    let all = match field::text(json, "enableBehavior").as_deref() {
        Some("all") => true,
        // STU3 had no such field and meant any.
        None | Some("any") => false,
        Some(other) => {
            reading.problem(place, Reason::Behaviour(other.to_owned()));
            false
        }
    };
    Enabled::When { all, tests: written.iter().filter_map(|each| test(reading, place, each)).collect() }
}

fn test(reading: &mut Reading<'_>, place: &Place, json: &Json) -> Option<Test> {
    let Some(question) = field::text(json, "question").and_then(|id| LinkId::parse(&id)) else {
        reading.problem(place, Reason::ConditionWithoutQuestion);
        return None;
    };
    if let Some(answered) = json.get("hasAnswer").and_then(field::truth) {
        return Some(Test { question, operator: Operator::Exists, expected: Expected::Boolean(answered) });
    }
    let operator = operator(reading, place, json, &question)?;
    let Some((kind, value)) = field::choice(json, "answer") else {
        reading.problem(place, Reason::ConditionWithoutAnswer(question.as_str().to_owned()));
        return None;
    };
    let (found, wanted) = match kind {
        "Boolean" => (field::truth(value).map(Expected::Boolean), "true or false"),
        "Integer" | "Decimal" => (field::number(value).map(Expected::Number), "a number"),
        "Date" => (field::date(value).map(Expected::Date), "a full date"),
        "String" => (field::simple(value).map(Expected::Text), "text"),
        "Coding" => (field::coding(value).map(Expected::Coding), "an option"),
        _ => {
            let kind = kind.to_ascii_lowercase();
            reading.problem(place, Reason::ConditionKind { question: question.as_str().to_owned(), kind });
            return None;
        }
    };
    if found.is_none() {
        let name = "the answer that a condition waits for";
        reading.problem(place, Reason::Unreadable { name, expected: wanted, found: value.to_string() });
    }
    Some(Test { question, operator, expected: found? })
}

fn operator(reading: &mut Reading<'_>, place: &Place, json: &Json, question: &LinkId) -> Option<Operator> {
    let Some(written) = field::text(json, "operator") else {
        reading.note(place, Remark::AssumedEqual(question.as_str().to_owned()));
        return Some(Operator::Equal);
    };
    let known = [
        ("exists", Operator::Exists),
        ("=", Operator::Equal),
        ("!=", Operator::NotEqual),
        (">", Operator::Greater),
        ("<", Operator::Less),
        (">=", Operator::GreaterOrEqual),
        ("<=", Operator::LessOrEqual),
    ];
    let operator = known.into_iter().find(|(sign, _)| *sign == written).map(|(_, operator)| operator);
    if operator.is_none() {
        reading.problem(place, Reason::Operator(written));
    }
    operator
}
