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

/// Which variable: the quantities come first, then one for each tie.
type Variable = usize;

/// Each of some variables as a sum of others.
#[derive(Clone)]
struct Sums {
    basic: Vec<Variable>,
    free: Vec<Variable>,
    /// Of each basic variable, by how much it goes where each free one goes by one.
    rows: Vec<Vec<f64>>,
}

/// What every reader knows before anything is shown: the sums that always hold, solved for one of their parts each. Worked out once,
/// because readers are asked for anew with every figure that is hidden or shown.
pub(super) struct Ground {
    sums: Sums,
    /// How far each quantity may be from the truth where nothing is known of it.
    far: f64,
    /// What each tie comes to in truth.
    truths: Vec<i64>,
}

impl Ground {
    pub(super) fn new(model: &Model) -> Self {
        let n = model.quantities.len();
        let truth = |(at, factor): &(usize, i64)| model.quantities.get(*at).map_or(0, |one| one.truth) * factor;
        let truths = model.ties.iter().map(|tie| tie.terms.iter().map(truth).sum()).collect();
        let mut ground =
            Self { sums: Sums { basic: Vec::new(), free: (0..n).collect(), rows: Vec::new() }, far: float(model.far()), truths };
        for (at, tie) in model.ties.iter().enumerate().filter(|(_, tie)| tie.unit.is_none()) {
            let mut row = vec![0.0; n];
            for (own, factor) in &tie.terms {
                row[*own] += float(*factor);
            }
            ground.sums.basic.push(n + at);
            ground.sums.rows.push(row);
        }
        let is_fixed = |at: usize| model.ties.get(at - n).is_some_and(|tie| tie.range.low.is_some() && tie.range.low == tie.range.high);
        for row in 0..ground.sums.rows.len() {
            if is_fixed(ground.sums.basic[row]) {
                ground.sums.solve(row);
            }
        }
        ground
    }
}

impl Sums {
    /// Solves a sum that always holds for one of its parts: what cannot move is asked no more.
    fn solve(&mut self, row: usize) {
        let size = |at: usize| self.rows[row][at].abs();
        let mut largest = (0, 0.0);
        for at in 0..self.free.len() {
            if size(at) > largest.1 {
                largest = (at, size(at));
            }
        }
        if largest.1 > NOUGHT {
            self.change_places(row, largest.0);
            self.free.swap_remove(largest.0);
            for row in &mut self.rows {
                row.swap_remove(largest.0);
            }
        }
    }

    /// Adds what is a sum of quantities, by way of what those are sums of.
    fn add(&mut self, variable: Variable, terms: &[(usize, i64)]) {
        let mut sum = vec![0.0; self.free.len()];
        for (own, factor) in terms {
            if let Some(row) = self.basic.iter().position(|basic| basic == own) {
                for (place, gain) in self.rows[row].iter().enumerate() {
                    sum[place] += float(*factor) * gain;
                }
            } else if let Some(place) = self.free.iter().position(|free| free == own) {
                sum[place] += float(*factor);
            }
        }
        self.basic.push(variable);
        self.rows.push(sum);
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
}

/// All that is shown, solved for some of the variables.
pub(super) struct Reader<'a> {
    model: &'a Model,
    hidden: Vec<bool>,
    /// How far each variable may be from the truth.
    bounds: Vec<(f64, f64)>,
    /// How far it is.
    values: Vec<f64>,
    sums: Sums,
}

impl<'a> Reader<'a> {
    pub(super) fn new(model: &'a Model, ground: &Ground, hidden: &[bool]) -> Self {
        let far = ground.far;
        let within = |range: Range, truth: i64| {
            let end = |bound: Option<i64>, far: f64| bound.map_or(far, |bound| float(bound - truth));
            (end(range.low, -far), end(range.high, far))
        };
        let quantities = model.quantities.iter().map(|one| within(Model::range(one, hidden), one.truth));
        let bounds: Vec<(f64, f64)> =
            quantities.chain(model.ties.iter().zip(&ground.truths).map(|(tie, truth)| within(tie.range, *truth))).collect();
        let mut sums = ground.sums.clone();
        for (at, tie) in model.ties.iter().enumerate().filter(|(_, tie)| tie.unit.is_some() && Model::binds(tie, hidden)) {
            sums.add(model.quantities.len() + at, &tie.terms);
        }
        Self { model, hidden: hidden.to_vec(), values: vec![0.0; bounds.len()], bounds, sums }
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
                let (low, high) = self.bounds[self.sums.free[*place]];
                let value = self.values[self.sums.free[*place]];
                if *gain > 0.0 { value < high - NOUGHT } else { value > low + NOUGHT }
            };
            let steepest = |one: &&(usize, f64), other: &&(usize, f64)| one.1.abs().total_cmp(&other.1.abs()).then(other.0.cmp(&one.0));
            let candidates: Vec<(usize, f64)> = gains.into_iter().filter(may_move).collect();
            let enters = if stuck < PATIENCE {
                candidates.iter().max_by(steepest)
            } else {
                candidates.iter().min_by_key(|one| self.sums.free[one.0])
            };
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
        match self.sums.basic.iter().position(|variable| *variable == at) {
            Some(row) => of(&self.sums.rows[row]),
            None => self.sums.free.iter().position(|variable| *variable == at).map(|place| vec![(place, sign)]).unwrap_or_default(),
        }
    }

    /// Moves a free variable as far as the others let it, and no further than `most`. It changes places with what stops it.
    fn step(&mut self, enters: usize, direction: f64, most: f64) -> f64 {
        let variable = self.sums.free[enters];
        let (low, high) = self.bounds[variable];
        let mut most = most.min(if direction > 0.0 { high - self.values[variable] } else { self.values[variable] - low });
        let mut leaves: Option<(usize, f64)> = None;
        for (row, basic) in self.sums.basic.iter().enumerate() {
            let rate = self.sums.rows[row][enters] * direction;
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
        for (row, basic) in self.sums.basic.iter().enumerate() {
            self.values[*basic] += self.sums.rows[row][enters] * direction * most;
        }
        if let Some((row, _)) = leaves {
            self.sums.change_places(row, enters);
        }
        most
    }

    /// Where everything stands now, in whole numbers.
    pub(super) fn table(&self) -> Table {
        self.model.quantities.iter().zip(&self.values).map(|(one, value)| one.truth + whole(*value)).collect()
    }

    /// The decisions that the end leans on to which a quantity was just pulled: a free variable that would lead further and may not.
    pub(super) fn leans_on(&self, at: usize, up: bool) -> Vec<usize> {
        let unit = |(place, gain): (usize, f64)| {
            let variable = self.sums.free[place];
            let Some(quantity) = self.model.quantities.get(variable) else {
                return self.model.ties.get(variable - self.model.quantities.len())?.unit;
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
