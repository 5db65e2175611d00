//! The door for staff: email and password, and out again.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;
use validator::Validate;

use super::form::Fields;
use super::language::local;
use super::pages::account::SignIn;
use super::pages::part::{FieldError, Hidden};
use super::problem::Problem;
use super::reply;
use super::respond::view;
use super::staff::{Commissioner, SESSION_COOKIE};
use super::visitor::Visitor;
use crate::app::App;
use crate::secret::{Purpose, token_hash};
use crate::store::sessions::NewSession;
use crate::store::{self, Error, accounts, sessions};

/// Where a commissioner begins.
const HOME: &str = "/commissioner";

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
    let right = app.passwords.check(typed.password, account.as_ref().map(|account| account.password_hash.clone())).await;
    if let Some(account) = account.filter(|_| right) {
        return begin(&app, account.id, fields.first("next")).await;
    }
    app.sign_in_tries.count(visitor.address, now);
    again(&app, &visitor, &fields, &[("email", "sign-in-wrong")], view::INVALID)
}

async fn begin(app: &App, account_id: store::ids::AccountId, next: &str) -> Result<HttpResponse, Problem> {
    let (token, now) = (app.random.token(), app.clock.now());
    let ends = now.plus_seconds(app.settings.session_hours.saturating_mul(3600));
    let hash = token_hash(&token);
    let row = move || NewSession {
        token_hash: hash.clone(),
        account_id,
        created_at: now.micros(),
        seen_at: now.micros(),
        expires_at: ends.micros(),
    };
    app.store.write("begin session", move |tx| sessions::add(tx, &row())).await?;
    let to = if next.is_empty() { HOME } else { local(next) };
    let mut answer = reply::see_other(&format!("{to}#"));
    answer.add_cookie(&cookie(app, token)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

fn cookie(app: &App, token: String) -> Cookie<'static> {
    let kept = Cookie::build(SESSION_COOKIE, token).path("/").http_only(true).same_site(SameSite::Lax).secure(app.settings.is_https());
    kept.finish()
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

/// Signs out, at once and for good.
pub async fn sign_out(app: Data<App>, staff: Commissioner, fields: Fields) -> Result<HttpResponse, Problem> {
    if !app.secret.is_ours(Purpose::Form, &staff.session, fields.first("token")) {
        return Err(Problem::Tampered);
    }
    let session = staff.session.clone();
    app.store.write("end session", move |tx| sessions::end(tx, &session)).await?;
    let mut answer = reply::see_other("/sign-in");
    let mut gone = cookie(&app, String::new());
    gone.set_max_age(Duration::ZERO);
    answer.add_cookie(&gone).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}
