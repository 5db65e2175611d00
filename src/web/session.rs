//! Beginning and ending sessions of staff. A session that shows more than the one before it has a new token.

use actix_web::cookie::Cookie;

use super::cookie;
use super::problem::Problem;
use super::staff::SESSION;
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::access::{Action, Event, Factor, Limits, Role, truncated};
use crate::secret::token_hash;
use crate::store::accounts::{self, Account};
use crate::store::ids::AccountId;
use crate::store::sessions::{self, Session};
use crate::store::{Conn, audit};

/// How long the way from password to second factor may take, in seconds.
const HALF_SECONDS: i64 = 900;

/// A session that is to begin.
pub struct Beginning {
    pub account: AccountId,
    /// Nothing while a second factor is still to be shown.
    pub factor: Option<Factor>,
    /// True when it begins with a one-time link.
    pub is_enrolling: bool,
    /// The hash of the session whose place it takes.
    pub replaces: Option<String>,
}

/// Begins a session, and returns the cookie that holds its token.
pub async fn begin(app: &App, visitor: &Visitor, beginning: Beginning) -> Result<Cookie<'static>, Problem> {
    let token = app.random.token();
    let (hash, id, now) = (token_hash(&token), app.random.id(&app.clock), app.clock.now());
    let (network, device, secret) = (truncated(visitor.address), visitor.device.clone(), app.secret.clone());
    let configured = Limits { idle_minutes: app.settings.session_idle_minutes, hours: app.settings.session_hours };
    let work = move |tx: &mut Conn| {
        let account = accounts::get(tx, beginning.account)?;
        let limits = limits(configured, accounts::grants(tx, beginning.account)?.iter().map(|grant| grant.role));
        let seconds = if beginning.factor.is_some() { limits.hours.saturating_mul(3600) } else { HALF_SECONDS };
        let session = Session {
            token_hash: hash.clone(),
            id,
            account_id: beginning.account,
            factor: beginning.factor.map(|factor| factor.code().to_owned()),
            is_enrolling: beginning.is_enrolling,
            confirmed_at: now.micros(),
            ceremony: None,
            name: None,
            device: device.clone(),
            network: network.clone(),
            created_at: now.micros(),
            seen_at: now.micros(),
            idle_seconds: limits.idle_minutes.saturating_mul(60),
            expires_at: now.plus_seconds(seconds).micros(),
        };
        if let Some(before) = &beginning.replaces {
            sessions::end(tx, before)?;
        }
        sessions::add(tx, &session)?;
        let Some(factor) = beginning.factor else { return Ok(()) };
        let event = event_of(&account, Action::SignedIn, now.micros(), &network).with(factor.code());
        audit::add(tx, &secret, &event)
    };
    app.store.write("begin session", work).await?;
    Ok(cookie::make(&app.settings, SESSION, token, None))
}

/// A line of the audit trail about something that the holder of an account did, who need not be signed in.
#[must_use]
pub fn event_of(account: &Account, action: Action, at: i64, network: &str) -> Event {
    Event {
        at,
        account: Some(account.id.0),
        actor: account.name.clone(),
        organisation: Some(account.organisation_id.0),
        action,
        subject: format!("account:{}", account.id.0),
        reason: String::new(),
        network: network.to_owned(),
        detail: String::new(),
    }
}

/// The strictest of what is configured and what the roles allow.
fn limits(configured: Limits, roles: impl Iterator<Item = Role>) -> Limits {
    roles.map(Role::limits).fold(configured, |so_far, one| Limits {
        idle_minutes: so_far.idle_minutes.min(one.idle_minutes),
        hours: so_far.hours.min(one.hours),
    })
}
