//! Tells teams of answers that call for a person to look at them, and whoever stands behind a team where nobody looked in time.
//! Each letter is put into the post in the transaction that notes it, so that it is written once, whichever process comes first.

use crate::app::App;
use crate::domain::care::alert::{MINUTES, is_overdue};
use crate::domain::survey::Language;
use crate::messages::Notice;
use crate::store::alert_teams::{self, Team};
use crate::store::alerts::{self, Case};
use crate::store::letters::{self, Waiting};
use crate::store::{self, Conn};

/// For how many days an alert that nobody acknowledged may still go on: what is older was raised before anybody stood behind.
const DAYS: i64 = 14;

/// To whom a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    Team,
    Behind,
}

/// Puts the letters into the post that are due.
pub async fn tell(app: &App) -> store::Result<()> {
    let Some(fallback) = app.alerts_to.as_deref().filter(|_| app.mailer.is_some()) else { return Ok(()) };
    let (now, from) = (app.clock.now().micros(), app.clock.now().plus_days(-DAYS).micros());
    let due = move |conn: &mut Conn| Ok((alerts::untold(conn)?, alerts::pending(conn, from)?, alert_teams::list(conn)?));
    let (untold, mut pending, teams) = app.store.read("alerts due", due).await?;
    let team = |case: &Case| teams.iter().find(|team| Some(team.organisation_id) == case.organisation_id);
    pending.retain(|case| is_overdue(case.raised_at, team(case).map_or(MINUTES, |team| team.minutes), now));
    let mut posted = false;
    for case in &untold {
        posted |= post(app, team(case).map_or(fallback, |team: &Team| &team.email), case, To::Team).await?;
    }
    for case in &pending {
        posted |= post(app, team(case).map_or(fallback, |team: &Team| &team.escalation_email), case, To::Behind).await?;
    }
    if posted {
        app.post.notify_one();
    }
    Ok(())
}

/// Puts one letter into the post, unless it was there already.
async fn post(app: &App, address: &str, case: &Case, to: To) -> store::Result<bool> {
    let link = format!("{}/provider/alerts/{}", app.settings.origin(), case.response_id.0);
    let notice = match to {
        To::Team => Notice::Alert { address: link },
        To::Behind => Notice::AlertEscalated { address: link },
    };
    let letter = match written(app, address, &notice) {
        Ok(letter) => letter,
        Err(why) => {
            tracing::error!(why, "the letter about an alert could not be written");
            return Ok(false);
        }
    };
    let (case, now) = (case.clone(), app.clock.now().micros());
    let work = move |tx: &mut Conn| {
        let is_first = match to {
            To::Team => alerts::told(tx, &case, now)?,
            To::Behind => alerts::escalated(tx, &case, now)?,
        };
        if is_first {
            letters::add(tx, &letter)?;
        }
        Ok(is_first)
    };
    app.store.write("tell of alert", work).await
}

/// The letter in the language of the installation, sealed: a team has none of its own.
fn written(app: &App, address: &str, notice: &Notice) -> Result<Waiting, String> {
    let known = Language::parse(&app.settings.language).and_then(|language| app.locales.find(&language));
    let letter = notice.letter(known.unwrap_or_else(|| app.locales.english()), address).map_err(|why| why.to_string())?;
    app.sealed(notice.kind(), &letter).map_err(|why| why.to_string())
}
