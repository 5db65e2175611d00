//! The alerts of the organisations whose people somebody looks after, those that nobody has acknowledged first, the oldest of
//! them on top. Looking at the list is recorded, because it shows names. No answer stands here.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::i18n::{Locale, MissingMessage};
use crate::store::alert_cases::{self, Known};
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, alerts, audit};
use crate::web::pages::alerts::{AlertRow, Alerts};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::{draft, view};
use crate::web::right::ActOnAlerts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// About how many acknowledged alerts the list ends with.
const ACKNOWLEDGED: i64 = 50;

/// Lists alerts.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ActOnAlerts>) -> Result<HttpResponse, Problem> {
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(&app, Action::AlertsListed).about("page:/provider/alerts");
    let list = move |tx: &mut Conn| {
        let seen = alerts::seen_by(tx, &own)?;
        let (open, acknowledged) = (alerts::open(tx, &seen)?, alerts::acknowledged(tx, &seen, ACKNOWLEDGED)?);
        audit::add(tx, &secret, &event)?;
        Ok((alert_cases::known(tx, open)?, alert_cases::known(tx, acknowledged)?, organisations::list(tx)?))
    };
    let (open, acknowledged, all) = app.store.write("alerts listed", list).await?;
    let mut providers: Vec<Option<OrganisationId>> = open.iter().chain(&acknowledged).map(|known| known.case.organisation_id).collect();
    providers.sort_unstable();
    providers.dedup();
    let page = Alerts {
        open: rows(&app, &visitor, &open, &all).await?,
        acknowledged: rows(&app, &visitor, &acknowledged, &all).await?,
        several: providers.len() > 1,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

async fn rows(app: &App, visitor: &Visitor, all: &[Known], organisations: &[Organisation]) -> Result<Vec<AlertRow>, Problem> {
    let mut rows = Vec::new();
    for known in all {
        let journey = app.catalogue.version(&app.store, known.response.version_id).await?;
        let language = draft::speaks(&journey, visitor.locale.language());
        rows.push(AlertRow {
            href: format!("/provider/alerts/{}", known.case.response_id.0),
            who: name(app, known)?,
            survey: journey.definition().title.in_language(&language).to_owned(),
            survey_lang: view::text_lang(visitor, &language),
            provider: known.case.organisation_id.and_then(|id| organisations.iter().find(|one| one.id == id)).map(|one| one.name.clone()),
            raised: moment(app, &visitor.locale, known.case.raised_at),
            state: state(app, visitor, known)?,
            escalated: known.case.escalated_at.is_some(),
        });
    }
    Ok(rows)
}

/// The name of whoever answered; nothing where there is no record of them.
pub(super) fn name(app: &App, known: &Known) -> Result<Option<String>, Problem> {
    let Some(row) = &known.record else { return Ok(None) };
    let opened = app.register().open(row).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(opened.map(|record| record.name()).filter(|name| !name.is_empty()))
}

/// How long it has been open, or when and by whom it was acknowledged.
fn state(app: &App, visitor: &Visitor, known: &Known) -> Result<String, Problem> {
    match known.case.acknowledged_at {
        Some(at) => Ok(acknowledged(app, &visitor.locale, known, at)?),
        None => Ok(lasting(&visitor.locale, (app.clock.now().micros() - known.case.raised_at) / 60_000_000)?),
    }
}

/// When it was acknowledged, and by whom where that is known.
pub(super) fn acknowledged(app: &App, locale: &Locale, known: &Known, at: i64) -> Result<String, MissingMessage> {
    let at = moment(app, locale, at);
    match &known.acknowledged_by {
        Some(name) => locale.t("alerts-acknowledged-by", &[("name", name.as_str().into()), ("at", at.into())]),
        None => Ok(at),
    }
}

/// A moment as staff read it.
pub(super) fn moment(app: &App, locale: &Locale, micros: i64) -> String {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M"))
}

/// So many minutes, as people say it: in minutes up to two hours, in hours up to two days.
pub(super) fn lasting(locale: &Locale, minutes: i64) -> Result<String, MissingMessage> {
    let (key, count) = match minutes {
        ..120 => ("alerts-lasting-minutes", minutes),
        120..2880 => ("alerts-lasting-hours", minutes / 60),
        _ => ("alerts-lasting-days", minutes / 1440),
    };
    locale.t(key, &[("count", count.into())])
}
