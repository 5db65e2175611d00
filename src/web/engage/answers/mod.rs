//! "You said, we did" of an event, for those who hold it: what was heard, what is done about it, by whom and by when, and what
//! cannot be done and why. It is written here, looked at as a whole, and published as it stands then.

pub mod form;
pub mod list;
pub mod order;
pub mod publish;

use crate::app::App;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::answer_back::Told;
use crate::store::answers_back::{self, Row};
use crate::store::events::Event;
use crate::store::themes::{self, Theme};
use crate::store::{self, Conn};
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// The address of an event.
fn at(event: &Event) -> String {
    format!("/engage/{}", event.id.0)
}

/// A line of the audit trail about an event.
fn line(app: &App, staff: &Staff<ManageEvents>, event: &Event, action: Action) -> Line {
    staff.event(app, action).about(format!("event:{}", event.id.0)).within(event.organisation_id.0)
}

/// Everything that is written of an event, each with the title of its theme.
fn written(conn: &mut Conn, event: &Event) -> store::Result<Vec<(Row, Told)>> {
    let themes: Vec<Theme> = themes::of_organisation(conn, event.organisation_id)?;
    let told = |row: Row| {
        let theme = themes.iter().find(|one| Some(one.id) == row.theme_id).map(|one| one.title.clone());
        let told = Told { id: row.id, theme, answer: row.answer()? };
        Ok((row, told))
    };
    answers_back::list(conn, event.id)?.into_iter().map(told).collect()
}
