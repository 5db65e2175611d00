//! Sending: once, whatever the person presses, and with the same receipt every time.

use super::super::support::{App, Browser};

const SURVEY: &str = "carer-experience";

async fn at_check(app: &App) -> Browser {
    let mut patient = app.patient();
    patient.begin(SURVEY).await.answer_all(&[]).await;
    patient
}

async fn sent(mut browser: Browser) -> String {
    browser.press().await;
    assert_eq!(browser.step(), "done", "{}", browser.words());
    browser.code()
}

#[tokio::test]
async fn a_double_press_sends_once_and_shows_one_receipt() {
    let app = App::spawn();
    let patient = at_check(&app).await;
    let (one, two, three) = tokio::join!(sent(patient.clone()), sent(patient.clone()), sent(patient.clone()));
    assert!(one == two && two == three, "{one} {two} {three}");
    assert_eq!(sent(patient).await, one, "a reload of the posted page");
    let kept = app.responses(SURVEY);
    assert_eq!((kept.len(), kept[0].status.as_str()), (1, "submitted"));
    assert_eq!(app.scores(SURVEY).len(), 1);
}

#[tokio::test]
async fn two_tabs_send_once_and_show_one_receipt() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    let other_tab = patient.clone();
    patient.press().await;
    assert_eq!(sent(other_tab).await, patient.code());
    assert_eq!(app.responses(SURVEY).len(), 1);
}

#[tokio::test]
async fn reloading_the_last_page_shows_the_receipt_again() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    let receipt = patient.press().await.code();
    assert_eq!(patient.open(&format!("/s/{SURVEY}/done")).await.code(), receipt);
    patient.open(&format!("/s/{SURVEY}/check")).await;
    assert_eq!((patient.step(), patient.code()), ("done", receipt.clone()));
    patient.open(&format!("/s/{SURVEY}/q/occupation")).await;
    assert_eq!(patient.step(), "done");
    patient.open(&format!("/s/{SURVEY}")).await;
    assert!(patient.words().contains(&format!("Your receipt code is {receipt}")), "{}", patient.words());
}

#[tokio::test]
async fn what_was_sent_cannot_be_changed() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    patient.press().await;
    patient.post(&format!("/s/{SURVEY}/q/occupation"), &[("answer", "0")]).await.follow().await;
    assert_eq!(patient.step(), "done");
    assert_eq!(app.kept(SURVEY, "occupation"), ["2"]);
}

#[tokio::test]
async fn a_check_page_that_is_out_of_date_is_not_sent() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    let mut other_tab = patient.clone();
    other_tab.open(&format!("/s/{SURVEY}/q/occupation?change=1")).await.choose_code("0").press().await;
    patient.press().await;
    assert_eq!((patient.status, patient.heading().as_str()), (409, "Your answers have moved on"));
    assert!(patient.attributes("main a", "href").contains(&format!("/s/{SURVEY}")));
    assert_eq!(app.responses(SURVEY)[0].status, "draft");
    other_tab.press().await;
    assert_eq!((other_tab.step(), app.kept(SURVEY, "occupation")), ("done", vec!["0".to_owned()]));
}

#[tokio::test]
async fn a_key_that_is_not_ours_is_refused_and_nothing_is_sent() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    let key = patient.controls().into_iter().find(|control| control.name == "key").unwrap().value;
    let (revision, signature) = key.split_once('.').unwrap();
    let other = format!("{}.{signature}", revision.parse::<i32>().unwrap() + 1);
    for forged in ["", "1", "x.y", &other, &format!("{key}x"), &format!("{revision}.")] {
        patient.post(&format!("/s/{SURVEY}/check"), &[("key", forged)]).await;
        assert_eq!((patient.status, patient.heading().as_str()), (400, "This page cannot be sent"), "{forged}");
    }
    assert_eq!(app.responses(SURVEY)[0].status, "draft");
}

#[tokio::test]
async fn a_key_of_another_persons_page_is_refused() {
    let app = App::spawn();
    let (one, mut other) = (at_check(&app).await, at_check(&app).await);
    let key = one.controls().into_iter().find(|control| control.name == "key").unwrap().value;
    other.post(&format!("/s/{SURVEY}/check"), &[("key", &key)]).await;
    assert_eq!(other.status, 400);
}

#[tokio::test]
async fn a_receipt_that_nobody_has_is_said_to_be_wrong() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.open("/receipt").await.fill("Your receipt code", "0000 0000 0000").press().await;
    assert_eq!((patient.status, patient.errors()[0].0.as_str()), (422, "#code"));
    patient.fill("code", "").press().await;
    assert_eq!(patient.errors()[0].1, "Enter your receipt code");
}

#[tokio::test]
async fn a_receipt_shows_that_answers_came_and_none_of_them() {
    let app = App::spawn();
    let mut patient = at_check(&app).await;
    let receipt = patient.press().await.code();
    let mut anybody = app.patient();
    anybody.open("/receipt").await.fill("Your receipt code", &receipt.to_lowercase().replace(' ', "")).press().await;
    assert!(anybody.words().contains("22 November 2026"), "{}", anybody.words());
    assert!(!anybody.words().contains("Do you have time for things that you like to do?"));
}

#[tokio::test]
async fn the_exact_version_and_day_are_stored_with_the_answers() {
    let app = App::spawn();
    at_check(&app).await.press().await;
    let kept = &app.responses(SURVEY)[0];
    assert_eq!((kept.language.as_str(), kept.mode.as_str(), kept.respondent.as_str()), ("en", "web", "carer"));
    assert_eq!(kept.submitted_at, Some(super::super::support::NOW.micros()));
    let version = app.store().read_now("version", saywell::store::surveys::list).unwrap();
    assert!(version.iter().any(|(survey, version)| survey.key == SURVEY && version.id == kept.version_id));
}
