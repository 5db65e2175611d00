//! Mail that waits to be sent: added with the decision that causes it, claimed by lease, emptied when it was sent.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::schema::{letters, second_factors};

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

/// True when anything sealed is kept: then the key ring must be there.
pub fn any_sealed(conn: &mut Conn) -> Result<bool> {
    let factors = diesel::select(diesel::dsl::exists(second_factors::table.select(second_factors::id))).get_result(conn)?;
    let letters = diesel::select(diesel::dsl::exists(letters::table.filter(letters::sealed.is_not_null()))).get_result(conn)?;
    Ok(factors || letters)
}
