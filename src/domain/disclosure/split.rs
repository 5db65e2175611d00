//! Parts of one total: when hiding one is not enough, because the others and the total would give it away.
//!
//! Refuses to hide more than the rule asks for: rounding already blurs every subtraction.

use super::profile::Profile;
use super::release::{Figure, Reason};
use super::table::{Releasable, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};

pub(super) type Outcome = Result<Figure, Reason>;

impl Profile {
    /// Releases the parts of one total, such as the providers of a county.
    ///
    /// A part that is small is hidden. If that leaves exactly one part hidden, the shown part with the smallest denominator is
    /// hidden as well (the first of them, if several are as small). What the total has beyond its parts counts as a part too, so
    /// a small remainder takes a part down with it. A single part that is the whole total is released as the total would be.
    /// If the total is hidden, every part is.
    #[must_use]
    pub fn release_split<K>(&self, total: Tally, parts: Unreleased<K>, measure: Measure) -> Releasable<K> {
        let (keys, tallies): (Vec<K>, Vec<Tally>) = parts.rows.into_iter().unzip();
        let outcomes = match self.figure(&total, measure) {
            Ok(_) => self.complemented(total, &tallies, measure),
            Err(reason) => vec![Err(reason); tallies.len()],
        };
        Releasable::new(measure, keys.into_iter().zip(outcomes.into_iter().map(Into::into)).collect())
    }

    /// The months of one part, each as it is released among all parts of that month: what is hidden there is hidden here.
    /// Months in which there is no such part are left out.
    #[must_use]
    pub fn release_part_series<M, K: Clone + PartialEq>(
        &self,
        months: Vec<(M, Unreleased<K>)>,
        part: &K,
        measure: Measure,
    ) -> Releasable<M> {
        let own = |(month, parts): (M, Unreleased<K>)| Some((month, *self.release_parts(parts, measure).find(part)?));
        Releasable::new(measure, months.into_iter().filter_map(own).collect())
    }

    /// What becomes of each part of a total that is itself shown.
    pub(super) fn complemented(&self, total: Tally, parts: &[Tally], measure: Measure) -> Vec<Outcome> {
        let mut outcomes: Vec<Outcome> = parts.iter().map(|part| self.figure(part, measure)).collect();
        let rest = total - parts.iter().copied().sum();
        let rest_is_hidden = !rest.is_zero() && self.figure(&rest, measure).is_err();
        let hidden = outcomes.iter().filter(|outcome| outcome.is_err()).count() + usize::from(rest_is_hidden);
        let shown = outcomes.iter_mut().zip(parts).filter(|(outcome, _)| outcome.is_ok());
        if hidden == 1
            && let Some((smallest, _)) = shown.min_by_key(|(_, part)| part.denominator)
        {
            *smallest = Err(Reason::Complementary);
        }
        outcomes
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, complementary, small, split, split_of_sum};
    use super::*;

    #[test]
    fn one_hidden_part_takes_the_next_smallest_with_it() {
        let released = split_of_sum(&[cell(50, 100), cell(20, 40), cell(2, 30), cell(30, 60)]);
        assert!(released[0].figure().is_some() && released[3].figure().is_some());
        assert_eq!((released[1], released[2]), (complementary(), small()));
    }

    #[test]
    fn of_parts_equally_small_the_first_is_the_one_hidden() {
        let released = split_of_sum(&[cell(1, 90), cell(20, 40), cell(25, 40)]);
        assert_eq!((released[1], released[2].figure().is_some()), (complementary(), true));
    }

    #[test]
    fn two_hidden_parts_hide_each_other() {
        let released = split_of_sum(&[cell(1, 90), cell(2, 40), cell(25, 40)]);
        assert!(released[2].figure().is_some());
    }

    #[test]
    fn a_single_part_that_is_the_total_is_released_as_the_total_is() {
        assert!(split_of_sum(&[cell(20, 40)])[0].figure().is_some());
        assert_eq!(split_of_sum(&[cell(2, 40)]), [small()]);
    }

    #[test]
    fn a_small_remainder_outside_the_parts_takes_a_part_with_it() {
        let released = split(cell(47, 103), &[cell(25, 50), cell(20, 50)], Measure::Proportion);
        assert_eq!((released[0], released[1].figure().is_some()), (complementary(), true));
    }

    #[test]
    fn a_part_is_hidden_in_its_own_months_where_it_is_hidden_among_the_others() {
        let month = |small| Unreleased::new(vec![("north", cell(20, 40)), ("south", cell(small, 30))]);
        let months = vec![(1, month(15)), (2, month(2)), (3, Unreleased::new(vec![("south", cell(15, 30))]))];
        let own = Profile::mhsds().release_part_series(months, &"north", Measure::Proportion);
        let shown: Vec<(i32, bool)> = own.rows().map(|(month, released)| (*month, released.figure().is_some())).collect();
        assert_eq!(shown, [(1, true), (2, false)]);
    }

    #[test]
    fn when_the_total_is_hidden_so_is_every_part() {
        assert_eq!(split(cell(3, 200), &[cell(20, 40), cell(30, 60)], Measure::Proportion), [small(), small()]);
    }
}
