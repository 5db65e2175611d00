//! Linear programmes by a method and a hand of their own: bounded variables, a dictionary that is kept from one question to the next,
//! and a table that is known to agree with everything as the start. Nothing of the solver that guards releases is in it.

const EPSILON: f64 = 1e-7;

/// The variables first, then one more for each row, which is its sum. All are distances from the start.
pub struct Dictionary {
    /// For each variable the least and the most it can be.
    bounds: Vec<(f64, f64)>,
    values: Vec<f64>,
    basic: Vec<usize>,
    free: Vec<usize>,
    /// Each basic variable as a sum of the free ones.
    rows: Vec<Vec<f64>>,
    /// The least and the most that each variable was at any corner so far.
    pub seen: Vec<(f64, f64)>,
}

/// Variables, and how often each is in a sum.
type Terms = Vec<(usize, f64)>;

/// Variables with their bounds, and sums of them with theirs. Nought is within all of them.
#[derive(Default)]
pub struct Programme {
    columns: Vec<(f64, f64)>,
    rows: Vec<(Terms, (f64, f64))>,
}

impl Programme {
    pub fn variable(&mut self, low: f64, high: f64) -> usize {
        assert!(low <= EPSILON && high >= -EPSILON, "the truth must lie within {low} and {high}");
        self.columns.push((low, high));
        self.columns.len() - 1
    }

    /// The sum lies between these. Returns which of the rows it is.
    pub fn row(&mut self, terms: Vec<(usize, f64)>, low: f64, high: f64) -> usize {
        assert!(low <= EPSILON && high >= -EPSILON, "the truth must lie within {low} and {high}");
        self.rows.push((terms, (low, high)));
        self.rows.len() - 1
    }

    /// The variable that a row is.
    pub fn of_row(&self, row: usize) -> usize {
        self.columns.len() + row
    }

    pub fn begin(self) -> Dictionary {
        let (n, m) = (self.columns.len(), self.rows.len());
        let dense = |terms: &[(usize, f64)]| {
            let mut row = vec![0.0; n];
            for (at, factor) in terms {
                row[*at] += factor;
            }
            row
        };
        Dictionary {
            rows: self.rows.iter().map(|(terms, _)| dense(terms)).collect(),
            bounds: self.columns.into_iter().chain(self.rows.into_iter().map(|(_, bounds)| bounds)).collect(),
            values: vec![0.0; n + m],
            basic: (n..n + m).collect(),
            free: (0..n).collect(),
            seen: vec![(0.0, 0.0); n + m],
        }
    }
}

impl Dictionary {
    /// The furthest a variable goes in one direction; or how far it had gone when it was `enough`.
    pub fn furthest(&mut self, of: usize, sign: f64, enough: f64) -> f64 {
        let mut stuck = 0;
        loop {
            if sign * self.values[of] >= enough {
                return self.values[of];
            }
            let own = self.basic.iter().position(|variable| *variable == of);
            let gain = |at: usize| match own {
                Some(row) => sign * self.rows[row][at],
                None if self.free[at] == of => sign,
                None => 0.0,
            };
            let may_move = |at: &usize| {
                let (variable, gain) = (self.free[*at], gain(*at));
                let (low, high) = self.bounds[variable];
                (gain > EPSILON && self.values[variable] < high - 1e-9) || (gain < -EPSILON && self.values[variable] > low + 1e-9)
            };
            let candidates = (0..self.free.len()).filter(may_move);
            // The steepest; the first by number where that goes in circles.
            let enters = if stuck < 40 {
                candidates.max_by(|one, other| gain(*one).abs().total_cmp(&gain(*other).abs()))
            } else {
                candidates.min_by_key(|at| self.free[*at])
            };
            let Some(enters) = enters else { return self.values[of] };
            let step = self.step(enters, gain(enters).signum());
            if step.is_infinite() {
                return sign * f64::INFINITY;
            }
            stuck = if step > 1e-9 { 0 } else { stuck + 1 };
            assert!(stuck < 20_000, "the attack goes in circles");
        }
    }

    /// Moves a free variable as far as the others let it, and changes places with the one that stops it.
    fn step(&mut self, enters: usize, direction: f64) -> f64 {
        let variable = self.free[enters];
        let (low, high) = self.bounds[variable];
        let mut most = if direction > 0.0 { high - self.values[variable] } else { self.values[variable] - low };
        let mut leaves: Option<usize> = None;
        for (row, basic) in self.basic.iter().enumerate() {
            let rate = self.rows[row][enters] * direction;
            if rate.abs() <= EPSILON {
                continue;
            }
            let (low, high) = self.bounds[*basic];
            let room = if rate > 0.0 { (high - self.values[*basic]) / rate } else { (low - self.values[*basic]) / rate }.max(0.0);
            let is_better = |than: usize| {
                let (one, other) = (self.rows[row][enters].abs(), self.rows[than][enters].abs());
                one > other + 1e-9 || (one > other - 1e-9 && *basic < self.basic[than])
            };
            if room < most - 1e-9 || (room <= most + 1e-9 && leaves.is_none_or(is_better)) {
                most = room.min(most);
                leaves = Some(row);
            }
        }
        if most.is_infinite() {
            return most;
        }
        self.values[variable] += direction * most;
        for (row, basic) in self.basic.iter().enumerate() {
            self.values[*basic] += self.rows[row][enters] * direction * most;
        }
        if most > 1e-9 {
            for (seen, value) in self.seen.iter_mut().zip(&self.values) {
                *seen = (seen.0.min(*value), seen.1.max(*value));
            }
        }
        if let Some(row) = leaves {
            self.change_places(row, enters);
        }
        most
    }

    fn change_places(&mut self, leaves: usize, enters: usize) {
        let mut pivot = std::mem::take(&mut self.rows[leaves]);
        let by = pivot[enters];
        for factor in &mut pivot {
            *factor /= -by;
        }
        pivot[enters] = 1.0 / by;
        let filled: Vec<(usize, f64)> = pivot.iter().copied().enumerate().filter(|(_, factor)| factor.abs() > 1e-12).collect();
        for row in &mut self.rows {
            if row.is_empty() || row[enters].abs() <= 1e-12 {
                continue;
            }
            let factor = std::mem::take(&mut row[enters]);
            for (at, own) in &filled {
                row[*at] += factor * own;
            }
        }
        self.rows[leaves] = pivot;
        std::mem::swap(&mut self.basic[leaves], &mut self.free[enters]);
    }
}

#[test]
fn the_furthest_is_found_where_two_limits_meet() {
    let mut programme = Programme::default();
    // From (0, 2): x + y is at most 4, 2x + y at most 6, y at least 1.
    let (x, y) = (programme.variable(-1e9, 1e9), programme.variable(-1.0, 1e9));
    programme.row(vec![(x, 1.0), (y, 1.0)], -1e9, 2.0);
    programme.row(vec![(x, 2.0), (y, 1.0)], -1e9, 4.0);
    let mut dictionary = programme.begin();
    assert!((dictionary.furthest(x, 1.0, 100.0) - 2.5).abs() < 1e-9);
    assert!(dictionary.furthest(y, 1.0, 7.0) >= 7.0);
    assert!((dictionary.furthest(x, 1.0, 100.0) - 2.5).abs() < 1e-9, "the order of the questions does not matter");
}
