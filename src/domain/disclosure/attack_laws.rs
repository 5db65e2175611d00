//! Laws of what leaves as a system, held against a reader who works with another solver and with nothing but what was released.

use proptest::prelude::*;

use super::sample::{MHSDS, cell, cell_of};
use super::simplex::{AtMost, most};
use super::{Earlier, Figure, FigureId, Guarded, Limits, Method, Profile, Refused, Released, Restated, Scale, System};
use crate::domain::indicator::tally::{Measure, Tally};

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

impl County {
    /// The same county when some came to parts of the first breakdown, all of them to the first member of the second.
    fn later(&self, came: &[(i64, i64, bool)]) -> Self {
        let mut rows = self.rows.clone();
        let parts = self.sums.iter().take(self.sums.len() - 2).flat_map(|(group, parts)| parts.iter().map(move |part| (*part, *group)));
        let other = self.sums.last().unwrap().1[0];
        for ((part, group), (met, rest, is_many)) in parts.zip(came) {
            let times = if *is_many { 9 } else { 1 };
            for row in [0, part, group, other] {
                rows[row] += cell(met * times, (met + rest) * times);
            }
        }
        Self { rows, sums: self.sums.clone() }
    }
}

fn system(county: &County) -> (System<usize>, Vec<FigureId>) {
    system_by(county, *MHSDS)
}

fn system_by(county: &County, profile: Profile) -> (System<usize>, Vec<FigureId>) {
    let mut system = System::new(profile);
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
fn notes(county: &County, released: &[Option<Released>], profile: &Profile) -> (Vec<AtMost>, Vec<f64>) {
    let mut limits = Vec::new();
    for at in 0..released.len() {
        limits.extend(equal(vec![(3 * at, 1.0), (3 * at + 1, 1.0), (3 * at + 2, -1.0)]));
    }
    for (total, parts) in &county.sums {
        for count in 0..3 {
            limits.extend(equal(parts.iter().map(|part| (3 * part + count, 1.0)).chain([(3 * total + count, -1.0)]).collect()));
        }
    }
    let least = float(profile.threshold().cast_signed());
    let around = |shown: u64| match float(shown.cast_signed()) {
        0.0 => (0.0, 0.0),
        shown => ((shown - 2.0).max(least), shown + 2.0),
    };
    for (at, released) in released.iter().enumerate() {
        let rest = if profile.release_count(0).is_some() { (0.0, 1e6) } else { (least, 1e6) };
        let shown = |figure: &Figure| [around(figure.numerator().unwrap()), rest, around(figure.denominator())];
        let ranges = released.as_ref().and_then(Released::figure).map(shown);
        for (count, (low, high)) in ranges.unwrap_or([(0.0, 1e6); 3]).into_iter().enumerate() {
            limits.extend(between(3 * at + count, low, high));
        }
    }
    (limits, county.rows.iter().flat_map(counts).map(float).collect())
}

fn counts(row: &Tally) -> [i64; 3] {
    [row.numerator, row.denominator - row.numerator, row.denominator]
}

/// Whether a count must not be known.
fn is_small(profile: &Profile, count: i64) -> bool {
    profile.release_count(count).is_none()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_can_bound_a_small_count_within_less_than_the_threshold(
        county in counties(), exact in any::<bool>(), profile in prop_oneof![Just("mhsds"), Just("hes")],
    ) {
        let profile = Profile::find(profile).unwrap();
        let (system, ids) = system_by(&county, profile);
        let guarded = system.guard(if exact { Limits::default() } else { HEURISTIC }).unwrap();
        let released: Vec<Option<Released>> = ids.iter().map(|id| Some(guarded.released(*id))).collect();
        let (limits, truth) = notes(&county, &released, &profile);
        let all: Vec<i64> = county.rows.iter().flat_map(counts).collect();
        for (at, count) in all.iter().enumerate().filter(|(_, count)| is_small(&profile, **count)) {
            // A nought shown as such is no secret, nor is what follows from it.
            let width = width(&limits, &truth, at);
            prop_assert!(width >= float(profile.threshold().cast_signed()), "count {} of figure {}, {count}: {width}", at % 3, at / 3);
        }
    }

    #[test]
    fn nobody_can_bound_a_small_count_from_two_releases_one_after_the_other(
        county in counties(), came in prop::collection::vec((0i64..3, 0i64..3, any::<bool>()), 4),
    ) {
        let (first, ids) = system(&county);
        let first = first.guard(Limits::default()).unwrap();
        let before: Vec<Released> = ids.iter().map(|id| first.released(*id)).collect();
        let later = county.later(&came);
        let mut second = System::new(*MHSDS);
        let then: Vec<FigureId> = county.rows.iter().zip(&before).enumerate()
            .map(|(at, (row, released))| second.earlier(at, Earlier { then: *row, released: *released, profile: *MHSDS, scale: None })).collect();
        let is_held = |at: usize| MHSDS.restated(county.rows[at], later.rows[at], Measure::Proportion) == Restated::Held;
        let held: Vec<bool> = (0..then.len()).map(is_held).collect();
        let now: Vec<FigureId> = (0..then.len()).map(|at| {
            if held[at] {
                return second.held(100 + at, later.rows[at], then[at]);
            }
            let figure = second.proportion(100 + at, later.rows[at]);
            second.since(figure, then[at]).unwrap();
            figure
        }).collect();
        for (total, parts) in &county.sums {
            second.adds_up(then[*total], &parts.iter().map(|part| then[*part]).collect::<Vec<_>>()).unwrap();
            second.adds_up(now[*total], &parts.iter().map(|part| now[*part]).collect::<Vec<_>>()).unwrap();
        }
        let second = second.guard(Limits::default()).unwrap();
        let after: Vec<Option<Released>> = (0..now.len()).map(|at| (!held[at]).then(|| second.released(now[at]))).collect();
        let before: Vec<Option<Released>> = before.into_iter().map(Some).collect();
        let ((mut limits, mut truth), (new, new_truth)) = (notes(&county, &before, &MHSDS), notes(&later, &after, &MHSDS));
        let shift = truth.len();
        let moved = |limit: AtMost| AtMost { terms: limit.terms.iter().map(|(at, factor)| (at + shift, *factor)).collect(), ..limit };
        limits.extend(new.into_iter().map(moved));
        // Nobody went.
        limits.extend((0..shift).map(|at| AtMost { terms: vec![(at, 1.0), (at + shift, -1.0)], limit: 0.0 }));
        truth.extend(new_truth);
        for at in (0..truth.len()).filter(|at| truth[*at] < 5.0) {
            prop_assert!(width(&limits, &truth, at) >= 5.0, "count {} of figure {}", at % 3, at / 3);
        }
    }

    #[test]
    fn to_give_back_any_one_figure_would_give_a_small_count_away(county in counties(), exact in any::<bool>()) {
        let (guarded, ids) = guarded(&county, if exact { Limits::default() } else { HEURISTIC });
        let hidden = hidden(&guarded, &ids);
        let is_small = |id: &FigureId| MHSDS.figure(&county.rows[id.0], Measure::Proportion).is_err();
        prop_assert!(system(&county).0.audit(&hidden).is_ok());
        for given_back in hidden.iter().filter(|id| !is_small(id)) {
            let less: Vec<FigureId> = hidden.iter().copied().filter(|id| id != given_back).collect();
            prop_assert!(matches!(system(&county).0.audit(&less), Err(Refused::Exposed(_))));
        }
    }

    #[test]
    fn what_is_called_exact_hides_the_least_of_all_that_is_safe(county in counties()) {
        let (guarded, ids) = guarded(&county, Limits::default());
        let open: Vec<FigureId> = ids.iter().copied().filter(|id| {
            MHSDS.figure(&county.rows[id.0], Measure::Proportion).is_ok()
        }).collect();
        if guarded.certificate().method != Method::Exact || open.len() >= 8 {
            return Ok(());
        }
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
            let alone = super::sample::one(*row, Measure::Proportion);
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
    side(1.0).zip(side(-1.0)).map_or(f64::INFINITY, |(high, low)| (high + 1e-7).floor() + (low + 1e-7).floor())
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
            prop_assert!(width(&limits, &truth, 2 * at) >= 5.0, "how many of {}", row.denominator);
            // What all of them said is not known within what one of them could have said.
            let side = |sign| most(truth.len(), &limits, &truth, 2 * at + 1, sign);
            let apart = side(1.0).zip(side(-1.0)).map_or(f64::INFINITY, |(high, low)| high + low);
            prop_assert!(apart >= 28.0 - 0.01, "{} values", row.denominator);
        }
    }
}
