//! Showing again who one is, before something dangerous.

use diesel::prelude::*;
use saywell::store::schema::{accounts, sessions};

use super::super::support::App;
use super::super::support::county::{EMAIL, PASSWORD};

const SESSION: &str = "__Host-saywell-session";

fn confirmed_at(app: &App) -> i64 {
    app.store().read_now("confirmed", |conn| Ok(sessions::table.select(sessions::confirmed_at).first(conn)?)).unwrap()
}

#[tokio::test]
async fn password_and_code_confirm_and_bring_a_new_token() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let browser = app.entered(&someone, 0).await;
    let later = app.minutes_later(20);
    let mut browser = browser.at(later.at);
    let (mut copy, before, token) = (browser.clone(), confirmed_at(&app), browser.cookie(SESSION));
    browser.open("/account/confirm?next=/commissioner").await;
    browser.fill("Password", PASSWORD).fill("Code", &later.code(0)).press().await;
    assert_eq!((browser.status, browser.path()), (200, "/commissioner"));
    assert_eq!(confirmed_at(&app), before + 20 * 60 * 1_000_000);
    assert_ne!(browser.cookie(SESSION), token);
    assert_eq!(app.told().pop(), Some(("confirmed".to_owned(), String::new())));
    copy.get("/staff").await;
    assert_eq!(copy.status, 303, "the earlier token is over");
}

#[tokio::test]
async fn what_is_wrong_is_named_and_confirms_nothing() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let browser = app.entered(&someone, 0).await;
    let later = app.minutes_later(20);
    let (mut browser, before) = (browser.at(later.at), confirmed_at(&app));
    let right = later.code(0);
    for (password, code, fields) in
        [("", "", vec!["#password", "#code"]), ("a wrong guess", right.as_str(), vec!["#password"]), (PASSWORD, "000000", vec!["#code"])]
    {
        browser.open("/account/confirm").await.fill("Password", password).fill("Code", code).press().await;
        let named: Vec<_> = browser.errors().into_iter().map(|(field, _)| field).collect();
        assert_eq!((browser.status, named), (422, fields.into_iter().map(str::to_owned).collect()));
        assert!(!browser.body.contains("a wrong guess"));
    }
    assert_eq!(confirmed_at(&app), before);
    let told = app.told();
    assert_eq!(
        told[told.len() - 2..],
        [("sign-in-refused", "password"), ("sign-in-refused", "code")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
}

#[tokio::test]
async fn guessing_is_slowed_here_too() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.entered(&someone, 0).await;
    browser.open("/account/confirm").await;
    for _ in 0..10 {
        browser.fill("Password", "a wrong guess").fill("Code", "000000").press().await;
        assert_eq!(browser.status, 422);
    }
    browser.fill("Password", PASSWORD).fill("Code", &app.code(1)).press().await;
    assert_eq!((browser.status, browser.headers["retry-after"].to_str().unwrap()), (429, "30"));
}

#[tokio::test]
async fn a_form_that_is_not_ours_is_refused_and_nobody_is_led_to_another_site() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.entered(&someone, 0).await;
    browser.post("/account/confirm", &[("password", PASSWORD), ("code", &app.code(1))]).await;
    assert_eq!(browser.status, 400);
    browser.open("/account/confirm?next=https://elsewhere.example").await;
    browser.fill("Password", PASSWORD).fill("Code", &app.code(1)).send().await;
    assert_eq!(browser.location().as_deref(), Some("/"));
}

#[tokio::test]
async fn who_signs_in_with_their_organisation_alone_is_told_to_do_so_again() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.entered(&someone, 0).await;
    let own = |conn: &mut saywell::store::Conn| {
        Ok(diesel::update(accounts::table.find(someone.id)).set(accounts::password_hash.eq(None::<String>)).execute(conn)?)
    };
    app.store().write_now("no password", own).unwrap();
    browser.open("/account/confirm").await;
    assert!(browser.words().contains("Sign out, sign in again"), "{}", browser.words());
    assert!(browser.controls().is_empty());
}

#[tokio::test]
async fn who_has_passkeys_and_no_app_is_asked_for_one_after_the_password() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let browser = app.entered(&someone, 0).await;
    let passkeys_only = |conn: &mut saywell::store::Conn| {
        use saywell::store::schema::second_factors;
        let own = second_factors::table.filter(second_factors::account_id.eq(someone.id));
        Ok(diesel::update(own).set(second_factors::kind.eq(saywell::store::second_factors::PASSKEY)).execute(conn)?)
    };
    app.store().write_now("passkeys only", passkeys_only).unwrap();
    let later = app.minutes_later(20);
    let (mut browser, before) = (browser.at(later.at), confirmed_at(&app));
    browser.get("/account/confirm/passkey?next=/account").await;
    assert_eq!(browser.location().as_deref(), Some("/account/confirm?next=/account"), "the password comes first");
    browser.open("/account/confirm?next=/account").await.fill("Password", PASSWORD).send().await;
    assert_eq!(browser.location().as_deref(), Some("/account/confirm/passkey?next=/account"));
    assert_eq!(confirmed_at(&app), before, "the password alone confirms nothing");
    assert!(!app.told().iter().any(|(action, _)| action == "confirmed"));
    let much_later = app.minutes_later(30);
    let mut browser = browser.at(much_later.at);
    browser.get("/account/confirm/passkey").await;
    assert_eq!(browser.location().as_deref(), Some("/account/confirm?next="), "and not for long");
}
