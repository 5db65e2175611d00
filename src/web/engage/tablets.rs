//! The shared tablets of an event: which there are, a new one, the end of one. They take answers as long as the event does, and
//! whoever holds the event looks after them.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::own;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::i18n::Locale;
use crate::secret::token_hash;
use crate::store::events::Event;
use crate::store::ids::SurveyId;
use crate::store::kiosks::{self, Kiosk};
use crate::store::{Error, audit};
use crate::web::kiosk::token_of;
use crate::web::pages::form::{Back, Field, Input};
use crate::web::pages::part::FieldError;
use crate::web::pages::tablets::{Tablet, Tablets};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::provider::kiosks::NAME;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Lists them.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    reply::staff_page(&app, &visitor, &page(&app, &visitor.locale, &staff, &event, None).await?, &staff)
}

async fn page(app: &App, locale: &Locale, staff: &Staff<ManageEvents>, event: &Event, wrong: Option<&str>) -> Result<Tablets, Problem> {
    let rows = match event.survey_id {
        Some(survey) => app.store.read("tablets of event", move |conn| kiosks::of_survey(conn, survey)).await?,
        None => Vec::new(),
    };
    let row = |one: Kiosk| Tablet {
        id: one.id.to_string(),
        name: one.name,
        since: locale.date(Moment::from_micros(one.created_at).date(app.clock.zone())),
        link: format!("{}/k/{}", app.settings.origin(), token_of(app, one.id)),
    };
    let mut name = Field::new("name", locale.t("tablets-name", &[])?, Input::Text { value: wrong.unwrap_or_default().to_owned() })
        .hinted(locale.t("tablets-name-hint", &[])?);
    if wrong.is_some() {
        name.errors.push(FieldError::new("name", locale.t("tablets-fault-name", &[])?));
    }
    Ok(Tablets {
        event: event.title.clone(),
        back: Back { href: format!("/engage/{}", event.id.0), text: event.title.clone() },
        rows: rows.into_iter().map(row).collect(),
        new: event.survey_id.map(|_| name),
        action: list(event),
        hidden: staff.signed_in(app).hidden,
    })
}

fn list(event: &Event) -> String {
    format!("/engage/{}/tablets", event.id.0)
}

/// Adds one.
pub async fn add(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let name = typed.first("name").trim().to_owned();
    let Some(survey_id) = event.survey_id else { return Ok(reply::see_other(&list(&event))) };
    if !(1..=NAME).contains(&name.chars().count()) {
        return reply::staff_again(&app, &visitor, &page(&app, &visitor.locale, &staff, &event, Some(&name)).await?, &staff);
    }
    open(&app, &staff, (&event, survey_id), name).await?;
    Ok(reply::see_other(&format!("{}#", list(&event))))
}

async fn open(app: &App, staff: &Staff<ManageEvents>, (event, survey_id): (&Event, SurveyId), name: String) -> Result<(), Problem> {
    let id = app.random.id(&app.clock);
    let (token_hash, created_at) = (token_hash(&token_of(app, id)), app.clock.now().micros());
    let organisation_id = event.alert_organisation_id;
    let kiosk = Kiosk { id, organisation_id, survey_id, name, token_hash, created_by: staff.account, created_at, ended_at: None };
    let line = staff.event(app, Action::KioskOpened).about(format!("kiosk:{id}")).within(event.organisation_id.0);
    let secret = app.secret.clone();
    let work = move |tx: &mut _| {
        kiosks::add(tx, &kiosk)?;
        audit::add(tx, &secret, &line)
    };
    Ok(app.store.write("add tablet", work).await?)
}

/// Ends the use of one, and forgets what was begun on it.
pub async fn end(app: Data<App>, staff: Staff<ManageEvents>, path: Path<(String, i64)>, _form: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &path.0).await?;
    let (id, survey, now, secret) = (path.1, event.survey_id, app.clock.now().micros(), app.secret.clone());
    let line = staff.event(&app, Action::KioskEnded).about(format!("kiosk:{id}")).within(event.organisation_id.0);
    let work = move |tx: &mut _| {
        let survey = survey.ok_or(Error::NotFound)?;
        if kiosks::end_of(tx, id, survey, now)? { audit::add(tx, &secret, &line) } else { Ok(()) }
    };
    match app.store.write("end tablet", work).await {
        Ok(()) => Ok(reply::see_other(&format!("{}#", list(&event)))),
        Err(Error::NotFound) => Err(staff.refused(&app, &format!("kiosk:{id}")).await),
        Err(why) => Err(why.into()),
    }
}
