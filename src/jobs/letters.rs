//! Sends the letters that wait. Each is taken by lease, so that several processes share the work and one that ends half-way
//! holds no letter back; the worst that can happen is a letter that comes twice.

use crate::app::App;
use crate::clock::Moment;
use crate::keys::Place;
use crate::messages::email::Undelivered;
use crate::messages::{Letter, Mailer};
use crate::store::letters::{self, SEALED, Waiting};
use crate::store::{self, Conn};

/// How many letters one turn takes at most.
const AT_A_TIME: i64 = 20;

/// How long a letter is left to whoever took it; longer than a mail server may take to answer.
const LEASE_SECONDS: i64 = 300;

/// How many times a letter is tried.
const MOST_TRIES: i32 = 24;

/// How long rows of letters that were sent or given up are kept.
const KEPT_DAYS: i64 = 30;

/// What became of a letter.
enum Outcome {
    Sent,
    /// Not this time, and why.
    Later(String),
    /// Not ever, and why.
    Never(String),
}

/// Sends what is due.
pub async fn send(app: &App) -> store::Result<()> {
    let Some(mailer) = &app.mailer else { return Ok(()) };
    let now = app.clock.now();
    for letter in app.store.read("letters due", move |conn| letters::due(conn, now.micros(), AT_A_TIME)).await? {
        // From now on, not from when the turn began: those before it may have taken their time.
        let (own, until) = (letter.clone(), app.clock.now().plus_seconds(LEASE_SECONDS));
        if !app.store.write("claim letter", move |tx| letters::claim(tx, &own, until.micros())).await? {
            continue;
        }
        let outcome = deliver(app, mailer, &letter).await;
        settle(app, &letter, outcome).await?;
    }
    let before = now.plus_days(-KEPT_DAYS).micros();
    app.store.write("sweep letters", move |tx| letters::sweep(tx, before)).await?;
    Ok(())
}

async fn deliver(app: &App, mailer: &Mailer, letter: &Waiting) -> Outcome {
    let place = Place { column: SEALED, row: letter.id };
    let plain = match app.keys.open(place, letter.sealed.as_deref().unwrap_or_default()) {
        Ok(plain) => plain,
        // A key that is missing may be put back.
        Err(why) => return Outcome::Later(why.to_string()),
    };
    let Ok(opened) = serde_json::from_str::<Letter>(&plain) else { return Outcome::Never("it cannot be read".to_owned()) };
    match mailer.send(&opened).await {
        Ok(()) => Outcome::Sent,
        Err(Undelivered::Address(_)) => Outcome::Never("its address is none".to_owned()),
        Err(why @ Undelivered::Transport(_)) => Outcome::Later(why.to_string()),
    }
}

/// Notes what became of a letter. The log names it by its number and what it is about, never by whom it is for.
async fn settle(app: &App, letter: &Waiting, outcome: Outcome) -> store::Result<()> {
    let (id, kind, tries, now) = (letter.id, letter.kind.as_str(), letter.tries + 1, app.clock.now());
    match (outcome, again(tries, now)) {
        (Outcome::Sent, _) => app.store.write("letter sent", move |tx| letters::sent(tx, id, now.micros())).await,
        (Outcome::Later(why), Some(due)) => {
            tracing::warn!(id, kind, tries, why, "a letter was not sent; it will be tried again");
            app.store.write("letter put off", move |tx: &mut Conn| letters::put_off(tx, id, due.micros())).await
        }
        (Outcome::Later(why) | Outcome::Never(why), _) => {
            tracing::error!(id, kind, tries, why, "a letter was given up");
            app.store.write("letter given up", move |tx| letters::give_up(tx, id, now.micros())).await
        }
    }
}

/// When to try again after so many tries; nothing when there were enough.
fn again(tries: i32, now: Moment) -> Option<Moment> {
    let minutes = match tries {
        ..=1 => 1,
        2 => 5,
        3 => 30,
        4 => 120,
        MOST_TRIES.. => return None,
        _ => 60,
    };
    Some(now.plus_seconds(minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_soon_then_seldom_then_no_more() {
        let minutes = |tries| again(tries, Moment::from_micros(0)).map(|at| at.seconds() / 60);
        assert_eq!([1, 2, 3, 4, 5, 23].map(minutes), [1, 5, 30, 120, 60, 60].map(Some));
        assert_eq!(minutes(24), None);
    }
}
