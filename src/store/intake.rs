//! People and episodes that come many at a time: what is at the organisation already of those a batch of lines names, and
//! the batch as it is written.

use std::collections::HashMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::{self, Episode, Person};
use super::error::{Constraint, Error, Result};
use super::facts;
use super::ids::{LocalityId, OrganisationId};
use super::schema::{demographics as records, episodes as care, locality_postcodes, people};
use super::{registrations, subjects};
use crate::domain::indicator::Definition;

/// What a batch of lines names, as keyed hashes.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// Senders' numbers of people.
    pub people: Vec<String>,
    pub nhs_numbers: Vec<String>,
    /// Senders' numbers of episodes.
    pub episodes: Vec<String>,
}

/// What is at the organisation already.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The people with those numbers, with their sealed records.
    pub people: Vec<(Row, Person)>,
    pub episodes: Vec<Episode>,
    /// The locality of each first half of a postcode.
    pub areas: HashMap<String, LocalityId>,
}

/// Somebody whose record changes.
#[derive(Debug, Clone)]
pub struct Changed {
    pub person: Person,
    /// What was known of them before.
    pub before: Person,
    /// The record with the next revision.
    pub row: Row,
    pub terms: Vec<String>,
}

/// What a batch of lines brings.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    pub people: Vec<Person>,
    pub records: Vec<(Row, Vec<String>)>,
    pub changed: Vec<Changed>,
    pub episodes: Vec<Episode>,
    /// Each with when it was changed before.
    pub changed_episodes: Vec<(Episode, Option<i64>)>,
}

/// Looks up what a batch names at an organisation.
pub fn known(conn: &mut Conn, organisation: OrganisationId, named: &Named) -> Result<Known> {
    let with_people = || {
        let same = people::organisation_id.eq(records::organisation_id).and(people::id.eq(records::person_id));
        let both = records::table.inner_join(people::table.on(same)).filter(records::organisation_id.eq(organisation));
        both.select((records::all_columns, people::all_columns))
    };
    let mut found: Vec<(Row, Person)> = with_people().filter(records::sender_hash.eq_any(&named.people)).load(conn)?;
    found.extend(with_people().filter(records::nhs_number_hash.eq_any(&named.nhs_numbers)).load::<(Row, Person)>(conn)?);
    found.sort_by_key(|(row, _)| row.id);
    found.dedup_by_key(|(row, _)| row.id);
    let own = care::table.filter(care::organisation_id.eq(organisation)).filter(care::sender_hash.eq_any(&named.episodes));
    let areas = locality_postcodes::table.select((locality_postcodes::postcode_area, locality_postcodes::locality_id));
    Ok(Known { people: found, episodes: own.load(conn)?, areas: areas.load::<(String, LocalityId)>(conn)?.into_iter().collect() })
}

/// Writes a batch, and counts what it moves. [`Error::Taken`] when something of it was written meanwhile by somebody else:
/// then nothing is, and the batch must be looked at anew.
pub fn write(tx: &mut Conn, batch: &Batch, definitions: &[Definition]) -> Result<()> {
    episodes::add(tx, &batch.people, &[])?;
    demographics::add(tx, &batch.records)?;
    episodes::add(tx, &[], &batch.episodes)?;
    let mut moved = batch.episodes.clone();
    for one in &batch.changed {
        if !demographics::change(tx, &one.row, &one.terms)? {
            return Err(Error::Taken(Constraint::Other));
        }
        change_person(tx, &one.person)?;
        let repeated = |person: &Person| (person.birth_day, person.locality_id);
        let is_moved = registrations::is_counted_otherwise(&one.before, &one.person);
        if is_moved || repeated(&one.person) != repeated(&one.before) {
            moved.extend(registrations::follow(tx, &one.person, is_moved)?);
        }
    }
    for (episode, before) in &batch.changed_episodes {
        moved.push(change_episode(tx, episode, *before)?);
    }
    moved.sort_by_key(|episode| episode.id);
    // Of an episode that changed twice the later state is the one that counts.
    moved.reverse();
    moved.dedup_by_key(|episode| episode.id);
    moved.reverse();
    for some in moved.chunks(1000) {
        let subjects = subjects::of_episodes(tx, some)?;
        facts::refresh_all(tx, definitions, &subjects)?;
    }
    Ok(())
}

fn change_person(tx: &mut Conn, to: &Person) -> Result<()> {
    let set = (
        people::birth_day.eq(to.birth_day),
        people::sex.eq(&to.sex),
        people::locality_id.eq(to.locality_id),
        people::language.eq(&to.language),
        people::ethnicity.eq(&to.ethnicity),
        people::needs.eq(&to.needs),
        people::contact_by.eq(&to.contact_by),
        people::may_contact.eq(to.may_contact),
        people::opted_out.eq(to.opted_out),
        people::died_day.eq(to.died_day),
        people::changed_at.eq(to.changed_at),
    );
    diesel::update(people::table.find((to.organisation_id, to.id))).set(set).execute(tx)?;
    Ok(())
}

/// Changes an episode, unless somebody else has since `before`. Whoever else counts it waits until this transaction ends.
fn change_episode(tx: &mut Conn, to: &Episode, before: Option<i64>) -> Result<Episode> {
    let set = (
        care::opened_day.eq(to.opened_day),
        care::closed_day.eq(to.closed_day),
        care::discharged_day.eq(to.discharged_day),
        care::delivered_day.eq(to.delivered_day),
        care::cluster.eq(&to.cluster),
        care::changed_at.eq(to.changed_at),
        care::fact_revision.eq(care::fact_revision + 1),
    );
    let own = care::table.find((to.organisation_id, to.id));
    let changed: Option<Episode> = match before {
        Some(at) => diesel::update(own.filter(care::changed_at.eq(at))).set(set).get_result(tx).optional()?,
        None => diesel::update(own.filter(care::changed_at.is_null())).set(set).get_result(tx).optional()?,
    };
    changed.ok_or(Error::Taken(Constraint::Other))
}
