//! Small surveys for the tests of this room.

use std::sync::Arc;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::answer::{Answers, Given, Value};
use super::definition::{
    Bound, Choice, Coding, Definition, Enabled, Expected, Item, Kind, Limits, LinkId, Operator, Respondent, SurveyKey, Test,
};
use super::journey::{Journey, PageKey};
use super::text::{Language, LocalText};

pub const TODAY: Date = date(2026, 3, 1);

pub fn id(name: &str) -> LinkId {
    LinkId::parse(name).unwrap()
}

pub fn key(name: &str) -> PageKey {
    PageKey::parse(name).unwrap()
}

pub fn item(name: &str, kind: Kind) -> Item {
    Item {
        link_id: id(name),
        prefix: None,
        text: LocalText::new(format!("About {name}")),
        help: None,
        kind,
        required: false,
        repeats: false,
        sensitive: false,
        hidden: false,
        read_only: false,
        calculated: None,
        variables: Vec::new(),
        limits: Limits::default(),
        enabled: Enabled::Always,
        differs_from: Vec::new(),
        risk: Vec::new(),
        codes: Vec::new(),
        unit: None,
        items: Vec::new(),
    }
}

pub fn group(name: &str, items: Vec<Item>) -> Item {
    Item { items, ..item(name, Kind::Group) }
}

pub fn coding(code: &str) -> Coding {
    Coding { system: Some("urn:test".to_owned()), code: code.to_owned(), display: None }
}

pub fn option(code: &str) -> Choice {
    Choice { coding: coding(code), label: LocalText::new(code), hint: None, ordinal: None, exclusive: false }
}

pub fn choice(codes: &[&str], open: bool) -> Kind {
    Kind::Choice { options: codes.iter().map(|code| option(code)).collect(), open }
}

pub fn survey(items: Vec<Item>) -> Definition {
    Definition {
        key: SurveyKey::parse("sample").unwrap(),
        url: None,
        version: "1".to_owned(),
        title: LocalText::new("Sample"),
        purpose: LocalText::default(),
        copyright: None,
        minutes: None,
        programme: None,
        respondents: Respondent::ALL.to_vec(),
        languages: vec![Language::english()],
        machine_drafted: Vec::new(),
        shows_own_results: false,
        variables: Vec::new(),
        items,
        scores: Vec::new(),
    }
}

pub fn journey(items: Vec<Item>) -> Journey {
    Journey::new(Arc::new(survey(items)))
}

pub fn test(question: &str, operator: Operator, expected: Expected) -> Test {
    Test { question: id(question), operator, expected }
}

pub fn when(question: &str, operator: Operator, expected: Expected) -> Enabled {
    Enabled::When { all: true, tests: vec![test(question, operator, expected)] }
}

pub fn when_yes(question: &str) -> Enabled {
    when(question, Operator::Equal, Expected::Boolean(true))
}

pub fn answers(all: &[(&str, Value)]) -> Answers {
    all.iter().map(|(name, value)| (id(name), Given::Values(vec![value.clone()]))).collect()
}

pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn between(min: &str, max: &str) -> Limits {
    Limits { min: Some(Bound::Number(number(min))), max: Some(Bound::Number(number(max))), ..Limits::default() }
}
