//! One number or value out of several. Of nothing there is no sum, no mean and no greatest.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::failure::Failure;
use super::super::node::{Node, Nodes, Scalar};
use super::super::operators::compared;

/// A function that brings a collection down to one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Aggregate {
    Sum,
    Mean,
    Least,
    Greatest,
}

/// What the function makes of its input.
pub(super) fn apply<'a>(aggregate: Aggregate, input: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
    Ok(match aggregate {
        Aggregate::Sum => sum(input)?.map(Node::Number).into_iter().collect(),
        Aggregate::Mean => {
            let mean = sum(input)?.and_then(|sum| sum.checked_div(Decimal::from(input.len())));
            mean.map(Node::Number).into_iter().collect()
        }
        Aggregate::Least => extreme(input, Ordering::Less)?,
        Aggregate::Greatest => extreme(input, Ordering::Greater)?,
    })
}

/// None of nothing, and none beyond what a decimal holds.
fn sum(input: &[Node<'_>]) -> Result<Option<Decimal>, Failure> {
    let mut total = None;
    for node in input {
        let Some(Scalar::Number(value)) = node.scalar() else { return Err(Failure::WrongType) };
        let Some(next) = total.unwrap_or(Decimal::ZERO).checked_add(value) else { return Ok(None) };
        total = Some(next);
    }
    Ok(total)
}

fn extreme<'a>(input: &[Node<'a>], wanted: Ordering) -> Result<Nodes<'a>, Failure> {
    let Some((first, rest)) = input.split_first() else { return Ok(Vec::new()) };
    let mut best = first;
    for node in rest {
        if compared(node, best)? == Some(wanted) {
            best = node;
        }
    }
    Ok(vec![best.clone()])
}
