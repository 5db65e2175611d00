//! What stands around every request: forms from other sites are refused, faults become pages in the reader's language,
//! and every answer carries the headers that keep it safe.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, HttpResponse, ResponseError};

use super::pages::errors::ErrorPage;
use super::problem::Problem;
use super::visitor::Visitor;
use super::{reply, state};
use crate::config::Settings;
use crate::domain::survey::SurveyKey;

/// Nothing from elsewhere, no script or style inside a page, no frame around it.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
];

/// Around every request.
pub async fn frame(mut request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    if *request.method() == Method::HEAD {
        // The same as a page that is read; the server leaves its body away.
        request.head_mut().method = Method::GET;
    }
    if is_foreign(&request) {
        let answer = page_of(request.request(), &Problem::Foreign);
        return Ok(request.into_response(dressed(answer)));
    }
    let answer = next.call(request).await?;
    let problem = problem_of(&answer);
    let answer = answer.map_into_boxed_body();
    let Some(problem) = problem else {
        return Ok(answer.map_body(|head, body| {
            dress(head.headers_mut());
            body
        }));
    };
    let (request, _) = answer.into_parts();
    let page = dressed(page_of(&request, &problem));
    Ok(ServiceResponse::new(request, page))
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
        404 | 405 => Problem::NotFound,
        413 => Problem::TooLarge,
        503 => Problem::Busy,
        500..=599 => Problem::Internal(format!("status {status}")),
        _ => Problem::Unreadable,
    }
}

/// The page of a problem; should even that fail, a plain sentence.
fn page_of(request: &HttpRequest, problem: &Problem) -> HttpResponse {
    match problem {
        Problem::Elsewhere(to) => return reply::see_other(to),
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
    if matches!(problem, Problem::Busy | Problem::TooManyTries) {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    answer
}

/// The survey that the person was in.
fn way_back(request: &HttpRequest) -> Option<String> {
    let survey = request.path().strip_prefix("/s/")?.split('/').next()?;
    SurveyKey::parse(survey).map(|key| format!("/s/{key}"))
}

fn dressed(mut answer: HttpResponse) -> HttpResponse {
    dress(answer.headers_mut());
    answer
}

fn dress(headers: &mut HeaderMap) {
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// True for a form that another site sent. Browsers say so in `Sec-Fetch-Site`; older ones in `Origin`.
fn is_foreign(request: &ServiceRequest) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    match header(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => return false,
        Some(_) => return true,
        None => {}
    }
    let host = header(header::HOST).unwrap_or_default();
    header(header::ORIGIN).is_some_and(|origin| !is_ours(origin, host, &state(request.request()).settings))
}

fn is_ours(origin: &str, host: &str, settings: &Settings) -> bool {
    match &settings.public_origin {
        Some(public) => origin == public,
        None => origin.split_once("://").is_some_and(|(_, named)| named == host),
    }
}
