//! Values that another data set supplies: read from a file line by line, and judged against what is known already.
//!
//! A line is judged without regard to the numbers that stand already. Whether a guess is right can so not be found out by sending it.
//! Refuses to write anything down: that is the store's.

pub mod ages;
pub mod fault;
pub mod file;
pub mod judge;
pub mod line;

use super::definition::Kind;
use super::fact::{lasting, starting};
use super::strata::Strata;
use super::{Definition, Fact, Tally};

pub use ages::Ages;
pub use fault::Fault;
pub use file::{BadFile, Column, Line};
pub use judge::{Judged, Known, Left, Outcome, Standing};
pub use line::{Key, Status, Value};

/// What a value adds to an indicator: to as many months as the indicator adds up. Nothing where it says nothing of nobody, or the
/// definition begins later.
///
/// A ratio's denominator is what was expected, in thousandths, and is kept as a sum of values: nobody was counted for it.
#[must_use]
pub fn fact(definition: &Definition, key: &Key, (numerator, denominator): (i64, i64)) -> Option<Fact> {
    let counted = Tally { numerator, denominator, recorded: denominator, ..Tally::default() };
    let tally = match definition.kind {
        Kind::Ratio => Tally { numerator, value_sum: denominator, ..Tally::default() },
        _ => counted,
    };
    let strata = Strata { organisation: key.organisation, age: key.ages.map_or(0, Ages::member), ..Strata::default() };
    starting(definition.effective_from, lasting(key.period, definition.rolling_months, strata, tally))
}
