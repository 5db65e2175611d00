//! Leaving a survey: the code to come back with, on this device or another.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::draft::Draft;
use crate::app::App;
use crate::domain::survey::PageKey;
use crate::web::pages::part::grouped;
use crate::web::pages::resume::Later;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// The page the person came from.
#[derive(Debug, Deserialize)]
pub struct From {
    #[serde(default)]
    from: String,
}

/// Shows the code.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    draft: Draft,
    from: Query<From>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let back = match PageKey::parse(&from.from) {
        Some(page) if draft.journey.page(&page).is_some() => format!("/s/{}/q/{page}", draft.key),
        _ => format!("/s/{}/check", draft.key),
    };
    if !draft.may_leave() {
        return Ok(reply::see_other(&back));
    }
    let host = match &app.settings.public_origin {
        Some(origin) => origin.split_once("://").map_or(origin.as_str(), |(_, host)| host).to_owned(),
        None => request.connection_info().host().to_owned(),
    };
    let page = Later {
        code: grouped(draft.resume_code(&app).as_str()),
        until: draft.lasts_until().date(app.clock.zone()),
        address: format!("{host}/resume"),
        back,
    };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}
