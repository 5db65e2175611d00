//! Sending the invitations: decided here, once for each person; sent by the outbox.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{at, line};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::engagement::notice::Kind;
use crate::store::event_messages::{self, Order};
use crate::store::events::Event;
use crate::store::{Conn, audit};
use crate::web::engage::own;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// Has everybody invited who may be emailed and was not yet. Nobody is invited to what is over or was called off.
pub async fn send(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, _typed: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if !invites(&app, &event) {
        return Ok(reply::see_other(&at(&event)));
    }
    let (order, secret) = (order(&app, &event), app.secret.clone());
    let line = line(&app, &staff, &event, Action::AttendeesInvited);
    let work = move |tx: &mut Conn| {
        let many = event_messages::decide(tx, &order)?;
        if many > 0 {
            audit::add(tx, &secret, &line.clone().with(format!("invitations:{many}")))?;
        }
        Ok(())
    };
    app.store.write("invite attendees", work).await?;
    Ok(reply::see_other(&format!("{}?done=invited#", at(&event))))
}

/// True while people are invited to the event.
pub fn invites(app: &App, event: &Event) -> bool {
    event.called_off_at.is_none() && app.clock.now().micros() < event.ends_at
}

/// The order for the invitations of an event.
pub fn order(app: &App, event: &Event) -> Order {
    Order::new(event.id, Kind::Invitation, 0, (&app.clock, &app.random))
}
