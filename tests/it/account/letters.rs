//! The letters to staff: sealed while they wait, sent once, tried again when the mail server is away, given up in the end.

use diesel::prelude::*;
use saywell::config::Mail;
use saywell::keys::Place;
use saywell::messages::{Letter, Mailer};
use saywell::store::letters::{self as rows, SEALED, Waiting};
use saywell::store::schema::letters;

use super::super::support::{App, NOW};

/// A letter to that address, waiting.
fn waiting(app: &App, to: &str) -> i64 {
    let id = app.state.random.id(&app.state.clock);
    let letter = Letter { to: to.to_owned(), subject: "A subject".to_owned(), body: "A body".to_owned() };
    let plain = serde_json::to_string(&letter).unwrap();
    let sealed = app.state.keys.seal(Place { column: SEALED, row: id }, &plain, &app.state.random).unwrap();
    let (created_at, due_at) = (NOW.micros(), NOW.micros());
    let row =
        Waiting { id, kind: "changed".to_owned(), sealed: Some(sealed), created_at, due_at, tries: 0, sent_at: None, failed_at: None };
    app.store().write_now("letter", |tx| rows::add(tx, &row)).unwrap();
    id
}

fn kept(app: &App) -> Vec<Waiting> {
    app.database.store(1).read_now("letters", |conn| Ok(letters::table.order(letters::id).load(conn)?)).unwrap()
}

/// A mail server that is not there.
fn away() -> Mailer {
    let mail = Mail { transport: "smtp://127.0.0.1:1".into(), from: "noreply@example.org".to_owned(), alerts_to: String::new() };
    saywell::tls::provide();
    Mailer::new(&mail.transport, &mail.from).unwrap()
}

#[tokio::test]
async fn a_letter_is_sealed_while_it_waits_sent_once_and_then_emptied() {
    let app = App::spawn();
    waiting(&app, "ada@example.org");
    assert!(!kept(&app)[0].sealed.as_ref().unwrap().contains("ada"));
    saywell::jobs::turn(&app.state).await;
    saywell::jobs::turn(&app.state).await;
    assert_eq!(app.letters().iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["ada@example.org"]);
    let row = kept(&app).remove(0);
    assert_eq!((row.sealed, row.sent_at, row.tries), (None, Some(NOW.micros()), 1));
}

#[tokio::test]
async fn two_processes_send_a_letter_once() {
    let app = App::spawn();
    for number in 0..6 {
        waiting(&app, &format!("ada{number}@example.org"));
    }
    let other = app.minutes_later(0);
    tokio::join!(saywell::jobs::turn(&app.state), saywell::jobs::turn(&other.state));
    assert_eq!(app.letters().len() + other.letters().len(), 6);
}

#[tokio::test]
async fn a_letter_whose_sender_ended_half_way_is_sent_when_the_lease_is_over() {
    let app = App::spawn();
    waiting(&app, "ada@example.org");
    let row = kept(&app).remove(0);
    let until = NOW.plus_seconds(300).micros();
    assert!(app.store().write_now("claim", |tx| rows::claim(tx, &row, until)).unwrap());
    assert!(!app.store().write_now("claim", |tx| rows::claim(tx, &row, until)).unwrap(), "one at a time");
    for (minutes, sent) in [(4, 0), (5, 1)] {
        let then = app.minutes_later(minutes);
        saywell::jobs::turn(&then.state).await;
        assert_eq!(then.letters().len(), sent, "after {minutes} minutes");
    }
}

#[tokio::test]
async fn while_the_mail_server_is_away_a_letter_is_tried_again_later() {
    let app = App::spawn();
    waiting(&app, "ada@example.org");
    let mut without = app.state.clone();
    without.mailer = Some(away());
    saywell::jobs::turn(&without).await;
    let row = kept(&app).remove(0);
    assert_eq!((row.tries, row.due_at, row.sealed.is_some()), (1, NOW.plus_seconds(60).micros(), true));
    saywell::jobs::turn(&app.state).await;
    assert!(app.letters().is_empty(), "not before it is due");
    let then = app.minutes_later(1);
    saywell::jobs::turn(&then.state).await;
    assert_eq!(then.letters().len(), 1);
}

#[tokio::test]
async fn a_letter_that_cannot_be_sent_is_given_up_and_emptied_and_holds_up_no_other() {
    let app = App::spawn();
    waiting(&app, "not an address");
    let tired = waiting(&app, "ada@example.org");
    waiting(&app, "eve@example.org");
    let often = |tx: &mut _| Ok(diesel::update(letters::table.find(tired)).set(letters::tries.eq(23)).execute(tx)?);
    app.store().write_now("often", often).unwrap();
    let mut without = app.state.clone();
    without.mailer = Some(away());
    saywell::jobs::turn(&without).await;
    let rows = kept(&app);
    assert!(rows[..2].iter().all(|row| row.failed_at.is_some() && row.sealed.is_none()), "{rows:?}");
    assert!(rows[2].failed_at.is_none());
    let month = app.later(31);
    saywell::jobs::turn(&month.state).await;
    assert_eq!(kept(&app).len(), 1, "rows of letters that are over are not kept for ever");
    assert_eq!(month.letters().len(), 1);
}
