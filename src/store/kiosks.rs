//! Shared tablets: each asks one survey for one organisation, at an address of its own. Its token is kept only as a hash.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{AccountId, OrganisationId, ResponseId, SurveyId};
use super::schema::{kiosks, organisations, responses, surveys};

/// A tablet that people answer on, one after the other.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = kiosks)]
pub struct Kiosk {
    pub id: i64,
    pub organisation_id: OrganisationId,
    pub survey_id: SurveyId,
    /// What staff call it, such as "Waiting room".
    pub name: String,
    pub token_hash: String,
    pub created_by: AccountId,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

/// A tablet on the list of staff.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    pub kiosk: Kiosk,
    /// The key of its survey.
    pub survey: String,
    /// The name of its organisation.
    pub organisation: String,
}

/// Adds a tablet.
pub fn add(tx: &mut Conn, kiosk: &Kiosk) -> Result<()> {
    diesel::insert_into(kiosks::table).values(kiosk).execute(tx)?;
    Ok(())
}

/// The tablets of these organisations that are in use, the newest first; without those of single events.
pub fn list(conn: &mut Conn, organisations: &[OrganisationId]) -> Result<Vec<Listed>> {
    let own = kiosks::table
        .inner_join(surveys::table.on(surveys::id.eq(kiosks::survey_id)))
        .inner_join(organisations::table.on(organisations::id.eq(kiosks::organisation_id)))
        .filter(kiosks::organisation_id.eq_any(organisations))
        .filter(surveys::opens_at.is_null())
        .filter(kiosks::ended_at.is_null());
    Ok(own.order(kiosks::id.desc()).select((kiosks::all_columns, surveys::key, organisations::name)).load(conn)?)
}

/// The tablets in use that ask that survey, the newest first.
pub fn of_survey(conn: &mut Conn, survey: SurveyId) -> Result<Vec<Kiosk>> {
    let own = kiosks::table.filter(kiosks::survey_id.eq(survey)).filter(kiosks::ended_at.is_null());
    Ok(own.order(kiosks::id.desc()).load(conn)?)
}

/// The tablet in use whose token has that hash, with the key of its survey.
pub fn by_token_hash(conn: &mut Conn, hash: &str) -> Result<Option<(Kiosk, String)>> {
    let found = kiosks::table
        .inner_join(surveys::table.on(surveys::id.eq(kiosks::survey_id)))
        .filter(kiosks::token_hash.eq(hash))
        .filter(kiosks::ended_at.is_null())
        .select((kiosks::all_columns, surveys::key));
    Ok(found.first(conn).optional()?)
}

/// Ends the use of a tablet of one of these organisations, and takes out what was begun and not sent on it.
/// [`Error::NotFound`] when there is none of that number. `false` when it had ended before.
pub fn end(tx: &mut Conn, id: i64, organisations: &[OrganisationId], now: i64) -> Result<bool> {
    let own = kiosks::table.find(id).filter(kiosks::organisation_id.eq_any(organisations));
    let kiosk: Kiosk = own.first(tx).optional()?.ok_or(Error::NotFound)?;
    close(tx, &kiosk, now)
}

/// The same for a tablet that asks that survey.
pub fn end_of(tx: &mut Conn, id: i64, survey: SurveyId, now: i64) -> Result<bool> {
    let own = kiosks::table.find(id).filter(kiosks::survey_id.eq(survey));
    let kiosk: Kiosk = own.first(tx).optional()?.ok_or(Error::NotFound)?;
    close(tx, &kiosk, now)
}

fn close(tx: &mut Conn, kiosk: &Kiosk, now: i64) -> Result<bool> {
    if kiosk.ended_at.is_some() {
        return Ok(false);
    }
    diesel::update(kiosks::table.find(kiosk.id)).set(kiosks::ended_at.eq(now)).execute(tx)?;
    let begun = responses::table.filter(responses::kiosk_id.eq(kiosk.id)).filter(responses::status.eq("draft"));
    let begun: Vec<(SurveyId, ResponseId)> = begun.select((responses::survey_id, responses::id)).load(tx)?;
    begun.into_iter().try_for_each(|(survey, response)| super::responses::drop_draft(tx, survey, response))?;
    Ok(true)
}
