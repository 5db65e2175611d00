//! Functions of one number. Where mathematics has no answer, or a decimal cannot hold it, there is no value.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

use super::super::failure::Failure;
use super::super::node::{Node, Nodes, number};
use super::Arguments;

/// A function of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Numeric {
    Round,
    Absolute,
    Ceiling,
    Floor,
    Truncate,
    NaturalLogarithm,
    Logarithm,
    Exponential,
    Power,
    SquareRoot,
}

/// What the function makes of its input.
pub(super) fn apply<'a>(numeric: Numeric, input: &[Node<'a>], arguments: &Arguments<'a>) -> Result<Nodes<'a>, Failure> {
    let Some(value) = number(input)? else { return Ok(Vec::new()) };
    let outcome = match numeric {
        Numeric::Absolute => Some(value.abs()),
        Numeric::Ceiling => Some(value.ceil()),
        Numeric::Floor => Some(value.floor()),
        Numeric::Truncate => Some(value.trunc()),
        Numeric::Round => Some(rounded(value, arguments)?),
        Numeric::NaturalLogarithm => positive(value).and_then(|value| value.checked_ln()),
        Numeric::Logarithm => arguments.number(0)?.and_then(|base| logarithm(value, base)),
        Numeric::Exponential => value.checked_exp(),
        Numeric::Power => arguments.number(0)?.and_then(|exponent| power(value, exponent)),
        Numeric::SquareRoot => square_root(value),
    };
    Ok(outcome.map(Node::Number).into_iter().collect())
}

/// Halves go away from zero, the traditional rounding that `FHIRPath` asks for.
fn rounded(value: Decimal, arguments: &Arguments<'_>) -> Result<Decimal, Failure> {
    let places = arguments.integer(0)?.unwrap_or(0);
    let places = u32::try_from(places).map_err(|_| Failure::WrongType)?;
    Ok(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
}

fn positive(value: Decimal) -> Option<Decimal> {
    (value > Decimal::ZERO).then_some(value)
}

fn logarithm(value: Decimal, base: Decimal) -> Option<Decimal> {
    positive(value)?.checked_ln()?.checked_div(positive(base)?.checked_ln()?)
}

/// A negative number has only whole powers.
fn power(value: Decimal, exponent: Decimal) -> Option<Decimal> {
    match (value.is_zero(), exponent.is_zero()) {
        (_, true) => Some(Decimal::ONE),
        (true, false) => (exponent > Decimal::ZERO).then_some(Decimal::ZERO),
        _ if exponent.fract().is_zero() || value > Decimal::ZERO => value.checked_powd(exponent),
        _ => None,
    }
}

/// Heron's rule from the root a float finds, which is right to fifteen digits and so twice right after one turn.
fn square_root(value: Decimal) -> Option<Decimal> {
    if value.is_zero() {
        return Some(Decimal::ZERO);
    }
    let first = Decimal::from_f64(positive(value)?.to_f64()?.sqrt())?;
    let better = value.checked_div(first)?.checked_add(first)?.checked_div(Decimal::TWO)?;
    let exact = better.checked_mul(better) == Some(value);
    Some(if exact { better.normalize() } else { better })
}
