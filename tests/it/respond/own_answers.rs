//! Seeing one's own answers: a copy of them, and one's own scores over time.

use diesel::prelude::*;
use saywell::domain::access::Action;
use saywell::store::Conn;
use saywell::store::ids::EpisodeId;
use saywell::store::schema::responses;

use super::super::support::county::Care;
use super::super::support::{App, Browser};

const SURVEY: &str = "postnatal-wellbeing";
/// Everybody in these tests was born on 1 May 1980.
const MAY: &str = "5";

fn mother(app: &App) -> EpisodeId {
    app.with_episode(&Care { programme: "maternity", ..Care::with(app.with_provider("North Team")) })
}

/// Answers by a link, and returns the browser and the receipt code.
async fn answered(app: &App, episode: EpisodeId, survey: &str) -> (Browser, String) {
    let mut patient = app.invited(&app.with_invitation(episode, survey)).await;
    patient.set_out().await.answer_all(&[]).await.press().await;
    assert_eq!(patient.step(), "done", "{}", patient.words());
    let receipt = patient.code();
    (patient, receipt)
}

async fn copy(browser: &mut Browser, receipt: &str, fields: &[(&str, &str)]) {
    browser.post("/receipt/copy", &[&[("code", receipt)], fields].concat()).await;
}

#[tokio::test]
async fn the_holder_of_an_open_receipt_sees_every_answer() {
    let app = App::spawn();
    let receipt = app.patient().complete("carer-experience", &[]).await;
    let mut anybody = app.patient();
    copy(&mut anybody, &receipt, &[]).await;
    assert_eq!(anybody.status, 200);
    assert!(anybody.words().contains("Do you have time for things that you like to do?") && anybody.words().contains("22 November 2026"));
    copy(&mut anybody, &receipt, &[("as", "text")]).await;
    assert!(anybody.body.contains("Do you have time for things that you like to do?\n"), "{}", anybody.body);
    let name = anybody.headers["content-disposition"].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"carer-experience.txt\"");
    assert_eq!(app.audited(Action::AnswersCopied).len(), 2);
}

#[tokio::test]
async fn a_copy_has_the_words_that_whoever_answered_for_another_read() {
    let app = App::spawn();
    let mut daughter = app.patient();
    daughter.open("/s/independence-at-home").await.press().await.choose_code("proxy").press().await.choose_code("child").press().await;
    daughter.answer_all(&[]).await.press().await;
    let receipt = daughter.code();
    copy(&mut daughter, &receipt, &[]).await;
    assert!(
        daughter.words().contains("How does the person manage") && !daughter.words().contains("How do you manage"),
        "{}",
        daughter.words()
    );
}

#[tokio::test]
async fn answers_of_somebody_who_was_asked_are_shown_only_with_the_month() {
    let app = App::spawn();
    let (_, receipt) = answered(&app, mother(&app), SURVEY).await;
    let mut holder = app.patient();
    for wrong in ["", "4"] {
        copy(&mut holder, &receipt, &[("month", wrong)]).await;
        assert_eq!((holder.status, holder.errors()[0].0.as_str()), (422, "#month"));
    }
    assert!(app.audited(Action::AnswersCopied).is_empty());
    copy(&mut holder, &receipt, &[("month", MAY)]).await;
    assert_eq!((holder.status, holder.texts_of("h1").len()), (200, 1));
    let pass = holder.attributes("input[name=pass]", "value").remove(0);
    copy(&mut holder, &receipt, &[("pass", &pass), ("as", "json")]).await;
    let resource: serde_json::Value = serde_json::from_str(&holder.body).unwrap();
    assert_eq!((resource["resourceType"].as_str(), resource["authored"].as_str()), (Some("QuestionnaireResponse"), Some("2026-11-22")));
    assert!(resource["item"].as_array().is_some_and(|items| !items.is_empty()));
    let forged = format!("9{pass}");
    copy(&mut holder, &receipt, &[("pass", &forged)]).await;
    assert_eq!(holder.status, 422, "a pass that is not ours opens nothing");
    let late = app.minutes_later(31);
    let mut later = late.patient();
    copy(&mut later, &receipt, &[("pass", &pass)]).await;
    assert_eq!(later.status, 422, "a pass runs out");
}

#[tokio::test]
async fn five_wrong_months_lock_the_receipt_too() {
    let app = App::spawn();
    let (_, receipt) = answered(&app, mother(&app), SURVEY).await;
    let mut holder = app.patient();
    for wrong in ["1", "2", "3", "4", "6", MAY] {
        copy(&mut holder, &receipt, &[("month", wrong)]).await;
        assert_eq!(holder.status, 422, "{wrong}");
    }
    assert!(holder.errors()[0].1.contains("Ring the team"));
}

#[tokio::test]
async fn nothing_is_left_to_copy_of_answers_that_were_taken_back() {
    let app = App::spawn();
    let receipt = app.patient().complete("carer-experience", &[]).await;
    let mut anybody = app.patient();
    anybody.post("/receipt/withdraw", &[("code", &receipt), ("sure", "yes")]).await;
    for form in ["text", "json", ""] {
        copy(&mut anybody, &receipt, &[("as", form)]).await;
        assert_eq!(anybody.heading(), "Your answers have been deleted");
    }
}

#[tokio::test]
async fn who_comes_back_sees_their_own_scores_in_numbers_and_no_label() {
    let app = App::spawn();
    let episode = mother(&app);
    let (first, _) = answered(&app, episode, SURVEY).await;
    assert!(!first.words().contains("Your answers over time"), "there is nothing before it");
    let later = app.later(30);
    let token = later.with_invitation_until(episode, SURVEY, later.state.clock.now().plus_days(30));
    let mut patient = later.invited(&token).await;
    patient.set_out().await.answer_all(&[("listened-to", "never")]).await.press().await;
    assert!(patient.words().contains("Your answers over time"), "{}", patient.words());
    let receipt = patient.code();
    patient.post("/receipt/over-time", &[("code", &receipt), ("month", "4")]).await;
    assert_eq!(patient.status, 422, "a link alone shows no earlier answer");
    patient.post("/receipt/over-time", &[("code", &receipt), ("month", MAY)]).await;
    let page = patient.words();
    assert!(page.contains("On 22 November 2026 the score was") && page.contains("On 22 December 2026 it was"), "{page}");
    assert!(page.contains("This score can be from"), "{page}");
    assert_eq!(patient.texts_of("tbody tr").len(), 2);
    assert!(patient.body.contains("<svg "));
    for label in ["severe", "mild", "moderate", "normal", "poor", "risk of"] {
        assert!(!page.to_lowercase().contains(label), "{label}: {page}");
    }
    assert_eq!(app.audited(Action::OwnResultsViewed).len(), 1);
}

#[tokio::test]
async fn one_answer_alone_is_no_course_of_time() {
    let app = App::spawn();
    let (mut patient, receipt) = answered(&app, mother(&app), SURVEY).await;
    patient.post("/receipt/over-time", &[("code", &receipt), ("month", MAY)]).await;
    assert!(patient.words().contains("answers that you sent at least twice"), "{}", patient.words());
    assert!(!patient.body.contains("<svg "));
}

#[tokio::test]
async fn scores_are_shown_only_where_the_survey_says_so_and_to_somebody_known() {
    let app = App::spawn();
    let episode = app.with_episode(&Care::with(app.with_provider("North Team")));
    let (mut patient, silent) = answered(&app, episode, "settled-accommodation").await;
    let open = app.patient().complete("carer-experience", &[]).await;
    for receipt in [silent, open] {
        patient.post("/receipt/over-time", &[("code", &receipt), ("month", MAY)]).await;
        assert_eq!(patient.status, 404);
        patient.post("/receipt", &[("code", &receipt)]).await;
        assert!(!patient.words().contains("over time"), "{}", patient.words());
    }
}

#[tokio::test]
async fn a_receipt_that_staff_had_in_hand_shows_no_earlier_scores() {
    let app = App::spawn();
    let episode = mother(&app);
    answered(&app, episode, SURVEY).await;
    let (mut anybody, receipt) = answered(&app, episode, SURVEY).await;
    let staff = app.with_staff("Wanda Works", &[]);
    let entered = |tx: &mut Conn| Ok(diesel::update(responses::table).set(responses::entered_by.eq(staff)).execute(tx)?);
    app.store().write_now("entered", entered).unwrap();
    anybody.post("/receipt/over-time", &[("code", &receipt), ("month", MAY)]).await;
    assert_eq!(anybody.status, 404, "{}", anybody.words());
    copy(&mut anybody, &receipt, &[("month", MAY)]).await;
    assert!(anybody.status == 200 && !anybody.words().contains("over time"), "{}", anybody.words());
}
