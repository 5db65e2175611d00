//! Letters to people: how many wait, batches of them to take away as files, and the word that a batch is in the post. Only that
//! word counts as sent: a file can be lost, or never printed. Every file is recorded.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query, block};
use serde::Deserialize;

use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::need::Need;
use crate::messages::Occasion;
use crate::paper::letter::{Letter, letters};
use crate::post::{LetterRow, Unready, file, letter_rows};
use crate::store::{audit, letter_post};
use crate::web::pages::letters::{Batch, Letters};
use crate::web::posted::Posted;
use crate::web::printing::{pdf, resume_address};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The page.
const PAGE: &str = "/provider/letters";

/// The most characters of a batch's number.
const NUMBER: usize = 32;

/// The most letters of one batch.
const MOST: i64 = 2_000;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows how many letters wait, and the batches that are not in the post.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, done: Query<Done>) -> Result<HttpResponse, Problem> {
    let (own, now) = (staff.organisations(), app.clock.now().micros());
    let read = move |conn: &mut _| Ok((letter_post::waiting(conn, &own, now)?, letter_post::batches(conn, &own)?));
    let (waiting, batches) = app.store.read("letters to people", read).await?;
    let batch = |(number, letters): (String, usize)| Batch {
        at: format!("{PAGE}/{number}"),
        letters: i64::try_from(letters).unwrap_or(i64::MAX),
        number,
    };
    let posted = done.done.as_deref() == Some("posted");
    let page = Letters { posted, waiting, batches: batches.into_iter().rev().map(batch).collect() };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Puts the letters that wait into a batch.
pub async fn gather(app: Data<App>, staff: Staff<ManagePeople>, _form: Posted) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    let number = now.zoned(app.clock.zone()).strftime("%Y%m%d-%H%M%S").to_string();
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(&app, Action::LettersGathered).about(format!("letters:{number}"));
    let work = move |tx: &mut _| match letter_post::gather(tx, &own, &number, now.micros(), MOST)? {
        0 => Ok(()),
        many => audit::add(tx, &secret, &event.clone().with(format!("{many} letters"))),
    };
    app.store.write("gather letters", work).await?;
    Ok(reply::see_other(PAGE))
}

/// Sends a batch as a file for an address merge. Who died, declined or answered meanwhile is not in it.
pub async fn take(app: Data<App>, staff: Staff<ManagePeople>, number: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let rows = ready(&app, &staff, &number).await?;
    let bytes = file(&rows).map_err(|why| Problem::Internal(why.to_string()))?;
    let name = format!("attachment; filename=\"letters-{number}.csv\"");
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name)).body(bytes))
}

/// Sends a batch as a document to print, each letter on pages of its own.
pub async fn print(app: Data<App>, staff: Staff<ManagePeople>, number: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let resume = resume_address(&app);
    let all: Vec<Letter> = ready(&app, &staff, &number).await?.into_iter().map(|row| letter(row, &resume)).collect();
    let today = app.clock.today();
    let bytes = block(move || letters(&all, today)).await.map_err(|_| Problem::Busy)?;
    Ok(pdf(&format!("letters-{number}.pdf"), bytes.map_err(|why| Problem::Internal(why.to_string()))?))
}

/// The letters of a batch as they are now, and the word that they are taken away. Asking for a batch that is not there is recorded.
async fn ready(app: &App, staff: &Staff<ManagePeople>, number: &str) -> Result<Vec<LetterRow>, Problem> {
    known(app, staff, number).await?;
    let rows = letter_rows(app, staff.organisations(), number).await.map_err(|why| match why {
        Unready::Store(why) => why.into(),
        Unready::Sealed(why) => Problem::Internal(why.to_string()),
    })?;
    let Some(rows) = rows else { return Err(staff.refused(app, &format!("letters:{number}")).await) };
    if rows.is_empty() {
        // None of them is to go out any more: the page shows what is left.
        return Err(Problem::Elsewhere(PAGE.to_owned()));
    }
    let event = staff.event(app, Action::LettersTaken).about(format!("letters:{number}")).with(format!("{} letters", rows.len()));
    staff.record(app, event).await?;
    Ok(rows)
}

/// Refuses what is no number of a batch.
async fn known(app: &App, staff: &Staff<ManagePeople>, number: &str) -> Result<(), Problem> {
    let is_number = number.len() <= NUMBER && number.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if is_number { Ok(()) } else { Err(staff.refused(app, "page:/provider/letters/{batch}").await) }
}

/// Lines of an address beside the name and the postcode: what is more goes into the last.
const LINES: usize = 5;

fn letter(row: LetterRow, resume: &str) -> Letter {
    let (record, asking) = (&row.outgoing.record, row.outgoing.asking);
    let mut address = vec![record.name()];
    address.extend(record.address.iter().take(LINES - 1).cloned());
    let last = record.address.get(LINES - 1..).unwrap_or_default().join(", ");
    address.extend([last, record.postcode.clone().unwrap_or_default()]);
    address.retain(|line| !line.trim().is_empty());
    Letter {
        locale: row.outgoing.locale,
        large: row.needs.contains(&Need::LargePrint),
        address,
        name: asking.name,
        organisation: asking.organisation,
        contact: asking.contact,
        link: asking.link,
        code: asking.code,
        resume: resume.to_owned(),
        until: asking.until,
        is_reminder: row.outgoing.occasion == Occasion::Reminder,
    }
}

/// Notes that a batch is in the post.
pub async fn post(app: Data<App>, staff: Staff<ManagePeople>, number: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    known(&app, &staff, &number).await?;
    let (own, secret, now) = (staff.organisations(), app.secret.clone(), app.clock.now().micros());
    let event = staff.event(&app, Action::LettersPosted).about(format!("letters:{number}"));
    let batch = number.clone();
    let work = move |tx: &mut _| {
        let many = letter_post::posted(tx, &own, &batch, now)?;
        if many > 0 {
            audit::add(tx, &secret, &event.clone().with(format!("{many} letters")))?;
        }
        Ok(many)
    };
    match app.store.write("post letters", work).await? {
        0 => Err(staff.refused(&app, &format!("letters:{number}")).await),
        _ => Ok(reply::see_other(&format!("{PAGE}?done=posted#"))),
    }
}
