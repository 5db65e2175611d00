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

fn terms_of(row: &Row, terms: &[String]) -> Vec<Term> {
    let term = |hash: &String| Term { organisation_id: row.organisation_id, term_hash: hash.clone(), person_id: row.person_id };
    terms.iter().map(term).collect()
}
