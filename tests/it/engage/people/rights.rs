//! The end of what is kept about those who were expected, and what people have of it in a copy.

use diesel::prelude::*;
use saywell::domain::access::Role;
use saywell::retention;
use saywell::store::attendees::Attendee;
use saywell::store::schema::people;

use super::super::super::support::NOW;
use super::World;

#[tokio::test]
async fn names_and_addresses_go_a_year_after_the_event_and_how_many_came_stays() {
    let world = World::new();
    let ann = world.app.expect(&world.event, "Ann", "ann@example.org");
    world.app.set_attendee(&Attendee { came_at: Some(NOW.micros()), ..ann.clone() });
    let ben = world.app.expect(&world.event, "Ben", "ben@example.org");
    world.app.set_attendee(&Attendee { stopped_at: Some(NOW.micros()), ..ben.clone() });
    let of = |runs: Vec<saywell::store::retention::Run>| {
        runs.into_iter().find(|run| run.purpose == "event-contacts").map(|run| (run.found, run.erased))
    };
    let early = world.app.later(360);
    assert_eq!(of(retention::run(&early.state, false).await.unwrap()), None);
    let later = world.app.later(367);
    assert_eq!(of(retention::run(&later.state, false).await.unwrap()), Some((2, 2)));
    assert_eq!(of(retention::run(&later.state, false).await.unwrap()), None);
    let ann = later.attendee(&ann);
    assert_eq!((ann.sealed, ann.email_hash, ann.token_hash, ann.came_at), (None, None, None, Some(NOW.micros())));
    let stopped = later.attendee(&ben);
    assert_eq!((stopped.sealed, stopped.email_hash), (None, None));
    assert_eq!(later.event_messages(&world.event), []);
}

#[tokio::test]
async fn a_copy_names_the_events_somebody_was_expected_at_and_erasing_them_takes_them_off_the_lists() {
    let world = World::new();
    let provider = world.app.with_provider("North Team");
    let zofia = world.app.with_zofia(provider, "zofia@example.org").await;
    world.app.expect(&world.event, "Zofia", "zofia@example.org");
    let ann = world.app.expect(&world.event, "Ann", "ann@example.org");
    let mut officer = world.app.staff(Role::InformationGovernance, provider);
    let token = world.app.token(&officer);
    let at = format!("/governance/people/{}", zofia.0);
    officer.post(&format!("{at}/copy"), &[("token", &token), ("format", "page")]).await;
    assert!(officer.status == 200 && officer.words().contains("Carers at the library"), "{}", officer.words());
    let typed = [("token", token.as_str()), ("answers", "removed"), ("reason", "They asked for it")];
    officer.post(&format!("{at}/erase"), &typed).await;
    assert_eq!(officer.status, 303, "{}", officer.words());
    let left: Vec<_> = world.app.attendees_of(&world.event).into_iter().map(|one| one.id).collect();
    assert_eq!(left, [ann.id]);
}

#[tokio::test]
async fn who_must_not_be_written_to_is_not_when_their_record_is_gone() {
    let mut world = World::new();
    let provider = world.app.with_provider("North Team");
    let zofia = world.app.with_zofia(provider, "zofia@example.org").await;
    let own = people::table.find((provider, zofia));
    world.app.store().write_now("know", |tx| Ok(diesel::update(own).set(people::may_contact.eq(false)).execute(tx)?)).unwrap();
    let mut officer = world.app.staff(Role::InformationGovernance, provider);
    let token = world.app.token(&officer);
    let typed = [("token", token.as_str()), ("answers", "removed"), ("reason", "They asked for it")];
    officer.post(&format!("/governance/people/{}/erase", zofia.0), &typed).await;
    assert_eq!(officer.status, 303, "{}", officer.words());
    world.upload(b"name,email,may-email\nZofia,zofia@example.org,yes\n").await;
    world.lead.press().await;
    assert!(world.rows().await[0].contains("Does not want email"), "{:?}", world.rows().await);
}
