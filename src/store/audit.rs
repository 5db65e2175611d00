//! The audit trail: written in the transaction of what it records, never changed, each line chained to the one before by a
//! keyed hash.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::schema::{audit_events, audit_heads};
use crate::domain::access::Event;
use crate::secret::{Purpose, Secret};

/// The one row of `audit_heads`.
const HEAD: i64 = 1;

/// One line as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = audit_events)]
pub struct Line {
    pub number: i64,
    pub at: i64,
    pub account_id: Option<i64>,
    pub actor: String,
    pub organisation_id: Option<i64>,
    pub action: String,
    pub subject: String,
    pub reason: String,
    pub network: String,
    pub detail: String,
    pub previous_hash: String,
    pub hash: String,
}

/// Adds an event to the end of the chain. Whoever adds one waits for whoever is adding one, to the end of the transaction.
pub fn add(tx: &mut Conn, secret: &Secret, event: &Event) -> Result<()> {
    // The update comes first: it takes the row, so that no other transaction reads the same end.
    diesel::update(audit_heads::table.find(HEAD)).set(audit_heads::number.eq(audit_heads::number + 1)).execute(tx)?;
    let (number, previous): (i64, String) =
        audit_heads::table.find(HEAD).select((audit_heads::number, audit_heads::hash)).first(tx)?;
    let hash = secret.sign(Purpose::Audit, &event.canonical(number, &previous));
    let line = Line {
        number,
        at: event.at,
        account_id: event.account,
        actor: event.actor.clone(),
        organisation_id: event.organisation,
        action: event.action.code().to_owned(),
        subject: event.subject.clone(),
        reason: event.reason.clone(),
        network: event.network.clone(),
        detail: event.detail.clone(),
        previous_hash: previous,
        hash: hash.clone(),
    };
    diesel::insert_into(audit_events::table).values(&line).execute(tx)?;
    diesel::update(audit_heads::table.find(HEAD)).set(audit_heads::hash.eq(hash)).execute(tx)?;
    Ok(())
}
