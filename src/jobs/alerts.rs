//! Tells the team of answers that call for help. The letter names the survey and the time, and nothing about the person.

use crate::app::App;
use crate::messages::Letter;
use crate::store;
use crate::store::alerts::{self, Alert};

/// How long an alert is left to whoever claimed it.
const LEASE_SECONDS: i64 = 300;

/// Tells the team of every alert that it has not been told of.
pub async fn tell(app: &App) -> store::Result<()> {
    let Some((mailer, team)) = &app.alert_mail else { return Ok(()) };
    let now = app.clock.now();
    for (alert, survey) in app.store.read("alerts waiting", move |conn| alerts::waiting(conn, now.micros())).await? {
        let (own, until) = (alert.clone(), now.plus_seconds(LEASE_SECONDS));
        if !app.store.write("claim alert", move |tx| alerts::claim(tx, &own, now.micros(), until.micros())).await? {
            continue;
        }
        if let Err(why) = mailer.send(&letter(app, team, &alert, &survey)).await {
            tracing::warn!(%why, "an alert letter was not sent; it will be tried again");
            return app.store.write("release alert", move |tx| alerts::release(tx, &alert)).await;
        }
        app.store.write("alert told", move |tx| alerts::notified(tx, &alert, now.micros())).await?;
    }
    Ok(())
}

fn letter(app: &App, team: &str, alert: &Alert, survey: &str) -> Letter {
    let raised = crate::clock::Moment::from_micros(alert.raised_at).zoned(app.clock.zone());
    let receipt = app.secret.code(crate::secret::Purpose::Receipt, alert.response_id.0);
    Letter {
        to: team.to_owned(),
        subject: "Saywell: an answer needs to be looked at".to_owned(),
        body: format!(
            "A survey answer was flagged for review.\n\nSurvey: {survey}\nReceived: {}\nReceipt: {receipt}\n\n\
             The person was shown where to get urgent help. This message is not monitored; please do not reply.\n",
            raised.strftime("%-d %B %Y at %H:%M")
        ),
    }
}
