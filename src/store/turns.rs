//! Work that comes round again and again, done by whichever process takes its turn. A turn is taken by lease: a process that
//! dies holds nobody up for longer than that.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::schema::turns;

/// No turn is ever put off, or held, for longer than two days, in microseconds. One that is comes from a clock that was wrong.
const LONGEST: i64 = 2 * 24 * 3600 * 1_000_000;

/// Takes the turn until then, if it is due and nobody has it.
pub fn take(tx: &mut Conn, name: &str, now: i64, until: i64) -> Result<bool> {
    let first = (turns::name.eq(name), turns::next_at.eq(now));
    per_backend!(tx, |c| diesel::insert_into(turns::table).values(first).on_conflict_do_nothing().execute(c))?;
    let never = now + LONGEST;
    let due = turns::table.find(name).filter(turns::next_at.le(now).or(turns::next_at.gt(never)));
    let free = due.filter(turns::leased_until.is_null().or(turns::leased_until.le(now)).or(turns::leased_until.gt(never)));
    Ok(diesel::update(free).set(turns::leased_until.eq(until)).execute(tx)? == 1)
}

/// Gives the turn back; it comes round again then.
pub fn give_back(tx: &mut Conn, name: &str, next_at: i64) -> Result<()> {
    let back = (turns::next_at.eq(next_at), turns::leased_until.eq(None::<i64>));
    diesel::update(turns::table.find(name)).set(back).execute(tx)?;
    Ok(())
}
