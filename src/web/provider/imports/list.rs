//! The files there were, and sending another.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::{at, explained, moment};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::import::{BadHeading, Column, Unreadable};
use crate::i18n::{Locale, MissingMessage};
use crate::importing::{Refused, Upload, keep};
use crate::store::imports::{self, Import};
use crate::store::organisations::{self, Organisation};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field};
use crate::web::pages::imports::{ColumnRow, ImportRow, Imports};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::upload::Uploaded;
use crate::web::visitor::Visitor;

/// How many files the list shows.
const MOST: i64 = 50;

/// Lists the files.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>) -> Result<HttpResponse, Problem> {
    let page = page(&app, &visitor.locale, &staff, &Fields::default(), Vec::new()).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Takes a file; from now on its lines are looked at.
pub async fn take(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, mut form: Uploaded) -> Result<HttpResponse, Problem> {
    let file = form.file.take();
    let errors = match (chosen(&app, &staff, form.first("organisation")).await?, file) {
        (None, _) => vec![FieldError::new("organisation", visitor.locale.t("imports-organisation-missing", &[])?)],
        (_, None) => vec![FieldError::new("file", visitor.locale.t("imports-file-missing", &[])?)],
        (Some(organisation), Some(file)) => {
            let upload = Upload { organisation: organisation.id, account: Some(staff.account), name: file.name, bytes: file.bytes };
            match keep(&app, upload, staff.event(&app, Action::ImportAdded)).await {
                Ok(import) => {
                    app.files.notify_one();
                    return Ok(reply::see_other(&at(&import)));
                }
                Err(why) => vec![FieldError::new("file", reason(&visitor.locale, why)?)],
            }
        }
    };
    let page = page(&app, &visitor.locale, &staff, &form, errors).await?;
    reply::staff_again(&app, &visitor, &page, &staff)
}

/// The organisations whose register they keep.
async fn own(app: &App, staff: &Staff<ManagePeople>) -> Result<Vec<Organisation>, Problem> {
    let own = staff.organisations();
    let all = app.store.read("organisations", organisations::list).await?;
    Ok(all.into_iter().filter(|one| own.contains(&one.id)).collect())
}

/// The organisation that was chosen: the only one, where there is but one.
async fn chosen(app: &App, staff: &Staff<ManagePeople>, code: &str) -> Result<Option<Organisation>, Problem> {
    let mut own = own(app, staff).await?;
    if own.len() == 1 {
        return Ok(own.pop());
    }
    Ok(own.into_iter().find(|one| one.ods_code == code))
}

/// Why a file is not taken.
fn reason(locale: &Locale, why: Refused) -> Result<String, Problem> {
    let listed = |columns: &[Column]| columns.iter().map(|column| column.code()).collect::<Vec<_>>().join(", ");
    Ok(match why {
        Refused::Unreadable(Unreadable::Empty) => locale.t("imports-file-empty", &[])?,
        Refused::Unreadable(Unreadable::Workbook) => locale.t("imports-file-workbook", &[])?,
        Refused::Unreadable(Unreadable::Encoding(line)) => {
            locale.t("imports-file-encoding", &[("line", i64::from(line).to_string().as_str().into())])?
        }
        Refused::Unreadable(Unreadable::Heading) => locale.t("imports-file-heading", &[])?,
        Refused::Heading(BadHeading::Missing(columns)) => {
            locale.t("imports-columns-missing", &[("columns", listed(&columns).as_str().into())])?
        }
        Refused::Heading(BadHeading::Twice(column)) => locale.t("imports-column-twice", &[("column", column.code().into())])?,
        Refused::NoLines => locale.t("imports-file-no-lines", &[])?,
        Refused::Store(why) => return Err(why.into()),
    })
}

async fn page(
    app: &App,
    locale: &Locale,
    staff: &Staff<ManagePeople>,
    typed: &Fields,
    errors: Vec<FieldError>,
) -> Result<Imports, Problem> {
    let own = own(app, staff).await?;
    let ids: Vec<_> = own.iter().map(|one| one.id).collect();
    let all = app.store.read("imports", move |conn| imports::list(conn, &ids, MOST)).await?;
    let row = |import: &Import| {
        let organisation = own.iter().find(|one| one.id == import.organisation_id).map(|one| one.name.clone()).unwrap_or_default();
        Ok(ImportRow {
            href: at(import),
            name: import.name.clone(),
            organisation,
            at: moment(app, locale, import.created_at),
            lines: locale.whole(import.lines),
            status: locale.t(&format!("imports-status-{}", import.status), &[])?,
        })
    };
    let named = |one: &Organisation| Choice::new(&one.ods_code, format!("{} ({})", one.name, one.ods_code));
    let mut options = vec![Choice::new("", locale.t("imports-organisation-choose", &[])?)];
    options.extend(own.iter().map(named));
    let column = |column: &Column| Ok(ColumnRow { name: column.code().to_owned(), explain: explained(locale, *column)? });
    Ok(Imports {
        rows: all.iter().map(row).collect::<Result<_, MissingMessage>>()?,
        organisations: if own.len() > 1 { Field::options("organisation", options, typed.first("organisation")) } else { Vec::new() },
        columns: Column::ALL.iter().map(column).collect::<Result<_, MissingMessage>>()?,
        programmes: app.framework.programmes.iter().map(|programme| programme.key.clone()).collect(),
        organisation_errors: errors.iter().filter(|error| error.field == "organisation").cloned().collect(),
        file_errors: errors.iter().filter(|error| error.field == "file").cloned().collect(),
        errors,
    })
}
