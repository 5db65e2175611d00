//! Addresses to which nothing about an event is to be sent: of people who must not be written to, and of those who stopped the
//! emails of earlier events. That holds when the list or the record that said so is gone. Whose they are and why is said to nobody.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::conn::{Conn, per_backend};
use super::episodes::Person;
use super::error::Result;
use super::ids::{OrganisationId, PersonId};
use super::schema::{contact_stops, demographics, event_stops, people};
use super::stops::{self, standing};
use crate::clock::Moment;
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

/// Those who stopped the emails of an event of that organisation, or must not be written to about any.
fn stopped(conn: &mut Conn, hashes: &[String], organisation: OrganisationId) -> Result<Vec<String>> {
    let held = event_stops::organisation_id.eq(organisation).or(event_stops::everywhere.eq(true));
    let known = event_stops::table.filter(event_stops::email_hash.eq_any(hashes)).filter(held);
    Ok(known.select(event_stops::email_hash).load(conn)?)
}

/// Keeps that an address is not to be written to about the events of an organisation, whatever becomes of the lists it is on.
pub fn stop(tx: &mut Conn, hash: &str, organisation: OrganisationId, now: i64) -> Result<()> {
    keep(tx, (hash, false), organisation, now)
}

/// Keeps the same for the events of everybody where the record of a person of that organisation says so, before it is gone.
pub fn outlast(tx: &mut Conn, (organisation, person): (OrganisationId, PersonId), now: i64) -> Result<()> {
    let record = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    let hash: Option<Option<String>> = record.select(demographics::email_hash).first(tx).optional()?;
    let today = Moment::from_micros(now).date(&TimeZone::UTC);
    for hash in of_people(tx, &hash.flatten().into_iter().collect::<Vec<_>>(), today)? {
        keep(tx, (&hash, true), organisation, now)?;
    }
    Ok(())
}

fn keep(tx: &mut Conn, (hash, everywhere): (&str, bool), organisation: OrganisationId, now: i64) -> Result<()> {
    let own = event_stops::table.find((hash, organisation));
    if everywhere {
        diesel::update(own).set(event_stops::everywhere.eq(true)).execute(tx)?;
    }
    let row = (
        event_stops::email_hash.eq(hash),
        event_stops::organisation_id.eq(organisation),
        event_stops::everywhere.eq(everywhere),
        event_stops::stopped_at.eq(now),
    );
    per_backend!(tx, |c| diesel::insert_into(event_stops::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
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
