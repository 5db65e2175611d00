//! Alerts: answers that call for a person to look at them soon. One is raised for each such answer; those of one response are
//! looked at together, as one case.

use diesel::prelude::*;

use super::conn::{Conn, MultiBackend};
use super::error::{Error, Result};
use super::ids::{AccountId, OrganisationId, ResponseId, SurveyId};
use super::organisations;
use super::schema::alerts;

/// One answer that called for help.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = alerts)]
pub struct Alert {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub link_id: String,
    pub raised_at: i64,
    /// When the letter to the team was put into the post.
    pub notified_at: Option<i64>,
    /// Whose people it is about; nothing where the answers belong to no service.
    pub organisation_id: Option<OrganisationId>,
    pub acknowledged_at: Option<i64>,
    pub acknowledged_by: Option<AccountId>,
    /// When it went to whoever stands behind the team, because nobody had looked.
    pub escalated_at: Option<i64>,
}

/// The alerts of one response.
#[derive(Debug, Clone)]
pub struct Case {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    pub organisation_id: Option<OrganisationId>,
    pub raised_at: i64,
    pub acknowledged_at: Option<i64>,
    pub acknowledged_by: Option<AccountId>,
    pub escalated_at: Option<i64>,
    /// The items whose answers called for help.
    pub items: Vec<String>,
}

/// Whose alerts somebody may look at.
#[derive(Debug, Clone)]
pub struct Seen {
    pub organisations: Vec<OrganisationId>,
    /// Those that belong to no service as well.
    pub of_nobody: bool,
}

/// Raises an alert.
pub fn add(tx: &mut Conn, alert: &Alert) -> Result<()> {
    diesel::insert_into(alerts::table).values(alert).execute(tx)?;
    Ok(())
}

/// What those who look at the alerts of these organisations may see: theirs, and those of organisations that share their
/// people with them. Alerts that belong to no service go to the lead providers; where there is none, to everybody.
pub fn seen_by(conn: &mut Conn, own: &[OrganisationId]) -> Result<Seen> {
    let all = organisations::list(conn)?;
    let mut leads = all.iter().filter(|one| one.kind == "lead-provider").map(|one| one.id).peekable();
    let of_nobody = leads.peek().is_none() || leads.any(|lead| own.contains(&lead));
    Ok(Seen { organisations: organisations::sharing_people_with(conn, own)?, of_nobody })
}

/// Those that nobody has acknowledged, the oldest first.
pub fn open(conn: &mut Conn, seen: &Seen) -> Result<Vec<Case>> {
    let open = within(seen).filter(alerts::acknowledged_at.is_null());
    Ok(cases(open.order((alerts::raised_at, alerts::response_id, alerts::link_id)).load(conn)?))
}

/// About so many of those that were acknowledged, the latest first.
pub fn acknowledged(conn: &mut Conn, seen: &Seen, most: i64) -> Result<Vec<Case>> {
    let done = within(seen).filter(alerts::acknowledged_at.is_not_null());
    let order = (alerts::acknowledged_at.desc(), alerts::response_id, alerts::link_id);
    Ok(cases(done.order(order).limit(most).load(conn)?))
}

/// Every one raised since then.
pub fn since(conn: &mut Conn, seen: &Seen, from: i64) -> Result<Vec<Case>> {
    let recent = within(seen).filter(alerts::raised_at.ge(from));
    Ok(cases(recent.order((alerts::raised_at, alerts::response_id, alerts::link_id)).load(conn)?))
}

/// The case of a response. [`Error::NotFound`] where it is not one of those that may be seen.
pub fn find(conn: &mut Conn, seen: &Seen, response: ResponseId) -> Result<Case> {
    let own = within(seen).filter(alerts::response_id.eq(response)).order(alerts::link_id);
    cases(own.load(conn)?).into_iter().next().ok_or(Error::NotFound)
}

/// The oldest that the team has not been told of.
pub fn untold(conn: &mut Conn) -> Result<Vec<Case>> {
    let untold = alerts::table.filter(alerts::notified_at.is_null()).filter(alerts::acknowledged_at.is_null());
    Ok(cases(untold.order((alerts::raised_at, alerts::response_id, alerts::link_id)).limit(100).load(conn)?))
}

/// Those raised since then that the team was told of, that nobody has acknowledged, and that have gone no further yet.
pub fn pending(conn: &mut Conn, from: i64) -> Result<Vec<Case>> {
    let told = alerts::table.filter(alerts::notified_at.is_not_null()).filter(alerts::acknowledged_at.is_null());
    let pending = told.filter(alerts::escalated_at.is_null()).filter(alerts::raised_at.ge(from));
    Ok(cases(pending.order((alerts::raised_at, alerts::response_id, alerts::link_id)).load(conn)?))
}

/// Notes that the letter to the team goes out; with it, in one transaction. `false` when it had gone already.
pub fn told(tx: &mut Conn, case: &Case, now: i64) -> Result<bool> {
    let untold = alerts::table.filter(alerts::survey_id.eq(case.survey_id)).filter(alerts::response_id.eq(case.response_id));
    let untold = untold.filter(alerts::notified_at.is_null()).filter(alerts::acknowledged_at.is_null());
    Ok(diesel::update(untold).set(alerts::notified_at.eq(now)).execute(tx)? > 0)
}

/// Notes that it goes on to whoever stands behind the team. `false` when it had gone on, or somebody has acknowledged it.
pub fn escalated(tx: &mut Conn, case: &Case, now: i64) -> Result<bool> {
    let open = alerts::table.filter(alerts::survey_id.eq(case.survey_id)).filter(alerts::response_id.eq(case.response_id));
    let open = open.filter(alerts::escalated_at.is_null()).filter(alerts::acknowledged_at.is_null());
    Ok(diesel::update(open).set(alerts::escalated_at.eq(now)).execute(tx)? > 0)
}

/// Notes who acknowledged it. `false` when somebody else had.
pub fn acknowledge(tx: &mut Conn, case: &Case, who: AccountId, now: i64) -> Result<bool> {
    let open = alerts::table.filter(alerts::survey_id.eq(case.survey_id)).filter(alerts::response_id.eq(case.response_id));
    let open = open.filter(alerts::acknowledged_at.is_null());
    let set = (alerts::acknowledged_at.eq(now), alerts::acknowledged_by.eq(who));
    Ok(diesel::update(open).set(set).execute(tx)? > 0)
}

/// True when there is an alert of that answer.
pub fn is_raised(conn: &mut Conn, survey: SurveyId, response: ResponseId, link_id: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(alerts::table.find((survey, response, link_id)))).get_result(conn)?)
}

/// Opens an alert that was acknowledged once more: the team is told as of a new one. Who had acknowledged it stands in the audit
/// trail. Nothing where nobody had.
pub fn raise_again(tx: &mut Conn, (survey, response, link_id): (SurveyId, ResponseId, &str), now: i64) -> Result<()> {
    let done = alerts::table.find((survey, response, link_id)).filter(alerts::acknowledged_at.is_not_null());
    let set = (
        alerts::raised_at.eq(now),
        alerts::notified_at.eq(None::<i64>),
        alerts::acknowledged_at.eq(None::<i64>),
        alerts::acknowledged_by.eq(None::<AccountId>),
        alerts::escalated_at.eq(None::<i64>),
    );
    diesel::update(done).set(set).execute(tx)?;
    Ok(())
}

/// True when the response has an alert.
pub fn any(conn: &mut Conn, survey: SurveyId, response: ResponseId) -> Result<bool> {
    let own = alerts::table.filter(alerts::survey_id.eq(survey)).filter(alerts::response_id.eq(response));
    Ok(diesel::select(diesel::dsl::exists(own)).get_result(conn)?)
}

/// A query on alerts that can be narrowed further.
type Query<'a> = alerts::BoxedQuery<'a, MultiBackend>;

fn within(seen: &Seen) -> Query<'_> {
    let theirs = alerts::organisation_id.eq_any(&seen.organisations);
    if seen.of_nobody {
        return alerts::table.filter(theirs.or(alerts::organisation_id.is_null())).into_boxed();
    }
    alerts::table.filter(theirs).into_boxed()
}

/// The cases of alerts that come in the order of their responses.
fn cases(rows: Vec<Alert>) -> Vec<Case> {
    let case = |of_one: &[Alert]| {
        // One that was raised later than the others were acknowledged opens the case again.
        let first = of_one.iter().find(|alert| alert.acknowledged_at.is_none()).or_else(|| of_one.first())?;
        Some(Case {
            survey_id: first.survey_id,
            response_id: first.response_id,
            organisation_id: first.organisation_id,
            raised_at: first.raised_at,
            acknowledged_at: first.acknowledged_at,
            acknowledged_by: first.acknowledged_by,
            escalated_at: first.escalated_at,
            items: of_one.iter().map(|alert| alert.link_id.clone()).collect(),
        })
    };
    rows.chunk_by(|a, b| a.response_id == b.response_id).filter_map(case).collect()
}
