//! Addresses to which nothing about an event is to be sent: of people who must not be written to, and of those who stopped the
//! emails of earlier events. Whose they are and why is said to nobody.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::civil::Date;

use super::conn::Conn;
use super::episodes::Person;
use super::error::Result;
use super::ids::{OrganisationId, PersonId};
use super::schema::{attendees, contact_stops, demographics, events, people};
use super::stops::{self, standing};
use crate::domain::care::asking::NotAsked;

/// Which of these hashes of addresses are not to be written to on that day for an event of that organisation.
pub fn among(conn: &mut Conn, hashes: &[String], organisation: OrganisationId, today: Date) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for some in hashes.chunks(500) {
        found.extend(stopped(conn, some, organisation)?);
        found.extend(of_people(conn, some, today)?);
    }
    Ok(found)
}

/// Those who stopped the emails of an event of that organisation.
fn stopped(conn: &mut Conn, hashes: &[String], organisation: OrganisationId) -> Result<Vec<String>> {
    let held = attendees::table.inner_join(events::table.on(events::id.eq(attendees::event_id)));
    let held = held.filter(events::organisation_id.eq(organisation)).filter(attendees::stopped_at.is_not_null());
    let hashes: Vec<Option<String>> = held.filter(attendees::email_hash.eq_any(hashes)).select(attendees::email_hash).load(conn)?;
    Ok(hashes.into_iter().flatten().collect())
}

/// Those that stand with the record of a person who must not be written to, at whichever organisation.
fn of_people(conn: &mut Conn, hashes: &[String], today: Date) -> Result<Vec<String>> {
    let same = people::organisation_id.eq(demographics::organisation_id).and(people::id.eq(demographics::person_id));
    let known = demographics::table.inner_join(people::table.on(same)).filter(demographics::email_hash.eq_any(hashes));
    let known: Vec<(Option<String>, Person)> = known.select((demographics::email_hash, people::all_columns)).load(conn)?;
    let whose: Vec<PersonId> = known.iter().map(|(_, person)| person.id).collect();
    let open = contact_stops::table.filter(contact_stops::person_id.eq_any(whose)).filter(contact_stops::lifted_at.is_null());
    let noted: Vec<stops::Row> = open.load(conn)?;
    let is_unwanted = |person: &Person| {
        let own: Vec<stops::Row> = noted.iter().filter(|stop| stop.organisation_id == person.organisation_id).cloned().collect();
        person.opted_out == Some(true) || standing(person, &own).why_not(today).is_some_and(forbids)
    };
    Ok(known.into_iter().filter(|(_, person)| is_unwanted(person)).filter_map(|(hash, _)| hash).collect())
}

/// Whoever declined a survey or moved to another area said nothing about events.
const fn forbids(why: NotAsked) -> bool {
    !matches!(why, NotAsked::Declined | NotAsked::Moved)
}
