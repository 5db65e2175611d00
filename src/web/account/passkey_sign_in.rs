//! The way in with a passkey, after the password.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};

use super::passkey_shown::{challenge, is_shown};
use super::sign_in::{Next, onto};
use crate::app::App;
use crate::domain::access::Factor;
use crate::web::ceremony::Whose;
use crate::web::pages::factors::PasskeySignIn;
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::session::{self, Beginning};
use crate::web::staff::{HalfSigned, form_token};
use crate::web::visitor::Visitor;

/// Asks the browser for a passkey.
pub async fn show(app: Data<App>, visitor: Visitor, half: HalfSigned, next: Query<Next>) -> Result<HttpResponse, Problem> {
    asking(&app, &visitor, &half, &next.next, Vec::new()).await
}

/// Signs in with the passkey that the browser showed.
pub async fn sign_in(app: Data<App>, visitor: Visitor, half: HalfSigned, form: Posted) -> Result<HttpResponse, Problem> {
    if !is_shown(&app, &visitor, &whose(&half), form.first("credential")).await? {
        let error = FieldError::new("passkey", visitor.locale.t("passkey-not-shown", &[])?);
        return asking(&app, &visitor, &half, form.first("next"), vec![error]).await;
    }
    let beginning =
        Beginning { account: half.account, factor: Some(Factor::Passkey), is_enrolling: false, replaces: Some(half.session.clone()) };
    session::enter(&app, &visitor, beginning, onto(form.first("next"))).await
}

fn whose(half: &HalfSigned) -> Whose {
    Whose { account: half.account, session: half.session.clone() }
}

/// The page that asks the browser, with a challenge of its own.
async fn asking(app: &App, visitor: &Visitor, half: &HalfSigned, next: &str, errors: Vec<FieldError>) -> Result<HttpResponse, Problem> {
    let Some(options) = challenge(app, &whose(half)).await? else { return Ok(reply::see_other("/sign-in/second")) };
    let status = if errors.is_empty() { StatusCode::OK } else { view::INVALID };
    let mut hidden = form_token(app, &half.session);
    hidden.push(Hidden::new("next", next));
    reply::page(app, visitor, &PasskeySignIn { options, errors, hidden }, status)
}
