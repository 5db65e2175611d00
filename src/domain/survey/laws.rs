//! What holds for every survey and every answer, tried on many.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::answer::{Answers, Given, Value};
use super::condition::passes;
use super::definition::{Choice, Definition, Enabled, Expected, Item, Kind, Operator, Test};
use super::samples::{TODAY, choice, coding, group, id, item, journey};
use super::validation::{Posted, parse, refill};
use super::walk::Step;

/// A condition not yet tied to an item: which one, how it compares, and with what.
type Condition = (prop::sample::Index, Operator, Expected);

/// An item not yet placed: whether it starts a group, its kind, whether it is required, its conditions, and what it is to
/// differ from.
type Plan = (bool, Kind, bool, (bool, Vec<Condition>), Option<prop::sample::Index>);

fn any_expected() -> impl Strategy<Value = (Operator, Expected)> {
    let compare = prop::sample::select(vec![
        Operator::Equal,
        Operator::NotEqual,
        Operator::Greater,
        Operator::Less,
        Operator::GreaterOrEqual,
        Operator::LessOrEqual,
    ]);
    prop_oneof![
        any::<bool>().prop_map(|is| (Operator::Exists, Expected::Boolean(is))),
        any::<bool>().prop_map(|is| (Operator::Equal, Expected::Boolean(is))),
        (compare, 0..3_i64).prop_map(|(operator, number)| (operator, Expected::Number(Decimal::from(number)))),
        prop::sample::select(vec!["a", "b"]).prop_map(|code| (Operator::Equal, Expected::Coding(coding(code)))),
    ]
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let kind = prop_oneof![Just(Kind::Boolean), Just(Kind::Integer), Just(choice(&["a", "b"], false)), Just(Kind::Display),];
    let condition = (any::<prop::sample::Index>(), any_expected()).prop_map(|(at, (operator, expected))| (at, operator, expected));
    let conditions = (any::<bool>(), vec(condition, 0..3));
    (prop::bool::weighted(0.2), kind, any::<bool>(), conditions, option::of(any::<prop::sample::Index>()))
}

/// Conditions point to earlier items, or all of them forwards, so that none goes in a circle.
fn build(plans: &[Plan], forwards: bool) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (at, (starts_group, kind, required, (all, conditions), differs)) in plans.iter().enumerate() {
        let (from, room) = if forwards { (at + 1, plans.len() - at - 1) } else { (0, at) };
        let tests: Vec<Test> = conditions
            .iter()
            .filter(|_| room > 0)
            .map(|(target, operator, expected)| Test {
                question: id(&format!("i{}", from + target.index(room))),
                operator: *operator,
                expected: expected.clone(),
            })
            .collect();
        let enabled = if tests.is_empty() { Enabled::Always } else { Enabled::When { all: *all, tests } };
        let is_choice = matches!(kind, Kind::Choice { .. });
        let differs_from = differs.iter().filter(|_| room > 0 && is_choice).map(|other| id(&format!("i{}", from + other.index(room))));
        let differs_from = differs_from.collect();
        let one = Item { required: *required, enabled: enabled.clone(), differs_from, ..item(&format!("i{at}"), kind.clone()) };
        match items.last_mut().filter(|last| last.kind == Kind::Group && !starts_group) {
            Some(around) => around.items.push(one),
            None if *starts_group => {
                // A group that points forwards could point into itself.
                let enabled = if forwards { Enabled::Always } else { enabled };
                items.push(Item { enabled, ..group(&format!("g{at}"), vec![one]) });
            }
            None => items.push(one),
        }
    }
    items
}

fn any_given() -> impl Strategy<Value = Option<Given>> {
    let value = prop_oneof![
        any::<bool>().prop_map(Value::Boolean),
        (0..3_i64).prop_map(Value::Integer),
        prop::sample::select(vec!["a", "b"]).prop_map(|code| Value::Coding(coding(code))),
    ];
    option::weighted(0.8, prop_oneof![8 => vec(value, 1..3).prop_map(Given::Values), 1 => Just(Given::Declined), 1 => Just(Given::Skipped)])
}

fn any_survey() -> impl Strategy<Value = (Vec<Item>, Answers)> {
    (vec((any_plan(), any_given()), 1..12), any::<bool>()).prop_map(|(all, forwards)| {
        let (plans, given): (Vec<Plan>, Vec<Option<Given>>) = all.into_iter().unzip();
        let answers = given.into_iter().enumerate().filter_map(|(at, given)| Some((id(&format!("i{at}")), given?))).collect();
        (build(&plans, forwards), answers)
    })
}

/// Whether an item is enabled, found by following its conditions back instead of going through the document.
fn is_on(definition: &Definition, answers: &Answers, wanted: &Item) -> bool {
    let around = definition.walk().find(|outer| outer.items.iter().any(|inner| inner.link_id == wanted.link_id));
    let holds = |test: &Test| {
        let live =
            definition.item(&test.question).and_then(|question| Some((test.question.clone(), counted(definition, answers, question)?)));
        passes(test, &live.into_iter().collect())
    };
    let left = |option: &Choice| !is_taken(definition, answers, (wanted, &Value::Coding(option.coding.clone())));
    around.is_none_or(|outer| is_on(definition, answers, outer))
        && (wanted.differs_from.is_empty() || wanted.options().iter().any(left))
        && match &wanted.enabled {
            Enabled::When { all: true, tests } => tests.iter().all(holds),
            Enabled::When { tests, .. } => tests.iter().any(holds),
            _ => true,
        }
}

/// What counts of the answer to an item, found in the same way.
fn counted(definition: &Definition, answers: &Answers, item: &Item) -> Option<Given> {
    let given = answers.get(&item.link_id).filter(|_| item.is_question() && is_on(definition, answers, item))?;
    let Given::Values(values) = given else { return Some(given.clone()) };
    let left: Vec<Value> = values.iter().filter(|value| !is_taken(definition, answers, (item, value))).cloned().collect();
    (!left.is_empty()).then_some(Given::Values(left))
}

/// Whether an option was chosen at a question that this one is to differ from.
fn is_taken(definition: &Definition, answers: &Answers, (item, value): (&Item, &Value)) -> bool {
    let others = item.differs_from.iter().filter_map(|other| definition.item(other));
    let mut given = others.filter_map(|other| counted(definition, answers, other));
    matches!(value, Value::Coding(_)) && given.any(|given| given.values().contains(value))
}

proptest! {
    #[test]
    fn a_submission_holds_every_answer_asked_for_and_no_other((items, answers) in any_survey()) {
        let journey = journey(items);
        let submission = journey.walk(&answers, TODAY).submission();
        for item in journey.definition().walk() {
            let asked = item.is_asked() && is_on(journey.definition(), &answers, item);
            let counted = counted(journey.definition(), &answers, item).filter(|_| asked);
            prop_assert_eq!(submission.get(&item.link_id), counted.as_ref(), "{}", item.link_id);
        }
    }

    #[test]
    fn a_submission_is_asked_the_same_questions_as_its_draft((items, answers) in any_survey()) {
        let journey = journey(items);
        let submission = journey.walk(&answers, TODAY).submission();
        prop_assert_eq!(journey.walk(&submission, TODAY).submission(), submission.clone());
    }

    #[test]
    fn going_on_visits_the_reachable_pages_and_going_back_undoes_it((items, answers) in any_survey()) {
        let journey = journey(items);
        let walk = journey.walk(&answers, TODAY);
        let (mut seen, mut before, mut step) = (Vec::new(), None, walk.first());
        while let Step::Page(key) = step {
            prop_assert_eq!(walk.previous(&key), before);
            step = walk.next(&key);
            seen.push(key.clone());
            before = Some(key);
            prop_assert!(seen.len() <= journey.pages().len());
        }
        prop_assert_eq!(seen.iter().collect::<Vec<_>>(), walk.reachable().iter().map(|page| &page.key).collect::<Vec<_>>());
    }

    #[test]
    fn wherever_somebody_goes_on_they_may_go((items, answers) in any_survey()) {
        let journey = journey(items);
        let walk = journey.walk(&answers, TODAY);
        match walk.resume() {
            Step::Page(key) => prop_assert!(walk.may_visit(&key)),
            Step::Check => prop_assert_eq!(walk.missing_required(), None),
        }
        let keys: BTreeSet<_> = journey.pages().iter().map(|page| &page.key).collect();
        prop_assert_eq!(keys.len(), journey.pages().len());
    }

    #[test]
    fn a_form_filled_in_again_gives_the_same_answer((asked, given) in any_answered()) {
        prop_assert_eq!(parse(&asked, &refill(&given, &asked)), Ok(given));
    }

    #[test]
    fn whatever_is_posted_is_an_answer_or_a_problem((asked, _) in any_answered(), posted in any_posted()) {
        match parse(&asked, &posted) {
            Ok(given) => prop_assert_eq!(parse(&asked, &refill(&given, &asked)), Ok(given)),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

fn any_words(pattern: &'static str) -> impl Strategy<Value = Value> {
    pattern.prop_map(|words| words.trim().to_owned()).prop_filter("blank", |words| !words.is_empty()).prop_map(Value::Text)
}

fn any_date() -> impl Strategy<Value = Value> {
    (1000..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Value::Date(Date::new(year, month, day).unwrap()))
}

fn any_chosen() -> impl Strategy<Value = Vec<Value>> {
    (prop::sample::subsequence(vec!["a", "b", "c"], 0..=3), option::of(any_words("\\PC{1,40}")))
        .prop_map(|(codes, words)| codes.into_iter().map(|code| Value::Coding(coding(code))).chain(words).collect())
}

/// A question with an answer that fits it, in the form in which it is kept.
fn any_answered() -> impl Strategy<Value = (Item, Given)> {
    let decimal = (-999_999_999_999_999_999..=999_999_999_999_999_999_i64, 0..=18_u32)
        .prop_map(|(digits, places)| Value::Decimal(Decimal::new(digits, places)));
    let several = |kind: Kind, one: BoxedStrategy<Value>| vec(one, 1..4).prop_map(move |values| (kind.clone(), values)).boxed();
    let answered = prop_oneof![
        any::<bool>().prop_map(|is| (Kind::Boolean, vec![Value::Boolean(is)])),
        any_words("(\\PC|\n|\t){1,60}").prop_map(|words| (Kind::Text, vec![words])),
        any_chosen().prop_map(|values| (choice(&["a", "b", "c"], true), values)),
        several(Kind::Integer, any::<i64>().prop_map(Value::Integer).boxed()),
        several(Kind::Decimal, decimal.boxed()),
        several(Kind::Date, any_date().boxed()),
        several(Kind::String, any_words("\\PC{1,60}").boxed()),
    ];
    (answered, 0..10_u8).prop_map(|((kind, values), chance)| {
        let question = Item { repeats: values.len() > 1, sensitive: chance == 0, ..item("q", kind) };
        let given = match (chance, values.is_empty()) {
            (0, _) => Given::Declined,
            (1, _) | (_, true) => Given::Skipped,
            _ => Given::Values(values),
        };
        (question, given)
    })
}

fn any_posted() -> impl Strategy<Value = Posted> {
    let part = prop_oneof![Just(String::new()), "[0-9]{1,4}", "\\PC{0,5}"];
    let answer = prop_oneof!["[-+]?[0-9]{0,20}[.,]?[0-9]{0,20}", "[abc]", Just("other".to_owned()), any::<String>()];
    (vec(answer, 0..3), any::<String>(), any::<bool>(), part.clone(), part.clone(), part)
        .prop_map(|(answers, other, decline, day, month, year)| Posted { answers, other, decline, day, month, year })
}
