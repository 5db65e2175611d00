//! The comments of one's events: those that may mean that somebody is at risk first, then the oldest. No word of them stands here.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::survey::LinkId;
use crate::i18n::Locale;
use crate::store::comments::{Comment, DISMISSED};
use crate::store::events::{self, Event};
use crate::store::ids::{EventId, VersionId};
use crate::store::moderation::{self, Counts, Wanted};
use crate::store::{Conn, audit};
use crate::web::pages::comments::{CommentRow, Comments};
use crate::web::pages::form::{Choice as Choosable, Field, Input};
use crate::web::pages::part::{Choice, Hidden};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::{draft, view};
use crate::web::right::ReadComments;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most comments on one page.
const MOST: i64 = 100;

/// The most comments that are passed over: far more than an organisation has.
const FURTHEST: i64 = 1_000_000;

/// Which comments somebody asks for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    event: Option<String>,
    status: Option<String>,
    /// How many come before the first that is shown.
    from: Option<String>,
}

/// What is shown of them.
struct Listed {
    comments: Vec<(Comment, VersionId)>,
    counts: Counts,
    wanted: Wanted,
    /// How many come before these.
    from: i64,
}

/// Lists comments. An event that is not theirs is refused, and recorded.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ReadComments>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let held = staff.organisations();
    let all = app.store.read("events", move |conn| events::list(conn, &held)).await?;
    let wanted = asked.status.as_deref().map_or(Some(Wanted::Waiting), Wanted::from_code).ok_or(Problem::NotFound)?;
    let typed = asked.event.as_deref().unwrap_or_default();
    let chosen: Vec<EventId> = all.iter().map(|event| event.id).filter(|id| typed.is_empty() || typed == id.0.to_string()).collect();
    if chosen.is_empty() && !typed.is_empty() {
        return Err(staff.refused(&app, &format!("event:{typed}")).await);
    }
    let from = asked.from.as_deref().and_then(|from| from.parse::<i64>().ok()).map_or(0, |from| from.clamp(0, FURTHEST) / MOST * MOST);
    let listed = listed(&app, &staff, chosen, (wanted, from)).await?;
    let page = page(&app, &visitor, (&all, typed), &listed).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

async fn listed(app: &App, staff: &Staff<ReadComments>, events: Vec<EventId>, (wanted, from): (Wanted, i64)) -> Result<Listed, Problem> {
    let (secret, event) = (app.secret.clone(), staff.event(app, Action::CommentsListed).about("page:/engage/comments"));
    let work = move |tx: &mut Conn| {
        audit::add(tx, &secret, &event)?;
        let mut comments = moderation::queue(tx, &events, wanted, from + MOST)?;
        comments.drain(..comments.len().min(usize::try_from(from).unwrap_or_default()));
        Ok(Listed { comments: moderation::with_versions(tx, comments)?, counts: moderation::counts(tx, &events)?, wanted, from })
    };
    Ok(app.store.write("comments listed", work).await?)
}

async fn page(app: &App, visitor: &Visitor, (all, typed): (&[Event], &str), listed: &Listed) -> Result<Comments, Problem> {
    let (locale, wanted, from) = (&visitor.locale, listed.wanted, listed.from);
    let titles: HashMap<EventId, &str> = all.iter().map(|event| (event.id, event.title.as_str())).collect();
    let mut rows = Vec::new();
    for (comment, version) in &listed.comments {
        let event = titles.get(&comment.event_id).copied().unwrap_or_default();
        rows.push(row(app, visitor, (comment, *version), event).await?);
    }
    let kind = |kind: Wanted| {
        let count = listed.counts.of(kind);
        let label = locale.t(&format!("comments-kind-{}", kind.code()), &[("count", count.into())])?;
        Ok(Choice { label, href: format!("/engage/comments?event={typed}&status={}", kind.code()), current: kind == wanted })
    };
    let (count, last) = (listed.counts.of(wanted), from + i64::try_from(rows.len()).unwrap_or_default());
    let more = || locale.t("comments-more", &[("first", (from + 1).into()), ("last", last.into()), ("all", count.into())]);
    let at = |from: i64| format!("/engage/comments?event={typed}&status={}&from={from}", wanted.code());
    Ok(Comments {
        kinds: Wanted::ALL.into_iter().map(kind).collect::<Result<_, Problem>>()?,
        events: (all.len() > 1).then(|| events_field(locale, all, typed)).transpose()?,
        hidden: vec![Hidden::new("status", wanted.code())],
        caption: locale.t(&format!("comments-caption-{}", wanted.code()), &[])?,
        rows,
        more: (last - from < count).then(more).transpose()?,
        earlier: (from > 0).then(|| at((from - MOST).min((count - 1).max(0) / MOST * MOST))),
        later: (last < count).then(|| at(from + MOST)),
        nothing: locale.t(&format!("comments-none-{}", wanted.code()), &[])?,
    })
}

fn events_field(locale: &Locale, all: &[Event], typed: &str) -> Result<Field, Problem> {
    let mut options = vec![Choosable::new("", locale.t("comments-list-every", &[])?)];
    options.extend(all.iter().map(|event| Choosable::new(event.id.0.to_string(), event.title.clone())));
    let input = Input::Select { options: Field::options("event", options, typed) };
    Ok(Field::new("event", locale.t("comments-list-event", &[])?, input))
}

async fn row(app: &App, visitor: &Visitor, (comment, version): (&Comment, VersionId), event: &str) -> Result<CommentRow, Problem> {
    let (locale, journey) = (&visitor.locale, app.catalogue.version(&app.store, version).await?);
    let language = draft::speaks(&journey, locale.language());
    let item = LinkId::parse(&comment.link_id).and_then(|id| journey.definition().item(&id).cloned());
    let concern = comment.concern.as_deref().filter(|concern| *concern != DISMISSED);
    Ok(CommentRow {
        href: format!("/engage/comments/{}", comment.id.0),
        question: item.map_or_else(|| comment.link_id.clone(), |item| item.text.in_language(&language).to_owned()),
        question_lang: view::text_lang(visitor, &language),
        event: event.to_owned(),
        received: locale.date(Moment::from_micros(comment.created_at).zoned(app.clock.zone()).date()),
        status: locale.t(&format!("comments-status-{}", comment.status), &[])?,
        concern: concern.map(|concern| locale.t(&format!("comments-concern-{concern}"), &[])).transpose()?,
        may_publish: comment.may_publish,
    })
}
