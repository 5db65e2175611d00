//! Figures over several months: no two that leave share a month, so that none can be taken from another.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use saywell::domain::framework::{BUILT_IN, Framework};
use saywell::domain::indicator::definition::Every;
use saywell::domain::indicator::{Definition, Period};

use super::super::support::App;
use super::super::support::answered::Said;
use super::{left, month, release};

/// The months that each figure that leaves is about.
fn windows(all: &[Definition], first: Period, months: i32) -> Vec<Vec<i32>> {
    let mut found = Vec::new();
    for definition in all {
        for month in first.until(first.plus(months)).filter(|month| definition.is_released_for(*month, all)) {
            let long = i32::try_from(definition.rolling_months.max(1)).unwrap().max(definition.every.months());
            found.push((month.number() - long + 1..=month.number()).collect());
        }
    }
    found
}

fn are_apart(windows: &[Vec<i32>]) -> bool {
    let all: Vec<i32> = windows.concat();
    all.len() == all.iter().collect::<BTreeSet<_>>().len()
}

#[test]
fn no_two_figures_of_the_framework_that_leave_share_a_month() {
    for definition in Framework::parse(BUILT_IN).unwrap().indicators {
        let windows = windows(std::slice::from_ref(&definition), month("2020-01"), 120);
        assert!(are_apart(&windows) && windows.len() >= 10, "{}", definition.key);
    }
}

proptest! {
    #[test]
    fn no_two_figures_that_leave_share_a_month_however_definitions_change(
        versions in prop::collection::vec((0usize..3, 1u32..15, 1i32..30), 1..5), first in 24_000i32..24_400,
    ) {
        let model = Framework::parse(BUILT_IN).unwrap().indicators.remove(0);
        let mut from = first;
        let mut all = Vec::new();
        for (version, (every, rolling_months, later)) in (1..).zip(versions) {
            let every = [Every::Month, Every::Quarter, Every::Year][every];
            all.push(Definition { version, every, rolling_months, effective_from: Period::from_number(from), ..model.clone() });
            from += later;
        }
        prop_assert!(are_apart(&windows(&all, Period::from_number(first), 200)));
    }
}

#[tokio::test]
async fn a_figure_over_three_months_leaves_with_the_quarter() {
    let app = App::spawn();
    for at in 1..=10i8 {
        for score in [3000, 9000] {
            for day in 1..=6 {
                let said = Said { respondent: "carer", ..Said::of("carer-experience", Vec::new(), vec![("carer-quality-of-life", score)]) };
                app.says(None, date(2026, at, day), &said);
            }
        }
    }
    release(&app, "2026-05").await.unwrap();
    release(&app, "2026-10").await.unwrap();
    let months: BTreeSet<String> =
        left(&app).await.keys().filter(|(key, ..)| key == "carer-quality-of-life").map(|(_, period, _)| period.to_string()).collect();
    assert_eq!(months.into_iter().collect::<Vec<_>>(), ["2026-03", "2026-06", "2026-09"]);
}
