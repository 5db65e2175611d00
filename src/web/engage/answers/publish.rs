//! Publishing: what is written is looked at as a whole, and what was looked at is published, word for word. The public page then
//! shows it until it is published again or taken away.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{at, line, written};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::Profile;
use crate::domain::engagement::answer_back::{Content, Draft, Theme};
use crate::domain::engagement::notice::Kind;
use crate::secret::token_hash;
use crate::store::answer_publications::{self, Publication};
use crate::store::event_messages::{self, Order};
use crate::store::events::Event;
use crate::store::ids::{AccountId, EventId};
use crate::store::{self, Conn, Error, audit, themes};
use crate::web::answered::shown::{own_words, themes as themes_shown, written as shown};
use crate::web::engage::own;
use crate::web::engage::released::is_over;
use crate::web::pages::answers_back::Preview;
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What came of it.
enum Outcome {
    Done,
    /// The public reads just that already: the form was sent twice, or nothing was changed.
    AsBefore,
    /// Something was changed since it was looked at.
    Stale,
}

/// Shows what would be published.
pub async fn look(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let (of, clock, random) = (event.clone(), app.clock.clone(), app.random.clone());
    let find = move |conn: &mut Conn| {
        let number = next(answer_publications::newest(conn, of.id)?.as_ref());
        let is_wanted = event_messages::wanted(conn, &Order::new(of.id, Kind::News, number, (&clock, &random)))? > 0;
        Ok((draft(conn, &of)?, is_wanted, number == 1))
    };
    let (draft, offers_news, news_chosen) = app.store.read("answers back", find).await?;
    let page = Preview {
        event: event.title.clone(),
        at: at(&event),
        answers: draft.answers.iter().map(|told| shown(&visitor.locale, told)).collect::<Result<_, _>>()?,
        themes: themes_shown(&visitor.locale, &draft.themes)?,
        why_not: why_not(&app, &event, &draft).map(|key| visitor.locale.t(key, &[])).transpose()?,
        hidden: vec![Hidden::new("seen", hash(&draft))],
        offers_news,
        news_chosen,
        text_lang: own_words(&app, &visitor),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Publishes what was looked at.
pub async fn publish_all(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, typed: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let list = format!("{}/answers", at(&event));
    let (seen, tells) = (typed.first("seen").to_owned(), typed.first("news") == "yes");
    let (state, by, told) = (app.clone(), staff.account, line(&app, &staff, &event, Action::AnswersBackPublished));
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let draft = draft(tx, &event)?;
        if hash(&draft) != seen || why_not(&state, &event, &draft).is_some() {
            return Ok(Outcome::Stale);
        }
        let newest = answer_publications::newest(tx, event.id)?;
        let before = newest.as_ref().map(Publication::said).transpose()?.unwrap_or_default();
        if newest.as_ref().is_some_and(|one| one.ended_at.is_none()) && before.says(&draft) {
            return Ok(Outcome::AsBefore);
        }
        let number = next(newest.as_ref());
        add(&state, tx, (event.id, number, by), &before.followed_by(draft, state.clock.now().micros()))?;
        let order = Order::new(event.id, Kind::News, number, (&state.clock, &state.random));
        let mails = if tells { event_messages::decide(tx, &order)? } else { 0 };
        audit::add(tx, &state.secret, &told.clone().with(format!("publication {number}, {mails} emails")))?;
        Ok(Outcome::Done)
    };
    Ok(match app.store.write("publish answers back", work).await? {
        Outcome::Done => reply::see_other(&format!("{list}?done=published#")),
        Outcome::AsBefore => reply::see_other(&format!("{list}?done=as-before#")),
        Outcome::Stale => return Err(Problem::Stale),
    })
}

pub(crate) fn add(
    app: &App,
    tx: &mut Conn,
    (event_id, number, published_by): (EventId, i32, AccountId),
    content: &Content,
) -> store::Result<()> {
    let content = serde_json::to_string(content).map_err(|why| Error::Corrupt(why.to_string()))?;
    let published_at = app.clock.now().micros();
    answer_publications::add(tx, &Publication { event_id, number, content, published_by, published_at, ended_at: None })
}

/// The number of the publication after this one.
fn next(newest: Option<&Publication>) -> i32 {
    newest.map_or(1, |one| one.number.saturating_add(1))
}

/// Takes what is published from the public page.
pub async fn end(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, _typed: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let (now, secret) = (app.clock.now().micros(), app.secret.clone());
    let (told, of) = (line(&app, &staff, &event, Action::AnswersBackEnded), event.id);
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        if answer_publications::end(tx, of, now)? { audit::add(tx, &secret, &told) } else { Ok(()) }
    };
    app.store.write("end answers back", work).await?;
    Ok(reply::see_other(&format!("{}/answers?done=ended#", at(&event))))
}

/// What would be published now. Themes that few people spoke of are named without a number.
pub(crate) fn draft(conn: &mut Conn, event: &Event) -> store::Result<Draft> {
    let answers = written(conn, event)?.into_iter().map(|(_, told)| told).collect();
    let heard = themes::heard_at(conn, event.id)?;
    let themes = heard.iter().map(|one| Theme { title: one.theme.title.clone(), people: one.shown(&Profile::mhsds()) }).collect();
    Ok(Draft { answers, themes })
}

/// What was looked at, in a few characters.
fn hash(draft: &Draft) -> String {
    token_hash(&serde_json::to_string(draft).unwrap_or_default())
}

/// Why nothing can be published now: the sentence that says so.
fn why_not(app: &App, event: &Event, draft: &Draft) -> Option<&'static str> {
    if event.called_off_at.is_some() {
        Some("answered-called-off")
    } else if !is_over(app, event) || app.clock.now().micros() < event.ends_at {
        Some("answered-too-early")
    } else {
        draft.answers.is_empty().then_some("answered-none")
    }
}
