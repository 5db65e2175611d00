//! Whether groups took part alike. Refuses a verdict where groups are too small to show a difference, and says so where one took part
//! so much less that what the others said cannot stand for it: both are states in their own right, which block payment.

use super::difference::newcombe;
use super::{Confidence, Estimate, Interval, Refusal, many, quantile, real};

/// Those of one group who took part, and those who could have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Who took part.
    pub took_part: u64,
    /// Who could have.
    pub eligible: u64,
}

/// When participation cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The fewest people to be expected in each group to have taken part, and not to have, were all alike. Usually five.
    ///
    /// Source: Cochran, W. G. (1954), Biometrics 10:417-451, in its strict form: no cell below five.
    pub expected: f64,
    /// The least ratio of a group's participation to that of all others together. Usually four fifths; below it, and not by chance,
    /// groups are too unlike.
    ///
    /// Sources: the four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4; NHS England's
    /// Workforce Race Equality Standard takes 0.80 to 1.25 as even likelihoods.
    pub ratio: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { expected: 5.0, ratio: 0.8 }
    }
}

/// One group beside all others together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// The group's participation, as a fraction of one.
    pub share: f64,
    /// Its participation minus that of all others, with Newcombe's 95% interval.
    pub difference: Estimate,
    /// Its participation over that of all others; `None` where nobody else took part.
    pub ratio: Option<f64>,
}

/// The chi-squared test of all groups together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// Pearson's statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom: one fewer than groups.
    pub freedom: u64,
    /// How probable a statistic at least this large is if all groups are alike.
    pub probability: f64,
}

/// Whether participation may be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It can be judged, and no group is left far behind.
    Even,
    /// These groups, by their place, are too small to judge.
    TooFew(Vec<usize>),
    /// These groups, by their place, took part too much less than the others.
    TooUnlike(Vec<usize>),
}

impl Standing {
    /// The name by which the sentence for readers is found.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Even => "even",
            Self::TooFew(_) => "too-few",
            Self::TooUnlike(_) => "too-unlike",
        }
    }

    /// Whether an indicator with such participation must not be paid on.
    #[must_use]
    pub const fn blocks_payment(&self) -> bool {
        !matches!(self, Self::Even)
    }
}

/// Participation by group.
#[derive(Debug, Clone, PartialEq)]
pub struct Participation {
    /// Each group beside the others, in the order they were given.
    pub groups: Vec<Compared>,
    /// The test of all together; `None` where groups are too small for it, or everybody or nobody took part.
    pub test: Option<Test>,
    /// Whether it may be relied on.
    pub standing: Standing,
}

/// Compares the participation of groups, each person in one of them.
///
/// Too few goes before too unlike: where groups are too small, nothing is said of differences. Where everybody took part all are
/// alike; where nobody did, all groups are too few. Refuses fewer than two groups, groups of nobody, and parts above their whole.
pub fn compare(groups: &[Group], limits: &Limits) -> Result<Participation, Refusal> {
    if many(groups.len()) < 2 {
        return Err(Refusal::TooFewGroups { have: many(groups.len()), need: 2 });
    }
    if groups.iter().any(|group| group.eligible == 0) {
        return Err(Refusal::Nobody);
    }
    if groups.iter().any(|group| group.took_part > group.eligible) {
        return Err(Refusal::PartExceedsWhole);
    }
    let all = groups.iter().fold(Group { took_part: 0, eligible: 0 }, |all, group| Group {
        took_part: all.took_part + group.took_part,
        eligible: all.eligible + group.eligible,
    });
    let compared: Vec<Compared> = groups.iter().filter_map(|group| beside(*group, all)).collect();
    let small = too_few(groups, all, limits);
    let test = (small.is_empty() && all.took_part > 0 && all.took_part < all.eligible).then(|| pearson(groups, all));
    let standing = if small.is_empty() { evenness(&compared, limits) } else { Standing::TooFew(small) };
    Ok(Participation { groups: compared, test, standing })
}

/// One group beside all others. Always there for groups with somebody in them.
fn beside(group: Group, all: Group) -> Option<Compared> {
    let others = (all.took_part - group.took_part, all.eligible - group.eligible);
    let (value, interval): (f64, Interval) = newcombe((group.took_part, group.eligible), others, Confidence::P95)?;
    let (share, rest) = (real(group.took_part) / real(group.eligible), real(others.0) / real(others.1));
    Some(Compared { share, difference: Estimate { value, interval }, ratio: (rest > 0.0).then(|| share / rest) })
}

/// The groups of which too few are to be expected on one side.
fn too_few(groups: &[Group], all: Group, limits: &Limits) -> Vec<usize> {
    if all.took_part == all.eligible {
        return Vec::new();
    }
    let part = real(all.took_part) / real(all.eligible);
    let rarer = part.min(1.0 - part);
    groups.iter().enumerate().filter(|(_, group)| real(group.eligible) * rarer < limits.expected).map(|(place, _)| place).collect()
}

/// Whether any group is left behind by more than the ratio allows and by more than chance.
fn evenness(groups: &[Compared], limits: &Limits) -> Standing {
    let behind = |group: &Compared| group.ratio.is_some_and(|ratio| ratio < limits.ratio) && group.difference.interval.upper < 0.0;
    let places: Vec<usize> = groups.iter().enumerate().filter(|(_, group)| behind(group)).map(|(place, _)| place).collect();
    if places.is_empty() { Standing::Even } else { Standing::TooUnlike(places) }
}

/// Pearson's test that all groups took part alike.
///
/// Source: Pearson, K. (1900), Philosophical Magazine 50:157-175.
fn pearson(groups: &[Group], all: Group) -> Test {
    let part = real(all.took_part) / real(all.eligible);
    let term = |group: &Group| {
        let expected = real(group.eligible) * part;
        (real(group.took_part) - expected).powi(2) / (expected * (1.0 - part))
    };
    let (chi_squared, freedom) = (groups.iter().map(term).sum(), many(groups.len()) - 1);
    Test { chi_squared, freedom, probability: quantile::chi_squared_above(chi_squared, real(freedom)) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(counts: &[(u64, u64)]) -> Participation {
        compare(&groups(counts), &Limits::default()).unwrap()
    }

    fn groups(counts: &[(u64, u64)]) -> Vec<Group> {
        counts.iter().map(|(took_part, eligible)| Group { took_part: *took_part, eligible: *eligible }).collect()
    }

    #[test]
    fn the_test_agrees_with_the_smokers_of_fleiss() {
        // Smokers among patients with lung cancer in four studies, Fleiss (1981): chi-squared 12.6 on 3 degrees of freedom, p 0.0056.
        let test = of(&[(83, 86), (90, 93), (129, 136), (70, 82)]).test.unwrap();
        assert!((test.chi_squared - 12.6004).abs() < 5e-5 && (test.probability - 0.005_585).abs() < 5e-7, "{test:?}");
    }

    #[test]
    fn groups_that_took_part_alike_are_even() {
        let found = of(&[(50, 100), (52, 100), (240, 500)]);
        assert_eq!(found.standing, Standing::Even);
        assert!(found.test.unwrap().probability > 0.5 && !found.standing.blocks_payment());
    }

    #[test]
    fn a_group_far_behind_the_others_is_too_unlike() {
        let found = of(&[(30, 100), (300, 500)]);
        assert_eq!(found.standing, Standing::TooUnlike(vec![0]));
        assert!(found.standing.blocks_payment());
        assert!((found.groups[0].ratio.unwrap() - 0.5).abs() < 1e-12 && found.groups[0].difference.interval.upper < 0.0);
    }

    #[test]
    fn a_small_difference_however_sure_is_not_too_unlike() {
        let found = of(&[(4_500, 10_000), (5_000, 10_000)]);
        assert!(found.test.unwrap().probability < 1e-6);
        assert_eq!(found.standing, Standing::Even);
    }

    #[test]
    fn a_large_difference_that_may_be_chance_is_not_too_unlike() {
        assert_eq!(of(&[(3, 12), (60, 120)]).standing, Standing::Even);
    }

    #[test]
    fn a_group_in_which_fewer_than_five_are_to_be_expected_is_too_few_to_judge() {
        let found = of(&[(0, 9), (250, 500)]);
        assert_eq!((found.standing.code(), found.test), ("too-few", None));
        assert_eq!(found.standing, Standing::TooFew(vec![0]));
        assert_eq!(of(&[(0, 9), (0, 50)]).standing, Standing::TooFew(vec![0, 1]));
    }

    #[test]
    fn where_everybody_took_part_all_are_alike() {
        let found = of(&[(3, 3), (50, 50)]);
        assert_eq!((found.standing, found.test), (Standing::Even, None));
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        let of = |counts: &[(u64, u64)]| compare(&groups(counts), &Limits::default()).map(|_| ());
        assert_eq!(of(&[(1, 2)]), Err(Refusal::TooFewGroups { have: 1, need: 2 }));
        assert_eq!(of(&[(0, 0), (1, 2)]), Err(Refusal::Nobody));
        assert_eq!(of(&[(3, 2), (1, 2)]), Err(Refusal::PartExceedsWhole));
    }

    proptest! {
        #[test]
        fn the_order_of_groups_changes_nothing_but_their_places(counts in prop::collection::vec((0u64..90, 90u64..400), 2..7)) {
            let (there, mut back) = (of(&counts), counts.clone());
            back.reverse();
            let back = of(&back);
            prop_assert_eq!(there.standing.code(), back.standing.code());
            prop_assert!(there.groups.iter().zip(back.groups.iter().rev()).all(|(one, other)| one == other));
            prop_assert_eq!(there.groups.len(), counts.len());
        }

        #[test]
        fn of_two_groups_one_is_as_far_ahead_as_the_other_is_behind(one in (0u64..90, 90u64..400), other in (0u64..90, 90u64..400)) {
            let found = of(&[one, other]);
            prop_assert!((found.groups[0].difference.value + found.groups[1].difference.value).abs() < 1e-12);
        }
    }
}
