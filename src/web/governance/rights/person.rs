//! One record with what can be done about it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{Opened, open};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::retention::Kept;
use crate::store::days::date;
use crate::store::holds::{self, Hold};
use crate::store::rights::Request;
use crate::web::pages::rights::{HoldRow, Record, RequestRow};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the record.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    let (organisation, person) = (opened.organisation(), opened.person());
    let holds = app.store.read("holds", move |conn| holds::of_person(conn, organisation, person)).await?;
    let page = page(&app, &visitor, &opened, &holds)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn page(app: &App, visitor: &Visitor, opened: &Opened, holds: &[Hold]) -> Result<Record, Problem> {
    let (record, locale) = (&opened.record, &visitor.locale);
    let whole = |many: usize| locale.whole(i64::try_from(many).unwrap_or(i64::MAX));
    let kept =
        |episode: &crate::store::episodes::Episode| Kept { programme: episode.programme.clone(), closed: episode.closed_day.map(date) };
    let kept: Vec<Kept> = record.episodes.iter().map(kept).collect();
    let over = app.retention.over_on(record.person.died_day.map(date), &kept);
    Ok(Record {
        at: opened.at(),
        number: crate::web::pages::part::grouped(&opened.person().0.to_string()).join(" "),
        name: opened.demographics.as_ref().map(crate::domain::care::demographics::Demographics::name),
        born: (!opened.is_erased()).then(|| locale.date(date(record.person.birth_day))),
        erased: record.person.erased_at.map(|at| day(app, visitor, at)),
        episodes: whole(record.episodes.len()),
        responses: whole(record.responses.len()),
        kept_until: over.map(|over| locale.date(over)),
        is_left_out: record.person.opted_out == Some(true),
        requests: record.requests.iter().map(|one| request(app, visitor, one)).collect::<Result<_, Problem>>()?,
        holds: holds.iter().map(|one| hold(app, visitor, one)).collect(),
        is_held: holds.iter().any(|hold| hold.lifted_at.is_none()),
    })
}

fn day(app: &App, visitor: &Visitor, at: i64) -> String {
    visitor.locale.date(Moment::from_micros(at).date(app.clock.zone()))
}

fn request(app: &App, visitor: &Visitor, one: &Request) -> Result<RequestRow, Problem> {
    let outcome = one.outcome.as_ref().map(|outcome| visitor.locale.t(&format!("rights-outcome-{outcome}"), &[]));
    Ok(RequestRow {
        id: one.id.to_string(),
        kind: visitor.locale.t(&format!("rights-kind-{}", one.kind), &[])?,
        received: visitor.locale.date(date(one.received_day)),
        due: visitor.locale.date(date(one.due_day)),
        is_late: one.done_at.is_none() && date(one.due_day) < app.clock.today(),
        done: one.done_at.map(|at| day(app, visitor, at)),
        outcome: outcome.transpose()?,
    })
}

fn hold(app: &App, visitor: &Visitor, one: &Hold) -> HoldRow {
    HoldRow {
        id: one.id.to_string(),
        reason: one.reason.clone(),
        placed: day(app, visitor, one.placed_at),
        lifted: one.lifted_at.map(|at| day(app, visitor, at)),
    }
}
