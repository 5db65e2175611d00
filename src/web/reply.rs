//! The few shapes that an answer has: a page, or a way on.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::pages::part::LanguageLink;
use super::pages::{Banner, Chrome, Page, SignedIn};
use super::problem::Problem;
use super::staff::Member;
use super::visitor::Visitor;
use crate::app::App;
use crate::i18n::Locale;

/// A page in the visitor's language.
pub fn page(app: &App, visitor: &Visitor, page: &impl Page, status: StatusCode) -> Result<HttpResponse, Problem> {
    html(app, visitor, page, status, None)
}

/// A page for somebody who is signed in.
pub fn staff_page(app: &App, visitor: &Visitor, page: &impl Page, staff: &Member) -> Result<HttpResponse, Problem> {
    html(app, visitor, page, StatusCode::OK, Some(staff.signed_in(app)))
}

/// A form that staff posted, shown again with what is wrong in it.
pub fn staff_again(app: &App, visitor: &Visitor, page: &impl Page, staff: &Member) -> Result<HttpResponse, Problem> {
    html(app, visitor, page, StatusCode::UNPROCESSABLE_ENTITY, Some(staff.signed_in(app)))
}

/// A page with or without somebody signed in.
pub fn html(
    app: &App,
    visitor: &Visitor,
    page: &impl Page,
    status: StatusCode,
    signed_in: Option<SignedIn>,
) -> Result<HttpResponse, Problem> {
    rendered(app, page, status, &Chrome { signed_in, ..chrome(app, visitor)? })
}

/// A page of a survey on which staff enter somebody's answers; like [`page`] where nobody does.
pub fn entered(
    app: &App,
    visitor: &Visitor,
    page: &impl Page,
    status: StatusCode,
    entering: Option<Banner>,
) -> Result<HttpResponse, Problem> {
    rendered(app, page, status, &Chrome { entering, ..chrome(app, visitor)? })
}

fn chrome(app: &App, visitor: &Visitor) -> Result<Chrome, Problem> {
    Ok(Chrome {
        locale: visitor.locale.clone(),
        organisation: app.settings.organisation.clone(),
        languages: languages(app, visitor)?,
        signed_in: None,
        entering: None,
    })
}

fn rendered(app: &App, page: &impl Page, status: StatusCode, chrome: &Chrome) -> Result<HttpResponse, Problem> {
    let html = app.pages.render(page, chrome).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

/// Every language that the pages speak.
fn languages(app: &App, visitor: &Visitor) -> Result<Vec<LanguageLink>, Problem> {
    app.locales.iter().map(|locale| language_link(visitor, locale)).collect()
}

/// The way to a language, and back to the page that the reader is on.
pub fn language_link(visitor: &Visitor, locale: &Locale) -> Result<LanguageLink, Problem> {
    let tag = locale.language().to_string();
    // The token of a link belongs into no query, where proxies log it: there the browser says where it came from.
    let is_link = ["/e/", "/i/", "/k/", "/welcome/"].iter().any(|start| visitor.path.starts_with(start));
    Ok(LanguageLink {
        name: locale.name()?,
        href: if is_link { format!("/language/{tag}") } else { format!("/language/{tag}?back={}", encoded(&visitor.path)) },
        current: locale.language() == visitor.locale.language(),
        tag,
    })
}

/// What is not written plainly in the value of a query.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_');

/// A text as the value of a query.
#[must_use]
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// The way on after a form: another page.
#[must_use]
pub fn see_other(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, to)).finish()
}

/// Has the browser go on by itself, without a script.
pub fn refresh(answer: &mut HttpResponse, seconds: u32, to: &str) -> Result<(), Problem> {
    let value = format!("{seconds}; url={to}").parse().map_err(|_| Problem::Internal("an address that is no header".to_owned()))?;
    answer.headers_mut().insert(header::REFRESH, value);
    Ok(())
}
