//! The ledger of releases: what left, in which release, made of which sums. Rows are added and never changed.

use std::collections::BTreeMap;
use std::fmt;

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::schema::{cells as cell_sums, releases, sheet_cells, sheets};
use super::{cells, facts};
use crate::domain::disclosure::Unreleased;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::supplied::Ages;
use crate::domain::indicator::{Breakdown, Definition, Period, Tally};
use crate::domain::release::Place;

/// Left, and stands.
pub const FINAL: &str = "final";

/// Did not leave: something could have been worked out whatever was hidden.
pub const REFUSED: &str = "refused";

/// One release.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = releases)]
pub struct Release {
    /// 1 for the first, and so on.
    pub number: i64,
    pub made_at: i64,
    /// Who asked for it; nobody where the timetable did.
    pub made_by: Option<i64>,
    /// The last month in it.
    pub through: i32,
    /// The disclosure rule it was made by.
    pub profile: String,
    /// The version of the framework.
    pub framework: String,
}

/// What left of one indicator for one period.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = sheets)]
pub struct Kept {
    pub indicator: String,
    pub period: i32,
    pub release_number: i64,
    /// The version of the definition it was counted by.
    pub version: i32,
    pub definition_sha256: String,
    /// [`FINAL`] or [`REFUSED`].
    pub status: String,
    /// Released figures, sealed with a code (base64).
    pub figures: String,
    pub shares: String,
    /// How it was made safe, as JSON.
    pub certificate: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = sheet_cells)]
struct Cell {
    indicator: String,
    period: i32,
    release_number: i64,
    breakdown: String,
    member_id: i64,
    numerator: i64,
    denominator: i64,
    recorded: i64,
    value_sum: i64,
    value_squares: i64,
}

/// The exact sums of one indicator in one period. They cannot be read but by the ledger and the door of disclosure control.
#[derive(Clone, Default)]
pub struct Sums {
    places: Vec<(Place, Tally)>,
    /// Of a rate that is standardised for age: each provider by age.
    by_age: Vec<((i64, Ages), Tally)>,
}

impl Sums {
    /// Sums of these places.
    pub(super) fn of(places: Vec<(Place, Tally)>) -> Self {
        Self { places, by_age: Vec::new() }
    }

    /// The sums with nobody in those of these places that are missing.
    #[must_use]
    pub fn with(self, listed: impl IntoIterator<Item = Place>) -> Self {
        let mut places: BTreeMap<Place, Tally> = listed.into_iter().map(|place| (place, Tally::default())).collect();
        places.extend(self.places);
        Self { places: places.into_iter().collect(), ..self }
    }

    /// The numerators alone on their way through disclosure control, as counts of people.
    #[must_use]
    pub fn numerators(&self) -> Unreleased<Place> {
        let own = |(place, tally): &(Place, Tally)| (*place, Tally { denominator: tally.numerator, ..Tally::default() });
        Unreleased::new(self.places.iter().map(own).collect())
    }

    /// The sums on their way through disclosure control.
    #[must_use]
    pub fn unreleased(&self) -> Unreleased<Place> {
        Unreleased::new(self.places.clone())
    }

    /// The sums of each provider by age on their way through disclosure control.
    #[must_use]
    pub fn by_age(&self) -> Unreleased<(i64, Ages)> {
        Unreleased::new(self.by_age.clone())
    }

    /// True where nobody was ever counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.iter().all(|(_, tally)| tally.is_zero())
    }
}

impl fmt::Debug for Sums {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sums").finish_non_exhaustive()
    }
}

/// The sums of a definition in those months. A member that was ever counted is in all of them: a row that is missing would tell
/// that nobody is behind it.
pub fn sums(conn: &mut Conn, definition: &Definition, months: &[Period]) -> Result<Vec<(Period, Sums)>> {
    let by_month = cells::by_month(conn, &definition.counted_as(), months)?;
    let mut all = Vec::new();
    for (month, places) in by_month {
        let standardised = definition.kind == Kind::StandardisedRate;
        let by_age = if standardised { facts::by_age(conn, definition, month)? } else { Vec::new() };
        all.push((month, Sums { places, by_age }));
    }
    Ok(all)
}

/// Adds a release with its sheets and what they were made of. `false` where somebody else has added one of that number: then
/// nothing changes.
pub fn add(tx: &mut Conn, release: &Release, made: &[(Kept, Sums)]) -> Result<bool> {
    let added = per_backend!(tx, |c| diesel::insert_into(releases::table).values(release).on_conflict_do_nothing().execute(c))?;
    if added == 0 {
        return Ok(false);
    }
    for (sheet, sums) in made {
        diesel::insert_into(sheets::table).values(sheet).execute(tx)?;
        let cell = |(place, tally): &(Place, Tally)| Cell {
            indicator: sheet.indicator.clone(),
            period: sheet.period,
            release_number: sheet.release_number,
            breakdown: place.breakdown.code().to_owned(),
            member_id: place.member,
            numerator: tally.numerator,
            denominator: tally.denominator,
            recorded: tally.recorded,
            value_sum: tally.value_sum,
            value_squares: tally.value_squares,
        };
        let rows: Vec<Cell> = sums.places.iter().map(cell).collect();
        for some in rows.chunks(1000) {
            per_backend!(tx, |c| diesel::insert_into(sheet_cells::table).values(some).execute(c))?;
        }
    }
    Ok(true)
}

/// The newest release, if there is any.
pub fn newest(conn: &mut Conn) -> Result<Option<Release>> {
    Ok(releases::table.order(releases::number.desc()).first(conn).optional()?)
}

/// Every release, the oldest first.
pub fn list(conn: &mut Conn) -> Result<Vec<Release>> {
    Ok(releases::table.order(releases::number).load(conn)?)
}

/// The number of the newest release; 0 before the first.
pub fn newest_number(conn: &mut Conn) -> Result<i64> {
    let newest: Option<i64> = releases::table.select(releases::number).order(releases::number.desc()).first(conn).optional()?;
    Ok(newest.unwrap_or_default())
}

/// Which periods of which indicators have left, and how they stand now: the newest of each.
pub fn standing(conn: &mut Conn) -> Result<Vec<(String, i32, String)>> {
    let all = sheets::table.order((sheets::indicator, sheets::period, sheets::release_number));
    let rows: Vec<(String, i32, String)> = all.select((sheets::indicator, sheets::period, sheets::status)).load(conn)?;
    let mut newest: Vec<(String, i32, String)> = Vec::new();
    for row in rows {
        match newest.last_mut() {
            Some(last) if (&last.0, last.1) == (&row.0, row.1) => *last = row,
            _ => newest.push(row),
        }
    }
    Ok(newest)
}

/// The first month that anything was counted in.
pub fn first_counted(conn: &mut Conn) -> Result<Option<Period>> {
    let first: Option<i32> = cell_sums::table.select(diesel::dsl::min(cell_sums::period)).first(conn)?;
    Ok(first.map(Period::from_number))
}

/// Every sheet of the releases after that one, the oldest release of each period first.
pub fn since(conn: &mut Conn, number: i64) -> Result<Vec<Kept>> {
    let later = sheets::table.filter(sheets::release_number.gt(number));
    Ok(later.order((sheets::indicator, sheets::period, sheets::release_number)).load(conn)?)
}

/// What a sheet was made of, but for providers by age.
pub fn made_of(conn: &mut Conn, indicator: &str, period: Period, number: i64) -> Result<Sums> {
    let own = sheet_cells::table.filter(sheet_cells::indicator.eq(indicator)).filter(sheet_cells::period.eq(period.number()));
    let rows: Vec<Cell> = own.filter(sheet_cells::release_number.eq(number)).load(conn)?;
    let sum = |row: Cell| {
        let place = Place::of(Breakdown::from_code(&row.breakdown)?, row.member_id);
        let Cell { numerator, denominator, recorded, value_sum, value_squares, .. } = row;
        Some((place, Tally { numerator, denominator, recorded, value_sum, value_squares }))
    };
    Ok(Sums { places: rows.into_iter().filter_map(sum).collect(), by_age: Vec::new() })
}
