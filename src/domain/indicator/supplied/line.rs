//! What one line says, cell by cell. Refuses to know what else is known.

use super::ages::Ages;
use super::fault::Fault;
use super::file::{Cells, Column};
use crate::domain::care::channel::codes;
use crate::domain::indicator::Period;
use crate::domain::indicator::definition::Kind;

/// The largest number there may be: sums over all organisations and years stay far within what can be kept.
const MOST: i64 = 1_000_000_000;

/// The most characters of a source, and of a reason.
const MOST_SOURCE: usize = 200;
const MOST_REASON: usize = 500;

codes! {
    /// How sure a value is.
    Status {
        /// It may still change.
        Provisional = "provisional",
        /// It is not expected to change.
        Final = "final",
    }
}

/// What a value is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The key of the indicator.
    pub indicator: String,
    /// The number of the organisation.
    pub organisation: i64,
    pub period: Period,
    /// Where it is given by age.
    pub ages: Option<Ages>,
}

/// A value, as a line gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub key: Key,
    pub numerator: i64,
    /// Of a ratio, what was expected, in thousandths.
    pub denominator: i64,
    pub status: Status,
    pub source: String,
    /// Why a final value is given anew; empty where nothing is said.
    pub reason: String,
}

/// The numbers of a line.
pub(super) fn numbers(cells: &Cells, kind: Kind) -> Result<(i64, i64), Vec<Fault>> {
    let numerator = match whole(cells.at(Column::Numerator), 0) {
        Some(number) if number < 0 => Err(Fault::NumeratorNegative),
        Some(number) => Ok(number),
        None => Err(Fault::NumeratorWrong),
    };
    let places = if kind == Kind::Ratio { 3 } else { 0 };
    let denominator = match whole(cells.at(Column::Denominator), places) {
        Some(number) if number < 0 => Err(Fault::DenominatorNegative),
        Some(0) if kind != Kind::Supplied => Err(Fault::DenominatorNought),
        Some(number) => Ok(number),
        None => Err(Fault::DenominatorWrong),
    };
    match (numerator, denominator) {
        (Ok(numerator), Ok(denominator)) if kind == Kind::Supplied && numerator > denominator => Err(vec![Fault::NumeratorExceeds]),
        (Ok(numerator), Ok(denominator)) => Ok((numerator, denominator)),
        (numerator, denominator) => Err([numerator.err(), denominator.err()].into_iter().flatten().collect()),
    }
}

/// A number with up to so many decimal places, as a whole number of the smallest of them. Nothing where it is none, or too large.
fn whole(text: &str, places: u32) -> Option<i64> {
    let (sign, digits) = text.strip_prefix(['-', '−']).map_or((1, text), |digits| (-1, digits));
    let (units, parts) = digits.split_once('.').unwrap_or((digits, ""));
    let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let short = u32::try_from(parts.len()).ok().filter(|length| *length <= places)?;
    if units.is_empty() || units.len() > 10 || !is_plain(units) || !is_plain(parts) || (digits.contains('.') && parts.is_empty()) {
        return None;
    }
    let units: i64 = units.parse().ok().filter(|units| *units <= MOST)?;
    let parts: i64 = if parts.is_empty() { 0 } else { parts.parse().ok()? };
    Some(sign * (units * 10i64.pow(places) + parts * 10i64.pow(places - short)))
}

/// The age band of a line, as the kind of the indicator wants one or not.
pub(super) fn ages(cells: &Cells, kind: Kind) -> Result<Option<Ages>, Fault> {
    let text = cells.at(Column::Stratum);
    match (kind == Kind::StandardisedRate, text.is_empty()) {
        (true, true) => Err(Fault::StratumMissing),
        (true, false) => Ages::parse(text).map(Some).ok_or(Fault::StratumWrong),
        (false, true) => Ok(None),
        (false, false) => Err(Fault::StratumUnwanted),
    }
}

/// How sure it is.
pub(super) fn status(cells: &Cells) -> Result<Status, Fault> {
    Status::from_code(&cells.at(Column::Status).to_lowercase()).ok_or(Fault::StatusWrong)
}

/// Where it comes from.
pub(super) fn source(cells: &Cells) -> Result<String, Fault> {
    let text = cells.at(Column::Source);
    match text.chars().count() {
        0 => Err(Fault::SourceMissing),
        1..=MOST_SOURCE => Ok(text.to_owned()),
        _ => Err(Fault::SourceLong),
    }
}

/// Why it is given anew.
pub(super) fn reason(cells: &Cells) -> Result<String, Fault> {
    let text = cells.at(Column::Reason);
    if text.chars().count() <= MOST_REASON { Ok(text.to_owned()) } else { Err(Fault::ReasonLong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_digits_with_as_many_places_as_may_be() {
        assert_eq!(["12", "0", "-3", "1000000000"].map(|text| whole(text, 0)), [Some(12), Some(0), Some(-3), Some(MOST)]);
        for text in ["", "1.0", "1,000", "1e3", "+5", "1.", ".5", "1000000001", "12345678901", "x", "--1", "1-2"] {
            assert_eq!(whole(text, 0), None, "{text}");
        }
        assert_eq!(["12.5", "3", "0.125", "-0.5"].map(|text| whole(text, 3)), [Some(12_500), Some(3_000), Some(125), Some(-500)]);
        assert_eq!([whole("0.1234", 3), whole("1.", 3), whole(".1", 3)], [None; 3]);
    }
}
