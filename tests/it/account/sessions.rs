//! How long somebody stays signed in, where they are known, and how they get out again.

use super::super::support::App;
use super::super::support::county::EMAIL;

const DEVICE: &str = "__Host-saywell-device";
const SESSION: &str = "__Host-saywell-session";

#[tokio::test]
async fn signing_out_ends_the_session_for_every_copy_of_the_cookie_and_empties_the_browser() {
    let app = App::spawn();
    let mut browser = app.commissioner().await;
    let mut copy = browser.clone();
    let token = browser.attributes("header form input[name=token]", "value")[0].clone();
    browser.post("/sign-out", &[("token", "forged")]).await;
    assert_eq!(browser.status, 400);
    browser.post("/sign-out", &[("token", &token)]).await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in"));
    assert_eq!(browser.headers["clear-site-data"], "\"cache\", \"storage\"");
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
async fn a_session_that_is_used_all_day_ends_all_the_same() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let browser = app.entered(&someone, 0).await;
    for minutes in (25..=12 * 60 + 25).step_by(25) {
        let later = app.minutes_later(minutes);
        let mut then = browser.clone().at(later.at);
        then.get("/staff").await;
        assert_eq!(then.status, if minutes < 12 * 60 { 200 } else { 303 }, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn a_forged_session_does_not_get_in() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    for forged in ["", "x", &"A".repeat(43), "../../etc/passwd"] {
        let mut browser = app.patient();
        browser.keep_cookie(SESSION, forged, "/");
        for page in ["/commissioner", "/commissioner/overview.csv", "/commissioner/indicators/paid-employment.csv"] {
            browser.get(page).await;
            assert_eq!((browser.status, browser.location()), (303, Some(format!("/sign-in?next={page}"))));
        }
    }
}

#[tokio::test]
async fn a_session_cookie_that_was_altered_opens_nothing() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.entered(&someone, 0).await;
    let token = browser.cookie(SESSION);
    let altered = format!("{}{}", &token[..token.len() - 1], if token.ends_with('A') { 'B' } else { 'A' });
    browser.keep_cookie(SESSION, &altered, "/");
    browser.get("/staff").await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in?next=/staff"));
}

#[tokio::test]
async fn signing_in_again_in_the_same_browser_ends_the_session_before() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.entered(&someone, 0).await;
    let mut copy = browser.clone();
    app.type_password(&mut browser, EMAIL, super::super::support::county::PASSWORD).await;
    copy.get("/staff").await;
    assert_eq!(copy.location().as_deref(), Some("/sign-in?next=/staff"));
}

#[tokio::test]
async fn a_browser_not_known_before_is_told_in_a_letter_and_the_first_of_all_is_not() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let first = app.entered(&someone, -1).await;
    let told: Vec<_> = app.told().into_iter().map(|(action, _)| action).collect();
    assert_eq!(told, ["signed-in", "device-added"]);
    assert_eq!(app.waiting(), []);

    let mut same = app.patient();
    same.keep_cookie(DEVICE, &first.cookie(DEVICE), "/");
    app.type_password(&mut same, EMAIL, super::super::support::county::PASSWORD).await;
    same.fill("Code", &app.code(0)).press().await;
    assert_eq!((same.path(), same.cookie(DEVICE)), ("/staff", first.cookie(DEVICE)));
    assert_eq!((app.waiting(), app.told().len()), (Vec::new(), 3), "a browser that is known is not told");

    let other = app.entered(&someone, 1).await;
    assert_ne!(other.cookie(DEVICE), first.cookie(DEVICE));
    let letters = app.waiting();
    assert_eq!((letters.len(), letters[0].0.as_str(), letters[0].1.to.as_str()), (1, "new-device", EMAIL));
}

#[tokio::test]
async fn a_device_cookie_that_somebody_planted_is_not_taken_up() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.patient();
    browser.keep_cookie(DEVICE, "planted", "/");
    app.type_password(&mut browser, EMAIL, super::super::support::county::PASSWORD).await;
    browser.fill("Code", &app.code(0)).press().await;
    assert_eq!(browser.path(), "/staff");
    assert_ne!(browser.cookie(DEVICE), "planted");
    assert_eq!(someone.email, EMAIL);
}

#[tokio::test]
async fn the_cookies_travel_over_tls_only_and_no_script_reads_them() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    browser.fill("Code", &app.code(0)).send().await;
    let set: Vec<String> = browser.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned()).collect();
    assert_eq!(set.len(), 2, "{set:?}");
    for cookie in set {
        assert!(cookie.starts_with("__Host-saywell-"), "{cookie}");
        for attribute in ["; HttpOnly", "; Secure", "; Path=/", "; SameSite=Lax"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}
