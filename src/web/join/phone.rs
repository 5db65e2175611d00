//! What tells one phone in a hall from the others: a cookie that says nothing about anybody and is gone with the browser. Two
//! hundred phones of one kind behind one address are two hundred, and none slows another.

use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::web::problem::Problem;
use crate::web::{cookie, state};

/// The cookie of a phone.
pub const COOKIE: &str = "phone";

/// What this phone is known by, once it has opened a page for joining.
#[must_use]
pub fn held(request: &HttpRequest) -> Option<String> {
    cookie::read(request, COOKIE).filter(|value| !value.is_empty())
}

/// Has a phone that is not known yet say from now on that it is the same.
pub fn know(app: &App, request: &HttpRequest, answer: &mut HttpResponse) -> Result<(), Problem> {
    if held(request).is_some() {
        return Ok(());
    }
    let cookie = cookie::make(&state(request).settings, COOKIE, app.random.token(), None);
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))
}
