//! How long the pure parts of a response take, and the one write that moves an indicator.
//!
//! `cargo bench` runs them. Each measures one decision that is made while a person waits for a page, on a survey that
//! Saywell brings with it.

#![expect(clippy::expect_used, reason = "a measurement that cannot be set up has nothing to go on with")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use divan::Bencher;
use jiff::civil::{Date, date};
use saywell::catalogue;
use saywell::domain::care::timepoint::Timepoint;
use saywell::domain::framework::{self, Framework};
use saywell::domain::indicator::strata::Mode;
use saywell::domain::indicator::subject::{Asked, Episode, Person, Submitted};
use saywell::domain::indicator::{self, Definition, Subject, cell};
use saywell::domain::survey::complete::complete;
use saywell::domain::survey::definition::Respondent;
use saywell::domain::survey::derive::derive;
use saywell::domain::survey::{Answers, Journey, Kind, Language, Posted, validation};
use saywell::store::{Address, Store, facts};

const TODAY: Date = date(2026, 11, 20);
const INDEPENDENCE: &[u8] = include_bytes!("../surveys/independence-at-home.json");
const ACCOMMODATION: &[u8] = include_bytes!("../surveys/settled-accommodation.json");

fn main() {
    divan::main();
}

fn journey(source: &[u8]) -> Journey {
    let imported = catalogue::parse(source).expect("a built-in survey is readable");
    Journey::new(Arc::new(imported.definition))
}

/// The form of a person who takes the first option and types nothing.
fn posted(item: &saywell::domain::survey::Item) -> Posted {
    let first = match item.kind {
        Kind::Boolean => Some("true".to_owned()),
        _ => item.options().first().map(|option| validation::option_value(option, item)),
    };
    Posted { answers: first.into_iter().collect(), ..Posted::default() }
}

/// Answers to every page of a survey.
fn answered(journey: &Journey) -> Answers {
    let given =
        |page: &saywell::domain::survey::Page| Some((page.item.link_id.clone(), validation::parse(&page.item, &posted(&page.item)).ok()?));
    journey.pages().iter().filter_map(given).collect()
}

/// An episode of two years in which a person was asked and answered every half-year.
fn subject() -> Subject {
    let days = [date(2025, 1, 14), date(2025, 7, 9), date(2026, 1, 20), date(2026, 7, 2)];
    let submitted = |(id, day): (i64, &Date)| Submitted {
        id,
        survey: "settled-accommodation".to_owned(),
        date: *day,
        timepoint: Timepoint::Review,
        organisation: 3,
        locality: 5,
        language: "en".to_owned(),
        mode: Some(Mode::Web),
        respondent: Some(Respondent::Self_),
        items: BTreeMap::from([("settled".to_owned(), vec![if id % 2 == 0 { "Y" } else { "N" }.to_owned()])]),
        scores: BTreeMap::new(),
    };
    let asked = |day: &Date| Asked { survey: "settled-accommodation".to_owned(), date: *day, answered: true };
    Subject {
        id: 1,
        episode: Some(Episode {
            programme: "mental-health".to_owned(),
            organisation: 3,
            locality: 5,
            person: Person { language: "en".to_owned(), ..Person::default() },
            born: date(1984, 3, 30),
            opened: date(2024, 11, 4),
            closed: None,
            discharged: None,
            delivered: None,
        }),
        responses: (0..).zip(&days).map(submitted).collect(),
        asked: days.iter().map(asked).collect(),
    }
}

/// The subject before its latest answer.
fn earlier() -> Subject {
    let mut subject = subject();
    subject.responses.pop();
    subject
}

fn settled() -> Definition {
    let framework = Framework::parse(framework::BUILT_IN).expect("the built-in framework is readable");
    framework.indicator("settled-accommodation").expect("it has the indicator of settled accommodation").clone()
}

#[divan::bench]
fn survey_import(bencher: Bencher) {
    bencher.bench(|| catalogue::parse(black_box(INDEPENDENCE)));
}

/// What one posted page costs before and after it is written: is it the person's to answer, what was said, where next.
#[divan::bench]
fn page_walk_and_validation(bencher: Bencher) {
    let journey = journey(INDEPENDENCE);
    let answers = answered(&journey);
    let page = journey.pages().last().expect("the survey has pages");
    let posted = posted(&page.item);
    bencher.bench(|| {
        let walk = journey.walk(black_box(&answers), TODAY);
        let given = validation::parse(&page.item, black_box(&posted));
        (walk.may_visit(&page.key), given, walk.next(&page.key))
    });
}

#[divan::bench]
fn scores(bencher: Bencher) {
    let journey = journey(INDEPENDENCE);
    let answers = answered(&journey);
    let definition = journey.definition();
    bencher.bench(|| definition.scores.iter().map(|score| score.compute(definition, black_box(&answers))).collect::<Vec<_>>());
}

#[divan::bench]
fn derived_settled_status(bencher: Bencher) {
    let journey = journey(ACCOMMODATION);
    let (answers, english) = (answered(&journey), Language::english());
    bencher.bench(|| derive(journey.definition(), black_box(&answers), &english, TODAY));
}

/// All that a submitted response consists of, before its transaction begins.
#[divan::bench]
fn response_completion(bencher: Bencher) {
    let journey = journey(ACCOMMODATION);
    let (answers, english) = (answered(&journey), Language::english());
    bencher.bench(|| complete(&journey, black_box(&answers), &english, TODAY));
}

#[divan::bench]
fn facts_of_an_episode(bencher: Bencher) {
    let (definition, subject) = (settled(), subject());
    bencher.bench(|| indicator::facts(black_box(&definition), black_box(&subject)));
}

#[divan::bench]
fn cell_changes_of_one_answer(bencher: Bencher) {
    let definition = settled();
    let (old, new) = (indicator::facts(&definition, &earlier()), indicator::facts(&definition, &subject()));
    bencher.bench(|| cell::changes(black_box(&old), black_box(&new)));
}

/// Facts and cells brought up to date by one answer, in a transaction of its own on an SQLite file.
#[divan::bench]
fn cells_kept_up_in_sqlite(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("there is room for a temporary database");
    let store = Store::open(Address::Sqlite(folder.path().join("bench.sqlite")), 1).expect("the database opens");
    store.migrate().expect("the tables are made");
    let (definition, before, after) = (settled(), earlier(), subject());
    let mut has_answered = false;
    bencher.bench_local(|| {
        has_answered = !has_answered;
        let subject = if has_answered { &after } else { &before };
        store.write_now("refresh", |tx| facts::refresh(tx, &definition, subject)).expect("the cells are kept up");
    });
}
