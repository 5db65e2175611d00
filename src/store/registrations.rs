//! Registering people and their episodes, and putting right what was registered. Facts follow in the same transaction.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::conn::Conn;
use super::days::day;
use super::demographics::{self, Row};
use super::episodes::{self, Episode, Person};
use super::error::Result;
use super::facts;
use super::ids::{EpisodeId, OrganisationId, PersonId};
use super::organisations;
use super::schema::{episodes as rows, people};
use crate::domain::care::need::Need;
use crate::domain::care::registration::{NewEpisode, NewPerson};
use crate::domain::indicator::Definition;

/// A sealed record, and the hashes its person is found by.
pub type Sealed = (Row, Vec<String>);

/// A person as the tables keep them: pseudonymous facts beside the sealed record.
#[derive(Debug, Clone)]
pub struct Entry {
    pub person: Person,
    pub sealed: Row,
    /// The hashes they are found by.
    pub terms: Vec<String>,
    /// The first half of the postcode, which the locality is known by.
    pub area: Option<String>,
}

impl Entry {
    /// The entry of a person who was read from text, at the time `now`. What was sealed says whose it is.
    #[must_use]
    pub fn new(read: &NewPerson, sealed: Sealed, now: i64) -> Self {
        let (sealed, terms) = sealed;
        let person = Person {
            organisation_id: sealed.organisation_id,
            id: sealed.person_id,
            birth_day: day(read.born),
            sex: read.sex.code().to_owned(),
            language: read.language.to_owned(),
            ethnicity: read.ethnicity.map(|ethnicity| ethnicity.code().to_owned()),
            needs: Need::codes(&read.needs),
            contact_by: read.contact_by.map(|way| way.code().to_owned()),
            may_contact: read.may_contact,
            opted_out: read.opted_out,
            died_day: read.died.map(day),
            changed_at: Some(now),
            ..Person::default()
        };
        let area = read.record.postcode.as_ref().and_then(|postcode| postcode.split_once(' ')).map(|(area, _)| area.to_owned());
        Self { person, sealed, terms, area }
    }
}

/// The row of an episode that was read from text.
#[must_use]
pub fn episode_row(read: &NewEpisode, person: &Person, id: EpisodeId, now: i64) -> Episode {
    Episode {
        organisation_id: person.organisation_id,
        id,
        person_id: person.id,
        programme: read.programme.clone(),
        birth_day: person.birth_day,
        locality_id: person.locality_id,
        opened_day: day(read.opened),
        closed_day: read.closed.map(day),
        discharged_day: read.discharged.map(day),
        delivered_day: read.delivered.map(day),
        cluster: read.cluster.clone(),
        changed_at: Some(now),
        ..Episode::default()
    }
}

/// Registers a person. [`super::error::Constraint::PersonNhsNumber`] is taken when somebody with that NHS number is there.
pub fn add_person(tx: &mut Conn, entry: &Entry) -> Result<Person> {
    let person = located(tx, entry)?;
    episodes::add(tx, std::slice::from_ref(&person), &[])?;
    demographics::add(tx, &[(entry.sealed.clone(), entry.terms.clone())])?;
    Ok(person)
}

/// Puts a person's record right, and their episodes where these repeat it: the date of birth in all of them, the locality in
/// those that are open. The figures follow, also where the person is left out of them from now on, or no longer. `None` when somebody else changed the record meanwhile, or it is gone.
pub fn change_person(tx: &mut Conn, entry: &Entry, definitions: &[Definition]) -> Result<Option<Person>> {
    let is_kept = match entry.sealed.revision {
        0 => demographics::add(tx, &[(entry.sealed.clone(), entry.terms.clone())]).map(|()| true)?,
        _ => demographics::change(tx, &entry.sealed, &entry.terms)?,
    };
    if !is_kept {
        return Ok(None);
    }
    let person = located(tx, entry)?;
    let row = people::table.find((person.organisation_id, person.id));
    let before: Person = row.first(tx)?;
    let set = (
        people::birth_day.eq(person.birth_day),
        people::sex.eq(&person.sex),
        people::locality_id.eq(person.locality_id),
        people::language.eq(&person.language),
        people::ethnicity.eq(&person.ethnicity),
        people::needs.eq(&person.needs),
        people::contact_by.eq(&person.contact_by),
        people::may_contact.eq(person.may_contact),
        people::opted_out.eq(person.opted_out),
        people::died_day.eq(person.died_day),
        people::changed_at.eq(person.changed_at),
    );
    let there = people::erased_at.is_null().and(people::merged_into.is_null());
    if diesel::update(row.filter(there)).set(set).execute(tx)? == 0 {
        return Err(super::Error::NotFound);
    }
    for episode in follow(tx, &person, is_counted_otherwise(&before, &person))? {
        facts::refresh_episode(tx, episode.id, definitions)?;
    }
    Ok(Some(person))
}

/// Puts a person, and their open episodes, in the locality that the first half of their postcode lies in. `false` where they
/// are in it already.
pub fn locate(tx: &mut Conn, (organisation, id): (OrganisationId, PersonId), area: &str, definitions: &[Definition]) -> Result<bool> {
    let row = people::table.find((organisation, id));
    let before: Person = row.first(tx)?;
    let locality_id = organisations::locality_of(tx, area)?;
    if before.locality_id == locality_id || before.erased_at.is_some() || before.merged_into.is_some() {
        return Ok(false);
    }
    let person: Person = diesel::update(row).set(people::locality_id.eq(locality_id)).get_result(tx)?;
    for episode in follow(tx, &person, false)? {
        facts::refresh_episode(tx, episode.id, definitions)?;
    }
    Ok(true)
}

/// True for somebody whose data are in the figures.
fn is_counted(person: &Person) -> bool {
    person.opted_out != Some(true)
}

/// True where a person came into the figures or left them, or belongs to other groups in them than before.
pub(super) fn is_counted_otherwise(before: &Person, after: &Person) -> bool {
    let groups = |person: &Person| (is_counted(person), person.sex.clone(), person.ethnicity.clone(), person.language.clone());
    groups(before) != groups(after)
}

/// Brings the episodes of a person in line with their record: the date of birth in all of them, the locality in those that are
/// open. Answers those that must be counted anew: the ones that changed, or all where the person came into the figures or left.
pub(super) fn follow(tx: &mut Conn, person: &Person, is_moved: bool) -> Result<Vec<Episode>> {
    let own = rows::table.filter(rows::organisation_id.eq(person.organisation_id)).filter(rows::person_id.eq(person.id));
    let mut moved = Vec::new();
    for episode in own.order(rows::id).load::<Episode>(tx)? {
        let locality = if episode.closed_day.is_some() { episode.locality_id } else { person.locality_id };
        if !is_moved && (episode.birth_day, episode.locality_id) == (person.birth_day, locality) {
            continue;
        }
        let counted = rows::fact_revision.eq(rows::fact_revision + 1);
        let set = (rows::birth_day.eq(person.birth_day), rows::locality_id.eq(locality), counted);
        moved.push(diesel::update(rows::table.find((episode.organisation_id, episode.id))).set(set).get_result(tx)?);
    }
    Ok(moved)
}

fn located(tx: &mut Conn, entry: &Entry) -> Result<Person> {
    let locality_id = entry.area.as_deref().map(|area| organisations::locality_of(tx, area)).transpose()?.flatten();
    Ok(Person { locality_id, ..entry.person.clone() })
}

/// Opens an episode. `false` where one of the same programme was opened on the same day: a form that was sent twice.
pub fn open_episode(tx: &mut Conn, episode: &Episode, definitions: &[Definition]) -> Result<bool> {
    // Writing what is there already takes the row, so that of two at once the second sees what the first wrote.
    let person = people::table.find((episode.organisation_id, episode.person_id));
    diesel::update(person).set(people::changed_at.eq(people::changed_at)).execute(tx)?;
    let own = rows::table.filter(rows::organisation_id.eq(episode.organisation_id)).filter(rows::person_id.eq(episode.person_id));
    let same = own.filter(rows::programme.eq(&episode.programme)).filter(rows::opened_day.eq(episode.opened_day));
    if diesel::select(exists(same)).get_result(tx)? {
        return Ok(false);
    }
    episodes::add(tx, &[], std::slice::from_ref(episode))?;
    facts::refresh_episode(tx, episode.id, definitions)?;
    Ok(true)
}

/// Puts an episode right, or closes it. `false` when somebody else changed it since `before`.
pub fn change_episode(tx: &mut Conn, episode: &Episode, before: Option<i64>, definitions: &[Definition]) -> Result<bool> {
    let set = (
        rows::programme.eq(&episode.programme),
        rows::opened_day.eq(episode.opened_day),
        rows::closed_day.eq(episode.closed_day),
        rows::discharged_day.eq(episode.discharged_day),
        rows::delivered_day.eq(episode.delivered_day),
        rows::cluster.eq(&episode.cluster),
        rows::changed_at.eq(episode.changed_at),
    );
    // Whoever changes an episode holds it first, so that of two the second sees what the first wrote.
    episodes::hold(tx, episode.id)?;
    if episodes::find(tx, episode.id)?.changed_at != before {
        return Ok(false);
    }
    diesel::update(rows::table.find((episode.organisation_id, episode.id))).set(set).execute(tx)?;
    facts::refresh_episode(tx, episode.id, definitions)?;
    Ok(true)
}

/// A person of an organisation with their sealed record, if there is one.
pub fn find(conn: &mut Conn, organisations: &[OrganisationId], id: PersonId) -> Result<(Person, Option<Row>)> {
    let theirs = people::table.filter(people::id.eq(id)).filter(people::organisation_id.eq_any(organisations));
    let person: Person = theirs.order(people::organisation_id).first(conn)?;
    let row = demographics::find(conn, person.organisation_id, id)?;
    Ok((person, row))
}

/// An episode of a person.
pub fn episode_of(conn: &mut Conn, person: &Person, id: EpisodeId) -> Result<Episode> {
    Ok(rows::table.find((person.organisation_id, id)).filter(rows::person_id.eq(person.id)).first(conn)?)
}
