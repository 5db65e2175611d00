//! Accounts of staff.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::schema::accounts;

/// A member of staff who may sign in.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: AccountId,
    /// Lower case.
    pub email: String,
    pub name: String,
    pub role: String,
    pub organisation_id: OrganisationId,
    /// argon2id, as a PHC string.
    pub password_hash: String,
    pub created_at: i64,
}

/// Adds an account. [`super::Error::Taken`] when the email address has one.
pub fn add(tx: &mut Conn, account: &Account) -> Result<()> {
    diesel::insert_into(accounts::table).values(account).execute(tx)?;
    Ok(())
}

/// The account of an email address, in any case.
pub fn find(conn: &mut Conn, email: &str) -> Result<Account> {
    Ok(accounts::table.filter(accounts::email.eq(email.trim().to_lowercase())).first(conn)?)
}
