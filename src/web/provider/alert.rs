//! One alert: looking at it, acknowledging it with a note, and adding further notes. Each is recorded. It is acknowledged
//! once: who comes second is told who came first, and keeps what they typed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::alert_shown::{Found, Typed, page};
use crate::app::App;
use crate::domain::access::Action;
use crate::keys::Place;
use crate::store::alert_notes::{Note, SEALED};
use crate::store::ids::ResponseId;
use crate::store::{Conn, Error, alert_cases, alert_notes, alerts, answers, audit, organisations, responses};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ActOnAlerts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most characters of a note.
const NOTE_MOST: usize = 2000;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// What somebody who looks at an alert does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Acknowledge,
    Note,
}

/// Shows it.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ActOnAlerts>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let found = look(&app, &staff, &id).await?;
    let done = match done.done.as_deref() {
        Some("acknowledged") => Some(visitor.locale.t("alerts-done-acknowledged", &[])?),
        Some("noted") => Some(visitor.locale.t("alerts-done-noted", &[])?),
        _ => None,
    };
    let page = page(&app, &visitor, &found, Typed { done, ..Typed::default() }).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Acknowledges it, with a note.
pub async fn acknowledge(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ActOnAlerts>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    write(&app, &visitor, &staff, &id, (Deed::Acknowledge, typed.first("note"))).await
}

/// Adds a note to it.
pub async fn note(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ActOnAlerts>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    write(&app, &visitor, &staff, &id, (Deed::Note, typed.first("note"))).await
}

async fn write(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ActOnAlerts>,
    id: &str,
    (deed, typed): (Deed, &str),
) -> Result<HttpResponse, Problem> {
    let note = typed.trim();
    let fault = match note.chars().count() {
        0 => Some("alerts-fault-note-empty"),
        1..=NOTE_MOST => None,
        _ => Some("alerts-fault-note-long"),
    };
    if fault.is_some() {
        return again(app, visitor, staff, id, (typed, fault)).await;
    }
    if !keep(app, staff, id, (deed, note)).await? {
        return again(app, visitor, staff, id, (typed, None)).await;
    }
    let done = if deed == Deed::Acknowledge { "acknowledged" } else { "noted" };
    Ok(reply::see_other(&format!("/provider/alerts/{id}?done={done}#")))
}

/// Keeps the note, sealed, and with it who acknowledged the alert. `false` when somebody else had acknowledged it.
async fn keep(app: &App, staff: &Staff<ActOnAlerts>, id: &str, (deed, text): (Deed, &str)) -> Result<bool, Problem> {
    let response = parse(app, staff, id).await?;
    let (own, account, secret, now) = (staff.organisations(), staff.account, app.secret.clone(), app.clock.now().micros());
    let row = app.random.id(&app.clock);
    let sealed = app.keys.seal(Place { column: SEALED, row }, text, &app.random).map_err(|why| Problem::Internal(why.to_string()))?;
    let action = if deed == Deed::Acknowledge { Action::AlertAcknowledged } else { Action::AlertNoted };
    let event = staff.event(app, action).about(subject(response));
    let work = move |tx: &mut Conn| {
        let seen = alerts::seen_by(tx, &own)?;
        let case = alerts::find(tx, &seen, response)?;
        if deed == Deed::Acknowledge && !alerts::acknowledge(tx, &case, account, now)? {
            return Ok(false);
        }
        let link_id = case.items.first().cloned().unwrap_or_default();
        let (survey_id, sealed) = (case.survey_id, sealed.clone());
        alert_notes::add(tx, &Note { id: row, survey_id, response_id: response, link_id, account_id: account, noted_at: now, sealed })?;
        let whose = case.organisation_id.map(|organisation| event.clone().within(organisation.0));
        audit::add(tx, &secret, &whose.unwrap_or_else(|| event.clone()))?;
        Ok(true)
    };
    theirs(app, staff, response, app.store.write("alert acted on", work).await).await
}

/// The page again, with what was typed and what is wrong: by default, that somebody else was first.
async fn again(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ActOnAlerts>,
    id: &str,
    (typed, fault): (&str, Option<&'static str>),
) -> Result<HttpResponse, Problem> {
    let found = look(app, staff, id).await?;
    let error = match (fault, &found.known.acknowledged_by) {
        (Some(key), _) => visitor.locale.t(key, &[])?,
        (None, Some(name)) => visitor.locale.t("alerts-fault-already", &[("name", name.as_str().into())])?,
        (None, None) => visitor.locale.t("alerts-fault-already-somebody", &[])?,
    };
    let typed = Typed { note: typed.to_owned(), error: Some(error), done: None };
    let page = page(app, visitor, &found, typed).await?;
    reply::staff_again(app, visitor, &page, staff)
}

/// The alert with everything behind it; that it was looked at is recorded.
async fn look(app: &App, staff: &Staff<ActOnAlerts>, id: &str) -> Result<Found, Problem> {
    let response = parse(app, staff, id).await?;
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(app, Action::AlertViewed).about(subject(response));
    let work = move |tx: &mut Conn| {
        let seen = alerts::seen_by(tx, &own)?;
        let case = alerts::find(tx, &seen, response)?;
        let organisation = case.organisation_id.map(|id| organisations::get(tx, id)).transpose()?;
        let whose = case.organisation_id.map(|id| event.clone().within(id.0));
        audit::add(tx, &secret, &whose.unwrap_or_else(|| event.clone()))?;
        let given = answers::load(tx, case.survey_id, response)?;
        let sealed_key = responses::sealed_key(tx, case.survey_id, response)?;
        let notes = alert_notes::of_case(tx, &case)?;
        let known = alert_cases::known(tx, vec![case])?.into_iter().next().ok_or(Error::NotFound)?;
        Ok((Found { known, given, notes, organisation: organisation.map(|one| one.name) }, sealed_key))
    };
    let (mut found, sealed_key) = theirs(app, staff, response, app.store.write("alert viewed", work).await).await?;
    found.given = app.words().with(response, sealed_key.as_deref())?.opened(&found.given)?;
    Ok(found)
}

fn subject(response: ResponseId) -> String {
    format!("alert:{}", response.0)
}

async fn parse(app: &App, staff: &Staff<ActOnAlerts>, id: &str) -> Result<ResponseId, Problem> {
    match id.parse() {
        Ok(id) => Ok(ResponseId(id)),
        Err(_) => Err(staff.refused(app, "page:/provider/alerts/{id}").await),
    }
}

/// What was done, or that there is no such alert for them, which is recorded.
async fn theirs<T>(app: &App, staff: &Staff<ActOnAlerts>, id: ResponseId, done: Result<T, Error>) -> Result<T, Problem> {
    match done {
        Err(Error::NotFound) => Err(staff.refused(app, &subject(id)).await),
        done => Ok(done?),
    }
}
