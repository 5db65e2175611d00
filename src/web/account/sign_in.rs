//! The door for staff: email and password. What comes after is the second factor.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;
use validator::Validate;

use crate::app::App;
use crate::domain::access::Factor;
use crate::store::{Error, accounts};
use crate::web::form::Fields;
use crate::web::language::local;
use crate::web::pages::account::SignIn;
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::problem::Problem;
use crate::web::respond::view;
use crate::web::session::{self, Beginning};
use crate::web::visitor::Visitor;
use crate::web::reply;

/// Where staff begin.
const HOME: &str = "/staff";

/// The page to go on to.
#[derive(Debug, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// What was typed at the door.
#[derive(Validate)]
struct Credentials {
    #[validate(length(min = 1, max = 254, code = "sign-in-email-empty"))]
    email: String,
    #[validate(length(min = 1, max = 256, code = "sign-in-password-empty"))]
    password: String,
}

/// Asks for email and password.
pub async fn show(app: Data<App>, visitor: Visitor, next: Query<Next>) -> Result<HttpResponse, Problem> {
    let page = SignIn { hidden: vec![Hidden::new("next", &next.next)], ..SignIn::default() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Signs in. Whether the address or the password was wrong is not said.
pub async fn sign_in(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    if app.sign_in_tries.must_wait(visitor.address, now) {
        return again(&app, &visitor, &fields, &[("email", "sign-in-too-many")], StatusCode::TOO_MANY_REQUESTS);
    }
    let typed = Credentials { email: fields.first("email").trim().to_owned(), password: fields.first("password").to_owned() };
    if let Err(faults) = typed.validate() {
        let faults = faults.field_errors();
        let mut wrong: Vec<(&str, &str)> =
            faults.iter().flat_map(|(field, all)| all.iter().map(move |fault| (field.as_ref(), fault.code.as_ref()))).collect();
        wrong.sort_unstable();
        return again(&app, &visitor, &fields, &wrong, view::INVALID);
    }
    let email = typed.email.clone();
    let account = match app.store.read("find account", move |conn| accounts::find(conn, &email)).await {
        Ok(account) => Some(account),
        Err(Error::NotFound) => None,
        Err(why) => return Err(why.into()),
    };
    let right = app.passwords.check(typed.password, account.as_ref().and_then(|account| account.password_hash.clone())).await;
    if let Some(account) = account.filter(|_| right) {
        let beginning = Beginning { account: account.id, factor: Some(Factor::Waived), is_enrolling: false, replaces: None };
        let cookie = session::begin(&app, &visitor, beginning).await?;
        let next = fields.first("next");
        let mut answer = reply::see_other(&format!("{}#", if next.is_empty() { HOME } else { local(next) }));
        answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
        return Ok(answer);
    }
    app.sign_in_tries.count(visitor.address, now);
    again(&app, &visitor, &fields, &[("email", "sign-in-wrong")], view::INVALID)
}

fn again(app: &App, visitor: &Visitor, fields: &Fields, wrong: &[(&str, &str)], status: StatusCode) -> Result<HttpResponse, Problem> {
    let error = |(field, key): &(&str, &str)| Ok(FieldError::new(*field, visitor.locale.t(key, &[])?));
    let page = SignIn {
        email: fields.first("email").to_owned(),
        errors: wrong.iter().map(error).collect::<Result<_, Problem>>()?,
        hidden: vec![Hidden::new("next", fields.first("next"))],
    };
    reply::page(app, visitor, &page, status)
}
