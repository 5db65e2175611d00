//! Beginning and ending sessions of staff. A session that shows more than the one before it has a new token; one that is
//! whole makes its browser known, and a browser not known before is told to the person in a letter.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, time::Duration};

use super::letter::{letter, moment, posted};
use super::problem::Problem;
use super::staff::SESSION;
use super::visitor::Visitor;
use super::{cookie, device, reply};
use crate::app::App;
use crate::domain::access::{Action, Event, Factor, KNOWN_DAYS, Limits, Role, truncated};
use crate::messages::Notice;
use crate::secret::{Secret, token_hash};
use crate::store::accounts::{self, Account};
use crate::store::ids::AccountId;
use crate::store::letters::Waiting;
use crate::store::sessions::{self, Session};
use crate::store::{self, Conn, Error, audit, ceremonies, known_devices, letters};

/// How long the way from password to second factor may take, in seconds.
pub const HALF_SECONDS: i64 = 900;

/// A session that is to begin.
#[derive(Debug, Clone)]
pub struct Beginning {
    pub account: AccountId,
    /// Nothing while a second factor is still to be shown.
    pub factor: Option<Factor>,
    /// True when it begins with a one-time link.
    pub is_enrolling: bool,
    /// The hash of the session whose place it takes; the one that the browser holds where nothing is said.
    pub replaces: Option<String>,
}

/// The browser that a session begins in.
struct Device {
    account: AccountId,
    token: String,
    /// What the person is written to when the browser is new to them; nothing where no mail is configured.
    letter: Option<Waiting>,
}

/// Begins a session, and leads on to `to` with the cookies of the session.
pub async fn enter(app: &App, visitor: &Visitor, beginning: Beginning, to: &str) -> Result<HttpResponse, Problem> {
    let cookies = begin(app, visitor, beginning).await?;
    // The browser would carry the fragment of the form on to the page that follows.
    let mut answer = reply::see_other(&format!("{to}#"));
    for cookie in cookies {
        answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    Ok(answer)
}

/// Begins a session, and returns the cookies that hold its token and, when it is whole, the browser's.
pub async fn begin(app: &App, visitor: &Visitor, beginning: Beginning) -> Result<Vec<Cookie<'static>>, Problem> {
    let token = app.random.token();
    let id = beginning.account;
    let account = app.store.read("account", move |conn| accounts::get(conn, id)).await?;
    let before = beginning.replaces.clone().or_else(|| visitor.session.clone());
    let session = unlimited(app, visitor, &beginning, token_hash(&token));
    let mut cookies = vec![cookie::make(&app.settings, SESSION, token, None)];
    let device = match beginning.factor {
        Some(_) => Some(device_of(app, visitor, &account).await?),
        None => None,
    };
    if let Some(device) = &device {
        let days = Duration::days(KNOWN_DAYS);
        cookies.push(cookie::make(&app.settings, device::COOKIE, device.token.clone(), Some(days)));
    }
    let configured = Limits { idle_minutes: app.settings.session_idle_minutes, hours: app.settings.session_hours };
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        let limits = limits(configured, accounts::grants(tx, account.id)?.iter().map(|grant| grant.role));
        sessions::add(tx, &limited(&session, limits))?;
        if let Some(before) = &before {
            // What the browser held may have been somebody else's: only a session of the same sign-in is carried on.
            let is_carried_on = beginning.replaces.is_some();
            if is_carried_on {
                ceremonies::hand_on(tx, before, &session.token_hash)?;
            }
            // Ended meanwhile, by a new password or an administrator: then nothing goes on from it.
            if !sessions::end(tx, before)? && is_carried_on {
                return Err(Error::NotFound);
            }
        }
        let (Some(factor), Some(device)) = (beginning.factor, &device) else { return Ok(()) };
        let event = |action| event_of(&account, action, session.created_at, &session.network);
        audit::add(tx, &secret, &event(Action::SignedIn).with(factor.code()))?;
        remember(tx, &secret, device, &event(Action::DeviceAdded).with(session.device.as_str()))
    };
    app.store.write("begin session", work).await.map_err(|why| match why {
        Error::NotFound => Problem::Elsewhere("/sign-in".to_owned()),
        why => why.into(),
    })?;
    posted(app);
    Ok(cookies)
}

/// Makes the browser known. One that is new to the account is recorded as `event`, and told unless it is the first of all.
fn remember(tx: &mut Conn, secret: &Secret, device: &Device, event: &Event) -> store::Result<()> {
    let is_first = !known_devices::any(tx, device.account)?;
    if !known_devices::seen(tx, &token_hash(&device.token), device.account, event.at)? {
        return Ok(());
    }
    audit::add(tx, secret, event)?;
    match device.letter.as_ref().filter(|_| !is_first) {
        Some(letter) => letters::add(tx, letter),
        None => Ok(()),
    }
}

/// A session whose limits are still to be set.
fn unlimited(app: &App, visitor: &Visitor, beginning: &Beginning, token_hash: String) -> Session {
    let now = app.clock.now().micros();
    Session {
        token_hash,
        id: app.random.id(&app.clock),
        account_id: beginning.account,
        factor: beginning.factor.map(|factor| factor.code().to_owned()),
        is_enrolling: beginning.is_enrolling,
        confirmed_at: now,
        ceremony: None,
        name: None,
        device: visitor.device.clone(),
        network: truncated(visitor.address),
        created_at: now,
        seen_at: now,
        idle_seconds: 0,
        expires_at: now,
    }
}

fn limited(session: &Session, limits: Limits) -> Session {
    let seconds = if session.factor.is_some() { limits.hours.saturating_mul(3600) } else { HALF_SECONDS };
    let expires_at = session.created_at.saturating_add(seconds.saturating_mul(1_000_000));
    Session { idle_seconds: limits.idle_minutes.saturating_mul(60), expires_at, ..session.clone() }
}

/// The browser's own token where we gave it one, else a fresh one: a token that somebody planted is never taken up.
async fn device_of(app: &App, visitor: &Visitor, account: &Account) -> Result<Device, Problem> {
    let ours = match visitor.device_token.clone() {
        Some(token) => {
            let hash = token_hash(&token);
            let known = app.store.read("known devices", move |conn| known_devices::accounts_of(conn, &hash)).await?;
            Some(token).filter(|_| !known.is_empty())
        }
        None => None,
    };
    let notice = Notice::NewDevice { name: account.name.clone(), device: visitor.device.clone(), at: moment(app) };
    Ok(Device { account: account.id, token: ours.unwrap_or_else(|| app.random.token()), letter: letter(app, account, &notice)? })
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
