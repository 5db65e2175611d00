//! Who has answered at an event and what was answered are kept apart: by no number and by no moment does one lead to the other.

use saywell::domain::engagement::attendee::Contact;
use saywell::store::attendees::{self, Attendee};
use saywell::store::events::Event;
use saywell::store::ids::AttendeeId;

use super::super::support::{App, Browser, NOW};
use super::small;

/// Somebody who is expected, and the address of their link.
pub fn expected(app: &App, event: &Event, email: &str) -> (AttendeeId, String) {
    let id = AttendeeId(app.state.random.id(&app.state.clock));
    let row = Attendee {
        id,
        event_id: event.id,
        source: "expected".to_owned(),
        language: "en".to_owned(),
        may_email: true,
        added_at: NOW.micros(),
        ..Attendee::default()
    };
    let contact = Contact { email: Some(email.to_owned()), ..Contact::default() };
    let row = app.state.attendees().seal(row, &contact).unwrap();
    app.store().write_now("expected", |tx| attendees::add(tx, std::slice::from_ref(&row))).unwrap();
    (id, format!("/e/{}/i/{}", event.join_code, app.state.attendees().token(id)))
}

pub fn listed(app: &App, event: &Event) -> Vec<Attendee> {
    app.store().read_now("attendees", |conn| attendees::of_event(conn, event.id)).unwrap()
}

/// Answers everything on the start page where the phone is, and sends it.
pub async fn answered(phone: &mut Browser) -> &mut Browser {
    phone.set_out().await.answer_all(&[]).await.press().await
}

#[tokio::test]
async fn that_somebody_answered_is_noted_for_the_end_of_the_event_and_later_for_when_answers_are_closed() {
    let app = App::spawn();
    let event = small(&app, |event| event.closes_at = NOW.plus_seconds(14 * 86_400).micros()).await;
    let (ann, link) = expected(&app, &event, "ann@example.org");
    answered(app.patient().open(&link).await).await;
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await.fill("email", "left@example.org").press().await;
    let late = app.minutes_later(3 * 24 * 60);
    let (ben, link) = expected(&late, &event, "ben@example.org");
    answered(late.patient().open(&link).await).await;
    let all = listed(&app, &event);
    let noted = |id: AttendeeId| all.iter().find(|one| one.id == id).unwrap().answered_at;
    assert_eq!((noted(ann), noted(ben)), (Some(event.ends_at), Some(event.closes_at)));
    let left = all.iter().find(|one| one.source == "left").unwrap();
    assert_eq!((left.answered_at, left.added_at), (Some(event.ends_at), event.ends_at), "an address was left right after sending");
    let sent: Vec<i64> = app.responses(&event.survey_key()).into_iter().filter_map(|one| one.submitted_at).collect();
    assert_eq!(sent.len(), 3);
    assert!(all.iter().all(|one| one.answered_at.is_none_or(|at| !sent.contains(&at)) && !sent.contains(&left.added_at)));
}

#[tokio::test]
async fn the_number_of_an_address_that_was_left_does_not_tell_when() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await.fill("email", "left@example.org").press().await;
    let (left, sent) = (listed(&app, &event).remove(0).id.0, app.responses(&event.survey_key()).remove(0).id.0);
    // Numbers that grow with time count microseconds in the upper 52 bits.
    assert!(left > 0 && ((left >> 12) - (sent >> 12)).abs() > 86_400_000_000, "{left} is of the same day as {sent}");
}

#[tokio::test]
async fn the_list_says_who_answered_when_everybody_of_that_time_is_known() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (_, link) = expected(&app, &event, "ann@example.org");
    answered(app.patient().open(&link).await).await;
    let at = format!("/engage/{}/people", event.id.0);
    for (app, told) in [(&app, "0"), (&app.minutes_later(120), "1")] {
        let mut lead = app.signed_in(event.created_by);
        lead.open(&at).await;
        let words = lead.words();
        assert!(words.contains(&format!("answered by their own link {told}")), "{words}");
        assert_eq!(lead.texts_of("tbody tr")[0].contains("Yes"), told == "1", "who watches the comments come in learns nothing");
    }
}

#[tokio::test]
async fn a_phone_that_has_sent_says_so_to_whoever_opens_a_link_on_it() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let (_, link) = expected(&app, &event, "ann@example.org");
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await;
    phone.open(&link).await;
    assert!(phone.heading().contains("You have answered"), "{}", phone.heading());
    phone.post(&link, &[]).await;
    assert_eq!((phone.location().as_deref(), app.responses(&event.survey_key()).len()), (Some(link.as_str()), 1));
    phone.open(&link).await.press().await;
    assert_eq!((phone.step(), app.responses(&event.survey_key()).len()), ("who", 2), "somebody else answers on the same phone");
}

#[tokio::test]
async fn one_time_of_sending_leaves_few_addresses_also_without_the_cookie() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await;
    let at = format!("/s/{}/stay-in-touch", event.survey_key());
    for number in 0..20 {
        phone.clone().post(&at, &[("email", &format!("stranger{number}@example.org"))]).await;
    }
    assert!(listed(&app, &event).len() <= 2, "{}", listed(&app, &event).len());
}

#[tokio::test]
async fn who_left_an_address_and_stops_the_emails_is_kept_nowhere() {
    let app = App::spawn();
    let event = small(&app, |_| {}).await;
    let mut phone = app.patient();
    phone.open(&format!("/e/{}", event.join_code)).await;
    answered(&mut phone).await.fill("email", "left@example.org").press().await;
    let left = listed(&app, &event).remove(0);
    let stop = format!("/e/{}/stop/{}", event.join_code, app.state.attendees().token(left.id));
    for _ in 0..2 {
        assert_eq!(phone.post(&stop, &[]).await.status, 200);
    }
    let now = listed(&app, &event).remove(0);
    assert_eq!((now.sealed, now.wants_news, now.stopped_at.is_some()), (None, false, true));
}
