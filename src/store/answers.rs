//! Answers, one row a value.

use diesel::prelude::*;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::conn::{Conn, per_backend};
use super::error::{Error, Result};
use super::ids::{ResponseId, SurveyId};
use super::schema::answers;
use crate::domain::survey::answer::{Answers, Given, Value};
use crate::domain::survey::definition::{Coding, LinkId};

/// Where words are kept, as it is bound into each that is sealed.
pub const SEALED: &str = "answers.value";

/// The kind of an answer in the person's own words: sealed before it comes here.
pub const TEXT: &str = "text";

/// One value of one answer.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = answers)]
pub struct Row {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub link_id: String,
    pub position: i32,
    pub kind: String,
    pub value: String,
    pub system: Option<String>,
    /// Worked out from other answers, not given by the person.
    pub derived: bool,
}

/// The answers of one response, derived ones left out.
pub fn load(conn: &mut Conn, survey: SurveyId, response: ResponseId) -> Result<Answers> {
    let rows: Vec<Row> = answers::table
        .filter(answers::survey_id.eq(survey))
        .filter(answers::response_id.eq(response))
        .filter(answers::derived.eq(false))
        .order((answers::link_id, answers::position))
        .load(conn)?;
    read(&rows)
}

/// The answers in rows of one response that stand in the order of their items.
pub fn read(rows: &[Row]) -> Result<Answers> {
    let mut all = Answers::default();
    for same in rows.chunk_by(|a, b| a.link_id == b.link_id) {
        let Some(id) = same.first().and_then(|row| LinkId::parse(&row.link_id)) else { continue };
        all.put(id, given(same)?);
    }
    Ok(all)
}

/// Puts one answer in the place of any earlier one.
pub fn put(tx: &mut Conn, survey: SurveyId, response: ResponseId, id: &LinkId, given: &Given) -> Result<()> {
    remove(tx, survey, response, id)?;
    add(tx, &rows(survey, response, id, given, false))
}

/// Takes one answer out.
pub fn remove(tx: &mut Conn, survey: SurveyId, response: ResponseId, id: &LinkId) -> Result<()> {
    let old = answers::table
        .filter(answers::survey_id.eq(survey))
        .filter(answers::response_id.eq(response))
        .filter(answers::link_id.eq(id.as_str()));
    diesel::delete(old).execute(tx)?;
    Ok(())
}

/// Takes every answer of a response out.
pub fn remove_all(tx: &mut Conn, survey: SurveyId, response: ResponseId) -> Result<()> {
    diesel::delete(answers::table.filter(answers::survey_id.eq(survey)).filter(answers::response_id.eq(response))).execute(tx)?;
    Ok(())
}

/// Adds rows, as many at a time as both databases take.
pub fn add(tx: &mut Conn, all: &[Row]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(answers::table).values(some).execute(c))?;
    }
    Ok(())
}

/// The rows of one answer.
#[must_use]
pub fn rows(survey_id: SurveyId, response_id: ResponseId, id: &LinkId, given: &Given, derived: bool) -> Vec<Row> {
    let row = |position: usize, kind: &str, value: String, system: Option<String>| Row {
        survey_id,
        response_id,
        link_id: id.as_str().to_owned(),
        position: i32::try_from(position).unwrap_or(i32::MAX),
        kind: kind.to_owned(),
        value,
        system,
        derived,
    };
    let value = |(n, value): (usize, &Value)| match value {
        Value::Boolean(yes) => row(n, "boolean", yes.to_string(), None),
        Value::Integer(number) => row(n, "integer", number.to_string(), None),
        Value::Decimal(number) => row(n, "decimal", number.to_string(), None),
        Value::Date(date) => row(n, "date", date.to_string(), None),
        Value::Text(text) => row(n, TEXT, text.clone(), None),
        Value::Coding(coding) => row(n, "coding", coding.code.clone(), coding.system.clone()),
    };
    match given {
        Given::Values(values) => values.iter().enumerate().map(value).collect(),
        Given::Declined => vec![row(0, "declined", String::new(), None)],
        Given::Skipped => vec![row(0, "skipped", String::new(), None)],
    }
}

pub(super) fn given(rows: &[Row]) -> Result<Given> {
    match rows.first().map(|row| row.kind.as_str()) {
        Some("declined") => Ok(Given::Declined),
        Some("skipped") => Ok(Given::Skipped),
        _ => rows.iter().map(value).collect::<Result<_>>().map(Given::Values),
    }
}

fn value(row: &Row) -> Result<Value> {
    let unreadable = || Error::Corrupt(format!("an answer of the kind `{}`", row.kind));
    let text = row.value.as_str();
    match row.kind.as_str() {
        "boolean" => text.parse().map(Value::Boolean).map_err(|_| unreadable()),
        "integer" => text.parse().map(Value::Integer).map_err(|_| unreadable()),
        "decimal" => text.parse::<Decimal>().map(Value::Decimal).map_err(|_| unreadable()),
        "date" => text.parse::<Date>().map(Value::Date).map_err(|_| unreadable()),
        TEXT => Ok(Value::Text(text.to_owned())),
        "coding" => Ok(Value::Coding(Coding { system: row.system.clone(), code: text.to_owned(), display: None })),
        _ => Err(unreadable()),
    }
}
