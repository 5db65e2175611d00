//! Work that no request waits for: asking whoever is due, sending letters, telling a team of alerts, and clearing away what has run out.
//! Work that no request waits for: sending letters and messages, telling a team of alerts, and clearing away what has run out.

mod alerts;
pub mod asking;
mod letters;
mod retention;
mod messages;
mod sweep;

use std::time::Duration;

use crate::app::App;
pub use retention::keep_the_rules;

/// How often each job looks for work.
const EVERY: Duration = Duration::from_secs(15);

/// Does the jobs until the program ends. A job that fails is logged and tried again at the next turn. Letters and
/// messages have turns of their own: a mail server that is slow to answer holds up no alert.
pub async fn run(app: App) {
    tokio::join!(rounds(&app), deliveries(&app), handovers(&app));
}

/// One turn of every job.
pub async fn turn(app: &App) {
    round(app).await;
    delivery(app).await;
    handover(app).await;
}

async fn rounds(app: &App) {
    loop {
        round(app).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// Looks at once when the bell rings: somebody waits for their letter.
async fn deliveries(app: &App) {
    loop {
        delivery(app).await;
        let _ = tokio::time::timeout(EVERY, app.post.notified()).await;
    }
}

async fn handovers(app: &App) {
    loop {
        handover(app).await;
        tokio::time::sleep(EVERY).await;
    }
}

async fn round(app: &App) {
    if let Err(why) = alerts::tell(app).await {
        tracing::warn!(%why, "alerts: the team could not be told");
    }
    if let Err(why) = keep_the_rules(app).await {
        tracing::warn!(%why, "retention: the rules could not be carried out");
    }
    if let Err(why) = asking::turn(app).await {
        tracing::warn!(%why, "schedules: whoever is due could not be asked");
    }
    if let Err(why) = sweep::sweep(app).await {
        tracing::warn!(%why, "sweep: what has run out could not be cleared away");
    }
}

async fn delivery(app: &App) {
    if let Err(why) = letters::send(app).await {
        tracing::warn!(%why, "letters: what waits could not be sent");
    }
}

async fn handover(app: &App) {
    if let Err(why) = messages::send(app).await {
        tracing::warn!(%why, "messages: what is due could not be sent");
    }
}
