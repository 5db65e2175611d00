//! Where the code of an event is typed. Only wrong codes are counted, for each phone by itself; a right one always leads on.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::{Found, address, phone};
use crate::app::App;
use crate::domain::engagement::{JoinCode, Misread};
use crate::i18n::{Locale, MissingMessage};
use crate::web::form::Fields;
use crate::web::pages::join::{Join, TooMany};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::respond::view::INVALID;
use crate::web::visitor::Visitor;
use crate::web::{pace, reply};

/// Asks for the code.
pub async fn show(app: Data<App>, visitor: Visitor, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let page = Join { code: String::new(), errors: Vec::new() };
    let mut answer = reply::page(&app, &visitor, &page, StatusCode::OK)?;
    phone::know(&app, &request, &mut answer)?;
    Ok(answer)
}

/// Leads to the event of the code.
pub async fn join(app: Data<App>, visitor: Visitor, request: HttpRequest, fields: Fields) -> Result<HttpResponse, Problem> {
    let typed = fields.first("code");
    let fault = match JoinCode::read(typed) {
        // A wrong code before may have sent the browser to the summary of errors: it is to begin at the top.
        Ok(code) if Found::by(&app, &code).await?.is_some() => return Ok(reply::see_other(&format!("{}#", address(&code)))),
        Ok(_) => None,
        Err(fault) => Some(fault),
    };
    wrong(&app, &visitor, &request, (typed, fault), INVALID)
}

/// The page of a code that leads nowhere, with what was typed; or one that asks to wait, where there were many.
pub fn wrong(
    app: &App,
    visitor: &Visitor,
    request: &HttpRequest,
    (typed, fault): (&str, Option<Misread>),
    status: StatusCode,
) -> Result<HttpResponse, Problem> {
    let is_wrong = fault != Some(Misread::Empty);
    if is_wrong && pace::of(request).wrong_code(request, &visitor.device).is_err() {
        return reply::page(app, visitor, &TooMany {}, StatusCode::TOO_MANY_REQUESTS);
    }
    // What is no code at all may be anything; as much is shown again as a field would take.
    let code = typed.chars().take(MOST).collect();
    let page = Join { code, errors: vec![FieldError::new("code", sentence(&visitor.locale, fault)?)] };
    let mut answer = reply::page(app, visitor, &page, status)?;
    phone::know(app, request, &mut answer)?;
    Ok(answer)
}

/// The most characters of a wrong code that are shown again.
const MOST: usize = 40;

fn sentence(locale: &Locale, fault: Option<Misread>) -> Result<String, MissingMessage> {
    match fault {
        None => locale.t("join-fault-unknown", &[]),
        Some(Misread::Empty) => locale.t("join-fault-empty", &[]),
        Some(Misread::Length(length)) => locale.t("join-fault-length", &[("length", i64::try_from(length).unwrap_or(i64::MAX).into())]),
        Some(Misread::Strange(strange)) if strange.is_ascii_alphanumeric() => {
            locale.t("join-fault-look-alike", &[("sign", strange.to_string().into())])
        }
        Some(Misread::Strange(_)) => locale.t("join-fault-sign", &[]),
    }
}
