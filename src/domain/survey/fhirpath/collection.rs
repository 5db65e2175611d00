//! What an expression comes to, and how the rest of the program reads it.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value;

use super::node::{Node, Nodes, Scalar, only, truth};

/// What an expression comes to: no value, one, or several in order.
#[derive(Debug, Clone, Default)]
pub struct Collection<'a>(Nodes<'a>);

impl<'a> Collection<'a> {
    /// A resource or any other JSON, as one value; no value for `null`.
    #[must_use]
    pub fn from_json(value: &'a Value) -> Self {
        Self(if value.is_null() { Vec::new() } else { vec![Node::from_json(value)] })
    }

    pub(super) fn from_nodes(nodes: Nodes<'a>) -> Self {
        Self(nodes)
    }

    pub(super) fn into_nodes(self) -> Nodes<'a> {
        self.0
    }

    /// True when there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The answer to a yes-or-no question. A single value that is not a boolean counts as yes, as `FHIRPath` has it;
    /// nothing, or several values, is neither yes nor no.
    #[must_use]
    pub fn as_boolean(&self) -> Option<bool> {
        truth(&self.0).ok().flatten()
    }

    /// The one number. `None` when there is none, when there are several, and when it is something else.
    #[must_use]
    pub fn as_decimal(&self) -> Option<Decimal> {
        match only(&self.0).ok()??.scalar()? {
            Scalar::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The one text, or the one number, date or boolean as text. `None` for objects and for several values.
    #[must_use]
    pub fn as_string(&self) -> Option<String> {
        Some(only(&self.0).ok()??.scalar()?.to_text())
    }

    /// The one date, where it is whole.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        match only(&self.0).ok()??.scalar()? {
            Scalar::Text(text) | Scalar::Moment(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The values as JSON, in order. Numbers that JSON cannot hold exactly are rounded as it rounds them.
    #[must_use]
    pub fn to_json(&self) -> Vec<Value> {
        self.0.iter().map(Node::to_json).collect()
    }
}

impl From<bool> for Collection<'_> {
    fn from(value: bool) -> Self {
        Self(vec![Node::Boolean(value)])
    }
}

impl From<Decimal> for Collection<'_> {
    fn from(value: Decimal) -> Self {
        Self(vec![Node::Number(value)])
    }
}

impl From<String> for Collection<'_> {
    fn from(value: String) -> Self {
        Self(vec![Node::Text(value)])
    }
}

impl From<Date> for Collection<'_> {
    fn from(value: Date) -> Self {
        Self(vec![Node::Date(value.to_string())])
    }
}
