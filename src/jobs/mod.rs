//! Work that no request waits for: asking whoever is due, sending letters and messages, telling a team of alerts, bringing in
//! files, making board packs, keeping the rules of retention, and clearing away what has run out.

mod alerts;
pub mod asking;
mod events;
mod imports;
mod letters;
mod messages;
mod packs;
mod retention;
mod sweep;

use std::future::Future;
use std::time::Duration;

use tokio::sync::Notify;

use crate::app::App;
use crate::store;
pub use packs::KEPT_DAYS as PACKS_KEPT_DAYS;
pub use retention::keep_the_rules;

/// How often each job looks for work.
const EVERY: Duration = Duration::from_secs(15);

/// Does the jobs until the program ends. A job that fails is logged and tried again at the next turn. Alerts, letters, messages,
/// emails about events and files have turns of their own: a mail server that is slow to answer, a long file, or a county that is asked on one day
/// holds up no alert.
pub async fn run(app: App) {
    let asked = Notify::new();
    tokio::join!(
        watch(&app),
        rounds(&app, &asked),
        deliveries(&app),
        handovers(&app, &asked),
        correspondence(&app),
        intake(&app),
        counting(&app),
        packing(&app),
    );
}

/// One turn of every job.
pub async fn turn(app: &App) {
    tell(app).await;
    round(app).await;
    delivery(app).await;
    handover(app).await;
    write_about_events(app).await;
    bring_in(app).await;
    count(app).await;
    pack(app).await;
}

async fn watch(app: &App) {
    loop {
        tell(app).await;
        tokio::time::sleep(EVERY).await;
    }
}

async fn rounds(app: &App, asked: &Notify) {
    loop {
        round(app).await;
        asked.notify_one();
        tokio::time::sleep(EVERY).await;
    }
}

/// Looks at once when the bell rings: somebody waits for their letter.
async fn deliveries(app: &App) {
    loop {
        delivery(app).await;
        pause(&app.post).await;
    }
}

/// Looks at once when somebody may have been asked.
async fn handovers(app: &App, asked: &Notify) {
    loop {
        handover(app).await;
        pause(asked).await;
    }
}

/// Whatever is sent about events goes by itself: a county that is asked on one day holds up no invitation.
async fn correspondence(app: &App) {
    loop {
        write_about_events(app).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// Looks at once when the bell rings: somebody waits for their file.
async fn intake(app: &App) {
    loop {
        bring_in(app).await;
        pause(&app.files).await;
    }
}

/// Counting all that was ever answered takes its time, and holds up nothing else.
async fn counting(app: &App) {
    loop {
        count(app).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// Looks at once when the bell rings: somebody waits for their board pack.
async fn packing(app: &App) {
    loop {
        pack(app).await;
        pause(&app.packs).await;
    }
}

/// Waits for the bell, but not for ever.
async fn pause(bell: &Notify) {
    let _ = tokio::time::timeout(EVERY, bell.notified()).await;
}

async fn tell(app: &App) {
    attempt("the team of an alert could not be told", Box::pin(alerts::tell(app))).await;
}

async fn round(app: &App) {
    attempt("whoever is due could not be asked", Box::pin(asking::turn(app))).await;
    attempt("what is due for release could not be released", Box::pin(release(app))).await;
    attempt("the rules of retention could not be carried out", Box::pin(keep_the_rules(app))).await;
    attempt("what has run out could not be cleared away", Box::pin(sweep::sweep(app))).await;
}

async fn release(app: &App) -> store::Result<()> {
    app.release_when_due().await.map(|_| ())
}

async fn delivery(app: &App) {
    attempt("letters that wait could not be sent", Box::pin(letters::send(app))).await;
}

async fn handover(app: &App) {
    attempt("messages that wait could not be sent", Box::pin(messages::send(app))).await;
}

async fn write_about_events(app: &App) {
    attempt("what follows an event could not be decided", Box::pin(events::follow(app))).await;
    attempt("emails about events could not be sent", Box::pin(events::send(app))).await;
}

async fn bring_in(app: &App) {
    attempt("a file could not be worked on; it will be tried again", Box::pin(imports::work(app))).await;
}

async fn count(app: &App) {
    attempt("a definition could not be counted; it will be tried again", Box::pin(app.count_definitions())).await;
}

async fn pack(app: &App) {
    attempt("a board pack could not be made; it will be tried again", Box::pin(packs::make(app))).await;
}

async fn attempt(failure: &'static str, work: impl Future<Output = store::Result<()>>) {
    if let Err(why) = work.await {
        tracing::warn!(%why, "{failure}");
    }
}
