//! Takes out what has run out: drafts, because an unfinished answer is not kept longer than the person was told; sessions,
//! links, throttles and devices of staff.

use crate::app::App;
use crate::domain::access::KNOWN_DAYS;
use crate::store;

/// Takes out what has run out, some at a time.
pub async fn sweep(app: &App) -> store::Result<()> {
    let now = app.clock.now().micros();
    let drafts = app.store.write("sweep drafts", move |tx| store::responses::sweep(tx, now)).await?;
    let sessions = app.store.write("sweep sessions", move |tx| store::sessions::sweep(tx, now)).await?;
    let links = app.store.write("sweep links", move |tx| store::one_time_links::sweep(tx, now)).await?;
    let throttles = app.store.write("sweep throttles", move |tx| store::throttles::sweep(tx, now)).await?;
    let unseen_since = app.clock.now().plus_days(-KNOWN_DAYS).micros();
    let devices = app.store.write("sweep devices", move |tx| store::known_devices::sweep(tx, unseen_since)).await?;
    if drafts + sessions + links + throttles + devices > 0 {
        tracing::info!(drafts, sessions, links, throttles, devices, "cleared away what had run out");
    }
    Ok(())
}
