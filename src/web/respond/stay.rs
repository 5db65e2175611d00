//! After sending at an event: who wants to hear what becomes of it leaves an address. It is kept with those who are expected,
//! not with the answers, and the page says the same whether or not the address was known: nobody learns who was expected.

use actix_web::cookie::time::Duration;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::draft::remembered;
use super::{done, view};
use crate::app::App;
use crate::domain::care::reach;
use crate::domain::engagement::attendee::{Contact, Source};
use crate::i18n::Locale;
use crate::store::attendees::Attendee;
use crate::store::event_messages::times;
use crate::store::events::{self, Event};
use crate::store::ids::AttendeeId;
use crate::store::responses::Response;
use crate::store::{attendance, organisations};
use crate::web::form::Fields;
use crate::web::pages::done::{Stay, StayForm};
use crate::web::pages::form::{Field, Input};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;
use crate::web::{cookie, pace, reply, state};

/// The offer on the page of somebody who has just sent answers at an event; nothing anywhere else, nor on a shared tablet.
pub async fn offer(request: &HttpRequest, visitor: &Visitor, survey: &str, response: &Response) -> Result<Option<Stay>, Problem> {
    let app = state(request);
    if response.kiosk_id.is_some() || response.entered_by.is_some() {
        return Ok(None);
    }
    let Some((_, holder)) = event_of(app, response).await? else { return Ok(None) };
    let is_asked = request.cookie(&cookie::narrow_name(&app.settings, &mark(survey))).is_some_and(|held| held.value() == of(response));
    let form = if is_asked { None } else { Some(form(&visitor.locale, survey, "", None)?) };
    Ok(Some(Stay { form, holder }))
}

/// The event that a response belongs to, and who holds it.
async fn event_of(app: &App, response: &Response) -> Result<Option<(Event, String)>, Problem> {
    let survey = response.survey_id;
    let find = move |conn: &mut _| {
        let Some(event) = events::by_survey(conn, survey)? else { return Ok(None) };
        let holder = organisations::get(conn, event.organisation_id)?.name;
        Ok(Some((event, holder)))
    };
    Ok(app.store.read("event of response", find).await?)
}

fn form(locale: &Locale, survey: &str, typed: &str, fault: Option<&str>) -> Result<StayForm, Problem> {
    let mut email = Field::new("email", locale.t("stay-email", &[])?, Input::Email { value: typed.to_owned() })
        .hinted(locale.t("stay-email-hint", &[])?);
    if let Some(key) = fault {
        email.errors.push(FieldError::new("email", locale.t(key, &[])?));
    }
    Ok(StayForm { action: format!("/s/{survey}/stay-in-touch"), email })
}

/// The cookie that says for which answers an address was left.
fn mark(survey: &str) -> String {
    format!("{survey}-stay")
}

fn of(response: &Response) -> String {
    response.id.0.to_string()
}

/// Keeps the address, once for each time that answers were sent.
pub async fn stay(
    app: Data<App>,
    visitor: Visitor,
    survey: Path<String>,
    request: HttpRequest,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let response = remembered(&request, &survey).await?.filter(|response| response.status == "submitted").ok_or(Problem::DraftGone)?;
    let back = format!("/s/{survey}/done#stay");
    let Some(Stay { form: Some(_), holder }) = offer(&request, &visitor, &survey, &response).await? else {
        return Ok(reply::see_other(&back));
    };
    let typed = fields.first("email");
    let Some(email) = reach::email(typed) else {
        let fault = if typed.trim().is_empty() { "stay-fault-empty" } else { "stay-fault-email" };
        let form = Some(form(&visitor.locale, &survey, typed, Some(fault))?);
        let page = done::page(&app, &visitor, &response, Some(Stay { form, holder })).await?;
        return reply::page(&app, &visitor, &page, view::INVALID);
    };
    pace::of(&request).address_left(&response)?;
    keep(&app, &response, email).await?;
    let mut answer = reply::see_other(&back);
    let marked = cookie::narrow(&app.settings, &mark(&survey), of(&response), format!("/s/{survey}"), Duration::hours(1));
    answer.add_cookie(&marked).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

async fn keep(app: &App, response: &Response, email: String) -> Result<(), Problem> {
    let Some((event, _)) = event_of(app, response).await? else { return Ok(()) };
    // Somebody leaves an address right after sending: neither a moment nor a number may tell when it was.
    let told_at = times(&event).noted_at(app.clock.now().micros());
    let row = Attendee {
        id: AttendeeId(app.random.timeless_id()),
        event_id: event.id,
        source: Source::Left.code().to_owned(),
        language: response.language.clone(),
        may_email: true,
        wants_news: true,
        added_at: told_at,
        answered_at: Some(told_at),
        ..Attendee::default()
    };
    let row = app.attendees().seal(row, &Contact { email: Some(email), ..Contact::default() })?;
    Ok(app.store.write("stay in touch", move |tx| attendance::left(tx, &row)).await?)
}
