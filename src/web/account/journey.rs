//! What a browser remembers on the way to a provider of sign-in and back: sealed, for ten minutes, in a cookie of its own.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, time::Duration};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use crate::app::App;
use crate::clock::Moment;
use crate::config::SignInWith;
use crate::identity::{Departure, Kept};
use crate::keys::Place;
use crate::store::ids::AccountId;
use crate::web::pages::identities::Going;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;
use crate::web::{cookie, reply};

/// The cookie.
pub const COOKIE: &str = "single-sign-on";

/// What its value is sealed for.
const PLACE: Place = Place { column: "cookie.single-sign-on", row: 0 };

/// How long it is good for, in seconds.
const SECONDS: i64 = 600;

/// A sign-in elsewhere that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// The key of the provider.
    provider: String,
    /// The page to go on to.
    pub next: String,
    /// The account that is to be tied to whoever comes back, where that is what it is for.
    tie: Option<i64>,
    began_at: i64,
    kept: Kept,
}

impl Journey {
    /// The account that is to be tied to whoever comes back.
    #[must_use]
    pub fn tie(&self) -> Option<AccountId> {
        self.tie.map(AccountId)
    }

    /// What the provider is asked with.
    #[must_use]
    pub const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// True when an answer of that provider with that state belongs to it.
    fn expects(&self, provider: &str, state: &str, now: Moment) -> bool {
        let same: bool = self.kept.state.as_bytes().ct_eq(state.as_bytes()).into();
        let fresh = now < Moment::from_micros(self.began_at).plus_seconds(SECONDS);
        same && fresh && self.provider == provider
    }
}

/// What a sign-in elsewhere is for.
#[derive(Debug, Clone, Copy)]
pub enum Errand<'a> {
    /// To sign in here, and go on to that page.
    SignIn { next: &'a str },
    /// To tie that account to whoever comes back.
    Tie(AccountId),
}

/// Sends the browser to the provider, with what it must bring back. A page does, and no redirect: our policy forbids that a
/// form leads to another site, and browsers hold redirects after a form against it.
pub fn set_out(
    app: &App,
    visitor: &Visitor,
    provider: &SignInWith,
    departure: Departure,
    errand: Errand<'_>,
) -> Result<HttpResponse, Problem> {
    let (next, tie) = match errand {
        Errand::SignIn { next } => (next, None),
        Errand::Tie(account) => ("", Some(account)),
    };
    let journey = Journey {
        provider: provider.key.clone(),
        next: next.to_owned(),
        tie: tie.map(|account| account.0),
        began_at: app.clock.now().micros(),
        kept: departure.kept,
    };
    let plain = serde_json::to_string(&journey).map_err(|why| Problem::Internal(why.to_string()))?;
    let sealed = app.keys.seal(PLACE, &plain, &app.random).map_err(|why| Problem::Internal(why.to_string()))?;
    let onward = HeaderValue::from_str(&format!("0;url={}", departure.address)).map_err(|why| Problem::Internal(why.to_string()))?;
    let page = Going { name: provider.name.clone(), address: departure.address };
    let mut answer = reply::page(app, visitor, &page, StatusCode::OK)?;
    answer.headers_mut().insert(header::REFRESH, onward);
    let cookie = cookie::make(&app.settings, COOKIE, sealed, Some(Duration::seconds(SECONDS)));
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// The journey that an answer of that provider with that state belongs to; nothing when the browser has begun none, another,
/// or too long ago.
#[must_use]
pub fn resumed(app: &App, sealed: Option<String>, provider: &str, state: &str) -> Option<Journey> {
    let plain = app.keys.open(PLACE, &sealed?).ok()?;
    let journey: Journey = serde_json::from_str(&plain).ok()?;
    Some(journey).filter(|journey| journey.expects(provider, state, app.clock.now()))
}

/// What makes the browser forget it.
#[must_use]
pub fn over(app: &App) -> Cookie<'static> {
    cookie::gone(&app.settings, COOKIE)
}
