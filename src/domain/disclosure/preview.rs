//! What may be shown of a draft definition's effect, beside what was shown already.
//!
//! Whoever writes drafts chooses the question, and may choose it so that two drafts differ by one person. So a draft's figure is
//! shown only where it differs, in every count, by nobody or by as many as could be shown as a figure of their own, from all that
//! was ever shown of the same indicator and period. Where it does not, the figure it is too near to takes its place, and the
//! draft seems to change nothing.

use super::intake::Reading;
use super::profile::Profile;
use super::release::{Reason, Released};
use super::system::Scale;
use super::table::Releasable;
use crate::domain::indicator::tally::{Measure, Tally};

/// What a preview is made of: a row of it, the sums that were shown of it before, those in force first, and the draft's.
pub type Draft<K> = (K, Vec<Tally>, Tally);

impl Profile {
    /// The preview of a draft, and for each row the sums that are shown by it, to be kept beside those shown before.
    #[must_use]
    pub fn preview<K>(&self, rows: Vec<Draft<K>>, reading: Reading) -> (Releasable<K>, Vec<Tally>) {
        let measure = if reading.scale.is_some() { Measure::Mean } else { Measure::Proportion };
        let (mut released, mut sums) = (Vec::new(), Vec::new());
        for (key, shown, draft) in rows {
            let sum = self.previewed(&shown, draft, reading.scale);
            let (read, is_enough) = reading.of(sum);
            let figure = if is_enough { self.figure(&read, measure).into() } else { Released::Withheld(Reason::Small) };
            released.push((key, figure));
            sums.push(sum);
        }
        (Releasable::new(measure, released), sums)
    }

    /// Which sums a preview shows: the draft's, or the first of those shown before that they are too near to.
    fn previewed(&self, shown: &[Tally], draft: Tally, scale: Option<Scale>) -> Tally {
        shown.iter().find(|before| !self.is_apart(draft - **before, scale)).copied().unwrap_or(draft)
    }

    /// Whether a difference is nobody, or enough people, in every count.
    fn is_apart(&self, between: Tally, scale: Option<Scale>) -> bool {
        let is_enough = |count: i64| count == 0 || self.release_count(count.abs()).is_some();
        let Some(scale) = scale else {
            let Tally { numerator, denominator, recorded, .. } = between;
            return [numerator, denominator - numerator, denominator, recorded, denominator - recorded].into_iter().all(is_enough);
        };
        let least = i64::try_from(self.rules().mean_least).unwrap_or(i64::MAX);
        match between.denominator.abs() {
            // Of the same people, as many must have another value as a mean is shown of: each moves the sum by the scale at most.
            0 => between.value_sum == 0 || between.value_sum.abs() >= least.saturating_mul(scale.most - scale.least),
            others => others >= least && is_enough(between.recorded),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sample::{MHSDS, cell, cell_of};
    use super::*;

    fn shown(before: &[Tally], draft: Tally) -> Tally {
        MHSDS.preview(vec![((), before.to_vec(), draft)], Reading::default()).1[0]
    }

    #[test]
    fn a_draft_that_changes_a_few_seems_to_change_nobody() {
        assert_eq!(shown(&[cell(20, 40)], cell(21, 42)), cell(20, 40));
        assert_eq!(shown(&[cell(20, 40)], cell(24, 40)), cell(20, 40), "four more of the same people meet it");
        assert_eq!(shown(&[cell(20, 40)], cell(20, 44)), cell(20, 40));
    }

    #[test]
    fn a_draft_that_changes_many_is_shown() {
        assert_eq!(shown(&[cell(20, 40)], cell(30, 60)), cell(30, 60));
        assert_eq!(shown(&[cell(20, 40)], cell(26, 40)), cell(26, 40), "the same people, looked at otherwise");
        assert_eq!(shown(&[], cell(20, 40)), cell(20, 40));
    }

    #[test]
    fn two_drafts_that_differ_by_one_person_show_the_same() {
        let first = shown(&[cell(20, 40)], cell(30, 60));
        assert_eq!(shown(&[cell(20, 40), first], cell(30, 61)), first);
    }

    #[test]
    fn a_mean_is_shown_anew_for_eight_others_or_for_eight_who_say_otherwise() {
        let scale = Reading { scale: Some(Scale { least: 0, most: 12_000 }), least_recorded: None, events: None };
        let shown = |before: &[i64], draft: &[i64]| {
            let draft = cell_of(draft);
            MHSDS.preview(vec![((), vec![cell_of(before)], draft)], scale).1[0] == draft
        };
        let before = [3000, 6000].repeat(10);
        assert!(!shown(&before, &[before.as_slice(), &[9000; 7]].concat()));
        assert!(shown(&before, &[before.as_slice(), &[9000; 8]].concat()));
        assert!(!shown(&before, &[&before[1..], &[9000]].concat()), "one of them says otherwise");
        assert!(shown(&[0; 20], &[12_000; 20]));
    }

    #[test]
    fn where_too_few_are_recorded_there_is_no_figure() {
        let reading = Reading { scale: None, least_recorded: Some(80), events: None };
        let half = Tally { recorded: 20, ..cell(15, 40) };
        assert!(MHSDS.preview(vec![((), Vec::new(), half)], reading).0.find(&()).unwrap().figure().is_none());
    }

    proptest! {
        #[test]
        fn what_was_shown_differs_by_nobody_or_by_enough(drafts in prop::collection::vec((0i64..40, 0i64..40), 1..12)) {
            let mut before = Vec::new();
            for (met, others) in drafts {
                let sum = shown(&before, cell(met, met + others));
                if !before.contains(&sum) {
                    before.push(sum);
                }
            }
            for one in &before {
                for other in &before {
                    let between = *one - *other;
                    for count in [between.numerator, between.denominator, between.denominator - between.numerator] {
                        prop_assert!(count == 0 || count.abs() >= 5, "{one:?} {other:?}");
                    }
                }
            }
        }
    }
}
