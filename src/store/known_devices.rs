//! The browsers in which somebody has signed in before. The token in a browser's cookie is kept only as a hash; one browser
//! may belong to several people.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::known_devices;

/// The accounts that were signed in to with that browser.
pub fn accounts_of(conn: &mut Conn, token_hash: &str) -> Result<Vec<AccountId>> {
    Ok(known_devices::table.filter(known_devices::token_hash.eq(token_hash)).select(known_devices::account_id).load(conn)?)
}

/// True when the account was signed in to with any browser that is still known.
pub fn any(conn: &mut Conn, account: AccountId) -> Result<bool> {
    let theirs = known_devices::table.filter(known_devices::account_id.eq(account));
    Ok(theirs.select(known_devices::token_hash).first::<String>(conn).optional()?.is_some())
}

/// Notes that the account was signed in to with that browser. True when it had not been before.
pub fn seen(tx: &mut Conn, token_hash: &str, account: AccountId, now: i64) -> Result<bool> {
    let own = known_devices::table.find((token_hash, account));
    if diesel::update(own).set(known_devices::seen_at.eq(now)).execute(tx)? > 0 {
        return Ok(false);
    }
    let row = (
        known_devices::token_hash.eq(token_hash),
        known_devices::account_id.eq(account),
        known_devices::first_seen_at.eq(now),
        known_devices::seen_at.eq(now),
    );
    diesel::insert_into(known_devices::table).values(row).execute(tx)?;
    Ok(true)
}

/// Forgets browsers that were last signed in with before then. Returns how many.
pub fn sweep(tx: &mut Conn, before: i64) -> Result<usize> {
    Ok(diesel::delete(known_devices::table.filter(known_devices::seen_at.lt(before))).execute(tx)?)
}
