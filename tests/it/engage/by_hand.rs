//! An event while it runs: how many answers there are, opening and closing by hand, calling it off, and what is printed.

use diesel::prelude::*;
use saywell::domain::access::{Action, Role};
use saywell::store::attendees::{self, Attendee};
use saywell::store::event_messages::Message;
use saywell::store::events::{self, Event};
use saywell::store::ids::AttendeeId;
use saywell::store::schema::event_messages;
use saywell::store::{Conn, surveys};

use super::super::paper::reading::{Reading, squeezed};
use super::super::support::events::Said;
use super::super::support::{App, Browser, NOW};

const HOUR: i64 = 3_600_000_000;

fn lead(app: &App, event: &Event) -> Browser {
    app.staff(Role::EngagementLead, event.organisation_id)
}

fn now(app: &App, event: &Event) -> Event {
    app.store().read_now("event", |conn| events::find(conn, event.id, &[event.organisation_id])).unwrap()
}

#[tokio::test]
async fn the_lead_sees_how_many_have_answered_and_how_many_are_answering() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event);
    let at = format!("/engage/{}", event.id.0);
    for _ in 0..2 {
        app.answer(&event, Said { more: &[("how-was-it", "good")], ..Said::default() }).await;
    }
    let mut answering = app.patient();
    let home = format!("/e/{}", event.join_code);
    answering.get(&home).await.post(&home, &[]).await;
    lead.open(&at).await;
    assert!(lead.words().contains("2 people have sent their answers 1 person is answering just now."), "{}", lead.words());
    lead.click("Show the count in large type").await;
    assert!(lead.words().contains("2 people have answered"), "{}", lead.words());
    assert_eq!(lead.headers["refresh"].to_str().unwrap(), format!("15; url={at}/live?by-itself=yes"));
    lead.click("Stop looking again").await;
    assert!(!lead.headers.contains_key("refresh") && lead.words().contains("2 people have answered"));
}

#[tokio::test]
async fn a_count_that_looks_again_by_itself_keeps_nobody_signed_in() {
    let app = App::spawn();
    let event = app.hold().await;
    let lead = lead(&app, &event);
    for (minutes, status) in [(20, 200), (29, 200), (31, 303)] {
        let later = app.minutes_later(minutes);
        let mut then = lead.clone().at(later.at);
        then.get(&format!("/engage/{}/live?by-itself=yes", event.id.0)).await;
        assert_eq!(then.status, status, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn an_event_that_asks_nothing_cannot_take_answers() {
    let app = App::spawn();
    let event = Event { opens_at: NOW.micros() + HOUR, ..app.event_of(app.with_provider("North Team")) };
    app.planned(&event);
    let mut lead = lead(&app, &event);
    let at = format!("/engage/{}", event.id.0);
    lead.open(&format!("{at}/open")).await;
    assert!(lead.words().contains("There is nothing to answer yet") && !lead.words().contains("Take answers now"), "{}", lead.words());
    lead.open(&format!("{at}/call-off")).await.press().await;
    assert!(lead.words().contains("Nothing was asked at this event."), "{}", lead.words());
}

#[tokio::test]
async fn an_event_that_has_ended_is_not_offered_to_be_called_off() {
    let app = App::spawn();
    let coming = app.event_of(app.with_provider("North Team"));
    let ended = Event { starts_at: NOW.micros() - 3 * HOUR, ends_at: NOW.micros() - HOUR, ..coming };
    app.planned(&ended);
    let mut lead = lead(&app, &ended);
    lead.open(&format!("/engage/{}", ended.id.0)).await;
    assert!(lead.words().contains("Change what is planned") && !lead.words().contains("Call the event off"), "{}", lead.words());
}

#[tokio::test]
async fn an_event_that_is_closed_by_hand_takes_no_answers_keeps_those_it_has_and_can_be_opened_again() {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, Said { more: &[("how-was-it", "good")], ..Said::default() }).await;
    let mut lead = lead(&app, &event);
    lead.open(&format!("/engage/{}", event.id.0)).await.click("Take no more answers").await;
    let mut again = lead.clone();
    lead.press().await;
    assert!(lead.words().contains("The event takes no more answers.") && lead.words().contains("1 person has sent"), "{}", lead.words());
    let survey = || app.store().read_now("survey", |conn| surveys::find(conn, &event.survey_key())).unwrap().0;
    assert!(!survey().takes_answers(NOW.micros()) && now(&app, &event).closes_at == NOW.micros());
    again.press().await;
    assert_eq!(app.audited(Action::EventClosed).len(), 1, "the button of a page that is out of date does nothing");
    lead.click("Take answers now").await.send().await;
    assert_eq!((lead.status, lead.errors()[0].0.as_str()), (422, "#until"));
    lead.choose_code("day").press().await;
    assert_eq!((survey().takes_answers(NOW.micros()), now(&app, &event).closes_at), (true, NOW.micros() + 24 * HOUR));
    assert_eq!(app.audited(Action::EventOpened).len(), 1);
}

#[tokio::test]
async fn an_event_can_be_opened_before_its_time() {
    let app = App::spawn();
    let event = app.hold_with(|event| event.opens_at = NOW.micros() + HOUR).await;
    let mut lead = lead(&app, &event);
    lead.open(&format!("/engage/{}", event.id.0)).await.click("Take answers now").await.press().await;
    assert!(lead.words().contains("The event takes answers."), "{}", lead.words());
    let opened = now(&app, &event);
    assert_eq!((opened.opens_at, opened.closes_at), (NOW.micros(), event.closes_at));
}

#[tokio::test]
async fn an_event_that_is_called_off_cannot_be_joined_or_changed_any_more() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event);
    let at = format!("/engage/{}", event.id.0);
    lead.open(&at).await.click("Call the event off").await.press().await;
    assert!(lead.heading().starts_with("Called off") && lead.texts_of(".app-code").is_empty(), "{}", lead.words());
    let (survey, _) = app.store().read_now("survey", |conn| surveys::find(conn, &event.survey_key())).unwrap();
    assert!(!survey.takes_answers(NOW.micros()));
    for below in ["edit", "open", "close", "call-off"] {
        assert_eq!(lead.get(&format!("{at}/{below}")).await.location().as_deref(), Some(at.as_str()), "{below}");
    }
    assert_eq!(app.audited(Action::EventCalledOff).len(), 1);
}

#[tokio::test]
async fn posters_and_cards_are_printed_in_the_languages_of_the_event_that_we_speak() {
    let app = App::spawn();
    let event = app.hold_with(|event| event.languages = "pl pa en".to_owned()).await;
    let mut lead = lead(&app, &event);
    lead.open(&format!("/engage/{}", event.id.0)).await;
    let printed = lead.texts_of("main ul.nhsuk-list--bullet a");
    assert_eq!(printed.iter().filter(|words| words.starts_with("Poster")).count(), 2, "{printed:?}");
    lead.click("Card for the tables, A5 (PDF): English").await;
    let words = Reading::of(&lead.bytes).words();
    assert!(words[0].contains(&squeezed("You do not give your name.")), "{words:?}");
    lead.get(&format!("/engage/{}/poster.pdf?language=fr", event.id.0)).await;
    let words = Reading::of(&lead.bytes).words();
    assert!(words[0].contains(&squeezed("Nie podajesz nazwiska.")), "{words:?}");
}

/// Somebody who was sent an invitation to an event.
fn invited(app: &App, event: &Event) -> AttendeeId {
    let id = || app.state.random.id(&app.state.clock);
    let row = Attendee {
        id: AttendeeId(id()),
        event_id: event.id,
        source: "expected".to_owned(),
        sealed: Some("sealed".to_owned()),
        email_hash: Some(format!("hash {}", id())),
        language: "en".to_owned(),
        may_email: true,
        added_at: NOW.micros(),
        ..Attendee::default()
    };
    let message = Message {
        id: id(),
        event_id: event.id,
        attendee_id: row.id,
        kind: "invitation".to_owned(),
        reference: format!("reference {}", id()),
        created_at: NOW.micros(),
        due_at: NOW.micros(),
        tries: 1,
        sent_at: Some(NOW.micros()),
        ..Message::default()
    };
    let add = |tx: &mut Conn| {
        attendees::add(tx, std::slice::from_ref(&row))?;
        Ok(diesel::insert_into(event_messages::table).values(&message).execute(tx)?)
    };
    app.store().write_now("invited", add).unwrap();
    row.id
}

/// What was decided to be sent to somebody after the invitation: the kind, and which of several.
fn decided(app: &App, to: AttendeeId) -> Vec<(String, i32)> {
    let theirs = |conn: &mut Conn| {
        let later = event_messages::table.filter(event_messages::attendee_id.eq(to)).filter(event_messages::kind.ne("invitation"));
        Ok(later.order(event_messages::id).select((event_messages::kind, event_messages::number)).load(conn)?)
    };
    app.store().read_now("decided", theirs).unwrap()
}

#[tokio::test]
async fn those_who_were_invited_hear_that_an_event_moves_and_that_it_is_called_off() {
    let app = App::spawn();
    let event = app.hold().await;
    app.with_team(event.alert_organisation_id);
    let (guest, mut lead) = (invited(&app, &event), lead(&app, &event));
    let at = format!("/engage/{}", event.id.0);
    lead.open(&format!("{at}/edit")).await.fill("title", "Carers in the village hall").press().await;
    assert_eq!((lead.status, decided(&app, guest)), (200, Vec::new()), "{:?}", lead.errors());
    lead.open(&format!("{at}/edit")).await.fill("place", "The school").press().await;
    let moved = ("changed".to_owned(), now(&app, &event).revision);
    assert_eq!(decided(&app, guest), std::slice::from_ref(&moved));
    lead.open(&format!("{at}/call-off")).await.press().await;
    assert_eq!(decided(&app, guest), [moved, ("called-off".to_owned(), 0)]);
}

#[tokio::test]
async fn another_team_gets_the_alerts_of_drafts_and_tablets_of_the_event_too() {
    let app = App::spawn();
    let event = app.hold().await;
    app.with_team(event.alert_organisation_id);
    let other = app.with_provider("Vale Trust");
    app.with_team(other);
    let mut lead = lead(&app, &event);
    lead.open(&format!("/engage/{}/tablets", event.id.0)).await.fill("name", "Table by the door").press().await;
    let tablet = lead.attributes("a.app-address", "href").remove(0);
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await.press().await;
    lead.open(&format!("/engage/{}/edit", event.id.0)).await.fill("team", &other.0.to_string()).press().await;
    assert_eq!(now(&app, &event).alert_organisation_id, other, "{:?}", lead.errors());
    app.patient().open(&tablet[tablet.find("/k/").unwrap()..]).await.press().await;
    let all = app.responses(&event.survey_key());
    assert_eq!((all.len(), all.iter().filter(|one| one.organisation_id == Some(other)).count()), (2, 2));
}
