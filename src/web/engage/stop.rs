//! No more email about events: a page with one button, and the one press that mail programs offer (RFC 8058). It works for as
//! long as the address is known, whatever became of the event.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use crate::app::App;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::JoinCode;
use crate::secret::token_hash;
use crate::store::events::{self, Event};
use crate::store::{Conn, attendees, audit};
use crate::web::pages::attendees::Stop;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::decline::Said;
use crate::web::visitor::Visitor;

/// Asks whether the emails are to end.
pub async fn show(app: Data<App>, visitor: Visitor, path: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (event, attendee) = find(&app, &path).await?;
    let page = page(&event, attendee.stopped_at.is_some());
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Ends them. Sent again, it changes nothing.
pub async fn stop(app: Data<App>, visitor: Visitor, path: Path<(String, String)>, _said: Said) -> Result<HttpResponse, Problem> {
    let (event, attendee) = find(&app, &path).await?;
    let (now, secret) = (app.clock.now().micros(), app.secret.clone());
    let line = Line::by_respondent(Action::EventEmailStopped, now, Some(event.organisation_id.0));
    let line = line.about(format!("event:{}", event.id.0));
    let organisation = event.organisation_id;
    let work = move |tx: &mut Conn| {
        if attendees::stop(tx, &attendee, organisation, now)? { audit::add(tx, &secret, &line) } else { Ok(()) }
    };
    app.store.write("stop event email", work).await?;
    reply::page(&app, &visitor, &page(&event, true), StatusCode::OK)
}

/// The event and who is written to, by a token that belongs to both.
async fn find(app: &App, path: &(String, String)) -> Result<(Event, attendees::Attendee), Problem> {
    let code = JoinCode::parse(&path.0).ok_or(Problem::LinkExpired)?;
    let hash = token_hash(&path.1);
    let find = move |conn: &mut Conn| {
        let Some(event) = events::by_join_code(conn, code.as_str())? else { return Ok(None) };
        let attendee = attendees::by_token_hash(conn, &hash)?.filter(|attendee| attendee.event_id == event.id);
        Ok(attendee.map(|attendee| (event, attendee)))
    };
    app.store.read("attendee of a link", find).await?.ok_or(Problem::LinkExpired)
}

fn page(event: &Event, is_stopped: bool) -> Stop {
    Stop { event: event.title.clone(), contact: event.contact.clone(), is_stopped }
}
