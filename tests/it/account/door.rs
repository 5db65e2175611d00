//! Who gets in with what.

use diesel::prelude::*;
use saywell::password;
use saywell::store::accounts;
use saywell::store::schema::accounts as rows;

use super::super::support::county::{EMAIL, PASSWORD};
use super::super::support::{App, NOW};

const WRONG: &str = "That email address and password do not go together";

#[tokio::test]
async fn password_and_code_lead_to_where_one_was_going() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    let mut browser = app.patient();
    browser.open("/commissioner/indicators/paid-employment?period=2026-10").await;
    assert_eq!(browser.path(), "/sign-in");
    browser.fill("Email address", " Commissioner@Example.org ").fill("Password", PASSWORD).press().await;
    assert_eq!((browser.status, browser.heading().as_str()), (200, "Show that it is you"));
    browser.fill("Code", &app.code(0)).press().await;
    assert_eq!((browser.status, browser.address.as_str()), (200, "/commissioner/indicators/paid-employment?period=2026-10"));
}

#[tokio::test]
async fn whatever_is_wrong_the_door_says_the_same() {
    let app = App::spawn();
    app.with_app_holder(EMAIL);
    let deactivated = app.with_app_holder("left@example.org");
    let without = app.with_app_holder("new@example.org");
    let change = |conn: &mut saywell::store::Conn| {
        diesel::update(rows::table.find(deactivated.id)).set(rows::deactivated_at.eq(NOW.micros())).execute(conn)?;
        diesel::update(rows::table.find(without.id)).set(rows::password_hash.eq(None::<String>)).execute(conn)?;
        Ok(())
    };
    app.store().write_now("change", change).unwrap();
    for email in [EMAIL, "nobody@example.org", deactivated.email, without.email, "no address"] {
        let typed = if email == EMAIL { "not the pass phrase" } else { PASSWORD };
        let mut browser = app.patient();
        app.type_password(&mut browser, email, typed).await;
        assert_eq!(browser.status, 422, "{email}");
        assert!(!browser.body.contains(typed), "a password is never sent back");
        assert!(browser.body.contains(email), "the address is kept");
        assert_eq!(browser.errors(), [("#email".to_owned(), WRONG.to_owned())]);
    }
}

#[tokio::test]
async fn an_address_that_only_looks_like_one_is_another() {
    let app = App::spawn();
    let someone = app.with_app_holder("kate@example.org");
    // A Cyrillic a, a Kelvin sign that becomes k in lower case, a full-width k, a combining dot that says nothing.
    for alike in ["k\u{430}te@example.org", "\u{212a}ate@example.org", "\u{ff4b}ate@example.org", "kate@example\u{2024}org"] {
        let mut browser = app.patient();
        app.type_password(&mut browser, alike, PASSWORD).await;
        assert_eq!((browser.status, browser.errors()[0].1.as_str()), (422, WRONG), "{alike}");
    }
    assert!(app.trail().iter().all(|line| line.account_id != Some(someone.id.0)));
}

#[tokio::test]
async fn every_refusal_is_recorded_and_none_with_what_was_typed() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    for (email, password) in [(EMAIL, "a wrong guess"), ("nobody@example.org", PASSWORD)] {
        app.type_password(&mut app.patient(), email, password).await;
    }
    let trail = app.trail();
    let told: Vec<_> = trail.iter().map(|line| (line.action.as_str(), line.account_id, line.actor.as_str())).collect();
    assert_eq!(told, [("sign-in-refused", Some(someone.id.0), "Ada Example"), ("sign-in-refused", None, "unknown")]);
    let everything = format!("{trail:?}");
    assert!(!everything.contains("nobody@example.org") && !everything.contains("a wrong guess") && !everything.contains(PASSWORD));
    assert!(trail.iter().all(|line| line.network == "127.0.0.0/24"));
}

#[tokio::test]
async fn what_is_left_empty_is_named() {
    let app = App::spawn();
    let mut browser = app.patient();
    browser.open("/sign-in").await.press().await;
    assert_eq!(browser.errors().into_iter().map(|(field, _)| field).collect::<Vec<_>>(), ["#email", "#password"]);
    assert_eq!(app.trail(), []);
}

#[tokio::test]
async fn what_nobody_could_have_typed_is_no_fault_of_ours() {
    let app = App::spawn();
    let mut browser = app.patient();
    browser.post("/sign-in", &[("email", "ada\0@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(browser.status, 400);
    let endless = "a".repeat(10 * 1024 * 1024);
    browser.post("/sign-in", &[("email", &endless), ("password", PASSWORD)]).await;
    assert_eq!(browser.status, 413);
    let long = "a".repeat(30_000);
    browser.post("/sign-in", &[("email", &long), ("password", &long)]).await;
    assert_eq!((browser.status, browser.errors()[0].1.as_str()), (422, WRONG));
}

#[tokio::test]
async fn signing_in_never_leads_to_another_site() {
    let app = App::with(|settings| settings.development = true);
    app.with_someone(EMAIL);
    for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"] {
        let mut browser = app.patient();
        browser.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", elsewhere)]).await;
        assert_eq!(browser.location().as_deref(), Some("/"));
    }
}

#[tokio::test]
async fn who_has_no_second_factor_gets_a_link_to_set_one_up_and_no_session() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let mut browser = app.patient();
    for _ in 0..4 {
        app.type_password(&mut browser, EMAIL, PASSWORD).await;
        assert_eq!((browser.status, browser.heading().as_str()), (200, "Set up a second way to show who you are"));
    }
    let letters = app.waiting();
    assert_eq!(letters.len(), 2, "no mailbox can be flooded");
    let (kind, letter) = &letters[0];
    assert_eq!((kind.as_str(), letter.to.as_str()), ("enrol", EMAIL));
    assert!(letter.body.contains("/welcome/"), "{}", letter.body);
    browser.get("/staff").await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in?next=/staff"));
}

#[tokio::test]
async fn only_a_trial_on_one_machine_does_without_a_second_factor_and_not_for_those_who_have_one() {
    let app = App::with(|settings| settings.development = true);
    app.with_someone(EMAIL);
    let mut browser = app.patient();
    app.type_password(&mut browser, EMAIL, PASSWORD).await;
    assert_eq!((browser.status, browser.path()), (200, "/staff"));
    assert_eq!(app.told()[0], ("signed-in".to_owned(), "waived".to_owned()));
    app.half(&app.with_app_holder("other@example.org")).await;
}

#[tokio::test]
async fn a_hash_of_earlier_parameters_is_made_anew_with_the_next_sign_in() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let kept = |app: &App| app.store().read_now("hash", |conn| accounts::get(conn, someone.id)).unwrap().password_hash.unwrap();
    // PASSWORD with 8 MiB and one pass.
    let earlier = earlier_hash();
    app.store().write_now("set", |tx| accounts::set_password(tx, someone.id, &earlier)).unwrap();
    app.type_password(&mut app.patient(), EMAIL, "not the pass phrase").await;
    assert_eq!(kept(&app), earlier, "a wrong password changes nothing");
    app.half(&someone).await;
    assert!(kept(&app) != earlier && !password::needs_rehash(&kept(&app)));
    app.half(&someone).await;
}

fn earlier_hash() -> String {
    use argon2::password_hash::PasswordHasher;
    use argon2::{Algorithm, Argon2, Params, Version};
    let earlier = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
    earlier.hash_password(PASSWORD.as_bytes()).unwrap().to_string()
}
