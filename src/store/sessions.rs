//! Who is signed in. The token is kept only as a hash; taking a row out signs the person out at once.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::{accounts, sessions};

/// A session about to begin.
#[derive(Debug, Insertable)]
#[diesel(table_name = sessions)]
pub struct NewSession {
    pub token_hash: String,
    pub account_id: AccountId,
    pub created_at: i64,
    pub seen_at: i64,
    pub expires_at: i64,
}

/// The person behind a session.
#[derive(Debug, Clone, Queryable)]
pub struct Signed {
    pub account_id: AccountId,
    pub name: String,
    pub role: String,
    pub seen_at: i64,
}

/// Begins a session.
pub fn add(tx: &mut Conn, session: &NewSession) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(tx)?;
    Ok(())
}

/// Who holds this token, if the session has not ended and was used since `idle_since`.
pub fn find(conn: &mut Conn, token_hash: &str, now: i64, idle_since: i64) -> Result<Option<Signed>> {
    let live = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::seen_at.gt(idle_since))
        .select((accounts::id, accounts::name, accounts::role, sessions::seen_at));
    Ok(live.first(conn).optional()?)
}

/// Notes that a session was used.
pub fn seen(tx: &mut Conn, token_hash: &str, now: i64) -> Result<()> {
    diesel::update(sessions::table.find(token_hash)).set(sessions::seen_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Ends a session.
pub fn end(tx: &mut Conn, token_hash: &str) -> Result<()> {
    diesel::delete(sessions::table.find(token_hash)).execute(tx)?;
    Ok(())
}

/// Takes out sessions that are over.
pub fn sweep(tx: &mut Conn, now: i64) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(tx)?)
}
