//! Cookies: sent over TLS only, out of the reach of scripts, and named so that no other site of the same domain can set
//! them: `__Host-` for the whole of Saywell, `__Secure-` for a part of it. On one's own machine, with `development` switched on, they travel without TLS.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};

use super::state;
use crate::config::Settings;

/// The name of a cookie for the whole of Saywell.
#[must_use]
pub fn name(settings: &Settings, what: &str) -> String {
    if settings.development { format!("saywell-{what}") } else { format!("__Host-saywell-{what}") }
}

/// The value of a cookie for the whole of Saywell.
#[must_use]
pub fn read(request: &HttpRequest, what: &str) -> Option<String> {
    request.cookie(&name(&state(request).settings, what)).map(|cookie| cookie.value().to_owned())
}

/// A cookie for the whole of Saywell; without an age it is gone with the browser.
#[must_use]
pub fn make(settings: &Settings, what: &str, value: String, age: Option<Duration>) -> Cookie<'static> {
    let made = Cookie::build(name(settings, what), value).path("/").http_only(true).same_site(SameSite::Lax);
    let made = made.secure(!settings.development);
    age.map_or(made.clone(), |age| made.max_age(age)).finish()
}

/// The name of a cookie for a part of Saywell.
#[must_use]
pub fn narrow_name(settings: &Settings, what: &str) -> String {
    if settings.development { format!("saywell-{what}") } else { format!("__Secure-saywell-{what}") }
}

/// A cookie for the addresses below `path` alone.
#[must_use]
pub fn narrow(settings: &Settings, what: &str, value: String, path: String, age: Duration) -> Cookie<'static> {
    let made = Cookie::build(narrow_name(settings, what), value).path(path).http_only(true).same_site(SameSite::Lax);
    made.secure(!settings.development).max_age(age).finish()
}

/// What takes a cookie away.
#[must_use]
pub fn gone(settings: &Settings, what: &str) -> Cookie<'static> {
    make(settings, what, String::new(), Some(Duration::ZERO))
}
