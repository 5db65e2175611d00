//! Values that come from other data sets: numerators and denominators by provider and month. A value that is restated becomes a
//! new revision; the one before stays, and says since when it no longer holds.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::schema::supplied_values;

/// One supplied numerator and denominator.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = supplied_values)]
pub struct SuppliedValue {
    pub indicator: String,
    pub organisation_id: OrganisationId,
    pub period: i32,
    /// An age band, for values that are given by age; empty otherwise.
    pub stratum: String,
    /// From 1 on.
    pub revision: i32,
    pub numerator: i64,
    pub denominator: i64,
    /// [`PROVISIONAL`] or [`FINAL`].
    pub status: String,
    pub source: String,
    /// Of the file it came in.
    pub file_sha256: Option<String>,
    /// Why it was restated.
    pub reason: Option<String>,
    pub supplied_by: Option<AccountId>,
    pub supplied_at: i64,
    /// When the next revision took its place.
    pub superseded_at: Option<i64>,
}

/// May still change.
pub const PROVISIONAL: &str = "provisional";

/// Is not expected to change.
pub const FINAL: &str = "final";

/// Adds values, many at a time.
pub fn add(tx: &mut Conn, all: &[SuppliedValue]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(supplied_values::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Every value of an indicator that holds.
pub fn of(conn: &mut Conn, indicator: &str) -> Result<Vec<SuppliedValue>> {
    let all = supplied_values::table.filter(supplied_values::indicator.eq(indicator)).filter(supplied_values::superseded_at.is_null());
    Ok(all.order((supplied_values::organisation_id, supplied_values::period, supplied_values::stratum)).load(conn)?)
}
