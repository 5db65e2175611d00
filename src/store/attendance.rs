//! Whether those who are expected at an event have answered, and who wants to hear from it. Never what anybody answered: the
//! way from a person to their answers is forgotten in the transaction that sends them.

use diesel::prelude::*;

use super::attendees::Attendee;
use super::conn::{Conn, per_backend};
use super::error::{Constraint, Error, Result};
use super::event_messages::times;
use super::events::Event;
use super::ids::{AttendeeId, ResponseId, SurveyId};
use super::schema::{attendees, events, responses};

/// Notes that somebody has answered, and forgets which answers are theirs. [`Constraint::AttendeeAnswered`] when they had
/// answered before. Nobody is in the way of answers whose sender was taken off the list meanwhile. When it was is not noted: the
/// answers bear the moment at which they were sent.
///
/// Taking the answers back later changes nothing here: nobody knows any more whose they were.
pub fn answered(tx: &mut Conn, attendee: AttendeeId, (survey, response): (SurveyId, ResponseId), now: i64) -> Result<()> {
    let event = events::table.inner_join(attendees::table.on(attendees::event_id.eq(events::id))).filter(attendees::id.eq(attendee));
    let event: Option<Event> = event.select(events::all_columns).first(tx).optional()?;
    if let Some(event) = event
        && !super::attendees::answered(tx, attendee, times(&event).noted_at(now))?
    {
        return Err(Error::Taken(Constraint::AttendeeAnswered));
    }
    let nobody = None::<AttendeeId>;
    diesel::update(responses::table.find((survey, response))).set(responses::attendee_id.eq(nobody)).execute(tx)?;
    Ok(())
}

/// Adds somebody who has answered and wants to hear what becomes of it; or, where somebody with that address is on the list,
/// notes that they have answered and want to hear. What was decided about writing to them before (they asked for no more
/// emails, they are not to be asked) stays as it is.
pub fn left(tx: &mut Conn, one: &Attendee) -> Result<()> {
    let set = (attendees::wants_news.eq(true), attendees::may_email.eq(true));
    per_backend!(tx, |c| diesel::insert_into(attendees::table)
        .values(one)
        .on_conflict((attendees::event_id, attendees::email_hash))
        .do_update()
        .set(set)
        .execute(c))?;
    let own = attendees::table.filter(attendees::event_id.eq(one.event_id)).filter(attendees::email_hash.eq(&one.email_hash));
    diesel::update(own.filter(attendees::answered_at.is_null())).set(attendees::answered_at.eq(one.answered_at)).execute(tx)?;
    Ok(())
}
