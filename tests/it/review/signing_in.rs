//! Who gets in, and how they get out again.

use super::super::support::App;
use super::super::support::county::{EMAIL, PASSWORD};

#[tokio::test]
async fn the_right_password_leads_to_the_overview_or_to_where_one_was_going() {
    let app = App::spawn();
    app.with_account();
    let mut browser = app.patient();
    browser.open("/commissioner/indicators/paid-employment").await;
    assert_eq!(browser.path(), "/sign-in");
    browser.fill("Email address", " Commissioner@Example.org ").fill("Password", PASSWORD).press().await;
    assert_eq!((browser.status, browser.path()), (200, "/commissioner/indicators/paid-employment"));
}

#[tokio::test]
async fn a_wrong_password_and_a_wrong_address_look_the_same() {
    let app = App::spawn();
    app.with_account();
    let mut said = Vec::new();
    for (email, password) in [(EMAIL, "not the pass phrase"), ("nobody@example.org", PASSWORD)] {
        let mut browser = app.patient();
        browser.open("/sign-in").await.fill("Email address", email).fill("Password", password).press().await;
        assert_eq!(browser.status, 422);
        assert!(!browser.body.contains(password), "a password is never sent back");
        assert!(browser.body.contains(email), "the address is kept");
        said.push(browser.errors());
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0], [("#email".to_owned(), "That email address and password do not go together".to_owned())]);
}

#[tokio::test]
async fn what_is_left_empty_is_named() {
    let app = App::spawn();
    let mut browser = app.patient();
    browser.open("/sign-in").await.press().await;
    assert_eq!(browser.errors().into_iter().map(|(field, _)| field).collect::<Vec<_>>(), ["#email", "#password"]);
}

#[tokio::test]
async fn a_character_that_no_database_takes_is_no_fault_of_ours() {
    let app = App::spawn();
    let mut browser = app.patient();
    browser.post("/sign-in", &[("email", "ada\0@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(browser.status, 400);
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down() {
    let app = App::with(|settings| settings.code_tries_per_minute = 2);
    app.with_account();
    let mut browser = app.patient();
    for _ in 0..3 {
        browser.post("/sign-in", &[("email", EMAIL), ("password", "a wrong guess")]).await;
    }
    browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!((browser.status, browser.errors()[0].1.as_str()), (429, "Too many tries. Wait a few minutes, then try again"));
}

#[tokio::test]
async fn signing_in_never_leads_to_another_site() {
    let app = App::spawn();
    app.with_account();
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"] {
        let mut browser = app.patient();
        browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", elsewhere)]).await;
        assert_eq!(browser.location().as_deref(), Some("/"));
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_for_every_copy_of_the_cookie() {
    let app = App::spawn();
    let mut browser = app.commissioner().await;
    let mut copy = browser.clone();
    let token = browser.attributes("header form input[name=token]", "value")[0].clone();
    browser.post("/sign-out", &[("token", "forged")]).await;
    assert_eq!(browser.status, 400);
    browser.post("/sign-out", &[("token", &token)]).await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in"));
    copy.get("/commissioner").await;
    assert_eq!(copy.status, 303);
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_at_the_end_of_a_day() {
    let app = App::spawn();
    let browser = app.commissioner().await;
    for (minutes, status) in [(29, 200), (58, 200), (89, 303)] {
        let later = app.minutes_later(minutes);
        let mut at_that_time = browser.clone().at(later.at);
        at_that_time.get("/commissioner").await;
        assert_eq!(at_that_time.status, status, "after {minutes} minutes");
    }
    let tomorrow = app.later(1);
    let mut next_day = browser.at(tomorrow.at);
    next_day.get("/commissioner").await;
    assert_eq!(next_day.status, 303);
}

#[tokio::test]
async fn a_forged_session_does_not_get_in() {
    let app = App::spawn();
    app.with_account();
    for forged in ["", "x", &"A".repeat(43), "../../etc/passwd"] {
        let mut browser = app.patient();
        browser.keep_cookie("__Host-saywell-session", forged, "/");
        for page in ["/commissioner", "/commissioner/overview.csv", "/commissioner/indicators/paid-employment.csv"] {
            browser.get(page).await;
            assert_eq!((browser.status, browser.location()), (303, Some(format!("/sign-in?next={page}"))));
        }
    }
}
