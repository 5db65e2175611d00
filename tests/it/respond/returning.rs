//! Coming back to an invitation: what is noted of it, another device, the code on the letter, and the month of birth.

use reqwest::Method;
use saywell::store::invitations::Invitation;

use super::super::support::county::Care;
use super::super::support::{App, Browser, NOW};

const SURVEY: &str = "settled-accommodation";
/// Everybody in these tests was born on 1 May 1980.
const MAY: &str = "5";

fn asked(app: &App) -> String {
    let provider = app.with_provider("North Team");
    app.with_invitation(app.with_episode(&Care::with(provider)), SURVEY)
}

fn kept(app: &App, token: &str) -> Invitation {
    app.invitation(token).invitation
}

/// Begins on a phone, answers the first question, and puts the phone away.
async fn begun(app: &App, token: &str) -> Browser {
    let mut phone = app.invited(token).await;
    phone.set_out().await.choose_code("01").press().await;
    assert_eq!(phone.step(), "feels-secure");
    phone
}

async fn month(browser: &mut Browser, token: &str, month: &str) {
    browser.post(&format!("/i/{token}/carry-on"), &[("month", month)]).await.follow().await;
}

async fn resume(browser: &mut Browser, code: &str, month: &str) {
    browser.post("/resume", &[("code", code), ("month", month)]).await.follow().await;
}

#[tokio::test]
async fn opening_beginning_and_sending_are_noted_once_each() {
    let app = App::spawn();
    let token = asked(&app);
    let head = reqwest::Client::new().request(Method::HEAD, format!("http://{}/i/{token}", app.at)).send().await.unwrap();
    assert_eq!((head.status().as_u16(), kept(&app, &token).opened_at), (200, None), "nobody sees the page of a HEAD");
    app.patient().header("sec-purpose", "prefetch").get(&format!("/i/{token}")).await;
    assert_eq!(kept(&app, &token).opened_at, None, "nobody sees a page that is fetched ahead");
    let mut phone = app.invited(&token).await;
    assert_eq!((kept(&app, &token).opened_at, kept(&app, &token).started_at), (Some(NOW.micros()), None));
    phone.set_out().await;
    assert_eq!((kept(&app, &token).started_at, kept(&app, &token).finished_at), (Some(NOW.micros()), None));
    phone.answer_all(&[]).await.press().await;
    let sent = kept(&app, &token);
    assert_eq!((sent.finished_at, sent.next_at, sent.declined_at), (Some(NOW.micros()), None, None));
}

#[tokio::test]
async fn another_device_carries_on_once_the_month_is_right_and_sees_nothing_before() {
    let app = App::spawn();
    let token = asked(&app);
    begun(&app, &token).await;
    let mut tablet = app.invited(&token).await;
    assert!(tablet.heading().ends_with("Carry on with your answers"), "{}", tablet.words());
    month(&mut tablet, &token, "4").await;
    assert_eq!((tablet.status, tablet.errors()[0].0.as_str()), (422, "#month"));
    month(&mut tablet, &token, "").await;
    assert_eq!(tablet.errors()[0].1, "Choose the month you were born in");
    month(&mut tablet, &token, MAY).await;
    assert_eq!((tablet.status, tablet.step()), (200, "feels-secure"));
    tablet.open(&format!("/i/{token}")).await;
    assert!(tablet.texts_of("main a").contains(&"Carry on".to_owned()), "the device is known from now on");
    tablet.click("Carry on").await.answer_all(&[]).await.press().await;
    assert_eq!((tablet.step(), app.responses(SURVEY).len()), ("done", 1));
}

#[tokio::test]
async fn who_does_not_know_the_month_starts_again_and_sees_nothing_of_before() {
    let app = App::spawn();
    let token = asked(&app);
    begun(&app, &token).await;
    let mut tablet = app.patient();
    tablet.post(&format!("/i/{token}"), &[]).await.follow().await;
    while matches!(tablet.step(), "who" | "service") {
        tablet.pick_first().press().await;
    }
    assert_eq!(tablet.step(), "accommodation-type", "{}", tablet.words());
    assert!(tablet.attributes("input[checked]", "value").is_empty());
}

#[tokio::test]
async fn five_wrong_months_a_day_are_taken_by_all_processes_together() {
    let app = App::spawn();
    let token = asked(&app);
    begun(&app, &token).await;
    let other = app.later(0);
    for (n, wrong) in ["1", "2", "3", "4", "6"].into_iter().enumerate() {
        let at = if n % 2 == 0 { &app } else { &other };
        let mut guesser = at.patient();
        month(&mut guesser, &token, wrong).await;
        assert!(guesser.errors()[0].1.starts_with("This is not the month"), "{}", guesser.words());
    }
    for at in [&app, &other] {
        let mut late = at.patient();
        month(&mut late, &token, MAY).await;
        assert_eq!(late.status, 422);
        assert!(late.errors()[0].1.contains("Ring the team"), "{}", late.words());
        resume(&mut late, &app.spoken_code(&token), MAY).await;
        assert_eq!(late.status, 422, "the code on the letter is held up as well");
    }
    let tomorrow = app.later(1);
    let mut patient = tomorrow.patient();
    month(&mut patient, &token, MAY).await;
    assert_eq!(patient.step(), "feels-secure");
}

#[tokio::test]
async fn a_right_month_costs_no_try() {
    let app = App::spawn();
    let token = asked(&app);
    begun(&app, &token).await;
    for _ in 0..8 {
        let mut device = app.patient();
        month(&mut device, &token, MAY).await;
        assert_eq!(device.step(), "feels-secure");
    }
}

#[tokio::test]
async fn the_code_on_the_letter_leads_to_the_start_and_later_to_the_draft() {
    let app = App::spawn();
    let token = asked(&app);
    let code = app.spoken_code(&token);
    let mut phone = app.patient();
    resume(&mut phone, &code, MAY).await;
    assert_eq!((phone.status, phone.path()), (200, format!("/i/{token}").as_str()));
    phone.set_out().await.choose_code("01").press().await;
    let mut tablet = app.patient();
    resume(&mut tablet, &code.to_lowercase().replace(' ', "-"), MAY).await;
    assert_eq!(tablet.step(), "feels-secure");
    tablet.answer_all(&[]).await.press().await;
    resume(&mut phone, &code, MAY).await;
    assert_eq!((phone.status, phone.heading().as_str()), (410, "This link has been used"));
}

#[tokio::test]
async fn a_draft_of_somebody_who_was_asked_needs_the_month_beside_its_code() {
    let app = App::spawn();
    let token = asked(&app);
    let mut phone = begun(&app, &token).await;
    let code = phone.click("Save and finish later").await.code();
    let mut tablet = app.patient();
    resume(&mut tablet, &code, "").await;
    assert_eq!(tablet.status, 422);
    resume(&mut tablet, &code, MAY).await;
    assert_eq!(tablet.step(), "feels-secure");
}

#[tokio::test]
async fn nobody_learns_from_the_answer_which_codes_there_are() {
    let app = App::spawn();
    let token = asked(&app);
    let said = |code: String, month: &'static str| {
        let mut guesser = app.patient();
        async move {
            resume(&mut guesser, &code, month).await;
            (guesser.status, guesser.errors())
        }
    };
    let nobodys = said("0000 0000 0000".to_owned(), "4").await;
    assert_eq!(nobodys.0, 422);
    for wrong in ["4", ""] {
        assert_eq!(said(app.spoken_code(&token), wrong).await, nobodys);
    }
    for wrong in ["1", "2", "3", "6", "7", MAY] {
        assert_eq!(said(app.spoken_code(&token), wrong).await, nobodys, "not even once it is locked");
    }
}

#[tokio::test]
async fn a_link_speaks_the_person_s_language_unless_another_was_chosen() {
    let app = App::spawn();
    let token = asked(&app);
    app.set_language(&token, "pl");
    let mut phone = app.invited(&token).await;
    assert!(phone.body.contains("<html lang=\"pl\""), "{}", phone.words());
    phone.press().await;
    assert!(phone.body.contains("<html lang=\"pl\""), "the questions go on in it: {}", phone.words());
    assert_eq!(app.responses(SURVEY)[0].language, "pl");
    let mut chooser = app.patient();
    chooser.open("/language/en").await.open(&format!("/i/{token}")).await;
    assert!(chooser.body.contains("<html lang=\"en\""));
}
