//! How far each of those asked by a schedule is: waiting, written to, reading, answering, done, or not asked and why.

use std::collections::HashMap;

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::conn::Conn;
use super::error::Result;
use super::ids::{InvitationId, OrganisationId, PersonId};
use super::invitations::Invitation;
use super::schema::{episodes, invitations, messages, surveys};

/// How far somebody is, in the order in which they get there.
pub const STATES: [&str; 10] = ["due", "task", "sent", "opened", "started", "finished", "declined", "overdue", "bounced", "not-asked"];

/// Whom to list.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub organisations: Vec<OrganisationId>,
    /// The key of a schedule; every schedule where nothing is said.
    pub schedule: Option<String>,
    /// One of [`STATES`].
    pub state: Option<&'static str>,
    /// Only those asked on that day or later, in days since 1970-01-01.
    pub since_day: i32,
    /// Microseconds since 1970 UTC.
    pub now: i64,
}

/// Somebody who was asked, or was not.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    pub invitation: Invitation,
    /// The key of its survey.
    pub survey: String,
    pub person: PersonId,
}

/// Those who come after `before` (the day they were asked, and the invitation), the latest first.
pub fn list(conn: &mut Conn, wanted: &Wanted, before: Option<(i32, InvitationId)>, most: i64) -> Result<Vec<(Listed, String)>> {
    let theirs = episodes::organisation_id.eq(invitations::organisation_id).and(episodes::id.eq(invitations::episode_id));
    let mut found = invitations::table
        .inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)))
        .inner_join(episodes::table.on(theirs))
        .filter(invitations::organisation_id.eq_any(&wanted.organisations))
        .filter(invitations::asked_day.ge(wanted.since_day))
        .filter(invitations::schedule.is_not_null())
        .into_boxed();
    if let Some(schedule) = &wanted.schedule {
        found = found.filter(invitations::schedule.eq(schedule));
    }
    if let Some(state) = wanted.state {
        found = found.filter(sql::<Text>(&state_at(wanted.now)).eq(state));
    }
    if let Some((day, id)) = before {
        found = found.filter(invitations::asked_day.lt(day).or(invitations::asked_day.eq(day).and(invitations::id.lt(id))));
    }
    let columns = ((invitations::all_columns, surveys::key, episodes::person_id), sql::<Text>(&state_at(wanted.now)));
    Ok(found.order((invitations::asked_day.desc(), invitations::id.desc())).limit(most).select(columns).load(conn)?)
}

/// How many there are in each state, whatever state is wanted.
pub fn count(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<(String, i64)>> {
    let mut found = invitations::table
        .filter(invitations::organisation_id.eq_any(&wanted.organisations))
        .filter(invitations::asked_day.ge(wanted.since_day))
        .filter(invitations::schedule.is_not_null())
        .group_by(sql::<Text>(&state_at(wanted.now)))
        .select((sql::<Text>(&state_at(wanted.now)), count_star()))
        .into_boxed();
    if let Some(schedule) = &wanted.schedule {
        found = found.filter(invitations::schedule.eq(schedule));
    }
    Ok(found.load(conn)?)
}

/// How far each of these is.
pub fn states(conn: &mut Conn, ids: &[InvitationId], now: i64) -> Result<HashMap<InvitationId, String>> {
    let own = invitations::table.filter(invitations::id.eq_any(ids)).select((invitations::id, sql::<Text>(&state_at(now))));
    Ok(own.load(conn)?.into_iter().collect())
}

/// When what is to be sent to each of these goes out; nothing of those to whom nothing is on its way.
pub fn outgoing(conn: &mut Conn, ids: &[InvitationId]) -> Result<HashMap<InvitationId, i64>> {
    let open = messages::table.filter(messages::sent_at.is_null()).filter(messages::failed_at.is_null());
    let own = open.filter(messages::invitation_id.eq_any(ids)).order(messages::due_at.desc());
    Ok(own.select((messages::invitation_id, messages::due_at)).load(conn)?.into_iter().collect())
}

/// The state as SQL that both databases understand. The moment stands in it as a number: nothing that anybody typed.
fn state_at(now: i64) -> String {
    format!(
        "CASE WHEN invitations.finished_at IS NOT NULL THEN 'finished' \
         WHEN invitations.declined_at IS NOT NULL THEN 'declined' \
         WHEN invitations.not_asked IS NOT NULL THEN 'not-asked' \
         WHEN invitations.expires_at <= {now} THEN 'overdue' \
         WHEN invitations.started_at IS NOT NULL THEN 'started' \
         WHEN invitations.opened_at IS NOT NULL THEN 'opened' \
         WHEN invitations.bounced_at IS NOT NULL THEN 'bounced' \
         WHEN invitations.channel IN ('phone', 'paper') THEN 'task' \
         WHEN invitations.sent_at IS NOT NULL THEN 'sent' \
         ELSE 'due' END"
    )
}
