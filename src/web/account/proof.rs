//! What people show to prove who they are: a password, a code from an app, a recovery code. Each is slowed, each failure is
//! recorded, and none says why it failed.

use super::tries::Tries;
use crate::app::App;
use crate::domain::access::{Action, Event, Factor, truncated};
use crate::keys::Place;
use crate::messages::Change;
use crate::store::accounts::{self, Account};
use crate::store::ids::AccountId;
use crate::store::letters::Waiting;
use crate::store::second_factors::{self, SecondFactor};
use crate::store::{self, Conn, Error, audit, letters, recovery_codes, throttles};
use crate::web::letter::{changed, posted};
use crate::web::problem::Problem;
use crate::web::session::event_of;
use crate::web::visitor::Visitor;
use crate::{recovery, totp};

/// What became of a try.
#[derive(Debug, Clone)]
pub enum Shown<T> {
    Right(T),
    Wrong,
    /// Not looked at: that many seconds have to pass first.
    Wait(i64),
}

/// A code that fits, and is still to be used up.
#[derive(Clone)]
enum Fit {
    /// An app's code: its row, and the time step it belongs to.
    Step { id: i64, step: i64 },
    /// What stands for a recovery code, and the letter that tells of its use.
    Recovery { hash: String, letter: Option<Waiting> },
}

impl Fit {
    const fn factor(&self) -> Factor {
        match self {
            Self::Step { .. } => Factor::Totp,
            Self::Recovery { .. } => Factor::RecoveryCode,
        }
    }

    /// Uses the code up. `false` when it was used before.
    fn spend(&self, tx: &mut Conn, account: AccountId, now: i64) -> store::Result<bool> {
        match self {
            Self::Step { id, step } => second_factors::use_step(tx, *id, *step, now),
            Self::Recovery { hash, letter } => {
                let spent = recovery_codes::spend(tx, account, hash, now)?;
                if let Some(letter) = letter.as_ref().filter(|_| spent) {
                    letters::add(tx, letter)?;
                }
                Ok(spent)
            }
        }
    }
}

/// A password, typed with an address that need not have an account. Whether there is one, whether it has a password and
/// whether it is active changes neither the answer nor the time it takes.
pub async fn password(app: &App, visitor: &Visitor, email: &str, typed: &str) -> Result<Shown<Account>, Problem> {
    let address = email.to_owned();
    let found = match app.store.read("find account", move |conn| accounts::find(conn, &address)).await {
        Ok(account) => Some(account),
        Err(Error::NotFound) => None,
        Err(why) => return Err(why.into()),
    };
    let tries = Tries::at_password(app, visitor, email, found.as_ref().map(|account| account.id)).await?;
    if let Some(seconds) = tries.take(app).await? {
        return Ok(Shown::Wait(seconds));
    }
    let kept = found.as_ref().filter(|account| account.deactivated_at.is_none()).and_then(|account| account.password_hash.clone());
    let right = app.passwords.check(typed.to_owned(), kept).await;
    if let Some(account) = found.clone().filter(|_| right) {
        settle(app, &account, typed, tries).await?;
        return Ok(Shown::Right(account));
    }
    refused(app, visitor, found.as_ref(), "password").await?;
    Ok(Shown::Wrong)
}

/// After a right password: the try is given back, and a hash made with earlier parameters is made anew.
async fn settle(app: &App, account: &Account, typed: &str, tries: Tries) -> Result<(), Problem> {
    let (id, now, kept) = (account.id, app.clock.now().micros(), account.password_hash.clone().unwrap_or_default());
    let fresh = app.passwords.renewed(typed.to_owned(), &kept).await;
    let work = move |tx: &mut Conn| {
        throttles::give_back(tx, &tries.0, now)?;
        fresh.as_ref().map_or(Ok(()), |fresh| accounts::renew_password(tx, id, &kept, fresh))
    };
    Ok(app.store.write("password was right", work).await?)
}

/// A code from the account's app, or one of its recovery codes. Either works once.
pub async fn code(app: &App, visitor: &Visitor, account: AccountId, typed: &str) -> Result<Shown<Factor>, Problem> {
    let tries = Tries::at_code(app, visitor, account).await?;
    if let Some(seconds) = tries.take(app).await? {
        return Ok(Shown::Wait(seconds));
    }
    let find = move |conn: &mut Conn| Ok((accounts::get(conn, account)?, second_factors::of(conn, account)?));
    let (account, factors) = app.store.read("second factors", find).await?;
    if let Some(fit) = fitting(app, &account, &factors, typed)? {
        let (own, id, now) = (fit.clone(), account.id, app.clock.now().micros());
        let work = move |tx: &mut Conn| {
            let spent = own.spend(tx, id, now)?;
            if spent {
                throttles::give_back(tx, &tries.0, now)?;
            }
            Ok(spent)
        };
        if app.store.write("use up a code", work).await? {
            posted(app);
            return Ok(Shown::Right(fit.factor()));
        }
    }
    refused(app, visitor, Some(&account), "code").await?;
    Ok(Shown::Wrong)
}

/// What a code fits: one of the apps, or the form of a recovery code.
fn fitting(app: &App, account: &Account, factors: &[SecondFactor], typed: &str) -> Result<Option<Fit>, Problem> {
    let seconds = app.clock.now().seconds();
    for factor in factors.iter().filter(|factor| factor.kind == second_factors::TOTP) {
        let place = Place { column: second_factors::SEALED, row: factor.id };
        let secret = app.keys.open(place, &factor.sealed).map_err(|why| Problem::Internal(why.to_string()))?;
        if let Some(step) = totp::matching_step(&secret, typed, seconds) {
            return Ok(Some(Fit::Step { id: factor.id, step }));
        }
    }
    let Some(hash) = recovery::hash(&app.secret, account.id, typed) else { return Ok(None) };
    Ok(Some(Fit::Recovery { hash, letter: changed(app, account, Change::RecoveryCodeUsed)? }))
}

/// Records that somebody was refused. What they typed is not in it.
async fn refused(app: &App, visitor: &Visitor, account: Option<&Account>, what: &str) -> Result<(), Problem> {
    let (now, network, secret) = (app.clock.now().micros(), truncated(visitor.address), app.secret.clone());
    let event = match account {
        Some(account) => event_of(account, Action::SignInRefused, now, &network),
        None => Event::by_stranger(Action::SignInRefused, now, network).about("account:unknown"),
    };
    let event = event.with(what);
    Ok(app.store.write("sign-in refused", move |tx| audit::add(tx, &secret, &event)).await?)
}
