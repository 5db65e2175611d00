//! Cells: sums of facts, kept as what changes from one month to the next.
//!
//! A fact holds for a run of months. It is added to the cell of its first month and taken off in the month after its
//! last, so one submitted answer touches a handful of rows however long it counts, and a new month needs no work at all.
//! The tally of a month is the sum of all cells up to it.

use std::collections::BTreeMap;

use super::fact::Fact;
use super::period::Period;
use super::strata::Breakdown;
use super::tally::Tally;

/// Where a cell stands: breakdown, member of it, month.
pub type Place = (Breakdown, i64, Period);

/// What changes at the start of one month for one member of a breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub breakdown: Breakdown,
    pub member: i64,
    pub period: Period,
    pub change: Tally,
}

/// The changes that facts bring, summed by place, in the order of the places. Places where nothing changes are left out.
#[must_use]
pub fn changes<'a>(gone: impl IntoIterator<Item = &'a Fact>, come: impl IntoIterator<Item = &'a Fact>) -> Vec<Cell> {
    let mut sums: BTreeMap<Place, Tally> = BTreeMap::new();
    for fact in gone {
        add(&mut sums, fact, -fact.tally);
    }
    for fact in come {
        add(&mut sums, fact, fact.tally);
    }
    let cell = |((breakdown, member, period), change): (Place, Tally)| Cell { breakdown, member, period, change };
    sums.into_iter().filter(|(_, change)| !change.is_zero()).map(cell).collect()
}

fn add(sums: &mut BTreeMap<Place, Tally>, fact: &Fact, tally: Tally) {
    for (breakdown, member) in fact.members() {
        *sums.entry((breakdown, member, fact.from)).or_default() += tally;
        if let Some(to) = fact.to {
            *sums.entry((breakdown, member, to)).or_default() += -tally;
        }
    }
}

/// The tally of every month from the first that has a cell up to `last`, for each member.
#[must_use]
pub fn run(cells: &[Cell], last: Period) -> BTreeMap<i64, Vec<(Period, Tally)>> {
    let Some(first) = cells.iter().map(|cell| cell.period).min() else { return BTreeMap::new() };
    let mut changes: BTreeMap<i64, BTreeMap<Period, Tally>> = BTreeMap::new();
    for cell in cells {
        *changes.entry(cell.member).or_default().entry(cell.period).or_default() += cell.change;
    }
    let series = |by_month: BTreeMap<Period, Tally>| {
        let mut sum = Tally::default();
        first
            .until(last)
            .map(|month| {
                sum += by_month.get(&month).copied().unwrap_or_default();
                (month, sum)
            })
            .collect()
    };
    changes.into_iter().map(|(member, by_month)| (member, series(by_month))).collect()
}
