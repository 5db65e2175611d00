//! FHIRPath expressions of a file, and the variables they may use.

use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{extension, field};
use crate::domain::survey::definition::Variable;
use crate::domain::survey::fhirpath::Expression;

/// Variables that every expression may use.
const ALWAYS: [&str; 4] = ["resource", "rootResource", "context", "questionnaire"];

/// The variables that an expression at some place may use.
#[derive(Clone, Default)]
pub(super) struct Scope {
    defined: Vec<String>,
    /// Declared by the file, but of no use; and why.
    broken: Vec<(String, Reason)>,
}

impl Scope {
    /// Reads the variables declared on an element and brings those that can be evaluated into scope.
    ///
    /// One that cannot is only noted: it matters to nobody until an expression uses it.
    pub fn declare(&mut self, reading: &mut Reading<'_>, place: &Place, json: &Json) -> Vec<Variable> {
        let mut variables = Vec::new();
        for each in extension::every(json, extension::VARIABLE).filter_map(|each| each.get("valueExpression")) {
            let Some(name) = field::text(each, "name") else {
                reading.note(place, Remark::UnreadableIgnored("a variable without a name"));
                continue;
            };
            match self.parse(each) {
                Ok(expression) => {
                    self.defined.push(name.clone());
                    variables.push(Variable { name, expression });
                }
                Err(reason) => {
                    reading.note(place, Remark::Variable { name: name.clone(), why: reason.to_string() });
                    self.broken.push((name, reason));
                }
            }
        }
        variables
    }

    /// The expression of the extension with that address, if the element has it. One that cannot be used is a problem.
    pub fn read(&self, reading: &mut Reading<'_>, place: &Place, json: &Json, address: &str) -> Option<Expression> {
        let value = extension::value(json, address)?;
        self.parse(value).map_err(|reason| reading.problem(place, reason)).ok()
    }

    fn parse(&self, json: &Json) -> Result<Expression, Reason> {
        if let Some(language) = field::text(json, "language").filter(|language| language != "text/fhirpath") {
            return Err(Reason::ExpressionLanguage(language));
        }
        let source = field::text(json, "expression").unwrap_or_default();
        let expression =
            Expression::parse(&source).map_err(|error| Reason::Expression { why: error.to_string(), source_text: source.clone() })?;
        expression.variables().iter().try_for_each(|name| self.find(name))?;
        Ok(expression)
    }

    fn find(&self, name: &str) -> Result<(), Reason> {
        if self.defined.iter().any(|known| known == name) || ALWAYS.contains(&name) {
            return Ok(());
        }
        let broken = self.broken.iter().find(|(known, _)| known == name).map(|(_, reason)| reason.clone());
        Err(broken.unwrap_or_else(|| Reason::UnknownVariable(name.to_owned())))
    }
}
