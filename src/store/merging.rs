//! Two records of one person become one: everything that belongs to the one that goes moves to the one that stays.

use diesel::prelude::*;

use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::Person;
use super::error::{Error, Result};
use super::holds;
use super::ids::{OrganisationId, PersonId};
use super::people::count_anew;
use super::registrations::Sealed;
use super::schema::{contact_stops, episodes, legal_holds, messages, people, rights_requests};
use crate::domain::care::need::Need;
use crate::domain::indicator::Definition;

/// Two records at one organisation.
#[derive(Debug, Clone)]
pub struct Pair {
    pub organisation: OrganisationId,
    /// The one that stays.
    pub stays: PersonId,
    /// The one that becomes part of it.
    pub goes: PersonId,
    /// The sealed record of the one that stays, completed by the other's, with its terms.
    pub whole: Sealed,
    /// The revision of the record that goes, as somebody saw it.
    pub seen: i32,
    pub now: i64,
}

/// The records at the organisation that may be of the same person: born on the same day, with a name that begins alike.
pub fn candidates(conn: &mut Conn, person: &Person, terms: &[String]) -> Result<Vec<(Person, Row)>> {
    let same_day = people::table
        .filter(people::organisation_id.eq(person.organisation_id))
        .filter(people::birth_day.eq(person.birth_day))
        .filter(people::id.ne(person.id))
        .filter(people::erased_at.is_null())
        .filter(people::merged_into.is_null());
    let same_day: Vec<Person> = same_day.order(people::id).load(conn)?;
    let ids: Vec<PersonId> = same_day.iter().map(|other| other.id).collect();
    let alike = demographics::by_any_term(conn, person.organisation_id, terms, &ids)?;
    let row_of = |other: Person| alike.iter().find(|row| row.person_id == other.id).cloned().map(|row| (other, row));
    Ok(same_day.into_iter().filter_map(row_of).collect())
}

/// Makes two records one. What the one that stays does not say of refusals, opt-outs and death, the other says for it.
/// `false` when one of them was changed meanwhile, or a legal hold keeps the one that would go.
pub fn merge(tx: &mut Conn, pair: &Pair, definitions: &[Definition]) -> Result<bool> {
    let stays: Person = people::table.find((pair.organisation, pair.stays)).first(tx)?;
    let goes: Person = people::table.find((pair.organisation, pair.goes)).first(tx)?;
    let is_there = |one: &Person| one.erased_at.is_none() && one.merged_into.is_none();
    if !is_there(&stays) || !is_there(&goes) || stays.birth_day != goes.birth_day || stays.id == goes.id {
        return Err(Error::NotFound);
    }
    let mut revision_of = |id| Ok::<_, Error>(demographics::find(tx, pair.organisation, id)?.map(|row| row.revision));
    if revision_of(pair.stays)? != Some(pair.whole.0.revision - 1) || revision_of(pair.goes)? != Some(pair.seen) {
        return Ok(false);
    }
    if holds::any(tx, pair.organisation, pair.goes)? {
        return Ok(false);
    }
    let number = demographics::find(tx, pair.organisation, pair.goes)?.and_then(|row| row.sender_hash);
    // First the one that goes, because what is known of both may stand in one record only.
    demographics::shred(tx, pair.organisation, pair.goes, pair.now)?;
    if !demographics::change(tx, &pair.whole.0, &pair.whole.1)? {
        return Err(Error::Busy("a record that is merged".to_owned()));
    }
    if let Some(number) = number.filter(|number| pair.whole.0.sender_hash.as_ref() != Some(number)) {
        demographics::keep_number(tx, pair.organisation, pair.goes, &number)?;
    }
    keep_cautions(tx, &stays, &goes, pair.now)?;
    let set = (people::merged_into.eq(pair.stays), people::changed_at.eq(pair.now));
    let there = people::erased_at.is_null().and(people::merged_into.is_null());
    if diesel::update(people::table.find((pair.organisation, pair.goes)).filter(there)).set(set).execute(tx)? == 0 {
        return Err(Error::NotFound);
    }
    let before = people::organisation_id.eq(pair.organisation).and(people::merged_into.eq(pair.goes));
    diesel::update(people::table.filter(before)).set(people::merged_into.eq(pair.stays)).execute(tx)?;
    move_all(tx, pair)?;
    // An opt-out of one of them holds for what belonged to the other.
    count_anew(tx, pair.organisation, pair.stays, definitions)?;
    Ok(true)
}

fn keep_cautions(tx: &mut Conn, stays: &Person, goes: &Person, now: i64) -> Result<()> {
    let either = |is: fn(&Person) -> bool| is(stays) || is(goes);
    let may_contact = if either(|one| one.may_contact == Some(false)) { Some(false) } else { stays.may_contact.or(goes.may_contact) };
    let opted_out = if either(|one| one.opted_out == Some(true)) { Some(true) } else { stays.opted_out.or(goes.opted_out) };
    let words = |one: &Person| one.needs.clone().unwrap_or_default();
    let needs = Need::list(&format!("{} {}", words(stays), words(goes)));
    let set = (
        people::may_contact.eq(may_contact),
        people::opted_out.eq(opted_out),
        people::died_day.eq(stays.died_day.or(goes.died_day)),
        people::needs.eq(Need::codes(&needs)),
        people::changed_at.eq(now),
    );
    diesel::update(people::table.find((stays.organisation_id, stays.id))).set(set).execute(tx)?;
    Ok(())
}

macro_rules! moved {
    ($tx:expr, $pair:expr, $($table:ident),+) => {$(
        let theirs = $table::organisation_id.eq($pair.organisation).and($table::person_id.eq($pair.goes));
        diesel::update($table::table.filter(theirs)).set($table::person_id.eq($pair.stays)).execute($tx)?;
    )+};
}

/// Invitations and responses belong to episodes and go with them.
fn move_all(tx: &mut Conn, pair: &Pair) -> Result<()> {
    moved!(tx, pair, episodes, contact_stops, messages, legal_holds, rights_requests);
    Ok(())
}

/// How much belongs to a record: its episodes, and its reasons not to be asked.
pub fn extent(conn: &mut Conn, person: &Person) -> Result<(i64, i64)> {
    let own = episodes::organisation_id.eq(person.organisation_id).and(episodes::person_id.eq(person.id));
    let care = episodes::table.filter(own).count().get_result(conn)?;
    let own = contact_stops::organisation_id.eq(person.organisation_id).and(contact_stops::person_id.eq(person.id));
    let stops = contact_stops::table.filter(own).filter(contact_stops::lifted_at.is_null()).count().get_result(conn)?;
    Ok((care, stops))
}
