//! Makes board packs that were asked for: each is taken by lease, so that several processes share them, and one that ends half-way
//! leaves its pack to the others. They are made of released figures and nothing else, and kept for a day.

use data_encoding::BASE64;

use crate::app::App;
use crate::paper::Failure;
use crate::paper::report::{Report, report};
use crate::store::board_packs::{self, Pack};
use crate::store::{self, Conn};
use crate::web::commissioner::pack_pages::Pages;

/// How long making one may take before another process tries.
const LEASE_SECONDS: i64 = 15 * 60;

/// How long a pack is kept.
pub const KEPT_DAYS: i64 = 1;

/// Makes every pack that waits, and takes away those that are old.
pub async fn make(app: &App) -> store::Result<()> {
    let now = app.clock.now();
    let before = now.plus_days(-KEPT_DAYS).micros();
    let due = app.store.read("packs due", move |conn| board_packs::due(conn, now.micros())).await?;
    for pack in due.into_iter().filter(|pack| pack.asked_at >= before) {
        let (id, from, until) = (pack.id, now.micros(), now.plus_seconds(LEASE_SECONDS).micros());
        if app.store.write("claim pack", move |tx| board_packs::claim(tx, id, from, until)).await? {
            finish(app, &pack).await?;
        }
    }
    app.store.write("forget packs", move |tx: &mut Conn| board_packs::forget(tx, before)).await?;
    Ok(())
}

/// Makes one. Where it fails, whoever asked is told, and the log why.
async fn finish(app: &App, pack: &Pack) -> store::Result<()> {
    let file = match made(app, pack).await? {
        Ok(bytes) => Some(BASE64.encode(&bytes)),
        Err(why) => {
            tracing::error!(pack = pack.id, %why, "a board pack could not be made");
            None
        }
    };
    let (id, at) = (pack.id, app.clock.now().micros());
    app.store.write("pack made", move |tx: &mut Conn| board_packs::finish(tx, id, file.as_deref(), at)).await
}

async fn made(app: &App, pack: &Pack) -> store::Result<Result<Vec<u8>, Failure>> {
    let pages = Pages::of(app, pack).await?;
    let indicators = pages.indicators();
    // The cover with the overview, every indicator, and putting them together.
    let steps = indicators.len() + 2;
    let mut topics = Vec::new();
    match pages.cover(&indicators) {
        Ok(cover) => topics.push(cover),
        Err(why) => return Ok(Err(why.into())),
    }
    for indicator in &indicators {
        note(app, pack.id, topics.len(), steps).await?;
        match pages.indicator(indicator) {
            Ok(topic) => topics.push(topic),
            Err(why) => return Ok(Err(why.into())),
        }
    }
    note(app, pack.id, topics.len(), steps).await?;
    let document = match pages.titles() {
        Ok((title, header)) => Report { locale: pages.locale(), title, header, topics, made: app.clock.today() },
        Err(why) => return Ok(Err(why.into())),
    };
    let printed = tokio::task::spawn_blocking(move || report(document)).await;
    Ok(printed.unwrap_or_else(|why| Err(Failure::Unfinished(why.to_string()))))
}

async fn note(app: &App, id: i64, done: usize, steps: usize) -> store::Result<()> {
    let count = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let (done, steps) = (count(done), count(steps));
    app.store.write("pack goes on", move |tx: &mut Conn| board_packs::note(tx, id, done, steps)).await
}
