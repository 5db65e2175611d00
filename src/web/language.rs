//! Choosing a language: it is kept in a cookie, and the reader comes back to the page they were on.

use actix_web::cookie::time::Duration;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::cookie;
use super::problem::Problem;
use super::visitor::LANGUAGE;
use crate::app::App;
use crate::domain::survey::Language;

/// The page to come back to.
#[derive(Debug, Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// Keeps the language and goes back.
pub async fn choose(app: Data<App>, tag: Path<String>, back: Query<Back>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let known = Language::parse(&tag).filter(|language| app.locales.find(language).is_some()).ok_or(Problem::NotFound)?;
    let cookie = cookie::make(&app.settings, LANGUAGE, known.to_string(), Some(Duration::days(365)));
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header((header::LOCATION, local(came_from(&back.back, &request)))).finish())
}

/// The page named in the query; without one, the page the browser says it came from, if that is ours.
fn came_from<'a>(named: &'a str, request: &'a HttpRequest) -> &'a str {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let referer = || header(header::REFERER);
    let ours = |address: &'a str| {
        let (_, rest) = address.split_once("://")?;
        let (host, _) = rest.split_once('/')?;
        (Some(host) == header(header::HOST)).then(|| rest.get(host.len()..)).flatten()
    };
    if named.is_empty() { referer().and_then(ours).unwrap_or("/") } else { named }
}

/// The address, if it is one of ours; else the front page. `//host` and `/\host` lead elsewhere.
#[must_use]
pub fn local(address: &str) -> &str {
    let is_path = address.starts_with('/') && !address.starts_with("//") && !address.contains('\\');
    if is_path && address.bytes().all(|b| b.is_ascii_graphic()) { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn the_way_back_never_leads_to_another_site() {
        assert_eq!(local("/s/employment/q/hours"), "/s/employment/q/hours");
        for elsewhere in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nb"] {
            assert_eq!(local(elsewhere), "/");
        }
    }
}
