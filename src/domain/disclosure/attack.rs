//! The reader who adds and subtracts, and all that holds against them. Refuses to call a quantity safe on the word of a solver:
//! it is safe when two tables of whole numbers agree with everything shown and are as far apart in it as the rule asks.

use super::model::{Hidden, Model, Table};
use super::programme::{NOUGHT, Pull};
use super::reader::{Ground, Reader};

/// Tables found so far. Each agrees with what is shown while certain things are hidden; when less is hidden, fewer agree.
pub(super) struct Witnesses<'a> {
    model: &'a Model,
    ground: Ground,
    tables: Vec<Table>,
    known: Known,
}

/// What is known already of one choice of what to hide, so that no table is held against it twice.
#[derive(Default)]
struct Known {
    hidden: Vec<bool>,
    /// Of each table that was looked at, whether it agrees with what is shown.
    agrees: Vec<bool>,
    /// For each quantity the furthest apart that those tables have it which agree with what is shown.
    spread: Vec<(i64, i64)>,
}

/// What becomes of a quantity under attack.
pub(super) enum Attacked {
    /// It cannot be known within its guard.
    Safe,
    /// It is known too well, because of these decisions shown. One of them at least must be hidden.
    Narrow(Vec<usize>),
}

impl<'a> Witnesses<'a> {
    /// The truth is the first table that agrees with what is shown.
    pub(super) fn new(model: &'a Model) -> Self {
        Self { model, ground: Ground::new(model), tables: vec![model.truth()], known: Known::default() }
    }

    /// For each quantity the furthest apart that tables were found which agree with what is shown.
    fn spread(&mut self, hidden: &[bool]) -> &[(i64, i64)] {
        let (model, known) = (self.model, &mut self.known);
        if known.hidden != hidden {
            // To hide more never makes a table disagree.
            let only_more = known.hidden.len() == hidden.len() && known.hidden.iter().zip(hidden).all(|(before, now)| *now || !before);
            if !only_more {
                known.agrees.clear();
                known.spread = model.quantities.iter().map(|one| (one.truth, one.truth)).collect();
            }
            known.hidden = hidden.to_vec();
            for (table, agrees) in self.tables.iter().zip(&mut known.agrees).filter(|(_, agrees)| !**agrees) {
                *agrees = widen(model, table, hidden, &mut known.spread);
            }
        }
        for table in self.tables.get(known.agrees.len()..).unwrap_or_default() {
            known.agrees.push(widen(model, table, hidden, &mut known.spread));
        }
        &known.spread
    }

    fn width(&mut self, at: usize, hidden: &[bool]) -> i64 {
        self.spread(hidden).get(at).map_or(0, |(low, high)| high - low)
    }

    /// The distance proved for each guarded quantity, worked out anew from the tables and nothing else.
    pub(super) fn widths(&self, hidden: &[bool]) -> Vec<(usize, i64)> {
        let mut spread: Vec<(i64, i64)> = self.model.quantities.iter().map(|one| (one.truth, one.truth)).collect();
        for table in &self.tables {
            widen(self.model, table, hidden, &mut spread);
        }
        self.model.guarded().filter_map(|(at, _)| spread.get(at).map(|(low, high)| (at, high - low))).collect()
    }

    /// The guarded quantities for which no two tables are far enough apart yet.
    fn open(&mut self, hidden: &[bool]) -> Vec<(usize, i64)> {
        let model = self.model;
        let spread = self.spread(hidden);
        let is_open = |(at, guard): &(usize, i64)| spread.get(*at).is_none_or(|(low, high)| high - low < *guard);
        model.guarded().filter(is_open).collect()
    }

    /// Beyond what a quantity need not be pulled: as far from the truth as its guard asks.
    fn enough(&self, at: usize, guard: i64, up: bool) -> i64 {
        let truth = self.model.quantities.get(at).map_or(0, |one| one.truth);
        if up { truth + guard } else { truth - guard }
    }

    /// The quantities that are known too well, and why. Stops at the first if that is all that is asked.
    pub(super) fn attack(&mut self, hidden: &[bool], first_only: bool) -> Vec<(usize, Vec<usize>)> {
        let open = self.open(hidden);
        let mut narrow = Vec::new();
        if open.is_empty() {
            return narrow;
        }
        let mut reader = Reader::new(self.model, &self.ground, hidden);
        for (at, guard) in open {
            if self.width(at, hidden) >= guard {
                continue;
            }
            if let Attacked::Narrow(because) = self.read(&mut reader, at, guard, hidden) {
                narrow.push((at, because));
                if first_only {
                    break;
                }
            }
        }
        narrow
    }

    /// Tries to know one quantity within less than its guard.
    pub(super) fn attack_one(&mut self, at: usize, guard: i64, hidden: &[bool]) -> Attacked {
        if self.width(at, hidden) >= guard {
            return Attacked::Safe;
        }
        let mut reader = Reader::new(self.model, &self.ground, hidden);
        self.read(&mut reader, at, guard, hidden)
    }

    /// The same by a reader who has asked other questions before. Where the reader is of no help, the solver is asked.
    fn read(&mut self, reader: &mut Reader<'_>, at: usize, guard: i64, hidden: &[bool]) -> Attacked {
        let (mut ends, mut because) = (Vec::new(), Vec::new());
        for up in [true, false] {
            let end = reader.pull(at, up, guard);
            self.take(reader.table(), hidden);
            if self.width(at, hidden) >= guard {
                return Attacked::Safe;
            }
            ends.extend(end);
            because.extend(reader.leans_on(at, up));
        }
        because.sort_unstable();
        because.dedup();
        match ends.as_slice() {
            // The reader knows that counts are whole: bounds are rounded inwards.
            [high, low] if (high + NOUGHT).floor() - (low - NOUGHT).ceil() < super::programme::float(guard) && !because.is_empty() => {
                Attacked::Narrow(because)
            }
            _ => self.solve(at, guard, hidden),
        }
    }

    /// Keeps a table that agrees with what is shown, if it proves anything that was not proved before.
    fn take(&mut self, table: Table, hidden: &[bool]) {
        let model = self.model;
        let spread = self.spread(hidden);
        let is_news = |(at, _): (usize, i64)| {
            let known = spread.get(at).zip(table.get(at));
            known.is_some_and(|((low, high), value)| value < low || value > high)
        };
        if model.guarded().any(is_news) && model.at_odds(&table, hidden).is_none() {
            self.tables.push(table);
        }
    }

    /// Asks the solver, in whole numbers where that is needed.
    fn solve(&mut self, at: usize, guard: i64, hidden: &[bool]) -> Attacked {
        let mut bounds = [f64::NEG_INFINITY, f64::INFINITY];
        for (bound, up) in bounds.iter_mut().zip([false, true]) {
            if self.width(at, hidden) >= guard {
                return Attacked::Safe;
            }
            let towards = [(at, self.enough(at, guard, up))];
            if let Some(reached) = self.model.pull(hidden, &Pull { up, towards: &towards }, false) {
                self.tables.extend(reached.table);
                *bound = reached.bound;
            }
        }
        if self.width(at, hidden) >= guard {
            return Attacked::Safe;
        }
        // The reader knows that counts are whole: bounds are rounded inwards.
        let [low, high] = bounds;
        if (high + NOUGHT).floor() - (low - NOUGHT).ceil() < super::programme::float(guard) {
            return Attacked::Narrow(self.because(at, hidden));
        }
        for up in [false, true] {
            let towards = [(at, self.enough(at, guard, up))];
            let reached = self.model.pull(hidden, &Pull { up, towards: &towards }, true);
            self.tables.extend(reached.and_then(|reached| reached.table));
        }
        if self.width(at, hidden) >= guard { Attacked::Safe } else { Attacked::Narrow(all_shown(hidden)) }
    }

    /// The decisions the attack leans on. If the argument cannot be found, any decision shown might be one.
    fn because(&self, at: usize, hidden: &[bool]) -> Vec<usize> {
        let sides: Option<Vec<Vec<usize>>> = [false, true].into_iter().map(|up| self.model.leans_on(at, up, hidden)).collect();
        let mut because: Vec<usize> = sides.map_or_else(|| all_shown(hidden), |sides| sides.into_iter().flatten().collect());
        because.sort_unstable();
        because.dedup();
        because
    }
}

/// Takes in a table if it agrees with what is shown. Returns whether it does.
fn widen(model: &Model, table: &Table, hidden: &[bool], spread: &mut [(i64, i64)]) -> bool {
    let agrees = model.at_odds(table, hidden).is_none();
    if agrees {
        for (known, value) in spread.iter_mut().zip(table) {
            *known = (known.0.min(*value), known.1.max(*value));
        }
    }
    agrees
}

fn all_shown(hidden: &[bool]) -> Vec<usize> {
    hidden.iter().enumerate().filter_map(|(unit, is_hidden)| (!is_hidden).then_some(unit)).collect()
}

/// What is hidden, and what it costs.
pub(super) fn weight(model: &Model, hidden: &Hidden) -> u64 {
    model.units.iter().zip(hidden).filter(|(unit, is_hidden)| **is_hidden && !unit.is_primary).map(|(unit, _)| unit.weight).sum()
}
