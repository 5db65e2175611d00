//! At the door: one press for each who comes, and whoever comes without being on the list. No address is shown here: the page
//! stands open where people pass by.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::list::called;
use super::{Expected, at, everybody, fields, find, first_of, keep, line, once, sealed};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::guest::{Fault, Guest, GuestFields};
use crate::i18n::{Locale, MissingMessage};
use crate::store::attendees::{self, Attendee};
use crate::store::events::Event;
use crate::store::{Conn, audit};
use crate::web::engage::own;
use crate::web::form::Fields;
use crate::web::pages::attendees::{AtDoor, Door};
use crate::web::pages::form::{Field, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows everybody with a button each.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let page = page(&app, &visitor, &staff, &event, (&Fields::default(), &[])).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Notes that somebody came, or that they did not after all.
pub async fn tick(
    app: Data<App>,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &path.0).await?;
    let one = find(&app, &staff, &event, &path.1).await?;
    let came = typed.first("came") != "no";
    let said = if came { "came" } else { "did not come" };
    let line = line(&app, &staff, &event, Action::AttendanceNoted).with(format!("attendee:{} {said}", one.row.id.0));
    let (own, id, secret) = (event.id, one.row.id, app.secret.clone());
    let at_door = came.then(|| app.clock.now().micros());
    let work = move |tx: &mut Conn| {
        attendees::came(tx, own, id, at_door)?;
        audit::add(tx, &secret, &line)
    };
    app.store.write("attendee came", work).await?;
    Ok(reply::see_other(&format!("{}/door#a{}", at(&event), id.0)))
}

/// Adds somebody who came without being on the list. They need not say who they are.
pub async fn walk_in(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    match read(&typed) {
        Ok(guest) => {
            let rows = sealed(&app, &staff, &event, (&[guest], first_of(&app, &typed))).await?;
            let now = Some(app.clock.now().micros());
            let rows: Vec<Attendee> = rows.into_iter().map(|row| Attendee { came_at: now, ..row }).collect();
            let there = rows.first().map(|row| row.id.0).unwrap_or_default();
            let line = line(&app, &staff, &event, Action::AttendeeAdded).with(format!("attendee:{there} came"));
            // Without an address nobody is there twice.
            let _ = keep(&app, &event, rows, line).await?;
            Ok(reply::see_other(&format!("{}/door#a{there}", at(&event))))
        }
        Err(faults) => {
            let page = page(&app, &visitor, &staff, &event, (&typed, &faults)).await?;
            reply::staff_again(&app, &visitor, &page, &staff)
        }
    }
}

/// Who came; no name is no fault here.
fn read(typed: &Fields) -> Result<Guest, Vec<Fault>> {
    let is_nameless = typed.first("name").trim().is_empty();
    let name = if is_nameless { "A" } else { typed.first("name") }.to_owned();
    let fields = GuestFields { name, part: typed.first("part").to_owned(), ..GuestFields::default() };
    let mut guest = fields.read()?;
    if is_nameless {
        guest.contact.name.clear();
    }
    Ok(guest)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ManageEvents>,
    event: &Event,
    (typed, faults): (&Fields, &[Fault]),
) -> Result<Door, Problem> {
    let (own, secret, line) = (event.id, app.secret.clone(), line(app, staff, event, Action::AttendeesListed).with("door"));
    let load = move |tx: &mut Conn| {
        audit::add(tx, &secret, &line)?;
        attendees::of_event(tx, own)
    };
    let all = everybody(app, app.store.write("attendees", load).await?)?;
    let locale = &visitor.locale;
    let came = all.iter().filter(|one| one.row.came_at.is_some()).count();
    Ok(Door {
        event: event.title.clone(),
        at: at(event),
        came: locale.whole(i64::try_from(came).unwrap_or(i64::MAX)),
        expected: locale.whole(i64::try_from(all.len()).unwrap_or(i64::MAX)),
        errors: errors(locale, faults)?,
        name: typed.first("name").to_owned(),
        once: once(app),
        part: Field::new(
            "part",
            locale.t("attendees-part", &[])?,
            Input::Select { options: Field::options("part", fields::parts(locale)?, typed.first("part")) },
        ),
        people: all.iter().map(|one| at_door(locale, one)).collect::<Result<_, _>>()?,
    })
}

fn errors(locale: &Locale, faults: &[Fault]) -> Result<Vec<FieldError>, MissingMessage> {
    faults.iter().map(|fault| Ok(FieldError::new(fault.field(), fields::sentence(locale, *fault)?))).collect()
}

fn at_door(locale: &Locale, one: &Expected) -> Result<AtDoor, MissingMessage> {
    let needs = one.contact.needs.iter().map(|need| locale.t(&format!("register-need-{}", need.code()), &[]));
    let mut needs = needs.collect::<Result<Vec<_>, _>>()?;
    needs.extend(Some(one.contact.other_needs.clone()).filter(|other| !other.is_empty()));
    Ok(AtDoor { id: one.row.id.0.to_string(), name: called(locale, one)?, needs, has_come: one.row.came_at.is_some() })
}
