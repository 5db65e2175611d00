//! Forms that did not come from us, or not from this session. None of them changes anything; those of somebody signed in are
//! recorded.

use super::super::support::{App, Browser};
use super::refusals;

fn token(browser: &Browser) -> String {
    browser.attributes("form[action='/sign-out'] input[name=token]", "value").into_iter().next().unwrap()
}

async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.get("/staff").await.status == 200
}

#[tokio::test]
async fn the_token_of_a_form_is_another_on_every_page_and_each_is_taken() {
    let app = App::spawn();
    let mut staff = app.commissioner().await;
    let first = token(&staff);
    staff.get("/commissioner").await;
    assert_ne!(first, token(&staff));
    assert_eq!(staff.post("/sign-out", &[("token", &first)]).await.status, 303);
    assert!(!is_signed_in(&mut staff).await);
}

#[tokio::test]
async fn a_form_without_the_sessions_own_token_is_refused_and_recorded() {
    let app = App::spawn();
    let (mut staff, colleague) = (app.commissioner().await, app.commissioner().await);
    let (own, theirs) = (token(&staff), token(&colleague));
    for forged in ["", "AAAA", theirs.as_str(), &own[1..], &own.to_uppercase()] {
        staff.post("/sign-out", &[("token", forged)]).await;
        assert_eq!((staff.status, staff.heading().as_str()), (400, "This page cannot be sent"), "{forged}");
    }
    assert!(is_signed_in(&mut staff).await);
    assert_eq!(refusals(&app), vec![("form:/sign-out".to_owned(), "tampered-key".to_owned()); 5]);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_even_with_cookie_and_token_and_recorded() {
    let app = App::spawn();
    let mut staff = app.commissioner().await;
    let own = token(&staff);
    for site in ["cross-site", "same-site", "nonsense"] {
        let mut abused = staff.clone().header("sec-fetch-site", site);
        assert_eq!(abused.post("/sign-out", &[("token", &own)]).await.status, 403, "{site}");
    }
    for origin in ["null", "http://elsewhere.example", "http://127.0.0.1:1", "https://127.0.0.1", ""] {
        let mut abused = staff.clone().header("origin", origin);
        assert_eq!(abused.post("/sign-out", &[("token", &own)]).await.status, 403, "{origin}");
    }
    assert!(is_signed_in(&mut staff).await);
    let recorded = refusals(&app);
    assert!(!recorded.is_empty() && recorded.iter().all(|line| *line == ("form:/sign-out".to_owned(), "foreign-form".to_owned())));
}

#[tokio::test]
async fn a_flood_of_forged_forms_makes_few_lines() {
    let app = App::spawn();
    let mut staff = app.commissioner().await;
    for _ in 0..30 {
        staff.post("/sign-out", &[]).await;
        assert_eq!(staff.status, 400);
    }
    assert!((1..=8).contains(&refusals(&app).len()));
}

#[tokio::test]
async fn a_cookie_that_names_no_session_is_nobody() {
    let app = App::spawn();
    let mut stranger = app.patient();
    for cookie in ["", "AAAA", "%00", "' or 1=1 --"] {
        stranger.keep_cookie("__Host-saywell-session", cookie, "/");
        assert!(stranger.get("/staff").await.location().is_some_and(|to| to.starts_with("/sign-in")), "{cookie}");
        stranger.post("/sign-out", &[("token", "AAAA")]).await;
        assert_ne!(stranger.status, 200);
    }
    assert!(refusals(&app).is_empty());
}
