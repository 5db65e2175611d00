//! Scores of submitted responses, in thousandths of a point.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, OrganisationId, PersonId, ResponseId, SurveyId};
use super::schema::{episodes, responses, scores};

/// One score of one response.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = scores)]
pub struct Row {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub score: String,
    pub thousandths: i64,
}

/// Adds scores, many at a time.
pub fn add(tx: &mut Conn, all: &[Row]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(scores::table).values(some).execute(c))?;
    }
    Ok(())
}

/// A score of a person, and the day it was answered on, in days since 1970-01-01.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Earlier {
    pub response_id: ResponseId,
    pub answered_day: Option<i32>,
    pub score: String,
    pub thousandths: i64,
}

/// Every score of what the same kind of respondent has sent for a person to a survey, oldest first.
pub fn over_time(conn: &mut Conn, whose: (OrganisationId, PersonId), survey: SurveyId, respondent: &str) -> Result<Vec<Earlier>> {
    let own = episodes::table.filter(episodes::organisation_id.eq(whose.0)).filter(episodes::person_id.eq(whose.1));
    let own: Vec<EpisodeId> = own.select(episodes::id).load(conn)?;
    let found = scores::table
        .inner_join(responses::table.on(responses::survey_id.eq(scores::survey_id).and(responses::id.eq(scores::response_id))))
        .filter(scores::survey_id.eq(survey))
        .filter(responses::episode_id.eq_any(own))
        .filter(responses::status.eq("submitted"))
        .filter(responses::respondent.eq(respondent))
        .order((responses::answered_day, responses::id, scores::score))
        .select((scores::response_id, responses::answered_day, scores::score, scores::thousandths));
    Ok(found.load(conn)?)
}
