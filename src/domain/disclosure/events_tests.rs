//! Rates, ratios and standardised rates: what is shown of them, and what is not.

use proptest::prelude::*;

use super::sample::{MHSDS, cell, one, small};
use super::{FigureId, Limits, Reading, Released, System, Unreleased};
use crate::domain::indicator::supplied::Ages;
use crate::domain::indicator::tally::{Measure, Tally};

fn ages(text: &str) -> Ages {
    Ages::parse(text).unwrap()
}

/// Places with the events and people of those under 65 and those from 65 up.
fn by_age(places: &[(&'static str, [(i64, i64); 2])]) -> Unreleased<(&'static str, Ages)> {
    let bands = ["0-64", "65+"].map(ages);
    let row = |(place, given): &(&'static str, [(i64, i64); 2])| {
        let place = *place;
        bands.into_iter().zip(*given).map(move |(ages, (events, people))| ((place, ages), cell(events, people)))
    };
    Unreleased::new(places.iter().flat_map(row).collect())
}

/// What is shown of each place, and of all together, last.
fn released(places: &[(&'static str, [(i64, i64); 2])]) -> Vec<Released> {
    let mut system = System::new(*MHSDS);
    let figures = system.standardised(by_age(places), 100_000);
    let ids: Vec<FigureId> = figures.iter().map(|(_, figure)| *figure).collect();
    let all = system.standardised_total("all", &ids, 100_000).unwrap();
    let guarded = system.guard(Limits::default()).unwrap();
    ids.into_iter().chain([all]).map(|figure| guarded.released(figure)).collect()
}

#[test]
fn a_rate_is_worked_out_from_the_rounded_counts() {
    let rate = one(cell(13, 4_001), Measure::Rate(1_000));
    let figure = rate.figure().unwrap();
    assert_eq!((figure.numerator(), figure.denominator(), figure.value(), figure.places()), (Some(15), 4_000, 3.8, 1));
    // Byar's limits of 15 events.
    assert_eq!(figure.interval().map(|limits| (limits.lower, limits.upper)), Some((2.1, 6.2)));
}

#[test]
fn there_may_be_more_events_than_people_and_few_events_are_hidden() {
    assert_eq!(one(cell(60, 20), Measure::Rate(1)).value(), Some(3.0));
    assert_eq!([one(cell(4, 4_000), Measure::Rate(1)), one(cell(30, 4), Measure::Rate(1))], [small(), small()]);
}

#[test]
fn a_ratio_is_of_rounded_events_to_whole_expected_ones() {
    let tally = |events, thousandths| Tally { numerator: events, value_sum: thousandths, ..Tally::default() };
    let ratio = one(tally(31, 27_250), Measure::Ratio);
    let figure = ratio.figure().unwrap();
    assert_eq!((figure.numerator(), figure.denominator(), figure.value()), (Some(30), 27, 1.11));
    assert_eq!([one(tally(4, 27_250), Measure::Ratio), one(tally(30, 4_400), Measure::Ratio)], [small(), small()]);
}

#[test]
fn a_standardised_rate_weighs_its_age_bands_by_the_standard_population() {
    let shown = released(&[("north", [(20, 10_000), (30, 2_000)])]);
    // 80,500 of the standard population are under 65: 0.805 × 200 + 0.195 × 1,500.
    let figure = shown[0].figure().unwrap();
    assert_eq!((figure.value(), figure.numerator(), figure.denominator()), (453.5, Some(50), 12_000));
    assert!(figure.interval().unwrap().contains(453.5));
    assert_eq!(shown[0], shown[1]);
}

#[test]
fn a_standardised_rate_of_several_is_worked_out_from_their_bands_together() {
    let shown = released(&[("north", [(20, 10_000), (30, 2_000)]), ("south", [(40, 10_000), (10, 2_000)])]);
    let pooled: f64 = 0.805 * 60.0 / 20_000.0 + 0.195 * 40.0 / 4_000.0;
    assert_eq!(shown[2].value(), Some((pooled * 1e6).round() / 10.0));
}

#[test]
fn a_standardised_rate_is_hidden_where_a_band_is_small_or_missing_or_events_are_too_few() {
    assert_eq!(released(&[("north", [(4, 10_000), (300, 2_000)])])[0], small());
    let mut system = System::new(*MHSDS);
    let lacks = Unreleased::new(vec![(("north", ages("0-64")), cell(50, 900)), (("north", ages("65+")), cell(50, 900))]);
    let mut rows = lacks.rows;
    rows.push((("south", ages("0-64")), cell(50, 900)));
    let figures = system.standardised(Unreleased::new(rows), 1_000);
    let ids: Vec<FigureId> = figures.iter().map(|(_, figure)| *figure).collect();
    let all = system.standardised_total("all", &ids, 1_000).unwrap();
    let guarded = system.guard(Limits::default()).unwrap();
    let shown = ids.into_iter().chain([all]).map(|figure| guarded.released(figure).figure().is_some());
    assert_eq!(shown.collect::<Vec<_>>(), [true, false, false]);
    let one_band = Unreleased::new(vec![(("north", Ages::ALL), cell(8, 900))]);
    let mut system = System::new(*MHSDS);
    let figures = system.standardised(one_band, 1_000);
    assert_eq!(system.guard(Limits::default()).unwrap().released(figures[0].1), small());
}

#[test]
fn a_provider_is_hidden_where_another_could_be_worked_out_by_subtraction() {
    let mut system = System::new(*MHSDS);
    let reading = Reading { events: Some(Measure::Rate(1_000)), ..Default::default() };
    let rows = Unreleased::new(vec![("north", cell(40, 900)), ("south", cell(1, 900))]);
    let parts: Vec<FigureId> = system.table(rows, reading).into_iter().map(|(_, figure)| figure).collect();
    let all = system.total("all", &parts, reading).unwrap();
    let guarded = system.guard(Limits::default()).unwrap();
    let shown: Vec<bool> = parts.iter().chain([&all]).map(|figure| guarded.released(*figure).figure().is_some()).collect();
    assert!(!shown[1] && shown.iter().filter(|is_shown| **is_shown).count() == 1, "{shown:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_band_of_a_rate_that_is_shown_is_small(given in prop::collection::vec([(0i64..30, 50i64..900), (0i64..30, 50i64..900)], 1..5)) {
        let names = ["east", "middle", "north", "south", "west"];
        let places: Vec<_> = names.into_iter().zip(given).collect();
        let shown = released(&places);
        for (released, (_, bands)) in shown.iter().zip(&places) {
            if let Some(figure) = released.figure() {
                prop_assert!(bands.iter().all(|(events, _)| *events >= 5));
                prop_assert!(figure.numerator().unwrap() % 5 == 0 && figure.interval().unwrap().contains(figure.value()));
            }
        }
    }
}
