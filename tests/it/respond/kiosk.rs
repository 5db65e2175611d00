//! A shared tablet: people answer on it one after the other, and none finds anything of the one before.

use saywell::domain::access::{Action, Role};

use super::super::support::{App, Browser};

/// A provider's tablet that asks about work, in front of somebody.
async fn tablet(app: &App) -> (Browser, String) {
    let provider = app.with_provider("North Team");
    let home = format!("/k/{}", app.with_kiosk(provider, "employment").1);
    let mut browser = app.patient();
    browser.open(&home).await;
    assert_eq!(browser.status, 200, "{}", browser.words());
    (browser, home)
}

fn refresh(browser: &Browser) -> String {
    browser.headers.get("refresh").map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn an_answer_on_a_tablet_is_about_its_organisation_and_says_how_it_came() {
    let app = App::spawn();
    let (mut browser, home) = tablet(&app).await;
    browser.set_out().await.answer_all(&[]).await.press().await;
    assert_eq!((browser.path(), browser.heading().as_str()), (format!("{home}/thanks").as_str(), "Thank you. We have your answers."));
    assert_eq!(refresh(&browser), format!("60; url={home}/reset"));
    let kept = &app.responses("employment")[0];
    assert_eq!((kept.mode.as_str(), kept.status.as_str()), ("kiosk", "submitted"));
    assert!(kept.kiosk_id.is_some() && kept.organisation_id.is_some() && kept.entered_by.is_none());
}

#[tokio::test]
async fn after_thanks_the_next_person_finds_nothing_of_the_one_before() {
    let app = App::spawn();
    let (mut browser, home) = tablet(&app).await;
    browser.set_out().await.answer_all(&[]).await.press().await;
    let code = browser.code();
    browser.click("Finish").await;
    assert_eq!((browser.path(), browser.heading().as_str()), (home.as_str(), "Work and what you do"));
    for back in ["/s/employment/done", "/s/employment/check", "/s/employment/q/employment-status", &format!("{home}/thanks")] {
        browser.open(back).await;
        assert_eq!(browser.path(), home, "{back}");
        assert!(!browser.words().contains(&code), "{back}");
    }
}

#[tokio::test]
async fn silence_is_asked_about_and_then_everything_begun_is_forgotten() {
    let app = App::spawn();
    let (mut browser, home) = tablet(&app).await;
    browser.get("/language/pl").await;
    browser.open(&home).await.set_out().await.answer_until("weekly-hours").await;
    assert_eq!(refresh(&browser), format!("120; url={home}/still"));
    browser.open(&format!("{home}/still")).await;
    assert_eq!((browser.heading().as_str(), refresh(&browser)), ("Czy nadal tu jesteś?", format!("30; url={home}/reset")));
    browser.click("Tak, odpowiadam dalej").await;
    assert_eq!(browser.step(), "weekly-hours");
    browser.open(&format!("{home}/reset")).await;
    assert_eq!((browser.path(), browser.heading().as_str()), (home.as_str(), "Work and what you do"), "the language is forgotten too");
    assert!(app.responses("employment").is_empty() && app.rows("employment").is_empty());
    browser.open("/s/employment/q/weekly-hours").await;
    assert_eq!(browser.path(), home);
}

#[tokio::test]
async fn the_start_page_forgets_what_somebody_began_and_left() {
    let app = App::spawn();
    let (mut browser, home) = tablet(&app).await;
    browser.set_out().await.pick_first().press().await.open(&home).await;
    assert_eq!(browser.path(), home);
    assert!(app.responses("employment").is_empty());
}

#[tokio::test]
async fn a_tablet_offers_no_code_to_come_back_with_and_opens_nothing_else() {
    let app = App::spawn();
    let (mut browser, home) = tablet(&app).await;
    browser.set_out().await;
    assert!(!browser.words().contains("Save and finish later"), "{}", browser.words());
    browser.open("/s/employment/later").await;
    assert_ne!(browser.step(), "later");
    browser.open("/s/employment/q/-").await.answer_all(&[]).await;
    assert!(!browser.words().contains("Save and finish later"), "{}", browser.words());
    for elsewhere in ["/", "/s/event-feedback", "/resume", "/receipt", "/i/none"] {
        browser.get(elsewhere).await;
        assert_eq!(browser.location().as_deref(), Some(home.as_str()), "{elsewhere}");
    }
    browser.open("/privacy").await;
    assert_eq!((browser.status, refresh(&browser)), (200, format!("120; url={home}/still")));
}

#[tokio::test]
async fn nobody_begins_on_a_tablet_where_staff_are_signed_in() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let home = format!("/k/{}", app.with_kiosk(provider, "employment").1);
    let mut staff = app.staff(Role::CareCoordinator, provider);
    staff.open(&home).await;
    assert!(staff.words().contains("Sign out") && staff.attributes("main form", "action").is_empty(), "{}", staff.words());
    staff.post(&home, &[]).await;
    assert_eq!(staff.location().as_deref(), Some(home.as_str()));
    assert!(app.responses("employment").is_empty());
    staff.open("/staff").await;
    assert_eq!(refresh(&staff), "", "a browser of staff does not become a tablet by looking");
}

#[tokio::test]
async fn staff_add_a_tablet_and_end_it_with_what_was_begun_on_it() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let mut staff = app.staff(Role::CareCoordinator, provider);
    staff.open("/provider/kiosks").await.click("Add a tablet").await.press().await;
    assert_eq!((staff.status, staff.errors().len()), (422, 2), "the only organisation there is was chosen");
    staff.fill("What you call it", "Waiting room").choose("Work and what you do").press().await;
    assert_eq!(staff.path(), "/provider/kiosks");
    let address = staff.text_of("tbody .app-address").unwrap();
    let home = address[address.find("/k/").unwrap()..].to_owned();
    let mut browser = app.patient();
    browser.open(&home).await.set_out().await.pick_first().press().await;
    assert_eq!(app.responses("employment").len(), 1);
    let end = staff.attributes("tbody form", "action")[0].clone();
    let token = staff.attributes("tbody form input[name=token]", "value")[0].clone();
    staff.post(&end, &[("token", &token)]).await.follow().await;
    assert!(staff.words().contains("No tablet is in use."), "{}", staff.words());
    assert!(app.responses("employment").is_empty() && app.rows("employment").is_empty());
    browser.open("/s/employment/q/employment-status").await;
    assert_eq!((browser.status, browser.heading().as_str()), (410, "This tablet is not in use"));
    browser.open("/").await;
    assert_eq!((browser.status, browser.path()), (200, "/"), "the device is free again");
    assert_eq!((app.audited(Action::KioskOpened).len(), app.audited(Action::KioskEnded).len()), (1, 1));
}

#[tokio::test]
async fn a_session_of_staff_that_is_over_does_not_keep_a_tablet_from_forgetting() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    let home = format!("/k/{}", app.with_kiosk(provider, "employment").1);
    let later = app.later(2);
    let mut browser = app.staff(Role::CareCoordinator, provider).at(later.at);
    browser.open(&home).await.set_out().await;
    assert!(browser.path().starts_with("/s/employment/q/"), "{}", browser.words());
    assert_eq!(refresh(&browser), format!("120; url={home}/still"), "nobody is signed in, so the tablet is one");
    browser.get("/resume").await;
    assert_eq!(browser.location(), Some(home));
}
