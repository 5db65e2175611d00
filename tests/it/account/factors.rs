//! Second factors: who may add one, what it takes, and the recovery codes that come with the first.

use saywell::domain::access::Role;
use saywell::secret::token_hash;
use saywell::store::accounts::Grant;
use saywell::store::ids::AccountId;
use saywell::store::second_factors::{self, SecondFactor, TOTP};
use saywell::store::sessions::{self, Session};
use saywell::store::{audit::Line, letters, recovery_codes};
use saywell::{recovery, totp};
use totp_rs::{Builder, Secret};

use super::super::support::{App, Browser, NOW};

const PAGE: &str = "/account/second-factor";
const COOKIE: &str = "__Host-saywell-session";

/// Somebody with an account, and no second factor yet.
fn somebody(app: &App) -> AccountId {
    let organisation = app.with_organisation("Example County", "commissioner");
    app.with_staff("Ann Example", &[Grant { organisation, role: Role::CommissionerAnalyst }])
}

/// A browser that has shown a password, or a link as well.
fn half_way(app: &App, account: AccountId, is_enrolling: bool) -> Browser {
    let token = app.state.random.token();
    let session = Session {
        token_hash: token_hash(&token),
        id: app.state.random.id(&app.state.clock),
        account_id: account,
        factor: None,
        is_enrolling,
        confirmed_at: NOW.micros(),
        ceremony: None,
        name: None,
        device: "Firefox, Linux".to_owned(),
        network: "127.0.0.0/24".to_owned(),
        created_at: NOW.micros(),
        seen_at: NOW.micros(),
        idle_seconds: 1800,
        expires_at: NOW.plus_seconds(900).micros(),
    };
    app.store().write_now("session", |tx| sessions::add(tx, &session)).unwrap();
    let mut browser = app.patient();
    browser.keep_cookie(COOKIE, &token, "/");
    browser
}

/// A second factor as it is kept, with an empty secret.
pub fn with_factor(app: &App, account: AccountId, name: &str) -> i64 {
    let factor = SecondFactor {
        id: app.state.random.id(&app.state.clock),
        account_id: account,
        kind: TOTP.to_owned(),
        name: name.to_owned(),
        sealed: String::new(),
        last_step: None,
        created_at: NOW.micros(),
        used_at: None,
    };
    app.store().write_now("factor", |tx| second_factors::add(tx, &factor)).unwrap();
    factor.id
}

fn factors(app: &App, account: AccountId) -> Vec<SecondFactor> {
    app.store().read_now("factors", |conn| second_factors::of(conn, account)).unwrap()
}

/// The actions of the trail, in order.
pub fn trail(app: &App) -> Vec<String> {
    use diesel::prelude::*;
    use saywell::store::schema::audit_events;
    let lines = app.store().read_now("trail", |conn| Ok(audit_events::table.order(audit_events::number).load::<Line>(conn)?));
    lines.unwrap().into_iter().map(|line| line.action).collect()
}

/// The code that an app shows now for the key on the page.
fn code(browser: &Browser) -> String {
    let key = browser.text_of("#key").unwrap().replace(' ', "");
    let app = Builder::new().with_secret(Secret::try_from_base32(&key).unwrap()).build().unwrap();
    app.generate(u64::try_from(NOW.seconds()).unwrap()).to_string()
}

#[tokio::test]
async fn an_app_is_added_by_a_right_code_and_the_first_one_brings_recovery_codes() {
    let app = App::spawn();
    let account = somebody(&app);
    let mut browser = app.signed_in(account);
    browser.open(PAGE).await;
    let (key, right) = (browser.text_of("#key").unwrap(), code(&browser));
    assert_eq!(browser.attributes("svg[role=img]", "aria-labelledby"), ["qr-title"]);
    browser.fill("Code from the app", "12345").press().await;
    assert_eq!((browser.status, browser.text_of("#key").unwrap()), (422, key), "the same key until a code is right");
    assert_eq!(browser.errors()[0].0, "#code");
    browser.fill("Code from the app", &format!("{} {}", &right[..3], &right[3..])).fill("Name", "Work phone").press().await;
    assert_eq!((browser.status, browser.path()), (200, "/account/recovery-codes"));
    let codes = browser.texts_of("main ol .app-code");
    assert_eq!(codes.len(), recovery::CODES);
    browser.open("/account/recovery-codes").await;
    assert_eq!(browser.texts_of("main ol .app-code"), codes, "a page that is loaded again loses nothing");
    browser.press().await;
    assert_eq!(browser.path(), "/staff");
    browser.get("/account/recovery-codes").await;
    assert_eq!(browser.location().as_deref(), Some("/account"), "they are not shown twice");
    let kept = &factors(&app, account)[0];
    assert_eq!((kept.name.as_str(), kept.last_step), ("Work phone", Some(NOW.seconds() / 30)), "the code cannot be used again");
    assert!(!kept.sealed.contains(&right) && trail(&app).contains(&"factor-added".to_owned()));
    let hash = |code: &str| recovery::hash(&app.state.secret, account, code).unwrap();
    let spend = |code: &str| app.store().write_now("spend", |tx| recovery_codes::spend(tx, account, &hash(code), 1)).unwrap();
    assert!(spend(&codes[3]) && !spend(&codes[3]), "each code works once");
}

#[tokio::test]
async fn who_came_by_a_link_is_signed_in_under_a_new_token_once_the_app_is_added() {
    let app = App::spawn();
    let mut browser = half_way(&app, somebody(&app), true);
    let (before, mut other) = (browser.cookie(COOKIE), browser.clone());
    browser.open(PAGE).await;
    let right = code(&browser);
    browser.fill("Code from the app", &right).press().await;
    assert_eq!((browser.status, browser.path()), (200, "/account/recovery-codes"), "{}", browser.words());
    assert_ne!(browser.cookie(COOKIE), before);
    other.get("/staff").await;
    assert!(other.location().is_some_and(|to| to.starts_with("/sign-in")), "the earlier token is worth nothing");
    assert!(trail(&app).contains(&"signed-in".to_owned()));
}

#[tokio::test]
async fn a_password_alone_adds_no_second_factor_and_nor_does_a_link_where_there_is_one() {
    let app = App::spawn();
    let (bare, equipped) = (somebody(&app), somebody(&app));
    with_factor(&app, equipped, "Phone");
    for mut browser in [half_way(&app, bare, false), half_way(&app, equipped, true)] {
        for page in [PAGE, "/account/passkey"] {
            browser.get(page).await;
            assert_eq!(browser.location().as_deref(), Some("/sign-in/second"), "{page}");
        }
    }
    let mut nobody = app.patient();
    assert!(nobody.get(PAGE).await.location().is_some_and(|to| to.starts_with("/sign-in?next=")));
}

#[tokio::test]
async fn who_signed_in_long_ago_shows_again_who_they_are_before_a_factor_is_added() {
    let app = App::spawn();
    let later = app.minutes_later(11);
    let mut browser = app.signed_in(somebody(&app)).at(later.at);
    browser.get(PAGE).await;
    assert_eq!(browser.location().as_deref(), Some("/account/confirm?next=/account/second-factor"));
}

#[tokio::test]
async fn a_second_one_is_told_in_a_letter_and_leaves_the_recovery_codes_alone() {
    let app = App::spawn();
    let account = somebody(&app);
    with_factor(&app, account, "Phone");
    let hashes = ["one".to_owned(), "two".to_owned()];
    app.store().write_now("codes", |tx| recovery_codes::replace(tx, account, &hashes)).unwrap();
    let mut browser = app.signed_in(account);
    browser.open(PAGE).await;
    let right = code(&browser);
    browser.fill("Code from the app", &right).press().await;
    assert_eq!((browser.path(), browser.words().contains("The second factor was added.")), ("/account", true));
    assert_eq!(app.store().read_now("left", |conn| recovery_codes::left(conn, account)).unwrap(), 2);
    assert!(app.store().read_now("letters", letters::any_sealed).unwrap());
    saywell::jobs::turn(&app.state).await;
    assert!(app.letters().iter().any(|letter| letter.body.contains("A second factor was added.")), "{:?}", app.letters());
}

#[tokio::test]
async fn a_step_is_used_once_and_none_before_it_is_taken_later() {
    let app = App::spawn();
    let id = with_factor(&app, somebody(&app), "Phone");
    let used = |step| app.store().write_now("step", |tx| second_factors::use_step(tx, id, step, 1)).unwrap();
    assert_eq!([used(100), used(100), used(99), used(101)], [true, false, false, true]);
    assert_eq!(totp::matching_step("", "000000", 0), None);
}

#[tokio::test]
async fn passkeys_are_offered_under_a_name_and_not_under_a_bare_address() {
    let bare = App::spawn();
    let mut browser = bare.signed_in(somebody(&bare));
    assert_eq!(browser.get("/account/passkey").await.status, 404);
    assert!(!browser.open(PAGE).await.body.contains("/account/passkey"));
    let named = App::with(|settings| settings.public_origin = Some("https://answers.example.org".to_owned()));
    let account = somebody(&named);
    let mut browser = named.signed_in(account);
    browser.open(PAGE).await.click("Add a passkey").await;
    let asked = browser.attributes("form[data-passkey=create]", "data-options");
    let first = serde_json::from_str::<serde_json::Value>(&asked[0]).unwrap()["publicKey"].clone();
    assert_eq!(
        (first["rp"]["id"].as_str(), first["authenticatorSelection"]["userVerification"].as_str()),
        (Some("answers.example.org"), Some("required"))
    );
    browser.press().await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#passkey"), "what no passkey said adds none");
    let again = browser.attributes("form[data-passkey=create]", "data-options");
    assert_ne!(again, asked, "each page has a challenge of its own");
    assert!(factors(&named, account).is_empty());
}
