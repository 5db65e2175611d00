//! Which account belongs to whom at a provider of sign-in. The issuer and the subject together name a person for ever; an
//! email address does not.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::external_identities;

/// Somebody at a provider, tied to an account.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = external_identities)]
pub struct Identity {
    pub issuer: String,
    /// What the issuer calls them.
    pub subject: String,
    pub account_id: AccountId,
    pub linked_at: i64,
}

/// The account that somebody at a provider is tied to.
pub fn find(conn: &mut Conn, issuer: &str, subject: &str) -> Result<Option<AccountId>> {
    let tied = external_identities::table.find((issuer, subject)).select(external_identities::account_id);
    Ok(tied.first(conn).optional()?)
}

/// Ties somebody to an account. [`super::Error::Taken`] when they are tied to one.
pub fn add(tx: &mut Conn, identity: &Identity) -> Result<()> {
    diesel::insert_into(external_identities::table).values(identity).execute(tx)?;
    Ok(())
}

/// Those who are tied to an account, the earliest first.
pub fn of(conn: &mut Conn, account: AccountId) -> Result<Vec<Identity>> {
    let tied = external_identities::table.filter(external_identities::account_id.eq(account));
    Ok(tied.order((external_identities::linked_at, external_identities::issuer)).load(conn)?)
}

/// Unties an account from an issuer. Returns whether it was tied.
pub fn remove(tx: &mut Conn, account: AccountId, issuer: &str) -> Result<bool> {
    let tied =
        external_identities::table.filter(external_identities::account_id.eq(account)).filter(external_identities::issuer.eq(issuer));
    Ok(diesel::delete(tied).execute(tx)? > 0)
}
