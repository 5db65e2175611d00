//! Guessing is slowed, in every process at once, and nobody is locked out by somebody else.

use std::net::IpAddr;

use super::super::support::county::{EMAIL, PASSWORD};
use super::super::support::{App, Browser};

const DEVICE: &str = "__Host-saywell-device";

/// Types a wrong password so many times, and answers the last status.
async fn guess(app: &App, browser: &mut Browser, email: &str, times: usize) -> u16 {
    for _ in 0..times {
        app.type_password(browser, email, "a wrong guess").await;
    }
    browser.status
}

#[tokio::test]
async fn after_ten_wrong_passwords_an_account_waits_a_minute_and_says_so() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    let mut browser = app.patient();
    assert_eq!(guess(&app, &mut browser, EMAIL, 10).await, 422);
    app.type_password(&mut browser, EMAIL, PASSWORD).await;
    assert_eq!((browser.status, browser.headers["retry-after"].to_str().unwrap()), (429, "60"));
    assert_eq!(browser.errors(), [("#email".to_owned(), "Too many tries. Wait 60 seconds, then try again".to_owned())]);
    assert!(browser.body.contains(EMAIL) && !browser.body.contains(PASSWORD));
    let later = app.minutes_later(1);
    let mut browser = browser.at(later.at);
    later.type_password(&mut browser, EMAIL, PASSWORD).await;
    assert_eq!(browser.path(), "/sign-in/second", "nobody is locked out");
}

#[tokio::test]
async fn an_address_without_an_account_is_slowed_just_the_same() {
    let app = App::spawn();
    let mut browser = app.patient();
    assert_eq!(guess(&app, &mut browser, "nobody@example.org", 10).await, 422);
    assert_eq!(guess(&app, &mut browser, "Nobody@example.org ", 1).await, 429);
    assert_eq!(browser.errors()[0].1, "Too many tries. Wait 60 seconds, then try again");
}

#[tokio::test]
async fn a_stranger_does_not_slow_the_person_at_their_own_desk() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let known = app.entered(&someone, 0).await;
    assert_eq!(guess(&app, &mut app.patient(), EMAIL, 11).await, 429);
    let mut desk = app.patient();
    desk.keep_cookie(DEVICE, &known.cookie(DEVICE), "/");
    app.type_password(&mut desk, EMAIL, PASSWORD).await;
    assert_eq!(desk.path(), "/sign-in/second");
    desk.fill("Code", &app.code(1)).press().await;
    assert_eq!(desk.path(), "/staff");
    // The desk itself is slowed as well, when somebody guesses there.
    assert_eq!(guess(&app, &mut desk, EMAIL, 10).await, 422);
    assert_eq!(guess(&app, &mut desk, EMAIL, 1).await, 429);
    assert_eq!(desk.headers["retry-after"].to_str().unwrap(), "30");
}

#[tokio::test]
async fn a_link_leads_past_a_stranger_who_uses_up_every_try() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    assert_eq!(guess(&app, &mut app.patient(), EMAIL, 11).await, 429);
    let mut new = app.patient();
    app.type_password(&mut new, EMAIL, PASSWORD).await;
    assert_eq!(new.status, 429);
    new.post("/forgotten", &[("email", EMAIL)]).await;
    let (_, letter) = app.waiting().pop().unwrap();
    let link = letter.body.split_whitespace().find(|word| word.contains("/welcome/")).unwrap();
    new.open(link.split_once("/welcome/").map(|(_, token)| format!("/welcome/{token}")).unwrap().as_str()).await;
    new.fill("Password", "violet harbour seven lanterns").press().await;
    assert_eq!(new.path(), "/sign-in/second");
    new.fill("Code", &app.code(0)).press().await;
    assert_eq!(new.path(), "/staff");
}

#[tokio::test]
async fn a_device_that_one_account_knows_is_a_stranger_to_every_other() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    app.with_app_holder("other@example.org");
    let mut browser = app.entered(&someone, 0).await;
    assert_eq!(guess(&app, &mut app.patient(), "other@example.org", 10).await, 422);
    assert_eq!(guess(&app, &mut browser, "other@example.org", 1).await, 429);
}

#[tokio::test]
async fn one_network_that_tries_many_accounts_waits_and_no_other_does() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let known = app.entered(&someone, 0).await;
    let mut stranger = app.patient();
    for number in 0..50 {
        stranger.post("/sign-in", &[("email", &format!("nobody{number}@example.org")), ("password", "a wrong guess")]).await;
        assert_eq!(stranger.status, 422);
    }
    let mut neighbour = app.patient();
    app.type_password(&mut neighbour, EMAIL, PASSWORD).await;
    assert_eq!((neighbour.status, neighbour.headers["retry-after"].to_str().unwrap()), (429, "5"));
    let mut elsewhere = Browser::from_address(app.at, IpAddr::from([127, 0, 9, 1]));
    app.type_password(&mut elsewhere, EMAIL, PASSWORD).await;
    assert_eq!(elsewhere.path(), "/sign-in/second");
    let mut desk = app.patient();
    desk.keep_cookie(DEVICE, &known.cookie(DEVICE), "/");
    app.type_password(&mut desk, EMAIL, PASSWORD).await;
    assert_eq!(desk.path(), "/sign-in/second", "a stranger in the same network slows nobody at their own desk");
}

#[tokio::test]
async fn right_passwords_are_not_counted() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    for _ in 0..15 {
        app.half(&someone).await;
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_not_more_than_many_in_a_row() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    let one = |mut browser: Browser| async move {
        browser.post("/sign-in", &[("email", EMAIL), ("password", "a wrong guess")]).await;
        browser.status
    };
    let tries: Vec<_> = (0..16).map(|_| tokio::spawn(one(app.patient()))).collect();
    let mut statuses = Vec::new();
    for tried in tries {
        statuses.push(tried.await.unwrap());
    }
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 10, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 6, "{statuses:?}");
}

#[tokio::test]
async fn every_process_counts_together() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    let other = app.minutes_later(0);
    assert_eq!(guess(&app, &mut app.patient(), EMAIL, 5).await, 422);
    assert_eq!(guess(&other, &mut other.patient(), EMAIL, 5).await, 422);
    assert_eq!(guess(&app, &mut app.patient(), EMAIL, 1).await, 429);
}

#[tokio::test]
async fn codes_are_slowed_and_ten_wrong_ones_lead_back_to_the_password() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    for _ in 0..5 {
        browser.fill("Code", "000000").press().await;
        assert_eq!(browser.status, 422);
    }
    browser.fill("Code", &app.code(0)).press().await;
    assert_eq!((browser.status, browser.headers["retry-after"].to_str().unwrap()), (429, "60"));
    assert_eq!(browser.errors()[0], ("#code".to_owned(), "Too many tries. Wait 60 seconds, then try again".to_owned()));
    for minutes in 1..=6 {
        let later = app.minutes_later(minutes);
        browser = browser.at(later.at);
        browser.get("/sign-in/second").await.fill("Code", "000000").send().await;
        assert_eq!(browser.status, if minutes < 6 { 422 } else { 303 }, "after {minutes} minutes");
    }
    assert_eq!(browser.location().as_deref(), Some("/sign-in"));
    browser.at(app.at).get("/sign-in/second").await;
    assert_eq!(app.half(&someone).await.status, 200, "with the password they may begin again");
}

#[tokio::test]
async fn who_types_many_wrong_codes_knows_the_password_and_its_holder_is_told_once_an_hour() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let told = || app.waiting().into_iter().filter(|(kind, _)| kind == "wrong-codes").collect::<Vec<_>>();
    // Two codes in each of the sessions, so that none of them is ended.
    for minutes in 0..10 {
        let later = app.minutes_later(minutes * 2);
        let mut browser = later.half(&someone).await;
        for _ in 0..2 {
            browser.fill("Code", "000000").press().await;
            assert_eq!(browser.status, 422, "after {minutes} minutes");
        }
        assert_eq!(told().len(), usize::from(minutes > 4), "after {minutes} times two minutes");
    }
    let (_, letter) = told().remove(0);
    assert_eq!(letter.to, EMAIL);
    assert!(letter.body.contains("Somebody who knows your password") && !letter.body.contains("000000"), "{}", letter.body);
    let later = app.minutes_later(75);
    let mut browser = later.half(&someone).await;
    for _ in 0..5 {
        browser.fill("Code", "000000").press().await;
    }
    assert_eq!(told().len(), 2, "and again where it goes on");
}

#[tokio::test]
async fn the_table_of_tries_says_nothing_about_anybody() {
    use diesel::prelude::*;
    use saywell::store::schema::throttles;
    let app = App::spawn();
    guess(&app, &mut app.patient(), EMAIL, 1).await;
    let all = |conn: &mut saywell::store::Conn| Ok(throttles::table.select(throttles::key_hash).load::<String>(conn)?);
    let keys = app.database.store(1).read_now("keys", all).unwrap();
    assert_eq!(keys.len(), 2);
    assert!(keys.iter().all(|key| key.len() == 43 && !key.contains("example")), "{keys:?}");
    saywell::jobs::turn(&app.minutes_later(2).state).await;
    assert_eq!(app.database.store(1).read_now("keys", all).unwrap(), Vec::<String>::new(), "what has run out is cleared away");
}
