//! Operators between two collections. `FHIRPath` N1, section 6.

mod arithmetic;
mod equality;
mod order;

pub(super) use equality::{key, unique};
pub(super) use order::compared;

use std::cmp::Ordering;

use super::evaluate::Evaluation;
use super::failure::Failure;
use super::node::{Node, Nodes, only, text, truth};
use super::syntax::Operator;

/// The outcome, where the left side alone decides it.
pub(super) fn settled(operator: Operator, left: &[Node<'_>]) -> Result<Option<bool>, Failure> {
    Ok(match operator {
        Operator::And if truth(left)? == Some(false) => Some(false),
        Operator::Or if truth(left)? == Some(true) => Some(true),
        Operator::Implies if truth(left)? == Some(false) => Some(true),
        _ => None,
    })
}

/// The outcome of both sides.
pub(super) fn apply<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    operator: Operator,
    left: Nodes<'a>,
    right: Nodes<'a>,
) -> Result<Nodes<'a>, Failure> {
    evaluation.spend(left.len() + right.len())?;
    match operator {
        Operator::And | Operator::Or | Operator::Xor | Operator::Implies => logic(operator, truth(&left)?, truth(&right)?).map(known),
        Operator::Equal | Operator::NotEqual => {
            let equal = equality::equal(evaluation, &left, &right)?;
            Ok(known(equal.map(|equal| equal == (operator == Operator::Equal))))
        }
        Operator::Equivalent => equality::equivalent(evaluation, &left, &right).map(|same| known(Some(same))),
        Operator::NotEquivalent => equality::equivalent(evaluation, &left, &right).map(|same| known(Some(!same))),
        Operator::Less => ordered(&left, &right, Ordering::is_lt),
        Operator::LessOrEqual => ordered(&left, &right, Ordering::is_le),
        Operator::Greater => ordered(&left, &right, Ordering::is_gt),
        Operator::GreaterOrEqual => ordered(&left, &right, Ordering::is_ge),
        Operator::In => member(evaluation, &left, &right),
        Operator::Contains => member(evaluation, &right, &left),
        Operator::Union => equality::unique(evaluation, left.into_iter().chain(right)),
        Operator::Join => {
            let joined = format!("{}{}", text(&left)?.unwrap_or_default(), text(&right)?.unwrap_or_default());
            evaluation.spend(joined.len())?;
            Ok(vec![Node::Text(joined)])
        }
        Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::WholeDivide | Operator::Remainder => {
            arithmetic::apply(evaluation, operator, &left, &right)
        }
    }
}

/// Three-valued logic. `FHIRPath` N1, "Boolean logic".
fn logic(operator: Operator, left: Option<bool>, right: Option<bool>) -> Result<Option<bool>, Failure> {
    Ok(match operator {
        Operator::And => match (left, right) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Operator::Or => match (left, right) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Operator::Xor => left.zip(right).map(|(left, right)| left != right),
        Operator::Implies => match (left, right) {
            (Some(false), _) | (_, Some(true)) => Some(true),
            (Some(true), right) => right,
            (None, _) => None,
        },
        _ => return Err(Failure::WrongType),
    })
}

fn ordered<'a>(left: &[Node<'a>], right: &[Node<'a>], holds: fn(Ordering) -> bool) -> Result<Nodes<'a>, Failure> {
    let (Some(left), Some(right)) = (only(left)?, only(right)?) else { return Ok(Vec::new()) };
    Ok(known(order::compared(left, right)?.map(holds)))
}

fn member<'a>(evaluation: &mut Evaluation<'_, 'a>, one: &[Node<'a>], all: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
    if only(one)?.is_none() {
        return Ok(Vec::new());
    }
    for candidate in all {
        if equality::equal(evaluation, one, std::slice::from_ref(candidate))? == Some(true) {
            return Ok(known(Some(true)));
        }
    }
    Ok(known(Some(false)))
}

fn known<'a>(value: Option<bool>) -> Nodes<'a> {
    value.map(Node::Boolean).into_iter().collect()
}
