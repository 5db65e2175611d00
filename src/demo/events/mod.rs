//! The engagement events of the demo: one is over and was answered back, one runs now, one is to come. They are planned, invited
//! to, answered, read and answered back through the same rooms as any other.

mod answered;
mod coming;
mod evening;
mod guests;
mod read;
mod remarks;
mod visit;

use std::sync::Arc;

use crate::clock::{Clock, Moment};
use crate::domain::access::{Action, Event as Line};
use crate::domain::engagement::JoinCode;
use crate::domain::survey::Journey;
use crate::store::alert_teams::{self, Team};
use crate::store::event_surveys::{self, Kept};
use crate::store::events::{self, Event};
use crate::store::ids::{AccountId, EventId, OrganisationId, SurveyId, VersionId};
use crate::store::{Conn, audit};

use super::{Error, World};

/// Who leads the events, and who codes comments with them.
const LEAD: &str = "engagement@marlshire.example";
const SECOND: &str = "engagement2@marlshire.example";
/// Who acts on what cannot wait.
const COORDINATOR: &str = "coordinator@secondspring.example";

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// An event with what is needed to answer it.
struct Held {
    event: Event,
    journey: Arc<Journey>,
    survey: SurveyId,
    version: VersionId,
    /// Where those who come live: the first halves of postcodes, and how many of each there are.
    near: &'static [(&'static str, f64)],
}

/// What tells one event of the demo from another.
struct Sketch {
    title: &'static str,
    programme: &'static str,
    place: &'static str,
    directions: &'static str,
    offers: &'static str,
    outcomes: &'static str,
    indicators: &'static str,
    capacity: i32,
    starts: Moment,
    /// How long it takes, in seconds.
    lasts: i64,
    /// How long before it was planned, in days.
    planned: i64,
    near: &'static [(&'static str, f64)],
}

/// Holds them all.
pub(super) async fn hold(world: &mut World<'_>) -> Result<(), Error> {
    world.say_who_looks_at_alerts()?;
    let stopped = evening::hold(world).await?;
    coming::hold_now(world).await?;
    coming::plan(world, &stopped).await
}

impl World<'_> {
    fn organisation(&self, code: &str) -> Result<OrganisationId, Error> {
        let found = self.county.organisations.iter().find(|one| one.ods_code == code).map(|one| one.id);
        found.ok_or(Error::Store(crate::store::Error::NotFound))
    }

    /// No event can be planned without a team that acts on what cannot wait.
    fn say_who_looks_at_alerts(&self) -> Result<(), Error> {
        let team = Team {
            organisation_id: self.organisation("XM2")?,
            email: "alerts@secondspring.example".to_owned(),
            escalation_email: "on-call@secondspring.example".to_owned(),
            minutes: 60,
            hours: "1-7 08:00-20:00".to_owned(),
            changed_at: self.now().plus_days(-200).micros(),
        };
        Ok(self.setting.app.store.write_now("demo alert team", |tx| alert_teams::put(tx, &team))?)
    }

    fn now(&self) -> Moment {
        self.setting.app.clock.now()
    }

    /// The same hour two weeks later, also where the clocks change between.
    fn a_fortnight_after(&self, at: Moment) -> Moment {
        let later = at.zoned(self.setting.app.clock.zone()).checked_add(jiff::Span::new().days(14));
        later.map_or_else(|_| at.plus_days(14), |later| Moment::from_micros(later.timestamp().as_microsecond()))
    }

    /// The clock as it stood at that moment.
    fn clock_at(&self, at: Moment) -> Clock {
        Clock::fixed(at, self.setting.app.clock.zone().clone())
    }

    /// Plans an event, with its own survey.
    async fn plan_event(&mut self, sketch: &Sketch) -> Result<Held, Error> {
        let app = self.setting.app;
        let ends = sketch.starts.plus_seconds(sketch.lasts);
        let number = u64::try_from(self.dice.between(0, i32::MAX)).unwrap_or_default();
        let planned = sketch.starts.plus_days(-sketch.planned);
        let event = Event {
            id: EventId(self.ids.next()),
            organisation_id: self.organisation("XM0")?,
            alert_organisation_id: self.organisation("XM2")?,
            // Spread over all codes, of which there are fewer than 2^28.
            join_code: JoinCode::from_number(number % 191_102_976).as_str().to_owned(),
            title: sketch.title.to_owned(),
            programme: Some(sketch.programme.to_owned()),
            place: sketch.place.to_owned(),
            directions: sketch.directions.to_owned(),
            offers: sketch.offers.to_owned(),
            languages: "en pl".to_owned(),
            starts_at: sketch.starts.micros(),
            ends_at: ends.micros(),
            opens_at: sketch.starts.plus_seconds(-HOUR).micros(),
            closes_at: self.a_fortnight_after(ends).micros(),
            capacity: Some(sketch.capacity),
            base_survey: Some("event-feedback".to_owned()),
            outcomes: known(sketch.outcomes, |key| app.framework.outcome(key).is_some()),
            indicators: known(sketch.indicators, |key| app.framework.indicator(key).is_some()),
            follow_up_hours: 3,
            reminder_days: 4,
            contact: "Engagement team, 01632 960 150".to_owned(),
            created_by: self.account(LEAD)?,
            created_at: planned.micros(),
            revision: 1,
            ..Event::default()
        };
        let prepared = app.prepare(&event).await.map_err(|why| Error::Event(why.to_string()))?;
        let line = self.line(Action::EventPlanned, (event.created_by, planned), format!("event:{}", event.id.0));
        let keep = |tx: &mut Conn| {
            let Kept::Saved(survey) = event_surveys::keep(tx, &prepared.survey, &prepared.version)? else {
                return Err(crate::store::Error::NotFound);
            };
            events::add(tx, &Event { survey_id: Some(survey), ..event.clone() })?;
            audit::add(tx, &app.secret, &line)?;
            Ok(survey)
        };
        let survey = app.store.write_now("demo event", keep)?;
        let current = app.catalogue.current(&app.store, &event.survey_key()).await.map_err(|why| Error::Event(why.to_string()))?;
        let event = Event { survey_id: Some(survey), ..event };
        Ok(Held { event, journey: current.journey, survey, version: current.version_id, near: sketch.near })
    }

    /// A line of the audit trail about what one of the leads did.
    fn line(&self, action: Action, (who, at): (AccountId, Moment), subject: String) -> Line {
        let is_second = self.account(SECOND).is_ok_and(|second| second == who);
        let actor = if is_second { "Demo engagement lead 2" } else { "Demo engagement lead" };
        let organisation = self.county.organisations.first().map(|board| board.id.0);
        Line { account: Some(who.0), actor: actor.to_owned(), organisation, ..Line::at_command_line(at.micros(), action) }.about(subject)
    }
}

/// Those keys that the framework in force has.
fn known(keys: &str, is_known: impl Fn(&str) -> bool) -> String {
    let known: Vec<&str> = events::listed(keys).filter(|key| is_known(key)).collect();
    known.join(" ")
}
