//! Many writers at once lose nothing and block nobody.

use std::thread;

use saywell::clock::Moment;
use saywell::domain::indicator::Definition;
use saywell::store::counting::{self, At, Batch};
use saywell::store::definitions::Kept;
use saywell::store::drafts::{self, By, Seen};
use saywell::store::ids::{ResponseId, SurveyId, VersionId};
use saywell::store::responses::{self, Response, Saved};
use saywell::store::scores;
use saywell::store::submissions::{self, Outcome, Submission};
use saywell::store::{Store, cells, facts, surveys, withdrawals};

use super::super::support::NOW;
use super::super::support::database::{Database, definitions};

const WRITERS: i64 = 8;

fn draft(survey: SurveyId, version: VersionId, id: i64) -> Response {
    Response {
        survey_id: survey,
        id: ResponseId(id),
        version_id: version,
        organisation_id: None,
        locality_id: None,
        episode_id: None,
        invitation_id: None,
        timepoint: "unscheduled".to_owned(),
        respondent: "carer".to_owned(),
        mode: "web".to_owned(),
        language: "en".to_owned(),
        status: "draft".to_owned(),
        revision: 0,
        started_at: 0,
        saved_at: 0,
        expires_at: NOW.plus_days(14).micros(),
        submitted_at: None,
        period: None,
        answered_day: None,
        resume_hash: id.to_string(),
        receipt_hash: None,
        ..Response::default()
    }
}

fn submission(survey_id: SurveyId, id: i64) -> Submission {
    let response_id = ResponseId(id);
    Submission {
        survey_id,
        response_id,
        revision: 0,
        submitted_at: NOW.micros(),
        period: 2026 * 12 + 10,
        answered_day: 20_779,
        receipt_hash: format!("r{id}"),
        locality_id: None,
        answers: Vec::new(),
        scores: vec![scores::Row { survey_id, response_id, score: "carer-quality-of-life".to_owned(), thousandths: 1000 * (id % 13) }],
        alerts: Vec::new(),
        said: Vec::new(),
    }
}

fn carers(store: &Store) -> (SurveyId, VersionId) {
    let (survey, version) = store.read_now("survey", |conn| surveys::find(conn, "carer-experience")).unwrap();
    (survey.id, version.id)
}

#[test]
fn submissions_from_eight_sides_at_once_lose_nothing() {
    let database = Database::ready();
    let store = database.store(8);
    let (survey, version) = carers(&store);
    let own: Vec<_> = definitions(&store).into_iter().filter(|one| one.survey() == Some("carer-experience")).collect();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (store, own) = (&store, &own);
            scope.spawn(move || {
                for n in 0..12 {
                    let id = 1 + writer * 100 + n;
                    store.write_now("add", |tx| responses::add(tx, &draft(survey, version, id))).unwrap();
                    let done = store.write_now("submit", |tx| submissions::submit(tx, &submission(survey, id), own)).unwrap();
                    assert_eq!(done, Outcome::Accepted);
                }
            });
        }
    });
    let kept_up = store.read_now("cells", cells::all).unwrap();
    let all = kept_up
        .iter()
        .find(|((indicator, breakdown, ..), sums)| indicator == "carer-quality-of-life@1" && breakdown == "all" && sums[1] > 0);
    assert_eq!(all.unwrap().1[1], WRITERS * 12);
    let every = definitions(&store);
    store.write_now("rebuild", |tx| facts::rebuild(tx, &every, Moment::from_micros(0), |_| {})).unwrap();
    assert_eq!(store.read_now("cells", cells::all).unwrap(), kept_up);
}

/// Some send, some take back what was sent, and one writes a draft and counts it meanwhile, and writes it anew.
#[test]
fn a_draft_that_is_counted_while_answers_come_in_and_are_taken_back_misses_none_and_counts_none_twice() {
    let database = Database::ready();
    let store = database.store(8);
    let (survey, version) = carers(&store);
    let own: Vec<_> = definitions(&store).into_iter().filter(|one| one.survey() == Some("carer-experience")).collect();
    let current = own.iter().find(|one| one.key == "carer-quality-of-life").unwrap();
    let send = |id: i64| {
        store.write_now("add", |tx| responses::add(tx, &draft(survey, version, id))).unwrap();
        assert_eq!(store.write_now("submit", |tx| submissions::submit(tx, &submission(survey, id), &own)).unwrap(), Outcome::Accepted);
    };
    let take_back = |id: i64| {
        assert!(store.write_now("withdraw", |tx| withdrawals::withdraw(tx, survey, ResponseId(id), 0, &own)).unwrap());
    };
    let before: Vec<i64> = (1..=60).collect();
    for id in &before {
        send(*id);
    }
    let counted = thread::scope(|scope| {
        for writer in 1..WRITERS {
            let (send, take_back) = (&send, &take_back);
            scope.spawn(move || {
                for n in 0..10 {
                    send(writer * 100 + n);
                    if n % 2 == 0 {
                        take_back(if n % 4 == 0 { writer * 100 + n } else { writer * 7 + n / 4 });
                    }
                }
            });
        }
        scope.spawn(|| count_twice(&store, current)).join().unwrap()
    });
    let kept_up = store.read_now("cells", cells::all).unwrap();
    assert!(kept_up.keys().any(|(indicator, ..)| *indicator == counted.counted_as()));
    let every: Vec<_> = definitions(&store).into_iter().chain([counted]).collect();
    store.write_now("rebuild", |tx| facts::rebuild(tx, &every, Moment::from_micros(0), |_| {})).unwrap();
    assert_eq!(store.read_now("cells", cells::all).unwrap(), kept_up);
}

/// Counts a draft, and once more after it was written anew. Answers what it counts by in the end.
fn count_twice(store: &Store, current: &Definition) -> Definition {
    let first = Definition { version: 2, rolling_months: 1, ..current.clone() };
    let second = Definition { rolling_months: 2, ..first.clone() };
    let by = By { account: 1, now: NOW };
    assert!(store.write_now("draft", |tx| drafts::begin(tx, &Kept::draft(&first, 1, NOW))).unwrap());
    for definition in [first, second.clone()] {
        let kept = store.read_now("draft", |conn| drafts::find(conn, &definition.key)).unwrap().unwrap();
        store.write_now("begin", |tx| counting::begin(tx, &kept, NOW)).unwrap();
        let mut at = At::START;
        while let Batch::More(next) = store.write_now("count", |tx| counting::step(tx, &kept, &definition, at, 7)).unwrap() {
            at = next;
        }
        assert!(store.write_now("finish", |tx| counting::finish(tx, &kept, None, NOW)).unwrap());
        if definition.rolling_months != second.rolling_months {
            assert!(store.write_now("change", |tx| drafts::change(tx, &Seen::of(&kept), &second, by)).unwrap());
        }
    }
    second
}

#[test]
fn one_response_sent_from_eight_sides_at_once_is_sent_once() {
    let database = Database::ready();
    let store = database.store(8);
    let (survey, version) = carers(&store);
    let own = definitions(&store);
    store.write_now("add", |tx| responses::add(tx, &draft(survey, version, 7))).unwrap();
    let send = || store.write_now("submit", |tx| submissions::submit(tx, &submission(survey, 7), &own)).unwrap();
    let ends: Vec<Outcome> = thread::scope(|scope| {
        let all: Vec<_> = (0..WRITERS).map(|_| scope.spawn(send)).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(ends.iter().filter(|end| **end == Outcome::Accepted).count(), 1);
    assert_eq!(ends.iter().filter(|end| **end == Outcome::Already).count(), 7);
}

#[test]
fn writers_that_read_first_are_never_told_that_the_database_is_locked() {
    let database = Database::ready();
    let store = database.store(8);
    let (survey, version) = carers(&store);
    for writer in 0..WRITERS {
        store.write_now("add", |tx| responses::add(tx, &draft(survey, version, writer))).unwrap();
    }
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || {
                let page = Saved { language: "en".to_owned(), saved_at: NOW.micros(), expires_at: NOW.plus_days(14).micros() };
                for _ in 0..50 {
                    let saved = store.write_now("save", |tx| {
                        responses::by_resume_hash(tx, &writer.to_string())?;
                        responses::saved(tx, survey, ResponseId(writer), &page)
                    });
                    saved.unwrap();
                }
            });
        }
    });
    for writer in 0..WRITERS {
        let kept = store.read_now("find", |conn| responses::by_resume_hash(conn, &writer.to_string())).unwrap().unwrap();
        assert_eq!(kept.revision, 50);
    }
}

#[test]
fn a_unit_of_work_that_fails_leaves_nothing_behind() {
    let database = Database::ready();
    let store = database.store(2);
    let (survey, version) = carers(&store);
    let failed = store.write_now("half", |tx| {
        responses::add(tx, &draft(survey, version, 7))?;
        Err::<(), _>(saywell::store::Error::NotFound)
    });
    assert!(matches!(failed, Err(saywell::store::Error::NotFound)));
    assert!(store.read_now("find", |conn| responses::by_resume_hash(conn, "7")).unwrap().is_none());
}
