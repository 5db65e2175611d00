//! Linear programmes about tables, put to a solver. Refuses to trust what the solver says: a table it finds is rounded to whole
//! numbers and held, in whole-number arithmetic, against all that is shown before anybody relies on it.
//!
//! No limit is a time: the same programme is answered in the same way on every machine.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, Variable};

use super::model::{Model, Range, Table};

/// The solver, as a certificate names it.
pub(super) const SOLVER: &str = "microlp 0.7";

/// What is no larger than this in a solver's answer is nought.
pub(super) const NOUGHT: f64 = 1e-6;

/// How many branches are followed for whole numbers before the question is given up.
const BRANCHES: u64 = 200;

/// The bounds of a quantity, or the table that reaches them.
pub(super) struct Reached {
    pub(super) bound: f64,
    pub(super) table: Option<Table>,
}

/// Which of several quantities are pulled, and how far each may go.
pub(super) struct Pull<'a> {
    pub(super) up: bool,
    /// Quantities, with the value beyond which more is of no use.
    pub(super) towards: &'a [(usize, i64)],
}

#[expect(clippy::cast_precision_loss, reason = "counts and thousandths stay far below 2^53, where every integer is exact")]
pub(super) const fn float(value: i64) -> f64 {
    value as f64
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "the solver's values lie within bounds far below 2^53")]
pub(super) fn whole(value: f64) -> i64 {
    value.round() as i64
}

impl Model {
    /// A value no table needs to go beyond: far above any truth, so that an open range has an end the solver can stand on.
    pub(super) fn far(&self) -> i64 {
        let largest = self.quantities.iter().map(|one| one.truth.saturating_abs().saturating_add(one.guard.unwrap_or_default())).max();
        largest.unwrap_or_default().saturating_mul(4).saturating_add(1000)
    }

    /// Pulls quantities as far as everything the reader sees allows. In whole numbers only where that is asked for.
    pub(super) fn pull(&self, hidden: &[bool], pull: &Pull<'_>, in_whole_numbers: bool) -> Option<Reached> {
        let direction = if pull.up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let far = self.far();
        let mut variables = Vec::with_capacity(self.quantities.len());
        for (at, quantity) in self.quantities.iter().enumerate() {
            let enough = pull.towards.iter().find(|(towards, _)| *towards == at).map(|(_, enough)| *enough);
            let stop = match enough {
                Some(enough) if pull.up => Range { low: None, high: Some(enough) },
                Some(enough) => Range { low: Some(enough), high: None },
                None => Range::default(),
            };
            let range = Self::range(quantity, hidden).and(Range::of(-far, far)).and(stop);
            let (low, high) = (range.low.unwrap_or(-far), range.high.unwrap_or(far));
            let worth = if enough.is_some() { 1.0 } else { 0.0 };
            variables.push(match (i32::try_from(low), i32::try_from(high)) {
                (Ok(low), Ok(high)) if in_whole_numbers && !quantity.is_amount => problem.add_integer_var(worth, (low, high)),
                _ => problem.add_var(worth, (float(low), float(high))),
            });
        }
        for tie in self.ties.iter().filter(|tie| Self::binds(tie, hidden)) {
            let terms: Vec<(Variable, f64)> =
                tie.terms.iter().filter_map(|(at, factor)| Some((*variables.get(*at)?, float(*factor)))).collect();
            constrain(&mut problem, &terms, tie.range);
        }
        let solution = solve(&problem)?;
        let table: Table = variables.iter().map(|variable| whole(solution.var_value(*variable))).collect();
        let table = self.at_odds(&table, hidden).is_none().then_some(table);
        Some(Reached { bound: solution.objective(), table })
    }
}

pub(super) fn constrain(problem: &mut Problem, terms: &[(Variable, f64)], range: Range) {
    match (range.low, range.high) {
        (Some(low), Some(high)) if low == high => problem.add_constraint(terms, ComparisonOp::Eq, float(low)),
        (low, high) => {
            if let Some(low) = low {
                problem.add_constraint(terms, ComparisonOp::Ge, float(low));
            }
            if let Some(high) = high {
                problem.add_constraint(terms, ComparisonOp::Le, float(high));
            }
        }
    }
}

/// The best answer, if the solver can prove one within the limit of branches.
pub(super) fn solve(problem: &Problem) -> Option<microlp::Solution> {
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES);
    let outcome: Result<_, Error> = problem.solve_with(options);
    outcome.ok().filter(microlp::SolveOutcome::is_optimal)?.into_solution().ok()
}
