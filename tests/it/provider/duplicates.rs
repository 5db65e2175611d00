//! Two records of one person become one: nothing of theirs is lost, and the name that goes is gone.

use diesel::prelude::*;
use saywell::domain::access::{Action, Role};
use saywell::store::Conn;
use saywell::store::holds::{self, Hold};
use saywell::store::ids::PersonId;
use saywell::store::schema::{contact_stops, demographic_terms};

use super::super::support::people::ZOFIA;
use super::super::support::{App, Browser};

/// The same person twice: once with an NHS number, once without and with an episode and a refusal.
async fn twice() -> (App, Browser, PersonId, PersonId) {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    let first = browser.register(&ZOFIA).await;
    let again = [&ZOFIA[3..7], &[("given-name", "Zosia"), ("family-name", "Nowack"), ("mobile", "07700 900123")]].concat();
    let second = browser.register(&again).await;
    let opened = [("programme", "mental-health"), ("opened-day", "10"), ("opened-month", "3"), ("opened-year", "2026")];
    browser.send_form(&format!("/provider/people/{}/episodes/new", second.0), &opened).await;
    browser.send_form(&format!("/provider/people/{}/stops", second.0), &[("reason", "declined")]).await;
    browser.send_form(&format!("/provider/people/{}/edit", second.0), &[("may-contact", "no")]).await;
    (app, browser, first, second)
}

#[tokio::test]
async fn what_belongs_to_either_record_belongs_to_the_one_that_stays() {
    let (app, mut browser, first, second) = twice().await;
    browser.open(&format!("/provider/people/{}/merge", first.0)).await;
    let line = app.audited(Action::PeopleListed).pop().unwrap();
    assert_eq!((line.subject, line.detail.as_str()), (format!("person:{}", first.0), "may be the same person"));
    browser.click("Merge with Zosia Nowack").await;
    assert_eq!(browser.heading(), "Are these the same person?");
    assert!(browser.words().contains("Its episodes (1) and reasons not to ask (1) move"), "{}", browser.words());
    browser.press().await;
    assert!(browser.words().contains("The two records are one now."), "{}", browser.words());
    assert_eq!((app.episodes_of(first).len(), app.episodes_of(second).len()), (1, 0));
    let stops = |conn: &mut Conn| Ok(contact_stops::table.filter(contact_stops::person_id.eq(first)).count().get_result::<i64>(conn)?);
    assert_eq!(app.store().read_now("stops", stops).unwrap(), 1);
    let record = app.record_of(first).unwrap();
    assert_eq!((record.name().as_str(), record.mobile.as_deref()), ("Zofia Nowak", Some("+447700900123")));
    assert_eq!(app.person(first).may_contact, Some(false), "a refusal holds for both");
    assert!(app.record_of(second).is_none() && app.person(second).merged_into == Some(first));
    let terms =
        |conn: &mut Conn| Ok(demographic_terms::table.filter(demographic_terms::person_id.eq(second)).count().get_result::<i64>(conn)?);
    assert_eq!(app.store().read_now("terms", terms).unwrap(), 0);
    assert!(app.is_counted_right());
    let line = app.audited(Action::PeopleMerged).pop().unwrap();
    assert_eq!((line.subject, line.detail), (format!("person:{}", first.0), format!("took in person:{}", second.0)));
    // The old address leads to the record that stayed.
    browser.open(&format!("/provider/people/{}", second.0)).await;
    assert_eq!(browser.path(), format!("/provider/people/{}", first.0));
}

#[tokio::test]
async fn either_record_may_stay_and_a_number_goes_with_it() {
    let (app, mut browser, first, second) = twice().await;
    browser.open(&format!("/provider/people/{}/merge/{}", first.0, second.0)).await.click("Keep the other record instead").await;
    browser.press().await;
    let record = app.record_of(second).unwrap();
    assert_eq!((record.name().as_str(), record.nhs_number.as_deref()), ("Zosia Nowack", Some("9434765919")));
    assert_eq!(app.person(first).merged_into, Some(second));
    browser.send_form("/provider/people/search", &[("wanted", "943 476 5919")]).await;
    assert_eq!(browser.texts_of("tbody th a"), ["Zosia Nowack"]);
}

#[tokio::test]
async fn two_nhs_numbers_are_two_people() {
    let (app, mut browser, first, second) = twice().await;
    browser.send_form(&format!("/provider/people/{}/edit", second.0), &[("nhs-number", "987 654 4322")]).await;
    assert_eq!(browser.status, 303, "{:?}", browser.errors());
    browser.open(&format!("/provider/people/{}/merge/{}", first.0, second.0)).await;
    assert!(browser.words().contains("the numbers differ") && browser.texts_of("main form").is_empty());
    assert_eq!(app.person(second).merged_into, None);
}

#[tokio::test]
async fn a_record_that_changed_meanwhile_is_looked_at_again() {
    let (app, mut browser, first, second) = twice().await;
    browser.open(&format!("/provider/people/{}/merge/{}", first.0, second.0)).await;
    let mut other = app.staff(Role::CareCoordinator, app.person(first).organisation_id);
    other.send_form(&format!("/provider/people/{}/edit", second.0), &[("given-name", "Zuzanna")]).await;
    browser.send().await;
    assert_eq!(browser.status, 422);
    assert!(browser.words().contains("was changed since you opened this page"));
    assert!(app.record_of(second).is_some() && app.person(second).merged_into.is_none());
}

#[tokio::test]
async fn people_born_on_another_day_or_named_otherwise_are_no_duplicates() {
    let (_app, mut browser, first, _) = twice().await;
    let born_later = [&ZOFIA[4..7], &[("given-name", "Zofia"), ("family-name", "Nowak"), ("birth-day", "2")]].concat();
    let twin = browser.register(&born_later).await;
    let other = browser.register(&[&ZOFIA[3..7], &[("given-name", "Ada"), ("family-name", "Green")]].concat()).await;
    for id in [twin, other] {
        assert_eq!(browser.get(&format!("/provider/people/{}/merge/{}", first.0, id.0)).await.status, 404);
    }
    browser.open(&format!("/provider/people/{}/merge", first.0)).await;
    assert_eq!(browser.texts_of("tbody th a"), ["Zosia Nowack"]);
}

#[tokio::test]
async fn who_opted_out_in_one_record_is_in_no_figure_after_both_are_one() {
    let (app, mut browser, first, second) = twice().await;
    app.with_invitation(app.episodes_of(second)[0].id, "employment");
    app.count_anew();
    browser.send_form(&format!("/provider/people/{}/edit", first.0), &[("opted-out", "yes")]).await;
    browser.open(&format!("/provider/people/{}/merge/{}", first.0, second.0)).await.press().await;
    assert_eq!((app.person(second).merged_into, app.person(first).opted_out), (Some(first), Some(true)));
    assert!(app.is_counted_right());
}

#[tokio::test]
async fn a_record_under_a_legal_hold_stays_as_it_is_and_goes_into_no_other() {
    let (app, mut browser, first, second) = twice().await;
    let (organisation_id, id) = (app.person(second).organisation_id, app.state.random.id(&app.state.clock));
    let account = app.with_staff("Officer", &[]);
    let (reason, placed_at) = ("Case 17 of 2026".to_owned(), 1);
    let hold = Hold { organisation_id, id, person_id: second, reason, placed_by: account, placed_at, lifted_at: None };
    browser.open(&format!("/provider/people/{}/merge/{}", first.0, second.0)).await;
    app.store().write_now("hold", |tx| holds::place(tx, &hold)).unwrap();
    browser.send().await;
    assert!(app.record_of(second).is_some() && app.person(second).merged_into.is_none());
    assert!(browser.words().contains("must be kept as it is") && browser.texts_of("main form").is_empty());
    browser.open(&format!("/provider/people/{}/merge/{}", second.0, first.0)).await.press().await;
    assert_eq!(app.person(first).merged_into, Some(second));
}
