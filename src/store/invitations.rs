//! Requests to answer: one for each episode and timepoint. The token of the link is kept only as a hash.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, InvitationId, OrganisationId, SurveyId};
use super::schema::invitations;

/// One request to answer one survey.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    pub organisation_id: OrganisationId,
    pub id: InvitationId,
    pub episode_id: EpisodeId,
    pub survey_id: SurveyId,
    pub timepoint: String,
    /// Days since 1970-01-01.
    pub asked_day: i32,
    pub token_hash: Option<String>,
    pub expires_at: i64,
    /// The key of the schedule that asked; nothing where somebody asked by hand.
    pub schedule: Option<String>,
    /// The way they are asked: a code of [`crate::domain::care::channel::Channel`].
    pub channel: Option<String>,
    /// Why they were not asked after all; nothing where they were.
    pub not_asked: Option<String>,
    /// Stands for the spoken code; keyed.
    pub code_hash: Option<String>,
    /// When the schedule looks at it again; nothing when it is over.
    pub next_at: Option<i64>,
    pub sent_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub bounced_at: Option<i64>,
    /// When its page was first opened.
    pub opened_at: Option<i64>,
    pub started_at: Option<i64>,
    pub finished_at: Option<i64>,
    pub declined_at: Option<i64>,
}

/// Adds invitations, many at a time.
pub fn add(tx: &mut Conn, all: &[Invitation]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(invitations::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Notes that the page of an invitation was opened for the first time.
pub fn opened(tx: &mut Conn, id: InvitationId, now: i64) -> Result<()> {
    let unopened = invitations::table.filter(invitations::id.eq(id)).filter(invitations::opened_at.is_null());
    diesel::update(unopened).set(invitations::opened_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Notes that somebody began to answer. Whoever had declined has thought better of it.
pub fn started(tx: &mut Conn, id: InvitationId, now: i64) -> Result<()> {
    let own = invitations::table.filter(invitations::id.eq(id));
    diesel::update(own).set(invitations::declined_at.eq(None::<i64>)).execute(tx)?;
    let unstarted = own.filter(invitations::started_at.is_null());
    diesel::update(unstarted).set(invitations::started_at.eq(now)).execute(tx)?;
    Ok(())
}

/// Notes that the answers were sent: nothing more follows.
pub fn finished(tx: &mut Conn, id: InvitationId, now: i64) -> Result<()> {
    let set = (invitations::finished_at.eq(now), invitations::declined_at.eq(None::<i64>), invitations::next_at.eq(None::<i64>));
    diesel::update(invitations::table.filter(invitations::id.eq(id))).set(set).execute(tx)?;
    Ok(())
}

/// Notes that the person does not want to answer: nothing more follows. Who has answered already has not declined.
pub fn declined(tx: &mut Conn, id: InvitationId, now: i64) -> Result<()> {
    let open = invitations::table.filter(invitations::id.eq(id)).filter(invitations::finished_at.is_null());
    let open = open.filter(invitations::declined_at.is_null());
    diesel::update(open).set((invitations::declined_at.eq(now), invitations::next_at.eq(None::<i64>))).execute(tx)?;
    Ok(())
}

/// Notes that the answers were taken back: the invitation counts as declined, and nothing more follows.
pub fn withdrawn(tx: &mut Conn, id: InvitationId, now: i64) -> Result<()> {
    let set = (invitations::finished_at.eq(None::<i64>), invitations::declined_at.eq(now), invitations::next_at.eq(None::<i64>));
    diesel::update(invitations::table.filter(invitations::id.eq(id))).set(set).execute(tx)?;
    Ok(())
}

/// Gives an invitation that has none yet its link and its spoken code, by their hashes: what was never sent can be handed over.
pub fn reachable(tx: &mut Conn, id: InvitationId, [token, code]: [String; 2]) -> Result<()> {
    let without = |own: Option<String>, hash| own.or(Some(hash));
    let own = invitations::table.filter(invitations::id.eq(id));
    let columns = (invitations::token_hash, invitations::code_hash);
    let (old_token, old_code): (Option<String>, Option<String>) = own.select(columns).first(tx)?;
    let hashes = (invitations::token_hash.eq(without(old_token, token)), invitations::code_hash.eq(without(old_code, code)));
    diesel::update(own).set(hashes).execute(tx)?;
    Ok(())
}
