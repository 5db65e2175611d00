//! Deactivating an account, which ends its sessions at once, and activating it again.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::{Fault, Faults};
use super::fields::Why;
use super::{Subject, typed};
use crate::app::App;
use crate::domain::access::{Action, leaves_nobody};
use crate::store::{Conn, audit, staff as rows};
use crate::web::pages::admin::May;
use crate::web::pages::form::Form;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks why.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &[May::Everything]).await?;
    staff.fresh(&app, &format!("{}/deactivate", subject.at()))?;
    reply::staff_page(&app, &visitor, &form(&visitor, &subject, "", &Faults::default())?, &staff)
}

/// Deactivates.
pub async fn deactivate(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &[May::Everything]).await?;
    staff.fresh(&app, &format!("{}/deactivate", subject.at()))?;
    let fault = match typed::reason(typed.first("reason")) {
        Ok(reason) => end(&app, &staff, &subject, reason).await?,
        Err(fault) => Some(fault),
    };
    let Some(fault) = fault else { return Ok(reply::see_other(&subject.done("deactivated"))) };
    let page = form(&visitor, &subject, typed.first("reason"), &Faults::one("reason", fault))?;
    reply::staff_again(&app, &visitor, &page, &staff)
}

/// Deactivates, or says why not.
async fn end(app: &App, staff: &Staff<ManageAccounts>, subject: &Subject, reason: String) -> Result<Option<Fault>, Problem> {
    let (id, now, secret) = (subject.id(), app.clock.now().micros(), app.secret.clone());
    let event = subject.event(app, staff, Action::AccountDeactivated).because(reason);
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        if leaves_nobody(&rows::keepers(tx)?, |(account, _)| *account == id) {
            return Ok(Some(Fault::Last));
        }
        rows::deactivate(tx, id, now)?;
        audit::add(tx, &secret, &event)?;
        Ok(None)
    };
    Ok(app.store.write("deactivate account", work).await?)
}

/// Activates again.
pub async fn activate(app: Data<App>, staff: Staff<ManageAccounts>, id: Path<i64>, _form: Posted) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &[May::Everything]).await?;
    staff.fresh(&app, &subject.at())?;
    let (id, secret) = (subject.id(), app.secret.clone());
    let event = subject.event(&app, &staff, Action::AccountReactivated);
    let work = move |tx: &mut Conn| {
        rows::activate(tx, id)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("activate account", work).await?;
    Ok(reply::see_other(&subject.done("activated")))
}

fn form(visitor: &Visitor, subject: &Subject, reason: &str, faults: &Faults) -> Result<Form, Problem> {
    let (about, at) = (&subject.entry.account.name, subject.at());
    let why = Why { what: "deactivate", about, at: &at, action: format!("{at}/deactivate"), arguments: Vec::new() };
    Ok(why.form(&visitor.locale, reason, faults)?)
}
