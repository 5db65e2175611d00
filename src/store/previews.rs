//! What may be shown of a draft's effect: the whole county, for the periods that have left, beside what left. Worked out once
//! when the draft has been counted, and kept: answers that come later do not move it. Refuses to hand out an exact sum.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::cells;
use super::conn::Conn;
use super::definitions::{Kept, of};
use super::error::{Error, Result};
use super::releases::FINAL;
use super::schema::{sheet_cells, sheets};
use crate::domain::disclosure::{LedgerKey, Profile, Releasable};
use crate::domain::indicator::{Breakdown, Definition, Period, Tally};
use crate::domain::release::Place;
use crate::domain::release::sheet::reading;

/// How many periods a preview has at most: the newest that have left.
const PERIODS: usize = 24;

/// The exact sums that some preview showed of one period.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Shown {
    period: i32,
    sums: [i64; 5],
}

impl Shown {
    fn new(period: Period, tally: Tally) -> Self {
        let Tally { numerator, denominator, recorded, value_sum, value_squares } = tally;
        Self { period: period.number(), sums: [numerator, denominator, recorded, value_sum, value_squares] }
    }

    const fn tally(self) -> Tally {
        let [numerator, denominator, recorded, value_sum, value_squares] = self.sums;
        Tally { numerator, denominator, recorded, value_sum, value_squares }
    }
}

/// What is kept of a draft that has just been counted: what is shown of it, sealed, and the exact sums of all that ever was.
pub fn made(conn: &mut Conn, kept: &Kept, definition: &Definition, key: &LedgerKey) -> Result<(String, String)> {
    let mut before = left(conn, &kept.indicator)?;
    let is_comparable = |period: &Period| definition.is_due(*period);
    let months: Vec<Period> = before.keys().copied().filter(is_comparable).rev().take(PERIODS).collect();
    for other in of(conn, &kept.indicator)? {
        for shown in read(&other)? {
            before.entry(Period::from_number(shown.period)).or_default().push(shown.tally());
        }
    }
    let mut rows = Vec::new();
    for (month, sums) in cells::by_month(conn, &kept.counted_as(), &months)? {
        let whole = sums.into_iter().find(|(place, _)| *place == Place::WHOLE).map(|(_, tally)| tally).unwrap_or_default();
        rows.push((month.number(), before.remove(&month).unwrap_or_default(), whole));
    }
    let months: Vec<i32> = rows.iter().map(|(month, ..)| *month).collect();
    let (table, sums) = Profile::mhsds().preview(rows, reading(definition));
    let sealed = table.keep(key).ok_or_else(|| Error::Corrupt("a preview".to_owned()))?;
    let mut all = read(kept)?;
    all.extend(months.into_iter().zip(sums).map(|(month, sum)| Shown::new(Period::from_number(month), sum)));
    let all = serde_json::to_string(&all).map_err(|why| Error::Corrupt(why.to_string()))?;
    Ok((BASE64.encode(&sealed), all))
}

/// What may be shown of a draft, by the numbers of the months. Nothing where it is not counted yet.
pub fn shown(kept: &Kept, key: &LedgerKey) -> Result<Option<Releasable<i32>>> {
    let Some(sealed) = &kept.preview else { return Ok(None) };
    let bytes = BASE64.decode(sealed.as_bytes()).map_err(|_| Error::Corrupt("a preview".to_owned()))?;
    Releasable::read_back(&bytes, key).map(Some).map_err(|why| Error::Corrupt(format!("a preview: {why}")))
}

fn read(kept: &Kept) -> Result<Vec<Shown>> {
    let read = |sums: &String| serde_json::from_str(sums).map_err(|why| Error::Corrupt(format!("what a preview showed: {why}")));
    kept.previewed.as_ref().map_or_else(|| Ok(Vec::new()), read)
}

/// Numerator, denominator, recorded, sum of values and of their squares.
type Five = (i64, i64, i64, i64, i64);

/// The sums of the whole that left, by period.
fn left(conn: &mut Conn, indicator: &str) -> Result<BTreeMap<Period, Vec<Tally>>> {
    let same = sheets::indicator.eq(sheet_cells::indicator).and(sheets::period.eq(sheet_cells::period));
    let same = same.and(sheets::release_number.eq(sheet_cells::release_number));
    let all = sheet_cells::table.inner_join(sheets::table.on(same)).filter(sheet_cells::indicator.eq(indicator));
    let whole = all.filter(sheets::status.eq(FINAL)).filter(sheet_cells::breakdown.eq(Breakdown::All.code()));
    let sums =
        (sheet_cells::numerator, sheet_cells::denominator, sheet_cells::recorded, sheet_cells::value_sum, sheet_cells::value_squares);
    let rows: Vec<(i32, Five)> =
        whole.order((sheet_cells::period, sheet_cells::release_number)).select((sheet_cells::period, sums)).load(conn)?;
    let mut found: BTreeMap<Period, Vec<Tally>> = BTreeMap::new();
    for (period, (numerator, denominator, recorded, value_sum, value_squares)) in rows {
        let tally = Tally { numerator, denominator, recorded, value_sum, value_squares };
        found.entry(Period::from_number(period)).or_default().push(tally);
    }
    Ok(found)
}
