//! A reader who has every page and file of one event, adds and subtracts, and still cannot tell how few some people were.

use std::collections::BTreeMap;

use saywell::domain::access::Role;
use saywell::store::ids::LocalityId;

use super::super::support::App;
use super::results::{Alike, Lines, file};

/// What a count can be at most that nobody may know.
const MANY: i64 = 1_000_000;

/// How many of each group chose what, as it truly was: by section, answer, split and member.
type Truth = BTreeMap<(String, String, String, String), i64>;

/// One line of one table: the counts that add up, the total first.
type Sum = Vec<(i64, i64, i64)>;

/// A generator for the numbers of each room, the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

const OUTCOMES: [&str; 3] = ["settled", "role", "carers"];
const SENSES: [&str; 3] = ["yes", "partly", "no"];
const RESPONDENTS: [&str; 3] = ["self", "proxy", "carer"];

/// Between what a count lies that is on a line of the file.
fn read(lines: &Lines, key: &(String, String, String, String), column: &str) -> (i64, i64) {
    let (section, answer, breakdown, member) = key;
    let is_it = |line: &&BTreeMap<String, String>| {
        let named = if section == "sense" { line["answer"] == *answer } else { line["subject"] == *answer };
        line["section"] == *section && named && line["breakdown"] == *breakdown && line["member_code"] == *member
    };
    let shown = lines.iter().find(is_it).and_then(|line| line[column].parse::<i64>().ok());
    shown.map_or((0, MANY), |count| ((count - 2).max(5), count + 2))
}

/// Every sum that adds up in the tables of priorities and of the indicator: answers to a total, members of a split to everybody.
fn sums(lines: &Lines, truth: &Truth, members: &[(String, String)]) -> Vec<Sum> {
    let people = |(split, member): &(String, String)| {
        let is_it = |line: &&BTreeMap<String, String>| {
            line["section"] == "answers" && line["breakdown"] == *split && line["member_code"] == *member
        };
        let shown = lines.iter().find(is_it).and_then(|line| line["count"].parse::<i64>().ok());
        let (low, high) = shown.map_or((0, MANY), |count| ((count - 2).max(5), count + 2));
        let key = |answer: &&str| ("priority".to_owned(), (*answer).to_owned(), split.clone(), member.clone());
        (OUTCOMES.iter().filter_map(|answer| truth.get(&key(answer))).sum(), low, high)
    };
    let mut sums: Vec<Sum> = ["respondent", "locality"]
        .iter()
        .map(|split| {
            let theirs = members.iter().filter(|(each, _)| each == split);
            std::iter::once(people(&("all".to_owned(), String::new()))).chain(theirs.map(people)).collect()
        })
        .collect();
    for (section, answers) in [("priority", OUTCOMES), ("sense", SENSES)] {
        let cell = |answer: &str, (split, member): &(String, String)| {
            let key = (section.to_owned(), answer.to_owned(), split.clone(), member.clone());
            let (low, high) = read(lines, &key, "count");
            (truth.get(&key).copied().unwrap_or_default(), low, high)
        };
        let total = |group: &(String, String)| {
            let all: i64 = answers.iter().map(|answer| cell(answer, group).0).sum();
            let key = (section.to_owned(), answers[0].to_owned(), group.0.clone(), group.1.clone());
            let (low, high) = read(lines, &key, "answered");
            (all, low, high)
        };
        let everybody = ("all".to_owned(), String::new());
        for group in std::iter::once(&everybody).chain(members) {
            sums.push(std::iter::once(total(group)).chain(answers.iter().map(|answer| cell(answer, group))).collect());
        }
        for split in ["respondent", "locality"] {
            let theirs = || members.iter().filter(|(each, _)| each == split);
            sums.push(std::iter::once(total(&everybody)).chain(theirs().map(total)).collect());
            for answer in answers {
                sums.push(std::iter::once(cell(answer, &everybody)).chain(theirs().map(|group| cell(answer, group))).collect());
            }
        }
    }
    sums
}

/// A room with as many people of each kind as the numbers say. Returns what is shown of it, and how it truly was.
async fn room(seed: u64) -> (Lines, Truth, Vec<(String, String)>) {
    let app = App::spawn();
    let places: Vec<LocalityId> =
        [("Fenwold", "MZ1"), ("Marl Cross", "MZ2")].iter().map(|(name, area)| app.with_locality(name, area)).collect();
    let event = app.hold().await;
    let (mut numbers, mut truth) = (Numbers(seed), Truth::new());
    let mut count = |section: &str, answer: &str, (split, member): (&str, &str), many: i64| {
        *truth.entry((section.to_owned(), answer.to_owned(), split.to_owned(), member.to_owned())).or_default() += many;
    };
    for (kind, respondent) in RESPONDENTS.iter().enumerate() {
        for place in [None, Some(places[0]), Some(places[1])] {
            for (at, outcome) in OUTCOMES.iter().enumerate() {
                // Some cells of a few, and some of many.
                let many = if numbers.below(3) == 0 { numbers.below(4) } else { numbers.below(14) };
                let sense = SENSES[(at + kind + usize::try_from(numbers.below(2)).unwrap()) % 3];
                let next = OUTCOMES[(at + 1) % 3];
                let some = Alike { respondent, locality: place, priorities: &[outcome, next], sense: Some(sense) };
                app.sent(&event, usize::try_from(many).unwrap(), some);
                let home = place.map_or("unknown".to_owned(), |id| format!("E{}", id.0));
                for group in [("all", ""), ("respondent", *respondent), ("locality", home.as_str())] {
                    count("priority", outcome, group, many.cast_signed());
                    count("sense", sense, group, many.cast_signed());
                }
            }
        }
    }
    let mut members: Vec<(String, String)> = truth.keys().map(|(_, _, split, member)| (split.clone(), member.clone())).collect();
    members.retain(|(split, _)| split != "all");
    members.sort();
    members.dedup();
    let later = app.later(1);
    let mut browser = later.staff(Role::CommissionerAnalyst, event.organisation_id);
    (file(&mut browser, &event).await, truth, members)
}

#[tokio::test]
async fn no_subtraction_between_everybody_and_a_split_tells_how_few_said_something() {
    for seed in 1..=6 {
        let (lines, truth, members) = room(seed).await;
        assert!(lines.iter().any(|line| line["section"] == "priority" && !line["count"].is_empty()), "something is shown");
        for sum in sums(&lines, &truth, &members) {
            let (total, parts) = sum.split_first().unwrap();
            for (at, part) in parts.iter().enumerate().filter(|(_, (truth, ..))| *truth < 5) {
                let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
                let (low, high) = others.fold((0, 0), |(low, high), (_, other)| (low + other.1, high + other.2));
                let (least, most) = ((total.1 - high).max(0), total.2 - low);
                assert_eq!(part.2, MANY, "a count of {} is shown in the room {seed}", part.0);
                assert!(most - least >= 5, "a count of {} is known to lie in {least} to {most} in the room {seed}", part.0);
            }
        }
    }
}

#[tokio::test]
async fn every_count_of_an_event_is_rounded_and_none_is_under_five() {
    for seed in 7..=9 {
        let (lines, ..) = room(seed).await;
        for line in &lines {
            for column in ["count", "answered"] {
                assert!(line[column].parse::<u64>().map_or(true, |count| count >= 5 && count % 5 == 0), "{line:?}");
            }
            assert!(line["points"].parse::<u64>().map_or(true, |points| points >= 15 && points % 15 == 0), "{line:?}");
        }
    }
}
