//! The codes that stand in for a second factor that was lost. Each works once; only hashes are kept.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::recovery_codes;

/// Takes the recovery codes of an account away, and gives it these.
pub fn replace(tx: &mut Conn, account: AccountId, hashes: &[String]) -> Result<()> {
    remove_all(tx, account)?;
    for hash in hashes {
        let row = (recovery_codes::account_id.eq(account), recovery_codes::code_hash.eq(hash));
        diesel::insert_into(recovery_codes::table).values(row).execute(tx)?;
    }
    Ok(())
}

/// Uses a code up. `false` when the account has no such code, or has used it.
pub fn spend(tx: &mut Conn, account: AccountId, hash: &str, now: i64) -> Result<bool> {
    let unused = recovery_codes::table.find((account, hash)).filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(now)).execute(tx)? == 1)
}

/// How many codes of the account still work.
pub fn left(conn: &mut Conn, account: AccountId) -> Result<i64> {
    let unused = recovery_codes::table.filter(recovery_codes::account_id.eq(account)).filter(recovery_codes::used_at.is_null());
    Ok(unused.count().get_result(conn)?)
}

/// Takes every recovery code of an account away.
pub fn remove_all(tx: &mut Conn, account: AccountId) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(tx)?;
    Ok(())
}
