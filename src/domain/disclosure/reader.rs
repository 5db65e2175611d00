//! The reader who asks many questions of one release: how far each count can go, one after the other, each from where the last one
//! ended. A simplex over bounded quantities in the form of a dictionary (Chvátal, "Linear programming", 1983, chapters 2 and 8), which
//! begins at the truth and so needs no first phase.
//!
//! Refuses to be believed: what it finds is rounded to whole numbers and held against all that is shown by whoever asks, and where
//! it finds no end within its limit of steps another solver is asked.

#![expect(clippy::indexing_slicing, reason = "rows and columns are made once, of one length each; the inner loops of the attack run here")]

use super::model::{Model, Range, Table};
use super::programme::{float, whole};

/// What is no larger than this is nought.
const NOUGHT: f64 = 1e-7;

/// How many steps one question may take.
const STEPS: usize = 4000;

/// How many steps that lead nowhere are taken before the first by number goes instead of the steepest.
const PATIENCE: usize = 30;

/// Which variable: the quantities come first, then one for each tie that is known.
type Variable = usize;

/// All that is shown, solved for some of the variables.
pub(super) struct Reader<'a> {
    model: &'a Model,
    hidden: Vec<bool>,
    /// The place in the model of each tie that is known.
    ties: Vec<usize>,
    /// How far each variable may be from the truth.
    bounds: Vec<(f64, f64)>,
    /// How far it is.
    values: Vec<f64>,
    basic: Vec<Variable>,
    free: Vec<Variable>,
    /// Each basic variable as a sum of the free ones.
    rows: Vec<Vec<f64>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(model: &'a Model, hidden: &[bool]) -> Self {
        let far = float(model.far());
        let within = |range: Range, truth: i64| {
            let end = |bound: Option<i64>, far: f64| bound.map_or(far, |bound| float(bound - truth));
            (end(range.low, -far), end(range.high, far))
        };
        let mut bounds: Vec<(f64, f64)> = model.quantities.iter().map(|one| within(Model::range(one, hidden), one.truth)).collect();
        let (n, mut ties, mut rows) = (model.quantities.len(), Vec::new(), Vec::new());
        for (at, tie) in model.ties.iter().enumerate().filter(|(_, tie)| Model::binds(tie, hidden)) {
            let mut row = vec![0.0; n];
            for (own, factor) in &tie.terms {
                row[*own] += float(*factor);
            }
            let truth = tie.terms.iter().map(|(own, factor)| model.quantities.get(*own).map_or(0, |one| one.truth) * factor).sum();
            bounds.push(within(tie.range, truth));
            ties.push(at);
            rows.push(row);
        }
        let values = vec![0.0; bounds.len()];
        let basic = (n..bounds.len()).collect();
        let mut reader = Self { model, hidden: hidden.to_vec(), ties, bounds, values, basic, free: (0..n).collect(), rows };
        reader.solve_sums();
        reader
    }

    /// Solves every sum that always holds for one of its parts: what cannot move is asked no more.
    fn solve_sums(&mut self) {
        for row in 0..self.rows.len() {
            let variable = self.basic[row];
            let is_fixed = self.bounds[variable].1 - self.bounds[variable].0 < NOUGHT;
            let leans = variable.checked_sub(self.model.quantities.len()).and_then(|at| self.model.ties.get(*self.ties.get(at)?)?.unit);
            let largest = (0..self.free.len()).max_by(|one, other| {
                let size = |at: usize| self.rows[row][at].abs();
                size(*one).total_cmp(&size(*other)).then(other.cmp(one))
            });
            let Some(at) = largest.filter(|at| is_fixed && leans.is_none() && self.rows[row][*at].abs() > NOUGHT) else { continue };
            self.change_places(row, at);
            self.free.swap_remove(at);
            for row in &mut self.rows {
                row.swap_remove(at);
            }
        }
    }

    /// Pulls a quantity in one direction, as far as it goes or until it is so far from the truth. None where that took too long.
    pub(super) fn pull(&mut self, at: usize, up: bool, enough: i64) -> Option<f64> {
        let (sign, enough) = (if up { 1.0 } else { -1.0 }, float(enough));
        let mut stuck = 0;
        for _ in 0..STEPS {
            let left = enough - sign * self.values[at];
            if left <= NOUGHT {
                return Some(self.values[at]);
            }
            let gains = self.gains(at, sign);
            let may_move = |(place, gain): &(usize, f64)| {
                let (low, high) = self.bounds[self.free[*place]];
                let value = self.values[self.free[*place]];
                if *gain > 0.0 { value < high - NOUGHT } else { value > low + NOUGHT }
            };
            let steepest = |one: &&(usize, f64), other: &&(usize, f64)| one.1.abs().total_cmp(&other.1.abs()).then(other.0.cmp(&one.0));
            let candidates: Vec<(usize, f64)> = gains.into_iter().filter(may_move).collect();
            let enters =
                if stuck < PATIENCE { candidates.iter().max_by(steepest) } else { candidates.iter().min_by_key(|one| self.free[one.0]) };
            let Some((enters, gain)) = enters.copied() else { return Some(self.values[at]) };
            let step = self.step(enters, gain.signum(), left / gain.abs());
            stuck = if step > NOUGHT { 0 } else { stuck + 1 };
        }
        None
    }

    /// By how much a quantity goes where each free variable goes by one.
    fn gains(&self, at: usize, sign: f64) -> Vec<(usize, f64)> {
        let of = |row: &Vec<f64>| {
            row.iter().enumerate().filter(|(_, gain)| gain.abs() > NOUGHT).map(|(place, gain)| (place, sign * gain)).collect()
        };
        match self.basic.iter().position(|variable| *variable == at) {
            Some(row) => of(&self.rows[row]),
            None => self.free.iter().position(|variable| *variable == at).map(|place| vec![(place, sign)]).unwrap_or_default(),
        }
    }

    /// Moves a free variable as far as the others let it, and no further than `most`. It changes places with what stops it.
    fn step(&mut self, enters: usize, direction: f64, most: f64) -> f64 {
        let variable = self.free[enters];
        let (low, high) = self.bounds[variable];
        let mut most = most.min(if direction > 0.0 { high - self.values[variable] } else { self.values[variable] - low });
        let mut leaves: Option<(usize, f64)> = None;
        for (row, basic) in self.basic.iter().enumerate() {
            let rate = self.rows[row][enters] * direction;
            if rate.abs() > NOUGHT {
                let (low, high) = self.bounds[*basic];
                let room = ((if rate > 0.0 { high } else { low } - self.values[*basic]) / rate).max(0.0);
                let is_larger = leaves.is_none_or(|(_, than)| rate.abs() > than + NOUGHT);
                if room < most - NOUGHT || (room <= most && is_larger) {
                    most = room.min(most);
                    leaves = Some((row, rate.abs()));
                }
            }
        }
        self.values[variable] += direction * most;
        for (row, basic) in self.basic.iter().enumerate() {
            self.values[*basic] += self.rows[row][enters] * direction * most;
        }
        if let Some((row, _)) = leaves {
            self.change_places(row, enters);
        }
        most
    }

    /// Solves a row for a free variable.
    fn change_places(&mut self, leaves: usize, enters: usize) {
        let mut pivot = std::mem::take(&mut self.rows[leaves]);
        let by = pivot[enters];
        for factor in &mut pivot {
            *factor /= -by;
        }
        pivot[enters] = 1.0 / by;
        let filled: Vec<(usize, f64)> = pivot.iter().copied().enumerate().filter(|(_, factor)| factor.abs() > 1e-11).collect();
        for row in self.rows.iter_mut().filter(|row| !row.is_empty()) {
            let factor = std::mem::take(&mut row[enters]);
            if factor.abs() > 1e-11 {
                for (at, own) in &filled {
                    row[*at] += factor * own;
                }
            }
        }
        self.rows[leaves] = pivot;
        std::mem::swap(&mut self.basic[leaves], &mut self.free[enters]);
    }

    /// Where everything stands now, in whole numbers.
    pub(super) fn table(&self) -> Table {
        self.model.quantities.iter().zip(&self.values).map(|(one, value)| one.truth + whole(*value)).collect()
    }

    /// The decisions that the end leans on to which a quantity was just pulled: a free variable that would lead further and may not.
    pub(super) fn leans_on(&self, at: usize, up: bool) -> Vec<usize> {
        let unit = |(place, gain): (usize, f64)| {
            let variable = self.free[place];
            let Some(quantity) = self.model.quantities.get(variable) else {
                let tie = self.ties.get(variable - self.model.quantities.len())?;
                return self.model.ties.get(*tie)?.unit;
            };
            let range = Model::range(quantity, &self.hidden);
            let is_known = |bound: Option<i64>, known: Option<i64>| bound == known;
            // A bound that is known without this release leans on nothing.
            let without = if gain > 0.0 { is_known(range.high, quantity.known.high) } else { is_known(range.low, quantity.known.low) };
            quantity.unit.filter(|_| !without)
        };
        self.gains(at, if up { 1.0 } else { -1.0 }).into_iter().filter_map(unit).collect()
    }
}
