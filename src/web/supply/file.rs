//! Sending a file of values: what becomes of its lines, and what was brought so far.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::{moment, short, who};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::import::Unreadable;
use crate::domain::indicator::supplied::file::MOST_LINES;
use crate::domain::indicator::supplied::{BadFile, Column, Fault, Judged, Outcome};
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::store::supplied::{self, Sent};
use crate::store::{self, Conn, organisations};
use crate::supplying::{Choice, Refused, Taken, supply};
use crate::web::pages::form::{Choice as Radio, Field};
use crate::web::pages::imports::{ColumnRow, FaultRow};
use crate::web::pages::part::FieldError;
use crate::web::pages::supply::{FileRow, IndicatorRow, LineRow, Supply};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SupplyValues;
use crate::web::staff::Staff;
use crate::web::upload::Uploaded;
use crate::web::visitor::Visitor;

/// How many files and lines a page lists.
const MOST_FILES: i64 = 20;
const MOST_ROWS: usize = 200;

/// Which file was put in force just now.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    file: Option<String>,
}

/// What the page tells besides what always stands there.
#[derive(Default)]
struct Told {
    taken: Option<Taken>,
    chosen: String,
    done: Option<String>,
    errors: Vec<FieldError>,
}

/// Shows what was supplied so far, and the form for another file.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SupplyValues>, done: Query<Done>) -> Result<HttpResponse, Problem> {
    let told = Told { done: done.file.clone(), ..Told::default() };
    let page = page(&app, &visitor.locale, told).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Looks at a file, or puts it in force.
pub async fn take(app: Data<App>, visitor: Visitor, staff: Staff<SupplyValues>, mut form: Uploaded) -> Result<HttpResponse, Problem> {
    let (chosen, mut told) = (form.first("choice").to_owned(), Told::default());
    let error = |field: &str, key: &str| Ok::<_, MissingMessage>(FieldError::new(field, visitor.locale.t(key, &[])?));
    match (form.file.take(), Choice::from_code(&chosen)) {
        (Some(file), Some(choice)) => match supply(&app, &file.bytes, choice, staff.event(&app, Action::ValuesSupplied)).await {
            Ok(taken) if taken.is_written => return Ok(reply::see_other(&format!("/commissioner/supplied?file={}", taken.file))),
            Ok(taken) => {
                if choice != Choice::DryRun && taken.count(Outcome::Refuse) > 0 {
                    told.errors.push(error("file", "supply-nothing-done")?);
                }
                told.taken = Some(taken);
            }
            Err(why) => told.errors.push(FieldError::new("file", reason(&visitor.locale, why)?)),
        },
        (file, choice) => {
            told.errors.extend(file.is_none().then(|| error("file", "supply-file-missing")).transpose()?);
            told.errors.extend(choice.is_none().then(|| error("choice", "supply-choice-missing")).transpose()?);
        }
    }
    told.chosen = chosen;
    let is_wrong = !told.errors.is_empty();
    let page = page(&app, &visitor.locale, told).await?;
    if is_wrong { reply::staff_again(&app, &visitor, &page, &staff) } else { reply::staff_page(&app, &visitor, &page, &staff) }
}

/// A file with nothing but the heading.
pub async fn template(_staff: Staff<SupplyValues>) -> Result<HttpResponse, Problem> {
    let heading: Vec<&str> = Column::ALL.iter().map(|column| column.code()).collect();
    let name = "attachment; filename=\"supplied-values.csv\"";
    let body = format!("{}\r\n", heading.join(","));
    Ok(HttpResponse::Ok().content_type("text/csv; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name)).body(body))
}

/// What is known of what was supplied so far.
struct SoFar {
    latest: BTreeMap<String, (Period, i64)>,
    files: Vec<(Sent, Option<String>)>,
    organisations: BTreeMap<i64, String>,
}

fn so_far(conn: &mut Conn) -> store::Result<SoFar> {
    let mut files = Vec::new();
    for sent in supplied::files(conn, MOST_FILES)? {
        let by = who(conn, sent.by)?;
        files.push((sent, by));
    }
    let organisations = organisations::list(conn)?.into_iter().map(|one| (one.id.0, one.name)).collect();
    Ok(SoFar { latest: supplied::latest(conn)?, files, organisations })
}

async fn page(app: &App, locale: &Locale, told: Told) -> Result<Supply, Problem> {
    let known = app.store.read("supplied values", so_far).await?;
    let definitions = newest(&app.definitions.all());
    let column = |column: &Column| {
        let explain = locale.t(&format!("supply-column-{}", column.code()), &[])?;
        Ok(ColumnRow { name: column.code().to_owned(), explain })
    };
    let radio = |(_, code): (Choice, &str)| Ok(Radio::new(code, locale.t(&format!("supply-choice-{code}"), &[])?));
    let radios: Vec<Radio> = Choice::ALL.into_iter().map(radio).collect::<Result<_, MissingMessage>>()?;
    let of_field = |field: &str| told.errors.iter().filter(|error| error.field == field).cloned().collect::<Vec<_>>();
    let brought = told.done.as_ref().and_then(|done| known.files.iter().find(|(sent, _)| sent.file == *done));
    let done = brought.map(|(sent, _)| locale.t("supply-done", &[("values", locale.whole(sent.values).into())])).transpose()?;
    let judged = told.taken.as_ref().map(|taken| rows(locale, taken, &definitions, &known)).transpose()?;
    let (counts, lines, more) = judged.unwrap_or_default();
    Ok(Supply {
        done,
        is_judged: told.taken.is_some(),
        counts,
        lines,
        more,
        choices: Field::options("choice", radios, &told.chosen),
        columns: Column::ALL.iter().map(column).collect::<Result<_, MissingMessage>>()?,
        indicators: definitions.iter().map(|one| indicator(locale, one, &known)).collect(),
        files: files(app, locale, &known)?,
        choice_errors: of_field("choice"),
        file_errors: of_field("file"),
        errors: told.errors,
    })
}

/// The newest version of every indicator that is supplied.
fn newest(all: &[Definition]) -> Vec<Definition> {
    let supplied = all.iter().filter(|one| one.kind.is_supplied());
    let by_key: BTreeMap<&str, &Definition> = supplied.map(|one| (one.key.as_str(), one)).collect();
    by_key.into_values().cloned().collect()
}

fn indicator(locale: &Locale, definition: &Definition, known: &SoFar) -> IndicatorRow {
    let latest = known.latest.get(&definition.key);
    IndicatorRow {
        key: definition.key.clone(),
        title: definition.title_in(locale.language()).to_owned(),
        href: format!("/commissioner/supplied/{}", definition.key),
        latest: latest.map(|(month, _)| locale.month_year(month.first_day())),
        provisional: latest.map(|(_, some)| locale.whole(*some)),
    }
}

fn files(app: &App, locale: &Locale, known: &SoFar) -> Result<Vec<FileRow>, MissingMessage> {
    let command_line = locale.t("supply-command-line", &[])?;
    let file = |(sent, by): &(Sent, Option<String>)| FileRow {
        file: short(&sent.file),
        at: moment(app, locale, sent.at),
        by: by.clone().unwrap_or_else(|| command_line.clone()),
        values: locale.whole(sent.values),
    };
    Ok(known.files.iter().map(file).collect())
}

type Rows = (Vec<ColumnRow>, Vec<LineRow>, Option<String>);

/// How many lines became what, and each line: the refused ones first.
fn rows(locale: &Locale, taken: &Taken, definitions: &[Definition], known: &SoFar) -> Result<Rows, MissingMessage> {
    let count = |outcome: &Outcome| {
        let name = locale.t(&format!("supply-outcome-{}", outcome.code()), &[])?;
        let number = i64::try_from(taken.count(*outcome)).unwrap_or(i64::MAX);
        Ok(ColumnRow { name, explain: locale.whole(number) })
    };
    let (refused, others): (Vec<&Judged>, Vec<&Judged>) = taken.lines.iter().partition(|line| line.outcome == Outcome::Refuse);
    let row = |line: &&Judged| {
        let of = line.value.as_ref().map(|value| {
            let title = definitions.iter().rfind(|one| one.key == value.key.indicator).map(|one| one.title_in(locale.language()));
            let organisation = known.organisations.get(&value.key.organisation).map_or("", String::as_str);
            let ages = value.key.ages.map(|ages| format!(", {ages}")).unwrap_or_default();
            let month = locale.month_year(value.key.period.first_day());
            format!("{}, {organisation}, {month}{ages}", title.unwrap_or_default())
        });
        Ok(LineRow {
            number: locale.whole(i64::from(line.number)),
            of: of.unwrap_or_default(),
            outcome: locale.t(&format!("supply-outcome-{}", line.outcome.code()), &[])?,
            faults: line.faults.iter().map(|fault| told(locale, *fault)).collect::<Result<_, _>>()?,
        })
    };
    let lines = refused.iter().chain(&others).take(MOST_ROWS).map(row).collect::<Result<_, MissingMessage>>()?;
    let left = taken.lines.len().saturating_sub(MOST_ROWS);
    let number = locale.whole(i64::try_from(left).unwrap_or(i64::MAX));
    let more = (left > 0).then(|| locale.t("supply-more", &[("lines", number.as_str().into())])).transpose()?;
    Ok((Outcome::ALL.iter().map(count).collect::<Result<_, MissingMessage>>()?, lines, more))
}

/// A fault of a line, as a sentence.
fn told(locale: &Locale, fault: Fault) -> Result<FaultRow, MissingMessage> {
    let sentence = locale.t(&format!("supply-fault-{}", fault.code()), &[])?;
    Ok(FaultRow { column: fault.column().map(|column| column.code().to_owned()), sentence })
}

/// Why a file is not taken.
fn reason(locale: &Locale, why: Refused) -> Result<String, Problem> {
    let listed = |columns: &[Column]| columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(", ");
    let bad = match why {
        Refused::Store(why) => return Err(why.into()),
        Refused::File(bad) => bad,
    };
    Ok(match bad {
        BadFile::Unreadable(Unreadable::Empty) => locale.t("imports-file-empty", &[])?,
        BadFile::Unreadable(Unreadable::Workbook) => locale.t("imports-file-workbook", &[])?,
        BadFile::Unreadable(Unreadable::Encoding(line)) => {
            locale.t("imports-file-encoding", &[("line", i64::from(line).to_string().as_str().into())])?
        }
        BadFile::Unreadable(Unreadable::Heading) => locale.t("imports-file-heading", &[])?,
        BadFile::Missing(columns) => locale.t("imports-columns-missing", &[("columns", listed(&columns).as_str().into())])?,
        BadFile::Twice(column) => locale.t("imports-column-twice", &[("column", column.code().into())])?,
        BadFile::Unknown(names) => locale.t("supply-columns-unknown", &[("columns", names.join(", ").as_str().into())])?,
        BadFile::NoLines => locale.t("imports-file-no-lines", &[])?,
        BadFile::TooMany => {
            let most = locale.whole(i64::try_from(MOST_LINES).unwrap_or(i64::MAX));
            locale.t("supply-too-many-lines", &[("most", most.as_str().into())])?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locales;

    #[test]
    fn every_fault_outcome_and_column_has_its_words_in_every_language() {
        for locale in Locales::load().unwrap().iter() {
            assert!(Fault::ALL.iter().all(|fault| told(locale, *fault).is_ok()));
            assert!(Outcome::ALL.iter().all(|outcome| locale.t(&format!("supply-outcome-{}", outcome.code()), &[]).is_ok()));
            assert!(Column::ALL.iter().all(|column| locale.t(&format!("supply-column-{}", column.code()), &[]).is_ok()));
        }
    }
}
