//! Areas or organisations put into groups of about the same number by the order of their values: fifths, tenths. Refuses more
//! groups than there are values.

use super::{Refusal, many};

/// Which group lies at which end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// Group 1 has the highest values.
    Highest,
    /// Group 1 has the lowest values.
    Lowest,
}

/// The group of each value, from 1. Equal values are in the same group.
///
/// Refuses fewer values than groups, no groups, and values that are no numbers. Source: OHID, `PHEindicatormethods`, quantiles.
pub fn assign(values: &[f64], groups: u32, first: First) -> Result<Vec<u32>, Refusal> {
    if groups == 0 {
        return Err(Refusal::SettingOutOfRange);
    }
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    if many(values.len()) < u64::from(groups) {
        return Err(Refusal::TooFewValues { have: many(values.len()), need: u64::from(groups) });
    }
    Ok(values
        .iter()
        .map(|own| group(many(values.iter().filter(|other| before(**other, *own, first)).count()), values.len(), groups))
        .collect())
}

/// Whether a value comes before another in the order of the groups.
fn before(one: f64, other: f64, first: First) -> bool {
    match first {
        First::Highest => one > other,
        First::Lowest => one < other,
    }
}

/// The group of a value that so many others come before: its rank among all, shared by ties, scaled to the groups, in whole numbers.
fn group(ahead: u64, all: usize, groups: u32) -> u32 {
    // With the rank r = ahead + 1, ties sharing the smallest, the published floor(q + 1 - ceil((n + 1 - r) / (n / q))) is the number
    // of whole groups ahead, plus one: said so, it needs no fractions.
    u32::try_from(ahead * u64::from(groups) / many(all).max(1)).map_or(groups, |full| full + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_values_in_five_groups_are_two_in_each() {
        let values: Vec<f64> = (1..=10).map(f64::from).collect();
        assert_eq!(assign(&values, 5, First::Lowest).unwrap(), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        assert_eq!(assign(&values, 5, First::Highest).unwrap(), [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    }

    #[test]
    fn equal_values_are_never_parted() {
        assert_eq!(assign(&[1.0, 2.0, 2.0, 2.0, 9.0], 5, First::Lowest).unwrap(), [1, 2, 2, 2, 5]);
    }

    #[test]
    fn more_groups_than_values_are_refused() {
        assert_eq!(assign(&[1.0, 2.0], 5, First::Lowest), Err(Refusal::TooFewValues { have: 2, need: 5 }));
        assert_eq!(assign(&[1.0, f64::NAN], 2, First::Lowest), Err(Refusal::NotANumber));
        assert_eq!(assign(&[1.0], 0, First::Lowest), Err(Refusal::SettingOutOfRange));
    }

    proptest! {
        #[test]
        fn the_published_form_gives_the_same_groups(values in prop::collection::vec(0i32..50, 10..80), groups in 1u32..10) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let (n, q) = (f64::from(u32::try_from(values.len()).unwrap()), f64::from(groups));
            let found = assign(&values, groups, First::Lowest).unwrap();
            for (own, group) in values.iter().zip(found) {
                let rank = 1.0 + f64::from(u32::try_from(values.iter().filter(|other| *other < own).count()).unwrap());
                // A trace is taken off before rounding up, since n / q is seldom exact.
                let published = (q + 1.0 - ((n + 1.0 - rank) / (n / q) - 1e-9).ceil()).floor().max(1.0);
                prop_assert!((published - f64::from(group)).abs() < 1e-12, "{own}: {group} {published}");
            }
        }
    }
}
