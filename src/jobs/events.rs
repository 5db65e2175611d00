//! What follows an event: deciding who is written to, once it is time for it, and sending what was decided. As with other
//! messages, each is taken by lease, looked at again, handed over outside any transaction, and noted as sent at once; one that
//! was handed over without a note goes out again under the same Message-ID, so that a mailbox shows it once.

use super::messages::{AWAY_SECONDS, LEASE_SECONDS, MOST_TRIES, PATIENCE, again, awake};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::notice::Kind;
use crate::messages::{Mail, Refusal, Written};
use crate::post::events::{EARLY, Outgoing, look};
use crate::store::event_messages::{self, Message, Order, times};
use crate::store::events::Event;
use crate::store::{self, Conn, event_post};

/// How many messages are looked at together.
const AT_A_TIME: i64 = 50;

/// What became of a message.
enum Outcome {
    Sent,
    /// It does not go out, for a reason that is a code.
    Stopped(String),
    Refused(Refusal),
}

/// Decides on what follows the events that are over.
pub async fn follow(app: &App) -> store::Result<()> {
    let now = app.clock.now().micros();
    let events = app.store.read("events over", move |conn| event_post::followed(conn, now)).await?;
    for event in events {
        for kind in times(&event).due(now) {
            decide(app, &event, kind).await?;
        }
    }
    Ok(())
}

async fn decide(app: &App, event: &Event, kind: Kind) -> store::Result<()> {
    let order = Order::new(event.id, kind, 0, (&app.clock, &app.random));
    let asked = order.clone();
    if app.store.read("event message wanted", move |conn| event_messages::wanted(conn, &asked)).await? > 0 {
        app.store.write("event message", move |tx| event_messages::decide(tx, &order).map(drop)).await?;
    }
    Ok(())
}

/// Sends what is due, unless it is an hour in which nobody is written to.
pub async fn send(app: &App) -> store::Result<()> {
    loop {
        let now = app.clock.now();
        if app.gateways.mail.is_none() || awake(app, now) > now {
            return Ok(());
        }
        let due = app.store.read("event messages due", move |conn| event_post::due(conn, now.micros(), AT_A_TIME)).await?;
        if due.is_empty() {
            return Ok(());
        }
        for message in due {
            if !one(app, message).await? {
                return Ok(());
            }
        }
    }
}

/// Sends one. `false` where the mail server takes nothing now.
async fn one(app: &App, message: Message) -> store::Result<bool> {
    let (own, until) = (message.clone(), app.clock.now().plus_seconds(LEASE_SECONDS));
    if !app.store.write("claim event message", move |tx| event_post::claim(tx, &own, until.micros())).await? {
        return Ok(true);
    }
    let outcome = deliver(app, &message).await?;
    let is_open = !matches!(&outcome, Outcome::Refused(Refusal::Away(_) | Refusal::Later { seconds: Some(_), .. }));
    settle(app, &message, outcome).await?;
    Ok(is_open)
}

async fn deliver(app: &App, message: &Message) -> store::Result<Outcome> {
    let (id, at) = (message.id, (app.clock.now().micros(), app.clock.today()));
    let parts = app.store.read("event message", move |conn| event_post::parts(conn, id, at)).await?;
    let Some(parts) = parts else { return Ok(Outcome::Stopped("gone".to_owned())) };
    let outgoing = match look(app, &parts) {
        Ok(Ok(outgoing)) => outgoing,
        Ok(Err(why)) => return Ok(Outcome::Stopped(why.to_owned())),
        // A key that is missing may be put back.
        Err(why) => return Ok(Outcome::Refused(Refusal::Later { why: why.to_string(), seconds: None })),
    };
    let slow = |_| Err(Refusal::Later { why: "unanswered".to_owned(), seconds: None });
    let handed = tokio::time::timeout(PATIENCE, hand_over(app, message, outgoing)).await.unwrap_or_else(slow);
    Ok(handed.map_or_else(Outcome::Refused, |()| Outcome::Sent))
}

async fn hand_over(app: &App, message: &Message, outgoing: Outgoing) -> Result<(), Refusal> {
    let Some(mailer) = &app.gateways.mail else { return Err(Refusal::Away("no mail".to_owned())) };
    let Outgoing { to, locale, kind, gathering, calendar } = outgoing;
    let written = app.gateways.words.about_event(&locale, kind, &gathering);
    let Written { subject, text, html } = written.map_err(|why| Refusal::Never(why.to_string()))?;
    let language = locale.language().to_string();
    let mail = Mail { to, subject, text, html, language, reference: message.reference.clone(), decline: gathering.stop, calendar };
    mailer.hand_over(&mail).await
}

/// Notes what became of a message. The log names it by its number, never by whom it is for.
async fn settle(app: &App, message: &Message, outcome: Outcome) -> store::Result<()> {
    let (id, tries) = (message.id, message.tries + 1);
    let later = |seconds| app.clock.now().plus_seconds(seconds);
    match outcome {
        Outcome::Sent => {
            let now = app.clock.now().micros();
            app.store.write("event message sent", move |tx| event_post::sent(tx, id, now)).await
        }
        Outcome::Stopped(why) if why == EARLY => app.store.write("event message early", move |tx| event_post::take_out(tx, id)).await,
        Outcome::Stopped(why) => {
            tracing::info!(id, why, "an email about an event was not sent");
            give_up(app, id, why).await
        }
        Outcome::Refused(Refusal::Address(why)) => {
            tracing::info!(id, why, "an email about an event was not sent: its address does not work");
            give_up(app, id, why).await
        }
        Outcome::Refused(Refusal::Never(why)) => {
            tracing::error!(id, why, "an email about an event was refused: look at the settings of the mail server");
            give_up(app, id, why).await
        }
        // Nothing was handed over: it is no try.
        Outcome::Refused(Refusal::Away(why)) => {
            tracing::error!(id, why, "the mail server does not work; what is due waits");
            put_off(app, id, message.tries, later(AWAY_SECONDS)).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: Some(seconds) }) => {
            tracing::warn!(id, why, seconds, "the mail server asks to be left alone for a while");
            put_off(app, id, message.tries, later(seconds)).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: None }) if tries < MOST_TRIES => {
            tracing::warn!(id, tries, why, "an email about an event was not sent; it will be tried again");
            put_off(app, id, tries, later(again(tries))).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: None }) => {
            tracing::error!(id, tries, why, "an email about an event was given up");
            give_up(app, id, why).await
        }
    }
}

async fn put_off(app: &App, id: i64, tries: i32, at: Moment) -> store::Result<()> {
    let due = awake(app, at).micros();
    app.store.write("event message put off", move |tx: &mut Conn| event_post::put_off(tx, id, tries, due)).await
}

async fn give_up(app: &App, id: i64, failure: String) -> store::Result<()> {
    let now = app.clock.now().micros();
    app.store.write("event message given up", move |tx: &mut Conn| event_post::fail(tx, id, &failure, now)).await
}
