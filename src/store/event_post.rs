//! Taking messages of events out of their outbox: what is due, who takes it, and what became of it.

use diesel::prelude::*;
use jiff::civil::Date;

use super::attendees::Attendee;
use super::conn::Conn;
use super::error::Result;
use super::event_messages::Message;
use super::events::Event;
use super::schema::{attendees, event_messages, events, organisations, surveys};
use super::unwanted;
use crate::domain::engagement::attendee::Source;
use crate::domain::engagement::notice::Kind;

/// How long after its end something may still follow an event, in microseconds: a year, after which nobody's address is kept.
const FOLLOWED: i64 = 366 * 24 * 3_600_000_000;

/// A message and everything that decides whether, where and in which words it goes out.
#[derive(Debug, Clone)]
pub struct Parts {
    pub message: Message,
    pub event: Event,
    /// The name of whoever holds the event.
    pub organisation: String,
    pub attendee: Attendee,
    /// True where nothing about events is to be sent to the address. Who left it themselves wants to hear, whatever was noted before.
    pub is_unwanted: bool,
    /// True where there is something to answer, and it was not closed.
    pub is_open: bool,
    /// True where a later change of the event is to be told too.
    pub is_superseded: bool,
}

/// What a message is about, as it is known now. Nothing where it was taken out meanwhile.
pub fn parts(conn: &mut Conn, id: i64, (now, today): (i64, Date)) -> Result<Option<Parts>> {
    let whole = event_messages::table
        .inner_join(events::table.on(events::id.eq(event_messages::event_id)))
        .inner_join(attendees::table.on(attendees::id.eq(event_messages::attendee_id)))
        .inner_join(organisations::table.on(organisations::id.eq(events::organisation_id)))
        .filter(event_messages::id.eq(id))
        .select((event_messages::all_columns, events::all_columns, attendees::all_columns, organisations::name));
    let found: Option<(Message, Event, Attendee, String)> = whole.first(conn).optional()?;
    let Some((message, event, attendee, organisation)) = found else { return Ok(None) };
    let hash = attendee.email_hash.clone().unwrap_or_default();
    let is_unwanted = attendee.source == Source::Expected.code()
        && unwanted::among(conn, std::slice::from_ref(&hash), event.organisation_id, today)?.contains(&hash);
    let later = event_messages::table
        .filter(event_messages::attendee_id.eq(attendee.id))
        .filter(event_messages::kind.eq(Kind::Changed.code()))
        .filter(event_messages::number.gt(message.number));
    let later: i64 = later.count().get_result(conn)?;
    let is_superseded = message.kind == Kind::Changed.code() && later > 0;
    let is_open = takes_answers(conn, &event, now)?;
    Ok(Some(Parts { message, event, organisation, attendee, is_unwanted, is_open, is_superseded }))
}

/// True where the event asks something and answers are taken now, or will be.
fn takes_answers(conn: &mut Conn, event: &Event, now: i64) -> Result<bool> {
    let Some(survey) = event.survey_id else { return Ok(false) };
    let status: Option<String> = surveys::table.find(survey).select(surveys::status).first(conn).optional()?;
    Ok(status.as_deref() == Some("open") && now < event.closes_at)
}

/// The events that something may follow: over, and not called off.
pub fn followed(conn: &mut Conn, now: i64) -> Result<Vec<Event>> {
    let over = events::table.filter(events::ends_at.le(now)).filter(events::ends_at.gt(now - FOLLOWED));
    Ok(over.filter(events::called_off_at.is_null()).order(events::ends_at).load(conn)?)
}

/// The messages that are due, the longest due first, so many at a time.
pub fn due(conn: &mut Conn, now: i64, most: i64) -> Result<Vec<Message>> {
    let open = event_messages::table.filter(event_messages::sent_at.is_null()).filter(event_messages::failed_at.is_null());
    Ok(open.filter(event_messages::due_at.le(now)).order((event_messages::due_at, event_messages::id)).limit(most).load(conn)?)
}

/// Takes a message, to be sent until then. `false` when somebody else took it meanwhile, or it was taken out.
pub fn claim(tx: &mut Conn, message: &Message, until: i64) -> Result<bool> {
    let open = event_messages::table.find(message.id).filter(event_messages::sent_at.is_null());
    let same = open.filter(event_messages::failed_at.is_null()).filter(event_messages::due_at.eq(message.due_at));
    let taken = (event_messages::due_at.eq(until), event_messages::tries.eq(message.tries + 1));
    Ok(diesel::update(same).set(taken).execute(tx)? == 1)
}

/// Notes that the mail server took a message.
pub fn sent(tx: &mut Conn, id: i64, now: i64) -> Result<()> {
    let open = event_messages::table.find(id).filter(event_messages::sent_at.is_null());
    diesel::update(open).set(event_messages::sent_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Notes when a message that could not be sent is tried again, and how often it was tried.
pub fn put_off(tx: &mut Conn, id: i64, tries: i32, due_at: i64) -> Result<()> {
    let set = (event_messages::due_at.eq(due_at), event_messages::tries.eq(tries));
    diesel::update(event_messages::table.find(id)).set(set).execute(tx)?;
    Ok(())
}

/// Takes a message out, as if it had not been decided.
pub fn take_out(tx: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(event_messages::table.find(id).filter(event_messages::sent_at.is_null())).execute(tx)?;
    Ok(())
}

/// Gives a message up, for a reason that is a code.
pub fn fail(tx: &mut Conn, id: i64, failure: &str, now: i64) -> Result<()> {
    let open = event_messages::table.find(id).filter(event_messages::sent_at.is_null());
    let set = (event_messages::failed_at.eq(now), event_messages::failure.eq(failure));
    diesel::update(open).set(set).execute(tx)?;
    Ok(())
}
