//! Values that come from other data sets: numerators and denominators by provider and month.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::OrganisationId;
use super::schema::supplied_values;

/// One supplied numerator and denominator.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = supplied_values)]
pub struct SuppliedValue {
    pub indicator: String,
    pub organisation_id: OrganisationId,
    pub period: i32,
    pub numerator: i64,
    pub denominator: i64,
    pub source: String,
    pub supplied_at: i64,
}

/// Adds values, many at a time.
pub fn add(tx: &mut Conn, all: &[SuppliedValue]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(supplied_values::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Every value of an indicator.
pub fn of(conn: &mut Conn, indicator: &str) -> Result<Vec<SuppliedValue>> {
    let all = supplied_values::table.filter(supplied_values::indicator.eq(indicator));
    Ok(all.order((supplied_values::organisation_id, supplied_values::period)).load(conn)?)
}
