//! One decision, with what was cited for it as it was seen then. Comments that were taken back since are gone from here too.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::Topic;
use super::evidence::words;
use super::exhibit::Writer;
use crate::app::App;
use crate::domain::engagement::Subject;
use crate::domain::framework::evidence;
use crate::store::{Error, validations};
use crate::web::answered::shown::{day, own_words};
use crate::web::pages::framework::DecisionPage;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeFramework;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows it.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeFramework>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let Ok(id) = id.parse::<i64>() else { return Err(Problem::NotFound) };
    let (one, by) = app.store.read("validation", move |conn| validations::find(conn, id)).await?;
    let exhibits = evidence::read(&one.evidence).ok_or_else(|| Error::Corrupt(format!("validations.evidence of {id}")))?;
    let (locale, subject) = (&visitor.locale, Subject::from_code(&one.subject));
    // What a newer framework has dropped is still shown, under its key.
    let topic = subject.and_then(|subject| Topic::of(&app, locale, subject, &one.subject_key));
    let words = words(&app, &exhibits).await?;
    let writer = Writer { app: &app, locale, words: &words };
    let arguments = [("day", day(&app, locale, one.decided_at).into()), ("version", i64::from(one.version).into())];
    let page = DecisionPage {
        back: topic.as_ref().map_or_else(|| "/framework".to_owned(), Topic::at),
        text_lang: topic.as_ref().and_then(|topic| topic.lang.clone()),
        title: topic.map_or(one.subject_key, |topic| topic.title),
        said: locale.t(&format!("framework-decided-{}", one.verdict), &arguments)?,
        by,
        reason: one.reason,
        sha256: one.evidence_sha256,
        exhibits: exhibits.iter().map(|exhibit| writer.exhibit(exhibit)).collect::<Result<_, _>>()?,
        own_lang: own_words(&app, &visitor),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}
