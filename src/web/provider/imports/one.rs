//! One file: how far it is, what becomes of its lines, and what is to be done with it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::{at, load, moment, sentence};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::import::{self, Fault, Outcome, Status};
use crate::i18n::{Locale, MissingMessage};
use crate::importing;
use crate::store::imports::{self, Import, Line};
use crate::web::pages::imports::{FaultRow, ImportPage, LineRow};
use crate::web::pages::part::{Choice, FieldError};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many lines a page lists.
const PAGE: usize = 100;

/// Which of the lines.
#[derive(Debug, Default, Deserialize)]
pub struct Part {
    outcome: Option<String>,
    /// The last line of the page before.
    after: Option<i32>,
}

/// Shows a file.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    id: Path<String>,
    part: Query<Part>,
) -> Result<HttpResponse, Problem> {
    let import = load(&app, &staff, &id).await?;
    let outcome = match part.outcome.as_deref() {
        None | Some("") => None,
        Some(code) => Some(Outcome::from_code(code).ok_or(Problem::NotFound)?),
    };
    let page = page(&app, &visitor.locale, &import, (outcome, part.after.unwrap_or(0)), Vec::new()).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Brings in what was looked at, as it was chosen.
pub async fn begin(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    id: Path<String>,
    form: Posted,
) -> Result<HttpResponse, Problem> {
    let import = load(&app, &staff, &id).await?;
    let Some(choice) = import::Choice::from_code(form.first("choice")) else {
        let error = FieldError::new("choice", visitor.locale.t("imports-choice-missing", &[])?);
        let page = page(&app, &visitor.locale, &import, (None, 0), vec![error]).await?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    };
    // Where it is not waiting for a choice any more, the page says how far it is.
    if importing::begin(&app, &import, choice, staff.event(&app, Action::ImportBegun)).await? {
        app.files.notify_one();
    }
    Ok(reply::see_other(&at(&import)))
}

/// Takes a file away that was not brought in.
pub async fn remove(app: Data<App>, staff: Staff<ManagePeople>, id: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let import = load(&app, &staff, &id).await?;
    importing::drop_file(&app, &import, staff.event(&app, Action::ImportDropped)).await?;
    Ok(reply::see_other(&at(&import)))
}

async fn page(
    app: &App,
    locale: &Locale,
    import: &Import,
    (outcome, after): (Option<Outcome>, i32),
    errors: Vec<FieldError>,
) -> Result<ImportPage, Problem> {
    let (id, code, most) = (import.id, outcome.map(Outcome::code), i64::try_from(PAGE + 1).unwrap_or(i64::MAX));
    let mut lines = app.store.read("import lines", move |conn| imports::lines(conn, id, code, after, most)).await?;
    let is_more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let query = outcome.map(|outcome| format!("outcome={}&", outcome.code())).unwrap_or_default();
    let status = Status::from_code(&import.status);
    let is_under_way = matches!(status, Some(Status::Checking | Status::Running));
    Ok(ImportPage {
        at: at(import),
        name: import.name.clone(),
        sent: moment(app, locale, import.created_at),
        status: import.status.clone(),
        lines: locale.whole(import.lines),
        progress: is_under_way.then_some((import.done, import.lines)),
        done: locale.whole(import.done),
        added: locale.whole(import.added),
        changed: locale.whole(import.changed),
        unchanged: locale.whole(import.unchanged),
        refused: locale.whole(import.refused),
        may_be_brought_in: status == Some(Status::Checked) && import.refused < import.lines,
        has_refused: import.refused > 0,
        ignored: importing::ignored(app, import).await?,
        filters: filters(locale, import, outcome)?,
        rows: lines.iter().map(|line| row(locale, line)).collect::<Result<_, MissingMessage>>()?,
        next: lines.last().filter(|_| is_more).map(|last| format!("{}?{query}after={}", at(import), last.number)),
        errors,
    })
}

/// The same page for each outcome that lines have.
fn filters(locale: &Locale, import: &Import, chosen: Option<Outcome>) -> Result<Vec<Choice>, MissingMessage> {
    let counted = |outcome: &&Outcome| match outcome {
        Outcome::Add => import.added > 0,
        Outcome::Change => import.changed > 0,
        Outcome::Same => import.unchanged > 0,
        Outcome::Refuse => import.refused > 0,
    };
    let choice = |outcome: &Outcome| {
        let href = format!("{}?outcome={}", at(import), outcome.code());
        Ok(Choice { label: locale.t(&format!("imports-outcome-{}", outcome.code()), &[])?, href, current: chosen == Some(*outcome) })
    };
    let all = Choice { label: locale.t("imports-outcome-all", &[])?, href: at(import), current: chosen.is_none() };
    std::iter::once(Ok(all)).chain(Outcome::ALL.iter().filter(counted).map(choice)).collect()
}

fn row(locale: &Locale, line: &Line) -> Result<LineRow, MissingMessage> {
    let fault =
        |fault: Fault| Ok(FaultRow { column: fault.column().map(|column| column.code().to_owned()), sentence: sentence(locale, fault)? });
    Ok(LineRow {
        number: line.number.to_string(),
        outcome: locale.t(&format!("imports-outcome-{}", line.outcome), &[])?,
        faults: Fault::list(line.faults.as_deref().unwrap_or_default()).into_iter().map(fault).collect::<Result<_, MissingMessage>>()?,
    })
}
