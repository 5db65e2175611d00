//! What a submitted response consists of: the answers to what was asked, what is derived from them, the scores, and the
//! answers that call for help. Nothing that stopped being asked is in any of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::answer::{Answers, Given, Value};
use super::definition::{Definition, Kind, LinkId};
use super::derive::derive;
use super::fhirpath::Failure;
use super::journey::{Journey, risk};
use super::text::Language;

/// A response, ready to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Completed {
    pub answers: Answers,
    pub derived: Vec<(LinkId, Given)>,
    /// Scores in thousandths of a point; one that lacks too many answers is not there. A number that the survey calculates
    /// is a score too, by the linkId of its item.
    pub scores: Vec<(String, i64)>,
    /// Items whose answers call for urgent help.
    pub alerts: Vec<LinkId>,
    /// Items of several lines in which something was said.
    pub said: Vec<LinkId>,
}

/// Completes a draft. Fails when an expression of the survey cannot be worked out on these answers.
pub fn complete(journey: &Journey, draft: &Answers, language: &Language, today: Date) -> Result<Completed, Failure> {
    let definition = journey.definition();
    let answers = journey.walk(draft, today).submission();
    let derived = derive(definition, &answers, language, today)?;
    let declared = definition.scores.iter().filter_map(|score| {
        let points = score.compute(definition, &answers)?;
        Some((score.key.clone(), thousandths(points)?))
    });
    let calculated = derived.iter().filter_map(|(id, given)| Some((id.to_string(), thousandths(number(given)?)?)));
    let scores = declared.chain(calculated).collect::<BTreeMap<_, _>>().into_iter().collect();
    let alarming = |id: &LinkId, given: &Given| definition.item(id).is_some_and(|item| risk(item, given));
    let alerts = answers.iter().filter(|(id, given)| alarming(id, given)).map(|(id, _)| id.clone()).collect();
    let says = |id: &LinkId, given: &Given| is_text(definition, id) && given.values().iter().any(|value| !words(value).trim().is_empty());
    let said = answers.iter().filter(|(id, given)| says(id, given)).map(|(id, _)| id.clone()).collect();
    Ok(Completed { answers, derived, scores, alerts, said })
}

fn is_text(definition: &Definition, id: &LinkId) -> bool {
    definition.item(id).is_some_and(|item| item.kind == Kind::Text)
}

fn words(value: &Value) -> &str {
    match value {
        Value::Text(words) => words,
        _ => "",
    }
}

fn thousandths(points: Decimal) -> Option<i64> {
    (points * Decimal::ONE_THOUSAND).round().to_i64()
}

fn number(given: &Given) -> Option<Decimal> {
    match given.values() {
        [Value::Integer(number)] => Some(Decimal::from(*number)),
        [Value::Decimal(number)] => Some(*number),
        _ => None,
    }
}
