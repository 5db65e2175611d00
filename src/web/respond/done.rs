//! The answers have been sent: the receipt, what happens next, and help where it was called for.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::draft::remembered;
use super::{address, view};
use crate::app::App;
use crate::domain::survey::Step;
use crate::secret::Purpose;
use crate::store::alerts;
use crate::web::pages::part::grouped;
use crate::web::pages::respond::Done;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// Shows the receipt again, as long as this device remembers.
pub async fn show(app: Data<App>, visitor: Visitor, survey: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let response = remembered(&request, &survey).await?.ok_or(Problem::DraftGone)?;
    if response.is_draft() {
        return Ok(reply::see_other(&address(&survey, &Step::Check)));
    }
    let (survey_id, id) = (response.survey_id, response.id);
    let flagged = app.store.read("alerts of response", move |conn| alerts::any(conn, survey_id, id)).await?;
    let receipt = grouped(app.secret.code(Purpose::Receipt, id.0).as_str());
    let page = Done { receipt, flagged, local_line: view::local_line(&app) };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}
