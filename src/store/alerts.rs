//! Alerts: answers that call for a person to look at them soon.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, OrganisationId, ResponseId, SurveyId};
use super::schema::{alerts, surveys};

/// One answer that called for help.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = alerts)]
pub struct Alert {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub link_id: String,
    pub raised_at: i64,
    /// While somebody is telling the team, and until when the others leave it to them.
    pub claimed_until: Option<i64>,
    /// When the team was told.
    pub notified_at: Option<i64>,
    /// Whose people it is about; nothing where the answers belong to no service.
    pub organisation_id: Option<OrganisationId>,
    pub acknowledged_at: Option<i64>,
    pub acknowledged_by: Option<AccountId>,
    /// When it went to whoever stands behind the team, because nobody had looked.
    pub escalated_at: Option<i64>,
}

/// Raises an alert.
pub fn add(tx: &mut Conn, alert: &Alert) -> Result<()> {
    diesel::insert_into(alerts::table).values(alert).execute(tx)?;
    Ok(())
}

/// The oldest alerts that the team has not been told of and that nobody is telling of, each with the key of its survey.
pub fn waiting(conn: &mut Conn, now: i64) -> Result<Vec<(Alert, String)>> {
    let open = alerts::table
        .inner_join(surveys::table.on(surveys::id.eq(alerts::survey_id)))
        .filter(alerts::notified_at.is_null())
        .filter(alerts::claimed_until.is_null().or(alerts::claimed_until.lt(now)))
        .order(alerts::raised_at)
        .limit(20)
        .select((alerts::all_columns, surveys::key));
    Ok(open.load(conn)?)
}

/// Claims one alert for telling the team, until `until`: `false` when somebody else has, or the team knows. A claim that
/// runs out, because the process ended half-way, can be taken again: twice is better than never.
pub fn claim(tx: &mut Conn, alert: &Alert, now: i64, until: i64) -> Result<bool> {
    let free = alerts::claimed_until.is_null().or(alerts::claimed_until.lt(now));
    let open = alerts::table.find(key(alert)).filter(alerts::notified_at.is_null()).filter(free);
    Ok(diesel::update(open).set(alerts::claimed_until.eq(until)).execute(tx)? == 1)
}

/// Gives a claimed alert back, because telling the team failed.
pub fn release(tx: &mut Conn, alert: &Alert) -> Result<()> {
    diesel::update(alerts::table.find(key(alert))).set(alerts::claimed_until.eq(None::<i64>)).execute(tx)?;
    Ok(())
}

/// Notes that the team was told.
pub fn notified(tx: &mut Conn, alert: &Alert, now: i64) -> Result<()> {
    diesel::update(alerts::table.find(key(alert))).set(alerts::notified_at.eq(now)).execute(tx)?;
    Ok(())
}

fn key(alert: &Alert) -> (SurveyId, ResponseId, &str) {
    (alert.survey_id, alert.response_id, &alert.link_id)
}

/// True when the response has an alert.
pub fn any(conn: &mut Conn, survey: SurveyId, response: ResponseId) -> Result<bool> {
    let own = alerts::table.filter(alerts::survey_id.eq(survey)).filter(alerts::response_id.eq(response));
    Ok(diesel::select(diesel::dsl::exists(own)).get_result(conn)?)
}
