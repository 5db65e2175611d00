//! Accounts as their administrator sees them, and what an administrator does to them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::accounts::{self, Account, Grant};
use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::organisations::{self, Organisation};
use super::schema::{account_roles, accounts as rows, audit_events, external_identities, known_devices};
use super::{one_time_links, recovery_codes, second_factors, sessions};
use crate::domain::access::{Action, OrganisationKind, Reach, Role};

/// How many accounts are read at a time while names are searched. They are compared here and not in SQL, because SQLite
/// knows no capital letters beyond ASCII.
const BATCH: usize = 500;

/// An account with what stands around it.
#[derive(Clone)]
pub struct Entry {
    pub account: Account,
    /// The name of the organisation they work for.
    pub employer: String,
    /// Their roles, each with the organisation they hold it in.
    pub roles: Vec<(Role, Organisation)>,
    /// True when they can sign in with their organisation's sign-in.
    pub has_identity: bool,
    /// Microseconds since 1970 UTC.
    pub last_signed_in: Option<i64>,
}

/// How things stand with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Has not set a password yet, and has no other way to sign in.
    Invited,
    Active,
    /// May no longer sign in.
    Deactivated,
}

/// Which accounts are asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Of the employers that are reached.
    pub reach: Reach,
    /// Part of a name or of an email address; empty for all.
    pub words: String,
    /// Those that come after this one.
    pub after: Option<AccountId>,
}

impl Entry {
    /// How things stand with it.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.account.deactivated_at, &self.account.password_hash) {
            (Some(_), _) => State::Deactivated,
            (None, None) if !self.has_identity => State::Invited,
            _ => State::Active,
        }
    }
}

/// One account.
pub fn find(conn: &mut Conn, id: AccountId) -> Result<Entry> {
    let (account, organisations) = (accounts::get(conn, id)?, names(conn)?);
    entry(conn, account, &organisations)
}

/// Accounts by name, `most` at most.
pub fn list(conn: &mut Conn, asked: &Asked, most: usize) -> Result<Vec<Entry>> {
    let words = asked.words.to_lowercase();
    let batch = if words.is_empty() { most } else { BATCH };
    let is_asked = |account: &Account| account.name.to_lowercase().contains(&words) || account.email.contains(&words);
    let after = asked.after.map(|id| accounts::get(conn, id)).transpose()?;
    let mut last = after.map(|account| (account.name, account.id));
    let mut found: Vec<Account> = Vec::new();
    loop {
        let page = page(conn, &asked.reach, last.take(), batch)?;
        let is_end = page.len() < batch;
        last = page.last().map(|account| (account.name.clone(), account.id));
        found.extend(page.into_iter().filter(is_asked));
        if is_end || found.len() >= most {
            break;
        }
    }
    found.truncate(most);
    let organisations = names(conn)?;
    found.into_iter().map(|account| entry(conn, account, &organisations)).collect()
}

fn page(conn: &mut Conn, reach: &Reach, after: Option<(String, AccountId)>, most: usize) -> Result<Vec<Account>> {
    let mut query = rows::table.order((rows::name, rows::id)).limit(i64::try_from(most).unwrap_or(i64::MAX)).into_boxed();
    if !reach.everything {
        query = query.filter(rows::organisation_id.eq_any(reach.ids.iter().copied().collect::<Vec<_>>()));
    }
    if let Some((name, id)) = after {
        query = query.filter(rows::name.gt(name.clone()).or(rows::name.eq(name).and(rows::id.gt(id))));
    }
    Ok(query.load(conn)?)
}

fn names(conn: &mut Conn) -> Result<BTreeMap<OrganisationId, Organisation>> {
    Ok(organisations::list(conn)?.into_iter().map(|organisation| (organisation.id, organisation)).collect())
}

fn entry(conn: &mut Conn, account: Account, organisations: &BTreeMap<OrganisationId, Organisation>) -> Result<Entry> {
    let held = |grant: Grant| organisations.get(&grant.organisation).map(|organisation| (grant.role, organisation.clone()));
    let roles = accounts::grants(conn, account.id)?.into_iter().filter_map(held).collect();
    let identities = external_identities::table.filter(external_identities::account_id.eq(account.id));
    let has_identity = diesel::select(diesel::dsl::exists(identities.select(external_identities::issuer))).get_result(conn)?;
    let sign_ins =
        audit_events::table.filter(audit_events::account_id.eq(account.id.0)).filter(audit_events::action.eq(Action::SignedIn.code()));
    let last_signed_in = sign_ins.order(audit_events::number.desc()).select(audit_events::at).first(conn).optional()?;
    let employer = organisations.get(&account.organisation_id).map(|organisation| organisation.name.clone()).unwrap_or_default();
    Ok(Entry { account, employer, roles, has_identity, last_signed_in })
}

/// Who can look after the whole installation, and where they hold the role for it: administrators of a commissioner whose
/// account is active and has a way to sign in.
pub fn keepers(conn: &mut Conn) -> Result<Vec<(AccountId, OrganisationId)>> {
    let organisations = names(conn)?;
    let identified: BTreeSet<AccountId> =
        external_identities::table.select(external_identities::account_id).load::<AccountId>(conn)?.into_iter().collect();
    let held = account_roles::table
        .inner_join(rows::table)
        .filter(account_roles::role.eq(Role::Administrator.code()))
        .filter(rows::deactivated_at.is_null())
        .select((rows::id, account_roles::organisation_id, rows::password_hash.is_not_null()))
        .load::<(AccountId, OrganisationId, bool)>(conn)?;
    let commissioner = |id: &OrganisationId| organisations.get(id).is_some_and(|one| one.kind == OrganisationKind::Commissioner.code());
    let keeps = held.into_iter().filter(|(id, at, has_password)| commissioner(at) && (*has_password || identified.contains(id)));
    Ok(keeps.map(|(id, at, _)| (id, at)).collect())
}

/// Changes name, email address, employer and language. [`super::Error::Taken`] when the address has an account.
pub fn change(tx: &mut Conn, account: &Account) -> Result<()> {
    let changed = (
        rows::name.eq(&account.name),
        rows::email.eq(&account.email),
        rows::organisation_id.eq(account.organisation_id),
        rows::language.eq(&account.language),
    );
    diesel::update(rows::table.find(account.id)).set(changed).execute(tx)?;
    Ok(())
}

/// Takes a role away. False when they did not hold it.
pub fn revoke(tx: &mut Conn, id: AccountId, grant: Grant) -> Result<bool> {
    let held = account_roles::table.find((id, grant.organisation, grant.role.code()));
    Ok(diesel::delete(held).execute(tx)? == 1)
}

/// Ends the sessions of an account and its links at once; nobody signs in to it until it is activated again.
pub fn deactivate(tx: &mut Conn, id: AccountId, now: i64) -> Result<()> {
    diesel::update(rows::table.find(id)).set(rows::deactivated_at.eq(now)).execute(tx)?;
    one_time_links::revoke(tx, id)?;
    sessions::end_all(tx, id)?;
    Ok(())
}

/// Lets its holder sign in again.
pub fn activate(tx: &mut Conn, id: AccountId) -> Result<()> {
    diesel::update(rows::table.find(id)).set(rows::deactivated_at.eq(None::<i64>)).execute(tx)?;
    Ok(())
}

/// Takes away every second factor, recovery code and known device of an account, and ends its sessions.
pub fn forget_factors(tx: &mut Conn, id: AccountId) -> Result<()> {
    second_factors::remove_all(tx, id)?;
    recovery_codes::remove_all(tx, id)?;
    diesel::delete(known_devices::table.filter(known_devices::account_id.eq(id))).execute(tx)?;
    sessions::end_all(tx, id)?;
    Ok(())
}
