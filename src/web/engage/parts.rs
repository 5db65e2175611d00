//! The ways from an event to everything else there is of it. Each part is one line here; a part is shown to those who may see it.

use crate::domain::access::Permission;
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::Event;
use crate::web::pages::account::Place;
use crate::web::staff::Member;

use super::words;

/// Who may go there, the sentence that names it (and with `-explain`, what it is for), and its address below the event's.
const PARTS: &[(Permission, &str, &str)] = &[
    (Permission::ManageEvents, "engage-way-people", "people"),
    (Permission::ManageEvents, "engage-way-tablets", "tablets"),
    (Permission::ManageEvents, "engage-way-paper", "paper"),
    (Permission::SeeEventFigures, "engage-way-results", "results"),
    (Permission::ReadComments, "staff-place-comments", COMMENTS),
    (Permission::ReadComments, "coding-title", "coding"),
    (Permission::ReadComments, "agreement-title", "agreement"),
    (Permission::ManageEvents, "answered-title", "answers"),
];

/// The comments of every event are in one queue, which can show those of one.
const COMMENTS: &str = "comments";

/// The ways that somebody has from an event.
pub fn of(locale: &Locale, staff: &Member, event: &Event) -> Result<Vec<Place>, MissingMessage> {
    let theirs = PARTS.iter().filter(|(permission, ..)| staff.may(*permission));
    let place = |(_, key, below): &(Permission, &str, &str)| {
        let explain = locale.t(&format!("{key}-explain"), &[])?;
        let href = match *below {
            COMMENTS => format!("/engage/comments?event={}", event.id.0),
            below => format!("{}/{below}", words::at(event)),
        };
        Ok(Place { title: locale.t(key, &[])?, explain, href })
    };
    theirs.map(place).collect()
}
