//! One's own account: what it shows, and what may be changed there.

use saywell::domain::access::Role;
use saywell::store::accounts::Grant;
use saywell::store::ids::AccountId;
use saywell::store::{recovery_codes, second_factors};

use super::super::support::{App, Browser};
use super::factors::{trail, with_factor};

fn somebody(app: &App) -> AccountId {
    let organisation = app.with_organisation("Example County", "commissioner");
    app.with_staff("Ann Example", &[Grant { organisation, role: Role::CommissionerAnalyst }])
}

/// Sends a form of the account page with its token, and goes where it leads.
async fn press<'a>(browser: &'a mut Browser, address: &str, fields: &[(&str, &str)]) -> &'a mut Browser {
    browser.open("/account").await;
    let token = browser.attributes("main input[name=token]", "value").remove(0);
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("token", token.as_str())]).collect();
    browser.post(address, &fields).await.follow().await
}

/// The session of a browser, as the account page of that browser calls it.
async fn session_of(browser: &mut Browser) -> String {
    browser.open("/account").await;
    let named = browser.attributes("main form[action$='/name#error-summary']", "action");
    let own = browser.texts_of("main h3").iter().filter(|name| name.contains("Firefox")).position(|name| name.contains("this device"));
    named[own.unwrap()].split('/').nth(3).unwrap().to_owned()
}

#[tokio::test]
async fn the_account_says_who_one_is_and_what_one_may_do() {
    let app = App::spawn();
    let mut browser = app.signed_in(somebody(&app));
    browser.open("/staff").await.click("Your account").await;
    assert_eq!((browser.status, browser.heading().as_str()), (200, "Your account"));
    for words in ["Ann Example", "Example County", "Commissioner analyst, Example County", "no second factor", "no recovery codes left"] {
        assert!(browser.words().contains(words), "{words}: {}", browser.words());
    }
    browser.open("/account?done=anything").await;
    assert!(browser.texts_of(".nhsuk-notification-banner").is_empty(), "only what we know can have been done");
}

#[tokio::test]
async fn a_session_gets_a_name_and_another_one_is_ended_at_once() {
    let app = App::spawn();
    let account = somebody(&app);
    let (mut desk, mut phone) = (app.signed_in(account), app.signed_in(account));
    let (here, there) = (session_of(&mut desk).await, session_of(&mut phone).await);
    assert_ne!(here, there);
    press(&mut desk, &format!("/account/sessions/{there}/name"), &[(&format!("name-{there}"), " My <own> tablet ")]).await;
    assert!(desk.texts_of("main h3").contains(&"My <own> tablet".to_owned()), "{}", desk.words());
    let long = "x".repeat(41);
    press(&mut desk, &format!("/account/sessions/{there}/name"), &[(&format!("name-{there}"), &long)]).await;
    assert_eq!((desk.status, desk.errors()[0].0.clone()), (422, format!("#name-{there}")));
    press(&mut desk, &format!("/account/sessions/{there}/end"), &[]).await;
    assert!(desk.words().contains("The device was signed out."));
    assert!(phone.get("/staff").await.location().is_some_and(|to| to.starts_with("/sign-in")));
    assert!(trail(&app).contains(&"session-revoked".to_owned()));
}

#[tokio::test]
async fn every_other_session_is_ended_and_this_one_stays() {
    let app = App::spawn();
    let account = somebody(&app);
    let (mut desk, mut phone, mut stranger) = (app.signed_in(account), app.signed_in(account), app.signed_in(somebody(&app)));
    press(&mut desk, "/account/sessions/end-others", &[]).await;
    assert!(desk.words().contains("Every other device was signed out."));
    assert!(phone.get("/staff").await.location().is_some());
    assert_eq!(stranger.get("/staff").await.status, 200);
}

#[tokio::test]
async fn what_belongs_to_somebody_else_is_not_there_and_it_is_recorded() {
    let app = App::spawn();
    let (ann, other) = (somebody(&app), somebody(&app));
    let factor = with_factor(&app, other, "Phone");
    let (mut browser, mut theirs) = (app.signed_in(ann), app.signed_in(other));
    let session = session_of(&mut theirs).await;
    let addresses = [
        format!("/account/sessions/{session}/end"),
        format!("/account/sessions/{session}/name"),
        format!("/account/second-factors/{factor}/remove"),
    ];
    for address in addresses {
        assert_eq!(press(&mut browser, &address, &[]).await.status, 404, "{address}");
    }
    assert_eq!(theirs.get("/staff").await.status, 200);
    assert_eq!(trail(&app).iter().filter(|action| *action == "refused").count(), 3);
}

#[tokio::test]
async fn a_second_factor_is_removed_but_never_the_only_one() {
    let app = App::spawn();
    let account = somebody(&app);
    let (first, second) = (with_factor(&app, account, "Phone"), with_factor(&app, account, "Tablet"));
    let mut browser = app.signed_in(account);
    press(&mut browser, &format!("/account/second-factors/{first}/remove"), &[]).await;
    assert!(browser.words().contains("The second factor was removed."), "{}", browser.words());
    press(&mut browser, &format!("/account/second-factors/{second}/remove"), &[]).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#second-factors"));
    assert_eq!(app.store().read_now("factors", |conn| second_factors::of(conn, account)).unwrap().len(), 1);
    saywell::jobs::turn(&app.state).await;
    assert!(app.letters().iter().any(|letter| letter.body.contains("A second factor was removed.")));
}

#[tokio::test]
async fn new_recovery_codes_void_the_earlier_ones() {
    let app = App::spawn();
    let account = somebody(&app);
    app.store().write_now("codes", |tx| recovery_codes::replace(tx, account, &["old".to_owned()])).unwrap();
    let mut browser = app.signed_in(account);
    press(&mut browser, "/account/recovery-codes", &[]).await;
    assert_eq!((browser.path(), browser.texts_of("main ol .app-code").len()), ("/account/recovery-codes", 10));
    assert!(!app.store().write_now("spend", |tx| recovery_codes::spend(tx, account, "old", 1)).unwrap());
    assert!(trail(&app).contains(&"recovery-codes-made".to_owned()));
}

#[tokio::test]
async fn nothing_is_changed_by_a_form_that_is_not_ours_or_long_after_the_sign_in() {
    let app = App::spawn();
    let account = somebody(&app);
    with_factor(&app, account, "Phone");
    let tablet = with_factor(&app, account, "Tablet");
    let mut browser = app.signed_in(account);
    for address in ["/account/recovery-codes", "/account/sessions/end-others", "/account/recovery-codes/kept"] {
        assert_eq!(browser.post(address, &[("token", "forged")]).await.status, 400, "{address}");
    }
    let later = app.minutes_later(11);
    let mut browser = browser.at(later.at);
    let other = app.signed_in(account);
    let addresses = [
        "/account/recovery-codes".to_owned(),
        "/account/sessions/end-others".to_owned(),
        format!("/account/sessions/{}/end", app.session_of(account)),
        format!("/account/second-factors/{tablet}/remove"),
    ];
    for address in addresses {
        browser.open("/account").await;
        let token = browser.attributes("main input[name=token]", "value").remove(0);
        browser.post(&address, &[("token", &token)]).await;
        assert_eq!(browser.location().as_deref(), Some("/account/confirm?next=/account"), "{address}");
    }
    assert_eq!(other.clone().get("/staff").await.status, 200, "nobody was signed out");
}
