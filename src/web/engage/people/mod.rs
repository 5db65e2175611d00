//! Who is expected at an event: entered one by one or from a file, invited, and ticked at the door. Those who left an address
//! to hear what becomes of what they said are no business of whoever keeps this list: they are counted and not shown.

pub mod door;
mod fields;
pub mod import;
pub mod invite;
pub mod list;
pub mod new;
pub mod one;

use crate::app::App;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::attendee::{Contact, Source};
use crate::domain::engagement::guest::Guest;
use crate::keys::Failure;
use crate::store::attendees::{self, Attendee};
use crate::store::error::Constraint;
use crate::store::events::Event;
use crate::store::ids::AttendeeId;
use crate::store::{Conn, Error, audit};
use crate::web::form::Fields;
use crate::web::problem::Problem;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// Somebody who is expected, opened for one page.
struct Expected {
    row: Attendee,
    contact: Contact,
}

/// Somebody with that address is on the list already.
struct AlreadyThere;

/// The address of the list.
fn at(event: &Event) -> String {
    format!("/engage/{}/people", event.id.0)
}

/// A line of the audit trail about the list of an event.
fn line(app: &App, staff: &Staff<ManageEvents>, event: &Event, action: Action) -> Line {
    staff.event(app, action).about(format!("event:{}", event.id.0)).within(event.organisation_id.0)
}

fn opened(app: &App, row: Attendee) -> Result<Expected, Failure> {
    let contact = app.attendees().open(&row)?.unwrap_or_default();
    Ok(Expected { row, contact })
}

/// Everybody who is expected, by name.
fn everybody(app: &App, rows: Vec<Attendee>) -> Result<Vec<Expected>, Failure> {
    let own = rows.into_iter().filter(|row| row.source == Source::Expected.code());
    let mut all = own.map(|row| opened(app, row)).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_key(|one| (one.contact.name.is_empty(), one.contact.name.to_lowercase(), one.row.id));
    Ok(all)
}

/// One who is expected at the event. Asking for another is refused, and recorded.
async fn find(app: &App, staff: &Staff<ManageEvents>, event: &Event, number: &str) -> Result<Expected, Problem> {
    let (own, id) = (event.id, number.parse().map_or(AttendeeId(0), AttendeeId));
    match app.store.read("attendee", move |conn| attendees::find(conn, own, id)).await {
        Ok(row) if row.source == Source::Expected.code() => Ok(opened(app, row)?),
        Ok(_) | Err(Error::NotFound) => Err(staff.refused(app, &format!("attendee:{}", id.0)).await),
        Err(why) => Err(why.into()),
    }
}

/// The name of the field that tells one form from the next: what is sent twice is kept once.
const ONCE: &str = "once";

/// The number that a form about people gives to the first of them.
fn once(app: &App) -> String {
    app.random.timeless_id().to_string()
}

/// The number that the form gave.
fn first_of(app: &App, typed: &Fields) -> i64 {
    typed.first(ONCE).parse().ok().filter(|number| *number > 0).unwrap_or_else(|| app.random.timeless_id())
}

/// Rows for people who are to be on the list, sealed, numbered from the first on. Who left an address keeps their row.
async fn sealed(app: &App, staff: &Staff<ManageEvents>, event: &Event, (guests, first): (&[Guest], i64)) -> Result<Vec<Attendee>, Problem> {
    let hash = |guest: &Guest| guest.contact.email.as_deref().map(|email| app.attendees().email_hash(email));
    let (own, hashes): (_, Vec<String>) = (event.id, guests.iter().filter_map(hash).collect());
    let left = app.store.read("attendees left", move |conn| attendees::left_by(conn, own, &hashes)).await?;
    let row = |(guest, number): (&Guest, i64)| {
        let before = hash(guest).and_then(|hash| left.get(&hash).cloned());
        let new = Attendee { id: AttendeeId(first.saturating_add(number)), event_id: event.id, ..Attendee::default() };
        let before = before.unwrap_or(new);
        let row = Attendee {
            source: Source::Expected.code().to_owned(),
            part: guest.part.map(|part| part.code().to_owned()),
            language: guest.language.to_owned(),
            may_email: guest.may_email || before.may_email,
            added_by: Some(staff.account),
            added_at: app.clock.now().micros(),
            ..before
        };
        Ok::<_, Problem>(app.attendees().seal(row, &guest.contact)?)
    };
    guests.iter().zip(0..).map(row).collect()
}

/// Puts people on the list, all of them or none. Those whose address must not be written to are on it, and are not emailed.
async fn keep(app: &App, event: &Event, rows: Vec<Attendee>, line: Line) -> Result<Result<(), AlreadyThere>, Problem> {
    let (organisation, today, secret) = (event.organisation_id, app.clock.today(), app.secret.clone());
    let work = move |tx: &mut Conn| {
        let mut marked = attendees::marked(tx, &rows, organisation, today)?;
        for left in marked.extract_if(.., |row| row.answered_at.is_some()) {
            attendees::change(tx, &left)?;
        }
        attendees::add(tx, &marked)?;
        audit::add(tx, &secret, &line)
    };
    match app.store.write("add attendees", work).await {
        // The same form, sent twice.
        Err(Error::Taken(Constraint::Other)) => Ok(Ok(())),
        done => there(done),
    }
}

/// What the rule that nobody is on a list twice says.
fn there(done: Result<(), Error>) -> Result<Result<(), AlreadyThere>, Problem> {
    match done {
        Ok(()) => Ok(Ok(())),
        Err(Error::Taken(Constraint::AttendeeEmail)) => Ok(Err(AlreadyThere)),
        Err(why) => Err(why.into()),
    }
}
