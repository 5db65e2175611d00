//! From what a form posted to what a person said, and back.
//!
//! An answer is read once, here, against the limits of its question; a value that comes out keeps them. Every fault
//! has a name and its sentence lives with the locales. This room is forgiving about how a thing is written and never
//! about what is meant: it guesses no number and no date.

mod choice;
pub(super) mod date;
mod message;
mod number;
mod text;

pub use choice::{option_value, other_value};
pub use message::{Field, Message, Problem};

use super::answer::{Given, Value};
use super::definition::{Item, Kind};

/// The fields of one question's form, as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posted {
    /// The chosen options by [`option_value`], or the one thing that was typed. Where a text, number or date may be
    /// given several times: one on each line.
    pub answers: Vec<String>,
    /// The person's own words beside the options.
    pub other: String,
    /// "Prefer not to say" was chosen.
    pub decline: bool,
    pub day: String,
    pub month: String,
    pub year: String,
}

/// Reads what was posted for one question.
///
/// "Prefer not to say" counts only where the question offers it, and gives way to an answer. Nothing posted for a
/// question that may be left empty is [`Given::Skipped`].
///
/// # Errors
/// Every problem found, in the order of the fields; never an empty list.
pub fn parse(item: &Item, posted: &Posted) -> Result<Given, Vec<Problem>> {
    let decline = posted.decline && item.sensitive;
    let values = match &item.kind {
        Kind::Group | Kind::Display => return Ok(Given::Skipped),
        Kind::Boolean | Kind::Choice { .. } => choice::parse(item, posted, decline)?,
        _ if item.repeats => parse_lines(item, &posted.answers.join("\n"))?,
        Kind::Date => date::parse(posted, &item.limits)?.into_iter().collect(),
        _ => parse_one(item, posted.answers.first().map_or("", String::as_str)).map_err(|problem| vec![problem])?.into_iter().collect(),
    };
    match (values.is_empty(), decline, item.required) {
        (false, _, _) => Ok(Given::Values(values)),
        (true, true, _) => Ok(Given::Declined),
        (true, false, true) => Err(vec![missing(&item.kind)]),
        (true, false, false) => Ok(Given::Skipped),
    }
}

/// The form that gives this answer: the inverse of [`parse`], to show an earlier answer again.
#[must_use]
pub fn refill(given: &Given, item: &Item) -> Posted {
    let values = match given {
        Given::Values(values) => values,
        Given::Declined => return Posted { decline: true, ..Posted::default() },
        Given::Skipped => return Posted::default(),
    };
    match (&item.kind, values.as_slice()) {
        (Kind::Boolean | Kind::Choice { .. }, _) => choice::refill(values, item),
        (Kind::Date, [Value::Date(date)]) if !item.repeats => date::refill(*date),
        _ => {
            let lines: Vec<String> = values.iter().map(written).collect();
            Posted { answers: vec![lines.join("\n")], ..Posted::default() }
        }
    }
}

/// A value as a person would type it.
fn written(value: &Value) -> String {
    match value {
        Value::Boolean(said) => said.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Date(date) => date.strftime("%d/%m/%Y").to_string(),
        Value::Text(text) => text.clone(),
        Value::Coding(coding) => coding.code.clone(),
    }
}

fn parse_lines(item: &Item, lines: &str) -> Result<Vec<Value>, Vec<Problem>> {
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for line in lines.lines() {
        match parse_one(item, line) {
            Ok(value) => values.extend(value),
            Err(problem) if problems.contains(&problem) => {}
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(check_count(item, values.len()).filter(|_| problems.is_empty()));
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

fn parse_one(item: &Item, typed: &str) -> Result<Option<Value>, Problem> {
    let limits = &item.limits;
    let value = match item.kind {
        Kind::Integer => number::parse_integer(typed, limits).map(|number| number.map(Value::Integer)),
        Kind::Decimal => number::parse_decimal(typed, limits).map(|number| number.map(Value::Decimal)),
        Kind::Date => date::parse_line(typed, limits).map(|date| date.map(Value::Date)),
        Kind::Text => text::parse_lines(typed, limits).map(|text| text.map(Value::Text)),
        _ => text::parse_line(typed, limits).map(|text| text.map(Value::Text)),
    };
    value.map_err(Problem::answer)
}

/// Fewest and most answers, where an answer is given at all.
fn check_count(item: &Item, count: usize) -> Option<Problem> {
    let most = if item.repeats { item.limits.max_occurs } else { Some(1) };
    let fewest = if item.repeats { item.limits.min_occurs } else { None };
    let over = most.filter(|max| count > *max as usize).map(|max| Message::TooMany { max });
    let under = || fewest.filter(|min| count > 0 && count < *min as usize).map(|min| Message::TooFew { min });
    over.or_else(under).map(Problem::answer)
}

fn missing(kind: &Kind) -> Problem {
    match kind {
        Kind::Integer | Kind::Decimal => Problem::answer(Message::RequiredNumber),
        Kind::Date => Problem { field: Field::Day, message: Message::RequiredDate },
        Kind::String | Kind::Text => Problem::answer(Message::RequiredText),
        _ => Problem::answer(Message::RequiredChoice),
    }
}

#[cfg(test)]
mod tests;
