//! What was published of "you said, we did": each publication as it stood, the newest of them for the public to read until it is
//! ended.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::events::Event;
use super::ids::{AccountId, EventId};
use super::schema::{answer_publications, events};
use crate::domain::engagement::answer_back::Content;

/// One publication.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = answer_publications)]
pub struct Publication {
    pub event_id: EventId,
    /// From 1 on, for each event.
    pub number: i32,
    /// A [`Content`], as JSON.
    pub content: String,
    pub published_by: AccountId,
    pub published_at: i64,
    /// When it was taken from the public page without another in its place.
    pub ended_at: Option<i64>,
}

impl Publication {
    /// What was published. [`Error::Corrupt`] where it cannot be read.
    pub fn said(&self) -> Result<Content> {
        serde_json::from_str(&self.content).map_err(|why| Error::Corrupt(format!("answer_publications.content: {why}")))
    }
}

/// The newest publication of an event, ended or not.
pub fn newest(conn: &mut Conn, event: EventId) -> Result<Option<Publication>> {
    let own = answer_publications::table.filter(answer_publications::event_id.eq(event));
    Ok(own.order(answer_publications::number.desc()).first(conn).optional()?)
}

/// What the public reads of an event; nothing where nothing is published.
pub fn standing(conn: &mut Conn, event: EventId) -> Result<Option<Publication>> {
    Ok(newest(conn, event)?.filter(|publication| publication.ended_at.is_none()))
}

/// Publishes. The event says since when.
pub fn add(tx: &mut Conn, publication: &Publication) -> Result<()> {
    diesel::insert_into(answer_publications::table).values(publication).execute(tx)?;
    let event = events::table.find(publication.event_id);
    diesel::update(event).set(events::answered_back_at.eq(Some(publication.published_at))).execute(tx)?;
    Ok(())
}

/// Takes what is published from the public page. `false` where nothing is.
pub fn end(tx: &mut Conn, event: EventId, now: i64) -> Result<bool> {
    let Some(publication) = standing(tx, event)? else { return Ok(false) };
    let own = answer_publications::table.find((event, publication.number));
    diesel::update(own).set(answer_publications::ended_at.eq(Some(now))).execute(tx)?;
    diesel::update(events::table.find(event)).set(events::answered_back_at.eq(None::<i64>)).execute(tx)?;
    Ok(true)
}

/// The events that have answered back, the last answer first.
pub fn answered(conn: &mut Conn) -> Result<Vec<Event>> {
    let answered = events::table.filter(events::answered_back_at.is_not_null());
    Ok(answered.order((events::answered_back_at.desc(), events::id)).load(conn)?)
}

/// True where any event has answered back.
pub fn any(conn: &mut Conn) -> Result<bool> {
    let answered = events::table.filter(events::answered_back_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(answered.select(events::id))).get_result(conn)?)
}
