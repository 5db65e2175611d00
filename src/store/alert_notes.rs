//! What staff noted about alerts: sealed, opened outside.

use diesel::prelude::*;

use super::alerts::Case;
use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, ResponseId, SurveyId};
use super::schema::{accounts, alert_notes};

/// Where the sealed text of a note is kept.
pub const SEALED: &str = "alert_notes.sealed";

/// One note. It hangs on the first alert of its case.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = alert_notes)]
pub struct Note {
    pub id: i64,
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub link_id: String,
    pub account_id: AccountId,
    pub noted_at: i64,
    pub sealed: String,
}

/// Adds a note.
pub fn add(tx: &mut Conn, note: &Note) -> Result<()> {
    diesel::insert_into(alert_notes::table).values(note).execute(tx)?;
    Ok(())
}

/// The notes on a case with the names of who wrote them, the oldest first.
pub fn of_case(conn: &mut Conn, case: &Case) -> Result<Vec<(Note, String)>> {
    let own = alert_notes::table
        .inner_join(accounts::table.on(accounts::id.eq(alert_notes::account_id)))
        .filter(alert_notes::survey_id.eq(case.survey_id))
        .filter(alert_notes::response_id.eq(case.response_id))
        .order((alert_notes::noted_at, alert_notes::id))
        .select((alert_notes::all_columns, accounts::name));
    Ok(own.load(conn)?)
}
