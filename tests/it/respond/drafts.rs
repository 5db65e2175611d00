//! Drafts: on disk after every page, found again on this device and on another, and gone when their time is over.

use std::net::{IpAddr, Ipv4Addr};

use saywell::jobs;

use super::super::support::{App, Browser};

/// The heading of a page that is there, whatever the language.
const GONE: &str = "We cannot find your answers";

#[tokio::test]
async fn every_page_posted_is_on_disk_before_the_next_one_shows() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await;
    for (question, code) in [("occupation", "2"), ("control", "1"), ("looking-after-yourself", "0")] {
        assert_eq!(patient.step(), question);
        patient.choose_code(code).press().await;
        assert_eq!(app.kept("carer-experience", question), [code]);
    }
}

#[tokio::test]
async fn leaving_and_coming_back_on_the_same_device_carries_on() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.choose_code("2").press().await.choose_code("1").press().await;
    patient.open("/s/carer-experience").await;
    assert!(patient.words().contains("Your answers are kept until 6 December 2026"), "{}", patient.words());
    patient.click("Carry on").await;
    assert_eq!(patient.step(), "looking-after-yourself");
}

#[tokio::test]
async fn another_survey_has_a_draft_of_its_own() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.choose_code("2").press().await;
    patient.begin("employment").await;
    patient.open("/s/carer-experience/q/-").await;
    assert_eq!(patient.step(), "control");
}

async fn code_of_a_draft(patient: &mut Browser) -> String {
    patient.begin("carer-experience").await.choose_code("2").press().await.click("Save and finish later").await;
    assert!(patient.words().contains("6 December 2026"));
    patient.code()
}

async fn resume(browser: &mut Browser, code: &str) {
    browser.open("/resume").await.fill("Your code", code).press().await;
}

#[tokio::test]
async fn the_resume_code_opens_the_draft_on_another_device() {
    let app = App::spawn();
    let code = code_of_a_draft(&mut app.patient()).await;
    let mut other = app.patient();
    resume(&mut other, &code).await;
    assert_eq!((other.status, other.step()), (200, "control"));
    other.answer_all(&[]).await.press().await;
    assert_eq!((other.step(), app.responses("carer-experience").len()), ("done", 1));
}

#[tokio::test]
async fn a_code_is_read_whatever_its_case_and_spaces_and_look_alike_letters() {
    let app = App::spawn();
    let code = code_of_a_draft(&mut app.patient()).await;
    let alike = code.to_lowercase().replace(' ', "-").replace('0', "o").replace('1', "l");
    let mut other = app.patient();
    resume(&mut other, &format!("  {alike} ")).await;
    assert_eq!(other.step(), "control");
}

#[tokio::test]
async fn a_wrong_code_is_shown_again_with_what_to_do() {
    let app = App::spawn();
    let mut patient = app.patient();
    for wrong in ["0000 0000 0000", "not a code", "U"] {
        resume(&mut patient, wrong).await;
        assert_eq!((patient.status, patient.errors()[0].0.as_str()), (422, "#code"));
        assert_eq!(patient.controls()[0].value, wrong);
    }
    resume(&mut patient, " ").await;
    assert_eq!((patient.status, patient.errors()[0].1.as_str()), (422, "Enter your code"));
}

#[tokio::test]
async fn too_many_wrong_codes_make_one_address_wait_and_no_other() {
    let app = App::with(|settings| settings.code_tries_per_minute = 3);
    let code = code_of_a_draft(&mut app.patient()).await;
    let mut guesser = app.patient();
    for _ in 0..4 {
        resume(&mut guesser, "0000 0000 0000").await;
        assert_eq!(guesser.status, 422);
    }
    resume(&mut guesser, &code).await;
    assert_eq!((guesser.status, guesser.heading().as_str()), (429, "Too many wrong codes"));
    guesser.post("/receipt", &[("code", "0000 0000 0000")]).await;
    assert_eq!(guesser.status, 429);
    let mut neighbour = Browser::from_address(app.at, IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)));
    resume(&mut neighbour, &code).await;
    assert_eq!(neighbour.step(), "control");
}

#[tokio::test]
async fn behind_a_proxy_it_is_the_address_the_proxy_names_that_waits() {
    let app = App::with(|settings| (settings.code_tries_per_minute, settings.trusted_proxies) = (1, vec!["127.0.0.1".parse().unwrap()]));
    let (mut one, mut other) = (app.patient().header("x-forwarded-for", "192.0.2.1"), app.patient().header("x-forwarded-for", "192.0.2.2"));
    for _ in 0..3 {
        resume(&mut one, "0000 0000 0000").await;
    }
    resume(&mut other, "0000 0000 0000").await;
    assert_eq!((one.status, other.status), (429, 422));
}

#[tokio::test]
async fn a_draft_is_gone_when_its_time_is_over() {
    let app = App::spawn();
    let mut patient = app.patient();
    let code = code_of_a_draft(&mut patient).await;
    let last_day = app.later(13);
    let mut in_time = patient.clone().at(last_day.at);
    in_time.open("/s/carer-experience/q/control").await;
    assert_eq!(in_time.status, 200);
    let later = app.later(15);
    let mut late = patient.at(later.at);
    late.open("/s/carer-experience/q/control").await;
    assert_eq!((late.status, late.heading().as_str()), (404, GONE));
    late.open("/s/carer-experience").await;
    assert!(!late.texts_of("main a").contains(&"Carry on".to_owned()));
    resume(&mut late, &code).await;
    assert_eq!(late.status, 422);
}

#[tokio::test]
async fn a_draft_that_has_run_out_is_cleared_away_and_one_that_has_not_is_kept() {
    let app = App::spawn();
    code_of_a_draft(&mut app.patient()).await;
    jobs::turn(&app.state).await;
    assert_eq!(app.responses("carer-experience").len(), 1);
    let later = app.later(15);
    jobs::turn(&later.state).await;
    assert!(app.responses("carer-experience").is_empty() && app.rows("carer-experience").is_empty());
}

#[tokio::test]
async fn somebody_without_the_code_cannot_see_a_draft() {
    let app = App::spawn();
    app.patient().begin("carer-experience").await;
    let mut stranger = app.patient();
    for page in ["q/occupation", "check", "done", "later", "urgent/occupation", "who", "service"] {
        stranger.open(&format!("/s/carer-experience/{page}")).await;
        assert_eq!((stranger.status, stranger.heading().as_str()), (404, GONE), "{page}");
    }
    stranger.keep_cookie("__Secure-saywell-carer-experience", "0000 0000 0000", "/");
    stranger.open("/s/carer-experience/check").await;
    assert_eq!(stranger.status, 404);
}

#[tokio::test]
async fn a_resume_code_stops_working_when_the_answers_are_sent() {
    let app = App::spawn();
    let mut patient = app.patient();
    let code = code_of_a_draft(&mut patient).await;
    patient.open("/s/carer-experience/q/-").await.answer_all(&[]).await.press().await;
    let mut other = app.patient();
    resume(&mut other, &code).await;
    assert_eq!(other.status, 422);
}
