//! What must be so before a figure counts for anything, and whether it is: worked out from what was released.

use super::equity::{Equity, State};
use crate::domain::disclosure::Figure;
use crate::domain::indicator::Definition;

/// One condition.
pub struct Condition {
    /// The name by which its words are found.
    pub code: &'static str,
    /// What is asked for; nothing where it is no number.
    pub least: Option<u64>,
    /// Whether it is so; nothing where that cannot be told from what is shown.
    pub met: Option<bool>,
}

/// The conditions of a definition for one figure. Even response is one for every figure that rests on answers.
pub fn conditions(definition: &Definition, figure: Option<&Figure>, equity: Option<&Equity>) -> Vec<Condition> {
    let gateway = definition.gateway;
    let mut found = Vec::new();
    if gateway.denominator > 0 {
        let least = u64::from(gateway.denominator);
        found.push(Condition { code: "denominator", least: Some(least), met: figure.map(|figure| figure.denominator() >= least) });
    }
    if gateway.completeness > 0 {
        let met = figure.and_then(Figure::completeness).map(|share| share >= f64::from(gateway.completeness));
        found.push(Condition { code: "completeness", least: Some(gateway.completeness.into()), met });
    }
    if gateway.response > 0 {
        let least = u64::from(gateway.response);
        let met = equity.and_then(|equity| equity.whole).map(|(answered, asked)| 100 * answered >= least * asked);
        found.push(Condition { code: "response", least: Some(least), met });
    }
    if definition.survey().is_some() {
        let met = equity.map(Equity::state).map(|state| state == State::Even);
        found.push(Condition { code: "equity", least: None, met });
    }
    found
}
