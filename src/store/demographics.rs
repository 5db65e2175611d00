//! Who people are, sealed; and the hashes they are found by. What is sealed is opened outside, for one page or message.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{OrganisationId, PersonId};
use super::schema::{demographic_terms, demographics};

/// Where the sealed key of a person is kept.
pub const SEALED_KEY: &str = "demographics.sealed_key";

/// Where what that key seals is kept.
pub const SEALED: &str = "demographics.sealed";

/// The sealed record of a person at one organisation.
#[derive(Debug, Clone, Default, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = demographics, treat_none_as_null = true)]
pub struct Row {
    pub id: i64,
    pub organisation_id: OrganisationId,
    pub person_id: PersonId,
    /// The person's own key, sealed by the key ring; nothing once it was destroyed.
    pub sealed_key: Option<String>,
    /// [`crate::domain::care::demographics::Demographics`] as JSON, sealed with the person's own key.
    pub sealed: Option<String>,
    pub nhs_number_hash: Option<String>,
    pub email_hash: Option<String>,
    pub phone_hash: Option<String>,
    /// Stands for the sender's own number of the person.
    pub sender_hash: Option<String>,
    /// Grows with every change, so that a form from before can be told.
    pub revision: i32,
    pub changed_at: i64,
}

/// One word somebody is found by.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = demographic_terms)]
pub struct Term {
    pub organisation_id: OrganisationId,
    pub term_hash: String,
    pub person_id: PersonId,
}

/// Adds records with their terms, many at a time.
pub fn add(tx: &mut Conn, all: &[(Row, Vec<String>)]) -> Result<()> {
    let rows: Vec<Row> = all.iter().map(|(row, _)| row.clone()).collect();
    for some in rows.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(demographics::table).values(some).execute(c))?;
    }
    let terms: Vec<Term> = all.iter().flat_map(|(row, terms)| terms_of(row, terms)).collect();
    for some in terms.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(demographic_terms::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Puts a changed record in the place of the one with the revision before. `false` when somebody else was quicker.
pub fn change(tx: &mut Conn, row: &Row, terms: &[String]) -> Result<bool> {
    let before = demographics::table.find(row.id).filter(demographics::revision.eq(row.revision - 1));
    if diesel::update(before).set(row).execute(tx)? == 0 {
        return Ok(false);
    }
    let own = demographic_terms::organisation_id.eq(row.organisation_id).and(demographic_terms::person_id.eq(row.person_id));
    diesel::delete(demographic_terms::table.filter(own)).execute(tx)?;
    let terms = terms_of(row, terms);
    per_backend!(tx, |c| diesel::insert_into(demographic_terms::table).values(&terms).execute(c))?;
    Ok(true)
}

/// The record of a person at an organisation; nothing where none was ever kept.
pub fn find(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<Option<Row>> {
    let own = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    Ok(own.first(conn).optional()?)
}

/// So many records after one of them, in the order of their ids.
pub fn after(conn: &mut Conn, id: i64, most: i64) -> Result<Vec<Row>> {
    Ok(demographics::table.filter(demographics::id.gt(id)).order(demographics::id).limit(most).load(conn)?)
}

/// The records of these people at these organisations.
pub fn of_people(conn: &mut Conn, organisations: &[OrganisationId], people: &[PersonId]) -> Result<Vec<Row>> {
    let own = demographics::table.filter(demographics::organisation_id.eq_any(organisations));
    Ok(own.filter(demographics::person_id.eq_any(people)).load(conn)?)
}

/// The record with that hash of an NHS number, at one of these organisations.
pub fn by_nhs_number(conn: &mut Conn, organisations: &[OrganisationId], hash: &str) -> Result<Vec<Row>> {
    let own = demographics::table.filter(demographics::organisation_id.eq_any(organisations));
    Ok(own.filter(demographics::nhs_number_hash.eq(hash)).load(conn)?)
}

/// The people of these organisations whose names have all of these terms, the newest first.
pub fn by_terms(conn: &mut Conn, organisations: &[OrganisationId], hashes: &[String], most: i64) -> Result<Vec<Row>> {
    let all = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
    let with_all = demographic_terms::table
        .filter(demographic_terms::organisation_id.eq_any(organisations))
        .filter(demographic_terms::term_hash.eq_any(hashes))
        .group_by((demographic_terms::organisation_id, demographic_terms::person_id))
        .having(diesel::dsl::count_star().eq(all))
        .order(demographic_terms::person_id.desc())
        .limit(most)
        .select(demographic_terms::person_id);
    let found: Vec<PersonId> = with_all.load(conn)?;
    of_people(conn, organisations, &found)
}

/// The people of an organisation whose names have one of these terms.
pub fn by_any_term(conn: &mut Conn, organisation: OrganisationId, hashes: &[String], among: &[PersonId]) -> Result<Vec<Row>> {
    let with_any = demographic_terms::table
        .filter(demographic_terms::organisation_id.eq(organisation))
        .filter(demographic_terms::person_id.eq_any(among))
        .filter(demographic_terms::term_hash.eq_any(hashes))
        .select(demographic_terms::person_id)
        .distinct();
    let found: Vec<PersonId> = with_any.load(conn)?;
    of_people(conn, &[organisation], &found)
}

/// True when somebody else at the organisation has the same email address or mobile number.
pub fn shares_contact(conn: &mut Conn, row: &Row) -> Result<bool> {
    let others = demographics::organisation_id.eq(row.organisation_id).and(demographics::person_id.ne(row.person_id));
    let mut count = 0_i64;
    if let Some(hash) = &row.email_hash {
        count += demographics::table.filter(others).filter(demographics::email_hash.eq(hash)).count().get_result::<i64>(conn)?;
    }
    if let Some(hash) = &row.phone_hash {
        count += demographics::table.filter(others).filter(demographics::phone_hash.eq(hash)).count().get_result::<i64>(conn)?;
    }
    Ok(count > 0)
}

/// Destroys the key of a person's record and with it the record, and everything they are found by.
pub fn shred(tx: &mut Conn, organisation: OrganisationId, person: PersonId, now: i64) -> Result<()> {
    let own = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    let nothing = None::<String>;
    let gone = (
        demographics::sealed_key.eq(&nothing),
        demographics::sealed.eq(&nothing),
        demographics::nhs_number_hash.eq(&nothing),
        demographics::email_hash.eq(&nothing),
        demographics::phone_hash.eq(&nothing),
        demographics::sender_hash.eq(&nothing),
        demographics::revision.eq(demographics::revision + 1),
        demographics::changed_at.eq(now),
    );
    diesel::update(own).set(gone).execute(tx)?;
    let own = demographic_terms::organisation_id.eq(organisation).and(demographic_terms::person_id.eq(person));
    diesel::delete(demographic_terms::table.filter(own)).execute(tx)?;
    Ok(())
}

/// Keeps what stands for a sender's number with a record that became part of another: later files name the person by it.
pub fn keep_number(tx: &mut Conn, organisation: OrganisationId, person: PersonId, sender_hash: &str) -> Result<()> {
    let own = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    diesel::update(own).set(demographics::sender_hash.eq(sender_hash)).execute(tx)?;
    Ok(())
}

fn terms_of(row: &Row, terms: &[String]) -> Vec<Term> {
    let term = |hash: &String| Term { organisation_id: row.organisation_id, term_hash: hash.clone(), person_id: row.person_id };
    terms.iter().map(term).collect()
}
