//! Sign-in with the organisation, as far as it goes without a provider; with one it is driven in the browser tests.

use saywell::config::{SecondFactor, SignInWith};
use saywell::domain::access::{Action, Role};
use saywell::store::Error;
use saywell::store::external_identities::{self, Identity};
use saywell::store::ids::AccountId;

use super::super::support::{App, NOW};

const ISSUER: &str = "https://127.0.0.1:9";

/// A Saywell with a provider that nobody can reach.
fn spawn() -> App {
    let provider = SignInWith {
        key: "trust".to_owned(),
        name: "Example Trust".to_owned(),
        issuer: ISSUER.to_owned(),
        client_id: "saywell".to_owned(),
        client_secret: "hush".into(),
        scopes: vec!["email".to_owned()],
        acr_values: Vec::new(),
        max_age_minutes: None,
        second_factor: SecondFactor::Ours,
        required_acr: Vec::new(),
        required_amr: Vec::new(),
        match_email: true,
        role_claim: None,
        roles: Vec::new(),
    };
    App::with(|settings| settings.sign_in_with = vec![provider])
}

fn tied(account: AccountId, subject: &str) -> Identity {
    Identity { issuer: ISSUER.to_owned(), subject: subject.to_owned(), account_id: account, linked_at: NOW.micros() }
}

#[tokio::test]
async fn the_sign_in_page_leads_to_each_provider_and_keeps_where_somebody_wanted_to_go() {
    let app = spawn();
    let mut nobody = app.patient();
    nobody.open("/commissioner").await;
    let within = "form[action=\"/sign-in/with/trust\"]";
    assert_eq!(nobody.attributes(&format!("{within} input[name=next]"), "value"), ["/commissioner"]);
    assert_eq!(nobody.texts_of(&format!("{within} button")), ["Sign in with Example Trust"]);
}

#[tokio::test]
async fn the_way_to_a_provider_is_a_form_of_ours_and_no_link() {
    let app = spawn();
    assert_eq!(app.patient().get("/sign-in/with/trust").await.status, 405);
    let mut elsewhere = app.patient().header("sec-fetch-site", "cross-site");
    assert_eq!(elsewhere.post("/sign-in/with/trust", &[]).await.status, 403);
    let mut staff = app.staff(Role::ProviderManager, app.with_provider("North"));
    assert_eq!(staff.get("/account/sign-in-with/trust").await.status, 405);
    assert_eq!(staff.post("/account/sign-in-with/trust", &[]).await.status, 400, "a form that is not ours");
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_no_fault_of_the_person() {
    let app = spawn();
    let mut nobody = app.patient();
    nobody.post("/sign-in/with/trust", &[]).await;
    assert_eq!(nobody.status, 502);
    assert!(nobody.words().contains("Your organisation’s sign-in does not work"), "{}", nobody.words());
    assert!(!nobody.words().contains("127.0.0.1"));
    assert_eq!(nobody.attributes("main a", "href").first().map(String::as_str), Some("/sign-in"));
    assert_eq!(nobody.post("/sign-in/with/nobody", &[]).await.status, 404);
}

#[tokio::test]
async fn nobody_comes_back_who_did_not_set_out() {
    let app = spawn();
    let mut nobody = app.patient();
    for query in ["", "?code=a&state=b", "?error=access_denied&state=", "?error=x", "?state=%00&code=%ff"] {
        assert_eq!(nobody.get(&format!("/sign-in/with/trust/back{query}")).await.status, 400, "{query}");
    }
    nobody.keep_cookie("__Host-saywell-single-sign-on", "k1.AAAA.AAAA", "/");
    assert_eq!(nobody.get("/sign-in/with/trust/back?code=a&state=b").await.status, 400);
    assert_eq!(nobody.get("/sign-in/with/nobody/back?code=a&state=b").await.status, 404);
}

#[tokio::test]
async fn whoever_comes_back_again_and_again_without_having_set_out_fills_no_trail() {
    let app = spawn();
    let mut nobody = app.patient();
    for _ in 0..40 {
        nobody.get("/sign-in/with/trust/back?code=a&state=b").await;
    }
    assert_eq!(nobody.status, 429);
    let lines = app.audited(Action::SignInRefused).len();
    assert!((20..30).contains(&lines), "{lines}");
}

#[tokio::test]
async fn nobody_ties_an_account_to_somebody_they_have_not_signed_in_as() {
    let app = spawn();
    let mut staff = app.staff(Role::ProviderManager, app.with_provider("North"));
    staff.open("/account/sign-in-with").await;
    assert!(staff.words().contains("Example Trust") && staff.words().contains("Not tied"), "{}", staff.words());
    assert_eq!(staff.get("/account/sign-in-with/trust/confirm").await.status, 400);
    staff.keep_cookie("__Host-saywell-identity", "k1.AAAA.AAAA", "/");
    assert_eq!(staff.get("/account/sign-in-with/trust/confirm").await.status, 400);
}

#[tokio::test]
async fn an_account_is_untied_by_its_holder_alone_who_is_told_in_a_letter() {
    let app = spawn();
    let (one, other) = (app.with_staff("One", &[]), app.with_staff("Other", &[]));
    let add = |identity: &Identity| app.store().write_now("tie", |tx| external_identities::add(tx, identity));
    add(&tied(one, "1")).unwrap();
    add(&tied(other, "2")).unwrap();
    assert!(matches!(add(&tied(other, "1")), Err(Error::Taken(_))), "one person there is one account here");
    let mut staff = app.signed_in(one);
    staff.open("/account/sign-in-with").await;
    let token = staff.attributes("main input[name=token]", "value");
    assert_eq!(staff.post("/account/sign-in-with/trust/remove", &[]).await.status, 400, "a form that is not ours");
    staff.post("/account/sign-in-with/trust/remove", &[("token", &token[0])]).await.follow().await;
    assert!(staff.words().contains("Not tied"), "{}", staff.words());
    let left = |subject: &str| app.store().read_now("find", |conn| external_identities::find(conn, ISSUER, subject)).unwrap();
    assert_eq!((left("1"), left("2")), (None, Some(other)));
    staff.post("/account/sign-in-with/trust/remove", &[("token", &token[0])]).await;
    let told: Vec<_> = app.waiting().into_iter().map(|(kind, letter)| (kind, letter.body.contains("was untied from"))).collect();
    assert_eq!(told, [("changed".to_owned(), true)], "they are told, once");
}
