//! Functions that turn one primitive into another, or into nothing where that has no meaning. `FHIRPath` N1, "Conversion".

use rust_decimal::Decimal;

use super::super::failure::Failure;
use super::super::node::{Node, Nodes, Scalar, only};

/// A type to turn a value into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Conversion {
    Integer,
    Decimal,
    Text,
    Boolean,
}

/// What the function makes of its input.
pub(super) fn apply<'a>(conversion: Conversion, input: &[Node<'a>]) -> Result<Nodes<'a>, Failure> {
    let Some(scalar) = only(input)?.and_then(Node::scalar) else { return Ok(Vec::new()) };
    let outcome = match conversion {
        Conversion::Integer => decimal(&scalar).filter(|value| value.fract().is_zero() && !has_point(&scalar)).map(Node::Number),
        Conversion::Decimal => decimal(&scalar).map(Node::Number),
        Conversion::Text => Some(Node::Text(scalar.to_text())),
        Conversion::Boolean => boolean(&scalar).map(Node::Boolean),
    };
    Ok(outcome.into_iter().collect())
}

fn has_point(scalar: &Scalar<'_>) -> bool {
    matches!(scalar, Scalar::Text(text) if text.contains('.'))
}

fn decimal(scalar: &Scalar<'_>) -> Option<Decimal> {
    match scalar {
        Scalar::Number(value) => Some(*value),
        Scalar::Boolean(value) => Some(Decimal::from(u8::from(*value))),
        Scalar::Text(text) => {
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            let plain = digits.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
            if plain { Decimal::from_str_exact(text).ok() } else { None }
        }
        Scalar::Moment(_) => None,
    }
}

fn boolean(scalar: &Scalar<'_>) -> Option<bool> {
    match scalar {
        Scalar::Boolean(value) => Some(*value),
        Scalar::Number(value) if value.is_zero() => Some(false),
        Scalar::Number(value) if *value == Decimal::ONE => Some(true),
        Scalar::Text(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "t" | "yes" | "y" | "1" | "1.0" => Some(true),
            "false" | "f" | "no" | "n" | "0" | "0.0" => Some(false),
            _ => None,
        },
        Scalar::Number(_) | Scalar::Moment(_) => None,
    }
}
