//! Accounts of staff, and the roles they hold.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{AccountId, OrganisationId};
use super::schema::{account_roles, accounts, second_factors};
use crate::domain::access::Role;

/// A member of staff who may sign in.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: AccountId,
    /// Lower case.
    pub email: String,
    pub name: String,
    /// The language that letters are written in.
    pub language: String,
    /// Whom they work for.
    pub organisation_id: OrganisationId,
    /// argon2id, as a PHC string. Nothing until they have set a password.
    pub password_hash: Option<String>,
    pub created_at: i64,
    /// Since when they may no longer sign in.
    pub deactivated_at: Option<i64>,
}

/// A role held in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    pub organisation: OrganisationId,
    pub role: Role,
}

/// Adds an account. [`Error::Taken`] when the email address has one.
pub fn add(tx: &mut Conn, account: &Account) -> Result<()> {
    diesel::insert_into(accounts::table).values(account).execute(tx)?;
    Ok(())
}

/// The account of an email address, in any case. Only the case of ASCII letters is passed over: other letters that look like
/// them, or become them in lower case, are other addresses.
pub fn find(conn: &mut Conn, email: &str) -> Result<Account> {
    Ok(accounts::table.filter(accounts::email.eq(email.trim().to_ascii_lowercase())).first(conn)?)
}

/// One account.
pub fn get(conn: &mut Conn, id: AccountId) -> Result<Account> {
    Ok(accounts::table.find(id).first(conn)?)
}

/// One account, which is active: who was deactivated is not found.
pub fn active(conn: &mut Conn, id: AccountId) -> Result<Account> {
    Ok(accounts::table.find(id).filter(accounts::deactivated_at.is_null()).first(conn)?)
}

/// True when an account has a second factor.
pub fn has_factor(conn: &mut Conn, id: AccountId) -> Result<bool> {
    let own = second_factors::table.filter(second_factors::account_id.eq(id));
    Ok(diesel::select(diesel::dsl::exists(own)).get_result(conn)?)
}

/// Keeps a new hash of the password.
pub fn set_password(tx: &mut Conn, id: AccountId, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password_hash.eq(hash)).execute(tx)?;
    Ok(())
}

/// Keeps a new hash of the same password, unless the password was changed meanwhile.
pub fn renew_password(tx: &mut Conn, id: AccountId, before: &str, hash: &str) -> Result<()> {
    let same = accounts::table.find(id).filter(accounts::password_hash.eq(before));
    diesel::update(same).set(accounts::password_hash.eq(hash)).execute(tx)?;
    Ok(())
}

/// Gives a role. [`Error::Taken`] when they hold it.
pub fn grant(tx: &mut Conn, id: AccountId, grant: Grant, at: i64) -> Result<()> {
    let row = (
        account_roles::account_id.eq(id),
        account_roles::organisation_id.eq(grant.organisation),
        account_roles::role.eq(grant.role.code()),
        account_roles::granted_at.eq(at),
    );
    diesel::insert_into(account_roles::table).values(row).execute(tx)?;
    Ok(())
}

/// The roles somebody holds, in the order of the roles.
pub fn grants(conn: &mut Conn, id: AccountId) -> Result<Vec<Grant>> {
    let held = account_roles::table.filter(account_roles::account_id.eq(id));
    let held: Vec<(OrganisationId, String)> = held.select((account_roles::organisation_id, account_roles::role)).load(conn)?;
    let grant = |(organisation, code): (OrganisationId, String)| {
        let role = Role::from_code(&code).ok_or_else(|| Error::Corrupt(format!("the role `{code}`")))?;
        Ok(Grant { organisation, role })
    };
    let mut held: Vec<Grant> = held.into_iter().map(grant).collect::<Result<_>>()?;
    held.sort_by_key(|grant| (grant.role, grant.organisation));
    Ok(held)
}
