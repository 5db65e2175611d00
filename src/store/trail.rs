//! The audit trail read: searched by whoever may, newest line first. What changes it is `store::audit`, and nothing else.

use diesel::prelude::*;

use super::audit::Line;
use super::conn::{Conn, MultiBackend};
use super::error::Result;
use super::schema::{accounts, audit_events};
use crate::domain::access::{Action, Reach};

/// What is looked for. Whatever is empty is not asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The id of an account, part of a name or an email address of today, or the whole name of whoever has no account.
    pub who: Option<String>,
    pub action: Option<Action>,
    pub organisation: Option<i64>,
    /// Exactly, as `noun:id`.
    pub subject: Option<String>,
    /// From this instant on, in microseconds since 1970 UTC.
    pub from: Option<i64>,
    /// Before this instant.
    pub until: Option<i64>,
}

/// A part of the trail, counted from its newest line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Only lines with a lower number.
    pub before: Option<i64>,
    pub most: i64,
}

type Lines = audit_events::BoxedQuery<'static, MultiBackend>;

/// The newest lines that are wanted, as far as somebody reaches.
pub fn search(conn: &mut Conn, wanted: &Wanted, reach: &Reach, part: Part) -> Result<Vec<Line>> {
    let mut lines: Lines = audit_events::table.into_boxed();
    if let Some(who) = &wanted.who {
        let accounts = accounts_like(conn, who)?;
        let nobody = audit_events::account_id.is_null().and(audit_events::actor.eq(who.clone()));
        lines = lines.filter(audit_events::account_id.eq_any(accounts).or(nobody));
    }
    if let Some(action) = wanted.action {
        lines = lines.filter(audit_events::action.eq(action.code()));
    }
    if let Some(organisation) = wanted.organisation {
        lines = lines.filter(audit_events::organisation_id.eq(organisation));
    }
    if let Some(subject) = &wanted.subject {
        lines = lines.filter(audit_events::subject.eq(subject.clone()));
    }
    if let Some(from) = wanted.from {
        lines = lines.filter(audit_events::at.ge(from));
    }
    if let Some(until) = wanted.until {
        lines = lines.filter(audit_events::at.lt(until));
    }
    if let Some(before) = part.before {
        lines = lines.filter(audit_events::number.lt(before));
    }
    if !reach.everything {
        lines = lines.filter(audit_events::organisation_id.eq_any(reach.ids.iter().copied().collect::<Vec<_>>()));
    }
    Ok(lines.order(audit_events::number.desc()).limit(part.most).load(conn)?)
}

/// So many lines after a number, in order, that were written from `from` on and before `until`.
pub fn between(conn: &mut Conn, number: i64, from: i64, until: i64, most: i64) -> Result<Vec<Line>> {
    let lines =
        audit_events::table.filter(audit_events::number.gt(number)).filter(audit_events::at.ge(from)).filter(audit_events::at.lt(until));
    Ok(lines.order(audit_events::number).limit(most).load(conn)?)
}

/// A line with the one before and the one after it, in order, as far as they are there.
pub fn around(conn: &mut Conn, number: i64) -> Result<Vec<Line>> {
    let (first, last) = (number.saturating_sub(1), number.saturating_add(1));
    Ok(audit_events::table.filter(audit_events::number.between(first, last)).order(audit_events::number).load(conn)?)
}

/// The account of that id, or those whose name or email address has `who` in it, in any case.
fn accounts_like(conn: &mut Conn, who: &str) -> Result<Vec<i64>> {
    if let Ok(id) = who.parse::<i64>() {
        return Ok(vec![id]);
    }
    // Compared here and not there: SQLite folds the case of ASCII only.
    let part = who.to_lowercase();
    let all: Vec<(i64, String, String)> = accounts::table.select((accounts::id, accounts::name, accounts::email)).load(conn)?;
    let found = all.into_iter().filter(|(_, name, email)| name.to_lowercase().contains(&part) || email.to_lowercase().contains(&part));
    Ok(found.map(|(id, ..)| id).take(MOST_ACCOUNTS).collect())
}

/// More accounts than this are no search; a query takes only so many values.
const MOST_ACCOUNTS: usize = 1000;
