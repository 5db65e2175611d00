//! Who is signed in. The token is kept only as a hash; taking a row out signs the person out at once.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{AccountId, OrganisationId};
use super::schema::{accounts, sessions};

/// A session. Without a second factor it opens nothing but the way to one.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub token_hash: String,
    /// What the person's own list of sessions calls it by.
    pub id: i64,
    pub account_id: AccountId,
    /// The second factor that was shown; nothing while only the password was.
    pub factor: Option<String>,
    /// True when it was begun by a one-time link: it may then add a first second factor.
    pub is_enrolling: bool,
    /// When the person last showed who they are.
    pub confirmed_at: i64,
    /// The passkey ceremony that is under way, sealed.
    pub ceremony: Option<String>,
    /// What the person calls the device.
    pub name: Option<String>,
    /// Browser and system, in words.
    pub device: String,
    /// The network it was begun from, truncated.
    pub network: String,
    pub created_at: i64,
    pub seen_at: i64,
    /// Seconds without a request after which it ends.
    pub idle_seconds: i64,
    pub expires_at: i64,
}

/// The person behind a session.
#[derive(Debug, Clone, Queryable)]
pub struct Signed {
    pub session_id: i64,
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub language: String,
    pub organisation_id: OrganisationId,
    pub factor: Option<String>,
    pub is_enrolling: bool,
    pub confirmed_at: i64,
    pub seen_at: i64,
}

/// Begins a session.
pub fn add(tx: &mut Conn, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(tx)?;
    Ok(())
}

/// Who holds this token, if the session has not ended, was used lately, and the account is active.
pub fn find(conn: &mut Conn, token_hash: &str, now: i64) -> Result<Option<Signed>> {
    let live = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter((sessions::seen_at + sessions::idle_seconds * 1_000_000_i64).gt(now))
        .filter(accounts::deactivated_at.is_null())
        .select((
            sessions::id,
            accounts::id,
            accounts::name,
            accounts::email,
            accounts::language,
            accounts::organisation_id,
            sessions::factor,
            sessions::is_enrolling,
            sessions::confirmed_at,
            sessions::seen_at,
        ));
    Ok(live.first(conn).optional()?)
}

/// Notes that a session was used.
pub fn seen(tx: &mut Conn, token_hash: &str, now: i64) -> Result<()> {
    diesel::update(sessions::table.find(token_hash)).set(sessions::seen_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Notes that the person behind a session showed again who they are; from then on it goes by another token. [`Error::NotFound`]
/// when it ended meanwhile.
pub fn confirmed(tx: &mut Conn, token_hash: &str, fresh_hash: &str, now: i64) -> Result<()> {
    let shown = (sessions::token_hash.eq(fresh_hash), sessions::confirmed_at.eq(now));
    match diesel::update(sessions::table.find(token_hash)).set(shown).execute(tx)? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// Ends a session. `false` when there is none.
pub fn end(tx: &mut Conn, token_hash: &str) -> Result<bool> {
    Ok(diesel::delete(sessions::table.find(token_hash)).execute(tx)? == 1)
}

/// Ends every session of an account. Returns how many.
pub fn end_all(tx: &mut Conn, account: AccountId) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(tx)?)
}

/// Ends every session of an account but one. Returns how many.
pub fn end_others(tx: &mut Conn, account: AccountId, but: &str) -> Result<usize> {
    let others = sessions::table.filter(sessions::account_id.eq(account)).filter(sessions::token_hash.ne(but));
    Ok(diesel::delete(others).execute(tx)?)
}

/// The sessions of an account that have not ended, the one last used first.
pub fn of(conn: &mut Conn, account: AccountId, now: i64) -> Result<Vec<Session>> {
    let live = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::expires_at.gt(now))
        .filter((sessions::seen_at + sessions::idle_seconds * 1_000_000_i64).gt(now));
    Ok(live.order((sessions::seen_at.desc(), sessions::id.desc())).load(conn)?)
}

/// Keeps what its holder calls the device of a session. `false` when the account has no such session.
pub fn set_name(tx: &mut Conn, account: AccountId, id: i64, name: Option<&str>) -> Result<bool> {
    let one = sessions::table.filter(sessions::account_id.eq(account)).filter(sessions::id.eq(id));
    Ok(diesel::update(one).set(sessions::name.eq(name)).execute(tx)? == 1)
}

/// Ends one session of an account. `false` when the account has no such session.
pub fn end_one(tx: &mut Conn, account: AccountId, id: i64) -> Result<bool> {
    let one = sessions::table.filter(sessions::account_id.eq(account)).filter(sessions::id.eq(id));
    Ok(diesel::delete(one).execute(tx)? == 1)
}

/// Takes out sessions that are over.
pub fn sweep(tx: &mut Conn, now: i64) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(tx)?)
}
