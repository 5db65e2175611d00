//! What the events of the county have to say about the outcomes and indicators of the framework, before disclosure control.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::events::{Event, listed};
use super::ids::{CommentId, EventId, ResponseId};
use super::schema::{comment_stances, comments, events};
use crate::domain::engagement::{Stance, Subject};

/// The events that asked about it, or of which a comment is about it, the latest first; those that are not over yet with them.
pub fn events(conn: &mut Conn, (subject, key): (Subject, &str), spoken: &[Spoken]) -> Result<Vec<Event>> {
    let held: Vec<Event> = events::table.order((events::starts_at.desc(), events::id)).load(conn)?;
    let asked = |event: &Event| {
        let keys = match subject {
            Subject::Outcome => &event.outcomes,
            Subject::Indicator => &event.indicators,
        };
        listed(keys).any(|one| one == key) || spoken.iter().any(|one| one.event == event.id)
    };
    Ok(held.into_iter().filter(asked).collect())
}

/// A comment that is about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    pub event: EventId,
    pub comment: CommentId,
    /// Whose words they are.
    pub response: ResponseId,
    pub stance: Stance,
    pub is_published: bool,
}

/// Event, comment, response, and the codes of stance and status.
type Row = (EventId, CommentId, ResponseId, String, String);

/// The comments that support or question it, in the order they were made.
pub fn spoken(conn: &mut Conn, (subject, key): (Subject, &str)) -> Result<Vec<Spoken>> {
    let about = comment_stances::table.inner_join(comments::table.on(comments::id.eq(comment_stances::comment_id)));
    let about = about.filter(comment_stances::subject.eq(subject.code())).filter(comment_stances::subject_key.eq(key));
    let columns = (comments::event_id, comments::id, comments::response_id, comment_stances::stance, comments::status);
    let rows: Vec<Row> = about.order(comments::id).select(columns).load(conn)?;
    let one = |(event, comment, response, stance, status): Row| {
        Some(Spoken { event, comment, response, stance: Stance::from_code(&stance)?, is_published: status == "published" })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}
