//! Removing the second factors of somebody who has lost theirs. They get a new link and are told what was done, so that nobody
//! can do it behind their back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::Faults;
use super::fields::Why;
use super::invite::Invitation;
use super::{Subject, typed};
use crate::app::App;
use crate::domain::access::Action;
use crate::messages::{Change, Notice};
use crate::store::staff::State;
use crate::store::{Conn, audit, letters, staff as rows};
use crate::web::letter::{letter, moment};
use crate::web::pages::admin::{Handover, May};
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
    staff.fresh(&app, &format!("{}/factors", subject.at()))?;
    reply::staff_page(&app, &visitor, &form(&visitor, &subject, "", &Faults::default())?, &staff)
}

/// Removes them.
pub async fn reset(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &[May::Everything]).await?;
    staff.fresh(&app, &format!("{}/factors", subject.at()))?;
    let reason = match typed::reason(typed.first("reason")) {
        Ok(reason) => reason,
        Err(fault) => {
            let page = form(&visitor, &subject, typed.first("reason"), &Faults::one("reason", fault))?;
            return reply::staff_again(&app, &visitor, &page, &staff);
        }
    };
    if subject.entry.state() != State::Active {
        return Ok(reply::see_other(&subject.at()));
    }
    match remove(&app, &staff, &subject, reason).await? {
        Some(handover) => reply::staff_page(&app, &visitor, &handover, &staff),
        None => Ok(reply::see_other(&subject.done("reset"))),
    }
}

async fn remove(app: &App, staff: &Staff<ManageAccounts>, subject: &Subject, reason: String) -> Result<Option<Handover>, Problem> {
    let account = &subject.entry.account;
    let invitation = Invitation::to(app, account)?;
    let handover = invitation.to_hand_over(account);
    let notice = Notice::Changed { name: account.name.clone(), what: Change::FactorsReset, at: moment(app) };
    let told = letter(app, account, &notice)?;
    let event = subject.event(app, staff, Action::FactorsReset).because(reason);
    let (id, secret) = (account.id, app.secret.clone());
    let work = move |tx: &mut Conn| {
        rows::forget_factors(tx, id)?;
        invitation.keep(tx)?;
        told.iter().try_for_each(|letter| letters::add(tx, letter))?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("reset factors", work).await?;
    Ok(handover)
}

fn form(visitor: &Visitor, subject: &Subject, reason: &str, faults: &Faults) -> Result<Form, Problem> {
    let (about, at) = (&subject.entry.account.name, subject.at());
    let why = Why { what: "factors", about, at: &at, action: format!("{at}/factors"), arguments: Vec::new() };
    Ok(why.form(&visitor.locale, reason, faults)?)
}
