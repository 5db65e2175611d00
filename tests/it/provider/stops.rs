//! Why somebody is not asked is noted, shown and taken back.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::domain::care::asking::NotAsked;
use saywell::store::ids::PersonId;
use saywell::store::stops::{self, standing};

use super::super::support::App;
use super::super::support::people::ZOFIA;

fn why_not(app: &App, id: PersonId) -> Option<NotAsked> {
    let person = app.person(id);
    let rows = app.store().read_now("stops", |conn| stops::of_people(conn, person.organisation_id, &[id])).unwrap();
    standing(&person, &rows).why_not(date(2026, 11, 22))
}

#[tokio::test]
async fn a_reason_holds_until_it_is_taken_back() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    let id = browser.register(&ZOFIA).await;
    assert_eq!(why_not(&app, id), None);
    let note = format!("/provider/people/{}/stops", id.0);
    let until = [("until-day", "1"), ("until-month", "2"), ("until-year", "2027")];
    browser.send_form(&note, &[&[("reason", "bereavement")][..], &until].concat()).await.follow().await;
    assert!(browser.words().contains("Somebody close to them died: from 22 November 2026 until 1 February 2027"), "{}", browser.words());
    assert_eq!(why_not(&app, id), Some(NotAsked::Sensitive));
    let lift = browser.attributes("main form", "action").into_iter().find(|action| action.ends_with("/lift")).unwrap();
    let token = browser.controls().into_iter().find(|control| control.name == "token").unwrap().value;
    browser.post(&lift, &[("token", &token)]).await.follow().await;
    assert!(browser.words().contains("The reason was taken back."));
    assert_eq!(why_not(&app, id), None);
    assert_eq!([Action::StopNoted, Action::StopLifted].map(|action| app.audited(action).len()), [1, 1]);
    // There is nothing left to take back.
    assert_eq!(browser.post(&lift, &[("token", &token)]).await.status, 404);
}

#[tokio::test]
async fn a_reason_without_a_reason_and_one_that_ends_before_it_begins_are_told() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    let id = browser.register(&ZOFIA).await;
    let note = format!("/provider/people/{}/stops", id.0);
    browser.send_form(&note, &[]).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#reason"));
    browser.send_form(&note, &[("reason", "moved"), ("until-day", "21"), ("until-month", "11"), ("until-year", "2026")]).await;
    assert_eq!((browser.status, browser.errors()[0].0.as_str()), (422, "#until"));
    assert_eq!(why_not(&app, id), None);
}
