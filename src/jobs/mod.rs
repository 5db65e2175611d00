//! Work that no request waits for: telling a team of alerts, and clearing away what has run out.

mod alerts;
mod sweep;

use std::time::Duration;

use crate::app::App;

/// How often each job looks for work.
const EVERY: Duration = Duration::from_secs(15);

/// Does the jobs until the program ends. A job that fails is logged and tried again at the next turn.
pub async fn run(app: App) {
    loop {
        turn(&app).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// One turn of every job.
pub async fn turn(app: &App) {
    if let Err(why) = alerts::tell(app).await {
        tracing::warn!(%why, "alerts: the team could not be told");
    }
    if let Err(why) = sweep::sweep(app).await {
        tracing::warn!(%why, "sweep: what has run out could not be cleared away");
    }
}
