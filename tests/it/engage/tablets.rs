//! Shared tablets of an event: added by those who hold it, and open as long as it is.

use saywell::domain::access::{Action, Role};
use saywell::store::events::Event;

use super::super::support::{App, Browser};
use super::{small, tablet_at};

async fn lead(app: &App, event: &Event) -> Browser {
    let mut lead = app.staff(Role::EngagementLead, event.organisation_id);
    lead.open(&format!("/engage/{}/tablets", event.id.0)).await;
    assert_eq!(lead.status, 200, "{}", lead.words());
    lead
}

/// Adds a tablet and returns the address to open on it.
async fn added(lead: &mut Browser, name: &str) -> String {
    lead.fill("name", name).press().await;
    assert_eq!(lead.status, 200, "{:?}", lead.errors());
    let link = lead.attributes("a.app-address", "href").remove(0);
    link[link.find("/k/").unwrap()..].to_owned()
}

#[tokio::test]
async fn a_tablet_of_an_event_asks_its_questions_again_and_again() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let home = added(&mut lead(&app, &event).await, "Table by the door").await;
    let mut tablet = app.patient();
    for number in 1..=2 {
        tablet.open(&home).await;
        assert_eq!(tablet.heading(), "Carers in the hall");
        tablet.set_out().await.answer_all(&[]).await.press().await;
        assert_eq!((tablet.path(), tablet.controls().len()), (format!("{home}/thanks").as_str(), 0));
        tablet.click("Finish").await;
        assert_eq!(tablet.path(), home);
        let kept = app.responses(&event.survey_key());
        assert_eq!(kept.len(), number);
        assert!(kept.iter().all(|one| one.mode == "kiosk" && one.organisation_id == Some(event.alert_organisation_id)));
    }
    tablet.open(&format!("/e/{}", event.join_code)).await;
    assert_eq!(tablet.path(), home, "a tablet goes nowhere else");
    assert_eq!(app.audited(Action::KioskOpened).len(), 1);
}

#[tokio::test]
async fn a_tablet_takes_answers_as_long_as_its_event() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let home = added(&mut lead(&app, &event).await, "Table by the door").await;
    let later = app.later(1);
    let mut tablet = later.patient();
    tablet.open(&home).await;
    assert!(tablet.heading().contains("The questions are closed"), "{}", tablet.heading());
    assert_eq!(tablet.headers["refresh"].to_str().unwrap(), format!("120; url={home}"));
    tablet.post(&home, &[]).await;
    assert_eq!(tablet.location().as_deref(), Some(home.as_str()));
    assert!(app.responses(&event.survey_key()).is_empty());
}

#[tokio::test]
async fn a_tablet_is_named_and_ended_by_those_who_hold_the_event() {
    let app = App::spawn();
    let (event, other) = (small(&app, |_| {}).await, small(&app, |_| {}).await);
    let mut lead = lead(&app, &event).await;
    lead.fill("name", &"x".repeat(81)).press().await;
    assert_eq!((lead.status, lead.errors().len()), (422, 1));
    let home = added(&mut lead, "Table by the door").await;
    let theirs = added(&mut self::lead(&app, &other).await, "Stage").await;
    let token = |lead: &Browser| lead.controls().into_iter().find(|control| control.name == "token").unwrap().value;
    let (own, foreign, token) = (tablet_at(&app, &home), tablet_at(&app, &theirs), token(&lead));
    lead.post(&format!("/engage/{}/tablets/{foreign}/end", event.id.0), &[("token", &token)]).await;
    assert_eq!(lead.status, 404, "a tablet of another event");
    lead.post(&format!("/engage/{}/tablets/{own}/end", event.id.0), &[("token", &token)]).await;
    assert_eq!((lead.status, app.audited(Action::KioskEnded).len()), (303, 1));
    assert_eq!(app.patient().open(&home).await.status, 410);
    assert_eq!(app.patient().open(&theirs).await.status, 200);
}

#[tokio::test]
async fn coordinators_do_not_find_the_tablets_of_events_among_theirs() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    added(&mut lead(&app, &event).await, "Table by the door").await;
    let mut coordinator = app.staff(Role::CareCoordinator, event.alert_organisation_id);
    coordinator.open("/provider/kiosks").await;
    assert!(!coordinator.words().contains("Table by the door"), "{}", coordinator.words());
}
