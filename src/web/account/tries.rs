//! How often a password or a code may be tried. Each try is taken before it is made and given back when it was right, so that
//! a crowd of tries at once is slowed like a row of them.
//!
//! A browser that the account was signed in to with before is counted by itself, whatever its network: so a stranger who
//! tries somebody's password slows other strangers, and never the person at their own desk.

use crate::app::App;
use crate::domain::access::{Pace, truncated};
use crate::secret::{Purpose, token_hash};
use crate::store::ids::AccountId;
use crate::store::throttles::{self, Tried};
use crate::store::{Conn, known_devices};
use crate::web::problem::Problem;
use crate::web::session::HALF_SECONDS;
use crate::web::visitor::Visitor;

/// Passwords of one account, from all browsers that it does not know together.
const STRANGERS: Pace = Pace { burst: 10, interval_seconds: 60 };
/// Passwords of one account, from a browser that it knows.
const KNOWN: Pace = Pace { burst: 10, interval_seconds: 30 };
/// Passwords of any account, from one network.
const NETWORK: Pace = Pace { burst: 50, interval_seconds: 5 };
/// Codes of one account.
const CODES: Pace = Pace { burst: 5, interval_seconds: 60 };
/// Wrong codes before somebody must begin again with their password.
const HALF: Pace = Pace { burst: 10, interval_seconds: HALF_SECONDS };
/// Letters about wrong codes, to one account.
const TOLD: Pace = Pace { burst: 1, interval_seconds: 3600 };

/// What one try counts against.
#[derive(Debug, Clone)]
pub struct Tries(pub Vec<Tried>);

impl Tries {
    /// Those of a password of that address, which need not have an account.
    pub async fn at_password(app: &App, visitor: &Visitor, email: &str, account: Option<AccountId>) -> Result<Self, Problem> {
        let network = tried(app, &format!("network:{}", truncated(visitor.address)), NETWORK);
        Ok(match known(app, visitor, account).await? {
            Some(device) => Self(vec![tried(app, &format!("password:{email}:device:{device}"), KNOWN)]),
            None => Self(vec![tried(app, &format!("password:{email}"), STRANGERS), network]),
        })
    }

    /// Those of a code of that account.
    pub async fn at_code(app: &App, visitor: &Visitor, account: AccountId) -> Result<Self, Problem> {
        let device = known(app, visitor, Some(account)).await?.unwrap_or_default();
        Ok(Self(vec![tried(app, &format!("code:{}:device:{device}", account.0), CODES)]))
    }

    /// Those of wrong codes in a session that only a password was shown for.
    #[must_use]
    pub fn of_half(app: &App, session: &str) -> Self {
        Self(vec![tried(app, &format!("half:{session}"), HALF)])
    }

    /// Those of wrong codes of one account after a right password, however many sessions they are spread over.
    #[must_use]
    pub fn of_wrong_codes(app: &App, account: AccountId) -> Self {
        Self(vec![tried(app, &format!("wrong-codes:{}", account.0), HALF)])
    }

    /// Those of a letter about such codes.
    #[must_use]
    pub fn of_letter(app: &App, account: AccountId) -> Self {
        Self(vec![tried(app, &format!("wrong-codes-told:{}", account.0), TOLD)])
    }

    /// Takes a try of each, or tells how many seconds to wait.
    pub async fn take(&self, app: &App) -> Result<Option<i64>, Problem> {
        let (all, now) = (self.0.clone(), app.clock.now().micros());
        Ok(app.store.write("take a try", move |tx| throttles::take(tx, &all, now)).await?)
    }
}

/// The hash of the browser's token, where the account knows the browser.
async fn known(app: &App, visitor: &Visitor, account: Option<AccountId>) -> Result<Option<String>, Problem> {
    let Some(hash) = visitor.device_token.as_deref().map(token_hash) else { return Ok(None) };
    let own = hash.clone();
    let accounts = app.store.read("known devices", move |conn: &mut Conn| known_devices::accounts_of(conn, &own)).await?;
    Ok(account.filter(|account| accounts.contains(account)).map(|_| hash))
}

fn tried(app: &App, what: &str, pace: Pace) -> Tried {
    Tried { key_hash: app.secret.sign(Purpose::Throttle, what), pace }
}
