//! Files of people and episodes on their way in: the sealed lines, how far each file is, and what becomes of every line. What
//! is done moves on in the transaction that does it, so that a file whose program was killed goes on where it was.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::schema::{import_lines, import_parts, imports};

/// Where the sealed lines of a file are kept.
pub const SEALED: &str = "import_parts.sealed";

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = imports)]
pub struct Import {
    pub id: i64,
    pub organisation_id: OrganisationId,
    /// Who brought it; nothing where it came by the command line.
    pub account_id: Option<AccountId>,
    /// What the file was called.
    pub name: String,
    pub sha256: String,
    /// `all-or-nothing` or `valid-lines`, once somebody has chosen.
    pub choice: Option<String>,
    /// `checking`, `checked`, `running`, `done`, `refused` or `dropped`.
    pub status: String,
    pub lines: i64,
    /// How many of the lines are checked, or brought in.
    pub done: i64,
    pub added: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub refused: i64,
    pub created_at: i64,
    pub leased_until: Option<i64>,
    pub finished_at: Option<i64>,
}

/// Some lines of a file, sealed. Number 0 is the heading.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = import_parts)]
pub struct Part {
    pub id: i64,
    pub import_id: i64,
    pub number: i32,
    pub sealed: String,
}

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = import_lines)]
pub struct Line {
    pub import_id: i64,
    /// The line of the file; the heading is line 1.
    pub number: i32,
    /// `add`, `change`, `same` or `refuse`.
    pub outcome: String,
    /// Codes of [`crate::domain::care::import::Fault`] with blanks between.
    pub faults: Option<String>,
}

/// Keeps a file.
pub fn add(tx: &mut Conn, import: &Import, parts: &[Part]) -> Result<()> {
    diesel::insert_into(imports::table).values(import).execute(tx)?;
    for some in parts.chunks(100) {
        per_backend!(tx, |c| diesel::insert_into(import_parts::table).values(some).execute(c))?;
    }
    Ok(())
}

/// A file of one of these organisations. [`super::Error::NotFound`] for any other.
pub fn find(conn: &mut Conn, id: i64, organisations: &[OrganisationId]) -> Result<Import> {
    Ok(imports::table.find(id).filter(imports::organisation_id.eq_any(organisations)).first(conn)?)
}

/// A file, whoever's it is: for the program itself.
pub fn get(conn: &mut Conn, id: i64) -> Result<Import> {
    Ok(imports::table.find(id).first(conn)?)
}

/// The files of these organisations, the newest first.
pub fn list(conn: &mut Conn, organisations: &[OrganisationId], most: i64) -> Result<Vec<Import>> {
    let own = imports::table.filter(imports::organisation_id.eq_any(organisations));
    Ok(own.order((imports::created_at.desc(), imports::id.desc())).limit(most).load(conn)?)
}

/// The same file at an organisation, if it is on its way in already.
pub fn under_way(conn: &mut Conn, organisation: OrganisationId, sha256: &str) -> Result<Option<Import>> {
    let same = imports::table.filter(imports::organisation_id.eq(organisation)).filter(imports::sha256.eq(sha256));
    let open = same.filter(imports::status.eq_any(["checking", "checked", "running"]));
    Ok(open.order(imports::id.desc()).first(conn).optional()?)
}

/// Files that there is work on, which nobody holds: all of them, so that none waits behind some that fail.
pub fn due(conn: &mut Conn, now: i64) -> Result<Vec<Import>> {
    let open = imports::table.filter(imports::status.eq_any(["checking", "running"]));
    let free = open.filter(imports::leased_until.is_null().or(imports::leased_until.lt(now)));
    Ok(free.order(imports::id).load(conn)?)
}

/// Takes a file, to work on it until then. `false` when somebody else has it.
pub fn claim(tx: &mut Conn, id: i64, now: i64, until: i64) -> Result<bool> {
    let open = imports::table.find(id).filter(imports::status.eq_any(["checking", "running"]));
    let free = open.filter(imports::leased_until.is_null().or(imports::leased_until.lt(now)));
    Ok(diesel::update(free).set(imports::leased_until.eq(until)).execute(tx)? == 1)
}

/// Gives a file back.
pub fn release(tx: &mut Conn, id: i64) -> Result<()> {
    diesel::update(imports::table.find(id)).set(imports::leased_until.eq(None::<i64>)).execute(tx)?;
    Ok(())
}

/// A sealed part of a file, and its row.
pub fn part(conn: &mut Conn, id: i64, number: i32) -> Result<Part> {
    let own = import_parts::table.filter(import_parts::import_id.eq(id)).filter(import_parts::number.eq(number));
    Ok(own.first(conn)?)
}

/// Puts a file in the place of what it was before. `false` when somebody else has moved it on meanwhile.
pub fn advance(tx: &mut Conn, before: &Import, after: &Import) -> Result<bool> {
    let same = imports::table.find(before.id).filter(imports::status.eq(&before.status)).filter(imports::done.eq(before.done));
    let set = (
        imports::choice.eq(&after.choice),
        imports::status.eq(&after.status),
        imports::done.eq(after.done),
        imports::added.eq(after.added),
        imports::changed.eq(after.changed),
        imports::unchanged.eq(after.unchanged),
        imports::refused.eq(after.refused),
        imports::leased_until.eq(after.leased_until),
        imports::finished_at.eq(after.finished_at),
    );
    let is_moved = diesel::update(same).set(set).execute(tx)? == 1;
    if is_moved && after.finished_at.is_some() {
        diesel::delete(import_parts::table.filter(import_parts::import_id.eq(before.id))).execute(tx)?;
    }
    Ok(is_moved)
}

/// Notes what becomes of lines, in the place of what was noted of them before.
pub fn note(tx: &mut Conn, id: i64, lines: &[Line]) -> Result<()> {
    let numbers: Vec<i32> = lines.iter().map(|line| line.number).collect();
    for some in numbers.chunks(1000) {
        let old = import_lines::table.filter(import_lines::import_id.eq(id)).filter(import_lines::number.eq_any(some));
        diesel::delete(old).execute(tx)?;
    }
    for some in lines.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(import_lines::table).values(some).execute(c))?;
    }
    Ok(())
}

/// What becomes of the lines from one to another, in their order.
pub fn between(conn: &mut Conn, id: i64, first: i32, last: i32) -> Result<Vec<Line>> {
    let own = import_lines::table.filter(import_lines::import_id.eq(id));
    Ok(own.filter(import_lines::number.between(first, last)).order(import_lines::number).load(conn)?)
}

/// So many lines after one, those with that outcome where one is named.
pub fn lines(conn: &mut Conn, id: i64, outcome: Option<&str>, after: i32, most: i64) -> Result<Vec<Line>> {
    let own = import_lines::table.filter(import_lines::import_id.eq(id)).filter(import_lines::number.gt(after));
    let mut own = own.order(import_lines::number).limit(most).into_boxed();
    if let Some(outcome) = outcome {
        own = own.filter(import_lines::outcome.eq(outcome.to_owned()));
    }
    Ok(own.load(conn)?)
}

/// Files that came before then, about which nobody has chosen.
pub fn forgotten(conn: &mut Conn, before: i64) -> Result<Vec<Import>> {
    let checked = imports::table.filter(imports::status.eq_any(["checking", "checked"])).filter(imports::choice.is_null());
    Ok(checked.filter(imports::created_at.lt(before)).limit(20).load(conn)?)
}
