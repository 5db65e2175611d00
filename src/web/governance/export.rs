//! Lines of the audit trail as a file. It asks for a reason, for who they are once more, and is recorded before it is sent.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

use super::names;
use super::search::Search;
use super::trail::{Found, Shown, again, find};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::audit;
use crate::store::trail::Part;
use crate::store::trail::Wanted;
use crate::trail::Sheet;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::right::ReadAudit;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most lines of one file; for more there is the command line.
const MOST: usize = 50_000;

/// The fewest and the most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 5..=500;

/// Sends what a search finds, newest line first.
pub async fn csv(app: Data<App>, visitor: Visitor, staff: Staff<ReadAudit>, fields: Posted) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, "/governance/audit")?;
    let (search, reason) = (Search::typed(&fields), fields.first("reason").trim().to_owned());
    let (wanted, mut wrong) = match search.wanted(app.clock.zone()) {
        Ok(wanted) => (wanted, Vec::new()),
        Err(wrong) => (Wanted::default(), wrong),
    };
    if !REASON.contains(&reason.chars().count()) {
        wrong.push(("reason", "audit-reason-missing"));
    }
    let mut found = Found::default();
    if wrong.is_empty() {
        let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
        found = find(&app, &staff, Some(wanted), Part { before: None, most }).await?;
        if found.lines.len() > MOST {
            wrong.push(("from", "audit-too-many"));
        }
    }
    if !wrong.is_empty() {
        return again(&app, &visitor, &staff, Shown { search, is_search: true, reason, wrong: &wrong }).await;
    }
    let detail = format!("{}; {} lines", search.used(), found.lines.len());
    let (event, secret) = (staff.event(&app, Action::AuditExported).because(reason).with(detail), app.secret.clone());
    app.store.write("audit export", move |tx| audit::add(tx, &secret, &event)).await?;
    file(&app, &found)
}

fn file(app: &App, found: &Found) -> Result<HttpResponse, Problem> {
    let names = names(&found.organisations);
    let mut sheet = Sheet::new(Vec::new(), &names);
    sheet.add(&found.lines).map_err(|why| Problem::Internal(why.to_string()))?;
    let bytes = sheet.end().map_err(|why| Problem::Internal(why.to_string()))?;
    let name = format!("attachment; filename=\"audit-{}.csv\"", app.clock.today());
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name)).body(bytes))
}
