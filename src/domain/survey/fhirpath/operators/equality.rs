//! When two values are the same, and when they are as good as the same. `FHIRPath` N1, "Equality".

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::super::evaluate::Evaluation;
use super::super::failure::Failure;
use super::super::node::{Node, Nodes, Scalar, number_from_json};
use super::order::{looks_dated, moments};

/// Same values in the same order. Unknown where one side is empty, and where dates are of unequal precision.
pub(super) fn equal(evaluation: &mut Evaluation<'_, '_>, left: &[Node<'_>], right: &[Node<'_>]) -> Result<Option<bool>, Failure> {
    if left.is_empty() || right.is_empty() {
        return Ok(None);
    }
    if left.len() != right.len() {
        return Ok(Some(false));
    }
    let mut outcome = Some(true);
    for (left, right) in left.iter().zip(right) {
        match same(evaluation, left, right)? {
            Some(true) => {}
            Some(false) => return Ok(Some(false)),
            None => outcome = None,
        }
    }
    Ok(outcome)
}

/// Same values in any order, texts without regard to case or to the kind of blank. Nothing is equivalent to nothing.
pub(super) fn equivalent(evaluation: &mut Evaluation<'_, '_>, left: &[Node<'_>], right: &[Node<'_>]) -> Result<bool, Failure> {
    let mut left = keys(evaluation, left, alike)?;
    let mut right = keys(evaluation, right, alike)?;
    left.sort_unstable();
    right.sort_unstable();
    Ok(left == right)
}

/// The values, each once, where it is first met.
pub(in super::super) fn unique<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    nodes: impl IntoIterator<Item = Node<'a>>,
) -> Result<Nodes<'a>, Failure> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for node in nodes {
        if seen.insert(key(evaluation, &node)?) {
            kept.push(node);
        }
    }
    Ok(kept)
}

/// A text that two values share exactly when they are equal.
pub(in super::super) fn key(evaluation: &mut Evaluation<'_, '_>, node: &Node<'_>) -> Result<String, Failure> {
    let mut key = String::new();
    match (node.scalar(), node.element()) {
        (Some(scalar), _) => key = scalar_key(&scalar),
        (None, Some(element)) => {
            write_key(element.value, &mut key);
            if let Some(beside) = element.beside {
                write_key(beside, &mut key);
            }
        }
        (None, None) => {}
    }
    // An item's key is as long as the item: pay by length, so that deep copies cannot hide in one step.
    evaluation.spend(1 + key.len() / 64)?;
    Ok(key)
}

fn keys(evaluation: &mut Evaluation<'_, '_>, nodes: &[Node<'_>], of_scalar: fn(&Scalar<'_>) -> String) -> Result<Vec<String>, Failure> {
    nodes.iter().map(|node| node.scalar().map_or_else(|| key(evaluation, node), |scalar| Ok(of_scalar(&scalar)))).collect()
}

fn same(evaluation: &mut Evaluation<'_, '_>, left: &Node<'_>, right: &Node<'_>) -> Result<Option<bool>, Failure> {
    evaluation.spend(1)?;
    match (left.scalar(), right.scalar()) {
        (Some(Scalar::Moment(left)), Some(Scalar::Moment(right) | Scalar::Text(right)))
        | (Some(Scalar::Text(left)), Some(Scalar::Moment(right))) => {
            if looks_dated(&left) && looks_dated(&right) {
                return Ok(moments(&left, &right).map(std::cmp::Ordering::is_eq));
            }
            Ok(Some(false))
        }
        (Some(left), Some(right)) => Ok(Some(left == right)),
        (None, None) => Ok(Some(key(evaluation, left)? == key(evaluation, right)?)),
        _ => Ok(Some(false)),
    }
}

fn alike(scalar: &Scalar<'_>) -> String {
    match scalar {
        Scalar::Text(text) => {
            let blanks_alike: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
            scalar_key(&Scalar::Text(blanks_alike.to_lowercase().into()))
        }
        other => scalar_key(other),
    }
}

fn scalar_key(scalar: &Scalar<'_>) -> String {
    match scalar {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Number(value) => value.normalize().to_string(),
        Scalar::Text(value) | Scalar::Moment(value) => format!("{value:?}"),
    }
}

/// Writes JSON with its names in order and its numbers in one form.
fn write_key(value: &Value, key: &mut String) {
    match value {
        Value::Object(object) => {
            let mut members: Vec<_> = object.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            key.push('{');
            for (name, value) in members {
                let _ = write!(key, "{name:?}:");
                write_key(value, key);
                key.push(',');
            }
            key.push('}');
        }
        Value::Array(values) => {
            key.push('[');
            for value in values {
                write_key(value, key);
                key.push(',');
            }
            key.push(']');
        }
        Value::Number(number) => match number_from_json(number) {
            Some(decimal) => key.push_str(&decimal.normalize().to_string()),
            None => key.push_str(&number.to_string()),
        },
        Value::String(text) => {
            let _ = write!(key, "{text:?}");
        }
        Value::Bool(_) | Value::Null => key.push_str(&value.to_string()),
    }
}
