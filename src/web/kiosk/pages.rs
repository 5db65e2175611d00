//! The pages of a shared tablet besides the questions: its start, the question whether somebody is still there, and thanks.

use actix_web::cookie::time::Duration;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::{Open, device};
use crate::app::App;
use crate::catalogue::Current;
use crate::domain::engagement::JoinCode;
use crate::secret::Purpose;
use crate::store::responses::Response;
use crate::web::join::Found;
use crate::web::pages::join::NotOpen;
use crate::web::pages::kiosk::{Ended, Start, Still, Thanks};
use crate::web::pages::part::grouped;
use crate::web::problem::Problem;
use crate::web::respond::draft::{kept_until, open_survey, remember_at};
use crate::web::respond::{start, view, watch};
use crate::web::visitor::{LANGUAGE, Visitor};
use crate::web::{cookie, reply, staff};

/// How long a tablet stays one: as long as browsers keep any cookie.
const DEVICE_DAYS: i64 = 400;

/// How long somebody has to say that they are still there, and to copy the receipt code.
const ANSWER_SECONDS: u32 = 30;
const THANKS_SECONDS: u32 = 60;

/// Shows the start page. Whatever was begun before is forgotten first.
pub async fn show(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let Some(open) = Open::find(&app, &token).await? else { return ended(&app, &visitor) };
    if open.response(&request).await?.is_some() {
        return open.forget(&request).await;
    }
    if let Some(page) = before_or_after(&app, &visitor, &open).await? {
        return Ok(page);
    }
    let current = open_survey(&app, &open.survey).await?;
    let is_staff = staff::signed(&request).await?.is_some();
    let mut answer = reply::page(&app, &visitor, &page(&app, &visitor, &current, &open, is_staff)?, StatusCode::OK)?;
    if !is_staff && cookie::read(&request, LANGUAGE).is_some() {
        // Somebody chose a language and went away: the next person finds the page as it was.
        reply::refresh(&mut answer, app.settings.kiosk_idle_seconds, &format!("{}/reset", open.address()))?;
    }
    Ok(answer)
}

/// What a tablet of an event shows while there is nothing to answer; it looks again by itself.
async fn before_or_after(app: &App, visitor: &Visitor, open: &Open) -> Result<Option<HttpResponse>, Problem> {
    let Some(code) = JoinCode::of_survey_key(&open.survey) else { return Ok(None) };
    let Some(found) = Found::by(app, &code).await? else { return Ok(None) };
    let Err(why) = found.open(app.clock.now()) else { return Ok(None) };
    let page = NotOpen { again: open.address(), ..found.not_open(app, &visitor.locale, why, false)? };
    let mut answer = reply::page(app, visitor, &page, StatusCode::OK)?;
    reply::refresh(&mut answer, app.settings.kiosk_idle_seconds, &open.address())?;
    Ok(Some(answer))
}

fn page(app: &App, visitor: &Visitor, current: &Current, open: &Open, is_staff: bool) -> Result<Start, Problem> {
    let usual = start::page(app, visitor, current, None)?;
    Ok(Start {
        title: usual.title,
        purpose: usual.purpose,
        minutes: usual.minutes,
        local_line: usual.local_line,
        languages: usual.languages,
        machine_drafted: usual.machine_drafted,
        is_staff,
        action: open.address(),
        copyright: usual.copyright,
        text_lang: usual.text_lang,
    })
}

/// Begins a draft on a tablet. The device is a tablet from now on.
pub async fn begin(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let Some(open) = Open::find(&app, &token).await? else { return ended(&app, &visitor) };
    if staff::signed(&request).await?.is_some() || before_or_after(&app, &visitor, &open).await?.is_some() {
        return Ok(reply::see_other(&open.address()));
    }
    let current = open_survey(&app, &open.survey).await?;
    let mut draft = Response {
        mode: "kiosk".to_owned(),
        kiosk_id: Some(open.kiosk.id),
        organisation_id: Some(open.kiosk.organisation_id),
        ..start::blank(&app, &visitor, &current)?
    };
    draft.expires_at = kept_until(&app, &draft).micros();
    let code = app.secret.code(Purpose::Resume, draft.id.0);
    let mut answer = start::start(&app, &current, draft).await?;
    let own = remember_at(&app, &open.survey, open.address(), &code);
    let lasting = cookie::make(&app.settings, device::COOKIE, open.token, Some(Duration::days(DEVICE_DAYS)));
    // Staff who left without signing out have a cookie here still, with which the device would be taken for theirs.
    let nobodys = cookie::read(&request, staff::SESSION).map(|_| cookie::gone(&app.settings, staff::SESSION));
    for cookie in [own, lasting].into_iter().chain(nobodys) {
        answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    Ok(answer)
}

/// Asks whether somebody is still there, and takes silence for an answer.
pub async fn still(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let Some(open) = Open::find(&app, &token).await? else { return ended(&app, &visitor) };
    let Some(response) = open.response(&request).await? else { return open.forget(&request).await };
    let on = if response.is_draft() { format!("/s/{}/q/-", open.survey) } else { format!("{}/thanks", open.address()) };
    let reset = format!("{}/reset", open.address());
    let mut answer = reply::page(&app, &visitor, &Still { on, reset: reset.clone(), seconds: ANSWER_SECONDS }, StatusCode::OK)?;
    reply::refresh(&mut answer, ANSWER_SECONDS, &reset)?;
    Ok(answer)
}

/// Thanks whoever has sent their answers, for a short while.
pub async fn thanks(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let Some(open) = Open::find(&app, &token).await? else { return ended(&app, &visitor) };
    let sent = open.response(&request).await?.filter(|response| !response.is_draft());
    let Some(response) = sent else { return open.forget(&request).await };
    let (flagged, watch) = watch::sent(&app, &visitor, &response).await?;
    let reset = format!("{}/reset", open.address());
    let page = Thanks {
        receipt: grouped(app.secret.code(Purpose::Receipt, response.id.0).as_str()),
        flagged,
        watch,
        local_line: view::local_line(&app),
        again: format!("{}/thanks", open.address()),
        reset: reset.clone(),
        seconds: THANKS_SECONDS,
    };
    let mut answer = reply::page(&app, &visitor, &page, StatusCode::OK)?;
    reply::refresh(&mut answer, THANKS_SECONDS, &reset)?;
    Ok(answer)
}

/// Forgets what was begun, and shows the start page.
pub async fn reset(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    match Open::find(&app, &token).await? {
        Some(open) => open.forget(&request).await,
        None => ended(&app, &visitor),
    }
}

/// The tablet is in use no more, or never was: the device is free again.
fn ended(app: &App, visitor: &Visitor) -> Result<HttpResponse, Problem> {
    let mut answer = reply::page(app, visitor, &Ended {}, StatusCode::GONE)?;
    let free = cookie::gone(&app.settings, device::COOKIE);
    answer.add_cookie(&free).map_err(|why| Problem::Internal(why.to_string()))?;
    // Else the page would go on to ask whether somebody is still there.
    reply::refresh(&mut answer, app.settings.kiosk_idle_seconds, "/")?;
    Ok(answer)
}
