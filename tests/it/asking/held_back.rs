//! What was held back, came back or was called off: it is neither lost nor sent by a way that failed, and holds nobody else up.

use diesel::prelude::*;
use jiff::civil::date;
use saywell::clock::Moment;
use saywell::domain::care::asking::NotAsked;
use saywell::domain::care::stop::Reason;
use saywell::store::messages::{self, Ending, Message};
use saywell::store::schema::messages as rows;
use saywell::store::{Conn, schedule_starts};

use super::super::support::App;
use super::super::support::county::Care;
use super::people::{moment, reachable};

const SCHEDULE: &str = "settled-accommodation";

/// A provider that asks where people live, and somebody who is due since Sunday.
fn due() -> (App, saywell::store::ids::OrganisationId, saywell::store::ids::PersonId) {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    app.ask_by(provider, SCHEDULE, date(2026, 11, 22));
    let (_, person) = app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    (app, provider, person)
}

impl App {
    /// Gives the message up that was written last.
    fn give_up(&self, why: &str, ending: Ending, now: &str) {
        let message = self.outbox().pop().unwrap();
        let work = |tx: &mut Conn| messages::fail(tx, &message, why, ending, moment(now).micros());
        assert!(self.store().write_now("give up", work).unwrap());
    }

    /// Everything that is due then goes out, or does not.
    async fn sent_at(&self, now: Moment) -> Vec<Message> {
        saywell::jobs::turn(&self.at(now)).await;
        let sent = rows::table.filter(rows::sent_at.is_not_null()).order(rows::id);
        self.store().read_now("sent", |conn| Ok(sent.load(conn)?)).unwrap()
    }
}

#[tokio::test]
async fn after_a_pause_nobody_is_asked_by_the_way_that_came_back_and_everybody_else_is_asked_too() {
    let (app, provider, person) = due();
    app.round("2026-11-23T10:00:00Z").await;
    app.give_up("smtp-550", Ending::CameBack, "2026-11-23T10:00:01Z");
    app.round("2026-11-23T10:05:00Z").await;
    assert_eq!(app.asked()[0].channel.as_deref(), Some("text"));
    app.stop((provider, person), Reason::Moved, date(2026, 11, 23), Some(date(2026, 11, 24)));
    app.give_up("not-wanted:moved", Ending::NotWanted(NotAsked::Moved), "2026-11-23T10:05:01Z");
    app.round("2026-11-23T10:10:00Z").await;
    app.admit(&Care { opened: date(2026, 11, 16), ..Care::with(provider) }, &reachable());
    app.round("2026-11-25T10:00:00Z").await;
    let asked: Vec<_> = app.asked().into_iter().map(|row| (row.channel.unwrap(), row.not_asked)).collect();
    assert_eq!(asked, [("text".to_owned(), None), ("email".to_owned(), None)]);
    let waiting: Vec<_> = app.outbox().into_iter().filter(|one| one.failed_at.is_none()).map(|one| one.channel).collect();
    assert_eq!(waiting, ["text", "email"]);
}

#[tokio::test]
async fn while_a_survey_is_closed_nobody_is_reminded() {
    let (app, ..) = due();
    app.round("2026-11-23T10:00:00Z").await;
    app.post(moment("2026-11-23T10:00:00Z"));
    app.set_survey(SCHEDULE, "closed");
    app.round("2026-11-30T10:00:00Z").await;
    assert_eq!(app.outbox().len(), 1);
    app.set_survey(SCHEDULE, "open");
    app.round("2026-12-01T10:00:00Z").await;
    assert_eq!(app.outbox().len(), 2);
}

#[tokio::test]
async fn what_waits_when_a_schedule_ends_goes_out_only_if_it_begins_again() {
    let (app, provider, _) = due();
    app.count_anew();
    app.round("2026-11-22T10:00:00Z").await;
    app.store().write_now("end", |tx| schedule_starts::end(tx, provider, SCHEDULE, 2)).unwrap();
    assert!(app.sent_at(moment("2026-11-23T09:00:00Z")).await.is_empty());
    let (row, message) = (app.asked().remove(0), app.outbox().remove(0));
    assert_eq!((row.not_asked.as_deref(), row.next_at), (Some("stopped"), None));
    assert_eq!(message.failure.as_deref(), Some("not-wanted:schedule-ended"));
    assert!(app.is_counted_right());
    app.ask_by(provider, SCHEDULE, date(2026, 11, 22));
    app.round("2026-11-23T10:00:00Z").await;
    assert_eq!(app.sent_at(moment("2026-11-23T10:00:00Z")).await.len(), 1);
    assert!(app.asked()[0].not_asked.is_none() && app.is_counted_right());
}

#[tokio::test]
async fn a_clock_that_was_wrong_for_a_while_stops_nothing_for_years() {
    let (app, ..) = due();
    saywell::jobs::asking::turn(&app.at(moment("2036-01-01T10:00:00Z"))).await.unwrap();
    saywell::jobs::asking::turn(&app.at(moment("2026-11-23T10:00:00Z"))).await.unwrap();
    assert_eq!(app.asked().len(), 1);
}
