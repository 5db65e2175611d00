//! Works on the files of people and episodes that wait: each is taken by lease, so that several processes share them, and
//! one that ends half-way leaves its file to the others.

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::importing::{Worker, drop_file};
use crate::store::{self, imports};

/// How long a file that was looked at waits to be brought in. Then it is taken away: it holds what names people.
const KEPT_DAYS: i64 = 7;

/// Works on every file that waits.
pub async fn work(app: &App) -> store::Result<()> {
    let now = app.clock.now();
    for import in app.store.read("imports due", move |conn| imports::due(conn, now.micros())).await? {
        // A file that cannot be worked on holds up no other.
        if let Err(why) = to_the_end(app, import.id).await {
            tracing::error!(import = import.id, %why, "a file could not be worked on; it will be tried again");
        }
    }
    let before = now.plus_days(-KEPT_DAYS).micros();
    for import in app.store.read("imports forgotten", move |conn| imports::forgotten(conn, before)).await? {
        let event = Event { actor: "system".to_owned(), ..Event::at_command_line(now.micros(), Action::ImportDropped) };
        drop_file(app, &import, event).await?;
    }
    Ok(())
}

async fn to_the_end(app: &App, id: i64) -> store::Result<()> {
    let Some(mut worker) = Worker::take(app, id).await? else { return Ok(()) };
    while worker.step().await? {}
    Ok(())
}
