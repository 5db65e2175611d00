//! The personal link of somebody who is expected, and the address that somebody leaves: both say who has answered, and neither
//! what.

use saywell::store::attendees;

use super::super::support::{App, NOW};
use super::apart::{answered, expected, listed};
use super::small;

#[tokio::test]
async fn who_answers_by_their_link_is_known_to_have_answered_and_nobody_knows_what() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (id, link) = expected(&app, &event, "ann@example.org");
    let mut phone = app.patient();
    phone.open(&link).await.set_out().await;
    assert_eq!(app.responses(&event.survey_key())[0].attendee_id, Some(id));
    phone.answer_all(&[]).await.press().await;
    assert_eq!(phone.step(), "done", "{}", phone.words());
    assert_eq!(listed(&app, &event)[0].answered_at, Some(event.ends_at));
    assert_eq!(app.responses(&event.survey_key())[0].attendee_id, None, "the way to the answers is forgotten");
    phone.open(&link).await;
    assert_eq!(phone.status, 410);
    assert!(phone.heading().contains("You have answered"), "{}", phone.heading());
}

#[tokio::test]
async fn what_was_begun_with_a_link_is_found_again_on_the_device_and_by_its_code() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (_, link) = expected(&app, &event, "ann@example.org");
    let mut phone = app.patient();
    phone.open(&link).await.set_out().await.pick_first().press().await;
    let step = phone.step().to_owned();
    phone.open(&link).await.click("Carry on").await;
    assert_eq!(phone.step(), step);
    phone.click("Save and finish later").await;
    let code = phone.code();
    let mut other = app.patient();
    other.open("/resume").await.fill("code", &code).press().await;
    assert_eq!(other.step(), step);
}

#[tokio::test]
async fn two_drafts_of_one_link_are_one_answer() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (_, link) = expected(&app, &event, "ann@example.org");
    let (mut phone, mut tablet) = (app.patient(), app.patient());
    phone.open(&link).await.set_out().await.answer_all(&[]).await;
    tablet.open(&link).await.set_out().await.answer_all(&[]).await;
    phone.press().await;
    assert_eq!(phone.step(), "done");
    tablet.press().await;
    assert_eq!((tablet.status, tablet.heading().as_str()), (410, "This link has been used"));
    let kept = app.responses(&event.survey_key());
    assert_eq!(kept.iter().filter(|one| one.status == "submitted").count(), 1);
}

#[tokio::test]
async fn the_link_of_another_event_or_of_nobody_opens_nothing() {
    let app = App::spawn();
    let (event, other) = (small(&app, |_| {}).await, small(&app, |_| {}).await);
    let (_, link) = expected(&app, &event, "ann@example.org");
    let mut phone = app.patient();
    for address in [link.replace(&event.join_code, &other.join_code), format!("/e/{}/i/none", event.join_code)] {
        phone.open(&address).await;
        assert_eq!((phone.status, phone.heading().as_str()), (410, "This link does not work any more"), "{address}");
    }
}

#[tokio::test]
async fn somebody_taken_off_the_list_can_still_send_what_they_began() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (id, link) = expected(&app, &event, "ann@example.org");
    let mut phone = app.patient();
    phone.open(&link).await.set_out().await.answer_all(&[]).await;
    app.store().write_now("remove", |tx| attendees::remove(tx, event.id, id)).unwrap();
    phone.press().await;
    assert_eq!(phone.step(), "done", "{}", phone.words());
}

#[tokio::test]
async fn an_address_that_is_left_is_kept_apart_and_says_the_same_whether_or_not_it_was_known() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (known, _) = expected(&app, &event, "ann@example.org");
    let mut thanks = Vec::new();
    for email in [" Ann@Example.org ", "new@example.org"] {
        let mut phone = app.patient();
        phone.open(&format!("/e/{}", event.join_code)).await;
        answered(&mut phone).await.fill("email", email).press().await;
        assert_eq!((phone.status, phone.step()), (200, "done"), "{}", phone.words());
        assert!(phone.controls().is_empty(), "it is asked once");
        thanks.push(phone.texts_of("#stay + p"));
        phone.post(&format!("/s/{}/stay-in-touch", event.survey_key()), &[("email", "third@example.org")]).await;
    }
    assert_eq!(thanks[0], thanks[1]);
    let all = listed(&app, &event);
    assert_eq!(all.len(), 2, "an address once for each sending");
    let ann = all.iter().find(|one| one.id == known).unwrap();
    assert_eq!((ann.answered_at, ann.wants_news, ann.source.as_str()), (Some(event.ends_at), true, "expected"));
    let new = all.iter().find(|one| one.id != known).unwrap();
    assert_eq!((new.answered_at, new.wants_news, new.may_email, new.source.as_str()), (Some(event.ends_at), true, true, "left"));
    let contact = app.state.attendees().open(new).unwrap().unwrap();
    assert_eq!(contact.email.as_deref(), Some("new@example.org"));
    assert!(app.responses(&event.survey_key()).iter().all(|one| one.attendee_id.is_none()));
}

#[tokio::test]
async fn who_wanted_no_more_email_is_not_written_to_because_somebody_typed_their_address() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    expected(&app, &event, "ann@example.org");
    let one = listed(&app, &event).remove(0);
    app.store().write_now("stop", |tx| attendees::stop(tx, &one, event.organisation_id, NOW.micros())).unwrap();
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await.fill("email", "ann@example.org").press().await;
    assert_eq!(listed(&app, &event)[0].stopped_at, Some(NOW.micros()));
}

#[tokio::test]
async fn a_wrong_address_comes_back_as_it_was_typed() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    let receipt = answered(&mut phone).await.code();
    for (typed, said) in [("", "Enter your email address"), ("ann at example", "Enter an email address like")] {
        phone.fill("email", typed).press().await;
        assert_eq!((phone.status, phone.code()), (422, receipt.clone()));
        assert!(phone.errors()[0].1.starts_with(said), "{:?}", phone.errors());
        assert_eq!(phone.controls()[0].value, typed);
    }
    assert!(listed(&app, &event).is_empty());
    phone.fill("email", "ann@example.org").press().await;
    assert_eq!(phone.status, 200);
}

#[tokio::test]
async fn only_an_event_asks_for_an_address() {
    let app = App::spawn();
    let mut phone = app.patient();
    phone.complete("employment", &[]).await;
    assert!(phone.controls().is_empty());
    phone.post("/s/employment/stay-in-touch", &[("email", "ann@example.org")]).await;
    assert_eq!(phone.status, 303);
}
