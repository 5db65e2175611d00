//! The audit trail: written in the transaction of what it records, never changed, each line chained to the one before by a
//! keyed hash.

use diesel::dsl::{exists, max};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::schema::{audit_events, audit_heads};
use crate::domain::access::{Anchor, Event, Recorded};
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

impl Line {
    /// What its hash covers.
    #[must_use]
    pub fn recorded(&self) -> Recorded<'_> {
        Recorded {
            number: self.number,
            at: self.at,
            account: self.account_id,
            actor: &self.actor,
            organisation: self.organisation_id,
            action: &self.action,
            subject: &self.subject,
            reason: &self.reason,
            network: &self.network,
            detail: &self.detail,
            previous_hash: &self.previous_hash,
        }
    }
}

/// Adds an event to the end of the chain. Whoever adds one waits for whoever is adding one, to the end of the transaction.
pub fn add(tx: &mut Conn, secret: &Secret, event: &Event) -> Result<()> {
    // The update comes first: it takes the row, so that no other transaction reads the same end.
    diesel::update(audit_heads::table.find(HEAD)).set(audit_heads::number.eq(audit_heads::number + 1)).execute(tx)?;
    let (number, previous): (i64, String) = audit_heads::table.find(HEAD).select((audit_heads::number, audit_heads::hash)).first(tx)?;
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

/// So many lines that come after a number, in order.
pub fn after(conn: &mut Conn, number: i64, most: i64) -> Result<Vec<Line>> {
    Ok(audit_events::table.filter(audit_events::number.gt(number)).order(audit_events::number).limit(most).load(conn)?)
}

/// The recorded end, if it is there, and the number of the last line: both as they are at one moment.
pub fn end(conn: &mut Conn) -> Result<(Option<Anchor>, Option<i64>)> {
    let last = audit_events::table.select(max(audit_events::number)).single_value();
    let end: Option<(i64, String, Option<i64>)> =
        audit_heads::table.find(HEAD).select((audit_heads::number, audit_heads::hash, last)).first(conn).optional()?;
    match end {
        Some((number, hash, last)) => Ok((Some(Anchor { number, hash }), last)),
        None => Ok((None, audit_events::table.select(max(audit_events::number)).first(conn)?)),
    }
}

/// How many lines there are.
pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(audit_events::table.count().get_result(conn)?)
}

/// True when anything was ever recorded: then the key it is chained with must be there.
pub fn any(conn: &mut Conn) -> Result<bool> {
    Ok(diesel::select(exists(audit_events::table.select(audit_events::number))).get_result(conn)?)
}

/// Waits until nobody else is adding to the trail, and keeps everybody else waiting to the end of the transaction. What is
/// read after this and decided upon cannot change underneath the decision, as long as every such decision begins so.
pub fn turn(tx: &mut Conn) -> Result<()> {
    diesel::update(audit_heads::table.find(HEAD)).set(audit_heads::number.eq(audit_heads::number)).execute(tx)?;
    Ok(())
}
