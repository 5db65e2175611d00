//! Everything about one event: how far it is, how many answers there are, how it is joined, what is planned, and the ways to what
//! else there is of it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::list::state;
use super::{own, parts, print, words};
use crate::app::App;
use crate::domain::engagement::State;
use crate::i18n::{Locale, MissingMessage};
use crate::qr;
use crate::store::event_changes::{self, Count};
use crate::store::events::{Event, listed};
use crate::store::organisations::{self, Organisation};
use crate::store::surveys;
use crate::store::{Conn, Error, event_surveys};
use crate::web::pages::engage::{Answers, Asked, ByHand, Fact, Join, Meeting, Titled};
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

const DONE: [&str; 5] = ["planned", "changed", "opened", "closed", "called-off"];

/// What stands in other tables than the event's own.
struct Around {
    count: Count,
    holder: Organisation,
    team: Organisation,
    /// The title of the survey it begins with.
    base: Option<String>,
    is_fixed: bool,
}

impl Around {
    async fn of(app: &App, event: &Event) -> Result<Self, Problem> {
        let (event, now) = (event.clone(), app.clock.now().micros());
        let read = move |conn: &mut Conn| {
            let base = event.base_survey.as_ref().map(|key| match surveys::find(conn, key) {
                Ok((_, newest)) => Ok(newest.title),
                Err(Error::NotFound) => Ok(key.clone()),
                Err(why) => Err(why),
            });
            Ok(Self {
                count: event_changes::count(conn, event.survey_id, now)?,
                holder: organisations::get(conn, event.organisation_id)?,
                team: organisations::get(conn, event.alert_organisation_id)?,
                base: base.transpose()?,
                is_fixed: event.survey_id.map_or(Ok(false), |survey| event_surveys::is_answered(conn, survey))?,
            })
        };
        Ok(app.store.read("event", read).await?)
    }
}

/// Shows it.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let around = Around::of(&app, &event).await?;
    let locale = &visitor.locale;
    let done = done.done.as_deref().filter(|done| DONE.contains(done));
    let at = event.state(app.clock.now().micros());
    let page = Meeting {
        title: event.title.clone(),
        done: done.map(|done| locale.t(&format!("engage-done-{done}"), &[])).transpose()?,
        state: state(locale, at)?,
        when: words::when(&app, locale, &event)?,
        at: words::at(&event),
        answers: answers(&app, locale, &event, &around.count)?,
        join: (at != State::CalledOff).then(|| join(&app, locale, &event)).transpose()?,
        facts: facts(locale, &event, &around)?,
        asked: asked(&app, locale, &event, &around),
        parts: parts::of(locale, &staff, &event)?,
        may_change: at != State::CalledOff,
        may_call_off: at != State::CalledOff && event.ends_at > app.clock.now().micros(),
        by_hand: by_hand(&event, at),
        text_lang: words::text_lang(locale),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn by_hand(event: &Event, at: State) -> Option<ByHand> {
    match at {
        State::Open => Some(ByHand::Close),
        State::Planned | State::Closed if event.survey_id.is_some() => Some(ByHand::Open),
        _ => None,
    }
}

fn answers(app: &App, locale: &Locale, event: &Event, count: &Count) -> Result<Option<Answers>, MissingMessage> {
    if event.survey_id.is_none() {
        return Ok(None);
    }
    let at = event.state(app.clock.now().micros());
    Ok(Some(Answers {
        sent: count.sent,
        begun: count.begun,
        from: words::moment(app, locale, event.opens_at)?,
        until: words::moment(app, locale, event.closes_at)?,
        is_over: matches!(at, State::Closed | State::CalledOff),
    }))
}

fn join(app: &App, locale: &Locale, event: &Event) -> Result<Join, MissingMessage> {
    let link = words::link(app, event);
    Ok(Join {
        code: words::code(event),
        address: words::short_address(app),
        qr: qr::draw(&link).unwrap_or_default(),
        link,
        prints: print::ways(app, locale, event)?,
    })
}

fn facts(locale: &Locale, event: &Event, around: &Around) -> Result<Vec<Fact>, MissingMessage> {
    let fact = |key: &str, lines: Vec<String>| Ok(Fact { name: locale.t(&format!("engage-fact-{key}"), &[])?, lines });
    let none = || locale.t("engage-none", &[]);
    let or_none = |lines: Vec<String>| if lines.is_empty() { Ok(vec![none()?]) } else { Ok(lines) };
    let hours = |key: &str, count: i32| if count == 0 { none() } else { locale.t(key, &[("count", i64::from(count).into())]) };
    let place = std::iter::once(event.place.as_str()).chain(event.directions.lines()).filter(|line| !line.is_empty());
    let mut facts = vec![
        fact("holder", vec![around.holder.name.clone()])?,
        fact("place", place.map(str::to_owned).collect())?,
        fact("offers", or_none(words::offers(locale, event)?)?)?,
        fact("languages", words::languages(locale, event)?)?,
    ];
    if let Some(room) = event.capacity {
        facts.push(fact("capacity", vec![locale.whole(room.into())])?);
    }
    facts.push(fact("contact", vec![event.contact.clone()])?);
    facts.push(fact("team", vec![around.team.name.clone()])?);
    facts.push(fact("follow-up", vec![hours("engage-hours", event.follow_up_hours)?])?);
    facts.push(fact("reminder", vec![hours("engage-days", event.reminder_days)?])?);
    Ok(facts)
}

/// What it asks; nothing where it asks nothing.
fn asked(app: &App, locale: &Locale, event: &Event, around: &Around) -> Option<Asked> {
    event.survey_id?;
    let titled = |said: &str, plain: &str| {
        let lang = words::text_lang(locale).filter(|_| said == plain);
        Titled { title: said.to_owned(), lang }
    };
    let language = locale.language();
    let outcome = |key: &str| app.framework.outcome(key).map(|one| titled(one.title_in(language), &one.title));
    let indicator = |key: &str| app.framework.indicator(key).map(|one| titled(one.title_in(language), &one.title));
    Some(Asked {
        survey: around.base.clone(),
        outcomes: listed(&event.outcomes).filter_map(outcome).collect(),
        indicators: listed(&event.indicators).filter_map(indicator).collect(),
        is_fixed: around.is_fixed,
    })
}
