//! The outbox of events: what was decided to be sent to whom, once for each kind and number. A row holds no address and no
//! words: those are looked up when it goes out, so that nothing goes to somebody who stopped it, or was taken off the list.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::events::Event;
use super::ids::{AttendeeId, EventId};
use super::schema::{attendees, event_messages, events};
use crate::clock::Clock;
use crate::domain::engagement::attendee::Source;
use crate::domain::engagement::notice::{Kind, Times};
use crate::random::Random;

/// One email to one person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = event_messages)]
pub struct Message {
    pub id: i64,
    pub event_id: EventId,
    pub attendee_id: AttendeeId,
    /// A code of [`Kind`].
    pub kind: String,
    /// 0, or which of several of its kind: the revision of the event, or the number of the publication.
    pub number: i32,
    /// What the mail server knows it by; it says nothing about anybody, and no two messages share one.
    pub reference: String,
    pub created_at: i64,
    /// When to try it next; whoever takes it moves this on, so that nobody else takes it meanwhile.
    pub due_at: i64,
    /// How often somebody took it, to hand it over.
    pub tries: i32,
    pub sent_at: Option<i64>,
    pub failed_at: Option<i64>,
    /// Why it failed: a code, never the words of a mail server.
    pub failure: Option<String>,
}

/// That everybody of an event whom it concerns is to be sent something. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Order {
    event: EventId,
    kind: Kind,
    number: i32,
    clock: Clock,
    random: Random,
}

impl Order {
    /// An order for now. `number` tells the changes of an event, and the publications of what became of it, from one another;
    /// everything else has 0.
    #[must_use]
    pub fn new(event: EventId, kind: Kind, number: i32, (clock, random): (&Clock, &Random)) -> Self {
        Self { event, kind, number, clock: clock.clone(), random: random.clone() }
    }
}

/// The times of an event that decide about what follows it.
#[must_use]
pub fn times(event: &Event) -> Times {
    Times {
        ends_at: event.ends_at,
        closes_at: event.survey_id.map(|_| event.closes_at),
        follow_up_hours: event.follow_up_hours,
        reminder_days: event.reminder_days,
    }
}

/// Decides, once for each person, that they are sent it. Returns how many there are whom nobody had decided on before.
pub fn decide(tx: &mut Conn, order: &Order) -> Result<usize> {
    let now = order.clock.now().micros();
    let message = |attendee_id| Message {
        id: order.random.id(&order.clock),
        event_id: order.event,
        attendee_id,
        kind: order.kind.code().to_owned(),
        number: order.number,
        reference: order.random.token(),
        created_at: now,
        due_at: now,
        ..Message::default()
    };
    let mut decided = 0;
    for one in concerned(tx, order)?.into_iter().map(message) {
        // Another process may have decided the same a moment ago.
        decided += per_backend!(tx, |c| diesel::insert_into(event_messages::table).values(&one).on_conflict_do_nothing().execute(c))?;
    }
    Ok(decided)
}

/// For how many it is not decided yet.
pub fn wanted(conn: &mut Conn, order: &Order) -> Result<usize> {
    Ok(concerned(conn, order)?.len())
}

/// The messages of an event, in the order in which they were decided.
pub fn of_event(conn: &mut Conn, event: EventId) -> Result<Vec<Message>> {
    Ok(event_messages::table.filter(event_messages::event_id.eq(event)).order(event_messages::id).load(conn)?)
}

/// Forgets what was sent to somebody whose address is another now: the new one was sent nothing.
pub fn forget(tx: &mut Conn, attendee: AttendeeId) -> Result<()> {
    diesel::delete(event_messages::table.filter(event_messages::attendee_id.eq(attendee))).execute(tx)?;
    Ok(())
}

/// Those whom it concerns and for whom it is not decided yet.
fn concerned(conn: &mut Conn, order: &Order) -> Result<Vec<AttendeeId>> {
    let event: Event = events::table.find(order.event).first(conn)?;
    let of =
        |kind: Kind| event_messages::table.filter(event_messages::event_id.eq(order.event)).filter(event_messages::kind.eq(kind.code()));
    let decided = of(order.kind).filter(event_messages::number.eq(order.number)).select(event_messages::attendee_id);
    let reachable = attendees::table
        .filter(attendees::event_id.eq(order.event))
        .filter(attendees::may_email.eq(true))
        .filter(attendees::sealed.is_not_null())
        .filter(attendees::email_hash.is_not_null())
        .filter(attendees::not_asked.is_null())
        .filter(attendees::stopped_at.is_null())
        .filter(attendees::id.ne_all(decided))
        .order(attendees::id)
        .select(attendees::id)
        .into_boxed();
    let expected = attendees::source.eq(Source::Expected.code());
    let quiet = expected.and(attendees::answered_at.is_null());
    // Whoever took the invitation may have written it before the event was changed.
    let taken = event_messages::sent_at.is_not_null().or(event_messages::tries.gt(0));
    let invited = of(Kind::Invitation).filter(event_messages::failed_at.is_null()).filter(taken);
    let told = of(Kind::FollowUp).filter(event_messages::sent_at.le(times(&event).reminds_of(order.clock.now().micros())));
    let those = match order.kind {
        Kind::Invitation => reachable.filter(expected),
        Kind::Changed | Kind::CalledOff => reachable.filter(attendees::id.eq_any(invited.select(event_messages::attendee_id))),
        Kind::FollowUp => reachable.filter(quiet),
        Kind::Reminder => reachable.filter(quiet).filter(attendees::id.eq_any(told.select(event_messages::attendee_id))),
        Kind::Thanks => reachable.filter(attendees::answered_at.le(order.clock.now().micros())),
        Kind::News => reachable.filter(attendees::wants_news.eq(true)),
    };
    Ok(those.load(conn)?)
}
