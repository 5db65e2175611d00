//! Links that open one thing once: sent by email or handed over, kept only as a hash.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::AccountId;
use super::schema::one_time_links;
use crate::clock::Moment;
use crate::domain::access::LinkPurpose;
use crate::secret::token_hash;

/// A link as it is kept.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = one_time_links)]
pub struct Link {
    pub token_hash: String,
    pub account_id: AccountId,
    pub purpose: String,
    pub created_at: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

impl Link {
    /// A link that begins to work now, for as long as its purpose allows.
    #[must_use]
    pub fn new(token: &str, account_id: AccountId, purpose: LinkPurpose, now: Moment) -> Self {
        Self {
            token_hash: token_hash(token),
            account_id,
            purpose: purpose.code().to_owned(),
            created_at: now.micros(),
            expires_at: now.plus_seconds(purpose.hours() * 3600).micros(),
            used_at: None,
        }
    }

    /// What it is for.
    pub fn purpose(&self) -> Result<LinkPurpose> {
        LinkPurpose::from_code(&self.purpose).ok_or_else(|| Error::Corrupt(format!("the link purpose `{}`", self.purpose)))
    }
}

/// Adds a link; the earlier ones of the account stop working.
pub fn add(tx: &mut Conn, link: &Link) -> Result<()> {
    revoke(tx, link.account_id)?;
    diesel::insert_into(one_time_links::table).values(link).execute(tx)?;
    Ok(())
}

/// A link that works now.
pub fn find(conn: &mut Conn, token_hash: &str, now: i64) -> Result<Link> {
    let live = one_time_links::table.find(token_hash).filter(one_time_links::used_at.is_null()).filter(one_time_links::expires_at.gt(now));
    Ok(live.first(conn)?)
}

/// Uses a link up. [`Error::NotFound`] when it was used meanwhile, or has run out.
pub fn spend(tx: &mut Conn, token_hash: &str, now: i64) -> Result<()> {
    let live = one_time_links::table.find(token_hash).filter(one_time_links::used_at.is_null()).filter(one_time_links::expires_at.gt(now));
    match diesel::update(live).set(one_time_links::used_at.eq(now)).execute(tx)? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// Takes the links of an account away.
pub fn revoke(tx: &mut Conn, account: AccountId) -> Result<()> {
    diesel::delete(one_time_links::table.filter(one_time_links::account_id.eq(account))).execute(tx)?;
    Ok(())
}

/// Takes out links that have run out.
pub fn sweep(tx: &mut Conn, now: i64) -> Result<usize> {
    Ok(diesel::delete(one_time_links::table.filter(one_time_links::expires_at.le(now))).execute(tx)?)
}
