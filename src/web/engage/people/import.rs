//! Putting the people of a file on the list. What would become of each line is shown first. Until it is decided, the file is
//! kept nowhere: it travels with the page.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};
use data_encoding::BASE64URL_NOPAD;

use super::{AlreadyThere, at, fields, first_of, keep, line, once, sealed};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::import::Unreadable;
use crate::domain::engagement::guest::{Fault, Guest};
use crate::domain::engagement::guest_list::{self, Column, Line, LineFault, List, Refused};
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::Event;
use crate::store::ids::AttendeeId;
use crate::store::{Conn, attendees};
use crate::web::engage::own;
use crate::web::pages::attendees::{Check, Upload, WrongLine};
use crate::web::pages::imports::ColumnRow;
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::upload::Uploaded;
use crate::web::visitor::Visitor;

/// A byte order mark, from which spreadsheets see that the file is UTF-8.
const MARK: &str = "\u{feff}";

/// Asks for the file.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    reply::staff_page(&app, &visitor, &upload(&app, &visitor.locale, &event, None)?, &staff)
}

/// A file with nothing but the heading.
pub async fn template(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    own(&app, &staff, &id).await?;
    let heading: Vec<&str> = Column::ALL.iter().map(|column| column.code()).collect();
    let name = "attachment; filename=\"expected.csv\"";
    let answer = HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(format!("{MARK}{}\r\n", heading.join(",")));
    Ok(answer)
}

/// Shows what would become of each line. Nothing is written.
pub async fn check(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    mut form: Uploaded,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let locale = &visitor.locale;
    let file = form.file.take().map(|file| file.bytes);
    let (is_missing, bytes) = (file.is_none(), file.unwrap_or_default());
    let why = if is_missing {
        locale.t("attendees-file-missing", &[])?
    } else if bytes.len() > most_bytes(&app) {
        locale.t("attendees-file-long", &[("most", kilobytes(&app).into())])?
    } else {
        match guest_list::read(&bytes) {
            Ok(list) => {
                let page = checked(&app, locale, &event, (&bytes, list)).await?;
                return reply::staff_page(&app, &visitor, &page, &staff);
            }
            Err(why) => reason(locale, why)?,
        }
    };
    reply::staff_again(&app, &visitor, &upload(&app, locale, &event, Some(why))?, &staff)
}

/// Puts the people of the lines that are right on the list: all of them, or none.
pub async fn add(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let bytes = BASE64URL_NOPAD.decode(typed.first("file").as_bytes()).map_err(|_| Problem::Tampered)?;
    let Ok(list) = guest_list::read(&bytes) else { return Err(Problem::Tampered) };
    let (own, first) = (event.id, first_of(&app, &typed));
    let sent_before = app.store.read("import of attendees", move |conn| attendees::find(conn, own, AttendeeId(first))).await.is_ok();
    if sent_before {
        return Ok(reply::see_other(&format!("{}?done=imported#", at(&event))));
    }
    let refused_before = typed.first("refused");
    let (guests, refused) = split(&app, &event, list.lines.clone()).await?;
    // What was shown is what is done: somebody may have been entered meanwhile.
    if guests.is_empty() || refused.len().to_string() != refused_before {
        let page = checked(&app, &visitor.locale, &event, (&bytes, list)).await?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    }
    let rows = sealed(&app, &staff, &event, (&guests, first)).await?;
    let line = line(&app, &staff, &event, Action::AttendeesImported).with(format!("added:{} refused:{}", guests.len(), refused.len()));
    if let Err(AlreadyThere) = keep(&app, &event, rows, line).await? {
        let page = checked(&app, &visitor.locale, &event, (&bytes, list)).await?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    }
    Ok(reply::see_other(&format!("{}?done=imported#", at(&event))))
}

/// A line that is refused: its number and what is wrong with it.
type Wrong = (u32, Vec<LineFault>);

/// Those who can be put on the list, and the lines that are refused.
async fn split(app: &App, event: &Event, lines: Vec<Line>) -> Result<(Vec<Guest>, Vec<Wrong>), Problem> {
    let hash = |guest: &Guest| guest.contact.email.as_deref().map(|email| app.attendees().email_hash(email));
    let hashes: Vec<String> = lines.iter().filter_map(|line| line.read.as_ref().ok().and_then(hash)).collect();
    let own = event.id;
    let known = app.store.read("attendees known", move |conn| attendees::known(conn, own, &hashes)).await?;
    let (mut guests, mut refused) = (Vec::new(), Vec::new());
    for line in lines {
        match line.read {
            Ok(guest) if hash(&guest).is_some_and(|hash| known.contains(&hash)) => {
                refused.push((line.number, vec![LineFault::Cell(Fault::Expected)]));
            }
            Ok(guest) => guests.push(guest),
            Err(faults) => refused.push((line.number, faults)),
        }
    }
    Ok((guests, refused))
}

async fn checked(app: &App, locale: &Locale, event: &Event, (bytes, list): (&[u8], List)) -> Result<Check, Problem> {
    let (guests, refused) = split(app, event, list.lines).await?;
    let emails = guests.iter().filter(|guest| guest.may_email).filter_map(|guest| guest.contact.email.as_deref());
    let hashes: Vec<String> = emails.map(|email| app.attendees().email_hash(email)).collect();
    let (organisation, today, agreed) = (event.organisation_id, app.clock.today(), hashes.len());
    let among = move |conn: &mut Conn| crate::store::unwanted::among(conn, &hashes, organisation, today);
    let unwanted = app.store.read("unwanted", among).await?.len();
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let wrong = |(number, faults): &Wrong| {
        let why = faults.iter().map(|fault| told(locale, *fault)).collect::<Result<_, _>>()?;
        Ok::<_, MissingMessage>(WrongLine { number: locale.whole(i64::from(*number)), why })
    };
    Ok(Check {
        event: event.title.clone(),
        at: at(event),
        adds: count(guests.len()),
        emailed: count(agreed.saturating_sub(unwanted)),
        unwanted: count(unwanted),
        leaves: count(refused.len()),
        refused: refused.iter().map(wrong).collect::<Result<_, _>>()?,
        ignored: list.ignored,
        once: once(app),
        file: BASE64URL_NOPAD.encode(bytes),
    })
}

/// The column and what is wrong there; never what stands there.
fn told(locale: &Locale, fault: LineFault) -> Result<String, MissingMessage> {
    match fault {
        LineFault::Line(wrong) => locale.t(&format!("imports-fault-{}", wrong.code()), &[]),
        LineFault::Cell(fault) => fields::sentence(locale, fault),
    }
}

/// The longest file: it must come back with a form.
fn most_bytes(app: &App) -> usize {
    app.settings.form_bytes / 2
}

fn kilobytes(app: &App) -> String {
    (most_bytes(app) / 1024).to_string()
}

fn upload(app: &App, locale: &Locale, event: &Event, why: Option<String>) -> Result<Upload, MissingMessage> {
    let column = |column: &Column| {
        Ok(ColumnRow { name: column.code().to_owned(), explain: locale.t(&format!("attendees-column-{}", column.code()), &[])? })
    };
    Ok(Upload {
        event: event.title.clone(),
        at: at(event),
        most: kilobytes(app),
        columns: Column::ALL.iter().map(column).collect::<Result<_, _>>()?,
        errors: why.into_iter().map(|why| FieldError::new("file", why)).collect(),
    })
}

/// Why a file is not taken.
fn reason(locale: &Locale, why: Refused) -> Result<String, MissingMessage> {
    match why {
        Refused::Unreadable(Unreadable::Empty) => locale.t("imports-file-empty", &[]),
        Refused::Unreadable(Unreadable::Workbook) => locale.t("imports-file-workbook", &[]),
        Refused::Unreadable(Unreadable::Encoding(line)) => {
            locale.t("imports-file-encoding", &[("line", i64::from(line).to_string().as_str().into())])
        }
        Refused::Unreadable(Unreadable::Heading) => locale.t("imports-file-heading", &[]),
        Refused::NoNames => locale.t("imports-columns-missing", &[("columns", Column::Name.code().into())]),
        Refused::ColumnTwice(column) => locale.t("imports-column-twice", &[("column", column.code().into())]),
        Refused::NoLines => locale.t("imports-file-no-lines", &[]),
    }
}
