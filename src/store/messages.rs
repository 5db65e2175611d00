//! What is sent to people: an outbox that is written with the decision to send. A row holds no address and no words: those
//! are looked up when it goes out, so that nothing goes to somebody who died, moved or was erased meanwhile.

use diesel::prelude::*;

use super::conn::Conn;
use super::episodes::Person;
use super::error::Result;
use super::ids::{InvitationId, OrganisationId, PersonId};
use super::invitations::Invitation;
use super::schema::{invitations, messages, people, schedule_starts, surveys};
use super::{demographics, facts, stops};
use crate::domain::care::asking::NotAsked;
use crate::domain::care::channel::Channel;

/// One message to one person.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = messages)]
pub struct Message {
    pub id: i64,
    pub organisation_id: OrganisationId,
    pub person_id: PersonId,
    pub invitation_id: InvitationId,
    /// `invitation` or `reminder`.
    pub kind: String,
    /// 0 for the invitation, then the number of the reminder.
    pub step: i32,
    /// A code of [`crate::domain::care::channel::Channel`]: email, text or letter.
    pub channel: String,
    /// What the gateway knows it by; it says nothing about anybody, and no two messages share one.
    pub reference: String,
    pub created_at: i64,
    /// When to try it next; whoever takes it moves this on, so that nobody else takes it meanwhile.
    pub due_at: i64,
    pub tries: i32,
    /// The gateway's own name for it.
    pub gateway_id: Option<String>,
    pub sent_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub failed_at: Option<i64>,
    /// Why it failed: a code, never the gateway's words.
    pub failure: Option<String>,
}

impl Message {
    /// True when it was stopped before it went out, because the person was not to be asked then: the way itself did not fail.
    #[must_use]
    pub fn is_held_back(&self) -> bool {
        self.failure.as_deref().is_some_and(|why| why.starts_with(HELD_BACK))
    }
}

/// What the failure of a message begins with whose person was not to be asked.
pub const HELD_BACK: &str = "not-wanted:";

/// Adds messages. The same invitation, step and channel twice is refused: what was decided is decided once. Only a message that
/// was stopped before it went out, because the person was not to be asked then, is taken up again. It keeps its tries: a gateway
/// that may have taken it without a word is asked first.
pub fn add(tx: &mut Conn, all: &[Message]) -> Result<()> {
    for message in all {
        let same = messages::table.filter(messages::invitation_id.eq(message.invitation_id)).filter(messages::step.eq(message.step));
        let stopped = same.filter(messages::channel.eq(&message.channel)).filter(messages::sent_at.is_null());
        let anew = (
            messages::due_at.eq(message.due_at),
            messages::gateway_id.eq(None::<String>),
            messages::failed_at.eq(None::<i64>),
            messages::failure.eq(None::<String>),
        );
        if diesel::update(stopped.filter(messages::failure.like(format!("{HELD_BACK}%")))).set(anew).execute(tx)? == 0 {
            diesel::insert_into(messages::table).values(message).execute(tx)?;
        }
    }
    Ok(())
}

/// A message and everything that decides whether, where and in which words it goes out.
#[derive(Debug, Clone)]
pub struct Parts {
    pub message: Message,
    pub invitation: Invitation,
    /// The key of its survey.
    pub survey: String,
    /// True while the survey takes answers.
    pub is_open: bool,
    /// True when the organisation has ended the schedule that asked.
    pub is_called_off: bool,
    /// True when the invitation was answered.
    pub is_answered: bool,
    pub person: Person,
    pub stops: Vec<stops::Row>,
    /// Nothing where no record of them was ever kept.
    pub record: Option<demographics::Row>,
}

/// What a message is about, as it is known now.
pub fn parts(conn: &mut Conn, message: Message) -> Result<Parts> {
    let (organisation, person) = (message.organisation_id, message.person_id);
    let asked = invitations::table.inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)));
    let asked = asked.filter(invitations::organisation_id.eq(organisation)).filter(invitations::id.eq(message.invitation_id));
    let columns = (invitations::all_columns, surveys::key, surveys::status);
    let (invitation, survey, status): (Invitation, String, String) = asked.select(columns).first(conn)?;
    let own = schedule_starts::organisation_id.eq(organisation).and(schedule_starts::schedule.nullable().eq(&invitation.schedule));
    let ended = schedule_starts::table.filter(own).filter(schedule_starts::stopped_at.is_not_null());
    Ok(Parts {
        survey,
        is_open: status == "open",
        is_called_off: diesel::select(diesel::dsl::exists(ended)).get_result(conn)?,
        is_answered: invitation.finished_at.is_some(),
        person: people::table.find((organisation, person)).first(conn)?,
        stops: stops::of_people(conn, organisation, &[person])?,
        record: demographics::find(conn, organisation, person)?,
        invitation,
        message,
    })
}

/// The messages of these channels that are due, the longest due first, so many at a time.
pub fn due(conn: &mut Conn, channels: &[Channel], now: i64, most: i64) -> Result<Vec<Message>> {
    let channels = channels.iter().map(|channel| channel.code());
    let open = messages::table.filter(messages::sent_at.is_null()).filter(messages::failed_at.is_null());
    let due = open.filter(messages::channel.eq_any(channels)).filter(messages::due_at.le(now));
    Ok(due.order((messages::due_at, messages::id)).limit(most).load(conn)?)
}

/// Takes a message, to be sent until then. `false` when somebody else took it meanwhile.
pub fn claim(tx: &mut Conn, message: &Message, until: i64) -> Result<bool> {
    let open = messages::table.find(message.id).filter(messages::sent_at.is_null()).filter(messages::failed_at.is_null());
    let same = open.filter(messages::due_at.eq(message.due_at));
    Ok(diesel::update(same).set((messages::due_at.eq(until), messages::tries.eq(message.tries + 1))).execute(tx)? == 1)
}

/// Notes that the gateway took a message, and when the person was first sent something. What a receipt said meanwhile stays.
pub fn sent(tx: &mut Conn, message: &Message, gateway_id: Option<&str>, now: i64) -> Result<()> {
    let open = messages::table.find(message.id).filter(messages::sent_at.is_null());
    diesel::update(open).set((messages::sent_at.eq(now), messages::gateway_id.eq(gateway_id))).execute(tx)?;
    let own = invitations::table.find((message.organisation_id, message.invitation_id));
    diesel::update(own).set(invitations::channel.eq(&message.channel)).execute(tx)?;
    diesel::update(own.filter(invitations::sent_at.is_null())).set(invitations::sent_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Notes when a message that could not be sent is tried again, and how often it was tried.
pub fn put_off(tx: &mut Conn, id: i64, tries: i32, due_at: i64) -> Result<()> {
    diesel::update(messages::table.find(id)).set((messages::due_at.eq(due_at), messages::tries.eq(tries))).execute(tx)?;
    Ok(())
}

/// What the end of a message means for its invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It did not get through: the schedule takes another way.
    CameBack,
    /// The person is not to be asked after all.
    NotWanted(NotAsked),
    /// The organisation does not ask any more: nobody looks again.
    CalledOff,
    /// There was nothing left to ask.
    Over,
}

/// Gives a message up, and has the schedule look at its invitation again. `false` when it was over before. Who was not asked
/// after all is taken out of the figures in the same transaction.
pub fn fail(tx: &mut Conn, message: &Message, failure: &str, ending: Ending, now: i64) -> Result<bool> {
    let open = messages::table.find(message.id).filter(messages::failed_at.is_null()).filter(messages::delivered_at.is_null());
    if diesel::update(open).set((messages::failed_at.eq(now), messages::failure.eq(failure))).execute(tx)? == 0 {
        return Ok(false);
    }
    let own = invitations::table.find((message.organisation_id, message.invitation_id));
    let unasked = own.filter(invitations::sent_at.is_null()).filter(invitations::not_asked.is_null());
    let changed = match ending {
        Ending::Over => 0,
        // Only the way they are asked now: another may have been taken meanwhile.
        Ending::CameBack => diesel::update(own.filter(invitations::channel.eq(&message.channel).or(invitations::channel.is_null())))
            .set(invitations::bounced_at.eq(now))
            .execute(tx)?,
        Ending::NotWanted(why) => diesel::update(unasked).set(invitations::not_asked.eq(why.code())).execute(tx)?,
        Ending::CalledOff => diesel::update(unasked).set(invitations::not_asked.eq(NotAsked::Stopped.code())).execute(tx)?,
    };
    if changed > 0 && ending != Ending::CalledOff {
        diesel::update(own.filter(invitations::schedule.is_not_null())).set(invitations::next_at.eq(now)).execute(tx)?;
    }
    if changed > 0 && ending != Ending::CameBack {
        let episode = own.select(invitations::episode_id).first(tx)?;
        facts::refresh_episode(tx, episode, &[])?;
    }
    Ok(true)
}

/// What a gateway tells of a message later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// It arrived.
    Delivered,
    /// It did not, with a code that says why.
    Failed(String),
}

/// Notes what a gateway tells of the message of that reference: once, however often it is told. A receipt may come before the
/// note that the message was handed over, or in place of it. `false` when there is no such message.
pub fn receipt(tx: &mut Conn, reference: &str, gateway_id: &str, receipt: &Receipt, now: i64) -> Result<bool> {
    let found: Option<Message> = messages::table.filter(messages::reference.eq(reference)).first(tx).optional()?;
    let Some(message) = found else { return Ok(false) };
    if message.sent_at.is_none() {
        sent(tx, &message, Some(gateway_id), now)?;
    }
    match receipt {
        Receipt::Delivered => delivered(tx, &message, now)?,
        Receipt::Failed(why) => {
            fail(tx, &message, why, Ending::CameBack, now)?;
        }
    }
    Ok(true)
}

fn delivered(tx: &mut Conn, message: &Message, now: i64) -> Result<()> {
    let open = messages::table.find(message.id).filter(messages::delivered_at.is_null()).filter(messages::failed_at.is_null());
    diesel::update(open).set(messages::delivered_at.eq(now)).execute(tx)?;
    let own = invitations::table.find((message.organisation_id, message.invitation_id));
    diesel::update(own.filter(invitations::delivered_at.is_null())).set(invitations::delivered_at.eq(now)).execute(tx)?;
    Ok(())
}
