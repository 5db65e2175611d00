//! Keeps what was planned, with the event's own survey: one transaction for both, so that an event never asks other questions than
//! those it was planned with.

use crate::app::App;
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::JoinCode;
use crate::domain::engagement::notice::Kind;
use crate::domain::engagement::plan::Plan;
use crate::event_survey::{Prepared, Refused};
use crate::store::error::Constraint;
use crate::store::event_messages::Order;
use crate::store::event_surveys::Kept;
use crate::store::events::{self, Event};
use crate::store::ids::{EventId, SurveyId};
use crate::store::surveys::Version;
use crate::store::{self, Conn, Error, audit, event_changes, event_messages, event_surveys, surveys};
use crate::web::problem::Problem;
use crate::web::staff::Member;

use super::typed::with_plan;

/// How often another join code is tried when one is taken.
const TRIES: usize = 8;

/// What became of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done(EventId),
    /// Somebody changed the event since it was read.
    Stale,
    /// Somebody has begun to answer: the questions stay as they are.
    Fixed,
    /// The survey that it is to begin with cannot.
    Unfit,
}

/// Keeps a new event.
pub async fn add(app: &App, staff: &Member, plan: &Plan) -> Result<Outcome, Problem> {
    let id = EventId(app.random.id(&app.clock));
    let (created_by, created_at) = (staff.account, app.clock.now().micros());
    for _ in 0..TRIES {
        let code = JoinCode::from_number(u64::from_le_bytes(app.random.bytes()));
        let bare = Event { id, join_code: code.as_str().to_owned(), created_by, created_at, revision: 1, ..Event::default() };
        let event = with_plan(bare, plan);
        let Some(prepared) = prepare(app, &event).await? else { return Ok(Outcome::Unfit) };
        let (line, secret) = (line(app, staff, Action::EventPlanned, &event), app.secret.clone());
        let work = move |tx: &mut Conn| {
            // The survey of an event that has this code already: the code is taken.
            let Survey::Kept(survey_id) = keep_survey(tx, prepared.as_ref())? else { return Err(Error::Taken(Constraint::EventJoinCode)) };
            events::add(tx, &Event { survey_id, ..event.clone() })?;
            audit::add(tx, &secret, &line)
        };
        match app.store.write("plan event", work).await {
            Ok(()) => return Ok(Outcome::Done(id)),
            Err(Error::Taken(Constraint::EventJoinCode)) => {}
            Err(why) => return Err(why.into()),
        }
    }
    Err(Problem::Busy)
}

/// Keeps an event that was changed.
pub async fn change(app: &App, staff: &Member, before: &Event, plan: &Plan) -> Result<Outcome, Problem> {
    let event = with_plan(before.clone(), plan);
    let asks_anew = plan.asks.is_some();
    let prepared = if asks_anew { prepare(app, &event).await? } else { Some(None) };
    let Some(prepared) = prepared else { return Ok(Outcome::Unfit) };
    let retitled = if asks_anew { None } else { retitled(app, before, &event).await? };
    let (line, secret) = (line(app, staff, Action::EventChanged, &event), app.secret.clone());
    let (id, had) = (event.id, before.survey_id);
    let moved = has_moved(app, before, &event);
    let order = Order::new(id, Kind::Changed, event.revision + 1, (&app.clock, &app.random));
    let work = move |tx: &mut Conn| {
        let mut next = event.clone();
        if asks_anew {
            let Survey::Kept(survey_id) = replace_survey(tx, had, prepared.as_ref(), &event)? else { return Ok(Outcome::Fixed) };
            next.survey_id = survey_id;
        } else if let (Some(survey), Some(version)) = (had, &retitled) {
            event_surveys::retitle(tx, survey, version)?;
        }
        event_changes::change(tx, &next)?;
        if moved {
            event_messages::decide(tx, &order)?;
        }
        audit::add(tx, &secret, &line)?;
        Ok(Outcome::Done(id))
    };
    match app.store.write("change event", work).await {
        Err(Error::NotFound) => Ok(Outcome::Stale),
        done => Ok(done?),
    }
}

/// The fixed questions of an event under its new title, where it has one.
async fn retitled(app: &App, before: &Event, after: &Event) -> Result<Option<Version>, Problem> {
    if before.survey_id.is_none() || before.title == after.title {
        return Ok(None);
    }
    match app.retitled(after).await {
        Ok(version) => Ok(Some(version)),
        Err(Refused::Store(why)) => Err(why.into()),
        Err(why) => Err(Problem::Internal(why.to_string())),
    }
}

/// True where those who were invited must hear of the change: it is elsewhere or at another time, and not over.
fn has_moved(app: &App, before: &Event, after: &Event) -> bool {
    let place = |event: &Event| (event.place.clone(), event.starts_at, event.ends_at);
    place(before) != place(after) && after.ends_at > app.clock.now().micros()
}

/// A line of the audit trail about an event.
pub fn line(app: &App, staff: &Member, action: Action, event: &Event) -> Line {
    staff.event(app, action).about(format!("event:{}", event.id.0)).within(event.organisation_id.0)
}

/// The survey of an event, ready to be kept; none where it asks nothing. `None` where its base survey cannot begin an event.
async fn prepare(app: &App, event: &Event) -> Result<Option<Option<Prepared>>, Problem> {
    if event.base_survey.is_none() && event.outcomes.is_empty() && event.indicators.is_empty() {
        return Ok(Some(None));
    }
    match app.prepare(event).await {
        Ok(prepared) => Ok(Some(Some(prepared))),
        Err(Refused::Store(why)) => Err(why.into()),
        Err(why) => {
            tracing::warn!(%why, "the survey of an event could not be made");
            Ok(None)
        }
    }
}

/// What became of the survey of an event.
enum Survey {
    /// It is kept, where there is one.
    Kept(Option<SurveyId>),
    /// It would change what somebody has begun to answer.
    Fixed,
}

/// Keeps the survey, if any.
fn keep_survey(tx: &mut Conn, prepared: Option<&Prepared>) -> store::Result<Survey> {
    let Some(prepared) = prepared else { return Ok(Survey::Kept(None)) };
    Ok(match event_surveys::keep(tx, &prepared.survey, &prepared.version)? {
        Kept::Saved(survey) => Survey::Kept(Some(survey)),
        Kept::Fixed => Survey::Fixed,
    })
}

/// The same, in the place of the survey that the event had.
fn replace_survey(tx: &mut Conn, had: Option<SurveyId>, prepared: Option<&Prepared>, event: &Event) -> store::Result<Survey> {
    if let (Some(survey), None) = (had, prepared) {
        if event_surveys::is_answered(tx, survey)? {
            return Ok(Survey::Fixed);
        }
        surveys::set_status(tx, &event.survey_key(), "closed")?;
    }
    keep_survey(tx, prepared)
}
