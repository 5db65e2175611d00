//! Taking answers back: they are gone, and the figures are as if they had never been given.

use saywell::domain::access::Action;
use saywell::store::{cells, facts};

use super::super::support::county::Care;
use super::super::support::database::definitions;
use super::super::support::{App, Browser, NOW};

const SURVEY: &str = "postnatal-wellbeing";

async fn withdraw(browser: &mut Browser, receipt: &str) {
    browser.post("/receipt/withdraw", &[("code", receipt)]).await;
    assert!(browser.heading().ends_with("Are you sure that you want to take your answers back?"), "{}", browser.words());
    browser.press().await;
    assert_eq!((browser.path(), browser.heading().as_str()), ("/receipt/withdrawn", "Your answers have been deleted"));
}

/// Every cell, kept up and counted anew.
fn cells_both_ways(app: &App) -> impl PartialEq + std::fmt::Debug {
    let kept_up = app.store().read_now("cells", cells::all).unwrap();
    let all = definitions(app.store());
    app.store().write_now("rebuild", |tx| facts::rebuild(tx, &all, NOW, |_| {})).unwrap();
    assert_eq!(app.store().read_now("cells", cells::all).unwrap(), kept_up);
    kept_up
}

#[tokio::test]
async fn what_is_taken_back_is_gone_and_the_figures_are_as_before() {
    let app = App::spawn();
    let episode = app.with_episode(&Care { programme: "maternity", ..Care::with(app.with_provider("North Team")) });
    let token = app.with_invitation(episode, SURVEY);
    app.count_anew();
    let before = cells_both_ways(&app);
    let mut patient = app.invited(&token).await;
    patient.set_out().await.answer_all(&[]).await.press().await;
    let receipt = patient.code();
    assert!(!app.scores(SURVEY).is_empty() && cells_both_ways(&app) != before);
    withdraw(&mut app.patient(), &receipt).await;
    assert!(app.rows(SURVEY).is_empty() && app.scores(SURVEY).is_empty());
    assert!(cells_both_ways(&app) == before, "the person counts as asked and not as answered");
    let kept = &app.responses(SURVEY)[0];
    assert_eq!((kept.status.as_str(), kept.withdrawn_at), ("withdrawn", Some(NOW.micros())));
    let invitation = app.invitation(&token).invitation;
    assert_eq!((invitation.finished_at, invitation.declined_at, invitation.next_at), (None, Some(NOW.micros()), None));
    assert_eq!(app.audited(Action::AnswersWithdrawn).len(), 1);
}

#[tokio::test]
async fn an_open_answer_is_taken_back_by_its_code_alone() {
    let app = App::spawn();
    let before = cells_both_ways(&app);
    let mut patient = app.patient();
    let receipt = patient.complete("carer-experience", &[]).await;
    assert!(cells_both_ways(&app) != before);
    withdraw(&mut app.patient(), &receipt).await;
    assert!(cells_both_ways(&app) == before && app.rows("carer-experience").is_empty());
    patient.open("/s/carer-experience/done").await;
    assert_eq!(patient.path(), "/receipt/withdrawn", "the device that sent them is told so too");
}

#[tokio::test]
async fn taking_back_twice_changes_nothing_and_the_code_says_so() {
    let app = App::spawn();
    let receipt = app.patient().complete("carer-experience", &[]).await;
    let mut patient = app.patient();
    withdraw(&mut patient, &receipt).await;
    for more in ["", "yes"] {
        patient.post("/receipt/withdraw", &[("code", &receipt), ("sure", more)]).await;
        assert_eq!((patient.status, patient.heading().as_str()), (200, "Your answers have been deleted"));
    }
    patient.open("/receipt").await.fill("Your receipt code", &receipt).press().await;
    assert!(patient.words().contains("Taken back 22 November 2026"), "{}", patient.words());
    assert_eq!(app.audited(Action::AnswersWithdrawn).len(), 1);
}

#[tokio::test]
async fn the_link_of_answers_that_were_taken_back_asks_nothing_more() {
    let app = App::spawn();
    let episode = app.with_episode(&Care::with(app.with_provider("North Team")));
    let token = app.with_invitation(episode, "settled-accommodation");
    let mut patient = app.invited(&token).await;
    patient.set_out().await.answer_all(&[]).await.press().await;
    let receipt = patient.code();
    withdraw(&mut patient, &receipt).await;
    patient.open(&format!("/i/{token}")).await;
    assert_eq!((patient.status, patient.heading().as_str()), (410, "Your answers were taken back"));
    patient.post(&format!("/i/{token}"), &[]).await;
    assert_eq!(patient.status, 410);
}

#[tokio::test]
async fn an_alert_stays_without_the_answer_it_was_raised_for() {
    let app = App::spawn();
    let mut patient = app.patient();
    let receipt = patient.complete(SURVEY, &[("self-harm", "sometimes")]).await;
    assert_eq!(app.alerts().len(), 1);
    withdraw(&mut patient, &receipt).await;
    assert_eq!((app.alerts().len(), app.rows(SURVEY).len()), (1, 0));
}

#[tokio::test]
async fn a_wrong_code_takes_nothing_back() {
    let app = App::spawn();
    app.patient().complete("carer-experience", &[]).await;
    let mut stranger = app.patient();
    stranger.post("/receipt/withdraw", &[("code", "0000 0000 0000"), ("sure", "yes")]).await;
    assert_eq!(stranger.status, 422);
    assert_eq!(app.responses("carer-experience")[0].status, "submitted");
}
