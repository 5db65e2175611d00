//! Who counts in which month, by the built-in framework's definitions.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::domain::care::sex::Sex;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::framework::{BUILT_IN, Framework};
use crate::domain::indicator::cell::{changes, run};
use crate::domain::indicator::strata::{Mode, code};
use crate::domain::indicator::subject::{Asked, Person};
use crate::domain::survey::definition::Respondent;

fn definition(key: &str) -> Definition {
    Framework::parse(BUILT_IN).unwrap().indicator(key).unwrap().clone()
}

fn episode(opened: Date, closed: Option<Date>) -> Subject {
    let episode = Episode {
        programme: "mental-health".to_owned(),
        organisation: 1,
        locality: 2,
        person: Person { sex: Some(Sex::Female), ethnicity: None, language: "pl".to_owned() },
        born: date(1980, 6, 15),
        opened,
        closed,
        discharged: None,
        delivered: None,
    };
    Subject { id: 7, episode: Some(episode), responses: Vec::new(), asked: Vec::new() }
}

fn said(on: Date, survey: &str, item: &str, code: &str) -> Submitted {
    Submitted {
        id: 1,
        survey: survey.to_owned(),
        date: on,
        timepoint: Timepoint::Review,
        organisation: 1,
        locality: 2,
        language: "en".to_owned(),
        mode: Some(Mode::Web),
        respondent: Some(Respondent::Self_),
        items: BTreeMap::from([(item.to_owned(), vec![code.to_owned()])]),
        scores: BTreeMap::new(),
    }
}

fn settled(on: Date, code: &str) -> Submitted {
    said(on, "settled-accommodation", "settled", code)
}

/// What counts in one month, or is left out in it.
fn live(definition: &Definition, subject: &Subject, month: Period) -> Vec<Fact> {
    facts(definition, subject).into_iter().filter(|fact| fact.from <= month && fact.to.is_none_or(|to| month < to)).collect()
}

/// Numerator, denominator and recorded in one month.
fn counts(definition: &Definition, subject: &Subject, month: &str) -> (i64, i64, i64) {
    let month = Period::parse(month).unwrap();
    let live = live(definition, subject, month).into_iter().filter(|fact| fact.excluded.is_none());
    let tally: Tally = live.map(|fact| fact.tally).sum();
    (tally.numerator, tally.denominator, tally.recorded)
}

#[test]
fn a_person_not_heard_from_stays_in_the_denominator() {
    let subject = episode(date(2025, 3, 10), None);
    assert_eq!(counts(&definition("settled-accommodation"), &subject, "2025-02"), (0, 0, 0));
    assert_eq!(counts(&definition("settled-accommodation"), &subject, "2025-03"), (0, 1, 0));
    assert_eq!(counts(&definition("settled-accommodation"), &subject, "2026-11"), (0, 1, 0));
}

#[test]
fn an_answer_holds_for_twelve_months_to_the_end_of_the_month() {
    let mut subject = episode(date(2024, 1, 10), None);
    subject.responses.push(settled(date(2025, 3, 31), "Y"));
    let of = |month| counts(&definition("settled-accommodation"), &subject, month);
    assert_eq!([of("2025-02"), of("2025-03"), of("2026-02"), of("2026-03")], [(0, 1, 0), (1, 1, 1), (1, 1, 1), (0, 1, 0)]);
}

#[test]
fn the_latest_answer_counts_and_a_refusal_is_not_settled() {
    let mut subject = episode(date(2024, 1, 10), None);
    subject.responses =
        vec![settled(date(2025, 5, 2), "Z"), settled(date(2025, 3, 2), "Y"), Submitted { id: 2, ..settled(date(2025, 3, 2), "N") }];
    let of = |month| counts(&definition("settled-accommodation"), &subject, month);
    assert_eq!([of("2025-03"), of("2025-04"), of("2025-05")], [(0, 1, 1), (0, 1, 1), (0, 1, 0)]);
}

#[test]
fn a_person_leaves_when_the_episode_closes_or_at_seventy() {
    let closed = episode(date(2025, 3, 10), Some(date(2025, 6, 30)));
    let of = |subject: &Subject, month| counts(&definition("settled-accommodation"), subject, month).1;
    assert_eq!([of(&closed, "2025-05"), of(&closed, "2025-06")], [1, 0]);
    let old = episode(date(2025, 3, 10), None);
    assert_eq!([of(&old, "2050-05"), of(&old, "2050-06")], [1, 0]);
}

#[test]
fn a_person_comes_in_at_eighteen() {
    let subject = episode(date(1997, 3, 10), None);
    let mut young = definition("settled-accommodation");
    young.effective_from = Period::from_number(0);
    assert_eq!([counts(&young, &subject, "1998-05").1, counts(&young, &subject, "1998-06").1], [0, 1]);
}

#[test]
fn other_programmes_do_not_count() {
    let mut subject = episode(date(2025, 3, 10), None);
    subject.episode.as_mut().unwrap().programme = "maternity".to_owned();
    assert!(facts(&definition("settled-accommodation"), &subject).is_empty());
}

#[test]
fn an_open_answer_counts_as_one_person_in_its_month() {
    let subject = Subject { id: 9, episode: None, responses: vec![settled(date(2025, 3, 2), "Y")], asked: Vec::new() };
    let of = |month| counts(&definition("settled-accommodation"), &subject, month);
    assert_eq!([of("2025-02"), of("2025-03"), of("2025-04")], [(0, 0, 0), (1, 1, 1), (0, 0, 0)]);
}

#[test]
fn who_could_not_be_reached_on_day_91_is_not_at_home() {
    let mut subject = episode(date(2025, 1, 2), None);
    let of = subject.episode.as_mut().unwrap();
    (of.programme, of.born, of.discharged) = ("frail-older-people".to_owned(), date(1940, 1, 1), Some(date(2025, 1, 2)));
    let at_home = definition("at-home-91-days");
    assert_eq!(counts(&at_home, &subject, "2025-04"), (0, 1, 0));
    let early = said(date(2025, 1, 20), "independence-at-home", "where-now", "home");
    subject.responses = vec![Submitted { timepoint: Timepoint::Baseline, ..early.clone() }];
    assert_eq!(counts(&at_home, &subject, "2025-04"), (0, 1, 0));
    subject.responses.push(Submitted { id: 2, date: date(2025, 4, 4), timepoint: Timepoint::Discharge91Days, ..early });
    assert_eq!([counts(&at_home, &subject, "2025-04"), counts(&at_home, &subject, "2025-07")], [(1, 1, 1), (0, 0, 0)]);
}

#[test]
fn change_is_measured_from_the_first_score() {
    let mut subject = episode(date(2025, 1, 2), None);
    subject.episode.as_mut().unwrap().programme = "frail-older-people".to_owned();
    let scored = |id, on, thousandths| Submitted {
        id,
        scores: BTreeMap::from([("independence".to_owned(), thousandths)]),
        ..said(on, "independence-at-home", "where-now", "home")
    };
    subject.responses = vec![scored(1, date(2025, 1, 9), 10_000), scored(2, date(2025, 4, 9), 13_000), scored(3, date(2025, 9, 9), 9_000)];
    let found = facts(&definition("independence-change"), &subject);
    let sums: Vec<(i64, i64)> = found.iter().map(|fact| (fact.tally.value_sum, fact.tally.numerator)).collect();
    assert_eq!(sums, [(3_000, 1), (-1_000, 0)]);
    let became = found.iter().map(|fact| code(Breakdown::Change, fact.strata.change).unwrap());
    assert_eq!(became.collect::<Vec<_>>(), ["improved", "no-change"]);
}

#[test]
fn a_declined_answer_is_left_out_where_the_rule_says_so() {
    let heard = definition("felt-listened-to");
    let subject = |code| Subject {
        id: 9,
        episode: None,
        responses: vec![said(date(2025, 3, 2), "postnatal-wellbeing", "listened-to", code)],
        asked: Vec::new(),
    };
    assert_eq!(counts(&heard, &subject("mostly"), "2025-03"), (1, 1, 1));
    assert_eq!(counts(&heard, &subject("never"), "2025-03"), (0, 1, 1));
    assert_eq!(counts(&heard, &subject("not-applicable"), "2025-03"), (0, 0, 0));
}

#[test]
fn asked_counts_by_the_month_of_asking_and_received_by_the_month_of_the_answer() {
    let mut subject = episode(date(2025, 1, 2), None);
    let asked = |answered| Asked { survey: "employment".to_owned(), date: date(2025, 1, 30), answered };
    subject.asked = vec![asked(true), asked(false)];
    subject.responses = vec![said(date(2025, 2, 3), "employment", "employment-status", "01")];
    let rate = Definition::response_rate("employment");
    assert_eq!([counts(&rate, &subject, "2025-01"), counts(&rate, &subject, "2025-02")], [(1, 2, 0), (0, 0, 1)]);
}

proptest! {
    #[test]
    fn at_no_time_does_one_episode_count_as_more_than_one_person(days in prop::collection::vec((0..1500_i32, 0..4_usize), 0..8), length in prop::option::of(0..1500_i32)) {
        let start = date(2023, 1, 15);
        let after = |days: i32| start.saturating_add(jiff::Span::new().days(days));
        let mut subject = episode(start, length.map(after));
        let codes = ["Y", "N", "Z", "9"];
        subject.responses = days.iter().enumerate()
            .map(|(n, (day, code))| Submitted { id: i64::try_from(n).unwrap(), ..settled(after(*day), codes[*code]) }).collect();
        let found = facts(&definition("settled-accommodation"), &subject);
        let last = Period::of(after(1600));
        let whole: Vec<_> = changes([], &found).into_iter().filter(|cell| cell.breakdown == Breakdown::All).collect();
        for (month, tally) in run(&whole, last).values().flatten() {
            prop_assert!((0..=1).contains(&tally.denominator), "{month}: {tally:?}");
            prop_assert!(tally.numerator <= tally.recorded && tally.recorded <= tally.denominator, "{month}: {tally:?}");
            let open = *month >= Period::of(start) && length.is_none_or(|days| *month < Period::of(after(days)));
            prop_assert_eq!(tally.denominator == 1, open);
        }
    }
}

#[test]
fn an_open_answer_of_somebody_outside_the_ages_is_left_out() {
    let aged = |band: &str| {
        let mut response = settled(date(2025, 3, 2), "Y");
        response.items.insert("about.age-band".to_owned(), vec![band.to_owned()]);
        Subject { id: 9, episode: None, responses: vec![response], asked: Vec::new() }
    };
    let of = |band| counts(&definition("settled-accommodation"), &aged(band), "2025-03").1;
    assert_eq!(["under-18", "18-24", "65-69", "70-74", "85-plus"].map(of), [0, 1, 1, 0, 0]);
}

/// Why somebody is left out in a month, if they are.
fn left_out(definition: &Definition, subject: &Subject, month: &str) -> Vec<Exclusion> {
    live(definition, subject, Period::parse(month).unwrap()).into_iter().filter_map(|fact| fact.excluded).collect()
}

#[test]
fn somebody_grows_into_the_next_age_band_in_the_month_of_the_birthday() {
    let subject = episode(date(2025, 1, 10), None);
    let band = |month: &str| {
        let found = live(&definition("settled-accommodation"), &subject, Period::parse(month).unwrap());
        found.iter().map(|fact| code(Breakdown::Age, fact.strata.age).unwrap()).collect::<Vec<_>>()
    };
    // Born in June 1980.
    assert_eq!((band("2025-05"), band("2025-06")), (vec!["35-44".to_owned()], vec!["45-54".to_owned()]));
}

#[test]
fn what_nobody_knows_of_a_person_the_answer_may_say() {
    let mut response = settled(date(2025, 3, 2), "Y");
    for (item, code) in [("about.sex", "female"), ("about.ethnic-group", "7"), ("about.age-band", "65-69")] {
        response.items.insert(item.to_owned(), vec![code.to_owned()]);
    }
    let subject = Subject { id: 9, episode: None, responses: vec![response], asked: Vec::new() };
    let found = facts(&definition("settled-accommodation"), &subject);
    let codes: Vec<Option<String>> =
        found.iter().flat_map(Fact::members).skip(3).map(|(breakdown, member)| code(breakdown, member)).collect();
    let expected = ["65-74", "2", "black", "en", "web", "self"].map(|code| Some(code.to_owned()));
    assert_eq!(codes, expected.into_iter().chain([None]).collect::<Vec<_>>());
}

#[test]
fn the_mode_is_that_of_the_answer_that_holds() {
    let mut subject = episode(date(2025, 1, 10), None);
    subject.responses = vec![Submitted { mode: Some(Mode::Paper), ..settled(date(2025, 3, 2), "Y") }];
    let mode = |month: &str| live(&definition("settled-accommodation"), &subject, Period::parse(month).unwrap())[0].strata.mode;
    assert_eq!(
        [mode("2025-02"), mode("2025-03"), mode("2026-03")].map(|member| code(Breakdown::Mode, member)),
        [None, Some("paper".to_owned()), None]
    );
}

#[test]
fn who_is_left_out_is_counted_by_the_reason_and_nowhere_else() {
    let mut strict = definition("settled-accommodation");
    strict.cohort.as_mut().unwrap().open_days = 180;
    strict.measure.as_mut().unwrap().missing = Missing::Dropped;
    strict.measure.as_mut().unwrap().excluded = vec!["Z".to_owned()];
    let mut subject = episode(date(2025, 1, 10), None);
    subject.responses = vec![settled(date(2025, 9, 2), "Z"), Submitted { id: 2, ..settled(date(2025, 10, 2), "Y") }];
    let of = |month| left_out(&strict, &subject, month);
    assert_eq!(of("2025-06"), [Exclusion::NotOpenLongEnough]);
    assert_eq!(of("2025-08"), [Exclusion::NotRecorded]);
    assert_eq!(of("2025-09"), [Exclusion::DoesNotApply]);
    assert_eq!((of("2025-10"), counts(&strict, &subject, "2025-10")), (Vec::new(), (1, 1, 1)));
    assert_eq!(counts(&strict, &subject, "2025-09"), (0, 0, 0));
    assert_eq!(left_out(&strict, &subject, "2050-06"), [Exclusion::Age]);
}

#[test]
fn a_first_answer_that_nothing_came_after_is_not_paired() {
    let mut subject = episode(date(2025, 1, 2), None);
    subject.episode.as_mut().unwrap().programme = "frail-older-people".to_owned();
    let answer = said(date(2025, 1, 9), "independence-at-home", "where-now", "home");
    subject.responses = vec![Submitted { scores: BTreeMap::from([("independence".to_owned(), 9_000)]), ..answer }];
    assert_eq!(left_out(&definition("independence-change"), &subject, "2025-02"), [Exclusion::NotPaired]);
}

#[test]
fn who_closed_counts_once_in_the_month_of_closing() {
    let mut closing = definition("settled-accommodation");
    closing.cohort.as_mut().unwrap().when = When::ClosedInPeriod;
    let mut subject = episode(date(2025, 1, 10), Some(date(2025, 6, 30)));
    subject.responses = vec![settled(date(2025, 5, 2), "Y")];
    let of = |month| counts(&closing, &subject, month);
    assert_eq!([of("2025-05"), of("2025-06"), of("2025-07")], [(0, 0, 0), (1, 1, 1), (0, 0, 0)]);
    subject.episode.as_mut().unwrap().closed = None;
    assert!(facts(&closing, &subject).is_empty());
}

proptest! {
    /// In every breakdown everybody has one place.
    #[test]
    fn the_members_of_every_breakdown_add_up_to_the_whole(days in prop::collection::vec((0..1500_i32, 0..4_usize), 0..8)) {
        let start = date(2023, 1, 15);
        let mut subject = episode(start, None);
        let modes = Mode::ALL;
        subject.responses = days.iter().enumerate()
            .map(|(n, (day, code))| Submitted {
                id: i64::try_from(n).unwrap(),
                mode: Some(modes[*code]),
                ..settled(start.saturating_add(jiff::Span::new().days(*day)), ["Y", "N", "Z", "9"][*code])
            }).collect();
        let cells = changes([], &facts(&definition("settled-accommodation"), &subject));
        let sum = |breakdown: Breakdown| {
            let mut sums: BTreeMap<Period, Tally> = BTreeMap::new();
            for cell in cells.iter().filter(|cell| cell.breakdown == breakdown) {
                *sums.entry(cell.period).or_default() += cell.change;
            }
            sums.into_iter().filter(|(_, sum)| !sum.is_zero()).collect::<Vec<_>>()
        };
        for breakdown in Breakdown::OF_EVERYBODY {
            prop_assert_eq!(sum(breakdown), sum(Breakdown::All));
        }
    }
}
