//! Drafts of definitions: written, proposed, sent back, dropped, put into force. Every change is made by whoever saw the draft as
//! it is now, and by nobody else.

use diesel::prelude::*;

use super::conn::Conn;
use super::definitions::{DRAFT, DROPPED, IN_FORCE, Kept, of, sha256};
use super::error::Result;
use super::schema::definitions;
use crate::clock::Moment;
use crate::domain::indicator::Definition;

/// Who decides or writes, and when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    pub account: i64,
    pub now: Moment,
}

/// A draft as somebody saw it: of which indicator, which version, written how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub indicator: String,
    pub version: i32,
    pub revision: i32,
}

impl Seen {
    /// That one, as it is.
    #[must_use]
    pub fn of(kept: &Kept) -> Self {
        Self { indicator: kept.indicator.clone(), version: kept.version, revision: kept.revision }
    }
}

/// The draft of an indicator, if somebody is at one.
pub fn find(conn: &mut Conn, indicator: &str) -> Result<Option<Kept>> {
    Ok(of(conn, indicator)?.into_iter().find(Kept::is_draft))
}

/// Begins a draft. `false` where there is one already, or a version of that number: then nothing is done.
pub fn begin(tx: &mut Conn, draft: &Kept) -> Result<bool> {
    let there = of(tx, &draft.indicator)?;
    if there.iter().any(|one| one.is_draft() || one.version >= draft.version) {
        return Ok(false);
    }
    diesel::insert_into(definitions::table).values(draft).execute(tx)?;
    Ok(true)
}

macro_rules! draft {
    ($seen:expr) => {
        definitions::table
            .find((&$seen.indicator, $seen.version))
            .filter(definitions::revision.eq($seen.revision))
            .filter(definitions::status.eq(DRAFT))
    };
}

/// Writes a draft anew. It is counted anew too, and has to be proposed anew.
pub fn change(tx: &mut Conn, seen: &Seen, definition: &Definition, by: By) -> Result<bool> {
    let none = None::<i64>;
    let written = (
        definitions::source.eq(definition.to_full_toml()),
        definitions::sha256.eq(sha256(definition)),
        definitions::survey.eq(definition.survey()),
        definitions::drafted_by.eq(by.account),
        definitions::drafted_at.eq(by.now.micros()),
        definitions::revision.eq(seen.revision + 1),
    );
    let undone = (
        definitions::proposed_by.eq(none),
        definitions::proposed_at.eq(none),
        definitions::counting_at.eq(none),
        definitions::counted_at.eq(none),
        definitions::preview.eq(None::<String>),
    );
    Ok(diesel::update(draft!(seen)).set((written, undone)).execute(tx)? == 1)
}

/// Proposes a draft that is counted, with a reason.
pub fn propose(tx: &mut Conn, seen: &Seen, reason: &str, by: By) -> Result<bool> {
    let own = draft!(seen).filter(definitions::proposed_at.is_null()).filter(definitions::counted_at.is_not_null());
    let set = (
        definitions::reason.eq(reason),
        definitions::note.eq(None::<String>),
        definitions::proposed_by.eq(by.account),
        definitions::proposed_at.eq(by.now.micros()),
    );
    Ok(diesel::update(own).set(set).execute(tx)? == 1)
}

/// Sends a draft back that was proposed, and says why.
pub fn send_back(tx: &mut Conn, seen: &Seen, note: &str) -> Result<bool> {
    let own = draft!(seen).filter(definitions::proposed_at.is_not_null());
    let none = None::<i64>;
    let set = (definitions::note.eq(note), definitions::proposed_by.eq(none), definitions::proposed_at.eq(none));
    Ok(diesel::update(own).set(set).execute(tx)? == 1)
}

/// Gives a draft up. Its number is not given again.
pub fn drop(tx: &mut Conn, seen: &Seen, note: &str, by: By) -> Result<bool> {
    let set = (
        definitions::status.eq(DROPPED),
        definitions::note.eq(note),
        definitions::decided_by.eq(by.account),
        definitions::decided_at.eq(by.now.micros()),
    );
    Ok(diesel::update(draft!(seen)).set(set).execute(tx)? == 1)
}

/// Puts a draft into force that somebody else wrote and proposed, from the first month that it says. It is counted anew from
/// there on, and no release waits for less.
pub fn approve(tx: &mut Conn, seen: &Seen, definition: &Definition, by: By) -> Result<bool> {
    let others = definitions::drafted_by.ne(by.account).and(definitions::proposed_by.ne(by.account));
    let own = draft!(seen).filter(definitions::counted_at.is_not_null()).filter(others);
    let none = None::<i64>;
    let set = (
        definitions::status.eq(IN_FORCE),
        definitions::effective_from.eq(definition.effective_from.number()),
        definitions::source.eq(definition.to_full_toml()),
        definitions::sha256.eq(sha256(definition)),
        definitions::decided_by.eq(by.account),
        definitions::decided_at.eq(by.now.micros()),
        definitions::counting_at.eq(none),
        definitions::counted_at.eq(none),
    );
    Ok(diesel::update(own).set(set).execute(tx)? == 1)
}
