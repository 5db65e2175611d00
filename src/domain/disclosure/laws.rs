//! Laws every release obeys, whatever the numbers.

use proptest::prelude::*;

use super::sample::{MHSDS, one, split};
use crate::domain::indicator::tally::{Measure, Tally};

fn cells() -> impl Strategy<Value = Tally> {
    let small = (0i64..12).prop_flat_map(|n| (0..=n, Just(n)));
    let large = (0i64..9000).prop_flat_map(|n| (0..=n, Just(n)));
    let counts = prop_oneof![small, large].prop_flat_map(|(x, n)| (Just(x), Just(n), x..=n));
    (counts, -40_000i64..40_000, 0i64..9_000_000).prop_map(|((numerator, denominator, recorded), mean, spread)| Tally {
        numerator,
        denominator,
        recorded,
        value_sum: mean * denominator,
        value_squares: (mean * mean + spread) * denominator,
    })
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![Just(Measure::Proportion), Just(Measure::Mean)]
}

fn splits() -> impl Strategy<Value = Vec<Tally>> {
    prop::collection::vec(cells(), 1..9)
}

fn total(parts: &[Tally]) -> Tally {
    parts.iter().copied().sum()
}

proptest! {
    #[test]
    fn no_shown_count_is_below_the_threshold_or_off_the_base(tally in cells(), measure in measures()) {
        if let Some(figure) = one(tally, measure).figure() {
            for count in [figure.numerator(), Some(figure.denominator()), figure.recorded()].into_iter().flatten() {
                prop_assert!(count >= MHSDS.threshold() && count.is_multiple_of(MHSDS.base()));
            }
        }
    }

    #[test]
    fn no_shown_proportion_is_nobody_or_everybody(tally in cells()) {
        if let Some(figure) = one(tally, Measure::Proportion).figure() {
            prop_assert!(figure.numerator().unwrap() + MHSDS.base() <= figure.denominator());
        }
    }

    #[test]
    fn a_shown_interval_contains_the_shown_value(tally in cells(), measure in measures()) {
        if let Some(figure) = one(tally, measure).figure() {
            prop_assert!(figure.interval().unwrap().contains(figure.value()));
        }
    }

    #[test]
    fn a_proportion_says_nothing_beyond_its_rounded_counts(tally in cells()) {
        if let Some(figure) = one(tally, Measure::Proportion).figure() {
            let again = MHSDS.figure_of(figure.numerator().unwrap(), figure.denominator(), figure.recorded());
            prop_assert_eq!(*figure, again);
        }
    }

    #[test]
    fn a_split_never_hides_exactly_one_of_several_parts(parts in splits(), measure in measures()) {
        let released = split(total(&parts), &parts, measure);
        let hidden = released.iter().filter(|row| row.figure().is_none()).count();
        prop_assert!(hidden != 1 || parts.len() == 1);
    }

    #[test]
    fn a_split_shows_nothing_that_would_be_hidden_on_its_own(parts in splits(), measure in measures()) {
        for (part, released) in parts.iter().zip(split(total(&parts), &parts, measure)) {
            prop_assert!(released.figure().is_none() || released == one(*part, measure));
        }
    }

    #[test]
    fn the_same_table_is_always_released_in_the_same_way(parts in splits(), measure in measures()) {
        prop_assert_eq!(split(total(&parts), &parts, measure), split(total(&parts), &parts, measure));
    }

    #[test]
    fn a_hidden_row_exposes_no_number(parts in splits(), measure in measures()) {
        for released in split(total(&parts), &parts, measure) {
            if released.figure().is_none() {
                let printed = format!("{released:?}");
                prop_assert!(!printed.chars().any(|c| c.is_ascii_digit()));
                prop_assert_eq!(released.value(), None);
            }
        }
    }
}
