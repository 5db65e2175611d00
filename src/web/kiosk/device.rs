//! What makes a device a shared tablet: a cookie, set when somebody presses "start" on the page of one. Around every request
//! of such a device stands that its pages go back to the start after a while, and that nothing but its survey opens. Where
//! staff have signed in, the device is theirs as long as they are.

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderMap, HeaderValue, REFRESH};

use crate::web::problem::Problem;
use crate::web::staff::SESSION;
use crate::web::{cookie, state};

/// The cookie that holds the token of the tablet.
pub const COOKIE: &str = "kiosk";

/// Characters of a token.
const TOKEN: usize = 43;

/// The start page of the tablet that this device is.
#[must_use]
pub fn home(request: &HttpRequest) -> Option<String> {
    let token = cookie::read(request, COOKIE)?;
    let is_token = token.len() == TOKEN && token.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    (is_token && cookie::read(request, SESSION).is_none()).then(|| format!("/k/{token}"))
}

/// Leads a tablet back where a page is not for it: other surveys, personal links, codes of what was begun or sent elsewhere.
pub fn hold(request: &HttpRequest) -> Result<(), Problem> {
    let path = request.path();
    let is_start = path.strip_prefix("/s/").is_some_and(|survey| !survey.contains('/'));
    let is_elsewhere =
        is_start || path.starts_with("/i/") || path.starts_with("/e/") || matches!(path, "/" | "/join" | "/resume" | "/receipt");
    match home(request).filter(|_| is_elsewhere) {
        Some(home) => Err(Problem::Elsewhere(home)),
        None => Ok(()),
    }
}

/// Has the pages of a tablet ask after a while whether somebody is still there.
pub fn watch(request: &HttpRequest, headers: &mut HeaderMap) {
    let is_page = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let Some(home) = home(request).filter(|home| is_page && request.path() != home && !headers.contains_key(REFRESH)) else { return };
    let seconds = state(request).settings.kiosk_idle_seconds;
    if let Ok(value) = HeaderValue::from_str(&format!("{seconds}; url={home}/still")) {
        headers.insert(REFRESH, value);
    }
}
