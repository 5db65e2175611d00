//! Staff who are signed in. A handler that takes one of these cannot be reached by anybody else.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::pages::SignedIn;
use super::pages::part::Hidden;
use super::problem::Problem;
use super::reply::encoded;
use super::state;
use crate::app::App;
use crate::domain::access::Role;
use crate::secret::{Purpose, token_hash};
use crate::store::sessions::{self, Signed};

/// The cookie that keeps staff signed in.
pub const SESSION_COOKIE: &str = "saywell-session";

/// A session is written to at most so often, in microseconds.
const SEEN_EVERY: i64 = 60_000_000;

/// Somebody signed in as a commissioner.
pub struct Commissioner {
    pub name: String,
    /// The hash of the session's token.
    pub(super) session: String,
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
    let door = || Problem::Elsewhere(format!("/sign-in?next={}", encoded(request.uri().path_and_query().map_or("/", |at| at.as_str()))));
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
