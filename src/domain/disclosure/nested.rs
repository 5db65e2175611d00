//! Parts of one total that also add up to groups, such as localities and the fifths of deprivation they lie in: when a part
//! that is hidden among the parts could be found by way of its group, and the other way round.

use super::profile::Profile;
use super::release::Reason;
use super::split::Outcome;
use super::table::{Releasable, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};

/// Rows of one table while it is decided about them.
struct Rows {
    tallies: Vec<Tally>,
    outcomes: Vec<Outcome>,
}

impl Rows {
    fn new(profile: Profile, total: Tally, tallies: Vec<Tally>, measure: Measure) -> Self {
        let outcomes = match profile.figure(&total, measure) {
            Ok(_) => profile.complemented(total, &tallies, measure),
            Err(reason) => vec![Err(reason); tallies.len()],
        };
        Self { tallies, outcomes }
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.outcomes.get(at).is_some_and(Result::is_err)
    }

    fn hidden(&self, among: &[usize]) -> usize {
        among.iter().filter(|at| self.is_hidden(**at)).count()
    }

    /// Hides the shown row with the smallest denominator. `false` when none is shown.
    fn hide_smallest(&mut self, among: &[usize]) -> bool {
        let shown = among.iter().filter(|at| !self.is_hidden(**at));
        let smallest = shown.min_by_key(|at| self.tallies.get(**at).map_or(i64::MAX, |tally| tally.denominator)).copied();
        smallest.is_some_and(|at| self.hide(at))
    }

    fn hide(&mut self, at: usize) -> bool {
        self.outcomes.get_mut(at).is_some_and(|outcome| std::mem::replace(outcome, Err(Reason::Complementary)).is_ok())
    }
}

impl Profile {
    /// Releases the parts of a total together with the groups that they add up to, each group being all its parts.
    ///
    /// Parts among parts and groups among groups follow the rule of [`Profile::release_split`]. Besides, no group that is shown
    /// has exactly one hidden part, and no group that is hidden has none: what is missing could be worked out by subtraction.
    #[must_use]
    pub fn release_nested<G: Clone + PartialEq, K>(&self, rows: Unreleased<(G, K)>, measure: Measure) -> (Releasable<G>, Releasable<K>) {
        let total: Tally = rows.rows.iter().map(|(_, tally)| *tally).sum();
        let (mut names, mut keys, mut members, mut sums) = (Vec::<G>::new(), Vec::new(), Vec::<Vec<usize>>::new(), Vec::<Tally>::new());
        let mut tallies = Vec::new();
        for (at, ((group, key), tally)) in rows.rows.into_iter().enumerate() {
            keys.push(key);
            tallies.push(tally);
            let place = names.iter().position(|name| *name == group);
            if let Some((own, sum)) = place.and_then(|place| Some((members.get_mut(place)?, sums.get_mut(place)?))) {
                own.push(at);
                *sum += tally;
            } else {
                names.push(group);
                members.push(vec![at]);
                sums.push(tally);
            }
        }
        let mut parts = Rows::new(*self, total, tallies, measure);
        let mut groups = Rows::new(*self, total, sums, measure);
        while settle(&mut groups, &mut parts, &members) {}
        let shown = |rows: Rows| rows.outcomes.into_iter().map(Into::into);
        (
            Releasable::new(measure, names.into_iter().zip(shown(groups)).collect()),
            Releasable::new(measure, keys.into_iter().zip(shown(parts)).collect()),
        )
    }
}

/// Hides what could be found by subtraction. `true` when anything was hidden, which can give away something else.
fn settle(groups: &mut Rows, parts: &mut Rows, members: &[Vec<usize>]) -> bool {
    let mut changed = false;
    for rows in [&mut *groups, &mut *parts] {
        let all: Vec<usize> = (0..rows.outcomes.len()).collect();
        changed |= rows.hidden(&all) == 1 && rows.hide_smallest(&all);
    }
    for (group, own) in members.iter().enumerate() {
        let hidden = parts.hidden(own);
        if groups.is_hidden(group) {
            changed |= hidden == 0 && parts.hide_smallest(own);
        } else if hidden == 1 {
            changed |= if own.len() == 1 { groups.hide(group) } else { parts.hide_smallest(own) };
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{MHSDS, cell};
    use super::*;

    /// Which groups and which parts are shown.
    fn shown(rows: &[(i32, i64, i64)]) -> (Vec<bool>, Vec<bool>) {
        let rows = rows.iter().enumerate().map(|(at, (group, part, all))| ((*group, at), cell(*part, *all))).collect();
        let (groups, parts) = MHSDS.release_nested(Unreleased::new(rows), Measure::Proportion);
        let is_shown = |released: &super::super::Released| released.figure().is_some();
        (groups.rows().map(|(_, one)| is_shown(one)).collect(), parts.rows().map(|(_, one)| is_shown(one)).collect())
    }

    #[test]
    fn where_everything_is_large_everything_is_shown() {
        assert_eq!(shown(&[(1, 20, 40), (1, 20, 40), (2, 20, 40)]), (vec![true; 2], vec![true; 3]));
    }

    #[test]
    fn two_hidden_parts_in_two_groups_that_are_shown_each_take_another_with_them() {
        let (groups, parts) = shown(&[(1, 2, 40), (1, 20, 40), (2, 3, 40), (2, 20, 40), (2, 40, 80)]);
        assert_eq!(groups, [true, true]);
        assert_eq!(parts, [false, false, false, false, true]);
    }

    #[test]
    fn a_group_of_one_hidden_part_is_hidden_with_it() {
        let (groups, parts) = shown(&[(1, 2, 40), (2, 3, 40), (3, 20, 40), (3, 30, 60)]);
        assert_eq!((groups, parts), (vec![false, false, true], vec![false, false, true, true]));
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_found_by_subtraction(rows in prop::collection::vec((0i32..4, 0i64..30, 0i64..30), 1..12)) {
            let rows: Vec<(i32, i64, i64)> = rows.into_iter().map(|(group, part, rest)| (group, part, part + rest)).collect();
            let (groups, parts) = shown(&rows);
            let mut names: Vec<i32> = Vec::new();
            for (group, ..) in &rows {
                if !names.contains(group) {
                    names.push(*group);
                }
            }
            for (name, is_shown) in names.iter().zip(&groups) {
                let hidden = rows.iter().zip(&parts).filter(|((group, ..), part)| group == name && !**part).count();
                let holds = if *is_shown { hidden != 1 } else { hidden > 0 };
                prop_assert!(holds);
            }
            for table in [&groups, &parts] {
                let hidden = table.iter().filter(|one| !**one).count();
                prop_assert!(hidden != 1 || table.len() == 1);
            }
        }
    }
}
