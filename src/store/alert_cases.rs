//! Alerts with whom they are about: the response behind each, and the record of its person where there is one. What is sealed
//! is opened outside, for the one page that needs it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::alerts::Case;
use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::Person;
use super::error::{Error, Result};
use super::ids::{AccountId, EpisodeId, OrganisationId, PersonId, ResponseId};
use super::responses::Response;
use super::schema::{accounts, episodes, people, responses};

/// A case and whom it is about.
#[derive(Debug, Clone)]
pub struct Known {
    pub case: Case,
    pub response: Response,
    /// The person; nothing where the answers came by an open link.
    pub person: Option<Person>,
    pub record: Option<Row>,
    /// The name of who acknowledged it.
    pub acknowledged_by: Option<String>,
}

/// The same cases, each with whom it is about.
pub fn known(conn: &mut Conn, cases: Vec<Case>) -> Result<Vec<Known>> {
    let ids: Vec<ResponseId> = cases.iter().map(|case| case.response_id).collect();
    let answered: Vec<Response> = responses::table.filter(responses::id.eq_any(&ids)).load(conn)?;
    let people = people_of(conn, &answered)?;
    let organisations: Vec<OrganisationId> = people.values().map(|person| person.organisation_id).collect();
    let persons: Vec<PersonId> = people.values().map(|person| person.id).collect();
    let records = demographics::of_people(conn, &organisations, &persons)?;
    let names = names_of(conn, &cases)?;
    let mut answered: HashMap<ResponseId, Response> = answered.into_iter().map(|response| (response.id, response)).collect();
    let known = |case: Case| {
        let response = answered.remove(&case.response_id).ok_or(Error::NotFound)?;
        let person = response.episode_id.and_then(|episode| people.get(&episode)).cloned();
        let is_theirs =
            |row: &&Row| person.as_ref().is_some_and(|one| (one.organisation_id, one.id) == (row.organisation_id, row.person_id));
        let acknowledged_by = case.acknowledged_by.and_then(|account| names.get(&account)).cloned();
        Ok(Known { acknowledged_by, record: records.iter().find(is_theirs).cloned(), case, response, person })
    };
    cases.into_iter().map(known).collect()
}

fn names_of(conn: &mut Conn, cases: &[Case]) -> Result<HashMap<AccountId, String>> {
    let ids: Vec<AccountId> = cases.iter().filter_map(|case| case.acknowledged_by).collect();
    let named: Vec<(AccountId, String)> =
        accounts::table.filter(accounts::id.eq_any(&ids)).select((accounts::id, accounts::name)).load(conn)?;
    Ok(named.into_iter().collect())
}

/// The person of each episode that was answered in.
fn people_of(conn: &mut Conn, answered: &[Response]) -> Result<HashMap<EpisodeId, Person>> {
    let ids: Vec<EpisodeId> = answered.iter().filter_map(|response| response.episode_id).collect();
    let same = people::organisation_id.eq(episodes::organisation_id).and(people::id.eq(episodes::person_id));
    let found = episodes::table.inner_join(people::table.on(same)).filter(episodes::id.eq_any(&ids));
    let found: Vec<(EpisodeId, Person)> = found.select((episodes::id, people::all_columns)).load(conn)?;
    Ok(found.into_iter().collect())
}
