//! The start page of an event, for whoever comes by the code or the picture of it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{Found, address, code, phone};
use crate::app::App;
use crate::catalogue::Current;
use crate::domain::engagement::{JoinCode, Misread};
use crate::secret::Purpose;
use crate::store::ids::AttendeeId;
use crate::store::responses::Response;
use crate::web::form::Fields;
use crate::web::pages::join::{Answered, NoCookies};
use crate::web::pages::part::{Hidden, grouped};
use crate::web::pages::respond::Start;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::draft::{is_lately_sent, remember_at, remembered};
use crate::web::respond::{start, view};
use crate::web::visitor::Visitor;

/// The field that says that somebody else answers now.
const ANOTHER: &str = "another";

/// How somebody came to the page.
#[derive(Debug, Clone, Deserialize)]
pub struct Came {
    /// Present when they were about to send something, and it was too late.
    unsent: Option<String>,
}

/// Shows why we ask, and the way in; or why there is none.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    typed: Path<String>,
    came: Query<Came>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let found = match find(&app, &typed).await? {
        Ok(found) => found,
        Err(fault) => return code::wrong(&app, &visitor, &request, (&typed, fault), StatusCode::NOT_FOUND),
    };
    if found.code.as_str() != typed.as_str() {
        return Ok(reply::see_other(&address(&found.code)));
    }
    let current = match found.open(app.clock.now()) {
        Ok(current) => current,
        Err(why) => {
            let page = found.not_open(&app, &visitor.locale, why, came.unsent.is_some())?;
            return reply::page(&app, &visitor, &page, page.why.status());
        }
    };
    let known = known(&request, current).await?;
    let mut answer = match known.as_ref().filter(|response| !response.is_draft()) {
        Some(sent) => reply::page(&app, &visitor, &answered(&app, &found, sent), StatusCode::OK)?,
        None => reply::page(&app, &visitor, &page(&app, &visitor, &found, current, known.as_ref())?, StatusCode::OK)?,
    };
    phone::know(&app, &request, &mut answer)?;
    Ok(answer)
}

/// The event of the code in an address, or what is wrong with the code: nothing where it is well formed.
pub async fn find(app: &App, typed: &str) -> Result<Result<Found, Option<Misread>>, Problem> {
    match JoinCode::read(typed) {
        Ok(code) => Ok(Found::by(app, &code).await?.ok_or(None)),
        Err(fault) => Ok(Err(Some(fault))),
    }
}

/// What this phone has begun or sent at the event. What was taken back is as if it had never been.
pub async fn known(request: &HttpRequest, current: &Current) -> Result<Option<Response>, Problem> {
    let found = remembered(request, &current.survey.key).await?;
    Ok(found.filter(|response| response.withdrawn_at.is_none() && response.entered_by.is_none() && response.kiosk_id.is_none()))
}

/// True for a phone from which answers were sent at the event.
pub async fn has_sent(request: &HttpRequest, current: &Current) -> Result<bool, Problem> {
    Ok(known(request, current).await?.is_some_and(|response| !response.is_draft()))
}

/// True where it was said that somebody else answers now.
pub fn is_another(fields: &Fields) -> bool {
    !fields.first(ANOTHER).is_empty()
}

/// The start page of an event that takes answers.
pub fn page(app: &App, visitor: &Visitor, found: &Found, current: &Current, known: Option<&Response>) -> Result<Start, Problem> {
    Ok(Start {
        event: Some(found.occasion(app, &visitor.locale)?),
        action: address(&found.code),
        ..start::page(app, visitor, current, known)?
    })
}

/// The page of a phone that has answered. The receipt code is shown no longer than on the page that gave it: the phone may have
/// been passed on.
pub fn answered(app: &App, found: &Found, sent: &Response) -> Answered {
    let receipt = || grouped(app.secret.code(Purpose::Receipt, sent.id.0).as_str());
    Answered {
        title: found.event.title.clone(),
        receipt: is_lately_sent(app, sent).then(receipt),
        action: address(&found.code),
        hidden: vec![Hidden::new(ANOTHER, "1")],
        local_line: view::local_line(app),
    }
}

/// Begins a draft, on a phone that will be known again.
pub async fn begin(
    app: Data<App>,
    visitor: Visitor,
    typed: Path<String>,
    request: HttpRequest,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let found = match find(&app, &typed).await? {
        Ok(found) => found,
        Err(fault) => return code::wrong(&app, &visitor, &request, (&typed, fault), StatusCode::NOT_FOUND),
    };
    let home = address(&found.code);
    let Ok(current) = found.open(app.clock.now()) else { return Ok(reply::see_other(&home)) };
    let another = is_another(&fields);
    if phone::held(&request).is_none() {
        return no_cookies(&app, &visitor, &request, &found, (&home, another));
    }
    if !another && has_sent(&request, current).await? {
        return Ok(reply::see_other(&home));
    }
    draft(&app, &visitor, &found, current, None).await
}

/// Keeps a new draft of an event, and has the phone remember it.
pub async fn draft(
    app: &App,
    visitor: &Visitor,
    found: &Found,
    current: &Current,
    attendee: Option<AttendeeId>,
) -> Result<HttpResponse, Problem> {
    let blank = Response {
        organisation_id: Some(found.event.alert_organisation_id),
        attendee_id: attendee,
        ..start::blank(app, visitor, current)?
    };
    let code = app.secret.code(Purpose::Resume, blank.id.0);
    let mut answer = start::start(app, current, blank).await?;
    let own = remember_at(app, &current.survey.key, address(&found.code), &code);
    answer.add_cookie(&own).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// The page of a phone that keeps no cookie, with which it may try once more.
pub fn no_cookies(
    app: &App,
    visitor: &Visitor,
    request: &HttpRequest,
    found: &Found,
    (action, another): (&str, bool),
) -> Result<HttpResponse, Problem> {
    let hidden = if another { vec![Hidden::new(ANOTHER, "1")] } else { Vec::new() };
    let page = NoCookies { action: action.to_owned(), hidden, contact: found.event.contact.clone() };
    let mut answer = reply::page(app, visitor, &page, view::INVALID)?;
    phone::know(app, request, &mut answer)?;
    Ok(answer)
}
