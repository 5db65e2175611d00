//! The pages that the foot of every page links to.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::join::phone;
use super::pages::statements::{Accessibility, Cookie, Cookies, Help, Privacy};
use super::problem::Problem;
use super::respond::view::local_line;
use super::visitor::Visitor;
use super::{cookie, reply, staff, visitor};
use crate::app::App;

/// Where to get help now.
pub async fn help(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let page = Help { local_line: local_line(&app), contact: app.settings.contact.clone() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// What is kept about a person who answers.
pub async fn privacy(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let page = Privacy {
        draft_days: u32::try_from(app.settings.draft_days).unwrap_or(u32::MAX),
        contact: app.settings.contact.clone(),
        notice: app.settings.privacy_notice.clone(),
    };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// How far the pages can be used by everyone.
pub async fn accessibility(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let page = Accessibility { contact: app.settings.contact.clone() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Every cookie and what it is for.
pub async fn cookies(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let row = |name: &str, purpose_key| Cookie { name: name.to_owned(), purpose_key };
    let cookies = vec![
        row(&cookie::narrow_name(&app.settings, "…"), "cookies-draft"),
        row(&cookie::name(&app.settings, visitor::LANGUAGE), "cookies-language"),
        row(&cookie::name(&app.settings, phone::COOKIE), "cookies-phone"),
        row(&cookie::name(&app.settings, staff::SESSION), "cookies-session"),
    ];
    reply::page(&app, &visitor, &Cookies { cookies }, StatusCode::OK)
}
