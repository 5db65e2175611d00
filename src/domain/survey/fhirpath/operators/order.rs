//! Which of two values comes first. `FHIRPath` N1, "Comparison".

use std::cmp::Ordering;

use super::super::failure::Failure;
use super::super::node::{Node, Scalar};

/// How two values compare; `None` where dates of unequal precision leave it open.
pub(in super::super) fn compared(left: &Node<'_>, right: &Node<'_>) -> Result<Option<Ordering>, Failure> {
    match (left.scalar(), right.scalar()) {
        (Some(Scalar::Number(left)), Some(Scalar::Number(right))) => Ok(Some(left.cmp(&right))),
        (Some(Scalar::Text(left)), Some(Scalar::Text(right))) => Ok(Some(left.cmp(&right))),
        (Some(Scalar::Moment(left)), Some(Scalar::Moment(right) | Scalar::Text(right)))
        | (Some(Scalar::Text(left)), Some(Scalar::Moment(right))) => {
            if looks_dated(&left) && looks_dated(&right) {
                Ok(moments(&left, &right))
            } else {
                Err(Failure::WrongType)
            }
        }
        _ => Err(Failure::WrongType),
    }
}

/// True for a text that begins with a year, or with an hour, as FHIR writes dates and times.
pub(super) fn looks_dated(text: &str) -> bool {
    text.len() >= 4 && text.chars().take(2).all(|c| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || "-:.TZ+".contains(c))
}

/// Compares two dates as far as both are written. The shorter one, where it agrees so far, may lie either side.
pub(super) fn moments(left: &str, right: &str) -> Option<Ordering> {
    let shared = left.len().min(right.len());
    match left.chars().take(shared).cmp(right.chars().take(shared)) {
        Ordering::Equal if left.len() != right.len() => None,
        decided => Some(decided),
    }
}
