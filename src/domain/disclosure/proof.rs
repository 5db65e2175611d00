//! Why a quantity is known too well: the shown figures a reader needs for it. Refuses to name a figure the argument does
//! without, as far as the argument found goes: another may need others.
//!
//! By the duality of linear programmes, the furthest a quantity can go is a sum of shown bounds, each so many times. Only the
//! figures in that sum are needed. As long as none of them is hidden the argument stands, whatever else is: so every way of
//! hiding that protects the quantity hides one of them (the cut of Fischetti and Salazar-González, "Solving the cell suppression
//! problem on tabular data with linear constraints", Management Science 47(7), 2001).

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::model::{Model, Range};
use super::programme::{NOUGHT, float, solve};

/// A multiplier in the argument: its column in the dual programme, and the decision it leans on.
struct Multiplier {
    variable: Variable,
    unit: Option<usize>,
}

impl Model {
    /// The decisions that the upper (or lower) bound of a quantity leans on. None if no argument was found.
    pub(super) fn leans_on(&self, at: usize, up: bool, hidden: &[bool]) -> Option<Vec<usize>> {
        let sign = if up { 1 } else { -1 };
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut multipliers = Vec::new();
        let mut columns: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); self.quantities.len()];
        for (own, quantity) in self.quantities.iter().enumerate() {
            let range = Self::range(quantity, hidden);
            // A bound that is known without this release leans on nothing.
            let unit = |bound: Option<i64>, known: Option<i64>| quantity.unit.filter(|_| bound != known);
            for (bound, known, factor) in [(range.high, quantity.known.high, 1), (range.low, quantity.known.low, -1)] {
                if let Some(bound) = bound {
                    let variable = problem.add_var(float(bound * factor), (0.0, f64::INFINITY));
                    columns.get_mut(own)?.push((variable, float(factor)));
                    multipliers.push(Multiplier { variable, unit: unit(Some(bound), known) });
                }
            }
        }
        for tie in self.ties.iter().filter(|tie| Self::binds(tie, hidden)) {
            for (bound, factor) in sides(tie.range) {
                let open = tie.range.low == tie.range.high;
                let least = if open { f64::NEG_INFINITY } else { 0.0 };
                let variable = problem.add_var(float(bound * factor), (least, f64::INFINITY));
                for (own, coefficient) in &tie.terms {
                    columns.get_mut(*own)?.push((variable, float(coefficient * factor)));
                }
                multipliers.push(Multiplier { variable, unit: tie.unit });
            }
        }
        for (own, column) in columns.iter().enumerate() {
            problem.add_constraint(column, ComparisonOp::Eq, if own == at { float(sign) } else { 0.0 });
        }
        let solution = solve(&problem)?;
        let used = multipliers.iter().filter(|one| solution.var_value(one.variable).abs() > NOUGHT);
        let mut units: Vec<usize> = used.filter_map(|one| one.unit).collect();
        units.sort_unstable();
        units.dedup();
        Some(units)
    }
}

/// The ends of a tie's range with their signs in the dual; a single end where both are the same.
fn sides(range: Range) -> impl Iterator<Item = (i64, i64)> {
    let low = range.low.filter(|_| range.low != range.high).map(|low| (low, -1));
    range.high.map(|high| (high, 1)).into_iter().chain(low)
}
