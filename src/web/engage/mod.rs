//! Engagement events, for those who hold them: planning, asking people to them, reading what was said, and answering back.

mod paper_desk;
pub mod papers;
pub mod print_form;

pub mod tablets;

use crate::app::App;
use crate::store::Error;
use crate::store::events::{self, Event};
use crate::store::ids::EventId;
use crate::web::problem::Problem;
use crate::web::right::Right;
use crate::web::staff::Staff;

/// The event of the number in an address, held where whoever is signed in has the right. Asking for another is refused, and
/// recorded.
pub async fn own<R: Right>(app: &App, staff: &Staff<R>, number: &str) -> Result<Event, Problem> {
    let Ok(id) = number.parse::<i64>() else { return Err(staff.refused(app, "page:/engage/{id}").await) };
    let held = staff.organisations();
    match app.store.read("own event", move |conn| events::find(conn, EventId(id), &held)).await {
        Ok(event) => Ok(event),
        Err(Error::NotFound) => Err(staff.refused(app, &format!("event:{id}")).await),
        Err(why) => Err(why.into()),
    }
}
