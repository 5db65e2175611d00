//! The front page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::pages::home::{Home, OpenSurvey};
use super::problem::Problem;
use super::respond::draft::speaks;
use super::visitor::Visitor;
use super::{reply, respond};
use crate::app::App;
use crate::store;

/// Shows what this is and what can be answered.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let mut surveys = Vec::new();
    for (survey, version) in app.store.read("list surveys", store::surveys::list).await? {
        if survey.status != "open" {
            continue;
        }
        let journey = app.catalogue.version(&app.store, version.id).await?;
        let language = speaks(&journey, visitor.locale.language());
        surveys.push(OpenSurvey {
            href: format!("/s/{}", survey.key),
            title: journey.definition().title.in_language(&language).to_owned(),
            lang: respond::view::text_lang(&visitor, &language),
        });
    }
    let answered = app.store.read("any event that answered back", store::answer_publications::any).await?;
    reply::page(&app, &visitor, &Home { surveys, answered }, StatusCode::OK)
}
