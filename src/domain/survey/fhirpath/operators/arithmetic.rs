//! Sums in decimals. What cannot be held, and what is divided by nothing, is no value. `FHIRPath` N1, "Math".

use rust_decimal::Decimal;

use super::super::evaluate::Evaluation;
use super::super::failure::Failure;
use super::super::node::{Node, Nodes, Scalar, only};
use super::super::syntax::Operator;

/// The outcome for one value each; `+` also joins texts.
pub(super) fn apply<'a>(
    evaluation: &mut Evaluation<'_, 'a>,
    operator: Operator,
    left: &[Node<'a>],
    right: &[Node<'a>],
) -> Result<Nodes<'a>, Failure> {
    let (Some(left), Some(right)) = (only(left)?, only(right)?) else { return Ok(Vec::new()) };
    match (left.scalar(), right.scalar()) {
        (Some(Scalar::Number(left)), Some(Scalar::Number(right))) => {
            Ok(calculated(operator, left, right)?.map(Node::Number).into_iter().collect())
        }
        (Some(Scalar::Text(left)), Some(Scalar::Text(right))) if operator == Operator::Add => {
            evaluation.spend(left.len() + right.len())?;
            Ok(vec![Node::Text(format!("{left}{right}"))])
        }
        _ => Err(Failure::WrongType),
    }
}

fn calculated(operator: Operator, left: Decimal, right: Decimal) -> Result<Option<Decimal>, Failure> {
    Ok(match operator {
        Operator::Add => left.checked_add(right),
        Operator::Subtract => left.checked_sub(right),
        Operator::Multiply => left.checked_mul(right),
        Operator::Divide => left.checked_div(right),
        Operator::WholeDivide => left.checked_div(right).map(|quotient| quotient.trunc()),
        Operator::Remainder => left.checked_rem(right),
        _ => return Err(Failure::WrongType),
    })
}
