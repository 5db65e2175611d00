//! How far a figure differs from the most to the least deprived: the slope index of inequality over ordered groups of a population.
//! Refuses fewer than five groups, and groups of nobody.

use super::{Confidence, Estimate, Interval, Refusal, many, real};

/// The fewest and the most groups a slope is drawn through. Source: OHID, `PHEindicatormethods`.
pub const GROUPS: std::ops::RangeInclusive<usize> = 5..=100;

/// One group, such as a tenth of areas by deprivation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// People in it.
    pub population: u64,
    /// Its figure.
    pub value: f64,
    /// The standard error of the figure: for a symmetric 95% interval its width over 3.92.
    pub error: f64,
}

/// Inequality over groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inequality {
    /// The slope index: the fitted figure at the far end minus that at the near end, with its interval.
    pub slope: Estimate,
    /// The relative index: the fitted figure at the far end over that at the near end. `None` unless that is above nought.
    pub ratio: Option<f64>,
}

/// The slope index of inequality of groups given from the most to the least deprived.
///
/// A line is fitted through the figures at the middle of each group's share of the population, weighted by those shares. The interval
/// is that of a sum of normal variables: the one that the published method draws many times over to approach. It is for figures whose
/// own intervals are symmetric. Sources: Low, A. and Low, A. (2004), Journal of Public Health 26:388-395; OHID,
/// `PHEindicatormethods`, slope index of inequality.
pub fn slope_index(groups: &[Group], confidence: Confidence) -> Result<Inequality, Refusal> {
    if groups.len() < *GROUPS.start() {
        return Err(Refusal::TooFewGroups { have: many(groups.len()), need: many(*GROUPS.start()) });
    }
    if groups.len() > *GROUPS.end() {
        return Err(Refusal::SettingOutOfRange);
    }
    if groups.iter().any(|group| group.population == 0) {
        return Err(Refusal::Nobody);
    }
    if groups.iter().any(|group| !(group.value.is_finite() && group.error.is_finite() && group.error >= 0.0)) {
        return Err(Refusal::NotANumber);
    }
    let shares = shares(groups);
    let middle: f64 = shares.iter().map(|(share, rank)| share * rank).sum();
    let spread: f64 = shares.iter().map(|(share, rank)| share * (rank - middle).powi(2)).sum();
    // The slope is a weighted sum of the figures, so its variance is the sum of theirs by the squared weights.
    let weights: Vec<f64> = shares.iter().map(|(share, rank)| share * (rank - middle) / spread).collect();
    let slope: f64 = groups.iter().zip(&weights).map(|(group, weight)| group.value * weight).sum();
    let variance: f64 = groups.iter().zip(&weights).map(|(group, weight)| (group.error * weight).powi(2)).sum();
    let mean: f64 = groups.iter().zip(&shares).map(|(group, (share, _))| group.value * share).sum();
    let near = mean - slope * middle;
    let margin = confidence.z() * variance.sqrt();
    let interval = Interval { lower: slope - margin, upper: slope + margin };
    Ok(Inequality { slope: Estimate { value: slope, interval }, ratio: (near > 0.0).then(|| (near + slope) / near) })
}

/// Each group's share of the population, and where its middle lies from the near end (0) to the far one (1).
fn shares(groups: &[Group]) -> Vec<(f64, f64)> {
    let all = real(groups.iter().map(|group| group.population).sum());
    let mut before = 0;
    let mut share = |group: &Group| {
        let rank = (real(before) + real(group.population) / 2.0) / all;
        before += group.population;
        (real(group.population) / all, rank)
    };
    groups.iter().map(&mut share).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn groups(values: &[(u64, f64)]) -> Vec<Group> {
        values.iter().map(|(population, value)| Group { population: *population, value: *value, error: 1.0 }).collect()
    }

    #[test]
    fn ranks_are_the_middles_of_shares_as_the_published_example_has_them() {
        // Twelve per cent, then ten: 0.06 and 0.17.
        let ranks = shares(&groups(&[(12, 1.0), (10, 1.0), (78, 1.0)]));
        assert!((ranks[0].1 - 0.06).abs() < 1e-12 && (ranks[1].1 - 0.17).abs() < 1e-12);
    }

    #[test]
    fn figures_on_a_line_give_that_line() {
        // 70 at the near end and 80 at the far one, at the middles of fifths.
        let found = slope_index(&groups(&[(9, 71.0), (9, 73.0), (9, 75.0), (9, 77.0), (9, 79.0)]), Confidence::P95).unwrap();
        assert!((found.slope.value - 10.0).abs() < 1e-9 && (found.ratio.unwrap() - 80.0 / 70.0).abs() < 1e-9);
        // Weights of -1, -0.5, 0, 0.5 and 1: a variance of 2.5.
        assert!((found.slope.interval.width() - 2.0 * 1.959_964 * 2.5f64.sqrt()).abs() < 1e-5);
    }

    #[test]
    fn fewer_than_five_groups_more_than_a_hundred_and_groups_of_nobody_are_refused() {
        assert_eq!(slope_index(&groups(&[(9, 1.0); 4]), Confidence::P95), Err(Refusal::TooFewGroups { have: 4, need: 5 }));
        assert_eq!(slope_index(&groups(&[(0, 1.0); 5]), Confidence::P95), Err(Refusal::Nobody));
        assert_eq!(slope_index(&groups(&[(9, 1.0); 101]), Confidence::P95), Err(Refusal::SettingOutOfRange));
    }

    proptest! {
        #[test]
        fn the_other_way_round_the_slope_is_the_opposite(values in prop::collection::vec((1u64..900, 0.0..100.0f64), 5..20)) {
            let there = slope_index(&groups(&values), Confidence::P95).unwrap();
            let back: Vec<(u64, f64)> = values.iter().rev().copied().collect();
            let back = slope_index(&groups(&back), Confidence::P95).unwrap();
            prop_assert!((there.slope.value + back.slope.value).abs() < 1e-6 * (1.0 + there.slope.value.abs()));
        }

        #[test]
        fn the_same_everywhere_is_no_inequality(populations in prop::collection::vec(1u64..900, 5..20), value in 1.0..90.0f64) {
            let same: Vec<(u64, f64)> = populations.into_iter().map(|population| (population, value)).collect();
            prop_assert!(slope_index(&groups(&same), Confidence::P95).unwrap().slope.value.abs() < 1e-6);
        }
    }
}
