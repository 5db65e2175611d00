//! Every night the rules of retention are carried out: by one process, whichever takes the turn.

use jiff::ToSpan;
use jiff::civil::time;

use crate::app::App;
use crate::clock::Moment;
use crate::store::{self, turns};

/// What the turn is called.
const TURN: &str = "retention";

/// How long the turn is left to whoever took it.
const LEASE_SECONDS: i64 = 3600;

/// The hour of the night.
const HOUR: i8 = 3;

/// Carries the rules out, if it is time.
pub async fn keep_the_rules(app: &App) -> store::Result<()> {
    let now = app.clock.now();
    let until = now.plus_seconds(LEASE_SECONDS).micros();
    if !app.store.write("retention turn", move |tx| turns::take(tx, TURN, now.micros(), until)).await? {
        return Ok(());
    }
    for run in crate::retention::run(app, false).await?.iter().filter(|run| run.found > 0) {
        let purpose = run.purpose.as_str();
        tracing::info!(purpose, found = run.found, erased = run.erased, held = run.held, "a rule of retention was carried out");
    }
    let next = tomorrow(app).micros();
    app.store.write("retention turn over", move |tx| turns::give_back(tx, TURN, next)).await
}

/// Three o'clock of the next night, where the service is.
fn tomorrow(app: &App) -> Moment {
    let now = app.clock.now();
    let next = now.zoned(app.clock.zone()).date().checked_add(1.day()).ok();
    let at = next.and_then(|day| day.to_datetime(time(HOUR, 0, 0, 0)).to_zoned(app.clock.zone().clone()).ok());
    at.map_or_else(|| now.plus_days(1), |at| Moment::from_micros(at.timestamp().as_microsecond()))
}
