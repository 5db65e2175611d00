//! What can be had as a file: the heading to begin with, and the refused lines with their reasons. Neither names anybody.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};

use super::{load, sentence};
use crate::app::App;
use crate::domain::care::import::{Column, Fault, Outcome};
use crate::i18n::Locale;
use crate::store::imports;
use crate::web::problem::Problem;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A byte order mark, from which spreadsheets see that the file is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A file with nothing but the heading.
pub async fn template(_staff: Staff<ManagePeople>) -> Result<HttpResponse, Problem> {
    let heading: Vec<&str> = Column::ALL.iter().map(|column| column.code()).collect();
    csv("people-and-episodes.csv", [heading])
}

/// The refused lines: number, column, code and reason.
pub async fn refused(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let import = load(&app, &staff, &id).await?;
    let refuse = Some(Outcome::Refuse.code());
    let lines = app.store.read("import lines", move |conn| imports::lines(conn, import.id, refuse, 0, i64::MAX)).await?;
    let mut rows = vec![["line", "column", "code", "reason"].map(str::to_owned)];
    for line in lines {
        for fault in Fault::list(line.faults.as_deref().unwrap_or_default()) {
            rows.push(told(&visitor.locale, line.number, fault)?);
        }
    }
    csv("refused-lines.csv", rows)
}

fn told(locale: &Locale, line: i32, fault: Fault) -> Result<[String; 4], Problem> {
    let column = fault.column().map(|column| column.code().to_owned()).unwrap_or_default();
    Ok([line.to_string(), column, fault.code().to_owned(), sentence(locale, fault)?])
}

fn csv<R: AsRef<[u8]>>(name: &str, rows: impl IntoIterator<Item: IntoIterator<Item = R>>) -> Result<HttpResponse, Problem> {
    let mut sheet = csv::Writer::from_writer(MARK.to_vec());
    for row in rows {
        sheet.write_record(row).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    let bytes = sheet.into_inner().map_err(|why| Problem::Internal(why.to_string()))?;
    let name = format!("attachment; filename=\"{name}\"");
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name)).body(bytes))
}
