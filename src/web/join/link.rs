//! The personal link in an email about an event. It says who has answered, so that nobody is reminded who has; what they
//! answered is theirs alone: the way from one to the other is forgotten with the sending.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::start::{self, draft, no_cookies, page};
use super::{Found, address, phone};
use crate::app::App;
use crate::secret::token_hash;
use crate::store::attendees::{self, Attendee};
use crate::web::form::Fields;
use crate::web::pages::join::{Answered, LinkAnswered};
use crate::web::pages::respond::Start;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::invited::{language, speak_their};
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// An event, and who of those expected holds the link.
type Invited = (Found, Attendee);

/// Shows the start page, unless they have answered.
pub async fn show(
    app: Data<App>,
    mut visitor: Visitor,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (found, linked) = find(&app, &path).await?;
    speak_their(&app, &mut visitor, &request, &linked.language);
    let Ok(current) = found.open(app.clock.now()) else { return Ok(reply::see_other(&address(&found.code))) };
    if linked.answered_at.is_some() {
        return answered(&app, &visitor, &found);
    }
    let (known, action) = (start::known(&request, current).await?, link(&found, &path.1));
    let mut answer = if let Some(sent) = known.as_ref().filter(|response| !response.is_draft()) {
        let page = Answered { action, ..start::answered(&app, &found, sent) };
        reply::page(&app, &visitor, &page, StatusCode::OK)?
    } else {
        let own = known.filter(|response| response.attendee_id == Some(linked.id));
        let page = Start { action, ..page(&app, &visitor, &found, current, own.as_ref())? };
        reply::page(&app, &visitor, &page, StatusCode::OK)?
    };
    phone::know(&app, &request, &mut answer)?;
    Ok(answer)
}

/// Begins a draft that says who has answered once it is sent.
pub async fn begin(
    app: Data<App>,
    mut visitor: Visitor,
    path: Path<(String, String)>,
    request: HttpRequest,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let (found, linked) = find(&app, &path).await?;
    let is_new_language = speak_their(&app, &mut visitor, &request, &linked.language);
    let Ok(current) = found.open(app.clock.now()) else { return Ok(reply::see_other(&address(&found.code))) };
    if linked.answered_at.is_some() {
        return answered(&app, &visitor, &found);
    }
    let (home, another) = (link(&found, &path.1), start::is_another(&fields));
    if phone::held(&request).is_none() {
        return no_cookies(&app, &visitor, &request, &found, (&home, another));
    }
    if !another && start::has_sent(&request, current).await? {
        return Ok(reply::see_other(&home));
    }
    let mut answer = draft(&app, &visitor, &found, current, Some(linked.id)).await?;
    if is_new_language {
        answer.add_cookie(&language(&app, &visitor)).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    Ok(answer)
}

/// The event of an address, and whose link it is.
async fn find(app: &App, (typed, token): &(String, String)) -> Result<Invited, Problem> {
    let found = start::find(app, typed).await?.map_err(|_| Problem::LinkExpired)?;
    let hash = token_hash(token);
    let linked = app.store.read("link of event", move |conn| attendees::by_token_hash(conn, &hash)).await?;
    let own = linked.filter(|linked| linked.event_id == found.event.id);
    Ok((found, own.ok_or(Problem::LinkExpired)?))
}

fn link(found: &Found, token: &str) -> String {
    format!("{}/i/{token}", address(&found.code))
}

fn answered(app: &App, visitor: &Visitor, found: &Found) -> Result<HttpResponse, Problem> {
    let page = LinkAnswered { title: found.event.title.clone(), again: address(&found.code), local_line: view::local_line(app) };
    reply::page(app, visitor, &page, StatusCode::GONE)
}
