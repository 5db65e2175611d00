//! What became of what was said at events, for everybody to read: nothing before it is published, and then what was published.

pub mod shown;

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::engage::results;
use super::join::code::wrong;
use super::pages::answered::{Answered, AnsweredEvent, Comment, Comments, Public, Said};
use super::problem::Problem;
use super::reply;
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::engagement::JoinCode;
use crate::domain::engagement::questions::{MATTERS, MISSING, SENSE, WHY};
use crate::i18n::Locale;
use crate::store::answer_publications::{self, Publication};
use crate::store::events::{self, Event};
use crate::store::{Conn, comments};
use shown::{day, own_words, published, themes};

/// Lists the events that have answered back.
pub async fn list(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let events = app.store.read("events that answered back", answer_publications::answered).await?;
    let one = |event: &Event| {
        let since = event.answered_back_at.unwrap_or_default();
        Ok(AnsweredEvent {
            title: event.title.clone(),
            when: day(&app, &visitor.locale, event.starts_at),
            published: visitor.locale.t("answered-public-published", &[("day", day(&app, &visitor.locale, since).into())])?,
            href: format!("/e/{}/heard", event.join_code),
        })
    };
    let events = events.iter().map(one).collect::<Result<_, Problem>>()?;
    reply::page(&app, &visitor, &Answered { events, text_lang: own_words(&app, &visitor) }, StatusCode::OK)
}

/// Shows what one event has answered. A wrong code is counted as wherever else one is typed.
pub async fn show(app: Data<App>, visitor: Visitor, typed: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let code = match JoinCode::read(&typed) {
        Ok(code) => code,
        Err(fault) => return wrong(&app, &visitor, &request, (&typed, Some(fault)), StatusCode::NOT_FOUND),
    };
    let find = move |conn: &mut Conn| {
        let Some(event) = events::by_join_code(conn, code.as_str())? else { return Ok(None) };
        let publication = answer_publications::standing(conn, event.id)?;
        Ok(Some((event, publication)))
    };
    let Some((event, publication)) = app.store.read("answered event", find).await? else {
        return wrong(&app, &visitor, &request, (&typed, None), StatusCode::NOT_FOUND);
    };
    let said = match &publication {
        Some(publication) => Some(said(&app, &visitor, &event, publication).await?),
        None => None,
    };
    let page = Public {
        title: event.title.clone(),
        when: day(&app, &visitor.locale, event.starts_at),
        place: event.place.clone(),
        waiting: if said.is_some() { None } else { Some(waiting(&app, &visitor.locale, &event)?) },
        contact: Some(event.contact.clone()).filter(|contact| !contact.is_empty()),
        said,
        text_lang: own_words(&app, &visitor),
    };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// What is said while nothing is published.
fn waiting(app: &App, locale: &Locale, event: &Event) -> Result<String, Problem> {
    if event.called_off_at.is_some() {
        return Ok(locale.t("answered-waiting-called-off", &[])?);
    }
    if app.clock.now().micros() < event.closes_at {
        return Ok(locale.t("answered-waiting-open", &[("day", day(app, locale, event.closes_at).into())])?);
    }
    Ok(locale.t("answered-waiting", &[])?)
}

async fn said(app: &App, visitor: &Visitor, event: &Event, publication: &Publication) -> Result<Said, Problem> {
    let (locale, content) = (&visitor.locale, publication.said()?);
    let summary = results::for_everybody(app, visitor, event).await?;
    Ok(Said {
        published: locale.t("answered-public-published", &[("day", day(app, locale, publication.published_at).into())])?,
        sentences: summary.nothing.into_iter().chain(summary.sentences).collect(),
        priorities: summary.priorities,
        themes: themes(locale, &content.themes)?,
        answers: content.answers.iter().map(|one| published(app, locale, one)).collect::<Result<_, _>>()?,
        comments: comments(app, locale, event).await?,
    })
}

/// The comments that were published, question by question. What somebody takes back is gone from here at once. They stand in the
/// order of their words: in that of the answers, the first under each question would be the same person's.
async fn comments(app: &App, locale: &Locale, event: &Event) -> Result<Vec<Comments>, Problem> {
    let id = event.id;
    let found = app.store.read("published comments", move |conn| comments::published(conn, id)).await?;
    let (opener, mut groups) = (app.words(), BTreeMap::<(usize, String), Vec<Comment>>::new());
    for one in found {
        let Some(words) = opener.published(&one)? else { continue };
        let lang = Some(one.language).filter(|language| language != locale.language().as_str());
        groups.entry(about(app, locale, &one.comment.link_id)?).or_default().push(Comment { words, lang });
    }
    let sorted = |mut comments: Vec<Comment>| {
        comments.sort_by(|one, other| one.words.cmp(&other.words));
        comments
    };
    Ok(groups.into_iter().map(|((_, heading), comments)| Comments { heading, comments: sorted(comments) }).collect())
}

/// What a comment is about: where it stands among the others, and its heading.
fn about(app: &App, locale: &Locale, question: &str) -> Result<(usize, String), Problem> {
    let sense = question.strip_prefix(SENSE).and_then(|rest| rest.strip_suffix(WHY));
    let indicator = sense.and_then(|key| app.framework.indicators.iter().position(|one| one.key == key));
    let place = indicator.and_then(|at| Some((at, app.framework.indicators.get(at)?)));
    Ok(match (question, place) {
        (MATTERS, _) => (0, locale.t("answered-public-matters", &[])?),
        (MISSING, _) => (1, locale.t("answered-public-missing", &[])?),
        (_, Some((at, one))) => (2 + at, locale.t("answered-public-indicator", &[("indicator", one.title_in(locale.language()).into())])?),
        _ => (usize::MAX, locale.t("answered-public-else", &[])?),
    })
}
