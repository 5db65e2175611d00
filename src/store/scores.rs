//! Scores of submitted responses, in thousandths of a point.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{ResponseId, SurveyId};
use super::schema::scores;

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
