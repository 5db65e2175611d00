//! Why people are not asked: what staff noted and what people said, kept with the days it holds.

use diesel::prelude::*;

use super::audit;
use super::conn::Conn;
use super::days::date;
use super::episodes::Person;
use super::error::Result;
use super::ids::{AccountId, OrganisationId, PersonId};
use super::schema::contact_stops;
use crate::domain::care::asking::{Standing, Stop};
use crate::domain::care::channel::Preference;
use crate::domain::care::stop::Reason;

/// One reason not to ask one person.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = contact_stops)]
pub struct Row {
    pub organisation_id: OrganisationId,
    pub id: i64,
    pub person_id: PersonId,
    /// A code of [`Reason`].
    pub reason: String,
    /// The first and the last day it holds, in days since 1970-01-01.
    pub from_day: i32,
    pub until_day: Option<i32>,
    /// The member of staff; nothing when the person said so themselves.
    pub noted_by: Option<AccountId>,
    pub noted_at: i64,
    /// When it was taken back.
    pub lifted_at: Option<i64>,
}

/// Notes a reason. `false` where it is noted already for the same days: a form that was sent twice.
pub fn note(tx: &mut Conn, stop: &Row) -> Result<bool> {
    audit::turn(tx)?;
    let known = of_people(tx, stop.organisation_id, &[stop.person_id])?;
    let days = |row: &Row| (row.reason.clone(), row.from_day, row.until_day);
    if known.iter().any(|row| days(row) == days(stop)) {
        return Ok(false);
    }
    add(tx, stop)?;
    Ok(true)
}

/// Adds a reason.
pub fn add(tx: &mut Conn, stop: &Row) -> Result<()> {
    diesel::insert_into(contact_stops::table).values(stop).execute(tx)?;
    Ok(())
}

/// Takes a reason back. `false` when there is none of that number that holds.
pub fn lift(tx: &mut Conn, organisation: OrganisationId, id: i64, now: i64) -> Result<bool> {
    let open = contact_stops::table.find((organisation, id)).filter(contact_stops::lifted_at.is_null());
    Ok(diesel::update(open).set(contact_stops::lifted_at.eq(now)).execute(tx)? == 1)
}

/// The reasons noted for these people at an organisation and not taken back, the newest first.
pub fn of_people(conn: &mut Conn, organisation: OrganisationId, people: &[PersonId]) -> Result<Vec<Row>> {
    let own = contact_stops::table.filter(contact_stops::organisation_id.eq(organisation));
    let open = own.filter(contact_stops::person_id.eq_any(people)).filter(contact_stops::lifted_at.is_null());
    Ok(open.order((contact_stops::noted_at.desc(), contact_stops::id)).load(conn)?)
}

/// What decides whether a person may be asked.
#[must_use]
pub fn standing(person: &Person, stops: &[Row]) -> Standing {
    let own = stops.iter().filter(|stop| stop.person_id == person.id);
    let stop = |row: &Row| {
        let reason = Reason::from_code(&row.reason)?;
        Some(Stop { reason, from: date(row.from_day), until: row.until_day.map(date) })
    };
    Standing {
        died: person.died_day.map(date),
        is_gone: person.erased_at.is_some() || person.merged_into.is_some(),
        may_contact: person.may_contact,
        wants_nothing: person.contact_by.as_deref() == Some(Preference::Nowise.code()),
        stops: own.filter_map(stop).collect(),
    }
}
