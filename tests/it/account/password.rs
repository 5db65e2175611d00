//! Passwords: which may be chosen, and how somebody who is signed in changes theirs.

use data_encoding::HEXUPPER;
use saywell::domain::access::LinkPurpose;
use sha1::{Digest, Sha1};

use super::super::support::App;
use super::super::support::county::{EMAIL, PASSWORD};
use super::links::{NEW, account, link, signs_in_with, trail};

#[tokio::test]
async fn a_password_that_is_refused_says_why_and_leaves_the_link_as_it_was() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let address = link(&app, account(&app).id, LinkPurpose::Reset);
    let mut browser = app.patient();
    let long = "long words ".repeat(24);
    for (typed, why) in [
        ("", "Enter a password"),
        ("elevensigns", "must have at least 12 characters"),
        (long.as_str(), "must have at most 256 characters"),
        ("AdaExample2026", "Leave out your name"),
        ("password1234", "easy to guess. Many people use it"),
        ("abcdefghijklmnop", "counts up or down"),
    ] {
        browser.post(&address, &[("password", typed)]).await;
        let errors = browser.errors();
        assert_eq!((browser.status, errors.len(), errors[0].0.as_str()), (422, 1, "#password"), "{typed}");
        assert!(errors[0].1.contains(why), "{typed}: {}", errors[0].1);
        assert!(typed.is_empty() || !browser.body.contains(typed), "a password is never sent back");
    }
    browser.post(&address, &[("password", "żółta łódź płynie")]).await;
    assert_eq!(browser.status, 303, "blanks and letters of any alphabet will do");
}

#[tokio::test]
async fn a_password_that_was_stolen_elsewhere_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("breached.txt");
    std::fs::write(&file, format!("{}:3\r\n", HEXUPPER.encode(&Sha1::digest(NEW.as_bytes())))).unwrap();
    let list = file.clone();
    let app = App::with(move |settings| settings.breached_passwords = Some(list));
    app.with_someone(EMAIL);
    let address = link(&app, account(&app).id, LinkPurpose::Reset);
    let mut browser = app.patient();
    browser.post(&address, &[("password", NEW)]).await;
    assert!(browser.status == 422 && browser.errors()[0].1.contains("stolen"), "{}", browser.words());
    std::fs::remove_file(file).unwrap();
    browser.post(&address, &[("password", NEW)]).await;
    assert_eq!(browser.status, 303, "without its list Saywell goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_a_password_takes_the_current_one_and_ends_every_other_session() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let id = account(&app).id;
    let (mut here, mut elsewhere) = (app.signed_in(id), app.signed_in(id));
    let pending = link(&app, id, LinkPurpose::Reset);
    here.open("/account/password").await.fill("Current password", PASSWORD).fill("New password", NEW).send().await;
    assert_eq!(here.location().as_deref(), Some("/account?done=password"));
    assert!(signs_in_with(&app, NEW) && !signs_in_with(&app, PASSWORD));
    assert_eq!(here.get("/staff").await.status, 200);
    assert_eq!(elsewhere.get("/staff").await.status, 303);
    assert_eq!(elsewhere.get(&pending).await.status, 410, "a link from before is void");
    assert_eq!(trail(&app)[0], ("password-changed".to_owned(), format!("account:{}", id.0), "Ada Example".to_owned()));
    saywell::jobs::turn(&app.state).await;
    let letter = app.letters().pop().unwrap();
    assert_eq!((letter.to.as_str(), letter.body.contains("Your password was changed")), (EMAIL, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_current_password_changes_nothing_and_is_recorded() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let mut browser = app.signed_in(account(&app).id);
    for (current, new, field) in [
        ("", NEW, "#current"),
        ("not the pass phrase", NEW, "#current"),
        (PASSWORD, PASSWORD, "#password"),
        (PASSWORD, "password1234", "#password"),
        (PASSWORD, "", "#password"),
    ] {
        browser.open("/account/password").await.fill("Current password", current).fill("New password", new).send().await;
        assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, field), "{current} {new}");
        assert!(!browser.body.contains(PASSWORD) && !browser.body.contains(NEW));
    }
    assert!(signs_in_with(&app, PASSWORD));
    assert_eq!(trail(&app).iter().map(|(action, ..)| action.as_str()).collect::<Vec<_>>(), ["sign-in-refused"]);
}

#[tokio::test]
async fn a_form_that_is_not_ours_changes_no_password() {
    let app = App::spawn();
    app.with_someone(EMAIL);
    let mut browser = app.signed_in(account(&app).id);
    let fields = [("token", "forged"), ("current", PASSWORD), ("password", NEW)];
    assert_eq!(browser.post("/account/password", &fields).await.status, 400);
}

#[tokio::test]
async fn somebody_without_a_password_is_told_how_to_get_one() {
    let app = App::spawn();
    let id = app.with_staff("Sam Staff", &[]);
    let mut browser = app.signed_in(id);
    browser.open("/account/password").await;
    assert_eq!(browser.link("Ask for a new link"), "/forgotten");
    assert!(browser.controls().is_empty());
}
