//! Checking that answers have arrived. What was answered is not shown here.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::{Checked, checked, found};
use crate::app::App;
use crate::web::form::Fields;
use crate::web::pages::receipt::Receipt;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// Asks for the code.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &Receipt::default(), StatusCode::OK)
}

/// Says what the code stands for.
pub async fn check(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    match checked(&app, &visitor, &fields).await? {
        Checked::Held(held) => reply::page(&app, &visitor, &found(&app, &visitor, &held, None)?, StatusCode::OK),
        Checked::Again(page) => Ok(page),
    }
}
