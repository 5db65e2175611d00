//! What people say in their own words is readable to whoever may read it, and to nobody who has the files of the database.

use diesel::prelude::*;
use saywell::store::schema::responses;

use super::super::provider::entering::Patient;
use super::super::support::{App, Browser};

const SURVEY: &str = "event-feedback";
const SAID: &str = "Ask my neighbour Wilhelmina for the key";

fn assert_unreadable(app: &App) {
    let held = app.database.bytes(app.store());
    assert!(!held.windows("Wilhelmina".len()).any(|some| some == b"Wilhelmina"));
}

fn keys(app: &App) -> Vec<Option<String>> {
    app.store().read_now("keys", |conn| Ok(responses::table.select(responses::sealed_key).load(conn)?)).unwrap()
}

/// Begins, and says something in their own words.
async fn speaking(app: &App) -> Browser {
    let mut patient = app.patient();
    patient.begin(SURVEY).await.answer_until("what-to-change").await;
    patient.fill("What should we change?", SAID).press().await;
    patient
}

#[tokio::test]
async fn words_are_sealed_from_the_first_page_and_shown_wherever_they_may_be_seen() {
    let app = App::spawn();
    let mut patient = speaking(&app).await;
    assert_unreadable(&app);
    patient.open(&format!("/s/{SURVEY}/q/what-to-change")).await;
    assert!(patient.body.contains(SAID), "{}", patient.words());
    patient.press().await.answer_all(&[]).await;
    assert!(patient.words().contains(SAID), "{}", patient.words());
    patient.press().await;
    let receipt = patient.code();
    assert_unreadable(&app);
    for form in ["", "text", "json"] {
        patient.post("/receipt/copy", &[("code", &receipt), ("as", form)]).await;
        assert!(patient.body.contains(SAID), "{form}");
    }
}

#[tokio::test]
async fn with_the_words_that_are_taken_back_goes_their_key() {
    let app = App::spawn();
    let mut patient = speaking(&app).await;
    patient.answer_all(&[]).await.press().await;
    assert!(keys(&app).iter().all(Option::is_some));
    let receipt = patient.code();
    patient.post("/receipt/withdraw", &[("code", &receipt), ("sure", "yes")]).await;
    assert_eq!(keys(&app), [None]);
}

/// Types a paper of the carers' survey with these words on it.
async fn types(staff: &mut Browser, patient: &Patient, words: &str) {
    staff.open(&patient.at("transcribe")).await.fill("date", "10 11 2026");
    for question in 1..=7 {
        staff.fill(&format!("q{question}"), "1");
    }
    staff.fill("q8-other", words).fill("q9", "2").press().await;
    assert_eq!(staff.status, 200, "{:?}", staff.errors());
}

#[tokio::test]
async fn words_of_a_paper_are_sealed_while_it_waits_and_shown_where_the_second_time_differs() {
    let patient = Patient::asked("carer-experience");
    let mut staff = patient.coordinator("Wanda Works");
    types(&mut staff, &patient, SAID).await;
    assert_unreadable(&patient.app);
    types(&mut staff, &patient, "Ask my neighbour Wilhelm for the key").await;
    assert!(staff.words().contains(SAID) && staff.words().contains("Wilhelm for the key"), "{}", staff.words());
    assert_unreadable(&patient.app);
}
