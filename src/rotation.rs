//! Sealing anew: after a new key was put into the ring, every value that is kept is opened with its old key and sealed with
//! the new one, a batch in a transaction. What was done stays done, so that it can be interrupted and gone on with.

use crate::keys::{Failure, KeyRing, Place};
use crate::random::Random;
use crate::store::sealed::{self, Column};
use crate::store::{Conn, Result, Store};

/// Values in one transaction.
const BATCH: i64 = 500;

/// A value that could not be opened, and is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unopened {
    pub column: &'static str,
    pub row: i64,
    pub why: Failure,
}

/// What one batch came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// How many values were sealed anew.
    pub sealed: u64,
    pub unopened: Vec<Unopened>,
    /// The last row that was looked at; nothing when there was none.
    pub last: Option<i64>,
}

/// How many values are sealed with another key than the one that seals.
pub fn pending(store: &Store, keys: &KeyRing) -> Result<u64> {
    let current = keys.current();
    let of = |conn: &mut Conn, column: Column| Ok(column.count_all(conn)? - column.count(conn, &current)?);
    let pending = store.read_now("count sealed", |conn| Column::ALL.into_iter().map(|column| of(conn, column)).sum::<Result<i64>>())?;
    Ok(u64::try_from(pending).unwrap_or_default())
}

/// Seals every value anew that another key has sealed. `watch` hears how many were done, a batch at a time.
pub fn reseal(store: &Store, keys: &KeyRing, random: &Random, watch: &mut dyn FnMut(u64)) -> Result<(u64, Vec<Unopened>)> {
    let (mut done, mut unopened) = (0, Vec::new());
    for column in Column::ALL {
        let mut after = i64::MIN;
        loop {
            let batch = step(store, keys, random, (column, after))?;
            done += batch.sealed;
            unopened.extend(batch.unopened);
            watch(batch.sealed);
            let Some(last) = batch.last else { break };
            after = last;
        }
    }
    let current = keys.current();
    store.write_now("end ceremonies", |tx| sealed::end_ceremonies(tx, &current))?;
    Ok((done, unopened))
}

/// Seals the next batch of a column anew, after that row.
pub fn step(store: &Store, keys: &KeyRing, random: &Random, (column, after): (Column, i64)) -> Result<Batch> {
    let current = keys.current();
    store.write_now("seal anew", |tx| {
        let mut batch = Batch { sealed: 0, unopened: Vec::new(), last: None };
        for (row, old) in column.others(tx, &current, after, BATCH)? {
            let place = Place { column: column.name(), row };
            batch.last = Some(row);
            match keys.open(place, &old).and_then(|plain| keys.seal(place, &plain, random)) {
                Ok(new) => {
                    column.replace(tx, row, &old, &new)?;
                    batch.sealed += 1;
                }
                Err(why) => batch.unopened.push(Unopened { column: column.name(), row, why }),
            }
        }
        Ok(batch)
    })
}
