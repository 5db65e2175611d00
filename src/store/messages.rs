//! What is sent to people: an outbox that is written with the decision to send. A row holds no address and no words: those
//! are looked up when it goes out, so that nothing goes to somebody who died, moved or was erased meanwhile.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{InvitationId, OrganisationId, PersonId};
use super::schema::messages;

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

/// Adds messages. The same invitation, step and channel twice is refused: what was decided is decided once.
pub fn add(tx: &mut Conn, all: &[Message]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(messages::table).values(some).execute(c))?;
    }
    Ok(())
}
