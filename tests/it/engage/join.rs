//! Coming to an event by its code: what is asked, what is said where the code leads nowhere, and what happens to what comes late or twice.

use saywell::domain::engagement::JoinCode;
use saywell::store::events::Event;
use saywell::store::surveys::{self, GRACE_SECONDS};

use super::super::support::{App, Browser, NOW};
use super::{call_off, small};

const HOUR: i64 = 3600;

/// Somebody with the page of the event open.
pub async fn at_event(app: &App, event: &Event) -> Browser {
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    assert_eq!(phone.status, 200, "{}", phone.words());
    phone
}

async fn typed(app: &App, code: &str) -> Browser {
    let mut phone = app.patient();
    phone.open("/join").await.fill("code", code).press().await;
    phone
}

#[tokio::test]
async fn a_code_leads_to_its_event_however_it_is_typed() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let code = JoinCode::parse(&event.join_code).unwrap();
    for typing in [code.to_string(), event.join_code.to_lowercase(), format!(" {}-", event.join_code)] {
        let phone = typed(&app, &typing).await;
        assert_eq!((phone.status, phone.path()), (200, format!("/e/{}", event.join_code).as_str()), "{typing}");
        assert_eq!(phone.heading(), "Carers in the hall");
    }
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code.to_lowercase())).await;
    assert_eq!(phone.path(), format!("/e/{}", event.join_code));
    phone.open(&format!("/s/{}", event.survey_key())).await;
    assert_eq!(phone.path(), format!("/e/{}", event.join_code), "the survey of an event begins at the event");
}

#[tokio::test]
async fn the_start_page_says_when_and_where_and_how_to_reach_those_who_hold_it() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let words = at_event(&app, &event).await.words();
    for said in ["22 November 2026, 09:00 to 12:00", "Village hall, Mill Lane", "events@example.org", "We do not ask for your name"] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn a_wrong_code_comes_back_with_what_was_typed_and_what_to_do() {
    let app = App::spawn();
    let wrong = |code: &'static str| {
        let app = &app;
        async move {
            let phone = typed(app, code).await;
            assert_eq!((phone.status, phone.title().starts_with("Error:")), (422, true), "{code}");
            let field = phone.controls().into_iter().find(|control| control.name == "code").unwrap();
            assert_eq!(field.value, code);
            phone.errors()[0].1.clone()
        }
    };
    assert!(wrong("").await.starts_with("Enter the code"));
    assert!(wrong("34679").await.contains("You typed 5"));
    assert!(wrong("34o679").await.starts_with("The code has no O."));
    assert!(wrong("34679é").await.contains("only letters from A to Y"));
    assert!(wrong("AAAAAA").await.starts_with("No event has this code"));
    let mut phone = app.patient();
    phone.open("/e/AAAAAA").await;
    assert_eq!((phone.status, phone.heading().as_str()), (404, "Join an event"));
}

#[tokio::test]
async fn an_event_that_takes_no_answers_says_so_and_whom_to_ask() {
    let app = App::spawn();
    let soon = |event: &mut Event| event.opens_at = NOW.plus_seconds(HOUR).micros();
    let over = |event: &mut Event| event.closes_at = NOW.plus_seconds(-60).micros();
    let off = |event: &mut Event| event.called_off_at = Some(NOW.micros());
    let events = [
        (small(&app, soon).await, 200, "The questions are not open yet", "22 November 2026, 11:00"),
        (small(&app, over).await, 410, "The questions are closed", "22 November 2026, 09:59"),
        (small(&app, off).await, 410, "The event is called off", "does not take place"),
    ];
    for (event, status, heading, said) in events {
        let mut phone = typed(&app, &event.join_code).await;
        assert_eq!((phone.status, phone.title().starts_with(heading)), (status, true), "{}", phone.title());
        let words = phone.words();
        for said in [said, "Carers in the hall", "Village hall", "events@example.org"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        phone.post(&format!("/e/{}", event.join_code), &[]).await;
        assert_eq!(phone.status, 303, "nobody begins");
        assert!(app.responses(&event.survey_key()).is_empty());
    }
}

#[tokio::test]
async fn an_event_with_nothing_to_ask_says_so() {
    let app = App::spawn();
    let event = app.event_of(app.with_organisation("County", "commissioner"));
    app.planned(&event);
    let phone = typed(&app, &event.join_code).await;
    assert_eq!(phone.status, 200);
    assert!(phone.heading().contains("There is nothing to answer yet"), "{}", phone.heading());
}

#[tokio::test]
async fn answers_of_an_event_belong_to_it_and_come_with_a_receipt() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_all(&[]).await.press().await;
    assert_eq!((phone.step(), phone.heading().as_str()), ("done", "Thank you. We have your answers."));
    let kept = &app.responses(&event.survey_key())[0];
    assert_eq!((kept.status.as_str(), kept.mode.as_str()), ("submitted", "web"));
    assert_eq!((kept.organisation_id, kept.attendee_id), (Some(event.alert_organisation_id), None));
}

#[tokio::test]
async fn nobody_can_send_the_answers_of_an_event_past_its_team() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.post(&format!("/s/{}/service", event.survey_key()), &[("answer", "unsure")]).await;
    assert_eq!(app.responses(&event.survey_key())[0].organisation_id, Some(event.alert_organisation_id));
}

#[tokio::test]
async fn a_phone_that_has_answered_is_told_so_and_can_be_passed_on() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let home = format!("/e/{}", event.join_code);
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_all(&[]).await.press().await;
    let receipt = phone.code();
    phone.open(&home).await;
    assert!(phone.heading().contains("You have answered") && phone.words().contains(&receipt), "{}", phone.words());
    phone.post(&home, &[]).await;
    assert_eq!(phone.location().as_deref(), Some(home.as_str()), "an old page begins nothing");
    assert_eq!(app.responses(&event.survey_key()).len(), 1);
    phone.open(&home).await.press().await;
    assert_eq!(phone.step(), "who");
    phone.pick_first().press().await.answer_all(&[]).await.press().await;
    assert_ne!(phone.code(), receipt);
    assert_eq!(app.responses(&event.survey_key()).iter().filter(|one| one.status == "submitted").count(), 2);
}

#[tokio::test]
async fn the_same_answers_sent_twice_from_an_event_count_once() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_all(&[]).await;
    let mut tab = phone.clone();
    phone.press().await;
    tab.press().await;
    assert_eq!((tab.step(), tab.code()), ("done", phone.code()));
    tab.open(&format!("/s/{}/check", event.survey_key())).await;
    assert_eq!(tab.step(), "done");
    assert_eq!(app.responses(&event.survey_key()).len(), 1);
}

#[tokio::test]
async fn what_was_begun_in_time_may_be_sent_for_an_hour_and_then_says_that_it_was_not() {
    let app = App::spawn();
    let event = small(&app, |event| event.closes_at = NOW.plus_seconds(60).micros()).await;
    let check = format!("/s/{}/check", event.survey_key());
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_all(&[]).await;
    let mut slow = phone.clone();
    let grace = GRACE_SECONDS / 60;
    let (just, late) = (app.minutes_later(grace), app.minutes_later(grace + 1));
    assert!(just.patient().open(&format!("/e/{}", event.join_code)).await.heading().contains("closed"), "nobody begins any more");
    slow = slow.at(late.at);
    slow.press().await;
    assert_eq!(slow.path(), format!("/e/{}", event.join_code));
    assert!(slow.words().contains("was not sent, because it was too late"), "{}", slow.words());
    slow.open(&check).await;
    assert!(slow.words().contains("was not sent, because it was too late"), "{}", slow.words());
    phone = phone.at(just.at);
    phone.press().await;
    assert_eq!(phone.step(), "done", "{}", phone.words());
}

#[tokio::test]
async fn what_was_begun_at_an_event_that_is_called_off_is_not_sent_and_says_so() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_all(&[]).await;
    call_off(&app, &event);
    phone.press().await;
    assert!(phone.heading().contains("called off") && phone.words().contains("was not sent"), "{}", phone.words());
}

#[tokio::test]
async fn a_phone_without_cookies_is_told_what_else_it_can_do() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = app.patient();
    phone.post(&format!("/e/{}", event.join_code), &[]).await;
    assert_eq!((phone.status, phone.heading().as_str()), (422, "This phone did not remember you"));
    phone.press().await;
    assert_eq!(phone.step(), "who", "it was the first time");
}

#[tokio::test]
async fn a_comment_of_forty_thousand_letters_comes_back_whole_with_what_is_wrong() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let page = format!("/s/{}/q/matters", event.survey_key());
    let mut phone = at_event(&app, &event).await;
    phone.set_out().await.answer_until("matters").await;
    for letter in ["a", "ł", "ї", "🙂"] {
        let long = letter.repeat(40_000);
        phone.post(&page, &[("answer", &long)]).await;
        assert_eq!((phone.status, phone.errors().len()), (422, 1), "{letter}");
        assert!(phone.errors()[0].1.contains("4000") || phone.errors()[0].1.contains("4,000"), "{:?}", phone.errors());
        let kept = phone.controls().into_iter().find(|control| control.name == "answer").unwrap();
        assert!(kept.value == long, "{letter}");
    }
    phone.fill("answer", "Somebody who stays").press().await;
    assert_eq!((phone.status, phone.step()), (200, "missing"));
}

#[tokio::test]
async fn the_key_of_an_events_survey_says_when_it_takes_answers() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (survey, _) = app.store().read_now("survey", |conn| surveys::find(conn, &event.survey_key())).unwrap();
    assert_eq!(survey.event().map(|code| code.as_str().to_owned()), Some(event.join_code));
    let (feedback, _) = app.store().read_now("survey", |conn| surveys::find(conn, "event-feedback")).unwrap();
    assert_eq!(feedback.event(), None);
}
