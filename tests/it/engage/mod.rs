//! Engagement events.

mod answers;
mod apart;
mod by_hand;
mod comments;
mod crowd;
mod framework;
mod join;
mod link;
mod pace;
mod papers;
mod people;
mod planning;
mod questions;
mod results;
mod small_numbers;
mod tablets;
mod themes;

use diesel::prelude::*;
use saywell::secret::token_hash;
use saywell::store::events::Event;
use saywell::store::kiosks;
use saywell::store::schema::events;

use super::support::{App, NOW};

/// An event under way with few questions: three outcomes to choose from, one indicator.
async fn small(app: &App, change: impl FnOnce(&mut Event)) -> Event {
    let few = |event: &mut Event| {
        event.base_survey = None;
        "settled role carers".clone_into(&mut event.outcomes);
        "settled-accommodation".clone_into(&mut event.indicators);
        change(event);
    };
    app.hold_with(few).await
}

/// Calls an event off.
fn call_off(app: &App, event: &Event) {
    let own = events::table.find(event.id);
    let off = |tx: &mut saywell::store::Conn| Ok(diesel::update(own).set(events::called_off_at.eq(NOW.micros())).execute(tx)?);
    app.store().write_now("call off", off).unwrap();
}

/// The number of the tablet with that address.
fn tablet_at(app: &App, address: &str) -> i64 {
    let hash = token_hash(address.strip_prefix("/k/").unwrap());
    app.store().read_now("tablet", |conn| kiosks::by_token_hash(conn, &hash)).unwrap().unwrap().0.id
}
