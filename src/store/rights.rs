//! What people ask for of their own data, until when it must be answered, and what became of it.

use diesel::prelude::*;

use super::audit;
use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, OrganisationId, PersonId};
use super::schema::rights_requests;

/// One request of one person.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = rights_requests)]
pub struct Request {
    pub organisation_id: OrganisationId,
    pub id: i64,
    pub person_id: PersonId,
    /// A code of [`crate::domain::care::rights::Kind`].
    pub kind: String,
    /// Days since 1970-01-01.
    pub received_day: i32,
    /// The last day for the answer.
    pub due_day: i32,
    pub noted_by: AccountId,
    pub done_at: Option<i64>,
    /// What became of it: a code of [`crate::domain::care::rights::Outcome`].
    pub outcome: Option<String>,
}

/// Notes a request. `false` where the same waits for an answer since the same day: a form that was sent twice.
pub fn add(tx: &mut Conn, request: &Request) -> Result<bool> {
    audit::turn(tx)?;
    let same = |other: &Request| other.done_at.is_none() && (&other.kind, other.received_day) == (&request.kind, request.received_day);
    if of_person(tx, request.organisation_id, request.person_id)?.iter().any(same) {
        return Ok(false);
    }
    diesel::insert_into(rights_requests::table).values(request).execute(tx)?;
    Ok(true)
}

/// Notes what became of a request. `false` when there is none of that number that waits for an answer.
pub fn close(tx: &mut Conn, organisation: OrganisationId, id: i64, outcome: &str, now: i64) -> Result<bool> {
    let open = rights_requests::table.find((organisation, id)).filter(rights_requests::done_at.is_null());
    Ok(diesel::update(open).set((rights_requests::done_at.eq(now), rights_requests::outcome.eq(outcome))).execute(tx)? == 1)
}

/// The requests of a person, the newest first.
pub fn of_person(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<Vec<Request>> {
    let own = rights_requests::table.filter(rights_requests::organisation_id.eq(organisation));
    let own = own.filter(rights_requests::person_id.eq(person));
    Ok(own.order((rights_requests::received_day.desc(), rights_requests::id.desc())).load(conn)?)
}

/// The requests at these organisations that wait for an answer, the first due first.
pub fn waiting(conn: &mut Conn, organisations: &[OrganisationId], most: i64) -> Result<Vec<Request>> {
    let open =
        rights_requests::table.filter(rights_requests::organisation_id.eq_any(organisations)).filter(rights_requests::done_at.is_null());
    Ok(open.order((rights_requests::due_day, rights_requests::id)).limit(most).load(conn)?)
}
