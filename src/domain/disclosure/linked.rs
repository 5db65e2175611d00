//! Counts of which some add up to others: which of them must be hidden so that no small one can be worked out. Refuses to be
//! satisfied with hiding the small ones: it plays the reader who adds and subtracts, and goes on until they get nowhere.

use super::model::Range;
use super::profile::Profile;

/// How often bounds are drawn tighter before the reader gives up. Each round costs one walk over every sum, and in practice the
/// second or third changes nothing.
const ROUNDS: usize = 40;

/// A count that is the sum of others, all by their number.
#[derive(Clone)]
pub(super) struct Sum {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
}

/// Counts, what they add up to, and what is hidden of them.
pub(super) struct Linked {
    counts: Vec<i64>,
    hidden: Vec<bool>,
    sums: Vec<Sum>,
    /// For each count the one without which it is not shown.
    under: Vec<Option<usize>>,
}

impl Linked {
    /// Counts of which those are hidden from the start.
    pub(super) fn new(counts: Vec<i64>, hidden: Vec<bool>, under: Vec<Option<usize>>, sums: Vec<Sum>) -> Self {
        Self { counts, hidden, sums, under }
    }

    /// True when that count is hidden.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(true)
    }

    fn count(&self, at: usize) -> i64 {
        self.counts.get(at).copied().unwrap_or_default()
    }

    fn hide(&mut self, at: usize) -> bool {
        self.hidden.get_mut(at).is_some_and(|hidden| !std::mem::replace(hidden, true))
    }

    fn smallest_shown(&self, among: impl Iterator<Item = usize>) -> Option<usize> {
        among.filter(|at| !self.is_hidden(*at)).min_by_key(|at| (self.count(*at), *at))
    }

    /// Hides what stands under something hidden. `true` when anything was.
    fn follow(&mut self) -> bool {
        let left =
            |(at, under): (usize, &Option<usize>)| under.is_some_and(|over| self.is_hidden(over) && !self.is_hidden(at)).then_some(at);
        let left: Vec<usize> = self.under.iter().enumerate().filter_map(left).collect();
        let any = !left.is_empty();
        for at in left {
            self.hide(at);
        }
        any
    }

    /// Of a sum of which exactly one count is hidden, total or part, hides a second. `true` when anything was.
    fn complement(&mut self) -> bool {
        let mut any = false;
        for sum in self.sums.clone() {
            let all = || sum.parts.iter().copied().chain([sum.total]);
            if all().filter(|at| self.is_hidden(*at)).count() == 1 {
                let second = self.smallest_shown(sum.parts.iter().copied()).or_else(|| self.smallest_shown(all()));
                any |= second.is_some_and(|at| self.hide(at));
            }
        }
        any
    }

    /// Hides one more count where a small one can be known too well. `true` when there was such.
    fn widen(&mut self, profile: &Profile) -> bool {
        let bounds = self.bounds(profile);
        let threshold = i64::try_from(profile.threshold()).unwrap_or(i64::MAX);
        let is_small = |at: usize| self.is_hidden(at) && self.count(at) < threshold;
        let breached: Vec<usize> = bounds
            .iter()
            .enumerate()
            .filter(|(at, (low, high))| is_small(*at) && high.saturating_sub(*low) < threshold)
            .map(|(at, _)| at)
            .collect();
        breached.into_iter().any(|at| {
            let near = self.sums.iter().filter(|sum| sum.total == at || sum.parts.contains(&at));
            let parts = self.smallest_shown(near.clone().flat_map(|sum| sum.parts.iter().copied()));
            let more = parts.or_else(|| self.smallest_shown(near.map(|sum| sum.total)));
            more.or_else(|| self.smallest_shown(0..self.counts.len())).is_some_and(|at| self.hide(at))
        })
    }

    /// Between what each count must lie, for somebody who knows what is shown and what adds up to what.
    fn bounds(&self, profile: &Profile) -> Vec<(i64, i64)> {
        let shown = |at: usize| profile.behind(self.count(at), profile.threshold()).filter(|_| !self.is_hidden(at)).unwrap_or(Range::COUNT);
        let own = |at: usize| (shown(at).low.unwrap_or_default(), shown(at).high.unwrap_or(i64::MAX));
        let mut bounds: Vec<(i64, i64)> = (0..self.counts.len()).map(own).collect();
        for _ in 0..ROUNDS {
            let before = bounds.clone();
            for sum in &self.sums {
                tighten(&mut bounds, sum);
            }
            if bounds == before {
                break;
            }
        }
        bounds
    }
}

/// Draws the bounds of a sum and of its parts as tight as they go.
fn tighten(bounds: &mut [(i64, i64)], sum: &Sum) {
    let of = |bounds: &[(i64, i64)], at: usize| bounds.get(at).copied().unwrap_or((0, i64::MAX));
    let add = |(low, high): (i64, i64), (more, most): (i64, i64)| (low.saturating_add(more), high.saturating_add(most));
    let whole = sum.parts.iter().fold((0, 0), |all, at| add(all, of(bounds, *at)));
    let narrow = |bounds: &mut [(i64, i64)], at: usize, (low, high): (i64, i64)| {
        if let Some(known) = bounds.get_mut(at) {
            *known = (known.0.max(low), known.1.min(high));
        }
    };
    narrow(bounds, sum.total, whole);
    let total = of(bounds, sum.total);
    for (place, at) in sum.parts.iter().enumerate() {
        let others = sum.parts.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, at)| of(bounds, *at));
        let others = others.fold((0, 0), add);
        let low = if others.1 == i64::MAX { 0 } else { total.0.saturating_sub(others.1).max(0) };
        let high = if total.1 == i64::MAX { i64::MAX } else { total.1.saturating_sub(others.0) };
        narrow(bounds, *at, (low, high));
    }
}

impl Profile {
    /// Hides what must be hidden besides the counts that are already.
    pub(super) fn protect(&self, counts: &mut Linked) {
        while counts.follow() || counts.complement() || counts.widen(self) {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::MHSDS;
    use super::*;

    fn protected(counts: &[i64], sums: &[(usize, &[usize])]) -> Vec<bool> {
        let hidden = counts.iter().map(|count| *count < 5).collect();
        let sums = sums.iter().map(|(total, parts)| Sum { total: *total, parts: parts.to_vec() }).collect();
        let mut linked = Linked::new(counts.to_vec(), hidden, vec![None; counts.len()], sums);
        MHSDS.protect(&mut linked);
        linked.hidden
    }

    #[test]
    fn where_nothing_is_small_nothing_is_hidden() {
        assert_eq!(protected(&[30, 10, 20], &[(0, &[1, 2])]), [false; 3]);
    }

    #[test]
    fn a_small_part_takes_the_smallest_other_with_it() {
        assert_eq!(protected(&[43, 3, 10, 30], &[(0, &[1, 2, 3])]), [false, true, true, false]);
    }

    #[test]
    fn small_parts_that_a_subtraction_would_show_to_be_small_take_another_with_them() {
        // 30 of 32 leaves nought to four: rounding does not blur that.
        assert_eq!(protected(&[32, 1, 1, 30], &[(0, &[1, 2, 3])]), [false, true, true, true]);
    }

    #[test]
    fn what_is_hidden_in_one_split_is_not_found_by_another() {
        // The whole, three parts of one split, two of another that cuts the last of them out.
        let sums: [(usize, &[usize]); 3] = [(0, &[1, 2, 3]), (0, &[4, 5]), (5, &[2, 3])];
        let hidden = protected(&[60, 37, 20, 3, 37, 23], &sums);
        assert!(hidden[3] && hidden[2], "{hidden:?}");
        assert!(!hidden[0]);
    }
}
