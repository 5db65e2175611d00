//! People whom a schedule has to look at: those about whom nothing was decided at a step, and those who were to be looked at
//! again. Found by the days of their events, so that an episode that is years old is not read again and again.

use std::collections::HashMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::conn::Conn;
use super::days::{date, day};
use super::demographics;
use super::episodes::{Episode, Person};
use super::error::Result;
use super::ids::{EpisodeId, InvitationId, OrganisationId, PersonId};
use super::invitations::Invitation;
use super::messages::Message;
use super::schema::{episodes, invitations, messages, people, surveys};
use super::stops;
use crate::domain::care::schedule::{Anchor, Facts, Span};

/// One person at one step, with all that decides what is to be done.
#[derive(Debug, Clone)]
pub struct Case {
    pub episode: Episode,
    pub person: Person,
    pub stops: Vec<stops::Row>,
    /// The sealed record; nothing where none is kept.
    pub record: Option<demographics::Row>,
    /// What was decided before; nothing where nothing was.
    pub asked: Option<Before>,
}

/// What was decided before.
#[derive(Debug, Clone)]
pub struct Before {
    pub invitation: Invitation,
    /// The key of its survey.
    pub survey: String,
    /// What was sent or is to be, the oldest first.
    pub messages: Vec<Message>,
}

impl Case {
    /// What a schedule knows of the episode.
    #[must_use]
    pub fn facts(&self) -> Facts {
        facts(&self.episode)
    }
}

/// What a schedule knows of an episode.
#[must_use]
pub fn facts(episode: &Episode) -> Facts {
    Facts {
        born: date(episode.birth_day),
        opened: date(episode.opened_day),
        closed: episode.closed_day.map(date),
        discharged: episode.discharged_day.map(date),
        delivered: episode.delivered_day.map(date),
    }
}

/// Which step of which schedule, and whose.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub organisation: OrganisationId,
    pub programme: String,
    pub schedule: String,
    /// The code of the step's timepoint.
    pub timepoint: String,
    /// The event that the step follows, and the days on which it was.
    pub anchor: Anchor,
    pub days: Span,
}

/// The episodes about which nothing was decided at a step, in their order. They are sorted here: a database that is asked for
/// an order may read every episode of the organisation for it, and not only those of the days.
pub fn undecided(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<EpisodeId>> {
    let decided = invitations::table
        .filter(invitations::organisation_id.eq(wanted.organisation))
        .filter(invitations::episode_id.eq(episodes::id))
        .filter(invitations::schedule.eq(&wanted.schedule))
        .filter(invitations::timepoint.eq(&wanted.timepoint));
    let own = episodes::table.filter(episodes::organisation_id.eq(wanted.organisation)).filter(episodes::programme.eq(&wanted.programme));
    let open = own.filter(not(exists(decided.select(invitations::id)))).into_boxed();
    let (first, last) = (day(wanted.days.first), day(wanted.days.last));
    let then = match wanted.anchor {
        Anchor::Opened => open.filter(episodes::opened_day.between(first, last)),
        Anchor::Closed => open.filter(episodes::closed_day.between(first, last)),
        Anchor::Discharged => open.filter(episodes::discharged_day.between(first, last)),
        Anchor::Delivered => open.filter(episodes::delivered_day.between(first, last)),
    };
    let mut found: Vec<EpisodeId> = then.select(episodes::id).load(conn)?;
    found.sort_unstable();
    Ok(found)
}

/// These episodes of an organisation, about which nothing was decided.
pub fn of_episodes(conn: &mut Conn, organisation: OrganisationId, ids: &[EpisodeId]) -> Result<Vec<Case>> {
    let own = episodes::table.filter(episodes::organisation_id.eq(organisation)).filter(episodes::id.eq_any(ids));
    let found: Vec<Episode> = own.order(episodes::id).load(conn)?;
    with_people(conn, organisation, found, &mut HashMap::new())
}

/// The people of an organisation whom a schedule was to look at again by `now`, those first that come first after `after`.
pub fn again(conn: &mut Conn, (organisation, schedule): (OrganisationId, &str), now: i64, after: InvitationId) -> Result<Vec<Case>> {
    let own = invitations::table
        .inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)))
        .filter(invitations::organisation_id.eq(organisation))
        .filter(invitations::schedule.eq(schedule))
        .filter(invitations::next_at.le(now))
        .filter(invitations::id.gt(after));
    let found: Vec<(Invitation, String)> =
        own.order(invitations::id).limit(MOST.into()).select((invitations::all_columns, surveys::key)).load(conn)?;
    let ids: Vec<EpisodeId> = found.iter().map(|(invitation, _)| invitation.episode_id).collect();
    let theirs = episodes::table.filter(episodes::organisation_id.eq(organisation)).filter(episodes::id.eq_any(&ids));
    let of_them: HashMap<EpisodeId, Episode> = theirs.load::<Episode>(conn)?.into_iter().map(|one| (one.id, one)).collect();
    let mut sent = messages_of(conn, found.iter().map(|(invitation, _)| invitation.id).collect())?;
    let mut before: HashMap<EpisodeId, Vec<Before>> = HashMap::new();
    let mut in_order = Vec::new();
    for (invitation, survey) in found {
        let Some(episode) = of_them.get(&invitation.episode_id) else { continue };
        in_order.push(episode.clone());
        let messages = sent.remove(&invitation.id).unwrap_or_default();
        before.entry(invitation.episode_id).or_default().push(Before { invitation, survey, messages });
    }
    for own in before.values_mut() {
        own.reverse();
    }
    with_people(conn, organisation, in_order, &mut before)
}

/// How many are read at a time.
pub const MOST: u16 = 200;

fn messages_of(conn: &mut Conn, ids: Vec<InvitationId>) -> Result<HashMap<InvitationId, Vec<Message>>> {
    let theirs = messages::table.filter(messages::invitation_id.eq_any(ids)).order((messages::created_at, messages::id));
    let mut by_invitation: HashMap<InvitationId, Vec<Message>> = HashMap::new();
    for message in theirs.load::<Message>(conn)? {
        by_invitation.entry(message.invitation_id).or_default().push(message);
    }
    Ok(by_invitation)
}

/// The cases of these episodes in their order. Of an episode's decisions, the last is taken first.
fn with_people(
    conn: &mut Conn,
    organisation: OrganisationId,
    all: Vec<Episode>,
    before: &mut HashMap<EpisodeId, Vec<Before>>,
) -> Result<Vec<Case>> {
    let ids: Vec<PersonId> = all.iter().map(|episode| episode.person_id).collect();
    let theirs = people::table.filter(people::organisation_id.eq(organisation)).filter(people::id.eq_any(&ids));
    let persons: HashMap<PersonId, Person> = theirs.load::<Person>(conn)?.into_iter().map(|person| (person.id, person)).collect();
    let stops = stops::of_people(conn, organisation, &ids)?;
    let records = demographics::of_people(conn, &[organisation], &ids)?;
    let case = |episode: Episode| {
        let person = persons.get(&episode.person_id)?.clone();
        Some(Case {
            stops: stops.iter().filter(|stop| stop.person_id == person.id).cloned().collect(),
            record: records.iter().find(|record| record.person_id == person.id).cloned(),
            asked: before.get_mut(&episode.id).and_then(Vec::pop),
            person,
            episode,
        })
    };
    Ok(all.into_iter().filter_map(case).collect())
}
