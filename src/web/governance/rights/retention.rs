//! What the rules of retention say, what they would erase today, and what they did.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::care::retention::RecordRule;
use crate::retention;
use crate::store::retention::{Run, runs};
use crate::web::pages::rights::{Retention, RuleRow, RunRow};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most runs listed.
const MOST: i64 = 60;

/// Shows rules and runs.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>) -> Result<HttpResponse, Problem> {
    let runs = app.store.read("retention runs", |conn| runs(conn, MOST)).await?;
    let page = page(&app, &visitor, &runs)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Counts what the rules would erase today, and erases nothing.
pub async fn try_out(app: Data<App>, staff: Staff<ManageRights>, _form: Posted) -> Result<HttpResponse, Problem> {
    staff.record(&app, staff.event(&app, Action::RetentionTried)).await?;
    retention::run(&app, true).await?;
    Ok(reply::see_other("/governance/retention"))
}

fn page(app: &App, visitor: &Visitor, runs: &[Run]) -> Result<Retention, Problem> {
    let title = |key: &str| {
        let known = app.framework.programmes.iter().find(|programme| programme.key == key);
        known.map_or_else(|| key.to_owned(), |programme| programme.title.clone())
    };
    let rule = |rule: &RecordRule| RuleRow {
        programme: title(&rule.programme),
        closed: visitor.locale.whole(rule.closed_years.into()),
        died: visitor.locale.whole(rule.died_years.into()),
    };
    let run = |run: &Run| {
        let at = Moment::from_micros(run.began_at).zoned(app.clock.zone());
        Ok(RunRow {
            at: format!("{}, {}", visitor.locale.date(at.date()), at.strftime("%H:%M")),
            purpose: visitor.locale.t(&format!("retention-purpose-{}", run.purpose), &[])?,
            is_dry: run.is_dry,
            found: visitor.locale.whole(run.found),
            erased: visitor.locale.whole(run.erased),
            held: visitor.locale.whole(run.held),
        })
    };
    Ok(Retention {
        version: app.retention.version.clone(),
        rules: app.retention.records.iter().map(rule).collect(),
        runs: runs.iter().map(run).collect::<Result<_, Problem>>()?,
    })
}
