//! Checking that answers have arrived, with the receipt code. What was answered is not shown.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::form::Fields;
use super::pages::part::{FieldError, grouped};
use super::pages::receipt::{Found, Receipt};
use super::problem::Problem;
use super::reply;
use super::respond::{draft::speaks, view};
use super::visitor::Visitor;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::code::Code;
use crate::secret::Purpose;
use crate::store;
use crate::store::responses::Response;

/// Asks for the code.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &Receipt::default(), StatusCode::OK)
}

/// Says what the code stands for.
pub async fn check(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    if app.tries.must_wait(visitor.address, &visitor.device, now) {
        return Err(Problem::TooManyTries);
    }
    let typed = fields.first("code");
    if typed.trim().is_empty() {
        return again(&app, &visitor, typed, "receipt-code-empty");
    }
    let Some((code, response)) = find(&app, typed).await? else {
        app.tries.count(visitor.address, &visitor.device, now);
        return again(&app, &visitor, typed, "receipt-code-wrong");
    };
    let journey = app.catalogue.version(&app.store, response.version_id).await?;
    let language = speaks(&journey, visitor.locale.language());
    let page = Found {
        receipt: grouped(code.as_str()),
        survey: journey.definition().title.in_language(&language).to_owned(),
        received: Moment::from_micros(response.submitted_at.unwrap_or(response.saved_at)).date(app.clock.zone()),
        text_lang: view::text_lang(&visitor, &language),
    };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

async fn find(app: &App, typed: &str) -> Result<Option<(Code, Response)>, Problem> {
    let Some(code) = Code::parse(typed) else { return Ok(None) };
    let hash = app.secret.code_hash(Purpose::Receipt, &code);
    let found = app.store.read("receipt", move |conn| store::responses::by_receipt_hash(conn, &hash)).await?;
    Ok(found.map(|response| (code, response)))
}

fn again(app: &App, visitor: &Visitor, typed: &str, key: &str) -> Result<HttpResponse, Problem> {
    let errors = vec![FieldError::new("code", visitor.locale.t(key, &[])?)];
    reply::page(app, visitor, &Receipt { code: typed.to_owned(), errors, hidden: Vec::new() }, view::INVALID)
}
