//! Everything that is written of an event, and whether the public reads it so.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::{at, publish, written};
use crate::app::App;
use crate::domain::engagement::answer_back::{Published, Told};
use crate::i18n::Locale;
use crate::store::Conn;
use crate::store::answer_publications::{self, Publication};
use crate::store::answers_back::Row as Written;
use crate::store::events::Event;
use crate::web::answered::shown::{self, day, own_words};
use crate::web::engage::own;
use crate::web::pages::answers_back::{Answers, Row};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// The sentences for what was done.
const DONE: [&str; 6] = ["added", "changed", "removed", "published", "as-before", "ended"];

/// Shows it.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let of = event.clone();
    let found = move |conn: &mut Conn| {
        let draft = publish::draft(conn, &of)?;
        Ok((written(conn, &of)?, draft, answer_publications::standing(conn, of.id)?))
    };
    let (rows, draft, publication) = app.store.read("answers back", found).await?;
    let public = publication.as_ref().map(Publication::said).transpose()?;
    let locale = &visitor.locale;
    let done = done.done.as_deref().filter(|done| DONE.contains(done));
    let page = Answers {
        event: event.title.clone(),
        at: at(&event),
        done: done.map(|done| locale.t(&format!("answered-done-{done}"), &[])).transpose()?,
        state: state(&app, locale, publication.as_ref(), public.as_ref().is_some_and(|public| !public.says(&draft)))?,
        public: publication.is_some().then(|| format!("/e/{}/heard", event.join_code)),
        may_look: !rows.is_empty(),
        rows: lines(locale, &event, &rows, public.as_ref().map(|public| public.answers.as_slice()))?,
        text_lang: own_words(&app, &visitor),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn state(app: &App, locale: &Locale, publication: Option<&Publication>, differs: bool) -> Result<String, Problem> {
    let Some(publication) = publication else { return Ok(locale.t("answered-state-none", &[])?) };
    let key = if differs { "answered-state-changed" } else { "answered-state-published" };
    Ok(locale.t(key, &[("day", day(app, locale, publication.published_at).into())])?)
}

/// The answers, each marked where the public does not read it so.
fn lines(locale: &Locale, event: &Event, rows: &[(Written, Told)], public: Option<&[Published]>) -> Result<Vec<Row>, Problem> {
    let unpublished = |told: &Told| match public?.iter().find(|one| one.told.id == told.id) {
        None => Some("new"),
        Some(one) if one.told != *told => Some("changed"),
        Some(_) => None,
    };
    let last = rows.len().saturating_sub(1);
    let line = |(place, (row, told)): (usize, &(Written, Told))| {
        Ok(Row {
            shown: shown::written(locale, told)?,
            href: format!("{}/answers/{}", at(event), row.id),
            unpublished: unpublished(told),
            first: place == 0,
            last: place == last,
        })
    };
    rows.iter().enumerate().map(line).collect()
}
