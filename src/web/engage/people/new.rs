//! Putting somebody on the list.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{AlreadyThere, ONCE, at, fields, first_of, keep, line, once, sealed};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::guest::{Fault, GuestFields};
use crate::store::events::Event;
use crate::web::engage::own;
use crate::web::pages::form::{Back, Form};
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks whom.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    reply::staff_page(&app, &visitor, &form(&app, &visitor, &event, (&GuestFields::default(), &[]))?, &staff)
}

/// Adds them.
pub async fn add(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let said = fields::read(&typed);
    let faults = match said.read() {
        Err(faults) => faults,
        Ok(guest) => {
            let rows = sealed(&app, &staff, &event, (&[guest], first_of(&app, &typed))).await?;
            let about = rows.first().map(|row| format!("attendee:{}", row.id.0)).unwrap_or_default();
            match keep(&app, &event, rows, line(&app, &staff, &event, Action::AttendeeAdded).with(about)).await? {
                Ok(()) => return Ok(reply::see_other(&format!("{}?done=added#", at(&event)))),
                Err(AlreadyThere) => vec![Fault::Expected],
            }
        }
    };
    reply::staff_again(&app, &visitor, &form(&app, &visitor, &event, (&said, &faults))?, &staff)
}

fn form(app: &App, visitor: &Visitor, event: &Event, (said, faults): (&GuestFields, &[Fault])) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    Ok(Form {
        heading: locale.t("attendees-new-heading", &[])?,
        caption: Some(event.title.clone()),
        intro: Vec::new(),
        back: Back { href: at(event), text: locale.t("attendees-heading", &[])? },
        action: format!("{}/new", at(event)),
        hidden: vec![Hidden::new(ONCE, once(app))],
        fields: fields::fields(locale, said, faults)?,
        button: locale.t("attendees-new-button", &[])?,
        warning: false,
    })
}
