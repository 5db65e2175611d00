//! How often things were tried, for every process of an installation. What is tried goes by a keyed hash, so that the table
//! says nothing about anybody.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::schema::throttles;
use crate::domain::access::Pace;

/// Something that may be tried at a certain pace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// What is tried, as a keyed hash.
    pub key_hash: String,
    pub pace: Pace,
}

/// Takes one try of each. Where one of them must wait, none is taken, and the answer is the whole seconds to wait. A try is
/// taken before it is made, so that many at once are not more than many in a row.
pub fn take(tx: &mut Conn, all: &[Tried], now: i64) -> Result<Option<i64>> {
    let mut taken = Vec::new();
    let mut wait = None;
    for tried in sorted(all) {
        match tried.pace.take(held(tx, &tried.key_hash, now)?, now) {
            Ok(arrival) => taken.push((tried, arrival)),
            Err(seconds) => wait = wait.max(Some(seconds)),
        }
    }
    if wait.is_none() {
        for (tried, arrival) in taken {
            diesel::update(throttles::table.find(&tried.key_hash)).set(throttles::arrival_at.eq(arrival)).execute(tx)?;
        }
    }
    Ok(wait)
}

/// Gives back one try of each, because it was a right one.
pub fn give_back(tx: &mut Conn, all: &[Tried], now: i64) -> Result<()> {
    for tried in sorted(all) {
        let arrival = tried.pace.give_back(held(tx, &tried.key_hash, now)?);
        diesel::update(throttles::table.find(&tried.key_hash)).set(throttles::arrival_at.eq(arrival)).execute(tx)?;
    }
    Ok(())
}

/// Takes out what is as if it had never been tried. Returns how many.
pub fn sweep(tx: &mut Conn, now: i64) -> Result<usize> {
    Ok(diesel::delete(throttles::table.filter(throttles::arrival_at.le(now))).execute(tx)?)
}

/// The arrival time of a key, whose row belongs to this transaction from here on.
fn held(tx: &mut Conn, key_hash: &str, now: i64) -> Result<i64> {
    let row = (throttles::key_hash.eq(key_hash), throttles::arrival_at.eq(now));
    // Writing what is there already takes the row, so that two tries at once do not read the same time.
    per_backend!(tx, |c| diesel::insert_into(throttles::table)
        .values(row)
        .on_conflict(throttles::key_hash)
        .do_update()
        .set(throttles::arrival_at.eq(throttles::arrival_at))
        .execute(c))?;
    Ok(throttles::table.find(key_hash).select(throttles::arrival_at).first(tx)?)
}

/// In the order of their keys, so that two transactions never wait for each other in a circle.
fn sorted(all: &[Tried]) -> Vec<&Tried> {
    let mut all: Vec<&Tried> = all.iter().collect();
    all.sort_unstable_by(|one, other| one.key_hash.cmp(&other.key_hash));
    all
}
