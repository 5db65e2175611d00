//! The second factors of staff: authenticator apps and passkeys. What they are checked with is sealed with the key ring.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::second_factors;

/// Where the sealed secret of a second factor is kept.
pub const SEALED: &str = "second_factors.sealed";
/// The kind of an authenticator app (RFC 6238).
pub const TOTP: &str = "totp";
/// The kind of a passkey (Web Authentication).
pub const PASSKEY: &str = "passkey";

/// A second factor as it is kept.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = second_factors)]
pub struct SecondFactor {
    pub id: i64,
    pub account_id: AccountId,
    /// [`TOTP`] or [`PASSKEY`].
    pub kind: String,
    /// What its owner calls it.
    pub name: String,
    /// The shared secret in base 32, or the public key of the passkey as JSON; sealed.
    pub sealed: String,
    /// The time step of the last code that was accepted: that code, and every one before it, is refused from then on.
    pub last_step: Option<i64>,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

/// The second factors of an account, the oldest first.
pub fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<SecondFactor>> {
    let theirs = second_factors::table.filter(second_factors::account_id.eq(account));
    Ok(theirs.order((second_factors::created_at, second_factors::id)).load(conn)?)
}

/// Adds a second factor.
pub fn add(tx: &mut Conn, factor: &SecondFactor) -> Result<()> {
    diesel::insert_into(second_factors::table).values(factor).execute(tx)?;
    Ok(())
}

/// Removes a second factor. `false` when the account has none of that id.
pub fn remove(tx: &mut Conn, account: AccountId, id: i64) -> Result<bool> {
    let one = second_factors::table.find(id).filter(second_factors::account_id.eq(account));
    Ok(diesel::delete(one).execute(tx)? == 1)
}

/// Removes every second factor of an account.
pub fn remove_all(tx: &mut Conn, account: AccountId) -> Result<()> {
    diesel::delete(second_factors::table.filter(second_factors::account_id.eq(account))).execute(tx)?;
    Ok(())
}

/// Uses up a time step. `false` when it, or a later one, was used before: the code is then a replay.
pub fn use_step(tx: &mut Conn, id: i64, step: i64, now: i64) -> Result<bool> {
    let unused = second_factors::last_step.is_null().or(second_factors::last_step.lt(step));
    let fresh = second_factors::table.find(id).filter(unused);
    let used = (second_factors::last_step.eq(step), second_factors::used_at.eq(now));
    Ok(diesel::update(fresh).set(used).execute(tx)? == 1)
}

/// Keeps what a passkey said of itself when it was used: its counter, and whether it is backed up.
pub fn update_passkey(tx: &mut Conn, id: i64, sealed: &str, now: i64) -> Result<()> {
    let used = (second_factors::sealed.eq(sealed), second_factors::used_at.eq(now));
    diesel::update(second_factors::table.find(id)).set(used).execute(tx)?;
    Ok(())
}
