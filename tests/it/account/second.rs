//! The second factor: what works, once, and what does not.

use saywell::store::second_factors::{self, SecondFactor};
use saywell::store::sessions;

use super::super::support::county::{EMAIL, PASSWORD};
use super::super::support::{App, NOW};

const WRONG: &str = "That code does not work. Wait for the next one, then enter that";
const SESSION: &str = "__Host-saywell-session";

#[tokio::test]
async fn a_code_works_once_and_so_does_every_one_before_it() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    app.entered(&someone, 0).await;
    for (steps, works) in [(0, false), (-1, false), (1, true)] {
        let mut browser = app.half(&someone).await;
        browser.fill("Code", &app.code(steps)).press().await;
        assert_eq!(browser.path() == "/staff", works, "{steps} steps from now");
        assert_eq!(browser.errors().iter().any(|(at, said)| at == "#code" && said == WRONG), !works, "{:?}", browser.errors());
    }
}

#[tokio::test]
async fn one_password_leads_to_one_session_however_many_codes_are_sent_at_once() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let recovery = app.with_recovery_code(someone.id);
    let mut one = app.half(&someone).await;
    let mut other = app.patient();
    other.keep_cookie(SESSION, &one.cookie(SESSION), "/");
    other.open("/sign-in/second").await;
    one.fill("Code", &app.code(0));
    other.fill("Code", &recovery);
    tokio::join!(one.press(), other.press());
    let live = app.store().read_now("sessions", |conn| sessions::of(conn, someone.id, NOW.micros())).unwrap();
    assert_eq!(live.len(), 1);
    assert!(one.path() == "/staff" || other.path() == "/staff");
}

#[tokio::test]
async fn a_code_may_be_typed_in_groups() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    let code = app.code(0);
    browser.fill("Code", &format!(" {} {} ", &code[..3], &code[3..])).press().await;
    assert_eq!(browser.path(), "/staff");
}

#[tokio::test]
async fn a_code_of_another_time_or_none_is_refused_and_recorded() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    browser.fill("Code", "").press().await;
    assert_eq!((browser.status, browser.errors()[0].1.as_str()), (422, "Enter a code"));
    for typed in [app.code(-3), app.code(3), "12345".to_owned(), "a code".to_owned()] {
        browser.fill("Code", &typed).press().await;
        assert_eq!((browser.status, browser.errors()[0].1.as_str()), (422, WRONG), "{typed}");
        assert!(!browser.body.contains(&format!("value=\"{typed}\"")), "a code is never sent back");
    }
    assert_eq!(app.told(), vec![("sign-in-refused".to_owned(), "code".to_owned()); 4]);
    browser.fill("Code", &app.code(0)).press().await;
    assert_eq!(browser.path(), "/staff");
}

#[tokio::test]
async fn a_recovery_code_works_once_and_is_told_in_a_letter() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let code = app.with_recovery_code(someone.id);
    let mut browser = app.half(&someone).await;
    browser.fill("Code", &code.to_lowercase()).press().await;
    assert_eq!(browser.path(), "/staff", "{}", browser.words());
    let (kind, letter) = app.waiting().remove(0);
    assert_eq!((kind.as_str(), letter.to.as_str()), ("changed", EMAIL));
    assert!(letter.body.contains("A recovery code was used to sign in."), "{}", letter.body);
    assert!(app.told().contains(&("signed-in".to_owned(), "recovery-code".to_owned())));
    let mut again = app.half(&someone).await;
    again.fill("Code", &code).press().await;
    assert_eq!((again.status, again.errors()[0].1.as_str()), (422, WRONG));
    let other = app.with_app_holder("other@example.org");
    let mut other = app.half(&other).await;
    other.fill("Code", &code).press().await;
    assert_eq!(other.status, 422, "the code of another account is none");
}

#[tokio::test]
async fn the_password_alone_opens_nothing() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    let token = browser.attributes("main input[name=token]", "value")[0].clone();
    for page in ["/staff", "/commissioner", "/account/confirm"] {
        browser.get(page).await;
        assert_eq!(browser.location(), Some(format!("/sign-in/second?next={page}")));
    }
    browser.post("/sign-out", &[("token", &token)]).await;
    assert_eq!(browser.location().as_deref(), Some("/sign-in/second"));
    let told: Vec<_> = app.told().into_iter().map(|(action, _)| action).collect();
    assert!(!told.contains(&"signed-in".to_owned()), "{told:?}");
}

#[tokio::test]
async fn the_second_factor_brings_a_new_token_and_ends_the_one_before() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.patient();
    browser.keep_cookie(SESSION, "planted by somebody else", "/");
    app.type_password(&mut browser, EMAIL, PASSWORD).await;
    let half = browser.cookie(SESSION);
    assert_ne!(half, "planted by somebody else");
    let mut copy = browser.clone();
    browser.fill("Code", &app.code(0)).press().await;
    assert_eq!(browser.path(), "/staff");
    assert_ne!(browser.cookie(SESSION), half);
    copy.get("/sign-in/second").await;
    assert_eq!(copy.location().as_deref(), Some("/sign-in"), "the earlier token is over");
    copy.get("/staff").await;
    assert_eq!(copy.status, 303);
    assert_eq!(someone.email, EMAIL);
}

#[tokio::test]
async fn there_is_a_quarter_of_an_hour_between_password_and_code() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let browser = app.half(&someone).await;
    for (minutes, location) in [(14, None), (15, Some("/sign-in"))] {
        let later = app.minutes_later(minutes);
        let mut then = browser.clone().at(later.at);
        then.get("/sign-in/second").await;
        assert_eq!(then.location().as_deref(), location, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn a_code_from_another_page_than_ours_is_not_looked_at() {
    let app = App::spawn();
    let someone = app.with_app_holder(EMAIL);
    let mut browser = app.half(&someone).await;
    for token in ["", "forged"] {
        browser.post("/sign-in/second", &[("code", &app.code(0)), ("token", token)]).await;
        assert_eq!(browser.status, 400);
    }
    assert_eq!(app.told(), vec![("refused".to_owned(), "tampered-key".to_owned()); 2]);
}

#[tokio::test]
async fn who_has_only_a_passkey_may_type_a_recovery_code() {
    let app = App::spawn();
    let someone = app.with_someone(EMAIL);
    let passkey = SecondFactor {
        id: 7,
        account_id: someone.id,
        kind: second_factors::PASSKEY.to_owned(),
        name: "Key".to_owned(),
        sealed: "not opened here".to_owned(),
        last_step: None,
        created_at: 0,
        used_at: None,
    };
    app.store().write_now("passkey", |tx| second_factors::add(tx, &passkey)).unwrap();
    let code = app.with_recovery_code(someone.id);
    let mut browser = app.half(&someone).await;
    browser.fill("Recovery code", &app.code(0)).press().await;
    assert_eq!(browser.status, 422);
    browser.fill("Recovery code", &code).press().await;
    assert_eq!(browser.path(), "/staff");
}
