//! Every night the rules of retention are carried out: by one process, whichever takes the turn.

use jiff::ToSpan;
use jiff::civil::time;

use crate::app::App;
use crate::clock::Moment;
use crate::store::retention::{Run, sweep_imports, sweep_messages};
use crate::store::{self, retention, turns};

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
    let run = crate::retention::run(app, false).await?;
    sweep(app, "messages", app.retention.short.messages_days, sweep_messages).await?;
    sweep(app, "imports", app.retention.short.imports_days, sweep_imports).await?;
    if run.found > 0 {
        tracing::info!(found = run.found, erased = run.erased, held = run.held, "the rules of retention were carried out");
    }
    let next = tomorrow(app).micros();
    app.store.write("retention turn over", move |tx| turns::give_back(tx, TURN, next)).await
}

/// Takes out what goes by age alone, and writes down how much that was.
async fn sweep(app: &App, purpose: &'static str, days: i64, work: fn(&mut store::Conn, i64) -> store::Result<usize>) -> store::Result<()> {
    let (id, now) = (app.random.id(&app.clock), app.clock.now());
    let before = now.plus_days(-days).micros();
    let swept = move |tx: &mut store::Conn| {
        let many = i64::try_from(work(tx, before)?).unwrap_or(i64::MAX);
        if many == 0 {
            return Ok(());
        }
        let run = Run { id, purpose: purpose.to_owned(), is_dry: false, found: many, erased: many, held: 0, began_at: now.micros() };
        retention::log(tx, &run)
    };
    app.store.write("retention sweep", swept).await
}

/// Three o'clock of the next night, where the service is.
fn tomorrow(app: &App) -> Moment {
    let now = app.clock.now();
    let next = now.zoned(app.clock.zone()).date().checked_add(1.day()).ok();
    let at = next.and_then(|day| day.to_datetime(time(HOUR, 0, 0, 0)).to_zoned(app.clock.zone().clone()).ok());
    at.map_or_else(|| now.plus_days(1), |at| Moment::from_micros(at.timestamp().as_microsecond()))
}
