//! The end of what names those who were expected at events: by age, and when a person is erased. How many came stays known.

use diesel::prelude::*;

use super::attendees::{self, Attendee};
use super::conn::Conn;
use super::error::Result;
use super::events::Event;
use super::ids::{AttendeeId, OrganisationId, PersonId};
use super::schema::{attendees as rows, demographics, event_messages, events, organisations};

/// How many names and addresses there are of events that ended before then.
pub fn count(conn: &mut Conn, before: i64) -> Result<i64> {
    Ok(over(before).count().get_result(conn)?)
}

/// Deletes so many of them, with what was sent there; no link leads anywhere any more. That somebody wants no more email is kept
/// elsewhere.
pub fn sweep(tx: &mut Conn, before: i64, most: i64) -> Result<usize> {
    let ids: Vec<AttendeeId> = over(before).select(rows::id).limit(most).load(tx)?;
    diesel::delete(event_messages::table.filter(event_messages::attendee_id.eq_any(&ids))).execute(tx)?;
    let nothing = (rows::sealed.eq(None::<String>), rows::email_hash.eq(None::<String>), rows::token_hash.eq(None::<String>));
    diesel::update(rows::table.filter(rows::id.eq_any(&ids))).set(nothing).execute(tx)?;
    Ok(ids.len())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn over(before: i64) -> _ {
    let ended = events::table.filter(events::ends_at.lt(before)).select(events::id);
    rows::table.filter(rows::sealed.is_not_null().or(rows::email_hash.is_not_null())).filter(rows::event_id.eq_any(ended))
}

/// Where somebody was expected, or left an address: at the events of their own organisation and of the county, as far as the
/// address on their record tells.
pub fn of_person(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<Vec<(Attendee, Event)>> {
    let own = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    let hash: Option<Option<String>> = own.select(demographics::email_hash).first(conn).optional()?;
    let Some(hash) = hash.flatten() else { return Ok(Vec::new()) };
    let county = organisations::table.filter(organisations::kind.eq("commissioner")).select(organisations::id);
    let theirs = events::organisation_id.eq(organisation).or(events::organisation_id.eq_any(county));
    let known = rows::table.inner_join(events::table.on(events::id.eq(rows::event_id))).filter(rows::email_hash.eq(hash));
    Ok(known.filter(theirs).order(rows::id).select((rows::all_columns, events::all_columns)).load(conn)?)
}

/// Takes a person who is erased off those lists.
pub fn erase(tx: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<()> {
    let ids: Vec<AttendeeId> = of_person(tx, organisation, person)?.into_iter().map(|(attendee, _)| attendee.id).collect();
    attendees::forget(tx, &ids)
}
