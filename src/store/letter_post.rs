//! Letters to people: they gather until staff take them away as a batch, print them, and say that they are in the post. A batch
//! is marked with its number in `gateway_id`, which no gateway uses for letters.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::OrganisationId;
use super::messages::{self as outbox, Message};
use super::schema::messages;
use crate::domain::care::channel::Channel;

/// The letters of these organisations that are neither posted nor given up.
macro_rules! open {
    ($organisations:expr) => {
        messages::table
            .filter(messages::organisation_id.eq_any($organisations))
            .filter(messages::channel.eq(Channel::Letter.code()))
            .filter(messages::sent_at.is_null())
            .filter(messages::failed_at.is_null())
    };
}

/// How many letters are due and in no batch.
pub fn waiting(conn: &mut Conn, organisations: &[OrganisationId], now: i64) -> Result<i64> {
    let due = open!(organisations).filter(messages::gateway_id.is_null()).filter(messages::due_at.le(now));
    Ok(due.count().get_result(conn)?)
}

/// Batches that are not posted, by their numbers, each with how many letters are in it.
pub fn batches(conn: &mut Conn, organisations: &[OrganisationId]) -> Result<BTreeMap<String, usize>> {
    let taken = open!(organisations).select(messages::gateway_id.assume_not_null()).filter(messages::gateway_id.is_not_null());
    let mut batches = BTreeMap::new();
    for number in taken.load::<String>(conn)? {
        *batches.entry(number).or_insert(0) += 1;
    }
    Ok(batches)
}

/// Puts the letters that are due into a new batch, the longest due first. Returns how many there are.
pub fn gather(tx: &mut Conn, organisations: &[OrganisationId], number: &str, now: i64, most: i64) -> Result<usize> {
    let due = open!(organisations).filter(messages::gateway_id.is_null()).filter(messages::due_at.le(now));
    let ids: Vec<i64> = due.order((messages::due_at, messages::id)).limit(most).select(messages::id).load(tx)?;
    let mut gathered = 0;
    for some in ids.chunks(1000) {
        let own = messages::table.filter(messages::id.eq_any(some)).filter(messages::gateway_id.is_null());
        gathered += diesel::update(own).set(messages::gateway_id.eq(number)).execute(tx)?;
    }
    Ok(gathered)
}

/// Takes a letter out of its batch, so that it waits for another.
pub fn put_back(tx: &mut Conn, letter: &Message) -> Result<()> {
    let open = messages::table.find(letter.id).filter(messages::sent_at.is_null());
    diesel::update(open).set(messages::gateway_id.eq(None::<String>)).execute(tx)?;
    Ok(())
}

/// The letters of a batch that are neither posted nor given up, in the order in which they were decided.
pub fn of_batch(conn: &mut Conn, organisations: &[OrganisationId], number: &str) -> Result<Vec<Message>> {
    Ok(open!(organisations).filter(messages::gateway_id.eq(number)).order(messages::id).load(conn)?)
}

/// Notes that a batch is in the post. Returns how many letters that were.
pub fn posted(tx: &mut Conn, organisations: &[OrganisationId], number: &str, now: i64) -> Result<usize> {
    let letters = of_batch(tx, organisations, number)?;
    letters.iter().try_for_each(|letter| outbox::sent(tx, letter, Some(number), now))?;
    Ok(letters.len())
}
