//! Everything that is held about one person at one organisation, as they may ask for it.

use diesel::prelude::*;

use super::answers::Row as Answer;
use super::attendees::Attendee;
use super::audit::Line;
use super::conn::Conn;
use super::demographics::{self, Row as Sealed};
use super::episodes::{Episode, Person};
use super::error::Result;
use super::event_retention;
use super::events::Event;
use super::ids::{EpisodeId, OrganisationId, PersonId, ResponseId};
use super::invitations::Invitation;
use super::messages::Message;
use super::responses::Response;
use super::rights::{self, Request};
use super::schema::{
    alert_notes, alerts, answers, audit_events, contact_stops, episodes, invitations, messages, people, responses, scores, surveys,
};
use super::scores::Row as Score;
use super::stops::Row as Stop;

/// Where the sealed text of a note is kept.
pub const NOTES: &str = "alert_notes.sealed";

/// A note on an alert: who wrote it is named by their account.
#[derive(Debug, Clone, Queryable)]
pub struct Note {
    pub id: i64,
    pub response_id: ResponseId,
    pub noted_at: i64,
    pub sealed: String,
}

/// What is held.
#[derive(Debug, Clone)]
pub struct Record {
    pub person: Person,
    /// Nothing where the record was erased, or never had a name.
    pub sealed: Option<Sealed>,
    pub episodes: Vec<Episode>,
    pub stops: Vec<Stop>,
    /// Each with the key of its survey.
    pub invitations: Vec<(Invitation, String)>,
    pub messages: Vec<Message>,
    /// Each with the key of its survey.
    pub responses: Vec<(Response, String)>,
    pub answers: Vec<Answer>,
    pub scores: Vec<Score>,
    /// Which answers called for help, when, and when somebody looked.
    pub alerts: Vec<(ResponseId, String, i64, Option<i64>)>,
    pub notes: Vec<Note>,
    pub requests: Vec<Request>,
    /// Where they were expected, by the address on their record.
    pub events: Vec<(Attendee, Event)>,
    /// The lines of the audit trail about them: who looked at the record, and when.
    pub trail: Vec<Line>,
}

/// Gathers what is held about a person at an organisation. [`super::Error::NotFound`] where there is no such person.
pub fn gather(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<Record> {
    let someone: Person = people::table.find((organisation, person)).first(conn)?;
    let own = episodes::table.filter(episodes::organisation_id.eq(organisation)).filter(episodes::person_id.eq(person));
    let own: Vec<Episode> = own.order(episodes::id).load(conn)?;
    let ids: Vec<EpisodeId> = own.iter().map(|episode| episode.id).collect();
    let given = responses::table.inner_join(surveys::table.on(surveys::id.eq(responses::survey_id)));
    let given = given.filter(responses::episode_id.eq_any(&ids)).order(responses::id);
    let given: Vec<(Response, String)> = given.select((responses::all_columns, surveys::key)).load(conn)?;
    let said: Vec<ResponseId> = given.iter().map(|(response, _)| response.id).collect();
    let asked = invitations::table.inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)));
    let asked = asked.filter(invitations::episode_id.eq_any(&ids)).order(invitations::id);
    let stops = contact_stops::table.filter(contact_stops::organisation_id.eq(organisation));
    let sent = messages::table.filter(messages::organisation_id.eq(organisation)).filter(messages::person_id.eq(person));
    let raised = alerts::table.filter(alerts::response_id.eq_any(&said)).order(alerts::raised_at);
    let noted = alert_notes::table.filter(alert_notes::response_id.eq_any(&said)).order(alert_notes::noted_at);
    let taken_in = people::table.filter(people::organisation_id.eq(organisation)).filter(people::merged_into.eq(person));
    let known_as = std::iter::once(person).chain(taken_in.select(people::id).load::<PersonId>(conn)?);
    let looked = audit_events::table.filter(audit_events::subject.eq_any(subjects(known_as, &said))).order(audit_events::number);
    Ok(Record {
        person: someone,
        sealed: demographics::find(conn, organisation, person)?,
        episodes: own,
        stops: stops.filter(contact_stops::person_id.eq(person)).order(contact_stops::id).load(conn)?,
        invitations: asked.select((invitations::all_columns, surveys::key)).load(conn)?,
        messages: sent.order(messages::id).load(conn)?,
        answers: answers_of(conn, &said)?,
        scores: scores::table.filter(scores::response_id.eq_any(&said)).order((scores::response_id, scores::score)).load(conn)?,
        responses: given,
        alerts: raised.select((alerts::response_id, alerts::link_id, alerts::raised_at, alerts::acknowledged_at)).load(conn)?,
        notes: noted.select((alert_notes::id, alert_notes::response_id, alert_notes::noted_at, alert_notes::sealed)).load(conn)?,
        requests: rights::of_person(conn, organisation, person)?,
        events: event_retention::of_person(conn, organisation, person)?,
        trail: looked.load(conn)?,
    })
}

/// What the lines of the audit trail call them: their record and those that became part of it, and their answers with the alerts
/// that these raised.
fn subjects(known_as: impl Iterator<Item = PersonId>, said: &[ResponseId]) -> Vec<String> {
    let answered = said.iter().flat_map(|id| [format!("alert:{}", id.0), format!("response:{}", id.0)]);
    known_as.map(|id| format!("person:{}", id.0)).chain(answered).collect()
}

fn answers_of(conn: &mut Conn, said: &[ResponseId]) -> Result<Vec<Answer>> {
    let given = answers::table.filter(answers::response_id.eq_any(said));
    Ok(given.order((answers::response_id, answers::link_id, answers::position)).load(conn)?)
}
