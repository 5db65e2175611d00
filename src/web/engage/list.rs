//! The events that somebody holds: those that run, those to come, those that are over.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::words;
use crate::app::App;
use crate::domain::engagement::State;
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::{self, Event};
use crate::store::{Conn, alert_teams};
use crate::web::pages::engage::{EventRow, Events, Part};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Lists them.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>) -> Result<HttpResponse, Problem> {
    let own = staff.organisations();
    let read = move |conn: &mut Conn| Ok((events::list(conn, &own)?, !alert_teams::list(conn)?.is_empty()));
    let (mut all, may_plan) = app.store.read("events", read).await?;
    let (now, locale) = (app.clock.now().micros(), &visitor.locale);
    let is_over = |event: &Event| event.called_off_at.is_some() || event.ends_at <= now;
    let over: Vec<Event> = all.extract_if(.., |event| is_over(event)).collect();
    // What comes is read from the next on, what is over from the last back.
    all.reverse();
    let running: Vec<Event> = all.extract_if(.., |event| event.starts_at <= now).collect();
    let part = |key: &str, events: &[Event]| {
        let rows = events.iter().map(|event| row(&app, locale, event)).collect::<Result<_, _>>()?;
        Ok(Part { heading: locale.t(key, &[])?, rows })
    };
    let parts = [part("engage-list-running", &running), part("engage-list-coming", &all), part("engage-list-over", &over)];
    let parts = parts.into_iter().collect::<Result<Vec<_>, MissingMessage>>()?;
    let page = Events { parts: parts.into_iter().filter(|part| !part.rows.is_empty()).collect(), may_plan };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn row(app: &App, locale: &Locale, event: &Event) -> Result<EventRow, MissingMessage> {
    Ok(EventRow {
        href: words::at(event),
        title: event.title.clone(),
        when: words::when(app, locale, event)?,
        place: event.place.clone(),
        state: state(locale, event.state(app.clock.now().micros()))?,
        code: words::code(event),
    })
}

/// How far it is, in words.
pub(super) fn state(locale: &Locale, state: State) -> Result<String, MissingMessage> {
    locale.t(&format!("engage-state-{}", state.code()), &[])
}
