//! Published worked values, and what this program makes of the same input: the evidence that its statistics are those of the books.
//! Refuses values of its own making: every one here was printed by somebody else, who is named.
//!
//! The values are data, in `values.toml`. The tests read the same file.

mod method;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use method::Method;

/// One published example.
#[derive(Debug, Clone, Deserialize)]
struct Case {
    /// Where it is printed.
    source: String,
    /// What goes in, in a few words.
    input: String,
    /// How far ours may be from the printed value: half of its last digit unless something else is said there.
    tolerance: f64,
    /// The method and its input.
    #[serde(flatten)]
    method: Method,
    /// What is printed, by quantity.
    expect: BTreeMap<String, f64>,
}

/// A file of examples.
#[derive(Debug, Deserialize)]
struct Examples {
    example: Vec<Case>,
}

/// One printed value beside ours.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The method.
    pub method: &'static str,
    /// Where the value is printed.
    pub source: String,
    /// What goes in.
    pub input: String,
    /// Which of the method's quantities it is.
    pub quantity: String,
    /// The printed value.
    pub reference: f64,
    /// Ours; `None` where the method refused or knows no such quantity.
    pub ours: Option<f64>,
    /// Ours minus the printed value.
    pub difference: Option<f64>,
    /// How far apart they may be.
    pub tolerance: f64,
    /// Whether they agree.
    pub agrees: bool,
}

/// Every published value beside ours, in the order of the file.
///
/// Fails only when the file that comes with the program cannot be read.
pub fn lines() -> Result<Vec<Line>, toml::de::Error> {
    let examples: Examples = toml::from_str(include_str!("values.toml"))?;
    Ok(examples.example.iter().flat_map(Case::lines).collect())
}

impl Case {
    fn lines(&self) -> Vec<Line> {
        let found = self.method.quantities().unwrap_or_default();
        self.expect.iter().map(|(quantity, reference)| self.line(quantity, *reference, &found)).collect()
    }

    fn line(&self, quantity: &str, reference: f64, found: &[(&str, f64)]) -> Line {
        let ours = found.iter().find(|(name, _)| *name == quantity).map(|(_, value)| *value);
        let difference = ours.map(|ours| ours - reference);
        Line {
            method: self.method.name(),
            source: self.source.clone(),
            input: self.input.clone(),
            quantity: quantity.to_owned(),
            reference,
            ours,
            difference,
            tolerance: self.tolerance,
            agrees: difference.is_some_and(|difference| difference.abs() <= self.tolerance),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_value_comes_out_as_it_is_printed() {
        let lines = lines().unwrap();
        let apart: Vec<&Line> = lines.iter().filter(|line| !line.agrees).collect();
        assert!(apart.is_empty(), "{apart:#?}");
        assert!(lines.len() > 100, "{}", lines.len());
    }

    #[test]
    fn every_method_has_a_published_value() {
        let lines = lines().unwrap();
        for name in Method::NAMES {
            assert!(lines.iter().any(|line| line.method == name), "{name}");
        }
    }

    #[test]
    fn a_value_that_differs_or_is_not_known_does_not_agree() {
        let case = |quantity: &str, value: f64| Case {
            source: String::new(),
            input: String::new(),
            tolerance: 1e-6,
            method: toml::from_str("method = \"wilson\"\nnumerator = 45\ndenominator = 60\nconfidence = \"95\"").unwrap(),
            expect: BTreeMap::from([(quantity.to_owned(), value)]),
        };
        let agrees = |quantity, value| case(quantity, value).lines().iter().all(|line| line.agrees);
        assert!(agrees("lower", 0.627_679) && !agrees("lower", 0.627_779) && !agrees("middle", 0.627_679));
    }
}
