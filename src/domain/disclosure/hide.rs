//! Which figures to hide besides those that are small, so that nobody can work a small one out: as few and as little missed as
//! possible. Refuses to trust its own choice: whatever it chooses is attacked again before it is handed on.
//!
//! The programme is that of Fischetti and Salazar-González (2001): a decision for each figure, and for each guarded quantity two
//! tables that agree with everything shown and lie far enough apart; what is hidden costs its weight; the least total is
//! sought. It is solved as they do, by cuts: the decisions alone go to the integer programme, the tables to the attack, and
//! each successful attack says of which figures one must be hidden.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::attack::{Attacked, Witnesses, weight};
use super::model::{Hidden, Model};

/// How far the search for the least goes. All limits count steps or sizes, never time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest number of figures for which the least is sought at all.
    pub figures: usize,
    /// How often the decisions are put to the integer programme.
    pub rounds: usize,
    /// How many branches it may follow each time.
    pub branches: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { figures: 400, rounds: 40, branches: 500 }
    }
}

/// How a choice was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Nothing had to be hidden besides what is small.
    Nothing,
    /// No other choice hides less.
    Exact,
    /// Safe, and nothing can be given back alone; another choice may hide less.
    Heuristic,
}

/// What is hidden, and how that was found.
pub(super) struct Choice {
    pub(super) hidden: Hidden,
    pub(super) method: Method,
    pub(super) weight: u64,
}

/// A search under way.
pub(super) struct Search<'a> {
    model: &'a Model,
    pub(super) witnesses: Witnesses<'a>,
    cuts: Vec<Vec<usize>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        Self { model, witnesses: Witnesses::new(model), cuts: Vec::new() }
    }

    /// Chooses what to hide. Fails with the quantity that cannot be guarded whatever is hidden.
    pub(super) fn choose(&mut self, limits: Limits) -> Result<Choice, usize> {
        let primary = self.model.primary();
        let mut best = primary.clone();
        if !self.mend(&mut best)? {
            return Ok(Choice { hidden: primary, method: Method::Nothing, weight: 0 });
        }
        self.give_back(&mut best);
        let mut method = Method::Heuristic;
        if self.model.units.len() <= limits.figures {
            for _ in 0..limits.rounds {
                let Some(mut hidden) = self.cheapest(limits.branches) else { break };
                let bound = weight(self.model, &hidden);
                if bound >= weight(self.model, &best) {
                    method = Method::Exact;
                    break;
                }
                if !self.mend(&mut hidden)? {
                    (best, method) = (hidden, Method::Exact);
                    break;
                }
                if weight(self.model, &hidden) < weight(self.model, &best) {
                    self.give_back(&mut hidden);
                    best = hidden;
                }
            }
        }
        Ok(Choice { weight: weight(self.model, &best), hidden: best, method })
    }

    /// Hides more until every attack fails, each time the cheapest figure the attack needs. `true` when anything was hidden.
    /// To hide more never helps an attack, so each quantity is looked at once.
    fn mend(&mut self, hidden: &mut Hidden) -> Result<bool, usize> {
        let mut any = false;
        for (at, because) in self.witnesses.attack(hidden, false) {
            let guard = self.model.quantities.get(at).and_then(|one| one.guard).unwrap_or_default();
            let mut because = Some(because);
            loop {
                let cut = match because.take() {
                    // What was hidden for an earlier quantity may have mended this one.
                    Some(cut) if cut.iter().all(|unit| hidden.get(*unit) == Some(&false)) => cut,
                    _ => match self.witnesses.attack_one(at, guard, hidden) {
                        Attacked::Safe => break,
                        Attacked::Narrow(cut) => cut,
                    },
                };
                let cheapest = cut.iter().copied().min_by_key(|unit| (self.model.units.get(*unit).map(|one| one.weight), *unit));
                let Some(place) = cheapest.and_then(|unit| hidden.get_mut(unit)) else { return Err(at) };
                *place = true;
                any = true;
                if !self.cuts.contains(&cut) {
                    self.cuts.push(cut);
                }
            }
        }
        Ok(any)
    }

    /// Shows again what need not be hidden, the dearest first, each time attacked anew. To show more never hinders an attack, so
    /// what could not be given back once cannot be given back later.
    fn give_back(&mut self, hidden: &mut Hidden) {
        let is_secondary =
            |unit: &usize| hidden.get(*unit) == Some(&true) && self.model.units.get(*unit).is_some_and(|one| !one.is_primary);
        let mut units: Vec<usize> = (0..hidden.len()).filter(is_secondary).collect();
        units.sort_by_key(|unit| (std::cmp::Reverse(self.model.units.get(*unit).map(|one| one.weight)), *unit));
        for unit in units {
            let show = |hidden: &mut Hidden, shown: bool| hidden.get_mut(unit).map(|place| *place = !shown);
            show(hidden, true);
            let met = self.cuts.iter().all(|cut| cut.iter().any(|unit| hidden.get(*unit) == Some(&true)));
            if !met || !self.witnesses.attack(hidden, true).is_empty() {
                show(hidden, false);
            }
        }
    }

    /// The cheapest decisions that meet every cut found so far. None if the solver cannot prove it within the limit.
    fn cheapest(&self, branches: u64) -> Option<Hidden> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut variables: Vec<Option<Variable>> = Vec::with_capacity(self.model.units.len());
        for (at, unit) in self.model.units.iter().enumerate() {
            let is_in_a_cut = !unit.is_primary && self.cuts.iter().any(|cut| cut.contains(&at));
            let cost = super::programme::float(i64::try_from(unit.weight).ok()?);
            variables.push(is_in_a_cut.then(|| problem.add_binary_var(cost)));
        }
        let variable = |unit: &usize| variables.get(*unit).copied().flatten();
        for cut in &self.cuts {
            let terms: Vec<(Variable, f64)> = cut.iter().filter_map(|unit| Some((variable(unit)?, 1.0))).collect();
            problem.add_constraint(&terms, ComparisonOp::Ge, 1.0);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(branches);
        let solution = problem.solve_with(options).ok().filter(microlp::SolveOutcome::is_optimal)?.into_solution().ok()?;
        let is_chosen = |variable: &Option<Variable>| variable.is_some_and(|variable| solution.var_value(variable) > 0.5);
        Some(self.model.primary().iter().zip(&variables).map(|(primary, variable)| *primary || is_chosen(variable)).collect())
    }
}
