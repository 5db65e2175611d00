//! Board packs that were asked for: how far each is, and the file for a day.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::AccountId;
use super::schema::board_packs;

/// Is made, or will be.
pub const WAITING: &str = "waiting";

/// Can be fetched.
pub const READY: &str = "ready";

/// Could not be made.
pub const FAILED: &str = "failed";

/// One pack.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = board_packs)]
pub struct Pack {
    pub id: i64,
    /// Who asked for it.
    pub account_id: AccountId,
    /// The last month in it.
    pub period: i32,
    /// The key of the only programme in it; all of them where none is named.
    pub programme: Option<String>,
    pub language: String,
    /// [`WAITING`], [`READY`] or [`FAILED`].
    pub status: String,
    /// How many of its steps are done.
    pub done: i64,
    pub steps: i64,
    pub asked_at: i64,
    pub leased_until: Option<i64>,
    pub finished_at: Option<i64>,
}

/// All of a row but the file, which is long.
const COLUMNS: (
    board_packs::id,
    board_packs::account_id,
    board_packs::period,
    board_packs::programme,
    board_packs::language,
    board_packs::status,
    board_packs::done,
    board_packs::steps,
    board_packs::asked_at,
    board_packs::leased_until,
    board_packs::finished_at,
) = (
    board_packs::id,
    board_packs::account_id,
    board_packs::period,
    board_packs::programme,
    board_packs::language,
    board_packs::status,
    board_packs::done,
    board_packs::steps,
    board_packs::asked_at,
    board_packs::leased_until,
    board_packs::finished_at,
);

/// Adds a pack, but where the same one is being made for the same person.
pub fn add(tx: &mut Conn, pack: &Pack) -> Result<bool> {
    let own = board_packs::table.filter(board_packs::account_id.eq(pack.account_id)).filter(board_packs::status.eq(WAITING));
    let waiting: Vec<(i32, Option<String>, String)> =
        own.select((board_packs::period, board_packs::programme, board_packs::language)).load(tx)?;
    if waiting.contains(&(pack.period, pack.programme.clone(), pack.language.clone())) {
        return Ok(false);
    }
    diesel::insert_into(board_packs::table).values(pack).execute(tx)?;
    Ok(true)
}

/// Somebody's packs, the newest first.
pub fn list(conn: &mut Conn, account: AccountId) -> Result<Vec<Pack>> {
    let own = board_packs::table.filter(board_packs::account_id.eq(account)).order((board_packs::asked_at.desc(), board_packs::id.desc()));
    Ok(own.select(COLUMNS).limit(20).load(conn)?)
}

/// One of somebody's packs that can be fetched, and its document (base64). [`super::Error::NotFound`] for any other.
pub fn ready(conn: &mut Conn, id: i64, account: AccountId) -> Result<(Pack, Option<String>)> {
    let own = board_packs::table.find(id).filter(board_packs::account_id.eq(account)).filter(board_packs::status.eq(READY));
    Ok(own.select((COLUMNS, board_packs::file)).first(conn)?)
}

/// Packs that wait and that nobody is making, the oldest first.
pub fn due(conn: &mut Conn, now: i64) -> Result<Vec<Pack>> {
    let waiting = board_packs::table.filter(board_packs::status.eq(WAITING));
    let free = waiting.filter(board_packs::leased_until.is_null().or(board_packs::leased_until.lt(now)));
    Ok(free.select(COLUMNS).order(board_packs::id).load(conn)?)
}

/// Takes a pack, to make it until then. False where somebody else has it.
pub fn claim(tx: &mut Conn, id: i64, now: i64, until: i64) -> Result<bool> {
    let waiting = board_packs::table.find(id).filter(board_packs::status.eq(WAITING));
    let free = waiting.filter(board_packs::leased_until.is_null().or(board_packs::leased_until.lt(now)));
    Ok(diesel::update(free).set(board_packs::leased_until.eq(until)).execute(tx)? == 1)
}

/// Notes how far a pack is.
pub fn note(tx: &mut Conn, id: i64, done: i64, steps: i64) -> Result<()> {
    diesel::update(board_packs::table.find(id)).set((board_packs::done.eq(done), board_packs::steps.eq(steps))).execute(tx)?;
    Ok(())
}

/// Ends the making of a pack: with its file, or without where it failed.
pub fn finish(tx: &mut Conn, id: i64, file: Option<&str>, now: i64) -> Result<()> {
    let set = (
        board_packs::status.eq(if file.is_some() { READY } else { FAILED }),
        board_packs::file.eq(file),
        board_packs::finished_at.eq(now),
        board_packs::leased_until.eq(None::<i64>),
    );
    diesel::update(board_packs::table.find(id)).set(set).execute(tx)?;
    Ok(())
}

/// Takes away packs that were asked for before then.
pub fn forget(tx: &mut Conn, before: i64) -> Result<usize> {
    Ok(diesel::delete(board_packs::table.filter(board_packs::asked_at.lt(before))).execute(tx)?)
}
