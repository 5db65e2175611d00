//! A copy of what is held, for the person it is about: to read, in their language, or for a machine.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};

use super::open;
use super::portable::portable;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::survey::Language;
use crate::store::organisations;
use crate::web::pages::rights::Copy;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Sends the copy. That it was made is recorded before it is sent.
pub async fn make(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageRights>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    staff.fresh(&app, &opened.at())?;
    let is_data = typed.first("format") == "json";
    let theirs = Language::parse(&opened.record.person.language).and_then(|language| app.locales.find(&language));
    let locale = theirs.cloned().unwrap_or_else(|| visitor.locale.clone());
    let holder = opened.organisation();
    let named = app.store.read("organisations", organisations::list).await?;
    let name = named.into_iter().find(|one| one.id == holder).map(|one| one.name).unwrap_or_default();
    let copy = portable(&app, &opened, &locale, name).await?;
    staff.record(&app, opened.event(&app, &staff, Action::RecordExported).with(if is_data { "json" } else { "page" })).await?;
    if is_data {
        let text = serde_json::to_string_pretty(&copy).map_err(|why| Problem::Internal(why.to_string()))?;
        let name = format!("attachment; filename=\"record-{}.json\"", app.clock.today());
        return Ok(HttpResponse::Ok().content_type("application/json").insert_header((header::CONTENT_DISPOSITION, name)).body(text));
    }
    let reader = Visitor { locale, ..visitor };
    reply::staff_page(&app, &reader, &Copy { at: opened.at(), copy }, &staff)
}
