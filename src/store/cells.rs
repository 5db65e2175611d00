//! Cells: sums of facts by month and member, kept up with every fact. What leaves here is `Unreleased`: only disclosure
//! control can open it.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::schema::cells;
use crate::domain::disclosure::Unreleased;
use crate::domain::indicator::cell::run;
use crate::domain::indicator::{Breakdown, Cell, Period, Tally};
use crate::domain::release::Place;

#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = cells)]
struct Row {
    indicator: String,
    breakdown: String,
    member_id: i64,
    period: i32,
    numerator: i64,
    denominator: i64,
    recorded: i64,
    value_sum: i64,
    value_squares: i64,
}

impl Row {
    fn new(indicator: &str, cell: &Cell) -> Self {
        Self {
            indicator: indicator.to_owned(),
            breakdown: cell.breakdown.code().to_owned(),
            member_id: cell.member,
            period: cell.period.number(),
            numerator: cell.change.numerator,
            denominator: cell.change.denominator,
            recorded: cell.change.recorded,
            value_sum: cell.change.value_sum,
            value_squares: cell.change.value_squares,
        }
    }

    fn cell(&self, breakdown: Breakdown) -> Cell {
        let change = Tally {
            numerator: self.numerator,
            denominator: self.denominator,
            recorded: self.recorded,
            value_sum: self.value_sum,
            value_squares: self.value_squares,
        };
        Cell { breakdown, member: self.member_id, period: Period::from_number(self.period), change }
    }
}

/// Adds changes to the cells of an indicator. They come in the order of their places, so that two transactions never
/// wait for each other in a circle.
pub fn apply(tx: &mut Conn, indicator: &str, changes: &[Cell]) -> Result<()> {
    for row in changes.iter().map(|cell| Row::new(indicator, cell)) {
        per_backend!(tx, |c| diesel::insert_into(cells::table)
            .values(&row)
            .on_conflict((cells::indicator, cells::breakdown, cells::member_id, cells::period))
            .do_update()
            .set((
                cells::numerator.eq(cells::numerator + excluded(cells::numerator)),
                cells::denominator.eq(cells::denominator + excluded(cells::denominator)),
                cells::recorded.eq(cells::recorded + excluded(cells::recorded)),
                cells::value_sum.eq(cells::value_sum + excluded(cells::value_sum)),
                cells::value_squares.eq(cells::value_squares + excluded(cells::value_squares)),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// Writes the cells of an indicator that has none, many at a time.
pub fn fill(tx: &mut Conn, indicator: &str, cells: &[Cell]) -> Result<()> {
    let rows: Vec<Row> = cells.iter().map(|cell| Row::new(indicator, cell)).collect();
    for some in rows.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(cells::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Takes out every cell of an indicator.
pub fn clear(tx: &mut Conn, indicator: &str) -> Result<()> {
    diesel::delete(cells::table.filter(cells::indicator.eq(indicator))).execute(tx)?;
    Ok(())
}

fn load(conn: &mut Conn, indicator: &str, breakdown: Breakdown, last: Period) -> Result<Vec<Cell>> {
    let rows: Vec<Row> = cells::table
        .filter(cells::indicator.eq(indicator))
        .filter(cells::breakdown.eq(breakdown.code()))
        .filter(cells::period.le(last.number()))
        .load(conn)?;
    Ok(rows.iter().map(|row| row.cell(breakdown)).collect())
}

/// The whole county, month by month, up to and including `last`.
pub fn series(conn: &mut Conn, indicator: &str, last: Period) -> Result<Unreleased<Period>> {
    let mut by_member = run(&load(conn, indicator, Breakdown::All, last)?, last);
    Ok(Unreleased::new(by_member.remove(&0).unwrap_or_default()))
}

/// Each member of a breakdown in one month. Those who were counted in any month before are there too, with nothing: a row
/// that is missing would tell that nobody is behind it.
pub fn split(conn: &mut Conn, indicator: &str, breakdown: Breakdown, month: Period) -> Result<Unreleased<i64>> {
    Ok(split_at(&load(conn, indicator, breakdown, month)?, month))
}

/// The same for every month from the first that has anything to `last`.
pub fn splits(conn: &mut Conn, indicator: &str, breakdown: Breakdown, last: Period) -> Result<Vec<(Period, Unreleased<i64>)>> {
    let cells = load(conn, indicator, breakdown, last)?;
    let Some(first) = cells.iter().map(|cell| cell.period).min() else { return Ok(Vec::new()) };
    let at = |month: Period| {
        let until: Vec<Cell> = cells.iter().filter(|cell| cell.period <= month).copied().collect();
        (month, split_at(&until, month))
    };
    Ok(first.until(last).map(at).collect())
}

/// Sums by where they stand.
pub(super) type Placed = Vec<(Place, Tally)>;

/// The sums of every member of every breakdown in those months, the whole first. Members that were ever counted are in all of them.
pub(super) fn by_month(conn: &mut Conn, indicator: &str, months: &[Period]) -> Result<Vec<(Period, Placed)>> {
    let Some(last) = months.iter().max() else { return Ok(Vec::new()) };
    let own = cells::table.filter(cells::indicator.eq(indicator)).filter(cells::period.le(last.number()));
    let mut by_breakdown: BTreeMap<Breakdown, Vec<Cell>> = BTreeMap::new();
    for row in own.load::<Row>(conn)? {
        if let Some(breakdown) = Breakdown::from_code(&row.breakdown) {
            by_breakdown.entry(breakdown).or_default().push(row.cell(breakdown));
        }
    }
    let mut found: BTreeMap<Period, Placed> = months.iter().map(|month| (*month, Vec::new())).collect();
    for (breakdown, cells) in by_breakdown {
        for (member, series) in run(&cells, *last) {
            let series: BTreeMap<Period, Tally> = series.into_iter().collect();
            for (month, rows) in &mut found {
                rows.push((Place::of(breakdown, member), series.get(month).copied().unwrap_or_default()));
            }
        }
    }
    Ok(found.into_iter().collect())
}

fn split_at(cells: &[Cell], month: Period) -> Unreleased<i64> {
    let at_month = |(member, months): (i64, Vec<(Period, Tally)>)| months.last().map(|(_, tally)| (member, *tally));
    Unreleased::new(run(cells, month).into_iter().filter_map(at_month).collect())
}

/// Sums by indicator, breakdown, member and month: numerator, denominator, recorded, values, squares.
pub type Sums = BTreeMap<(String, String, i64, i32), [i64; 5]>;

/// Every cell of every indicator that is not empty: for holding increments against a rebuild.
pub fn all(conn: &mut Conn) -> Result<Sums> {
    let rows: Vec<Row> = cells::table.load(conn)?;
    let sums = |row: &Row| [row.numerator, row.denominator, row.recorded, row.value_sum, row.value_squares];
    let keyed = rows.into_iter().map(|row| (sums(&row), row)).filter(|(sums, _)| sums.iter().any(|sum| *sum != 0));
    Ok(keyed.map(|(sums, row)| ((row.indicator, row.breakdown, row.member_id, row.period), sums)).collect())
}
