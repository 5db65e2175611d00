//! "You said, we did": written, looked at, published as it was looked at, and read by everybody.

use diesel::prelude::*;
use saywell::domain::access::{Action, Role};
use saywell::domain::engagement::attendee::{Contact, Source};
use saywell::store::attendees::{self, Attendee};
use saywell::store::comments::{self, PUBLISHED};
use saywell::store::events::Event;
use saywell::store::ids::AttendeeId;
use saywell::store::moderation::{self, Decision};
use saywell::store::schema::event_messages;
use saywell::store::{Conn, responses};

use super::super::support::events::Said;
use super::super::support::{App, Browser, NOW};

pub const DONE: [(&str, &str); 4] =
    [("heard", "Letters come too late"), ("status", "done"), ("doing", "We ring before we write"), ("responsible", "The access team")];

/// An event that ended yesterday, on the day after it, with its lead at the list of answers.
async fn over(app: &App) -> (App, Event, Browser) {
    let event = app.hold().await;
    let (later, lead) = after(app, &event).await;
    (later, event, lead)
}

/// The day after an event, with its lead at the list of answers.
pub async fn after(app: &App, event: &Event) -> (App, Browser) {
    let later = app.later(1);
    let mut lead = later.staff(Role::EngagementLead, event.organisation_id);
    lead.open(&format!("/engage/{}/answers", event.id.0)).await;
    assert_eq!(lead.status, 200, "{}", lead.words());
    (later, lead)
}

/// Writes down one answer.
pub async fn write(lead: &mut Browser, event: &Event, fields: &[(&str, &str)]) {
    lead.open(&format!("/engage/{}/answers/new", event.id.0)).await;
    fill(lead, fields).await;
}

async fn fill(lead: &mut Browser, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        if *name == "status" {
            lead.choose_code(value)
        } else {
            lead.fill(name, value)
        };
    }
    lead.press().await;
}

pub async fn publish(lead: &mut Browser, event: &Event) {
    lead.open(&format!("/engage/{}/answers/publish", event.id.0)).await.press().await;
    assert!(lead.words().contains("Published."), "{}", lead.words());
}

/// What everybody reads of it.
async fn public(app: &App, event: &Event) -> String {
    let mut anyone = app.patient();
    anyone.open(&format!("/e/{}/heard", event.join_code)).await;
    assert_eq!(anyone.status, 200);
    anyone.words()
}

#[actix_web::test]
async fn nobody_else_reads_what_is_written_before_it_is_published() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    write(&mut lead, &event, &DONE).await;
    assert!(lead.words().contains("Letters come too late"), "{}", lead.words());
    let words = public(&app, &event).await;
    assert!(words.contains("working on our answer") && !words.contains("Letters"), "{words}");
    let mut anyone = app.patient();
    anyone.open("/heard").await;
    assert!(anyone.words().contains("No event has answered back"), "{}", anyone.words());
    anyone.open("/").await;
    assert!(!anyone.body.contains("/heard"));
    publish(&mut lead, &event).await;
    let words = public(&app, &event).await;
    assert!(words.contains("Letters come too late") && words.contains("We ring before we write") && words.contains("The access team"));
    assert!(words.contains("Published on November 23, 2026") || words.contains("Published on 23 November 2026"), "{words}");
    anyone.open("/").await.click("What became of what people said").await.click(&event.title).await;
    assert!(anyone.words().contains("Letters come too late"));
    let actions = [Action::AnswerBackAdded, Action::AnswersBackPublished].map(|action| app.audited(action).len());
    assert_eq!(actions, [1, 1]);
}

#[actix_web::test]
async fn what_is_changed_after_it_was_published_is_public_when_it_is_published_again_and_says_so() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    write(&mut lead, &event, &DONE).await;
    publish(&mut lead, &event).await;
    lead.click("Change 1").await;
    fill(&mut lead, &[("doing", "We ring, and then we write")]).await;
    assert!(lead.words().contains("has changed since then") && lead.words().contains("Changed since it was published"), "{}", lead.words());
    assert!(!public(&app, &event).await.contains("and then we write"));
    publish(&mut lead, &event).await;
    let words = public(&app, &event).await;
    assert!(words.contains("and then we write") && words.contains("changed on"), "{words}");
    assert!(!lead.words().contains("Changed since"));
}

#[actix_web::test]
async fn everything_that_is_missing_is_said_at_once_and_what_was_typed_is_kept() {
    let app = App::spawn();
    let (_app, event, mut lead) = over(&app).await;
    let at = |lead: &Browser| lead.errors().into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    write(&mut lead, &event, &[("heard", "Buses")]).await;
    assert_eq!((lead.status, at(&lead)), (422, vec!["#status".to_owned(), "#responsible".to_owned()]));
    assert!(lead.controls().iter().any(|field| field.name == "heard" && field.value == "Buses"));
    fill(&mut lead, &[("status", "planned"), ("doing", "A new line"), ("responsible", "Transport")]).await;
    assert_eq!((lead.status, at(&lead)), (422, vec!["#due".to_owned()]));
    fill(&mut lead, &[("status", "cannot"), ("due-day", "31"), ("due-month", "2"), ("due-year", "2027")]).await;
    assert_eq!((lead.status, at(&lead)), (422, vec!["#due".to_owned(), "#reason".to_owned()]));
    fill(&mut lead, &[("reason", "There is no driver"), ("due-day", ""), ("due-month", ""), ("due-year", "")]).await;
    assert!(lead.words().contains("There is no driver") && lead.words().contains("It cannot be done"), "{}", lead.words());
}

#[actix_web::test]
async fn a_form_that_is_sent_twice_adds_once_and_publishes_once() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    lead.open(&format!("/engage/{}/answers/new", event.id.0)).await;
    for (name, value) in DONE {
        if name == "status" {
            lead.choose_code(value)
        } else {
            lead.fill(name, value)
        };
    }
    let mut again = lead.clone();
    lead.press().await;
    again.press().await;
    assert_eq!(again.texts_of("section h2").len(), 1, "{}", again.words());
    lead.open(&format!("/engage/{}/answers/publish", event.id.0)).await;
    let mut again = lead.clone();
    lead.press().await;
    again.press().await;
    assert!(again.words().contains("Nothing was published a second time"), "{}", again.words());
    assert_eq!(app.audited(Action::AnswersBackPublished).len(), 1);
}

#[actix_web::test]
async fn only_what_was_looked_at_is_published() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    write(&mut lead, &event, &DONE).await;
    let mut other = app.staff(Role::EngagementLead, event.organisation_id);
    other.open(&format!("/engage/{}/answers/publish", event.id.0)).await;
    write(&mut lead, &event, &[("heard", "Nobody asks carers"), DONE[1], DONE[2], DONE[3]]).await;
    other.press().await;
    assert_eq!(other.status, 409, "{}", other.words());
    assert!(public(&app, &event).await.contains("working on our answer"));
}

#[actix_web::test]
async fn two_who_change_the_same_answer_do_not_overwrite_each_other() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    write(&mut lead, &event, &DONE).await;
    let mut other = app.staff(Role::EngagementLead, event.organisation_id);
    other.open(&format!("/engage/{}/answers", event.id.0)).await.click("Change 1").await;
    lead.click("Change 1").await;
    fill(&mut lead, &[("doing", "The first")]).await;
    fill(&mut other, &[("doing", "The second")]).await;
    assert_eq!(other.status, 422);
    assert!(other.controls().iter().any(|field| field.value == "The second"), "what they typed is kept");
    lead.open(&format!("/engage/{}/answers", event.id.0)).await;
    assert!(lead.words().contains("The first") && !lead.words().contains("The second"));
}

#[actix_web::test]
async fn what_is_taken_off_the_public_page_is_gone_at_once_and_kept_for_those_who_wrote_it() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    write(&mut lead, &event, &DONE).await;
    publish(&mut lead, &event).await;
    let unpublish = format!("/engage/{}/answers/unpublish", event.id.0);
    let token = lead.controls().into_iter().find(|field| field.name == "token").unwrap().value;
    lead.post(&unpublish, &[("token", &token)]).await.follow().await;
    assert!(lead.words().contains("Taken off the public page") && lead.words().contains("Letters come too late"));
    assert!(public(&app, &event).await.contains("working on our answer"));
    lead.post(&unpublish, &[("token", &token)]).await;
    assert_eq!(app.audited(Action::AnswersBackEnded).len(), 1);
    publish(&mut lead, &event).await;
    assert!(public(&app, &event).await.contains("Letters come too late"));
}

#[actix_web::test]
async fn nothing_is_published_while_answers_are_taken_nor_of_an_event_that_was_called_off() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = app.staff(Role::EngagementLead, event.organisation_id);
    write(&mut lead, &event, &DONE).await;
    lead.open(&format!("/engage/{}/answers/publish", event.id.0)).await;
    assert!(lead.words().contains("Answers are still being taken") && lead.attributes("main form", "action").is_empty());
    assert!(public(&app, &event).await.contains("takes answers until"));
    let off = app.hold_with(|event| event.called_off_at = Some(NOW.micros())).await;
    let mut lead = app.staff(Role::EngagementLead, off.organisation_id);
    lead.open(&format!("/engage/{}/answers/publish", off.id.0)).await;
    assert!(lead.words().contains("called off") && public(&app, &off).await.contains("called off"));
}

#[actix_web::test]
async fn answers_are_put_in_order_and_taken_away() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    for heard in ["One", "Two", "Three"] {
        write(&mut lead, &event, &[("heard", heard), DONE[1], DONE[2], DONE[3]]).await;
    }
    let order = |lead: &Browser| {
        let all = lead.texts_of("section dl div:first-child dd");
        all.into_iter().collect::<Vec<_>>()
    };
    let token = lead.controls().into_iter().find(|field| field.name == "token").unwrap().value;
    let third = lead.link("Change 3");
    lead.post(&format!("{third}/move"), &[("token", &token), ("to", "up")]).await.follow().await;
    assert_eq!(order(&lead), ["One", "Three", "Two"]);
    lead.post(&format!("{third}/move"), &[("token", &token), ("to", "up")]).await.follow().await;
    lead.post(&format!("{third}/move"), &[("token", &token), ("to", "up")]).await.follow().await;
    assert_eq!(order(&lead), ["Three", "One", "Two"]);
    lead.click("Remove 2").await.press().await;
    assert_eq!(order(&lead), ["Three", "Two"]);
    assert_eq!(app.audited(Action::AnswerBackRemoved).len(), 1);
}

#[actix_web::test]
async fn whoever_asked_to_hear_of_it_is_emailed_once_for_each_publication() {
    let app = App::spawn();
    let (app, event, mut lead) = over(&app).await;
    let someone = |email: &str, wants_news: bool| {
        let row = Attendee {
            id: AttendeeId(app.state.random.id(&app.state.clock)),
            event_id: event.id,
            source: Source::Left.code().to_owned(),
            language: "en".to_owned(),
            may_email: true,
            wants_news,
            added_at: NOW.micros(),
            ..Attendee::default()
        };
        let contact = Contact { email: Some(email.to_owned()), ..Contact::default() };
        app.state.attendees().seal(row, &contact).unwrap()
    };
    let all = [someone("one@example.org", true), someone("two@example.org", false)];
    app.store().write_now("add", |tx| attendees::add(tx, &all)).unwrap();
    let news = || {
        let sent = event_messages::table.filter(event_messages::kind.eq("news")).order(event_messages::number);
        let all =
            |conn: &mut Conn| Ok(sent.select((event_messages::attendee_id, event_messages::number)).load::<(AttendeeId, i32)>(conn)?);
        app.store().read_now("news", all).unwrap()
    };
    write(&mut lead, &event, &DONE).await;
    publish(&mut lead, &event).await;
    assert_eq!(news(), [(all[0].id, 1)], "offered and chosen the first time");
    lead.click("Change 1").await;
    fill(&mut lead, &[("doing", "More")]).await;
    publish(&mut lead, &event).await;
    assert_eq!(news().len(), 1, "not the second time, unless somebody says so");
    lead.click("Change 1").await;
    fill(&mut lead, &[("doing", "More and more")]).await;
    lead.open(&format!("/engage/{}/answers/publish", event.id.0)).await.choose_code("yes").press().await;
    assert_eq!(news(), [(all[0].id, 1), (all[0].id, 3)]);
}

#[actix_web::test]
async fn a_comment_is_read_by_everybody_while_it_is_published_and_gone_when_it_is_taken_back() {
    let app = App::spawn();
    let event = app.hold().await;
    let said = Said { matters: Some("A break at weekends"), may_publish: Some(true), ..Said::default() };
    let receipt = app.answer(&event, said).await;
    let (later, mut lead) = after(&app, &event).await;
    write(&mut lead, &event, &DONE).await;
    publish(&mut lead, &event).await;
    assert!(!public(&later, &event).await.contains("weekends"), "nobody has decided about it");
    release(&later, &event, "A break at [time]");
    let words = public(&later, &event).await;
    assert!(words.contains("A break at [time]") && words.contains("What matters to people"), "{words}");
    let mut person = later.patient();
    person.post("/receipt/withdraw", &[("code", &receipt)]).await;
    person.press().await;
    assert_eq!(person.path(), "/receipt/withdrawn", "{}", person.words());
    assert!(!public(&later, &event).await.contains("A break at"));
}

#[actix_web::test]
async fn comments_do_not_stand_in_the_order_of_those_who_said_them() {
    let app = App::spawn();
    let event = app.hold().await;
    for (matters, missing) in [("Walks", "Aid"), ("Baths", "Zest"), ("Music", "Help")] {
        app.answer(&event, Said { matters: Some(matters), missing: Some(missing), may_publish: Some(true), ..Said::default() }).await;
    }
    let (later, mut lead) = after(&app, &event).await;
    write(&mut lead, &event, &DONE).await;
    publish(&mut lead, &event).await;
    let found = |conn: &mut _| moderation::queue(conn, &[event.id], moderation::Wanted::All, 100);
    for one in later.store().read_now("comments", found).unwrap() {
        let page = format!("/engage/comments/{}", one.id.0);
        lead.open(&page).await.press().await.press().await;
        assert_eq!(lead.path(), page, "{}", lead.words());
    }
    let mut anyone = later.patient();
    anyone.open(&format!("/e/{}/heard", event.join_code)).await;
    assert_eq!(anyone.texts_of("blockquote"), ["Baths", "Music", "Walks", "Aid", "Help", "Zest"]);
}

/// Publishes the comments of an event in these words.
pub fn release(app: &App, event: &Event, wording: &str) {
    let found = |conn: &mut _| moderation::queue(conn, &[event.id], moderation::Wanted::All, 100);
    let all = app.store().read_now("comments", found).unwrap();
    let by = app.with_staff("Mo Moderates", &[]);
    for one in all.into_iter().filter(|one| one.may_publish) {
        let key = |conn: &mut _| responses::sealed_key(conn, one.survey_id, one.response_id);
        let key = app.store().read_now("key", key).unwrap();
        let own = app.state.words().with(one.response_id, key.as_deref()).unwrap();
        let sealed = Some(own.seal_wording(one.id, wording).unwrap());
        let decision = Decision { status: PUBLISHED, sealed, by, at: NOW.micros() };
        assert!(app.store().write_now("decide", |tx| moderation::decide(tx, one.id, one.revision, &decision)).unwrap());
    }
    let public = app.store().read_now("public", |conn| comments::published(conn, event.id)).unwrap();
    assert!(!public.is_empty());
}

#[actix_web::test]
async fn an_unknown_code_has_no_page() {
    let app = App::spawn();
    let mut anyone = app.patient();
    for code in ["ACD347", "no-code", "AC D3-47"] {
        anyone.get(&format!("/e/{code}/heard")).await;
        assert_eq!(anyone.status, 404, "{code}");
    }
}
