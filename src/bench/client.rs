//! One browser: its own connection, its own cookies, every request timed. It follows no link and knows no survey.

use std::time::{Duration, Instant};

use actix_web::cookie::Cookie;
use actix_web::dev::Decompress;
use actix_web::error::PayloadError;
use actix_web::http::header::ContentEncoding;
use actix_web::web::Bytes;
use futures_util::StreamExt;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_ENCODING, COOKIE, HeaderMap, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{RequestBuilder, StatusCode, Url};

use super::record::{Kind, Record};

/// A request that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a respondent cannot go on, as a sentence for the report.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("{0} had no answer: {1}")]
    NoAnswer(String, String),
    #[error("{0} was answered with {1}")]
    Refused(String, StatusCode),
    #[error("{0} was answered with something that cannot be read: {1}")]
    Unreadable(String, String),
    #[error("{0} leads away from the server, to {1}")]
    LeadsAway(String, String),
    #[error("the page {0} {1}")]
    Page(String, &'static str),
}

/// An answer to a request.
#[derive(Debug)]
pub struct Reply {
    pub url: Url,
    pub status: StatusCode,
    /// Where a redirect leads; always to the same server.
    pub location: Option<Url>,
    pub body: String,
}

/// A browser that nobody has used before.
pub struct Browser {
    http: reqwest::Client,
    cookies: Vec<Cookie<'static>>,
    /// What it has measured so far.
    pub record: Record,
}

impl Browser {
    /// A browser with no cookies and no open connection. Goes through no proxy, whatever the environment says.
    pub fn new() -> reqwest::Result<Self> {
        let http = reqwest::Client::builder().redirect(Policy::none()).timeout(PATIENCE).no_proxy().build()?;
        Ok(Self { http, cookies: Vec::new(), record: Record::default() })
    }

    /// Holds a cookie that it was not given in an answer.
    pub fn holds(&mut self, cookie: Cookie<'static>) {
        self.cookies.push(cookie);
    }

    /// Asks for a page or a file.
    pub async fn get(&mut self, kind: Kind, url: Url) -> Result<Reply, Trouble> {
        let request = self.http.get(url.clone());
        self.send(kind, format!("GET {}", url.path()), url, request).await
    }

    /// Posts a form.
    pub async fn post(&mut self, kind: Kind, url: Url, pairs: &[(String, String)]) -> Result<Reply, Trouble> {
        let request = self.http.post(url.clone()).header(ORIGIN, url.origin().ascii_serialization()).form(pairs);
        self.send(kind, format!("POST {}", url.path()), url, request).await
    }

    async fn send(&mut self, kind: Kind, what: String, url: Url, request: RequestBuilder) -> Result<Reply, Trouble> {
        let reply = self.exchange(kind, what, url, request).await;
        self.record.errors += u64::from(reply.is_err());
        reply
    }

    async fn exchange(&mut self, kind: Kind, what: String, url: Url, request: RequestBuilder) -> Result<Reply, Trouble> {
        let began = Instant::now();
        let answer = self.dressed(&url, request).send().await.map_err(|why| no_answer(&what, &why))?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer.bytes().await.map_err(|why| no_answer(&what, &why))?;
        self.record.request(kind, began.elapsed(), bytes.len());
        self.keep_cookies(&headers);
        self.record.refused += u64::from(matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE));
        if !matches!(status, StatusCode::OK | StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY) {
            return Err(Trouble::Refused(what, status));
        }
        let location = location(&headers, &url, &what)?;
        let body = if kind == Kind::File { String::new() } else { text(&headers, bytes, &what).await? };
        Ok(Reply { url, status, location, body })
    }

    /// The headers every browser sends.
    fn dressed(&self, url: &Url, request: RequestBuilder) -> RequestBuilder {
        let request = request
            .header(ACCEPT, "text/html,text/css;q=0.9,*/*;q=0.8")
            .header(ACCEPT_ENCODING, "gzip, br")
            .header(ACCEPT_LANGUAGE, "en-GB,en;q=0.9")
            .header("sec-fetch-site", "same-origin");
        match cookie_header(&self.cookies, url.path()) {
            Some(cookies) => request.header(COOKIE, cookies),
            None => request,
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        let set = headers.get_all(SET_COOKIE).iter().filter_map(|header| header.to_str().ok());
        for cookie in set.filter_map(|header| Cookie::parse(header.to_owned()).ok()) {
            self.cookies.retain(|kept| (kept.name(), kept.path()) != (cookie.name(), cookie.path()));
            if !cookie.max_age().is_some_and(|age| age.is_zero() || age.is_negative()) {
                self.cookies.push(cookie);
            }
        }
    }
}

/// The cookies that go with a request to that path.
fn cookie_header(cookies: &[Cookie<'static>], path: &str) -> Option<String> {
    let belongs = |cookie: &&Cookie<'static>| {
        let scope = cookie.path().unwrap_or("/");
        path.strip_prefix(scope).is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || scope.ends_with('/'))
    };
    let pairs: Vec<String> = cookies.iter().filter(belongs).map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}

fn no_answer(what: &str, why: &reqwest::Error) -> Trouble {
    // The innermost cause says what happened; the outer ones only repeat the address.
    let innermost = std::iter::successors(Some(why as &dyn std::error::Error), |outer| outer.source()).last();
    Trouble::NoAnswer(what.to_owned(), innermost.map(ToString::to_string).unwrap_or_default())
}

fn location(headers: &HeaderMap, from: &Url, what: &str) -> Result<Option<Url>, Trouble> {
    let Some(header) = headers.get(LOCATION) else { return Ok(None) };
    let leads_away = || Trouble::LeadsAway(what.to_owned(), String::from_utf8_lossy(header.as_bytes()).into_owned());
    let to = header.to_str().ok().and_then(|to| from.join(to).ok()).ok_or_else(leads_away)?;
    if to.origin() == from.origin() { Ok(Some(to)) } else { Err(leads_away()) }
}

/// The body as text, uncompressed.
async fn text(headers: &HeaderMap, body: Bytes, what: &str) -> Result<String, Trouble> {
    let encoding = headers.get(CONTENT_ENCODING).and_then(|header| header.to_str().ok()).and_then(|name| name.parse().ok());
    let mut plain =
        Decompress::new(futures_util::stream::iter([Ok::<_, PayloadError>(body)]), encoding.unwrap_or(ContentEncoding::Identity));
    let mut all = Vec::new();
    while let Some(chunk) = plain.next().await {
        all.extend_from_slice(&chunk.map_err(|why| Trouble::Unreadable(what.to_owned(), why.to_string()))?);
    }
    String::from_utf8(all).map_err(|why| Trouble::Unreadable(what.to_owned(), why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_goes_only_where_it_belongs() {
        let jar = ["everywhere=1; Path=/", "survey=2; Path=/s/a; HttpOnly"].map(|cookie| Cookie::parse(cookie).unwrap());
        assert_eq!(cookie_header(&jar, "/s/a/q/b").as_deref(), Some("everywhere=1; survey=2"));
        assert_eq!(cookie_header(&jar, "/s/a").as_deref(), Some("everywhere=1; survey=2"));
        assert_eq!(cookie_header(&jar, "/s/ab").as_deref(), Some("everywhere=1"));
        assert_eq!(cookie_header(&[], "/"), None);
    }

    #[test]
    fn a_redirect_stays_on_the_server() {
        let from = Url::parse("http://127.0.0.1:8080/s/a").unwrap();
        let to = |target: &'static str| location(&HeaderMap::from_iter([(LOCATION, target.parse().unwrap())]), &from, "GET /s/a");
        assert_eq!(to("/s/a/q/b").unwrap().unwrap().path(), "/s/a/q/b");
        assert!(to("http://127.0.0.1:9090/").is_err() && to("//example.org/").is_err());
    }
}
