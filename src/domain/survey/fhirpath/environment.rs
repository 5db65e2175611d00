//! What an expression can see: the resource, where it stands in it, the questionnaire, the day, and named variables.

use jiff::civil::Date;
use serde_json::Value;

use super::collection::Collection;

/// The surroundings of an evaluation.
#[derive(Debug, Clone)]
pub struct Environment<'a> {
    /// `%resource`, as a rule the `QuestionnaireResponse`.
    pub resource: &'a Value,
    /// `%context`, and the start of every path without a start of its own: the resource, or one of its items.
    pub context: &'a Value,
    /// `%questionnaire`, where known. `weight()` looks in it for scores an answer does not carry itself.
    pub questionnaire: Option<&'a Value>,
    /// What `today()` says.
    pub today: Date,
    variables: Vec<(String, Collection<'a>)>,
}

impl<'a> Environment<'a> {
    /// Surroundings that stand at the root of a resource, with no questionnaire and no variables.
    #[must_use]
    pub fn new(resource: &'a Value, today: Date) -> Self {
        Self { resource, context: resource, questionnaire: None, today, variables: Vec::new() }
    }

    /// Names a value, in place of any earlier one of that name.
    pub fn define(&mut self, name: impl Into<String>, value: Collection<'a>) {
        self.variables.push((name.into(), value));
    }

    /// The value last given to a name, built-in names first.
    pub(super) fn variable(&self, name: &str) -> Option<Collection<'a>> {
        match name {
            "resource" | "rootResource" => Some(Collection::from_json(self.resource)),
            "context" => Some(Collection::from_json(self.context)),
            "questionnaire" => self.questionnaire.map(Collection::from_json),
            _ => self.variables.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone()),
        }
    }
}
