//! What a system does where the numbers can be followed by hand.

use super::sample::{MHSDS, cell, cell_of};
use super::{CountId, Earlier, FigureId, Guarded, Limits, Method, Profile, Refused, Released, Restated, Scale, System};
use crate::domain::indicator::tally::{Measure, Tally};

type Outcome = Result<Guarded, Refused<&'static str>>;

fn guard(system: System<&'static str>) -> Outcome {
    system.guard(Limits::default())
}

fn is_shown(guarded: &Guarded, figure: FigureId) -> bool {
    guarded.released(figure).figure().is_some()
}

fn of(profile: &str) -> System<&'static str> {
    System::new(Profile::find(profile).unwrap())
}

/// One total and its parts: what is shown of each.
fn split(profile: &str, whole: Tally, parts: &[Tally]) -> Result<(bool, Vec<bool>), Refused<&'static str>> {
    let mut system = of(profile);
    let total = system.proportion("whole", whole);
    let ids: Vec<FigureId> = parts.iter().map(|part| system.proportion("part", *part)).collect();
    system.adds_up(total, &ids)?;
    let guarded = guard(system)?;
    Ok((is_shown(&guarded, total), ids.iter().map(|id| is_shown(&guarded, *id)).collect()))
}

#[test]
fn where_nothing_is_small_everything_is_shown_and_the_certificate_says_so() {
    let mut system = of("mhsds");
    let figure = system.proportion("all", cell(20, 40));
    let guarded = guard(system).unwrap();
    let certificate = guarded.certificate();
    assert!(is_shown(&guarded, figure));
    assert_eq!((certificate.method, certificate.primary, certificate.secondary, certificate.narrowest), (Method::Nothing, 0, 0, None));
}

#[test]
fn two_parts_of_which_one_is_small_are_both_hidden_rather_than_the_whole() {
    // 22 of 44 less 20 of 40 leaves nought to six of those who meet the outcome; of the small part, 4 people.
    assert_eq!(split("mhsds", cell(20, 40), &[cell(20, 38), cell(0, 2)]), Ok((true, vec![false, false])));
}

#[test]
fn rounding_hides_a_small_part_among_many_without_a_second() {
    let parts = [cell(20, 40), cell(30, 60), cell(25, 50), cell(2, 30)];
    assert_eq!(split("mhsds", parts.iter().copied().sum(), &parts), Ok((true, vec![true, true, true, false])));
}

#[test]
fn what_a_total_has_beyond_its_parts_is_guarded_too() {
    assert_eq!(split("mhsds", cell(22, 42), &[cell(20, 40)]), Ok((true, vec![false])));
    assert_eq!(split("mhsds", cell(10, 20), &[cell(20, 40)]), Err(Refused::DoesNotAddUp("whole")));
}

#[test]
fn hospital_statistics_show_nought_and_hide_one_to_seven() {
    let mut system = of("hes");
    let counts: Vec<FigureId> = [0, 1, 7, 8, 13].into_iter().map(|count| system.count("count", count)).collect();
    let guarded = guard(system).unwrap();
    let shown: Vec<Option<u64>> = counts.iter().map(|id| guarded.count(*id)).collect();
    assert_eq!(shown, [Some(0), None, None, Some(10), Some(15)]);
}

#[test]
fn in_a_survey_of_social_care_both_halves_of_a_pair_are_hidden_if_the_base_of_either_is_under_three() {
    for (women, shown) in [(cell(1, 2), false), (cell(0, 3), true)] {
        let mut system = of("ascof-survey");
        let (one, other) = (system.proportion("women", women), system.proportion("men", cell(30, 60)));
        system.pair(one, other);
        let guarded = guard(system).unwrap();
        assert_eq!((is_shown(&guarded, one), is_shown(&guarded, other)), (shown, shown));
    }
}

#[test]
fn nothing_leaves_by_the_profile_for_inside() {
    let mut system = of("internal");
    system.count("all", 40);
    assert_eq!(guard(system).unwrap_err(), Refused::InsideOnly);
    assert_eq!(Profile::find("internal").unwrap().release_count(3), Some(3));
}

#[test]
fn what_was_shown_before_of_the_same_count_cannot_be_hidden_any_more() {
    // Once the whole and the large part were both shown, to hide the large part now protects nobody.
    let (whole, large, small) = (cell(20, 40), cell(20, 38), cell(0, 2));
    let before = |tally| super::sample::one(tally, Measure::Proportion);
    let mut system = of("mhsds");
    let ids = [("whole", whole), ("large", large), ("small", small)].map(|(key, tally)| system.proportion(key, tally));
    system.adds_up(ids[0], &ids[1..]).unwrap();
    system.shown_before(ids[0], &before(cell(20, 40)), *MHSDS);
    system.shown_before(ids[1], &before(cell(20, 38)), *MHSDS);
    assert_eq!(guard(system).unwrap_err(), Refused::Exposed("small"));
}

#[test]
fn a_figure_is_shown_anew_only_if_those_who_came_since_could_be_shown() {
    let restated = |then, now| MHSDS.restated(then, now, Measure::Proportion);
    assert_eq!(restated(cell(20, 40), cell(20, 40)), Restated::Held);
    assert_eq!(restated(cell(20, 40), cell(21, 42)), Restated::Held);
    assert_eq!(restated(cell(20, 40), cell(28, 48)), Restated::Held, "all eight who came meet the outcome");
    assert_eq!(restated(cell(20, 40), cell(26, 52)), Restated::Anew);
    assert_eq!(restated(cell(26, 52), cell(20, 40)), Restated::Anew, "and if they went");
    assert_eq!(restated(cell(20, 40), cell(40, 40)), Restated::Held, "records changed, nobody came");
}

fn earlier(then: Tally, released: Released) -> Earlier {
    Earlier { then, released, profile: *MHSDS, scale: None }
}

#[test]
fn a_count_that_is_held_goes_out_as_it_was_and_a_few_more_are_not_found() {
    let mut system = of("mhsds");
    let then = system.earlier_count("then", 40, Some(40), *MHSDS);
    let now = system.count("now", 42);
    system.since(now, then).unwrap();
    let guarded = guard(system).unwrap();
    assert_eq!((guarded.count(then), guarded.count(now)), (Some(40), None));
    let restated = [(40, 40), (40, 42), (40, 45), (45, 40)].map(|(then, now)| MHSDS.restated_count(then, now));
    assert_eq!(restated, [Restated::Held, Restated::Held, Restated::Anew, Restated::Anew]);
}

#[test]
fn a_few_who_came_since_a_figure_was_shown_are_guarded() {
    let show = |then: Tally, now: Tally| -> Result<bool, Refused<&'static str>> {
        let before = super::sample::one(then, Measure::Proportion);
        let mut system = of("mhsds");
        let figure = system.proportion("now", now);
        let earlier = system.earlier("then", earlier(then, before));
        system.since(figure, earlier)?;
        Ok(is_shown(&guard(system)?, figure))
    };
    assert_eq!(show(cell(20, 40), cell(20, 41)), Ok(false));
    assert_eq!(show(cell(20, 40), cell(60, 120)), Ok(true));
    assert_eq!(show(cell(60, 120), cell(20, 40)), Ok(true));
    assert_eq!(show(cell(20, 40), cell(19, 41)), Err(Refused::Mixed("now")));
}

#[test]
fn a_figure_that_is_held_goes_out_as_it_was() {
    let before = super::sample::one(cell(20, 40), Measure::Proportion);
    let mut system = of("mhsds");
    let held = system.earlier("then", earlier(cell(20, 40), before));
    let guarded = guard(system).unwrap();
    assert_eq!(guarded.released(held), before);
    let certificate = guarded.certificate();
    assert_eq!((certificate.figures, certificate.earlier, certificate.primary), (0, 1, 0));
}

/// Rolling quarters of months that are never shown by themselves.
fn rolling(months: &[i64]) -> (Vec<CountId>, Vec<FigureId>, System<&'static str>) {
    let mut system = of("mhsds");
    let latent: Vec<CountId> = months.iter().map(|count| system.latent("month", *count)).collect();
    let mut quarters = Vec::new();
    for (at, window) in months.windows(3).enumerate() {
        let quarter = system.count("quarter", window.iter().sum());
        let total = system.counts_of(quarter)[0];
        system.sum(total, &latent[at..at + 3]).unwrap();
        quarters.push(quarter);
    }
    (latent, quarters, system)
}

#[test]
fn a_small_month_is_not_found_between_two_rolling_quarters() {
    // 30, 0, 0, 0: the second quarter is hidden for its own sake, and each small month lies within nought and seven at least.
    let (_, quarters, system) = rolling(&[30, 2, 1, 40, 3, 50, 60, 4]);
    let guarded = guard(system).unwrap();
    assert!(guarded.certificate().narrowest.unwrap() >= 5);
    assert!(guarded.count(quarters[0]).is_some());
}

#[test]
fn the_smallest_quarters_would_tell_of_their_months_and_are_hidden() {
    // A quarter that is shown as 5 is at most 7: of months of nought, two and three that leaves room enough, but of 5 and less
    // there is none to spare, were the threshold any higher.
    let (_, quarters, system) = rolling(&[0, 2, 3, 0, 2, 3]);
    let guarded = guard(system).unwrap();
    assert!(guarded.certificate().narrowest.unwrap() >= 5);
    assert!(quarters.iter().all(|quarter| guarded.count(*quarter) == Some(5)));
}

fn values(n: usize, each: i64) -> Tally {
    cell_of(&(0..n).map(|at| each + if at % 2 == 0 { 1000 } else { -1000 }).collect::<Vec<_>>())
}

#[test]
fn means_of_fewer_than_eight_values_are_hidden_and_their_sums_cannot_be_found() {
    let scale = Scale { least: 7000, most: 35_000 };
    let (large, small) = (values(20, 20_000), values(6, 30_000));
    let mut system = of("mhsds");
    let total = system.mean("whole", large + small, scale);
    let parts = [system.mean("large", large, scale), system.mean("small", small, scale)];
    system.adds_up(total, &parts).unwrap();
    let guarded = guard(system).unwrap();
    assert!(!is_shown(&guarded, parts[1]));
    assert_eq!(guarded.certificate().guarded, 2, "how many they are, and their sum");
}

#[test]
fn a_hidden_mean_of_many_that_are_all_alike_is_not_found_by_subtraction() {
    let scale = Scale { least: 0, most: 4000 };
    let (large, alike) = (values(10, 2000), cell_of(&[4000; 9]));
    let mut system = of("mhsds");
    let total = system.mean("whole", large + alike, scale);
    let parts = [system.mean("large", large, scale), system.mean("alike", alike, scale)];
    system.adds_up(total, &parts).unwrap();
    let guarded = guard(system).unwrap();
    assert!(!is_shown(&guarded, parts[1]));
    assert!(guarded.certificate().narrowest.is_none() && guarded.certificate().guarded == 1);
}

#[test]
fn figures_that_are_read_in_different_ways_do_not_add_up() {
    let mut system = of("mhsds");
    let (whole, part) = (system.proportion("whole", cell(20, 40)), system.count("part", 20));
    assert_eq!(system.adds_up(whole, &[part]), Err(Refused::DoesNotAddUp("whole")));
}

#[test]
fn a_figure_kept_apart_is_hidden_however_large() {
    let mut system = of("mhsds");
    let figure = system.proportion("apart", cell(200, 400));
    system.apart(figure);
    assert!(matches!(guard(system).unwrap().released(figure), Released::Withheld(_)));
}

#[test]
fn what_a_commissioner_is_given_and_the_certificate_tell_no_true_count() {
    let (large, small) = (cell(1713, 3391), cell(1, 333));
    let mut system = of("mhsds");
    let ids = [system.proportion("large", large), system.proportion("small", small), system.proportion("whole", large + small)];
    assert!(!format!("{system:?}").chars().any(|c| c.is_ascii_digit()));
    system.adds_up(ids[2], &ids[..2]).unwrap();
    let guarded = guard(system).unwrap();
    let written =
        serde_json::to_string(guarded.certificate()).unwrap() + &format!("{:?}", guarded.table(Measure::Proportion, [((), ids[0])]));
    assert!(["1713", "3391", "1714", "3724", "333,"].iter().all(|count| !written.contains(count)), "{written}");
    assert_eq!(
        serde_json::from_str::<super::Certificate>(&serde_json::to_string(guarded.certificate()).unwrap()).unwrap(),
        *guarded.certificate()
    );
}

#[test]
fn the_hash_of_what_is_public_changes_with_what_is_shown_and_not_with_what_is_true() {
    let public = |tally| {
        let mut system = of("mhsds");
        system.proportion("all", tally);
        guard(system).unwrap().certificate().public.clone()
    };
    assert_eq!(public(cell(20, 40)), public(cell(21, 41)));
    assert_ne!(public(cell(20, 40)), public(cell(25, 40)));
    assert_eq!(public(cell(2, 40)), public(cell(3, 12)));
}

#[test]
fn money_of_which_one_has_nearly_all_is_dominated() {
    assert!(MHSDS.is_dominated(&[50, 50]), "two are too few");
    assert!(MHSDS.is_dominated(&[80, 10, 5, 5]));
    assert!(!MHSDS.is_dominated(&[40, 30, 20, 10]));
    assert!(MHSDS.is_dominated(&[40, -30, 0]));
}
