//! What was sent at an event, to be counted. No words: of an answer in somebody's own words it is known here that there is one.

use std::collections::HashMap;

use diesel::prelude::*;

use super::answers::{self, Row, TEXT};
use super::conn::Conn;
use super::error::Result;
use super::events::Event;
use super::ids::{LocalityId, OrganisationId, ResponseId, SurveyId};
use super::schema::{answers as rows, events, responses};
use crate::domain::engagement::results::Answered;
use crate::domain::survey::Respondent;

/// Who sent something, and how: the response, the respondent, where they live, the language and the mode.
type Sent = (ResponseId, String, Option<LocalityId>, String, String);

/// What everybody sent who answered that survey, in the order of the responses.
pub fn answered(conn: &mut Conn, survey: SurveyId) -> Result<Vec<Answered>> {
    let sent: Vec<Sent> = responses::table
        .filter(responses::survey_id.eq(survey))
        .filter(responses::status.eq("submitted"))
        .order(responses::id)
        .select((responses::id, responses::respondent, responses::locality_id, responses::language, responses::mode))
        .load(conn)?;
    let same = responses::survey_id.eq(rows::survey_id).and(responses::id.eq(rows::response_id));
    let mut given: Vec<Row> = rows::table
        .inner_join(responses::table.on(same))
        .filter(rows::survey_id.eq(survey))
        .filter(responses::status.eq("submitted"))
        .filter(rows::derived.eq(false))
        .order((rows::response_id, rows::link_id, rows::position))
        .select(rows::all_columns)
        .load(conn)?;
    given.iter_mut().filter(|row| row.kind == TEXT).for_each(|row| row.value.clear());
    let mut of_each: HashMap<ResponseId, &[Row]> =
        given.chunk_by(|a, b| a.response_id == b.response_id).filter_map(|some| Some((some.first()?.response_id, some))).collect();
    let one = |(id, respondent, locality, language, mode): Sent| {
        Ok(Answered {
            respondent: Respondent::from_code(&respondent).unwrap_or(Respondent::Self_),
            locality: locality.map(|id| id.0),
            language,
            mode,
            answers: answers::read(of_each.remove(&id).unwrap_or_default())?,
        })
    };
    sent.into_iter().map(one).collect()
}

/// The events of these organisations that were closed by then, the latest first. Those that were called off are left out.
pub fn over(conn: &mut Conn, organisations: &[OrganisationId], closed: i64) -> Result<Vec<Event>> {
    let theirs = events::table.filter(events::organisation_id.eq_any(organisations));
    let over = theirs.filter(events::closes_at.le(closed)).filter(events::called_off_at.is_null());
    Ok(over.order((events::starts_at.desc(), events::id)).load(conn)?)
}
