//! The sums of facts in one cell, and how they are read. Whole numbers throughout, so that adding facts one at a time and adding
//! them up afresh give the same cell to the last digit. Refuses to decide who may see a sum: that is `disclosure`.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// Sums of facts in one cell. Signed, because a correction is a negative addition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// People who meet the outcome.
    pub numerator: i64,
    /// People the indicator is about, or, for a mean, the number of values.
    pub denominator: i64,
    /// People of the denominator about whom there is a record at all.
    pub recorded: i64,
    /// The sum of the values, in thousandths.
    pub value_sum: i64,
    /// The sum of the squares of the values, in millionths.
    pub value_squares: i64,
}

/// How a tally is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The numerator out of the denominator.
    Proportion,
    /// The mean of `denominator` values.
    Mean,
    /// Events for so many people.
    Rate(u32),
    /// Events to those that were to be expected, which are kept as a sum of values.
    Ratio,
    /// Events for so many people, standardised for age. It cannot be read from one tally, only from those of its age bands.
    Standardised(u32),
}

impl Tally {
    /// Whether every sum is nought, as it is for a cell nothing was ever counted in.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            numerator: self.numerator + other.numerator,
            denominator: self.denominator + other.denominator,
            recorded: self.recorded + other.recorded,
            value_sum: self.value_sum + other.value_sum,
            value_squares: self.value_squares + other.value_squares,
        }
    }
}

impl Neg for Tally {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            numerator: -self.numerator,
            denominator: -self.denominator,
            recorded: -self.recorded,
            value_sum: -self.value_sum,
            value_squares: -self.value_squares,
        }
    }
}

impl Sub for Tally {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn tallies()(
            numerator in -1_000_000i64..1_000_000, denominator in -1_000_000i64..1_000_000, recorded in -1_000_000i64..1_000_000,
            value_sum in -1_000_000_000i64..1_000_000_000, value_squares in -1_000_000_000_000i64..1_000_000_000_000,
        ) -> Tally {
            Tally { numerator, denominator, recorded, value_sum, value_squares }
        }
    }

    proptest! {
        #[test]
        fn facts_add_up_to_the_same_cell_in_any_order(mut facts in prop::collection::vec(tallies(), 0..30)) {
            let forwards: Tally = facts.iter().copied().sum();
            facts.reverse();
            let mut backwards = Tally::default();
            for fact in facts {
                backwards += fact;
            }
            prop_assert_eq!(forwards, backwards);
        }

        #[test]
        fn taking_a_fact_away_again_leaves_the_cell_as_it_was(cell in tallies(), fact in tallies()) {
            prop_assert_eq!(cell + fact - fact, cell);
            prop_assert!((fact + -fact).is_zero());
        }
    }
}
