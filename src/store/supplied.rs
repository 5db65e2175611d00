//! Values that come from other data sets: numerators and denominators by provider and month. A value that is restated becomes a
//! new revision; the one before stays, and says since when it no longer holds.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::schema::{definitions, supplied_values};
use super::{facts, releases};
use crate::domain::indicator::supplied::{Ages, Key, Left, Standing, Status, Value};
use crate::domain::indicator::{Definition, Period};

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
    /// Of a ratio, what was expected, in thousandths.
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

/// The same, of one organisation.
pub(super) fn of_organisation(conn: &mut Conn, indicator: &str, organisation: OrganisationId) -> Result<Vec<SuppliedValue>> {
    let all = supplied_values::table.filter(supplied_values::indicator.eq(indicator)).filter(supplied_values::superseded_at.is_null());
    let own = all.filter(supplied_values::organisation_id.eq(organisation));
    Ok(own.order((supplied_values::period, supplied_values::stratum)).load(conn)?)
}

/// Every revision of the values of an indicator: the newest month first, and of each value the newest revision first.
pub fn history(conn: &mut Conn, indicator: &str) -> Result<Vec<SuppliedValue>> {
    let order =
        (supplied_values::period.desc(), supplied_values::organisation_id, supplied_values::stratum, supplied_values::revision.desc());
    Ok(supplied_values::table.filter(supplied_values::indicator.eq(indicator)).order(order).load(conn)?)
}

impl SuppliedValue {
    /// What it is a value of.
    #[must_use]
    pub fn key(&self) -> Key {
        Key {
            indicator: self.indicator.clone(),
            organisation: self.organisation_id.0,
            period: Period::from_number(self.period),
            ages: Ages::parse(&self.stratum),
        }
    }
}

/// What stands of these indicators, but for the numbers.
pub fn standing(conn: &mut Conn, indicators: &BTreeSet<String>) -> Result<BTreeMap<Key, Standing>> {
    let mut all = BTreeMap::new();
    for indicator in indicators {
        for value in of(conn, indicator)? {
            let status = Status::from_code(&value.status).unwrap_or(Status::Final);
            all.insert(value.key(), Standing { status, file: value.file_sha256 });
        }
    }
    Ok(all)
}

/// Which figures of these indicators have left.
pub fn left(conn: &mut Conn, indicators: &BTreeSet<String>) -> Result<Left> {
    let all = releases::standing(conn)?.into_iter();
    let own = all.filter(|(indicator, _, status)| status == releases::FINAL && indicators.contains(indicator));
    Ok(own.map(|(indicator, period, _)| (indicator, Period::from_number(period))).collect())
}

/// The months that there are values of, and whether all of them are final.
pub fn months(conn: &mut Conn, indicator: &str) -> Result<BTreeMap<Period, bool>> {
    let mut months = BTreeMap::new();
    for value in of(conn, indicator)? {
        let is_final = months.entry(Period::from_number(value.period)).or_insert(true);
        *is_final &= value.status == FINAL;
    }
    Ok(months)
}

/// Makes everybody else who supplies values of these indicators wait until this transaction ends.
pub fn hold(tx: &mut Conn, indicators: &BTreeSet<String>) -> Result<()> {
    for indicator in indicators {
        let own = definitions::table.filter(definitions::indicator.eq(indicator));
        diesel::update(own).set(definitions::revision.eq(definitions::revision)).execute(tx)?;
    }
    Ok(())
}

/// Who supplied values, when, and in which file.
#[derive(Debug, Clone)]
pub struct Provenance {
    pub account: Option<AccountId>,
    /// Microseconds since 1970 UTC.
    pub at: i64,
    /// SHA-256 of the file.
    pub file: String,
}

/// Puts values in force: each is the first revision, or takes the place of the one before. Facts and cells follow.
pub fn put(tx: &mut Conn, values: &[Value], by: &Provenance, definitions: &[Definition]) -> Result<()> {
    let mut rows = Vec::with_capacity(values.len());
    for value in values {
        let revision = supersede(tx, &value.key, by.at)? + 1;
        rows.push(row(value, revision, by));
    }
    add(tx, &rows)?;
    let moved: BTreeSet<(&str, i64)> = values.iter().map(|value| (value.key.indicator.as_str(), value.key.organisation)).collect();
    for (indicator, organisation) in moved {
        for definition in definitions.iter().filter(|one| one.key == indicator) {
            facts::refresh_supplied(tx, definition, OrganisationId(organisation))?;
        }
    }
    Ok(())
}

/// Ends the revision that holds, and answers its number; nought where there is none. Whoever supplies the same value at the same
/// time takes the same next number, which the database refuses.
fn supersede(tx: &mut Conn, key: &Key, at: i64) -> Result<i32> {
    let stratum = key.ages.map(|ages| ages.to_string()).unwrap_or_default();
    let own = supplied_values::table
        .filter(supplied_values::indicator.eq(&key.indicator))
        .filter(supplied_values::organisation_id.eq(key.organisation))
        .filter(supplied_values::period.eq(key.period.number()))
        .filter(supplied_values::stratum.eq(stratum));
    let newest: Option<i32> = own.clone().select(max(supplied_values::revision)).first(tx)?;
    if newest.is_some() {
        diesel::update(own.filter(supplied_values::superseded_at.is_null())).set(supplied_values::superseded_at.eq(at)).execute(tx)?;
    }
    Ok(newest.unwrap_or_default())
}

fn row(value: &Value, revision: i32, by: &Provenance) -> SuppliedValue {
    SuppliedValue {
        indicator: value.key.indicator.clone(),
        organisation_id: OrganisationId(value.key.organisation),
        period: value.key.period.number(),
        stratum: value.key.ages.map(|ages| ages.to_string()).unwrap_or_default(),
        revision,
        numerator: value.numerator,
        denominator: value.denominator,
        status: value.status.code().to_owned(),
        source: value.source.clone(),
        file_sha256: Some(by.file.clone()),
        reason: Some(value.reason.clone()).filter(|reason| !reason.is_empty()),
        supplied_by: by.account,
        supplied_at: by.at,
        superseded_at: None,
    }
}

/// A file that brought values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// SHA-256.
    pub file: String,
    pub at: i64,
    pub by: Option<AccountId>,
    /// How many values it brought, whether or not they still hold.
    pub values: i64,
}

/// The files that brought values, the newest first.
pub fn files(conn: &mut Conn, most: i64) -> Result<Vec<Sent>> {
    let own = supplied_values::table.filter(supplied_values::file_sha256.is_not_null());
    let by_file = own.group_by((supplied_values::file_sha256, supplied_values::supplied_at, supplied_values::supplied_by));
    let order = (supplied_values::supplied_at.desc(), supplied_values::file_sha256);
    let columns = (supplied_values::file_sha256, supplied_values::supplied_at, supplied_values::supplied_by, count_star());
    let rows: Vec<(Option<String>, i64, Option<AccountId>, i64)> = by_file.select(columns).order(order).limit(most).load(conn)?;
    let sent = |(file, at, by, values): (Option<String>, _, _, _)| Some(Sent { file: file?, at, by, values });
    Ok(rows.into_iter().filter_map(sent).collect())
}

/// Of each indicator that values were supplied for: the last month, and how many values that hold are provisional.
pub fn latest(conn: &mut Conn) -> Result<BTreeMap<String, (Period, i64)>> {
    let holding = supplied_values::table.filter(supplied_values::superseded_at.is_null());
    let months = holding.group_by(supplied_values::indicator).select((supplied_values::indicator, max(supplied_values::period)));
    let months: Vec<(String, Option<i32>)> = months.load(conn)?;
    let holding = supplied_values::table.filter(supplied_values::superseded_at.is_null());
    let provisional = holding.filter(supplied_values::status.eq(PROVISIONAL)).group_by(supplied_values::indicator);
    let provisional: Vec<(String, i64)> = provisional.select((supplied_values::indicator, count_star())).load(conn)?;
    let provisional: BTreeMap<String, i64> = provisional.into_iter().collect();
    let of = |(indicator, month): (String, Option<i32>)| {
        let some = provisional.get(&indicator).copied().unwrap_or_default();
        Some((indicator, (Period::from_number(month?), some)))
    };
    Ok(months.into_iter().filter_map(of).collect())
}
