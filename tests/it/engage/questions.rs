//! The questions of an event: those of the survey that it begins with and its own.

use diesel::prelude::*;
use saywell::catalogue;
use saywell::domain::engagement::compose::Fault;
use saywell::event_survey::Refused;
use saywell::store::event_surveys::{self, Kept};
use saywell::store::events::Event;
use saywell::store::schema::facts;

use super::super::support::events::Said;
use super::super::support::{App, Browser};

/// The options on the page.
fn options(browser: &Browser) -> Vec<String> {
    browser.controls().into_iter().filter(|control| control.kind == "radio").map(|control| control.value).collect()
}

/// Somebody on the page of a question of an event.
async fn at(app: &App, event: &Event, page: &str) -> Browser {
    let mut phone = app.patient();
    phone.begin(&event.survey_key()).await;
    phone.get(&format!("/s/{}/q/{page}", event.survey_key())).await;
    phone
}

#[actix_web::test]
async fn everything_that_is_asked_at_an_event_is_kept() {
    let app = App::spawn();
    let event = app.hold().await;
    let said = Said {
        respondent: "carer",
        priorities: &["carers", "timely", "settled"],
        matters: Some("A break at weekends"),
        missing: Some("Buses"),
        sense: &[("settled-accommodation", "partly", "A roof is not a home"), ("carer-quality-of-life", "yes", "")],
        postcode: Some("OX4"),
        may_publish: Some(true),
        more: &[("how-was-it", "good")],
        ..Said::default()
    };
    let receipt = app.answer(&event, said).await;
    assert!(!receipt.is_empty());
    let key = event.survey_key();
    let kept = |question: &str| app.kept(&key, question);
    assert_eq!((kept("priority-1"), kept("priority-2"), kept("priority-3")), one3("carers", "timely", "settled"));
    assert_eq!(
        (kept("sense.settled-accommodation"), kept("sense.carer-quality-of-life"), kept("how-was-it")),
        one3("partly", "yes", "good")
    );
    assert_eq!((kept("may-publish"), kept("about.postcode-area").len()), (vec!["yes".to_owned()], 1));
    assert!(!kept("matters").concat().contains("weekends"), "words are kept sealed");
    let response = &app.responses(&key)[0];
    assert_eq!((response.respondent.as_str(), response.status.as_str()), ("carer", "submitted"));
}

fn one3(a: &str, b: &str, c: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    (vec![a.to_owned()], vec![b.to_owned()], vec![c.to_owned()])
}

#[actix_web::test]
async fn an_outcome_that_was_chosen_is_not_offered_again() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut phone = at(&app, &event, "priority-1").await;
    assert_eq!(options(&phone), ["settled", "role", "carers", "timely"]);
    phone.choose_code("carers").press().await;
    assert_eq!((phone.step(), options(&phone)), ("priority-2", ["settled", "role", "timely"].map(str::to_owned).to_vec()));
    let action = phone.action();
    phone.post(&action, &[("answer", "carers")]).await;
    assert_eq!(phone.status, 422);
    phone.choose_code("role").press().await;
    assert_eq!((phone.step(), options(&phone)), ("priority-3", ["settled", "timely"].map(str::to_owned).to_vec()));
}

#[actix_web::test]
async fn whoever_has_no_first_choice_is_asked_for_no_second() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut phone = at(&app, &event, "priority-1").await;
    phone.press().await;
    assert_eq!(phone.step(), "matters");
}

#[actix_web::test]
async fn changing_the_first_choice_to_the_second_leaves_the_second_open() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut phone = at(&app, &event, "priority-1").await;
    phone.choose_code("carers").press().await;
    phone.choose_code("role").press().await;
    let key = event.survey_key();
    phone.get(&format!("/s/{key}/q/priority-1?change=1")).await.choose_code("role").press().await;
    assert_eq!((phone.step(), options(&phone)), ("priority-2", ["settled", "carers", "timely"].map(str::to_owned).to_vec()));
    phone.get(&format!("/s/{key}/check")).await.press().await;
    assert_eq!(phone.step(), "done");
    assert_eq!((app.kept(&key, "priority-1"), app.kept(&key, "priority-2")), (vec!["role".to_owned()], Vec::new()));
}

#[actix_web::test]
async fn whether_words_may_be_published_is_asked_of_those_who_wrote_some() {
    let app = App::spawn();
    let event = app.hold().await;
    let address = format!("/s/{}/q/may-publish", event.survey_key());
    let mut phone = at(&app, &event, "may-publish").await;
    assert_eq!(phone.status, 303);
    let mut writer = at(&app, &event, "what-to-change").await;
    writer.fill("answer", "More chairs").press().await.get(&address).await;
    assert_eq!((writer.status, options(&writer)), (200, ["yes", "no"].map(str::to_owned).to_vec()));
    phone.get(&address).await;
    assert_eq!(phone.status, 303);
}

#[actix_web::test]
async fn an_event_asks_in_polish_too() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut phone = app.patient().speaking("pl");
    phone.begin(&event.survey_key()).await.get(&format!("/s/{}/q/priority-1", event.survey_key())).await;
    assert!(phone.words().contains("Co z tej listy jest dla Pana/Pani najważniejsze?"), "{}", phone.words());
}

#[actix_web::test]
async fn an_event_without_a_survey_asks_its_own_questions_and_where_people_live() {
    let app = App::spawn();
    let event = app
        .hold_with(|event| {
            event.base_survey = None;
            event.outcomes = "carers timely".to_owned();
            event.indicators = String::new();
        })
        .await;
    let said = Said { priorities: &["timely", "carers"], postcode: Some("OX4"), ..Said::default() };
    app.answer(&event, said).await;
    assert_eq!(app.kept(&event.survey_key(), "about.postcode-area").len(), 1);
    let questions = app.state.prepare(&event).await.unwrap().version.source;
    assert!(!questions.contains("priority-3") && !questions.contains("\"sense."));
}

#[actix_web::test]
async fn answers_of_an_event_come_from_forty_people_in_a_moment() {
    let app = App::spawn();
    let event = app.hold().await;
    for place in 0..40 {
        let priorities: &[&str] = if place % 2 == 0 { &["carers"] } else { &["timely", "role"] };
        app.answer(&event, Said { priorities, ..Said::default() }).await;
    }
    assert_eq!(app.kept(&event.survey_key(), "priority-1").len(), 40);
}

#[actix_web::test]
async fn questions_may_change_until_somebody_begins_to_answer() {
    let app = App::spawn();
    let event = app.hold().await;
    let keep = async |event: &Event| {
        let prepared = app.state.prepare(event).await.unwrap();
        app.store().write_now("keep", |tx| event_surveys::keep(tx, &prepared.survey, &prepared.version)).unwrap()
    };
    let saved = Kept::Saved(event.survey_id.unwrap());
    let fewer = Event { outcomes: "carers timely".to_owned(), ..event.clone() };
    assert_eq!(keep(&fewer).await, saved);
    assert_eq!(keep(&event).await, saved, "questions that were there before may come back");
    assert_eq!(options(&at(&app, &event, "priority-1").await).len(), 4);
    assert_eq!(keep(&fewer).await, Kept::Fixed);
    assert_eq!(options(&at(&app, &event, "priority-1").await).len(), 4);
    let later = Event { closes_at: event.closes_at + 1, ..event.clone() };
    assert_eq!(keep(&later).await, saved, "the time in which it takes answers may change");
    let survey = app.store().read_now("survey", |conn| saywell::store::surveys::find(conn, &event.survey_key())).unwrap().0;
    assert_eq!((survey.opens_at, survey.closes_at), (Some(event.opens_at), Some(later.closes_at)));
}

#[actix_web::test]
async fn answers_at_an_event_move_no_indicator() {
    let app = App::spawn();
    let event = app.hold().await;
    assert!(app.state.definitions_of(&event.survey_key()).is_empty());
    app.answer(&event, Said { priorities: &["role"], ..Said::default() }).await;
    let counted = |conn: &mut saywell::store::Conn| Ok(facts::table.count().get_result::<i64>(conn)?);
    assert_eq!(app.store().read_now("facts", counted).unwrap(), 0);
}

#[test]
fn the_names_of_events_surveys_are_kept_for_them() {
    let app = App::spawn();
    let source = br#"{ "resourceType": "Questionnaire", "id": "event-34679a", "item": [{ "linkId": "a", "type": "boolean" }] }"#;
    let definition = catalogue::parse(source).unwrap().definition;
    let refused = catalogue::import(app.store(), &app.state.clock, &app.state.random, source, &definition).unwrap_err();
    assert!(refused.to_string().contains("is kept for events"), "{refused}");
}

#[actix_web::test]
async fn what_an_event_cannot_ask_is_refused_by_name() {
    let app = App::spawn();
    let event = app.hold().await;
    let refused = async |event: Event| app.state.prepare(&event).await.unwrap_err();
    let no_base = refused(Event { base_survey: Some("nowhere".to_owned()), ..event.clone() }).await;
    assert!(matches!(no_base, Refused::NoBase(key) if key == "nowhere"));
    let unknown = refused(Event { outcomes: "carers wealth".to_owned(), ..event.clone() }).await;
    assert!(matches!(unknown, Refused::NotInFramework(key) if key == "wealth"));
    let itself = refused(Event { base_survey: Some(event.survey_key()), ..event.clone() }).await;
    assert!(matches!(itself, Refused::Fault(Fault::Clash(_))));
}
