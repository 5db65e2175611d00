use proptest::prelude::*;

use super::*;
use crate::domain::disclosure::{LedgerKey, Released};
use crate::domain::engagement::Subject;
use crate::domain::engagement::questions::PRIORITIES;
use crate::domain::survey::{Coding, Given, Value, fhir};

const OUTCOMES: [&str; 4] = ["home", "work", "rest", "friends"];

fn survey() -> Definition {
    let option = |code: &str| serde_json::json!({ "valueCoding": { "code": code, "display": code } });
    let source = serde_json::json!({
        "resourceType": "Questionnaire", "name": "event-test", "title": "Event", "status": "active", "version": "1",
        "url": "https://saywell.example.org/event-test", "language": "en",
        "item": [
            { "linkId": "colour", "text": "Which?", "type": "choice", "answerOption": [option("red"), option("blue"), option("green")] },
            { "linkId": "many", "text": "Which ones?", "type": "choice", "repeats": true, "answerOption": [option("red"), option("blue")] },
            { "linkId": "hours", "text": "How many?", "type": "integer" },
            { "linkId": "matters", "text": "What matters?", "type": "text" },
        ],
    });
    fhir::import(source.to_string().as_bytes(), &fhir::ValueSets::built_in(), &fhir::Modules::default()).unwrap().definition
}

fn coded(code: &str) -> Given {
    Given::Values(vec![Value::Coding(Coding { system: None, code: code.to_owned(), display: None })])
}

fn person(respondent: Respondent, given: &[(&str, Given)]) -> Answered {
    let answers = given.iter().map(|(id, given)| (LinkId::parse(id).unwrap(), given.clone())).collect();
    Answered { respondent, locality: None, language: "en".to_owned(), mode: "web".to_owned(), answers }
}

/// Somebody who put these outcomes in order.
fn who_ranks(respondent: Respondent, order: &[&str]) -> Answered {
    person(respondent, &PRIORITIES.iter().zip(order).map(|(id, code)| (*id, coded(code))).collect::<Vec<_>>())
}

fn released(all: &[Answered]) -> ReleasedResults {
    let survey = survey();
    let (outcomes, indicators) = (OUTCOMES.map(str::to_owned), ["employment".to_owned()]);
    let asked = Asked { event: 1, outcomes: &outcomes, indicators: &indicators, survey: &survey };
    Results::of(&asked, all).release(Profile::mhsds())
}

fn times(many: usize, one: &Answered) -> Vec<Answered> {
    vec![one.clone(); many]
}

#[test]
fn of_fewer_than_five_nothing_is_shown() {
    let results = released(&times(4, &who_ranks(Respondent::Carer, &["home", "rest"])));
    assert_eq!(results.answers, None);
    assert!(results.who.is_empty() && results.priorities.is_empty() && results.senses.is_empty() && results.questions.is_empty());
}

#[test]
fn what_was_released_is_read_back_as_it_was_kept() {
    let some = |who, first| {
        let given =
            |hours: i64| [("colour", coded("red")), ("hours", Given::Values(vec![Value::Integer(hours)])), (PRIORITIES[0], coded(first))];
        (0..15).map(|at| person(who, &given(at))).collect::<Vec<_>>()
    };
    let results = released(&[some(Respondent::Carer, "rest"), some(Respondent::Self_, "home")].concat());
    assert!(results.questions.len() > 1 && results.who.len() > 1 && !results.priorities.is_empty());
    let [own, other] = [1, 2].map(|byte| LedgerKey::new(&[byte; 32]).unwrap());
    let kept = results.kept(&own).unwrap();
    assert_eq!(ReleasedResults::read(&kept, &other), None);
    assert_eq!(ReleasedResults::read(&kept, &own), Some(results));
    assert_eq!(ReleasedResults::read("{}", &own), None);
}

#[test]
fn what_was_released_stands_until_five_have_come_or_gone() {
    let shown = released(&times(20, &who_ranks(Respondent::Carer, &["home"])));
    let then: std::collections::BTreeSet<i64> = (0..20).collect();
    let stands = |results: &ReleasedResults, now: std::ops::Range<i64>| results.stand(&Profile::mhsds(), &then, &now.collect());
    assert!(stands(&shown, 0..20) && stands(&shown, 4..20) && stands(&shown, 2..22));
    assert!(!stands(&shown, 5..20) && !stands(&shown, 0..25) && !stands(&shown, 3..22));
    let nothing = released(&times(4, &who_ranks(Respondent::Carer, &["home"])));
    assert!(!stands(&nothing, 0..20));
}

#[test]
fn the_order_of_everybody_and_of_each_group_is_told_with_how_firm_it_is() {
    let carers = times(20, &who_ranks(Respondent::Carer, &["rest", "home", "friends"]));
    let patients = times(30, &who_ranks(Respondent::Self_, &["home", "friends", "work"]));
    let results = released(&[carers, patients].concat());
    let everybody = &results.priorities[0];
    let order: Vec<(&str, u32, Option<bool>)> =
        everybody.outcomes.iter().map(|one| (one.outcome.as_str(), one.standing.unwrap().rank, one.is_firm)).collect();
    assert_eq!(order, [("home", 1, Some(true)), ("friends", 2, Some(false)), ("rest", 3, Some(true)), ("work", 4, None)]);
    // Home: 30 firsts and 20 seconds are 130 points, and 135 to the nearest 15.
    assert_eq!(everybody.outcomes[0].standing.unwrap().points.unwrap().points(), 135);
    let groups: Vec<(&Group, &str)> = results.priorities.iter().map(|one| (&one.group, one.outcomes[0].outcome.as_str())).collect();
    assert!(groups.contains(&(&Group::Respondent(Respondent::Carer), "rest")), "{groups:?}");
    assert!(groups.contains(&(&Group::Respondent(Respondent::Self_), "home")));
}

#[test]
fn points_are_told_of_everybody_only_and_only_beside_first_choices() {
    let carers = times(20, &who_ranks(Respondent::Carer, &["rest", "home", "friends"]));
    let patients = times(30, &who_ranks(Respondent::Self_, &["home", "friends", "work"]));
    let results = released(&[carers, patients].concat());
    for ranking in &results.priorities {
        for one in &ranking.outcomes {
            let points = one.standing.and_then(|standing| standing.points);
            let may = ranking.group == Group::Everybody && one.first.figure().is_some();
            assert_eq!(points.is_some(), may, "{} of {:?}", one.outcome, ranking.group);
        }
    }
}

#[test]
fn what_few_named_has_no_rank() {
    let all = [times(30, &who_ranks(Respondent::Self_, &["home", "rest"])), times(3, &who_ranks(Respondent::Self_, &["work"]))].concat();
    let results = released(&all);
    let standing = |key: &str| results.priorities[0].outcomes.iter().find(|one| one.outcome == key).unwrap().standing;
    assert!(standing("home").is_some() && standing("rest").is_some());
    assert!(standing("work").is_none() && standing("friends").is_none());
}

#[test]
fn a_group_of_a_few_is_not_named_and_neither_is_the_one_beside_it() {
    let carers = times(3, &who_ranks(Respondent::Carer, &["rest"]));
    let patients = times(40, &who_ranks(Respondent::Self_, &["home"]));
    let results = released(&[carers, patients].concat());
    assert_eq!(results.answers, Some(45));
    assert!(results.who.iter().all(|(group, _)| !matches!(group, Group::Respondent(_))), "{:?}", results.who);
    assert!(results.priorities.iter().all(|ranking| !matches!(ranking.group, Group::Respondent(_))));
}

#[test]
fn each_question_is_counted_as_it_was_asked() {
    let numbers = |n: i64| Given::Values(vec![Value::Integer(n)]);
    let both = Given::Values(["red", "blue"].map(|code| Value::Coding(Coding { code: code.to_owned(), ..Coding::default() })).to_vec());
    let one = person(Respondent::Self_, &[("colour", coded("red")), ("many", both), ("hours", numbers(4))]);
    let other = person(Respondent::Self_, &[("colour", coded("blue")), ("many", coded("red")), ("hours", numbers(8))]);
    let results = released(&[times(10, &one), times(20, &other)].concat());
    let of = |id: &str| results.questions.iter().find(|(each, _)| each.as_str() == id).map(|(_, answers)| answers.clone());
    let values = |shares: &[Shares]| shares[0].options.iter().map(Released::value).collect::<Vec<_>>();
    assert_eq!(values(&of("colour").unwrap().shares()), [None, Some(67.0), None], "nobody chose green, and red is hidden with it");
    assert_eq!(values(&of("many").unwrap().shares()), [None, Some(33.0)], "all chose red");
    let Some(AnswersTo::Mean(mean)) = of("hours") else { panic!("hours are a number") };
    assert_eq!(mean.value(), Some(6.7));
    assert_eq!(of("matters"), None);
}

#[test]
fn evidence_is_what_is_shown_of_an_outcome_or_an_indicator() {
    let said = |code: &str| person(Respondent::Self_, &[("sense.employment", coded(code)), ("priority-1", coded("home"))]);
    let results = released(&[times(20, &said("yes")), times(10, &said("partly")), times(10, &said("no"))].concat());
    let indicator = results.evidence(Subject::Indicator, "employment");
    assert_eq!(indicator.senses.iter().map(Released::value).collect::<Vec<_>>(), [Some(50.0), Some(25.0), Some(25.0)]);
    let outcome = results.evidence(Subject::Outcome, "home");
    assert_eq!((outcome.answers, outcome.standing.map(|standing| standing.rank)), (Some(40), Some(1)));
    assert_eq!(outcome.first.unwrap().value(), None, "everybody put it first");
    assert_eq!(results.evidence(Subject::Outcome, "elsewhere").standing, None);
}

/// People of three kinds in three places who chose among four outcomes and said whether an indicator makes sense.
fn rooms() -> impl Strategy<Value = Vec<Answered>> {
    let one = (0usize..3, prop::option::of(0i64..2), prop::sample::subsequence(OUTCOMES.to_vec(), 0..=3).prop_shuffle(), 0usize..4);
    let one = one.prop_map(|(kind, locality, order, sense)| {
        let mut one = who_ranks(Respondent::ALL[kind], &order);
        if let Some(code) = SENSES.get(sense) {
            one.answers.put(LinkId::parse("sense.employment").unwrap(), coded(code));
        }
        Answered { locality, ..one }
    });
    prop::collection::vec(one, 0..90)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_number_shown_is_small_and_no_group_is_shown_that_is_hidden_elsewhere(all in rooms()) {
        let results = released(&all);
        let named: Vec<&Group> = results.who.iter().map(|(group, _)| group).collect();
        for count in results.who.iter().map(|(_, count)| *count).chain(results.answers) {
            prop_assert!(count >= 5 && count % 5 == 0);
        }
        for group in results.priorities.iter().map(|one| &one.group).chain(results.senses.iter().flat_map(|(_, all)| all).map(|one| &one.group)) {
            prop_assert!(*group == Group::Everybody || named.contains(&group));
        }
    }

    #[test]
    fn the_same_answers_in_another_order_give_the_same_results(all in rooms()) {
        let turned: Vec<Answered> = all.iter().rev().cloned().collect();
        prop_assert_eq!(released(&all), released(&turned));
    }
}
