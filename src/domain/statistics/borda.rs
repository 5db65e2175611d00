//! Choices in order of importance: what a few places on each ballot add up to. Refuses to guess an order that nobody gave.
//!
//! The variant is the positional count of the first three places: a first place gives 3 points, a second 2, a third 1, and what is
//! not on the ballot nothing. A shorter ballot gives the points of the places it fills and no others: its first place is still
//! worth 3. Nobody gains by leaving places empty, and nobody's first choice counts for less because they named no second.
//!
//! Sources: Borda, J.-C. de (1784), Histoire de l'Académie Royale des Sciences for 1781, pages 657-665; for ballots that do not
//! rank everything, Emerson, P. (2013), Social Choice and Welfare 40:353-358.

/// How many places a ballot has.
pub const PLACES: usize = 3;

/// What the places give.
const POINTS: [u64; PLACES] = [3, 2, 1];

/// What one person chose, the most important first: options by their number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ballot(Vec<usize>);

impl Ballot {
    /// Reads a ballot. `None` when it is empty, has more than three places, or names something twice.
    #[must_use]
    pub fn parse(chosen: Vec<usize>) -> Option<Self> {
        let once = chosen.iter().enumerate().all(|(at, option)| !chosen.iter().skip(at + 1).any(|later| later == option));
        ((1..=PLACES).contains(&chosen.len()) && once).then_some(Self(chosen))
    }

    /// The options, the most important first.
    #[must_use]
    pub fn chosen(&self) -> &[usize] {
        &self.0
    }

    /// Each option on the ballot with the points it gets.
    pub fn points(&self) -> impl Iterator<Item = (usize, u64)> {
        self.0.iter().copied().zip(POINTS)
    }
}

/// How often one option stands in each place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count([u64; PLACES]);

impl Count {
    /// How many put it first.
    #[must_use]
    pub const fn first(&self) -> u64 {
        let [first, ..] = self.0;
        first
    }

    /// How many put it anywhere.
    #[must_use]
    pub fn named(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Its points.
    #[must_use]
    pub fn points(&self) -> u64 {
        self.0.iter().zip(POINTS).map(|(count, points)| count * points).sum()
    }
}

/// The counts of each of so many options. What a ballot names beyond them is left out.
#[must_use]
pub fn count(ballots: &[Ballot], options: usize) -> Vec<Count> {
    let mut counts = vec![Count::default(); options];
    for ballot in ballots {
        for (place, option) in ballot.0.iter().enumerate() {
            if let Some(count) = counts.get_mut(*option).and_then(|count| count.0.get_mut(place)) {
                *count += 1;
            }
        }
    }
    counts
}

/// The rank of each option by its points: 1 for the most, and the same rank for the same points, with the ranks after it left out
/// (1, 2, 2, 4).
#[must_use]
pub fn ranks(points: &[u64]) -> Vec<u32> {
    let above = |own: &u64| points.iter().filter(|other| *other > own).count();
    points.iter().map(|own| u32::try_from(above(own) + 1).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub fn ballot(chosen: &[usize]) -> Ballot {
        Ballot::parse(chosen.to_vec()).unwrap()
    }

    /// So many ballots of up to three of five options.
    pub fn ballots() -> impl Strategy<Value = Vec<Ballot>> {
        let one = (prop::sample::subsequence(vec![0usize, 1, 2, 3, 4], 1..=3)).prop_shuffle();
        prop::collection::vec(one.prop_map(|chosen| ballot(&chosen)), 1..40)
    }

    fn points(ballots: &[Ballot], options: usize) -> Vec<u64> {
        count(ballots, options).iter().map(Count::points).collect()
    }

    #[test]
    fn the_count_agrees_with_bordas_own_example() {
        // 21 voters: 1 prefers A, B, C; 7 prefer A, C, B; 7 prefer B, C, A; 6 prefer C, B, A. Most put A first, and A comes last.
        let groups: [(usize, [usize; 3]); 4] = [(1, [0, 1, 2]), (7, [0, 2, 1]), (7, [1, 2, 0]), (6, [2, 1, 0])];
        let all: Vec<Ballot> = groups.iter().flat_map(|(many, order)| vec![ballot(order); *many]).collect();
        assert_eq!(points(&all, 3), [37, 42, 47]);
        assert_eq!(count(&all, 3).iter().map(Count::first).collect::<Vec<_>>(), [8, 7, 6]);
        assert_eq!(ranks(&points(&all, 3)), [3, 2, 1]);
    }

    #[test]
    fn a_shorter_ballot_gives_the_points_of_the_places_it_fills() {
        assert_eq!(points(&[ballot(&[1]), ballot(&[1, 0]), ballot(&[2, 0, 1])], 4), [4, 7, 3, 0]);
    }

    #[test]
    fn equal_points_share_a_rank_and_the_next_is_left_out() {
        assert_eq!(ranks(&[5, 9, 5, 0]), [2, 1, 2, 4]);
    }

    #[test]
    fn a_ballot_names_one_to_three_things_and_each_once() {
        for wrong in [vec![], vec![0, 1, 2, 3], vec![0, 1, 0]] {
            assert_eq!(Ballot::parse(wrong), None);
        }
    }

    proptest! {
        #[test]
        fn the_order_of_the_ballots_changes_nothing(all in ballots().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))) {
            prop_assert_eq!(count(&all.0, 5), count(&all.1, 5));
        }

        #[test]
        fn what_nobody_chose_counts_nothing(all in ballots()) {
            prop_assert_eq!(count(&all, 7)[5..].iter().map(Count::named).sum::<u64>(), 0);
        }

        #[test]
        fn every_ballot_has_one_first_choice(all in ballots()) {
            prop_assert_eq!(count(&all, 5).iter().map(Count::first).sum::<u64>(), all.len() as u64);
        }

        #[test]
        fn moving_something_up_never_costs_it_points(all in ballots(), option in 0usize..5) {
            let up = |one: &Ballot| {
                let mut chosen = one.chosen().to_vec();
                if let Some(at) = chosen.iter().position(|each| *each == option) {
                    chosen.swap(at, at.saturating_sub(1));
                }
                ballot(&chosen)
            };
            let moved: Vec<Ballot> = all.iter().map(up).collect();
            prop_assert!(points(&moved, 5)[option] >= points(&all, 5)[option]);
        }
    }
}
