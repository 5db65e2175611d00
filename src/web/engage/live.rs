//! How many answers there are while an event runs, in large type, to be shown on a wall. It looks again by itself; whoever reads it
//! with a keyboard or a screen reader can stop that.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::{own, words};
use crate::app::App;
use crate::domain::engagement::State;
use crate::store::Conn;
use crate::store::event_changes;
use crate::web::pages::engage::Live;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::{Staff, UNATTENDED};
use crate::web::visitor::Visitor;

/// Looks again after so many seconds.
const SECONDS: u32 = 15;

/// Whether it is to stand still.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    still: Option<String>,
}

/// Shows it. That it looks again by itself does not keep the session of whoever left it open from going idle.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let (now, survey) = (app.clock.now(), event.survey_id);
    let count = app.store.read("answers of event", move |conn: &mut Conn| event_changes::count(conn, survey, now.micros())).await?;
    let is_open = event.state(now.micros()) == State::Open;
    let at = format!("{}/live", words::at(&event));
    let page = Live {
        title: event.title.clone(),
        back: words::at(&event),
        is_open,
        sent: count.sent,
        number: visitor.locale.whole(count.sent),
        begun: count.begun,
        code: words::code(&event),
        address: words::short_address(&app),
        time: now.zoned(app.clock.zone()).strftime("%H:%M:%S").to_string(),
        refreshes: (is_open && wanted.still.is_none()).then_some(SECONDS),
        on: at.clone(),
        still: format!("{at}?still=yes"),
    };
    let mut answer = reply::staff_page(&app, &visitor, &page, &staff)?;
    if let Some(seconds) = page.refreshes {
        reply::refresh(&mut answer, seconds, &format!("{at}?{UNATTENDED}"))?;
    }
    Ok(answer)
}
