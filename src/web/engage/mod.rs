//! Engagement events, for those who hold them: planning, asking people to them, reading what was said, and answering back.

pub mod agreement;
mod agreement_shown;
pub mod coding;
mod coding_kept;
mod coding_shown;
mod coding_typed;
pub mod comments;
mod desk;
pub mod edit;
mod form;
pub mod hand;
mod keep;
pub mod list;
pub mod live;
pub mod new;
mod offered;
pub mod one;
mod paper_desk;
pub mod papers;
mod parts;
pub mod people;
pub mod print;
pub mod print_form;
pub mod released;
pub mod results;
mod said;
pub mod settle;
pub mod stop;
pub mod tablets;
pub mod theme_ends;
mod theme_fields;
pub mod themes;
mod typed;
mod words;

pub mod answers;

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
