//! What came out of an event: when it is there, who sees it, and what stands in it.

use std::collections::BTreeMap;

use saywell::domain::access::{Action, Role};
use saywell::domain::survey::answer::{Answers, Given, Value};
use saywell::domain::survey::{Coding, LinkId};
use saywell::store::events::Event;
use saywell::store::ids::{LocalityId, ResponseId};
use saywell::store::responses::Response;
use saywell::store::schema::events;
use saywell::store::{answers, responses, surveys, withdrawals};

use super::super::support::events::Said;
use super::super::support::{App, Browser, NOW};

pub type Lines = Vec<BTreeMap<String, String>>;

/// Some people who said the same.
#[derive(Clone, Copy)]
pub struct Alike<'a> {
    pub respondent: &'a str,
    pub locality: Option<LocalityId>,
    /// Keys of outcomes, the first choice first.
    pub priorities: &'a [&'a str],
    /// What they said of the first indicator of the event.
    pub sense: Option<&'a str>,
}

impl App {
    /// So many people send the same answers to an event.
    pub fn sent(&self, event: &Event, many: usize, some: Alike<'_>) {
        let key = event.survey_key();
        let coded = |code: &str| Given::Values(vec![Value::Coding(Coding { code: code.to_owned(), ..Coding::default() })]);
        let mut given = Answers::default();
        for (place, outcome) in some.priorities.iter().enumerate() {
            given.put(LinkId::parse(&format!("priority-{}", place + 1)).unwrap(), coded(outcome));
        }
        if let Some(code) = some.sense {
            let first = event.indicators.split(' ').next().unwrap();
            given.put(LinkId::parse(&format!("sense.{first}")).unwrap(), coded(code));
        }
        let ids: Vec<i64> = (0..many).map(|_| self.state.random.id(&self.state.clock)).collect();
        let add = |tx: &mut saywell::store::Conn| {
            let (survey, newest) = surveys::find(tx, &key)?;
            for id in &ids {
                let response = Response {
                    survey_id: survey.id,
                    id: ResponseId(*id),
                    version_id: newest.id,
                    locality_id: some.locality,
                    respondent: some.respondent.to_owned(),
                    mode: "web".to_owned(),
                    language: "en".to_owned(),
                    status: "submitted".to_owned(),
                    submitted_at: Some(NOW.micros()),
                    resume_hash: format!("resume-{id}"),
                    receipt_hash: Some(format!("receipt-{id}")),
                    ..Response::default()
                };
                responses::add(tx, &response)?;
                let rows: Vec<answers::Row> =
                    given.iter().flat_map(|(link, given)| answers::rows(survey.id, ResponseId(*id), link, given, false)).collect();
                answers::add(tx, &rows)?;
            }
            Ok(())
        };
        self.store().write_now("sent", add).unwrap();
    }
}

pub async fn file(browser: &mut Browser, event: &Event) -> Lines {
    browser.open(&format!("/engage/{}/results.csv", event.id.0)).await;
    assert_eq!(browser.status, 200, "{}", browser.words());
    csv::Reader::from_reader(browser.body.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn patients<'a>(priorities: &'a [&'a str]) -> Alike<'a> {
    Alike { respondent: "self", locality: None, priorities, sense: None }
}

#[tokio::test]
async fn while_an_event_takes_answers_there_is_nothing_but_that_it_does() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 40, patients(&["settled", "role"]));
    for role in [Role::EngagementLead, Role::CommissionerAnalyst] {
        let mut browser = app.staff(role, event.organisation_id);
        browser.open(&format!("/engage/{}/results", event.id.0)).await;
        assert_eq!(browser.status, 200);
        assert!(browser.words().contains("takes answers until"), "{}", browser.words());
        assert!(!browser.words().contains("40"), "{}", browser.words());
        let lines = file(&mut browser, &event).await;
        assert!(lines.len() == 1 && lines[0]["suppression"] == "none-yet" && lines[0]["count"].is_empty(), "{lines:?}");
        browser.open("/engage/results").await;
        assert!(browser.words().contains("No event is over yet"), "{}", browser.words());
    }
}

#[tokio::test]
async fn an_hour_after_an_event_closed_its_results_are_there_and_no_sooner() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 40, patients(&["settled", "role"]));
    // It closes two hours from now.
    for (minutes, there) in [(121, false), (179, false), (181, true)] {
        let later = app.minutes_later(minutes);
        let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
        browser.open(&format!("/engage/{}/results", event.id.0)).await;
        assert_eq!(browser.words().contains("About 40 people"), there, "{minutes}: {}", browser.words());
    }
}

/// So many of those who sent answers take them back.
fn taken_back(app: &App, event: &Event, many: usize) {
    let sent = app.responses(&event.survey_key()).into_iter().filter(|response| response.withdrawn_at.is_none());
    let some: Vec<Response> = sent.take(many).collect();
    let withdraw = |tx: &mut saywell::store::Conn| {
        some.iter().try_for_each(|one| withdrawals::withdraw(tx, one.survey_id, one.id, NOW.micros(), &[]).map(|done| assert!(done)))
    };
    app.store().write_now("take back", withdraw).unwrap();
}

/// How many answered, as the page, the list, the file and everybody else are told.
async fn told(app: &App, event: &Event) -> String {
    let mut browser = app.staff(Role::EngagementLead, event.organisation_id);
    let lines = file(&mut browser, event).await;
    let count = lines[0]["count"].clone();
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    assert!(browser.words().contains(&format!("About {count} people")), "{count}: {}", browser.words());
    browser.open("/engage/results").await;
    assert!(browser.texts_of("tbody tr").iter().any(|row| row.contains(&count)), "{count}: {}", browser.words());
    count
}

#[tokio::test]
async fn what_was_shown_stands_while_fewer_have_taken_their_answers_back_than_may_be_told_apart() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 43, patients(&["settled", "role"]));
    let later = app.later(1);
    assert_eq!(told(&later, &event).await, "45");
    taken_back(&later, &event, 1);
    assert_eq!(told(&later, &event).await, "45", "one of 43 would be seen to go");
    taken_back(&later, &event, 3);
    assert_eq!(told(&later, &event).await, "45");
    taken_back(&later, &event, 1);
    assert_eq!(told(&later, &event).await, "40", "five went");
    taken_back(&later, &event, 1);
    assert_eq!(told(&later, &event).await, "40", "and are counted from there");
}

#[tokio::test]
async fn papers_that_come_late_are_counted_five_at_a_time() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 42, patients(&["settled", "role"]));
    let later = app.later(1);
    assert_eq!(told(&later, &event).await, "40");
    later.sent(&event, 1, patients(&["role"]));
    assert_eq!(told(&later, &event).await, "40");
    // One that comes and one that goes are two.
    taken_back(&later, &event, 1);
    later.sent(&event, 2, patients(&["role"]));
    assert_eq!(told(&later, &event).await, "40");
    later.sent(&event, 1, patients(&["role"]));
    assert_eq!(told(&later, &event).await, "45");
}

#[tokio::test]
async fn of_what_showed_nothing_the_next_look_shows_whatever_there_is() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 4, patients(&["settled", "role"]));
    let later = app.later(1);
    let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    assert!(browser.words().contains("Too few people sent answers"), "{}", browser.words());
    later.sent(&event, 2, patients(&["settled", "role"]));
    assert_eq!(told(&later, &event).await, "5");
}

#[tokio::test]
async fn what_few_people_said_is_not_shown() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 4, patients(&["settled", "role"]));
    let later = app.later(1);
    let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    assert!(browser.words().contains("Too few people sent answers"), "{}", browser.words());
    let lines = file(&mut browser, &event).await;
    assert!(lines.iter().all(|line| line["suppression"] == "hidden" && line["count"].is_empty()), "{lines:?}");
}

#[tokio::test]
async fn what_people_sent_from_their_phones_comes_out_as_charts_tables_and_a_file() {
    let app = App::spawn();
    app.with_locality("Fenwold", "MZ1");
    let event = app.hold().await;
    for at in 0..12 {
        let (priorities, sense): (&[&str], _) = if at < 7 { (&["carers", "role"], "yes") } else { (&["role", "carers"], "no") };
        let said = Said {
            respondent: "carer",
            priorities,
            matters: Some("Buses on Sundays"),
            sense: &[("settled-accommodation", sense, "")],
            postcode: Some("MZ1"),
            may_publish: Some(true),
            ..Said::default()
        };
        app.answer(&event, said).await;
    }
    let later = app.later(1);
    let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
    browser.open("/engage/results").await;
    assert!(browser.texts_of("tbody tr").iter().any(|row| row.contains(&event.title) && row.contains("10")), "{}", browser.words());
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    assert!(browser.words().contains("About 10 people sent answers"), "{}", browser.words());
    assert!(!browser.words().contains("Buses"), "no words among figures");
    assert!(browser.body.contains("chart-bar") && browser.body.contains("chart-whisker"));
    let lines = file(&mut browser, &event).await;
    let of = |section: &str, subject: &str, answer: &str| {
        let same = |line: &&BTreeMap<String, String>| line["section"] == section && line["subject"] == subject && line["answer"] == answer;
        lines.iter().find(|line| same(line) && line["breakdown"] == "all").unwrap_or_else(|| panic!("{section} {subject} in {lines:?}"))
    };
    let (carers, role) = (of("priority", "carers", "first"), of("priority", "role", "first"));
    assert_eq!((carers["count"].as_str(), carers["answered"].as_str(), carers["rank"].as_str()), ("5", "10", "1"));
    // Nobody put the third first, so one of the other two is hidden with it, and so are its points.
    assert_eq!((role["suppression"].as_str(), role["points"].as_str(), role["rank"].as_str()), ("hidden", "", "2"));
    // 7 firsts and 5 seconds are 31 points, and go to the nearest 15.
    assert_eq!(carers["points"], "30");
    assert_eq!((carers["rank_best_95"].as_str(), carers["rank_worst_95"].as_str()), ("1", "2"));
    assert_eq!(of("priority", "settled", "first")["suppression"], "hidden");
    // Nobody said "partly", so one of the other two is hidden with it.
    assert_eq!(of("sense", "settled-accommodation", "no")["suppression"], "hidden");
    assert_eq!(of("sense", "settled-accommodation", "yes")["count"], "5");
    let counted =
        |name: &str| lines.iter().any(|line| line["section"] == "answers" && line["member_name"] == name && line["count"] == "10");
    assert!(counted("Carers") && counted("Fenwold") && counted("Own phone or computer"), "{lines:?}");
}

#[tokio::test]
async fn the_order_of_carers_stands_beside_that_of_patients() {
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 30, patients(&["settled", "role"]));
    app.sent(&event, 20, Alike { respondent: "carer", ..patients(&["carers", "settled"]) });
    let later = app.later(1);
    let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    let captions = browser.texts_of("caption");
    for caption in ["Order of 50 people: Everybody", "Order of 30 people: Patients", "Order of 20 people: Carers"] {
        assert!(captions.iter().any(|one| one == caption), "{captions:?}");
    }
    let lines = file(&mut browser, &event).await;
    let firsts = |member: &str| {
        let first = lines.iter().find(|line| line["section"] == "priority" && line["member_code"] == member && line["rank"] == "1");
        first.unwrap()["subject"].clone()
    };
    assert_eq!((firsts("carer").as_str(), firsts("self").as_str()), ("carers", "settled"));
    let split = lines.iter().filter(|line| line["section"] == "priority" && line["breakdown"] != "all");
    assert!(split.clone().count() > 0 && split.into_iter().all(|line| line["points"].is_empty()), "points of groups could be subtracted");
}

#[tokio::test]
async fn a_commissioner_sees_the_events_of_every_organisation_and_a_lead_their_own() {
    let app = App::spawn();
    let elsewhere = app.with_provider("South Team");
    let event = app.hold_with(|event| event.organisation_id = elsewhere).await;
    let address = format!("/engage/{}/results", event.id.0);
    let county = app.with_organisation("Example County", "commissioner");
    let later = app.later(1);
    let home = later.with_provider("North Team");
    for (role, organisation, status) in [
        (Role::CommissionerAnalyst, county, 200),
        (Role::CommissionerApprover, county, 200),
        (Role::EngagementLead, elsewhere, 200),
        (Role::EngagementLead, home, 404),
    ] {
        let mut browser = later.staff(role, organisation);
        browser.open(&address).await;
        assert_eq!(browser.status, status, "{role:?}");
        browser.open("/engage/results").await;
        assert_eq!(browser.words().contains(&event.title), status == 200, "{role:?}");
    }
}

#[tokio::test]
async fn who_takes_a_file_away_is_on_record() {
    let app = App::spawn();
    let event = app.hold().await;
    let later = app.later(1);
    file(&mut later.staff(Role::EngagementLead, event.organisation_id), &event).await;
    let exported = app.audited(Action::FiguresExported);
    assert_eq!(exported.iter().map(|line| line.subject.clone()).collect::<Vec<_>>(), [format!("event:{}", event.id.0)]);
}

#[tokio::test]
async fn of_an_event_that_was_called_off_there_are_no_results() {
    use diesel::prelude::*;
    let app = App::spawn();
    let event = app.hold().await;
    app.sent(&event, 40, patients(&["settled"]));
    let off = |tx: &mut saywell::store::Conn| {
        Ok(diesel::update(events::table.find(event.id)).set(events::called_off_at.eq(NOW.micros())).execute(tx)?)
    };
    app.store().write_now("call off", off).unwrap();
    let later = app.later(1);
    let mut browser = later.staff(Role::EngagementLead, event.organisation_id);
    browser.open(&format!("/engage/{}/results", event.id.0)).await;
    assert!(browser.words().contains("called off"), "{}", browser.words());
    browser.open("/engage/results").await;
    assert!(browser.words().contains("No event is over yet"));
}
