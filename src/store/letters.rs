//! Mail that waits to be sent: added with the decision that causes it, claimed by lease, emptied when it was sent.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::schema::{alert_notes, demographics, import_parts, letters, second_factors};

/// Where the sealed text of a letter is kept.
pub const SEALED: &str = "letters.sealed";

/// A letter that waits.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = letters)]
pub struct Waiting {
    pub id: i64,
    /// What it is about.
    pub kind: String,
    /// Address, subject and body, sealed; nothing once it was sent.
    pub sealed: Option<String>,
    pub created_at: i64,
    /// When to try it next. Whoever takes it moves this on, so that nobody else takes it meanwhile.
    pub due_at: i64,
    pub tries: i32,
    pub sent_at: Option<i64>,
    pub failed_at: Option<i64>,
}

/// Adds a letter.
pub fn add(tx: &mut Conn, letter: &Waiting) -> Result<()> {
    diesel::insert_into(letters::table).values(letter).execute(tx)?;
    Ok(())
}

/// The letters that are due, the longest due first, so many at a time.
pub fn due(conn: &mut Conn, now: i64, most: i64) -> Result<Vec<Waiting>> {
    let waiting = letters::table.filter(letters::sent_at.is_null()).filter(letters::failed_at.is_null());
    let due = waiting.filter(letters::due_at.le(now)).order((letters::due_at, letters::id)).limit(most);
    Ok(due.load(conn)?)
}

/// Takes a letter, to be sent until then. `false` when somebody else took it meanwhile.
pub fn claim(tx: &mut Conn, letter: &Waiting, until: i64) -> Result<bool> {
    let waiting = letters::table.find(letter.id).filter(letters::sent_at.is_null()).filter(letters::failed_at.is_null());
    let same = waiting.filter(letters::due_at.eq(letter.due_at));
    Ok(diesel::update(same).set((letters::due_at.eq(until), letters::tries.eq(letters::tries + 1))).execute(tx)? == 1)
}

/// Notes that a letter was sent, and empties it.
pub fn sent(tx: &mut Conn, id: i64, now: i64) -> Result<()> {
    let emptied = (letters::sealed.eq(None::<String>), letters::sent_at.eq(now));
    diesel::update(letters::table.find(id)).set(emptied).execute(tx)?;
    Ok(())
}

/// Notes when a letter that could not be sent is tried again.
pub fn put_off(tx: &mut Conn, id: i64, due_at: i64) -> Result<()> {
    diesel::update(letters::table.find(id)).set(letters::due_at.eq(due_at)).execute(tx)?;
    Ok(())
}

/// Gives a letter up, and empties it.
pub fn give_up(tx: &mut Conn, id: i64, now: i64) -> Result<()> {
    let emptied = (letters::sealed.eq(None::<String>), letters::failed_at.eq(now));
    diesel::update(letters::table.find(id)).set(emptied).execute(tx)?;
    Ok(())
}

/// Takes out letters that were sent or given up before then.
pub fn sweep(tx: &mut Conn, before: i64) -> Result<usize> {
    let over = letters::table.filter(letters::sent_at.lt(before).or(letters::failed_at.lt(before)));
    Ok(diesel::delete(over).execute(tx)?)
}

/// True when anything sealed is kept: then the key ring must be there.
pub fn any_sealed(conn: &mut Conn) -> Result<bool> {
    let factors = diesel::select(diesel::dsl::exists(second_factors::table.select(second_factors::id))).get_result(conn)?;
    let letters = diesel::select(diesel::dsl::exists(letters::table.filter(letters::sealed.is_not_null()))).get_result(conn)?;
    let people =
        diesel::select(diesel::dsl::exists(demographics::table.filter(demographics::sealed_key.is_not_null()))).get_result(conn)?;
    let notes = diesel::select(diesel::dsl::exists(alert_notes::table.select(alert_notes::id))).get_result(conn)?;
    let files = diesel::select(diesel::dsl::exists(import_parts::table.select(import_parts::id))).get_result(conn)?;
    Ok(factors || letters || people || notes || files)
}
