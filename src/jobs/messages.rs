//! Sends the emails and text messages to people that are due, one after the other: whenever the process ends, at most one is
//! on its way, and more processes send more at a time. Each is taken by lease, looked at again, handed over outside any
//! transaction, and noted as sent at once. A process that ends between the handing over and the note leaves a message that is
//! tried again: under the same Message-ID, or after asking the text message service for its reference.

use std::time::Duration;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::channel::Channel;
use crate::messages::{Mail, Refusal, Text, Written};
use crate::post::{self, Outgoing, Stopped};
use crate::store::messages::{self, Ending, Message};
use crate::store::{self, Conn};

/// How many messages are looked at together.
const AT_A_TIME: i64 = 50;

/// How long a message is left to whoever took it, in seconds; longer than any gateway may take to answer.
pub(super) const LEASE_SECONDS: i64 = 300;

/// The longest that a gateway may take; the lease is longer.
pub(super) const PATIENCE: Duration = Duration::from_mins(2);

/// How many times a gateway is shown a message that it does not take.
pub(super) const MOST_TRIES: i32 = 12;

/// How soon a message is tried again whose gateway could not be reached, in seconds.
pub(super) const AWAY_SECONDS: i64 = 60;

/// How soon a message is looked at again whose survey is closed, in seconds.
const CLOSED_SECONDS: i64 = 3600;

/// What became of a message.
enum Outcome {
    /// The gateway took it, and has this name for it.
    Sent(Option<String>),
    Stopped(Stopped),
    Refused(Refusal),
    /// It goes out then.
    Waits(Moment),
}

/// Sends what is due, unless it is an hour in which nobody is written to.
pub async fn send(app: &App) -> store::Result<()> {
    let mut closed = Vec::new();
    loop {
        let now = app.clock.now();
        let channels = open(app, &closed);
        if channels.is_empty() || awake(app, now) > now {
            return Ok(());
        }
        let due = app.store.read("messages due", move |conn| messages::due(conn, &channels, now.micros(), AT_A_TIME)).await?;
        if due.is_empty() {
            return Ok(());
        }
        for message in due {
            one(app, message, &mut closed).await?;
        }
    }
}

/// The first moment from then on at which people may be written to.
pub(super) fn awake(app: &App, at: Moment) -> Moment {
    let Ok(quiet) = app.settings.quiet() else { return at };
    Moment::from_micros(quiet.next(&at.zoned(app.clock.zone())).timestamp().as_microsecond())
}

/// The ways that are configured and have not shown, this turn, that they take nothing now.
fn open(app: &App, closed: &[Channel]) -> Vec<Channel> {
    [Channel::Email, Channel::Text].into_iter().filter(|way| app.gateways.carry(*way) && !closed.contains(way)).collect()
}

async fn one(app: &App, message: Message, closed: &mut Vec<Channel>) -> store::Result<()> {
    let channel = Channel::from_code(&message.channel);
    if channel.is_none_or(|channel| !open(app, closed).contains(&channel)) {
        return Ok(());
    }
    let (own, until) = (message.clone(), app.clock.now().plus_seconds(LEASE_SECONDS));
    if !app.store.write("claim message", move |tx| messages::claim(tx, &own, until.micros())).await? {
        return Ok(());
    }
    let outcome = deliver(app, &message).await?;
    if let (Outcome::Refused(Refusal::Away(_) | Refusal::Later { seconds: Some(_), .. }), Some(channel)) = (&outcome, channel) {
        closed.push(channel);
    }
    settle(app, message, outcome).await
}

async fn deliver(app: &App, message: &Message) -> store::Result<Outcome> {
    let own = message.clone();
    let parts = app.store.read("message", move |conn| messages::parts(conn, own)).await?;
    let outgoing = match post::look(app, &parts) {
        Ok(Ok(outgoing)) => outgoing,
        Ok(Err(why)) => return Ok(Outcome::Stopped(why)),
        // A key that is missing may be put back.
        Err(why) => return Ok(Outcome::Refused(Refusal::Later { why: why.to_string(), seconds: None })),
    };
    let at = post::not_before(app, &parts);
    if at > app.clock.now() {
        return Ok(Outcome::Waits(at));
    }
    let handing = async {
        if message.channel == Channel::Email.code() { email(app, message, &outgoing).await } else { text(app, message, &outgoing).await }
    };
    let slow = |_| Err(Refusal::Later { why: "unanswered".to_owned(), seconds: None });
    Ok(tokio::time::timeout(PATIENCE, handing).await.unwrap_or_else(slow).unwrap_or_else(Outcome::Refused))
}

async fn email(app: &App, message: &Message, outgoing: &Outgoing) -> Result<Outcome, Refusal> {
    let Some(mailer) = &app.gateways.mail else { return Err(Refusal::Away("no mail".to_owned())) };
    let Some(to) = outgoing.record.email.clone() else { return Ok(Outcome::Stopped(Stopped::NoAddress)) };
    let written = app.gateways.words.email(&outgoing.locale, outgoing.occasion, &outgoing.asking);
    let written = written.map_err(|why| Refusal::Never(why.to_string()))?;
    let language = outgoing.locale.language().to_string();
    let decline = format!("{}/decline", outgoing.asking.link);
    let Written { subject, text, html } = written;
    let mail = Mail { to, subject, text, html, language, reference: message.reference.clone(), decline, calendar: None };
    mailer.hand_over(&mail).await.map(|()| Outcome::Sent(None))
}

async fn text(app: &App, message: &Message, outgoing: &Outgoing) -> Result<Outcome, Refusal> {
    let Some(texter) = &app.gateways.text else { return Err(Refusal::Away("no text messages".to_owned())) };
    let Some(to) = outgoing.record.mobile.clone() else { return Ok(Outcome::Stopped(Stopped::NoAddress)) };
    let body = app.gateways.words.text(&outgoing.locale, outgoing.occasion, &outgoing.asking);
    let body = body.map_err(|why| Refusal::Never(why.to_string()))?;
    let text = Text { to, body, language: outgoing.locale.language().to_string(), reference: message.reference.clone() };
    texter.hand_over(&text, message.tries > 0, app.clock.now().seconds()).await.map(Outcome::Sent)
}

/// Notes what became of a message. The log names it by its number, never by whom it is for.
async fn settle(app: &App, message: Message, outcome: Outcome) -> store::Result<()> {
    let (id, tries) = (message.id, message.tries + 1);
    let later = |seconds| app.clock.now().plus_seconds(seconds);
    match outcome {
        Outcome::Sent(name) => {
            let now = app.clock.now().micros();
            app.store.write("message sent", move |tx| messages::sent(tx, &message, name.as_deref(), now)).await
        }
        Outcome::Stopped(why) => {
            let failure = why.code();
            tracing::info!(id, why = failure, "a message was not sent");
            match why.ending() {
                Some(ending) => give_up(app, message, failure, ending).await,
                None => put_off(app, id, message.tries, later(CLOSED_SECONDS)).await,
            }
        }
        Outcome::Refused(Refusal::Address(why)) => {
            tracing::info!(id, why, "a message was not sent: its address does not work");
            give_up(app, message, why, Ending::CameBack).await
        }
        Outcome::Refused(Refusal::Never(why)) => {
            tracing::error!(id, why, "a message was refused: look at the settings of the gateway");
            give_up(app, message, why, Ending::CameBack).await
        }
        Outcome::Waits(at) => put_off(app, id, message.tries, at).await,
        // Nothing was handed over: it is no try.
        Outcome::Refused(Refusal::Away(why)) => {
            tracing::error!(id, why, "a gateway does not work; what is due waits");
            put_off(app, id, message.tries, later(AWAY_SECONDS)).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: Some(seconds) }) => {
            tracing::warn!(id, why, seconds, "a gateway asks to be left alone for a while");
            put_off(app, id, message.tries, later(seconds)).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: None }) if tries < MOST_TRIES => {
            tracing::warn!(id, tries, why, "a message was not sent; it will be tried again");
            put_off(app, id, tries, later(again(tries))).await
        }
        Outcome::Refused(Refusal::Later { why, seconds: None }) => {
            tracing::error!(id, tries, why, "a message was given up");
            give_up(app, message, why, Ending::CameBack).await
        }
    }
}

async fn put_off(app: &App, id: i64, tries: i32, at: Moment) -> store::Result<()> {
    let due = awake(app, at).micros();
    app.store.write("message put off", move |tx: &mut Conn| messages::put_off(tx, id, tries, due)).await
}

async fn give_up(app: &App, message: Message, failure: String, ending: Ending) -> store::Result<()> {
    let now = app.clock.now().micros();
    let given_up = move |tx: &mut Conn| messages::fail(tx, &message, &failure, ending, now).map(drop);
    app.store.write("message given up", given_up).await
}

/// How many seconds pass before the next try, after so many.
pub(super) const fn again(tries: i32) -> i64 {
    match tries {
        ..=1 => 300,
        2 => 900,
        3 => 3600,
        _ => 4 * 3600,
    }
}
