//! How firm an order of priorities is: what it would have been had other people like these come. Refuses any chance but the seed it
//! is given, so that the same ballots always give the same answer.
//!
//! The method is the percentile bootstrap: as many ballots as there are, drawn with replacement, two thousand times; the interval
//! is what the middle 95% of the draws say. It speaks of chance only: those who did not come are not in it.
//!
//! Source: Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapter 13.

use super::borda::{Ballot, ranks};
use super::{Interval, real};

/// How often the ballots are drawn anew.
pub const RESAMPLES: usize = 2_000;

/// Which of the draws in order are the limits: the 50th and the 1,950th of 2,000.
const LIMITS: (usize, usize) = (RESAMPLES / 40 - 1, RESAMPLES - RESAMPLES / 40 - 1);

/// In so many draws one must be above another to be so firmly: 95%.
const FIRM: usize = RESAMPLES - RESAMPLES / 20;

/// What the draws say of each option.
#[derive(Debug, Clone, PartialEq)]
pub struct Resampled {
    share: Vec<Interval>,
    rank: Vec<(u32, u32)>,
    /// How often the first of two had more points than the second.
    above: Vec<Vec<usize>>,
}

impl Resampled {
    /// Draws from these ballots about so many options. The order of the ballots makes no difference. `None` without a ballot.
    #[must_use]
    pub fn of(ballots: &[Ballot], options: usize, seed: u64) -> Option<Self> {
        if ballots.is_empty() {
            return None;
        }
        let mut sorted = ballots.to_vec();
        sorted.sort();
        let mut source = SplitMix64(seed ^ fingerprint(&sorted));
        let mut draws = Draws::new(options);
        for _ in 0..RESAMPLES {
            draws.take(&drawn(&sorted, options, &mut source));
        }
        Some(draws.settled())
    }

    /// The 95% interval of an option's share of all points, as a fraction of one.
    #[must_use]
    pub fn share(&self, option: usize) -> Option<Interval> {
        self.share.get(option).copied()
    }

    /// The best and the worst rank of an option's 95% interval.
    #[must_use]
    pub fn rank(&self, option: usize) -> Option<(u32, u32)> {
        self.rank.get(option).copied()
    }

    /// True when one option has more points than another in at least 95% of the draws.
    #[must_use]
    pub fn is_firmly_above(&self, one: usize, other: usize) -> bool {
        self.above.get(one).and_then(|row| row.get(other)).is_some_and(|often| *often >= FIRM)
    }
}

/// The points of as many ballots as there are, drawn with replacement.
fn drawn(ballots: &[Ballot], options: usize, source: &mut SplitMix64) -> Vec<u64> {
    let mut points = vec![0; options];
    for _ in 0..ballots.len() {
        let Some(ballot) = ballots.get(source.below(ballots.len())) else { continue };
        for (option, more) in ballot.points() {
            if let Some(sum) = points.get_mut(option) {
                *sum += more;
            }
        }
    }
    points
}

/// What every draw said.
struct Draws {
    shares: Vec<Vec<f64>>,
    ranks: Vec<Vec<u32>>,
    above: Vec<Vec<usize>>,
}

impl Draws {
    fn new(options: usize) -> Self {
        Self { shares: vec![Vec::new(); options], ranks: vec![Vec::new(); options], above: vec![vec![0; options]; options] }
    }

    fn take(&mut self, points: &[u64]) {
        let all = real(points.iter().sum::<u64>().max(1));
        self.shares.iter_mut().zip(points).for_each(|(shares, own)| shares.push(real(*own) / all));
        self.ranks.iter_mut().zip(ranks(points)).for_each(|(ranks, own)| ranks.push(own));
        for (row, own) in self.above.iter_mut().zip(points) {
            row.iter_mut().zip(points).filter(|(_, other)| own > other).for_each(|(often, _)| *often += 1);
        }
    }

    fn settled(mut self) -> Resampled {
        let (low, high) = LIMITS;
        let share = |shares: &mut Vec<f64>| {
            shares.sort_by(f64::total_cmp);
            let at = |limit: usize| shares.get(limit).copied().unwrap_or_default();
            Interval { lower: at(low), upper: at(high) }
        };
        let rank = |ranks: &mut Vec<u32>| {
            ranks.sort_unstable();
            let at = |limit: usize| ranks.get(limit).copied().unwrap_or_default();
            (at(low), at(high))
        };
        let share = self.shares.iter_mut().map(share).collect();
        Resampled { share, rank: self.ranks.iter_mut().map(rank).collect(), above: self.above }
    }
}

/// What tells these ballots from others: the 64-bit FNV-1a hash of them.
fn fingerprint(ballots: &[Ballot]) -> u64 {
    let places = ballots.iter().flat_map(|ballot| ballot.chosen().iter().map(|option| *option as u64 + 1).chain([0]));
    places.flat_map(u64::to_le_bytes).fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A generator whose numbers will be the same for good, whatever becomes of libraries.
///
/// Source: Steele, G. L., Lea, D. and Flood, C. H. (2014), Fast splittable pseudorandom number generators, OOPSLA 2014, 453-472.
struct SplitMix64(u64);

impl SplitMix64 {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound. Some come more often than others by less than one in 2^40 for bounds of up to a million.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from((u128::from(self.next()) * bound as u128) >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::borda::tests::{ballot, ballots};
    use super::*;

    fn many(groups: &[(usize, &[usize])]) -> Vec<Ballot> {
        groups.iter().flat_map(|(many, chosen)| vec![ballot(chosen); *many]).collect()
    }

    #[test]
    fn the_generator_gives_the_published_numbers() {
        let mut source = SplitMix64(1_234_567);
        let first = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431];
        assert_eq!([(); 4].map(|()| source.next()), first);
    }

    #[test]
    fn ballots_that_are_all_alike_leave_no_doubt() {
        let resampled = Resampled::of(&many(&[(30, &[2, 0, 1])]), 4, 7).unwrap();
        assert_eq!((0..4).map(|option| resampled.rank(option).unwrap()).collect::<Vec<_>>(), [(2, 2), (3, 3), (1, 1), (4, 4)]);
        assert!((0..4).all(|option| resampled.share(option).unwrap().width() == 0.0));
        assert!(resampled.is_firmly_above(2, 0) && resampled.is_firmly_above(0, 1) && !resampled.is_firmly_above(1, 0));
    }

    #[test]
    fn two_that_are_equally_liked_are_too_close_to_say() {
        let resampled = Resampled::of(&many(&[(20, &[0, 1]), (20, &[1, 0])]), 2, 7).unwrap();
        assert!(!resampled.is_firmly_above(0, 1) && !resampled.is_firmly_above(1, 0));
        assert_eq!(resampled.rank(0), Some((1, 2)));
        assert!(resampled.share(0).unwrap().contains(0.5));
    }

    #[test]
    fn the_interval_of_a_share_is_what_the_normal_approximation_says_for_many_ballots() {
        // One place on each ballot: the share is a proportion, 0.3 of 400, with a standard error of 0.0229.
        let resampled = Resampled::of(&many(&[(120, &[0]), (280, &[1])]), 2, 7).unwrap();
        let share = resampled.share(0).unwrap();
        assert!((share.lower - 0.255).abs() < 0.01 && (share.upper - 0.345).abs() < 0.01, "{share:?}");
    }

    #[test]
    fn without_a_ballot_there_is_nothing_to_draw_from() {
        assert_eq!(Resampled::of(&[], 3, 7), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn the_order_of_the_ballots_changes_nothing(all in ballots().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))) {
            prop_assert_eq!(Resampled::of(&all.0, 5, 3), Resampled::of(&all.1, 5, 3));
        }

        #[test]
        fn no_two_are_firmly_above_each_other(all in ballots()) {
            let resampled = Resampled::of(&all, 5, 3).unwrap();
            for one in 0..5 {
                for other in 0..5 {
                    prop_assert!(!(resampled.is_firmly_above(one, other) && resampled.is_firmly_above(other, one)));
                }
            }
        }

        #[test]
        fn what_nobody_chose_has_no_share_and_no_doubt(all in ballots()) {
            let share = Resampled::of(&all, 6, 3).unwrap().share(5).unwrap();
            prop_assert!(share.lower == 0.0 && share.upper == 0.0);
        }
    }
}
