//! Emails about events: what is sent to whom, in which words, and that nothing goes out twice.

use diesel::prelude::*;
use icalendar::parser::{read_calendar, unfold};
use saywell::domain::engagement::notice::Kind;
use saywell::messages::Mail;
use saywell::store::attendees::Attendee;
use saywell::store::event_messages::{self, Order};
use saywell::store::event_post;
use saywell::store::events::Event;
use saywell::store::schema::{events, people};

use super::super::super::support::{App, NOW};
use super::World;

const HOUR: i64 = 60;
/// From now to the follow-up: the event lasts another hour, and it is three hours from there.
const FOLLOW_UP: i64 = 4 * HOUR;
const REMINDER: i64 = FOLLOW_UP + 4 * 24 * HOUR;

fn decide(app: &App, event: &Event, kind: Kind, number: i32) -> usize {
    let order = Order::new(event.id, kind, number, (&app.state.clock, &app.state.random));
    app.store().write_now("decide", |tx| event_messages::decide(tx, &order)).unwrap()
}

fn change(app: &App, event: &Event) {
    app.store().write_now("change", |tx| Ok(diesel::update(events::table.find(event.id)).set(event).execute(tx)?)).unwrap();
}

/// What a real reader of calendars makes of the entry of an email: the values of these properties.
fn entry(mail: &Mail, wanted: &[&str]) -> Vec<String> {
    let text = mail.calendar.as_ref().unwrap().text("noreply@example.org");
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let event = calendar.components.iter().find(|part| part.name == "VEVENT").unwrap();
    let all = calendar.properties.iter().chain(&event.properties);
    let all: Vec<(String, String)> = all.map(|one| (one.name.to_string(), one.val.to_string())).collect();
    assert!(all.iter().all(|(name, _)| name != "ATTENDEE"), "nobody learns who else comes");
    wanted.iter().map(|name| all.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()).unwrap_or_default()).collect()
}

#[tokio::test]
async fn an_invitation_goes_out_once_however_often_the_button_is_pressed() {
    let mut world = World::new();
    let ann = world.app.expect(&world.event, "Ann Ash", "ann@example.org");
    let ben = world.app.expect(&world.event, "Ben", "ben@example.org");
    world.app.set_attendee(&Attendee { may_email: false, ..ben });
    let zofia = world.app.expect(&world.event, "Zofia", "zofia@example.org");
    world.app.set_attendee(&Attendee { language: "pl".to_owned(), ..zofia });
    let at = world.at();
    for _ in 0..2 {
        world.lead.open(&at).await;
        world.post("/invite", &[]).await;
        world.app.turn().await;
    }
    assert_eq!(world.app.written_to(), ["ann@example.org", "zofia@example.org"]);
    let mails = world.app.mail();
    let english = mails.iter().find(|mail| mail.language == "en").unwrap();
    let token = world.app.state.attendees().token(ann.id);
    let code = &world.event.join_code;
    for needed in [
        "Hello Ann Ash,",
        "Carers at the library",
        "22 November 2026, 09:30 to 11:00",
        "Fenmarch Library, Market Street",
        "Step-free access",
    ] {
        assert!(english.text.contains(needed), "{needed}: {}", english.text);
    }
    assert!(english.text.contains(&format!("/e/{code}/i/{token}\n")) && english.html.contains(&token));
    assert!(english.decline.ends_with(&format!("/e/{code}/stop/{token}")));
    assert!(!english.subject.contains("Carers") && english.subject.contains("22 November 2026"), "{}", english.subject);
    assert!(mails.iter().any(|mail| mail.language == "pl" && mail.text.contains("Zapraszamy")));
    let told = entry(english, &["METHOD", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"]);
    assert_eq!(told, ["PUBLISH", "20261122T093000Z", "20261122T110000Z", "1", "CONFIRMED", "Carers at the library"]);
    let summary = entry(english, &["DESCRIPTION", "UID"]).concat();
    assert!(!summary.contains(&token), "a calendar is shown to others");
    let rows = world.rows().await;
    assert!(rows.iter().any(|row| row.contains("Invited on 22 November 2026")), "{rows:?}");
}

#[tokio::test]
async fn a_change_is_told_to_those_who_were_invited_and_only_the_last_of_several() {
    let world = World::new();
    world.app.expect(&world.event, "Ann", "ann@example.org");
    decide(&world.app, &world.event, Kind::Invitation, 0);
    world.app.turn().await;
    world.app.expect(&world.event, "Ben", "ben@example.org");
    let moved = Event { place: "Town Hall".to_owned(), revision: 2, ..world.event.clone() };
    change(&world.app, &moved);
    assert_eq!(decide(&world.app, &moved, Kind::Changed, 2), 1);
    let again = Event { starts_at: moved.starts_at + 900_000_000, revision: 3, ..moved };
    change(&world.app, &again);
    assert_eq!(decide(&world.app, &again, Kind::Changed, 3), 1);
    world.app.turn().await;
    let mails = world.app.mail();
    let [invitation, changed] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(
        (changed.to.as_str(), entry(changed, &["SEQUENCE", "DTSTART"])),
        ("ann@example.org", vec!["3".to_owned(), "20261122T094500Z".to_owned()])
    );
    assert!(changed.text.contains("Town Hall") && changed.text.contains("09:45"));
    assert_eq!(entry(invitation, &["UID"]), entry(changed, &["UID"]));
}

#[tokio::test]
async fn what_is_called_off_is_taken_out_of_calendars_and_nothing_follows_it() {
    let world = World::new();
    world.app.expect(&world.event, "Ann", "ann@example.org");
    decide(&world.app, &world.event, Kind::Invitation, 0);
    world.app.turn().await;
    world.app.expect(&world.event, "Ben", "ben@example.org");
    decide(&world.app, &world.event, Kind::Invitation, 0);
    let off = Event { called_off_at: Some(NOW.micros()), ..world.event.clone() };
    change(&world.app, &off);
    assert_eq!(decide(&world.app, &off, Kind::CalledOff, 0), 1);
    world.app.turn().await;
    let mails = world.app.mail();
    let [invitation, called_off] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!((invitation.to.as_str(), called_off.to.as_str()), ("ann@example.org", "ann@example.org"));
    assert_eq!(entry(called_off, &["METHOD", "STATUS", "SEQUENCE"]), ["CANCEL", "CANCELLED", "2"]);
    assert_eq!(entry(invitation, &["UID"]), entry(called_off, &["UID"]));
    let later = world.app.minutes_later(FOLLOW_UP);
    later.turn().await;
    assert_eq!(later.written_to(), Vec::<String>::new());
}

#[tokio::test]
async fn those_who_have_not_answered_are_asked_once_reminded_once_and_thanked_when_they_have() {
    let world = World::new();
    let (ann, ben) = (world.app.expect(&world.event, "Ann", "ann@example.org"), world.app.expect(&world.event, "Ben", "ben@example.org"));
    let eve = world.app.expect(&world.event, "Eve", "eve@example.org");
    world.app.set_attendee(&Attendee { may_email: false, ..eve });
    world.app.set_attendee(&Attendee { answered_at: Some(NOW.micros()), ..ann.clone() });
    world.app.turn().await;
    assert_eq!(world.app.written_to(), Vec::<String>::new(), "nothing follows before the end");
    let asked = world.app.minutes_later(FOLLOW_UP);
    asked.turn().await;
    asked.turn().await;
    assert_eq!(asked.written_to(), ["ann@example.org", "ben@example.org"]);
    let said = |app: &App, to: &str| app.mail().into_iter().find(|mail| mail.to == to).unwrap();
    assert!(said(&asked, "ann@example.org").text.contains("What happens next"));
    let question = said(&asked, "ben@example.org");
    assert!(question.text.contains(&world.app.state.attendees().token(ben.id)) && question.calendar.is_none());
    let early = world.app.minutes_later(REMINDER - HOUR);
    early.turn().await;
    assert_eq!(early.written_to(), Vec::<String>::new());
    let reminded = world.app.minutes_later(REMINDER);
    reminded.turn().await;
    reminded.turn().await;
    assert_eq!(reminded.written_to(), ["ben@example.org"]);
    world.app.set_attendee(&Attendee { answered_at: Some(NOW.micros()), ..ben });
    let thanked = world.app.minutes_later(REMINDER + 24 * HOUR);
    thanked.turn().await;
    thanked.turn().await;
    assert_eq!(thanked.written_to(), ["ben@example.org"]);
}

#[tokio::test]
async fn whoever_answers_or_stops_before_an_email_goes_out_does_not_get_it() {
    let world = World::new();
    let (ann, ben) = (world.app.expect(&world.event, "Ann", "ann@example.org"), world.app.expect(&world.event, "Ben", "ben@example.org"));
    let night = world.app.minutes_later(FOLLOW_UP + 8 * HOUR);
    night.turn().await;
    assert_eq!(night.event_messages(&world.event).len(), 2, "decided, and quiet for the night");
    assert_eq!(night.written_to(), Vec::<String>::new());
    world.app.set_attendee(&Attendee { answered_at: Some(NOW.micros()), ..ann });
    world.app.set_attendee(&Attendee { stopped_at: Some(NOW.micros()), ..ben });
    let morning = world.app.minutes_later(24 * HOUR);
    morning.turn().await;
    assert_eq!(morning.written_to(), ["ann@example.org"], "the thanks alone");
    let mut failures: Vec<Option<String>> = morning.event_messages(&world.event).into_iter().map(|one| one.failure).collect();
    failures.sort();
    assert_eq!(failures, [None, Some("answered".to_owned()), Some("stopped".to_owned())]);
}

#[tokio::test]
async fn what_was_decided_after_an_event_waits_where_the_event_is_put_off() {
    let world = World::new();
    world.app.expect(&world.event, "Ann", "ann@example.org");
    let ben = world.app.expect(&world.event, "Ben", "ben@example.org");
    world.app.set_attendee(&Attendee { answered_at: Some(NOW.micros()), ..ben });
    let night = world.app.minutes_later(FOLLOW_UP + 8 * HOUR);
    night.turn().await;
    assert_eq!(night.event_messages(&world.event).len(), 2, "decided, and quiet for the night");
    let week = 7 * 24 * HOUR * 60_000_000;
    let (starts_at, ends_at) = (world.event.starts_at + week, world.event.ends_at + week);
    change(&world.app, &Event { starts_at, ends_at, ..world.event.clone() });
    let morning = world.app.minutes_later(24 * HOUR);
    morning.turn().await;
    assert_eq!(morning.written_to(), Vec::<String>::new(), "it has not been yet");
    let over = world.app.minutes_later(7 * 24 * HOUR + FOLLOW_UP);
    over.turn().await;
    assert_eq!(over.written_to(), ["ann@example.org", "ben@example.org"]);
}

#[tokio::test]
async fn thanks_go_out_when_it_is_noted_that_somebody_answered() {
    let world = World::new();
    let ann = world.app.expect(&world.event, "Ann", "ann@example.org");
    let noted = NOW.plus_seconds(REMINDER * 60).micros();
    world.app.set_attendee(&Attendee { answered_at: Some(noted), ..ann });
    let early = world.app.minutes_later(REMINDER - 1);
    early.turn().await;
    assert_eq!((early.event_messages(&world.event), early.written_to()), (Vec::new(), Vec::new()));
    let later = world.app.minutes_later(REMINDER);
    later.turn().await;
    assert_eq!(later.written_to(), ["ann@example.org"]);
}

#[tokio::test]
async fn nobody_is_asked_for_answers_that_are_not_taken_any_more() {
    let world = World::new();
    world.app.expect(&world.event, "Ann", "ann@example.org");
    change(&world.app, &Event { closes_at: NOW.plus_seconds(2 * 3600).micros(), ..world.event.clone() });
    let later = world.app.minutes_later(FOLLOW_UP);
    later.turn().await;
    assert_eq!(later.written_to(), Vec::<String>::new());
    assert_eq!(later.event_messages(&world.event), []);
}

#[tokio::test]
async fn news_goes_to_those_who_asked_for_it_once_for_each_publication() {
    let world = World::new();
    let ann = world.app.expect(&world.event, "", "ann@example.org");
    world.app.set_attendee(&Attendee { wants_news: true, source: "left".to_owned(), ..ann });
    world.app.expect(&world.event, "Ben", "ben@example.org");
    change(&world.app, &Event { answered_back_at: Some(NOW.micros()), ..world.event.clone() });
    for number in [1, 1, 2] {
        decide(&world.app, &world.event, Kind::News, number);
        world.app.turn().await;
    }
    assert_eq!(world.app.written_to(), ["ann@example.org", "ann@example.org"]);
    assert!(world.app.mail()[0].text.contains(&format!("/e/{}/heard\n", world.event.join_code)));
}

#[tokio::test]
async fn news_of_what_was_taken_off_the_public_page_again_does_not_go_out() {
    let world = World::new();
    let ann = world.app.expect(&world.event, "", "ann@example.org");
    world.app.set_attendee(&Attendee { wants_news: true, source: "left".to_owned(), ..ann });
    assert_eq!(decide(&world.app, &world.event, Kind::News, 1), 1);
    world.app.turn().await;
    assert_eq!(world.app.written_to(), Vec::<String>::new());
    assert_eq!(world.app.event_messages(&world.event)[0].failure.as_deref(), Some("taken-off"));
}

#[tokio::test]
async fn who_leaves_an_address_themselves_hears_whatever_was_noted_before() {
    let world = World::new();
    let provider = world.app.with_provider("North Team");
    let zofia = world.app.with_zofia(provider, "zofia@example.org").await;
    let own = people::table.find((provider, zofia));
    world.app.store().write_now("know", |tx| Ok(diesel::update(own).set(people::may_contact.eq(false)).execute(tx)?)).unwrap();
    let left = world.app.expect(&world.event, "", "zofia@example.org");
    world.app.set_attendee(&Attendee { source: "left".to_owned(), answered_at: Some(NOW.micros()), ..left });
    let over = world.app.minutes_later(2 * HOUR);
    over.turn().await;
    assert_eq!(over.written_to(), ["zofia@example.org"]);
}

#[tokio::test]
async fn two_workers_at_once_send_each_email_once() {
    let world = World::new();
    for number in 0..20 {
        world.app.expect(&world.event, "Ann", &format!("ann{number}@example.org"));
    }
    decide(&world.app, &world.event, Kind::Invitation, 0);
    let other = world.app.later(0);
    tokio::join!(world.app.turn(), other.turn());
    let mut all = [world.app.written_to(), other.written_to()].concat();
    all.sort();
    all.dedup();
    assert_eq!((all.len(), world.app.mail().len() + other.mail().len()), (20, 20));
}

#[tokio::test]
async fn an_email_that_was_taken_and_not_noted_as_sent_goes_out_again_as_the_same() {
    let world = World::new();
    world.app.expect(&world.event, "Ann", "ann@example.org");
    decide(&world.app, &world.event, Kind::Invitation, 0);
    let message = world.app.event_messages(&world.event).remove(0);
    let until = NOW.plus_seconds(300).micros();
    let claim = || world.app.store().write_now("claim", |tx| event_post::claim(tx, &message, until)).unwrap();
    assert!(claim() && !claim(), "nobody else takes it meanwhile");
    world.app.turn().await;
    assert_eq!(world.app.written_to(), Vec::<String>::new());
    let later = world.app.minutes_later(6);
    later.turn().await;
    let mails = later.mail();
    assert_eq!((mails.len(), mails[0].reference.as_str()), (1, message.reference.as_str()));
    let now = later.event_messages(&world.event).remove(0);
    assert_eq!((now.tries, now.sent_at.is_some()), (2, true));
}
