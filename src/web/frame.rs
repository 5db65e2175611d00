//! What stands around every request: what asks too much, too often or from another site is refused, faults become pages in
//! the reader's language, and every answer carries the headers that keep it safe.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{ConnectionType, Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, ResponseError};

use super::headers::dress;
use super::kiosk::device;
use super::pages::errors::ErrorPage;
use super::problem::Problem;
use super::visitor::Visitor;
use super::{bounds, origin, pace, refusal, reply, routes, state};
use crate::domain::survey::SurveyKey;

/// Marks a request for the head of a page alone: nobody sees the page.
#[derive(Debug, Clone, Copy)]
pub struct HeadOnly;

/// Around every request.
pub async fn frame(mut request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    if *request.method() == Method::HEAD {
        // The same as a page that is read; the server leaves its body away.
        request.extensions_mut().insert(HeadOnly);
        request.head_mut().method = Method::GET;
    }
    if let Err(problem) = admit(request.request()) {
        let page = refused(request.request(), &problem).await;
        return Ok(request.into_response(page));
    }
    let answer = next.call(request).await?;
    let problem = problem_of(&answer);
    let (request, answer) = answer.map_into_boxed_body().into_parts();
    let answer = match problem {
        Some(problem) => refused(&request, &problem).await,
        None => dressed(&request, answer),
    };
    Ok(ServiceResponse::new(request, answer))
}

/// What is refused before any handler sees it.
fn admit(request: &HttpRequest) -> Result<(), Problem> {
    bounds::hold(request)?;
    if origin::is_foreign(request) {
        return Err(Problem::Foreign);
    }
    device::hold(request)?;
    pace::hold(request)
}

/// The page of a problem, after it was recorded where somebody who is signed in is behind it.
async fn refused(request: &HttpRequest, problem: &Problem) -> HttpResponse {
    refusal::record(request, problem).await;
    dressed(request, page_of(request, problem))
}

/// What went wrong, if anything did: ours, or one that the server found before any handler.
fn problem_of<B>(answer: &ServiceResponse<B>) -> Option<Problem> {
    if let Some(why) = answer.response().error() {
        return Some(why.as_error().cloned().unwrap_or_else(|| by_status(why.as_response_error().status_code())));
    }
    let bare = answer.headers().get(header::CONTENT_TYPE).is_none();
    (bare && answer.status().is_client_error()).then(|| by_status(answer.status()))
}

fn by_status(status: StatusCode) -> Problem {
    match status.as_u16() {
        404 => Problem::NotFound,
        405 => Problem::WrongMethod,
        413 => Problem::TooLarge,
        415 => Problem::NotAForm,
        503 => Problem::Busy,
        500..=599 => Problem::Internal(format!("status {status}")),
        _ => Problem::Unreadable,
    }
}

/// The page of a problem; should even that fail, a plain sentence.
fn page_of(request: &HttpRequest, problem: &Problem) -> HttpResponse {
    match problem {
        Problem::Elsewhere(to) => return reply::see_other(to),
        Problem::DraftGone if let Some(home) = device::home(request) => return reply::see_other(&home),
        Problem::Internal(why) => tracing::error!(why, "a fault of ours"),
        _ => {}
    }
    let visitor = Visitor::of(request);
    let page = ErrorPage::new(problem.key(), way_back(request).as_deref());
    let mut answer = reply::page(state(request), &visitor, &page, problem.status_code()).unwrap_or_else(|why| {
        tracing::error!(%why, "the page of a problem could not be made");
        HttpResponse::build(problem.status_code())
            .content_type("text/plain; charset=utf-8")
            .body("Something went wrong. Please try again later.\n")
    });
    say_more(request, problem, &mut answer);
    answer
}

/// What programs are told about a problem, beside the page that people read.
fn say_more(request: &HttpRequest, problem: &Problem, answer: &mut HttpResponse) {
    match problem {
        Problem::Busy | Problem::TooManyTries => {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        Problem::TooFast { seconds } => {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
        }
        Problem::WrongMethod => {
            let methods = request.match_pattern().map(|address| routes::methods(&address)).unwrap_or_default();
            if let Ok(methods) = HeaderValue::from_str(&methods) {
                answer.headers_mut().insert(header::ALLOW, methods);
            }
        }
        // The rest of what was being sent is not waited for.
        Problem::TooSlow | Problem::TooLarge => answer.head_mut().set_connection_type(ConnectionType::Close),
        _ => {}
    }
}

/// The survey that the person was in.
fn way_back(request: &HttpRequest) -> Option<String> {
    let survey = request.path().strip_prefix("/s/")?.split('/').next()?;
    SurveyKey::parse(survey).map(|key| format!("/s/{key}"))
}

fn dressed(request: &HttpRequest, mut answer: HttpResponse) -> HttpResponse {
    device::watch(request, answer.headers_mut());
    dress(answer.headers_mut(), request.path(), &state(request).settings);
    answer
}
