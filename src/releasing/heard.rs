//! Releasing who was not heard: of each survey the quarters that are over, each once, with the last of its months.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE64;

use crate::domain::care::span::Span;
use crate::domain::disclosure::{LedgerKey, Profile, Refused, Releasable};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Definition, Period};
use crate::domain::release::{Place, heard};
use crate::released::{Leaf, Ledger};
use crate::store::definitions::sha256;
use crate::store::releases::{FINAL, Kept, REFUSED, Sums};
use crate::store::{self, Conn, releases};

/// Who was not heard of one survey in one quarter, on the way to leaving.
pub(super) struct Due {
    survey: String,
    quarter: Span,
    sums: Sums,
}

/// The quarters that are over by then and have not left yet, of surveys that somebody was asked in them. `sheets` are those that have
/// left or are to leave.
pub(super) fn due(
    conn: &mut Conn,
    definitions: &[Definition],
    sheets: &BTreeSet<(String, i32)>,
    through: Period,
) -> store::Result<Vec<Due>> {
    let rates = definitions.iter().filter(|definition| definition.kind == Kind::Response);
    let surveys: Vec<&str> = rates.filter_map(Definition::survey).collect();
    let mut found = Vec::new();
    let Some(first) = releases::first_counted(conn)? else { return Ok(found) };
    let mut quarter = Span::quarter_of(first);
    while quarter.last() <= through {
        let has_left = |key: &str, month: Period| sheets.contains(&(key.to_owned(), month.number()));
        let was_asked = |survey: &str| {
            let rate = Definition::response_key(survey);
            quarter.first().until(quarter.last()).any(|month| has_left(&rate, month))
        };
        let is_due = |survey: &&&str| was_asked(survey) && !has_left(&heard::key(survey), quarter.last());
        let waiting: Vec<&&str> = surveys.iter().filter(is_due).collect();
        if !waiting.is_empty() {
            let mut sums = store::heard::sums(conn, quarter)?;
            let due = |survey: &&&str| Due { survey: (**survey).to_owned(), quarter, sums: sums.remove(**survey).unwrap_or_default() };
            found.extend(waiting.iter().map(due).collect::<Vec<_>>());
        }
        quarter = quarter.plus(1);
    }
    Ok(found)
}

/// What of it leaves: of the surveys whose response left for one of the months, in earlier releases or in this one.
pub(super) fn guarded(due: Vec<Due>, ledger: &Ledger, made: &[(Kept, Sums)], key: &LedgerKey, number: i64) -> Vec<(Kept, Sums)> {
    let new: BTreeMap<(&str, i32), &Kept> = made.iter().map(|(kept, _)| ((kept.indicator.as_str(), kept.period), kept)).collect();
    let sheet = |due: Due| {
        let rate = Definition::response_key(&due.survey);
        let month = |month: Period| {
            let fresh = || Leaf::read(new.get(&(rate.as_str(), month.number()))?, key).ok().flatten();
            ledger.leaf(&rate, month).cloned().or_else(fresh)
        };
        let months: Vec<Leaf> = due.quarter.first().until(due.quarter.last()).filter_map(month).collect();
        let asked: Vec<&Releasable<Place>> = months.iter().map(|leaf| &leaf.figures).collect();
        (!asked.is_empty()).then(|| of_quarter(due, &asked, key, number))
    };
    due.into_iter().filter_map(sheet).collect()
}

fn of_quarter(due: Due, asked: &[&Releasable<Place>], key: &LedgerKey, number: i64) -> (Kept, Sums) {
    let sums = due.sums.with(heard::places(asked).into_iter().chain([Place::WHOLE]));
    let tables = || [sums.unreleased(), sums.numerators()];
    let sheet = |[not_asked, unfinished]: [_; 2]| heard::sheet(Profile::mhsds(), asked, not_asked, unfinished);
    // Where the breakdowns cannot be guarded, the whole leaves alone, if it can.
    let whole = || sheet(tables().map(|table| table.parted(|place| *place == Place::WHOLE).0));
    let made: Result<heard::Sheet, Refused<Place>> = sheet(tables()).or_else(|_| whole());
    let bytes = |bytes: Option<Vec<u8>>| bytes.map(|bytes| BASE64.encode(&bytes)).unwrap_or_default();
    let sealed = |sheet: &heard::Sheet| (bytes(sheet.not_asked.keep(key)), bytes(sheet.unfinished.keep(key)));
    let (figures, shares) = made.as_ref().map(sealed).unwrap_or_default();
    let certificate = match &made {
        Ok(sheet) => serde_json::to_string(&sheet.certificate),
        Err(why) => serde_json::to_string(&why.to_string()),
    };
    let rate = Definition::response_rate(&due.survey);
    let kept = Kept {
        indicator: heard::key(&due.survey),
        period: due.quarter.last().number(),
        release_number: number,
        version: i32::try_from(rate.version).unwrap_or(i32::MAX),
        definition_sha256: sha256(&rate),
        status: if made.is_ok() { FINAL } else { REFUSED }.to_owned(),
        figures,
        shares,
        certificate: certificate.unwrap_or_default(),
    };
    (kept, sums)
}
