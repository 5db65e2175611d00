//! What came out of events that are over: for those who hold them and for commissioners, the same figures, all of them released by
//! disclosure control. While an event takes answers there are none.

mod file;
mod said;
mod words;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::released;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Reach};
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::{self, Event};
use crate::store::ids::{EventId, OrganisationId};
use crate::store::{self, Conn, event_results, organisations};
use crate::web::pages::results::{EventOver, EventResults, EventsOver};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeEventFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Lists the events that are over.
pub async fn list(app: Data<App>, visitor: Visitor, staff: Staff<SeeEventFigures>) -> Result<HttpResponse, Problem> {
    let (held, closed) = (staff.organisations(), released::settled(&app));
    let found = app.store.read("events that are over", move |conn| {
        let reached = reached(conn, &held)?;
        event_results::over(conn, &reached, closed)
    });
    let (hidden, mut rows) = (visitor.locale.t("results-hidden", &[])?, Vec::new());
    for event in found.await? {
        let count = released::results(&app, &event).await?.and_then(|results| results.answers);
        let shown = count.and_then(|count| i64::try_from(count).ok());
        rows.push(EventOver {
            href: format!("/engage/{}/results", event.id.0),
            day: day(&app, &visitor.locale, event.starts_at),
            answers: shown.map_or_else(|| hidden.clone(), |count| visitor.locale.whole(count)),
            title: event.title,
            place: event.place,
        });
    }
    reply::staff_page(&app, &visitor, &EventsOver { rows }, &staff)
}

/// Shows what came out of an event.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeEventFigures>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = find(&app, &staff, &id).await?;
    let page = match released::results(&app, &event).await? {
        Some(results) => words::page(&app, &visitor, &event, &results).await?,
        None => nothing(&app, &visitor, &event)?,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// What may be shown to everybody: how many sent answers, and what matters most to all of them together.
pub async fn for_everybody(app: &App, visitor: &Visitor, event: &Event) -> Result<EventResults, Problem> {
    let Some(results) = released::results(app, event).await? else { return empty(app, &visitor.locale, event).map_err(Into::into) };
    let mut page = words::page(app, visitor, event, &results).await?;
    if let Some(priorities) = &mut page.priorities {
        priorities.orders.truncate(1);
    }
    Ok(page)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeEventFigures>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = find(&app, &staff, &id).await?;
    let results = released::results(&app, &event).await?;
    let exported = staff.event(&app, Action::FiguresExported).about(format!("event:{}", event.id.0));
    staff.record(&app, exported.with("results".to_owned())).await?;
    match results {
        Some(results) => file::results(&app, &event, &results).await,
        None => file::nothing(&app, &event),
    }
}

/// An event of an organisation that they reach. Asking for another is refused, and recorded.
async fn find(app: &App, staff: &Staff<SeeEventFigures>, number: &str) -> Result<Event, Problem> {
    let Ok(id) = number.parse::<i64>() else { return Err(staff.refused(app, "page:/engage/{id}/results").await) };
    let held = staff.organisations();
    let found = app.store.read("event with results", move |conn| {
        let reached = reached(conn, &held)?;
        events::find(conn, EventId(id), &reached)
    });
    match found.await {
        Ok(event) => Ok(event),
        Err(store::Error::NotFound) => Err(staff.refused(app, &format!("event:{id}")).await),
        Err(why) => Err(why.into()),
    }
}

/// The organisations whose events somebody sees who holds the role in these: a commissioner those of the whole county.
fn reached(conn: &mut Conn, held: &[OrganisationId]) -> store::Result<Vec<OrganisationId>> {
    let held: Vec<i64> = held.iter().map(|id| id.0).collect();
    Ok(Reach::of(&organisations::nodes(conn)?, &held).ids.into_iter().map(OrganisationId).collect())
}

/// The page of an event of which there is nothing to show.
fn nothing(app: &App, visitor: &Visitor, event: &Event) -> Result<EventResults, Problem> {
    let why = if event.called_off_at.is_some() {
        visitor.locale.t("results-called-off", &[])?
    } else if released::is_over(app, event) {
        visitor.locale.t("results-nothing-asked", &[])?
    } else {
        visitor.locale.t("results-running", &[("day", day(app, &visitor.locale, event.closes_at).into())])?
    };
    Ok(EventResults { nothing: Some(why), ..empty(app, &visitor.locale, event)? })
}

/// The page of an event without a figure.
fn empty(app: &App, locale: &Locale, event: &Event) -> Result<EventResults, MissingMessage> {
    let is_english = locale.language().primary() == "en";
    let is_translated = is_english || app.framework.outcomes.iter().all(|one| one.title_in(locale.language()) != one.title);
    let held = [("day", day(app, locale, event.starts_at).into()), ("place", event.place.as_str().into())];
    Ok(EventResults {
        title: event.title.clone(),
        held: locale.t("results-held", &held)?,
        nothing: None,
        sentences: Vec::new(),
        who: Vec::new(),
        priorities: None,
        senses: Vec::new(),
        questions: Vec::new(),
        csv: None,
        text_lang: (!is_translated).then(|| "en".to_owned()),
    })
}

fn day(app: &App, locale: &Locale, micros: i64) -> String {
    locale.date(Moment::from_micros(micros).date(app.clock.zone()))
}
