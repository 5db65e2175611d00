//! The door for staff: email and password, and out again.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Deserialize;
use validator::Validate;

use super::form::Fields;
use super::language::local;
use super::pages::SignedIn;
use super::pages::account::SignIn;
use super::pages::part::{FieldError, Hidden};
use super::problem::Problem;
use super::respond::view;
use super::visitor::Visitor;
use super::{reply, state};
use crate::app::App;
use crate::domain::access::Role;
use crate::secret::{Purpose, token_hash};
use crate::store::sessions::{NewSession, Signed};
use crate::store::{self, Error, accounts, sessions};

/// The cookie that keeps staff signed in.
pub const SESSION_COOKIE: &str = "saywell-session";

/// Where a commissioner begins.
const HOME: &str = "/commissioner";

/// A session is written to at most so often, in microseconds.
const SEEN_EVERY: i64 = 60_000_000;

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
    if app.tries.must_wait(visitor.address, now) {
        return again(&app, &visitor, &fields, &[("email", "sign-in-too-many")]);
    }
    let typed = Credentials { email: fields.first("email").trim().to_owned(), password: fields.first("password").to_owned() };
    if let Err(faults) = typed.validate() {
        let faults = faults.field_errors();
        let mut wrong: Vec<(&str, &str)> =
            faults.iter().flat_map(|(field, all)| all.iter().map(move |fault| (field.as_ref(), fault.code.as_ref()))).collect();
        wrong.sort_unstable();
        return again(&app, &visitor, &fields, &wrong);
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
    app.tries.count(visitor.address, now);
    again(&app, &visitor, &fields, &[("email", "sign-in-wrong")])
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

fn again(app: &App, visitor: &Visitor, fields: &Fields, wrong: &[(&str, &str)]) -> Result<HttpResponse, Problem> {
    let error = |(field, key): &(&str, &str)| Ok(FieldError::new(*field, visitor.locale.t(key, &[])?));
    let page = SignIn {
        email: fields.first("email").to_owned(),
        errors: wrong.iter().map(error).collect::<Result<_, Problem>>()?,
        hidden: vec![Hidden::new("next", fields.first("next"))],
    };
    reply::page(app, visitor, &page, view::INVALID)
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

/// Somebody signed in as a commissioner. A handler that takes one cannot be reached by anybody else.
pub struct Commissioner {
    pub name: String,
    /// The hash of the session's token.
    session: String,
}

impl Commissioner {
    /// What the header of staff pages shows.
    #[must_use]
    pub fn signed_in(&self, app: &App) -> SignedIn {
        SignedIn { name: self.name.clone(), hidden: vec![Hidden::new("token", app.secret.sign(Purpose::Form, &self.session))] }
    }
}

impl FromRequest for Commissioner {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { admit(&request).await })
    }
}

async fn admit(request: &HttpRequest) -> Result<Commissioner, Problem> {
    let app = state(request);
    let door = || Problem::Elsewhere(format!("/sign-in?next={}", request.path()));
    let session = request.cookie(SESSION_COOKIE).map(|cookie| token_hash(cookie.value())).ok_or_else(door)?;
    let now = app.clock.now();
    let idle_since = now.plus_seconds(-app.settings.session_idle_minutes.saturating_mul(60)).micros();
    let hash = session.clone();
    let found = app.store.read("find session", move |conn| sessions::find(conn, &hash, now.micros(), idle_since)).await?;
    let Signed { name, role, seen_at, .. } = found.ok_or_else(door)?;
    if Role::from_code(&role) != Some(Role::Commissioner) {
        return Err(Problem::NotFound);
    }
    if now.micros() - seen_at > SEEN_EVERY {
        let hash = session.clone();
        app.store.write("session seen", move |tx| sessions::seen(tx, &hash, now.micros())).await?;
    }
    Ok(Commissioner { name, session })
}
