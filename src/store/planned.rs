//! What a schedule decided about a person, kept with the message that follows from it in one transaction. Each function says
//! whether it was in time: somebody else may have decided first, and what is decided is decided once.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, InvitationId, OrganisationId};
use super::invitations::Invitation;
use super::messages::{self, Message};
use super::schema::invitations;
use super::{episodes, facts, subjects};
use crate::domain::indicator::Definition;

/// An invitation as it was when it was looked at.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub organisation: OrganisationId,
    pub id: InvitationId,
    /// When it was to be looked at again.
    pub next_at: Option<i64>,
}

/// Keeps that somebody is asked, and that they are to be written to where they are. `rate` is counted anew.
pub fn ask(tx: &mut Conn, invitation: &Invitation, message: Option<&Message>, rate: &Definition) -> Result<bool> {
    let added = add(tx, invitation)?;
    if added {
        follow(tx, invitation.episode_id, message, rate)?;
    }
    Ok(added)
}

/// Keeps that somebody is asked after all, who was not to be before.
pub fn ask_after_all(tx: &mut Conn, seen: Seen, to: &Invitation, message: Option<&Message>, rate: &Definition) -> Result<bool> {
    let put_off = invitations::table.find((seen.organisation, seen.id)).filter(invitations::not_asked.is_not_null());
    let changed = (
        invitations::survey_id.eq(to.survey_id),
        invitations::asked_day.eq(to.asked_day),
        invitations::token_hash.eq(&to.token_hash),
        invitations::code_hash.eq(&to.code_hash),
        invitations::channel.eq(&to.channel),
        invitations::not_asked.eq(None::<String>),
        invitations::next_at.eq(to.next_at),
    );
    let same = put_off.filter(invitations::next_at.eq(seen.next_at));
    let is_changed = diesel::update(same).set(changed).execute(tx)? == 1;
    if is_changed {
        follow(tx, to.episode_id, message, rate)?;
    }
    Ok(is_changed)
}

/// Keeps that somebody is not asked, with the reason in the invitation.
pub fn leave(tx: &mut Conn, invitation: &Invitation) -> Result<bool> {
    add(tx, invitation)
}

/// Keeps why somebody is still not asked, and when to look again.
pub fn put_off(tx: &mut Conn, seen: Seen, why: &str, next_at: Option<i64>) -> Result<bool> {
    let put_off = invitations::table.find((seen.organisation, seen.id)).filter(invitations::not_asked.is_not_null());
    let changed = (invitations::not_asked.eq(why), invitations::next_at.eq(next_at));
    Ok(diesel::update(put_off.filter(invitations::next_at.eq(seen.next_at))).set(changed).execute(tx)? == 1)
}

/// Keeps when somebody who was asked is looked at again.
pub fn look_again(tx: &mut Conn, seen: Seen, next_at: Option<i64>) -> Result<bool> {
    let same = invitations::table.find((seen.organisation, seen.id)).filter(invitations::next_at.eq(seen.next_at));
    Ok(diesel::update(same).set(invitations::next_at.eq(next_at)).execute(tx)? == 1)
}

/// Keeps that somebody is written to once more, by that way. Who has finished or declined meanwhile is not.
pub fn send(tx: &mut Conn, seen: Seen, channel: &str, next_at: Option<i64>, message: Option<&Message>) -> Result<bool> {
    let open = invitations::table
        .find((seen.organisation, seen.id))
        .filter(invitations::next_at.eq(seen.next_at))
        .filter(invitations::finished_at.is_null())
        .filter(invitations::declined_at.is_null());
    let changed = (invitations::channel.eq(channel), invitations::bounced_at.eq(None::<i64>), invitations::next_at.eq(next_at));
    if diesel::update(open).set(changed).execute(tx)? == 0 {
        return Ok(false);
    }
    message.map_or(Ok(()), |message| messages::add(tx, std::slice::from_ref(message)))?;
    Ok(true)
}

/// The unique rule of schedule, timepoint and episode is what keeps two planners from asking twice.
fn add(tx: &mut Conn, invitation: &Invitation) -> Result<bool> {
    let added = per_backend!(tx, |c| diesel::insert_into(invitations::table).values(invitation).on_conflict_do_nothing().execute(c))?;
    Ok(added == 1)
}

fn follow(tx: &mut Conn, episode: EpisodeId, message: Option<&Message>, rate: &Definition) -> Result<()> {
    message.map_or(Ok(()), |message| messages::add(tx, std::slice::from_ref(message)))?;
    episodes::hold(tx, episode)?;
    let episode = episodes::find(tx, episode)?;
    subjects::of_episodes(tx, &[episode])?.iter().try_for_each(|subject| facts::refresh(tx, rate, subject))
}
