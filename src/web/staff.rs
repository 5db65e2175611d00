//! Staff who are signed in. A handler that takes [`Staff`] cannot be reached by anybody else, nor by staff whose roles do
//! not permit what it asks for: they are told that there is no such page, and it is recorded.

use std::future::Future;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest};

use super::ceremony::Whose;
use super::pages::SignedIn;
use super::pages::part::Hidden;
use super::problem::Problem;
use super::reply::encoded;
use super::right::Right;
use super::visitor::Visitor;
use super::{cookie, state};
use crate::app::App;
use crate::domain::access::{Action, Event, Permission, Role, truncated};
use crate::secret::token_hash;
use crate::store::accounts::{self, Grant};
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::sessions::{self, Signed};
use crate::store::{Conn, audit};

/// The cookie that keeps staff signed in.
pub const SESSION: &str = "session";

/// A session is written to at most so often, in microseconds.
const SEEN_EVERY: i64 = 60_000_000;

/// The query of a page that asks for itself again: nobody has pressed anything, so the session is not in use.
pub const UNATTENDED: &str = "by-itself=yes";

/// How long somebody who showed who they are may do dangerous things, in seconds.
const FRESH_SECONDS: i64 = 600;

/// Somebody who is signed in, with whatever they may do.
#[derive(Debug, Clone)]
pub struct Member {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub language: String,
    /// Whom they work for.
    pub organisation: OrganisationId,
    pub grants: Vec<Grant>,
    /// What their own list of sessions calls this one.
    pub session_id: i64,
    /// The hash of the session's token.
    pub(super) session: String,
    confirmed_at: i64,
    network: String,
}

/// Somebody signed in who has that right.
pub struct Staff<R: Right>(Member, PhantomData<R>);

/// Somebody who has shown a password or a link, and no second factor yet.
pub struct HalfSigned {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub language: String,
    pub organisation: OrganisationId,
    /// True when they may add a first second factor.
    pub is_enrolling: bool,
    /// The hash of the session's token.
    pub(super) session: String,
}

impl<R: Right> Deref for Staff<R> {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.0
    }
}

impl<R: Right> Staff<R> {
    /// The organisations in which they hold a role that gives the right.
    #[must_use]
    pub fn organisations(&self) -> Vec<OrganisationId> {
        R::PERMISSION.map_or_else(Vec::new, |permission| self.0.organisations_with(permission))
    }
}

impl Member {
    /// What the header of staff pages shows.
    #[must_use]
    pub fn signed_in(&self, app: &App) -> SignedIn {
        SignedIn { name: self.name.clone(), hidden: form_token(app, &self.session) }
    }

    /// Whose session it is.
    #[must_use]
    pub fn whose(&self) -> Whose {
        Whose { account: self.account, session: self.session.clone() }
    }

    /// True when one of their roles permits it somewhere.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.grants.iter().any(|grant| grant.role.permits(permission))
    }

    /// The organisations in which one of their roles permits it.
    #[must_use]
    pub fn organisations_with(&self, permission: Permission) -> Vec<OrganisationId> {
        let mut held: Vec<_> = self.grants.iter().filter(|grant| grant.role.permits(permission)).map(|grant| grant.organisation).collect();
        held.dedup();
        held
    }

    /// Their roles.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        self.grants.iter().map(|grant| grant.role)
    }

    /// A line of the audit trail about something they do now.
    #[must_use]
    pub fn event(&self, app: &App, action: Action) -> Event {
        Event {
            at: app.clock.now().micros(),
            account: Some(self.account.0),
            actor: self.name.clone(),
            organisation: Some(self.organisation.0),
            action,
            subject: String::new(),
            reason: String::new(),
            network: self.network.clone(),
            detail: String::new(),
        }
    }

    /// Before something dangerous: nothing when they showed lately who they are, else the way to do so, and from there on to
    /// `next`.
    pub fn fresh(&self, app: &App, next: &str) -> Result<(), Problem> {
        let since = app.clock.now().micros() - self.confirmed_at;
        if since <= FRESH_SECONDS * 1_000_000 {
            return Ok(());
        }
        Err(Problem::Elsewhere(format!("/account/confirm?next={}", encoded(next))))
    }

    /// Records that they asked for something that is not theirs. What they are told is that there is no such page.
    pub async fn refused(&self, app: &App, subject: &str) -> Problem {
        let written = self.record(app, self.event(app, Action::Refused).about(subject)).await;
        written.map_or_else(|why| why, |()| Problem::NotFound)
    }

    /// Writes a line of the audit trail about something that changes nothing: before it is shown.
    pub async fn record(&self, app: &App, event: Event) -> Result<(), Problem> {
        let secret = app.secret.clone();
        Ok(app.store.write("audit", move |tx| audit::add(tx, &secret, &event)).await?)
    }
}

/// The hidden fields of a form that comes from us and goes with this session.
pub(super) fn form_token(app: &App, session: &str) -> Vec<Hidden> {
    vec![Hidden::new("token", app.secret.form_token(session, app.random.bytes()))]
}

impl<R: Right> FromRequest for Staff<R> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(admit(&request, R::PERMISSION).await?, PhantomData)) })
    }
}

impl FromRequest for HalfSigned {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { half(&request).await })
    }
}

/// The session's hash of a request, and who is behind it.
pub(super) async fn signed(request: &HttpRequest) -> Result<Option<(String, Signed, Vec<Grant>)>, Problem> {
    let app = state(request);
    let Some(session) = cookie::read(request, SESSION).map(|token| token_hash(&token)) else { return Ok(None) };
    let (hash, now) = (session.clone(), app.clock.now());
    let find = move |conn: &mut Conn| {
        let Some(signed) = sessions::find(conn, &hash, now.micros())? else { return Ok(None) };
        let grants = accounts::grants(conn, signed.account_id)?;
        Ok(Some((signed, grants)))
    };
    let found = app.store.read("find session", find).await?;
    Ok(found.map(|(signed, grants)| (session, signed, grants)))
}

/// The way to show who they are, and from there on to the page they asked for. What they sent is not sent again.
pub(super) fn door(request: &HttpRequest, at: &str) -> Problem {
    if request.method() != Method::GET {
        return Problem::Elsewhere(at.to_owned());
    }
    Problem::Elsewhere(format!("{at}?next={}", encoded(request.uri().path_and_query().map_or("/", |at| at.as_str()))))
}

pub(super) async fn admit(request: &HttpRequest, permission: Option<Permission>) -> Result<Member, Problem> {
    let (app, now) = (state(request), state(request).clock.now());
    let (session, signed, grants) = signed(request).await?.ok_or_else(|| door(request, "/sign-in"))?;
    if signed.factor.is_none() {
        return Err(door(request, "/sign-in/second"));
    }
    let member = Member {
        account: signed.account_id,
        name: signed.name,
        email: signed.email,
        language: signed.language,
        organisation: signed.organisation_id,
        grants,
        session_id: signed.session_id,
        session,
        confirmed_at: signed.confirmed_at,
        network: truncated(Visitor::of(request).address),
    };
    if permission.is_some_and(|permission| !member.may(permission)) {
        let page = format!("page:{}", request.match_pattern().unwrap_or_default());
        return Err(member.refused(app, &page).await);
    }
    if now.micros() - signed.seen_at > SEEN_EVERY && request.query_string() != UNATTENDED {
        let hash = member.session.clone();
        app.store.write("session seen", move |tx| sessions::seen(tx, &hash, now.micros())).await?;
    }
    Ok(member)
}

async fn half(request: &HttpRequest) -> Result<HalfSigned, Problem> {
    let (session, signed, _) = signed(request).await?.ok_or_else(|| Problem::Elsewhere("/sign-in".to_owned()))?;
    if signed.factor.is_some() {
        return Err(Problem::Elsewhere("/staff".to_owned()));
    }
    Ok(HalfSigned {
        account: signed.account_id,
        name: signed.name,
        email: signed.email,
        language: signed.language,
        organisation: signed.organisation_id,
        is_enrolling: signed.is_enrolling,
        session,
    })
}
