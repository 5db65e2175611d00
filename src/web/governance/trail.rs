//! The audit trail, newest line first: all of it, or what a search finds.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::search::Search;
use super::{action, moment, names, organisation, within_reach};
use crate::app::App;
use crate::domain::access::{Action, Reach};
use crate::store::audit::{self, Line};
use crate::store::organisations::Organisation;
use crate::store::trail::{self, Part, Wanted};
use crate::web::pages::governance::{Choice, Row, Trail};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadAudit;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Lines on a page.
const PAGE: i64 = 50;

/// Where in the trail a page begins.
#[derive(Debug, Deserialize)]
pub struct Start {
    before: Option<i64>,
}

/// What was found, and what the form needs to be shown with it.
#[derive(Default)]
pub struct Found {
    pub lines: Vec<Line>,
    pub reach: Reach,
    pub organisations: Vec<Organisation>,
}

/// What a page shows besides what was found.
#[derive(Default)]
pub struct Shown<'a> {
    pub search: Search,
    pub is_search: bool,
    pub reason: String,
    /// Wrong fields, each with the key of its sentence.
    pub wrong: &'a [(&'static str, &'static str)],
}

/// Shows the trail.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ReadAudit>, start: Query<Start>) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, Some(Wanted::default()), Part { before: start.before, most: PAGE + 1 }).await?;
    let page = page(&app, &visitor, found, Shown::default())?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Searches it. The search is recorded, without what was typed.
pub async fn search(app: Data<App>, visitor: Visitor, staff: Staff<ReadAudit>, fields: Posted) -> Result<HttpResponse, Problem> {
    let search = Search::typed(&fields);
    let wanted = match search.wanted(app.clock.zone()) {
        Ok(wanted) => wanted,
        Err(wrong) => return again(&app, &visitor, &staff, Shown { search, is_search: true, wrong: &wrong, ..Shown::default() }).await,
    };
    let before = fields.first("before").parse().ok();
    let (event, secret) = (staff.event(&app, Action::AuditSearched).with(search.used()), app.secret.clone());
    app.store.write("audit search", move |tx| audit::add(tx, &secret, &event)).await?;
    let found = find(&app, &staff, Some(wanted), Part { before, most: PAGE + 1 }).await?;
    let page = page(&app, &visitor, found, Shown { search, is_search: true, ..Shown::default() })?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The form again, with what is wrong in it.
pub async fn again(app: &App, visitor: &Visitor, staff: &Staff<ReadAudit>, shown: Shown<'_>) -> Result<HttpResponse, Problem> {
    let found = find(app, staff, None, Part { before: None, most: 0 }).await?;
    reply::staff_again(app, visitor, &page(app, visitor, found, shown)?, staff)
}

/// Finds lines that somebody may see; none without a search. A search for an organisation out of reach is refused.
pub async fn find(app: &App, staff: &Staff<ReadAudit>, wanted: Option<Wanted>, part: Part) -> Result<Found, Problem> {
    let (held, organisation) = (staff.organisations(), wanted.as_ref().and_then(|wanted| wanted.organisation));
    let find = move |conn: &mut _| {
        let (reach, organisations) = within_reach(conn, &held)?;
        let lines = wanted.map(|wanted| trail::search(conn, &wanted, &reach, part)).transpose()?.unwrap_or_default();
        Ok(Found { lines, reach, organisations })
    };
    let found = app.store.read("search trail", find).await?;
    match organisation {
        Some(id) if !found.reach.reaches(id) => Err(staff.refused(app, &format!("organisation:{id}")).await),
        _ => Ok(found),
    }
}

fn page(app: &App, visitor: &Visitor, found: Found, shown: Shown<'_>) -> Result<Trail, Problem> {
    let Shown { search, is_search, reason, wrong } = shown;
    let (locale, page) = (&visitor.locale, usize::try_from(PAGE).unwrap_or_default());
    let names = names(&found.organisations);
    let row = |line: &Line| {
        Ok(Row {
            at: moment(app, locale, line.at),
            href: format!("/governance/audit/{}", line.number),
            who: line.actor.clone(),
            organisation: organisation(&names, line),
            action: action(locale, &line.action)?,
            subject: line.subject.clone(),
            reason: line.reason.clone(),
            network: line.network.clone(),
        })
    };
    let is_more = found.lines.len() > page;
    let lines: Vec<Row> = found.lines.iter().take(page).map(row).collect::<Result<_, Problem>>()?;
    let last = found.lines.get(page - 1).filter(|_| is_more).map(|line| line.number.to_string());
    let error = |(field, key): &(&str, &str)| Ok(FieldError::new(*field, locale.t(key, &[])?));
    Ok(Trail {
        actions: actions(visitor, &search.action)?,
        organisations: organisations(&found.organisations, &search.organisation),
        hidden: search.hidden(),
        who: search.who,
        subject: search.subject,
        from: search.from,
        to: search.to,
        is_search,
        reason,
        lines,
        earlier: last,
        errors: wrong.iter().map(error).collect::<Result<_, Problem>>()?,
    })
}

/// Every action in words, in their alphabetical order.
fn actions(visitor: &Visitor, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let choice = |action: &Action| {
        let code = action.code();
        Ok(Choice { value: code.to_owned(), label: super::action(&visitor.locale, code)?, is_chosen: code == chosen })
    };
    let mut all: Vec<Choice> = Action::ALL.iter().map(choice).collect::<Result<_, Problem>>()?;
    all.sort_by_key(|choice| choice.label.to_lowercase());
    Ok(all)
}

fn organisations(reached: &[Organisation], chosen: &str) -> Vec<Choice> {
    let choice = |organisation: &Organisation| {
        let value = organisation.id.0.to_string();
        Choice { label: organisation.name.clone(), is_chosen: value == chosen, value }
    };
    reached.iter().map(choice).collect()
}
