//! Laws of what leaves as a system, held against a reader who works with another solver and with nothing but what was released.

use proptest::prelude::*;

use super::sample::{MHSDS, cell, cell_of};
use super::simplex::{AtMost, most};
use super::{Figure, FigureId, Guarded, Limits, Method, Refused, Scale, System};
use crate::domain::indicator::tally::Tally;

const HEURISTIC: Limits = Limits { figures: 0, rounds: 0, branches: 0 };

/// Everybody crossed with two breakdowns; the first of them has groups of two. The first figure is everybody.
#[derive(Debug, Clone)]
struct County {
    rows: Vec<Tally>,
    /// Which figure is the sum of which.
    sums: Vec<(usize, Vec<usize>)>,
}

fn counties() -> impl Strategy<Value = County> {
    let one = prop_oneof![(0i64..3, 0i64..4), (0i64..9, 0i64..12)].prop_map(|(numerator, rest)| cell(numerator, numerator + rest));
    (2usize..5, 2usize..4).prop_flat_map(move |(first, second)| {
        prop::collection::vec(prop::collection::vec(one.clone(), second), first).prop_map(move |cells| {
            let parts: Vec<Tally> = cells.iter().map(|row| row.iter().copied().sum()).collect();
            let others: Vec<Tally> = (0..second).map(|at| cells.iter().map(|row| row[at]).sum()).collect();
            let groups: Vec<Tally> = parts.chunks(2).map(|pair| pair.iter().copied().sum()).collect();
            let whole = parts.iter().copied().sum();
            let (parts_from, groups_from, others_from) = (1, 1 + first, 1 + first + groups.len());
            let mut sums: Vec<(usize, Vec<usize>)> = (0..groups.len())
                .map(|at| (groups_from + at, (2 * at..first.min(2 * at + 2)).map(|part| parts_from + part).collect()))
                .collect();
            sums.push((0, (groups_from..others_from).collect()));
            sums.push((0, (others_from..others_from + second).collect()));
            County { rows: std::iter::once(whole).chain(parts).chain(groups).chain(others).collect(), sums }
        })
    })
}

fn system(county: &County) -> (System<usize>, Vec<FigureId>) {
    let mut system = System::new(*MHSDS);
    let ids: Vec<FigureId> = county.rows.iter().enumerate().map(|(at, row)| system.proportion(at, *row)).collect();
    for (total, parts) in &county.sums {
        system.adds_up(ids[*total], &parts.iter().map(|part| ids[*part]).collect::<Vec<_>>()).unwrap();
    }
    (system, ids)
}

fn guarded(county: &County, limits: Limits) -> (Guarded, Vec<FigureId>) {
    let (system, ids) = system(county);
    (system.guard(limits).unwrap(), ids)
}

fn hidden(guarded: &Guarded, ids: &[FigureId]) -> Vec<FigureId> {
    ids.iter().copied().filter(|id| guarded.released(*id).figure().is_none()).collect()
}

fn float(count: i64) -> f64 {
    i32::try_from(count).unwrap().into()
}

/// What a reader writes down who knows the rule: of each figure those who meet the outcome, those who do not, and all.
fn notes(county: &County, guarded: &Guarded, ids: &[FigureId]) -> (Vec<AtMost>, Vec<f64>) {
    let mut limits = Vec::new();
    let mut equal = |terms: Vec<(usize, f64)>| {
        limits.push(AtMost { terms: terms.iter().map(|(at, factor)| (*at, -factor)).collect(), limit: 0.0 });
        limits.push(AtMost { terms, limit: 0.0 });
    };
    for at in 0..ids.len() {
        equal(vec![(3 * at, 1.0), (3 * at + 1, 1.0), (3 * at + 2, -1.0)]);
    }
    for (total, parts) in &county.sums {
        for count in 0..3 {
            equal(parts.iter().map(|part| (3 * part + count, 1.0)).chain([(3 * total + count, -1.0)]).collect());
        }
    }
    for (at, id) in ids.iter().enumerate() {
        let released = guarded.released(*id);
        let around = |shown: u64| (float(shown.cast_signed()) - 2.0, float(shown.cast_signed()) + 2.0);
        let figure = released.figure();
        let ranges = figure.map(|figure| [around(figure.numerator().unwrap()), (5.0, 1e6), around(figure.denominator())]);
        for (count, (low, high)) in ranges.unwrap_or([(0.0, 1e6); 3]).into_iter().enumerate() {
            let low = if figure.is_some() { low.max(5.0) } else { low };
            limits.push(AtMost { terms: vec![(3 * at + count, 1.0)], limit: high });
            limits.push(AtMost { terms: vec![(3 * at + count, -1.0)], limit: -low });
        }
    }
    let truth = |row: &Tally| [row.numerator, row.denominator - row.numerator, row.denominator];
    (limits, county.rows.iter().flat_map(truth).map(float).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_can_bound_a_small_count_within_less_than_the_threshold(county in counties(), exact in any::<bool>()) {
        let (guarded, ids) = guarded(&county, if exact { Limits::default() } else { HEURISTIC });
        let (limits, truth) = notes(&county, &guarded, &ids);
        for (at, value) in truth.iter().enumerate().filter(|(_, value)| **value < 5.0) {
            let high = most(truth.len(), &limits, &truth, at, 1.0).unwrap();
            let low = -most(truth.len(), &limits, &truth, at, -1.0).unwrap();
            prop_assert!(high.floor() - low.ceil() >= 5.0, "count {} of figure {}: {} within {} and {}", at % 3, at / 3, value, low, high);
        }
    }

    #[test]
    fn to_give_back_any_one_figure_would_give_a_small_count_away(county in counties(), exact in any::<bool>()) {
        let (guarded, ids) = guarded(&county, if exact { Limits::default() } else { HEURISTIC });
        let hidden = hidden(&guarded, &ids);
        let is_small = |id: &FigureId| MHSDS.release_counts([
            county.rows[id.0].numerator, county.rows[id.0].denominator - county.rows[id.0].numerator,
        ]).contains(&None);
        prop_assert!(system(&county).0.audit(&hidden).is_ok());
        for given_back in hidden.iter().filter(|id| !is_small(id)) {
            let less: Vec<FigureId> = hidden.iter().copied().filter(|id| id != given_back).collect();
            prop_assert!(matches!(system(&county).0.audit(&less), Err(Refused::Exposed(_))));
        }
    }

    #[test]
    fn what_is_called_exact_hides_the_least_of_all_that_is_safe(county in counties()) {
        let (guarded, ids) = guarded(&county, Limits::default());
        prop_assume!(guarded.certificate().method == Method::Exact);
        let open: Vec<FigureId> = ids.iter().copied().filter(|id| {
            MHSDS.figure(&county.rows[id.0], crate::domain::indicator::tally::Measure::Proportion).is_ok()
        }).collect();
        prop_assume!(open.len() < 8);
        for choice in 0u32..1 << open.len() {
            let hidden: Vec<FigureId> = open.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, id)| *id).collect();
            if let Ok(other) = system(&county).0.audit(&hidden) {
                prop_assert!(guarded.certificate().weight <= other.certificate().weight);
            }
        }
    }

    #[test]
    fn the_least_is_never_more_than_the_heuristic_hides(county in counties()) {
        let (least, some) = (guarded(&county, Limits::default()).0, guarded(&county, HEURISTIC).0);
        prop_assert!(least.certificate().weight <= some.certificate().weight);
    }

    #[test]
    fn the_same_system_is_always_released_in_the_same_way(county in counties()) {
        prop_assert_eq!(guarded(&county, Limits::default()).0, guarded(&county, Limits::default()).0);
    }

    #[test]
    fn what_is_shown_is_what_would_be_shown_alone(county in counties()) {
        let (guarded, ids) = guarded(&county, Limits::default());
        for (id, row) in ids.iter().zip(&county.rows) {
            let released = guarded.released(*id);
            let alone = super::sample::one(*row, crate::domain::indicator::tally::Measure::Proportion);
            prop_assert!(released.figure().is_none() || released == alone);
            prop_assert!(released.figure().and_then(Figure::numerator).is_none_or(|count| count >= 5 && count % 5 == 0));
        }
    }
}

/// Limits of one variable.
fn between(at: usize, low: f64, high: f64) -> [AtMost; 2] {
    [AtMost { terms: vec![(at, 1.0)], limit: high }, AtMost { terms: vec![(at, -1.0)], limit: -low }]
}

fn equal(terms: Vec<(usize, f64)>) -> [AtMost; 2] {
    [AtMost { terms: terms.iter().map(|(at, factor)| (*at, -factor)).collect(), limit: 0.0 }, AtMost { terms, limit: 0.0 }]
}

/// How far apart the values are that a reader cannot rule out.
fn width(limits: &[AtMost], truth: &[f64], at: usize) -> f64 {
    let side = |sign| most(truth.len(), limits, truth, at, sign);
    side(1.0).zip(side(-1.0)).map_or(f64::INFINITY, |(high, low)| high.floor() + low.floor())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_finds_a_small_month_within_rolling_quarters(months in prop::collection::vec(prop_oneof![3 => 0i64..4, 1 => 20i64..40], 5..11)) {
        let mut system = System::new(*MHSDS);
        let latent: Vec<_> = months.iter().map(|count| system.latent("month", *count)).collect();
        let mut quarters = Vec::new();
        for (at, window) in months.windows(3).enumerate() {
            let quarter = system.count("quarter", window.iter().sum());
            let total = system.counts_of(quarter)[0];
            system.sum(total, &latent[at..at + 3]).unwrap();
            quarters.push(quarter);
        }
        let guarded = system.guard(Limits::default()).unwrap();
        let mut truth: Vec<f64> = months.iter().copied().map(float).collect();
        let mut limits: Vec<AtMost> = (0..months.len()).flat_map(|at| between(at, 0.0, 1e6)).collect();
        for (at, quarter) in quarters.iter().enumerate() {
            let own = truth.len();
            truth.push((at..at + 3).map(|month| float(months[month])).sum());
            limits.extend(equal(vec![(at, 1.0), (at + 1, 1.0), (at + 2, 1.0), (own, -1.0)]));
            if let Some(shown) = guarded.count(*quarter) {
                let shown = float(shown.cast_signed());
                limits.extend(between(own, (shown - 2.0).max(5.0), shown + 2.0));
            }
        }
        for at in (0..truth.len()).filter(|at| truth[*at] < 5.0) {
            prop_assert!(width(&limits, &truth, at) >= 5.0);
        }
    }

    #[test]
    fn nobody_finds_what_a_few_said_between_two_means(parts in prop::collection::vec(prop::collection::vec(7i64..36, 1..16), 2..5)) {
        let scale = Scale { least: 7000, most: 35_000 };
        let tallies: Vec<Tally> = parts.iter().map(|part| cell_of(&part.iter().map(|value| value * 1000).collect::<Vec<_>>())).collect();
        let whole: Tally = tallies.iter().copied().sum();
        let rows: Vec<Tally> = std::iter::once(whole).chain(tallies).collect();
        let mut system = System::new(*MHSDS);
        let ids: Vec<FigureId> = rows.iter().enumerate().map(|(at, row)| system.mean(at, *row, scale)).collect();
        system.adds_up(ids[0], &ids[1..]).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        // How many, and what they come to, of each.
        let truth: Vec<f64> = rows.iter().flat_map(|row| [float(row.denominator), float(row.value_sum / 1000)]).collect();
        let mut limits = Vec::new();
        for count in 0..2 {
            limits.extend(equal((1..ids.len()).map(|at| (2 * at + count, 1.0)).chain([(count, -1.0)]).collect()));
        }
        for (at, id) in ids.iter().enumerate() {
            let (n, sum) = (2 * at, 2 * at + 1);
            let released = guarded.released(*id);
            let (low, high) = released.value().map_or((7.0, 35.0), |mean| (mean - 0.05, mean + 0.05));
            limits.extend(between(n, 0.0, 1e6));
            limits.push(AtMost { terms: vec![(n, low), (sum, -1.0)], limit: 1e-6 });
            limits.push(AtMost { terms: vec![(n, -high), (sum, 1.0)], limit: 1e-6 });
            if let Some(figure) = released.figure() {
                let shown = float(figure.denominator().cast_signed());
                limits.extend(between(n, (shown - 2.0).max(8.0), shown + 2.0));
            }
        }
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.denominator < 8) {
            prop_assert!(width(&limits, &truth, 2 * at) >= 5.0, "how many");
            // What all of them said is not known within what one of them could have said.
            let side = |sign| most(truth.len(), &limits, &truth, 2 * at + 1, sign);
            let apart = side(1.0).zip(side(-1.0)).map_or(f64::INFINITY, |(high, low)| high + low);
            prop_assert!(apart >= 28.0 - 0.01, "{} values", row.denominator);
        }
    }
}
