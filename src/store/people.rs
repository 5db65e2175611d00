//! People in care as their care coordinators see them: episodes, and what was asked of them. Never an answer.

use std::collections::HashMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::{Episode, Person};
use super::error::Result;
use super::facts;
use super::ids::{EpisodeId, InvitationId, LocalityId, OrganisationId, PersonId};
use super::invitations::Invitation;
use super::schema::{demographics as records, episodes, invitations, localities, people, responses, surveys};
use super::stops;
use crate::domain::indicator::Definition;

/// Whose people, and which of them.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The organisations whose people may be seen.
    pub organisations: Vec<OrganisationId>,
    /// Only episodes of this programme.
    pub programme: Option<String>,
    /// Only episodes that were opened before this one: its day, and itself.
    pub before: Option<(i32, EpisodeId)>,
    pub most: i64,
}

/// One episode on a list of people.
#[derive(Debug, Clone)]
pub struct Listed {
    pub episode: Episode,
    /// The name of the locality; nothing where it is not known.
    pub locality: Option<String>,
    pub asked: usize,
    pub answered: usize,
    /// Who they are, sealed.
    pub sealed: Option<Row>,
}

/// An invitation and what became of it.
#[derive(Debug, Clone)]
pub struct Ask {
    pub invitation: Invitation,
    /// The key of the survey.
    pub survey: String,
    /// Nothing where no answers were sent.
    pub answered: Option<Answered>,
}

/// That answers were sent, and by whom. Never what they say.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The day on which they were sent, in days since 1970-01-01.
    pub day: i32,
    /// The code of a [`crate::domain::survey::Respondent`].
    pub respondent: String,
    /// What somebody who answered for the person is to them: the code of a [`crate::domain::care::relationship::Relationship`].
    pub relationship: Option<String>,
}

/// What is known of one person.
#[derive(Debug, Clone)]
pub struct Record {
    pub person: Person,
    pub locality: Option<String>,
    /// Who they are, sealed.
    pub sealed: Option<Row>,
    /// True when somebody else at the organisation has the same email address or mobile number.
    pub shares_contact: bool,
    /// Why they are not asked, the newest reason first.
    pub stops: Vec<stops::Row>,
    /// The newest first, each with what was asked in it.
    pub episodes: Vec<(Episode, Vec<Ask>)>,
}

/// Episodes with their people, the newest first.
pub fn list(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Listed>> {
    let mut found = episodes::table.filter(episodes::organisation_id.eq_any(&wanted.organisations)).into_boxed();
    if let Some(programme) = &wanted.programme {
        found = found.filter(episodes::programme.eq(programme));
    }
    if let Some((day, id)) = wanted.before {
        let same_day = episodes::opened_day.eq(day).and(episodes::id.lt(id));
        found = found.filter(episodes::opened_day.lt(day).or(same_day));
    }
    let found: Vec<Episode> = found.order((episodes::opened_day.desc(), episodes::id.desc())).limit(wanted.most).load(conn)?;
    let names = locality_names(conn)?;
    let mut asks = asks_of(conn, &found)?;
    let of: Vec<PersonId> = found.iter().map(|episode| episode.person_id).collect();
    let sealed = demographics::of_people(conn, &wanted.organisations, &of)?;
    let sealed: HashMap<_, Row> = sealed.into_iter().map(|row| ((row.organisation_id, row.person_id), row)).collect();
    let listed = |episode: Episode| {
        let own = asks.remove(&episode.id).unwrap_or_default();
        Listed {
            locality: episode.locality_id.and_then(|id| names.get(&id).cloned()),
            asked: own.iter().filter(|ask| ask.invitation.not_asked.is_none()).count(),
            answered: own.iter().filter(|ask| ask.answered.is_some()).count(),
            sealed: sealed.get(&(episode.organisation_id, episode.person_id)).cloned(),
            episode,
        }
    };
    Ok(found.into_iter().map(listed).collect())
}

/// A person in the care of one of these organisations, with what these know. [`super::Error::NotFound`] for anybody else.
pub fn find(conn: &mut Conn, id: PersonId, organisations: &[OrganisationId]) -> Result<Record> {
    let theirs = people::table.filter(people::id.eq(id)).filter(people::organisation_id.eq_any(organisations));
    let person: Person = theirs.order(people::organisation_id).first(conn)?;
    let own = episodes::table.filter(episodes::person_id.eq(id)).filter(episodes::organisation_id.eq_any(organisations));
    let own: Vec<Episode> = own.order((episodes::opened_day.desc(), episodes::id.desc())).load(conn)?;
    let names = locality_names(conn)?;
    let mut asks = asks_of(conn, &own)?;
    let sealed = demographics::find(conn, person.organisation_id, id)?;
    let shares_contact = sealed.as_ref().map(|row| demographics::shares_contact(conn, row)).transpose()?.unwrap_or_default();
    Ok(Record {
        sealed,
        shares_contact,
        stops: stops::of_people(conn, person.organisation_id, &[id])?,
        locality: person.locality_id.and_then(|id| names.get(&id).cloned()),
        person,
        episodes: own.into_iter().map(|episode| (episode.clone(), asks.remove(&episode.id).unwrap_or_default())).collect(),
    })
}

/// The first of these organisations in whose care a person is. [`super::Error::NotFound`] for anybody else.
pub fn organisation_of(conn: &mut Conn, id: PersonId, organisations: &[OrganisationId]) -> Result<OrganisationId> {
    let theirs = people::table.filter(people::id.eq(id)).filter(people::organisation_id.eq_any(organisations));
    Ok(theirs.order(people::organisation_id).select(people::organisation_id).first(conn)?)
}

/// Notes whether a person's data are left out of every secondary use. The record's revision grows, so that a form or a file that
/// looked at the person before does not undo it.
pub fn set_opted_out(tx: &mut Conn, whose: (OrganisationId, PersonId), is_out: bool, now: i64) -> Result<()> {
    let record = records::table.filter(records::organisation_id.eq(whose.0)).filter(records::person_id.eq(whose.1));
    diesel::update(record).set(records::revision.eq(records::revision + 1)).execute(tx)?;
    let set = (people::opted_out.eq(is_out), people::changed_at.eq(now));
    diesel::update(people::table.find(whose)).set(set).execute(tx)?;
    Ok(())
}

/// Counts a person's episodes anew, because what is known of them has changed.
pub fn count_anew(tx: &mut Conn, organisation: OrganisationId, person: PersonId, definitions: &[Definition]) -> Result<()> {
    let own = episodes::table.filter(episodes::organisation_id.eq(organisation)).filter(episodes::person_id.eq(person));
    let own: Vec<EpisodeId> = own.order(episodes::id).select(episodes::id).load(tx)?;
    own.into_iter().try_for_each(|episode| facts::refresh_episode(tx, episode, definitions))
}

/// The people whose records these are, in the same order. People who became part of another are left out.
pub fn of_records(conn: &mut Conn, organisations: &[OrganisationId], rows: Vec<Row>) -> Result<Vec<(Person, Row)>> {
    let ids: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let theirs = people::table.filter(people::organisation_id.eq_any(organisations)).filter(people::id.eq_any(&ids));
    let all: Vec<Person> = theirs.filter(people::merged_into.is_null()).load(conn)?;
    let all: HashMap<(OrganisationId, PersonId), Person> = all.into_iter().map(|one| ((one.organisation_id, one.id), one)).collect();
    let with_person = |row: Row| all.get(&(row.organisation_id, row.person_id)).cloned().map(|person| (person, row));
    Ok(rows.into_iter().filter_map(with_person).collect())
}

fn locality_names(conn: &mut Conn) -> Result<HashMap<LocalityId, String>> {
    let named: Vec<(LocalityId, String)> = localities::table.select((localities::id, localities::name)).load(conn)?;
    Ok(named.into_iter().collect())
}

/// What was asked in each episode, the newest first.
fn asks_of(conn: &mut Conn, all: &[Episode]) -> Result<HashMap<EpisodeId, Vec<Ask>>> {
    let ids: Vec<EpisodeId> = all.iter().map(|episode| episode.id).collect();
    let asked = invitations::table
        .inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)))
        .filter(invitations::episode_id.eq_any(&ids))
        .order((invitations::asked_day.desc(), invitations::id.desc()))
        .select((invitations::all_columns, surveys::key));
    let asked: Vec<(Invitation, String)> = asked.load(conn)?;
    let answered = responses::table
        .filter(responses::episode_id.eq_any(&ids))
        .filter(responses::status.eq("submitted"))
        .filter(responses::invitation_id.is_not_null())
        .filter(responses::answered_day.is_not_null())
        .select((
            responses::invitation_id.assume_not_null(),
            responses::answered_day.assume_not_null(),
            responses::respondent,
            responses::relationship,
        ));
    let answered = answered.load::<(InvitationId, i32, String, Option<String>)>(conn)?.into_iter();
    let mut answered: HashMap<InvitationId, Answered> =
        answered.map(|(id, day, respondent, relationship)| (id, Answered { day, respondent, relationship })).collect();
    let mut by_episode: HashMap<EpisodeId, Vec<Ask>> = HashMap::new();
    for (invitation, survey) in asked {
        let answered = answered.remove(&invitation.id);
        by_episode.entry(invitation.episode_id).or_default().push(Ask { invitation, survey, answered });
    }
    Ok(by_episode)
}
