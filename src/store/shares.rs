//! Whose people another organisation may see.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::OrganisationId;
use super::schema::people_shares;

/// Allows `to` to see the people of `from`. False when it was allowed already.
pub fn allow(tx: &mut Conn, from: OrganisationId, to: OrganisationId, now: i64) -> Result<bool> {
    let row = (people_shares::from_organisation_id.eq(from), people_shares::to_organisation_id.eq(to), people_shares::since.eq(now));
    let added = per_backend!(tx, |c| diesel::insert_into(people_shares::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(added == 1)
}

/// No longer allows `to` to see the people of `from`. False when it was not allowed.
pub fn end(tx: &mut Conn, from: OrganisationId, to: OrganisationId) -> Result<bool> {
    Ok(diesel::delete(people_shares::table.find((from, to))).execute(tx)? == 1)
}

/// Who may see the people of an organisation.
pub fn from(conn: &mut Conn, from: OrganisationId) -> Result<Vec<OrganisationId>> {
    let shares = people_shares::table.filter(people_shares::from_organisation_id.eq(from));
    Ok(shares.select(people_shares::to_organisation_id).order(people_shares::to_organisation_id).load(conn)?)
}

/// Whose people an organisation may see, besides its own.
pub fn to(conn: &mut Conn, to: OrganisationId) -> Result<Vec<OrganisationId>> {
    let shares = people_shares::table.filter(people_shares::to_organisation_id.eq(to));
    Ok(shares.select(people_shares::from_organisation_id).order(people_shares::from_organisation_id).load(conn)?)
}
