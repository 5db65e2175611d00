//! Coming back to a draft on another device, with its code.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::form::Fields;
use super::pages::part::FieldError;
use super::pages::resume::Resume;
use super::problem::Problem;
use super::reply;
use super::respond::draft::remember;
use super::respond::view;
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::care::code::Code;
use crate::secret::Purpose;
use crate::store::responses::Response;
use crate::store::{self, Error};

/// Asks for the code.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &Resume::default(), StatusCode::OK)
}

/// Opens the draft that the code belongs to, on this device.
pub async fn open(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    if app.tries.must_wait(visitor.address, &visitor.device, now) {
        return Err(Problem::TooManyTries);
    }
    let typed = fields.first("code");
    if typed.trim().is_empty() {
        return again(&app, &visitor, typed, "resume-code-empty");
    }
    let found = match Code::parse(typed) {
        Some(code) => find(&app, &code).await?.map(|found| (found, code)),
        None => None,
    };
    let Some(((response, key), code)) = found.filter(|((response, _), _)| response.is_draft() && response.expires_at > now.micros()) else {
        app.tries.count(visitor.address, &visitor.device, now);
        return again(&app, &visitor, typed, "resume-code-wrong");
    };
    tracing::debug!(revision = response.revision, "a draft was resumed");
    let mut answer = reply::see_other(&format!("/s/{key}/q/-#"));
    answer.add_cookie(&remember(&app, &key, &code)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

async fn find(app: &App, code: &Code) -> Result<Option<(Response, String)>, Error> {
    let hash = app.secret.code_hash(Purpose::Resume, code);
    let found = app.store.read("resume", move |conn| {
        let Some(response) = store::responses::by_resume_hash(conn, &hash)? else { return Ok(None) };
        let key = store::surveys::key_of(conn, response.survey_id)?;
        Ok(Some((response, key)))
    });
    found.await
}

fn again(app: &App, visitor: &Visitor, typed: &str, key: &str) -> Result<HttpResponse, Problem> {
    let errors = vec![FieldError::new("code", visitor.locale.t(key, &[])?)];
    reply::page(app, visitor, &Resume { code: typed.to_owned(), errors, hidden: Vec::new() }, view::INVALID)
}
