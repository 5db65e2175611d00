//! Finding the record of somebody who asks for their rights: by its number, or by NHS number. Names are not searched here:
//! whoever asks says who they are.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::nhs_number::{Fault, NhsNumber};
use crate::store::days::date;
use crate::store::ids::PersonId;
use crate::store::rights::{self, Request};
use crate::store::{self, audit, demographics};
use crate::web::pages::part::FieldError;
use crate::web::pages::rights::{Find, WaitingRow};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most requests listed.
const MOST: i64 = 200;

/// Shows the form, and the requests that wait.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>) -> Result<HttpResponse, Problem> {
    let page = page(&app, &visitor, &staff, String::new(), None).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Leads to the record that was found.
pub async fn search(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>, typed: Posted) -> Result<HttpResponse, Problem> {
    let wanted = typed.first("number").trim().to_owned();
    let fault = match look(&app, &staff, &wanted).await? {
        Ok(person) => return Ok(reply::see_other(&format!("/governance/people/{}", person.0))),
        Err(key) => key,
    };
    let page = page(&app, &visitor, &staff, wanted, Some(fault)).await?;
    reply::staff_again(&app, &visitor, &page, &staff)
}

/// The person, or the key of the sentence that says why there is none.
async fn look(app: &App, staff: &Staff<ManageRights>, wanted: &str) -> Result<Result<PersonId, &'static str>, Problem> {
    let hash = match NhsNumber::parse(wanted) {
        Ok(number) => Some(app.register().nhs_number_hash(number.digits())),
        Err(Fault::CheckDigit | Fault::Repeated) => return Ok(Err("rights-number-wrong")),
        Err(Fault::Length) => None,
    };
    let number: Option<i64> = wanted.split_whitespace().collect::<String>().parse().ok();
    if hash.is_none() && number.is_none() {
        return Ok(Err("rights-number-empty"));
    }
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(app, Action::PeopleListed).about("page:/governance/people");
    let find = move |tx: &mut _| {
        audit::add(tx, &secret, &event)?;
        if let Some(hash) = &hash {
            return Ok(demographics::by_nhs_number(tx, &own, hash)?.first().map(|row| row.person_id));
        }
        let Some(id) = number.map(PersonId) else { return Ok(None) };
        match store::people::organisation_of(tx, id, &own) {
            Ok(_) => Ok(Some(id)),
            Err(store::Error::NotFound) => Ok(None),
            Err(why) => Err(why),
        }
    };
    let found = app.store.write("rights search", find).await?;
    Ok(found.ok_or("rights-nobody"))
}

async fn page(app: &App, visitor: &Visitor, staff: &Staff<ManageRights>, number: String, fault: Option<&str>) -> Result<Find, Problem> {
    let own = staff.organisations();
    let waiting = app.store.read("rights waiting", move |conn| rights::waiting(conn, &own, MOST)).await?;
    let today = app.clock.today();
    let row = |request: &Request| {
        Ok(WaitingRow {
            href: format!("/governance/people/{}", request.person_id.0),
            kind: visitor.locale.t(&format!("rights-kind-{}", request.kind), &[])?,
            received: visitor.locale.date(date(request.received_day)),
            due: visitor.locale.date(date(request.due_day)),
            is_late: date(request.due_day) < today,
        })
    };
    let error = |key: &str| Ok::<_, Problem>(FieldError::new("number", visitor.locale.t(key, &[])?));
    Ok(Find {
        number,
        waiting: waiting.iter().map(row).collect::<Result<_, Problem>>()?,
        errors: fault.map(error).transpose()?.into_iter().collect(),
    })
}
