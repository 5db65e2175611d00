//! Legal holds: records that must be kept, whatever else would have them go.

use diesel::prelude::*;

use super::audit;
use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, OrganisationId, PersonId};
use super::schema::legal_holds;

/// One hold on one record.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = legal_holds)]
pub struct Hold {
    pub organisation_id: OrganisationId,
    pub id: i64,
    pub person_id: PersonId,
    /// Why, in the words of whoever placed it: a reference to a case, not a name.
    pub reason: String,
    pub placed_by: AccountId,
    pub placed_at: i64,
    pub lifted_at: Option<i64>,
}

/// Places a hold. `false` where one holds for the same reason: a form that was sent twice.
pub fn place(tx: &mut Conn, hold: &Hold) -> Result<bool> {
    audit::turn(tx)?;
    let known = of_person(tx, hold.organisation_id, hold.person_id)?;
    if known.iter().any(|other| other.lifted_at.is_none() && other.reason == hold.reason) {
        return Ok(false);
    }
    diesel::insert_into(legal_holds::table).values(hold).execute(tx)?;
    Ok(true)
}

/// Lifts a hold. `false` when there is none of that number that holds.
pub fn lift(tx: &mut Conn, organisation: OrganisationId, id: i64, now: i64) -> Result<bool> {
    let open = legal_holds::table.find((organisation, id)).filter(legal_holds::lifted_at.is_null());
    Ok(diesel::update(open).set(legal_holds::lifted_at.eq(now)).execute(tx)? == 1)
}

/// Every hold on a record, the newest first, lifted ones too.
pub fn of_person(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<Vec<Hold>> {
    let own = legal_holds::table.filter(legal_holds::organisation_id.eq(organisation)).filter(legal_holds::person_id.eq(person));
    Ok(own.order((legal_holds::placed_at.desc(), legal_holds::id)).load(conn)?)
}

/// True while a hold keeps the record.
pub fn any(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<bool> {
    let own = legal_holds::table.filter(legal_holds::organisation_id.eq(organisation)).filter(legal_holds::person_id.eq(person));
    Ok(diesel::select(diesel::dsl::exists(own.filter(legal_holds::lifted_at.is_null()))).get_result(conn)?)
}
