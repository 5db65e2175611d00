//! Where a form was sent from. Forms from other sites are refused before anything reads them; forms of staff carry a token
//! as well.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName};

use super::state;
use crate::config::Settings;

/// True for a form that another site sent. Browsers say so in `Sec-Fetch-Site`; older ones in `Origin`.
pub fn is_foreign(request: &HttpRequest) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let header = |name: HeaderName| request.headers().get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match header(HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => return false,
        Some(_) => return true,
        None => {}
    }
    let host = header(header::HOST).unwrap_or_default();
    header(header::ORIGIN).is_some_and(|origin| !is_ours(origin, host, &state(request).settings))
}

fn is_ours(origin: &str, host: &str, settings: &Settings) -> bool {
    match &settings.public_origin {
        Some(public) => origin == public,
        None => origin.split_once("://").is_some_and(|(_, named)| named == host),
    }
}
