//! Small tables the tests of this room are written with.

use std::sync::LazyLock;

use super::{Profile, Reason, Released, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};

pub static MHSDS: LazyLock<Profile> = LazyLock::new(Profile::mhsds);

pub fn cell(numerator: i64, denominator: i64) -> Tally {
    Tally { numerator, denominator, recorded: denominator, ..Tally::default() }
}

pub fn cell_of(values: &[i64]) -> Tally {
    let (value_sum, value_squares) = (values.iter().sum(), values.iter().map(|v| v * v).sum());
    let n = i64::try_from(values.len()).unwrap();
    Tally { denominator: n, recorded: n, value_sum, value_squares, ..Tally::default() }
}

pub fn one(tally: Tally, measure: Measure) -> Released {
    *MHSDS.release_series(Unreleased::new(vec![((), tally)]), measure).find(&()).unwrap()
}

pub fn split(total: Tally, parts: &[Tally], measure: Measure) -> Vec<Released> {
    let parts = Unreleased::new(parts.iter().copied().enumerate().collect());
    MHSDS.release_split(total, parts, measure).rows().map(|(_, released)| *released).collect()
}

pub fn split_of_sum(parts: &[Tally]) -> Vec<Released> {
    split(parts.iter().copied().sum(), parts, Measure::Proportion)
}

pub fn small() -> Released {
    Released::Withheld(Reason::Small)
}

pub fn complementary() -> Released {
    Released::Withheld(Reason::Complementary)
}
