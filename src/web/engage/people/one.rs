//! Somebody on the list: put right, or taken off it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{AlreadyThere, Expected, at, fields, find, line, there};
use crate::app::App;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::guest::{Fault, Guest, GuestFields};
use crate::store::attendees::{self, Attendee};
use crate::store::events::Event;
use crate::store::{Conn, audit, event_messages};
use crate::web::engage::own;
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows what is known of them.
pub async fn ask(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (event, one) = load(&app, &staff, &path).await?;
    staff.record(&app, about(&app, &staff, &event, (&one.row, Action::AttendeesListed))).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &event, &one, (&fields::known(&one), &[]))?, &staff)
}

/// Puts it right.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (event, one) = load(&app, &staff, &path).await?;
    let said = fields::read(&typed);
    let faults = match said.read() {
        Err(faults) => faults,
        Ok(guest) => {
            let line = about(&app, &staff, &event, (&one.row, Action::AttendeeChanged));
            match put_right(&app, &event, (&one, &guest), line).await? {
                Ok(()) => return Ok(reply::see_other(&format!("{}?done=changed#", at(&event)))),
                Err(AlreadyThere) => vec![Fault::Expected],
            }
        }
    };
    reply::staff_again(&app, &visitor, &form(&visitor, &event, &one, (&said, &faults))?, &staff)
}

/// Whoever has another address now was sent nothing there, and did not stop it.
async fn put_right(app: &App, event: &Event, (one, guest): (&Expected, &Guest), line: Line) -> Result<Result<(), AlreadyThere>, Problem> {
    let part = guest.part.map(|part| part.code().to_owned());
    let row = Attendee { part, language: guest.language.to_owned(), may_email: guest.may_email, ..one.row.clone() };
    let mut row = app.attendees().seal(row, &guest.contact)?;
    let is_elsewhere = row.email_hash != one.row.email_hash;
    row.stopped_at = row.stopped_at.filter(|_| !is_elsewhere);
    let (organisation, today, secret) = (event.organisation_id, app.clock.today(), app.secret.clone());
    let work = move |tx: &mut Conn| {
        for marked in attendees::marked(tx, std::slice::from_ref(&row), organisation, today)? {
            attendees::change(tx, &marked)?;
        }
        if is_elsewhere {
            event_messages::forget(tx, row.id)?;
        }
        audit::add(tx, &secret, &line)
    };
    there(app.store.write("change attendee", work).await)
}

/// Asks whether they are to be taken off the list.
pub async fn confirm(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (event, one) = load(&app, &staff, &path).await?;
    let locale = &visitor.locale;
    let own = format!("{}/{}", at(&event), one.row.id.0);
    let page = Form {
        heading: locale.t("attendees-remove-heading", &[])?,
        caption: Some(one.contact.name.clone()).filter(|name| !name.is_empty()),
        intro: vec![locale.t("attendees-remove-explain", &[])?],
        back: Back { text: locale.t("back", &[])?, href: own.clone() },
        action: format!("{own}/remove"),
        hidden: Vec::new(),
        fields: Vec::new(),
        button: locale.t("attendees-remove-button", &[])?,
        warning: true,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Takes them off the list, with their address and what was to be sent there.
pub async fn remove(
    app: Data<App>,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    _typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (event, one) = load(&app, &staff, &path).await?;
    let line = about(&app, &staff, &event, (&one.row, Action::AttendeeRemoved));
    let (own, id, secret) = (event.id, one.row.id, app.secret.clone());
    let work = move |tx: &mut Conn| {
        attendees::remove(tx, own, id)?;
        audit::add(tx, &secret, &line)
    };
    app.store.write("remove attendee", work).await?;
    Ok(reply::see_other(&format!("{}?done=removed#", at(&event))))
}

async fn load(app: &App, staff: &Staff<ManageEvents>, path: &(String, String)) -> Result<(Event, Expected), Problem> {
    let event = own(app, staff, &path.0).await?;
    let one = find(app, staff, &event, &path.1).await?;
    Ok((event, one))
}

fn about(app: &App, staff: &Staff<ManageEvents>, event: &Event, (row, action): (&Attendee, Action)) -> Line {
    line(app, staff, event, action).with(format!("attendee:{}", row.id.0))
}

fn form(visitor: &Visitor, event: &Event, one: &Expected, (said, faults): (&GuestFields, &[Fault])) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let own = format!("{}/{}", at(event), one.row.id.0);
    Ok(Form {
        heading: locale.t("attendees-edit-heading", &[])?,
        caption: Some(event.title.clone()),
        intro: Vec::new(),
        back: Back { href: at(event), text: locale.t("attendees-heading", &[])? },
        action: own,
        hidden: Vec::new(),
        fields: fields::fields(locale, said, faults)?,
        button: locale.t("attendees-edit-button", &[])?,
        warning: false,
    })
}
