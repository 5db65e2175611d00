//! Deciding about a comment: looking at the wording that would be published, publishing that very wording, keeping the comment
//! back, and saying whether somebody may be at risk. Who decides on an older state than the newest is shown the newest.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::offers::Chosen;
use super::shown::{Typed, again};
use super::wording::{self, shown, wording};
use super::{Found, find};
use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::engagement::redaction::{Category, Cut, MOST_WORDS};
use crate::i18n::Argument;
use crate::keys::Place;
use crate::store::alert_notes::{self, Note, SEALED};
use crate::store::comments::{self, Comment, DISMISSED, KEPT_BACK, PUBLISHED, RAISED, Redaction};
use crate::store::moderation::{self, Decision};
use crate::store::{self, Conn, audit};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The fewest and the most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 5..=500;

/// Shows the wording as everybody would read it, or the form again to change it.
pub async fn preview(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, &id).await?;
    let (chosen, fault) = chosen(&visitor, &found, &typed)?;
    if fault.is_some() || !typed.first("change").is_empty() {
        return again(&app, &visitor, &staff, &found, &Typed { chosen, fault, ..Typed::default() }).await;
    }
    shown(&app, &visitor, &staff, (&found, &chosen), None).await
}

/// Publishes the wording that was looked at.
pub async fn publish(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, &id).await?;
    let (chosen, fault) = chosen(&visitor, &found, &typed)?;
    if fault.is_some() {
        return again(&app, &visitor, &staff, &found, &Typed { chosen, fault, ..Typed::default() }).await;
    }
    let wording = wording(&app, &found, &chosen)?;
    if !wording.was_seen(&app, &found, typed.first("seen")) {
        let changed = visitor.locale.t("comments-preview-changed", &[])?;
        return shown(&app, &visitor, &staff, (&found, &chosen), Some(changed)).await;
    }
    let detail = counted(&wording.cuts);
    let sealed = app.words().of(&found.response)?.seal_wording(found.comment.id, &wording.text)?;
    let decision = Decision { status: PUBLISHED, sealed: Some(sealed), by: staff.account, at: app.clock.now().micros() };
    let event = found.recorded(&app, &staff, Action::CommentPublished).with(detail);
    let cuts = wording.cuts;
    let work = move |tx: &mut Conn, comment: &Comment| {
        let is_done = moderation::decide(tx, comment.id, comment.revision, &decision)?;
        if is_done {
            moderation::redact(tx, comment.id, &rows(&cuts), &decision)?;
        }
        Ok(is_done)
    };
    let is_done = carried_out(&app, &found, event, work).await?;
    after(&app, &visitor, &staff, &found, is_done.then_some("published")).await
}

/// Keeps a comment back; one that was published is taken back from everybody who could read it.
pub async fn keep_back(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, &id).await?;
    let reason = typed.first("reason").trim().to_owned();
    let may_be_empty = reason.is_empty() && !found.comment.may_publish;
    let fault = if may_be_empty || REASON.contains(&reason.chars().count()) {
        stale(&visitor, &found, &typed)?
    } else {
        Some(FieldError::new("reason", visitor.locale.t("comments-fault-reason", &[])?))
    };
    if fault.is_some() {
        return again(&app, &visitor, &staff, &found, &Typed { reason, fault, ..Typed::default() }).await;
    }
    let decision = Decision { status: KEPT_BACK, sealed: None, by: staff.account, at: app.clock.now().micros() };
    let event = found.recorded(&app, &staff, Action::CommentKeptBack).because(reason);
    let work = move |tx: &mut Conn, comment: &Comment| moderation::decide(tx, comment.id, comment.revision, &decision);
    let is_done = carried_out(&app, &found, event, work).await?;
    after(&app, &visitor, &staff, &found, is_done.then_some("kept-back")).await
}

/// Says that somebody may be at risk, and tells the team of the event; or that nobody is.
pub async fn concern(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ReadComments>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &staff, &id).await?;
    let (deed, why) = (typed.first("deed").to_owned(), typed.first("why").trim().to_owned());
    let wrong = |field: &str, key: &str| Ok::<_, Problem>(Some(FieldError::new(field, visitor.locale.t(key, &[])?)));
    let (kind, action, done) = match deed.as_str() {
        "raise" => (RAISED, Action::ConcernRaised, "raised"),
        _ => (DISMISSED, Action::ConcernDismissed, "dismissed"),
    };
    let fault = match deed.as_str() {
        "raise" | "dismiss" if REASON.contains(&why.chars().count()) => stale(&visitor, &found, &typed)?,
        "raise" | "dismiss" => wrong("why", "comments-fault-reason")?,
        _ => wrong("deed", "comments-fault-deed")?,
    };
    if fault.is_some() {
        return again(&app, &visitor, &staff, &found, &Typed { deed, why, fault, ..Typed::default() }).await;
    }
    let note = note(&app, &staff, &found.comment, &why)?;
    let event = found.recorded(&app, &staff, action).because(why);
    let work = move |tx: &mut Conn, comment: &Comment| {
        let is_done = moderation::note_concern(tx, comment.id, comment.revision, kind)?;
        if is_done && kind == RAISED {
            comments::tell(tx, comment, note.noted_at)?;
            alert_notes::add(tx, &note)?;
        }
        Ok(is_done)
    };
    let is_done = carried_out(&app, &found, event, work).await?;
    after(&app, &visitor, &staff, &found, is_done.then_some(done)).await
}

/// Why somebody raises a concern, as a note on the alert: the team reads it beside the words.
fn note(app: &App, staff: &Staff<ReadComments>, comment: &Comment, why: &str) -> Result<Note, Problem> {
    let id = app.random.id(&app.clock);
    let sealed = app.keys.seal(Place { column: SEALED, row: id }, why, &app.random).map_err(|why| Problem::Internal(why.to_string()))?;
    let (survey_id, response_id, link_id) = (comment.survey_id, comment.response_id, comment.link_id.clone());
    Ok(Note { id, survey_id, response_id, link_id, account_id: staff.account, noted_at: app.clock.now().micros(), sealed })
}

/// Decides about a comment, and records it where the comment was as it had been shown. `false` where it was not.
async fn carried_out(
    app: &App,
    found: &Found,
    event: Event,
    decide: impl Fn(&mut Conn, &Comment) -> store::Result<bool> + Send + 'static,
) -> Result<bool, Problem> {
    let (comment, secret) = (found.comment.clone(), app.secret.clone());
    let work = move |tx: &mut Conn| {
        let is_done = decide(tx, &comment)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    Ok(app.store.write("comment decided", work).await?)
}

/// The way on after something was done; where it was not, because the comment has changed meanwhile, the comment as it is now.
async fn after(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ReadComments>,
    found: &Found,
    done: Option<&str>,
) -> Result<HttpResponse, Problem> {
    if let Some(done) = done {
        return Ok(reply::see_other(&format!("{}?done={done}#", found.address())));
    }
    let newest = find(app, staff, &found.comment.id.0.to_string()).await?;
    let fault = Some(FieldError::new("said", visitor.locale.t("comments-fault-changed", &[])?));
    again(app, visitor, staff, &newest, &Typed { fault, ..Typed::default() }).await
}

/// What a form chose, and what is wrong with it. What may not be published has no such form.
fn chosen(visitor: &Visitor, found: &Found, typed: &Posted) -> Result<(Chosen, Option<FieldError>), Problem> {
    if !found.comment.may_publish {
        return Err(Problem::NotFound);
    }
    let chosen = Chosen::read(typed);
    let words = |key: &str, argument: (&'static str, Argument)| {
        Ok::<_, Problem>(Some(FieldError::new("words", visitor.locale.t(key, &[argument])?)))
    };
    let unknown = chosen.unknown(found).join(", ");
    let fault = match stale(visitor, found, typed)? {
        None if chosen.is_too_long() => words("comments-fault-words-long", ("most", wording::count(MOST_WORDS).into()))?,
        None if !unknown.is_empty() => words("comments-fault-words", ("words", unknown.into()))?,
        fault => fault,
    };
    Ok((chosen, fault))
}

/// That a form was made from an older state of the comment.
fn stale(visitor: &Visitor, found: &Found, typed: &Posted) -> Result<Option<FieldError>, Problem> {
    if typed.first("revision") == found.comment.revision.to_string() {
        return Ok(None);
    }
    Ok(Some(FieldError::new("said", visitor.locale.t("comments-fault-changed", &[])?)))
}

fn rows(cuts: &[Cut]) -> Vec<Redaction<'static>> {
    let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let row = |cut: &Cut| Redaction { start: number(cut.span.start), length: number(cut.span.length), category: cut.category.code() };
    cuts.iter().map(row).collect()
}

/// How much was taken out of each kind, for the audit trail.
fn counted(cuts: &[Cut]) -> String {
    let mut counts: BTreeMap<Category, usize> = BTreeMap::new();
    for cut in cuts {
        *counts.entry(cut.category).or_default() += 1;
    }
    let said: Vec<String> = counts.iter().map(|(category, count)| format!("{count} {}", category.code())).collect();
    if said.is_empty() { "nothing taken out".to_owned() } else { format!("taken out: {}", said.join(", ")) }
}
