//! Takes out drafts and sessions that have run out: an unfinished answer is not kept longer than the person was told.

use crate::app::App;
use crate::store;

/// Takes out what has run out, some at a time.
pub async fn sweep(app: &App) -> store::Result<()> {
    let now = app.clock.now().micros();
    let drafts = app.store.write("sweep drafts", move |tx| store::responses::sweep(tx, now)).await?;
    let sessions = app.store.write("sweep sessions", move |tx| store::sessions::sweep(tx, now)).await?;
    if drafts + sessions > 0 {
        tracing::info!(drafts, sessions, "cleared away what had run out");
    }
    Ok(())
}
