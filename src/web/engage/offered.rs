//! What may be chosen when an event is planned: who holds it, whose team acts on alerts, and what it can ask.

use jiff::civil::Date;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::plan::About;
use crate::domain::framework::Framework;
use crate::store::events::Event;
use crate::store::organisations::Organisation;
use crate::store::{Conn, alert_teams, event_surveys, organisations, surveys};
use crate::web::problem::Problem;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// What may be chosen.
pub struct Offered {
    /// Row id and name.
    pub holders: Vec<(i64, String)>,
    pub teams: Vec<(i64, String)>,
    /// Key and title.
    pub surveys: Vec<(String, String)>,
    /// True where somebody has begun to answer: the questions stay as they are.
    pub is_fixed: bool,
    holder_ids: Vec<i64>,
    team_ids: Vec<i64>,
    survey_keys: Vec<String>,
    programmes: Vec<String>,
    outcomes: Vec<String>,
    indicators: Vec<String>,
    kept: Option<Date>,
}

impl Offered {
    /// What may be chosen for a new event, or for the one that is changed.
    pub async fn to(app: &App, staff: &Staff<ManageEvents>, event: Option<&Event>) -> Result<Self, Problem> {
        let (own, survey) = (staff.organisations(), event.and_then(|event| event.survey_id));
        let chosen = event.and_then(|event| event.base_survey.clone());
        let read = move |conn: &mut Conn| {
            let is_fixed = survey.map_or(Ok(false), |survey| event_surveys::is_answered(conn, survey))?;
            Ok((organisations::list(conn)?, alert_teams::list(conn)?, surveys::list(conn)?, is_fixed))
        };
        let (all, teams, surveys, is_fixed) = app.store.read("what an event may be", read).await?;
        let named = |one: &Organisation| (one.id.0, one.name.clone());
        let with_team = |one: &&Organisation| teams.iter().any(|team| team.organisation_id == one.id);
        // A survey that was closed since stays what the event begins with.
        let open = surveys.into_iter().filter(|(survey, _)| survey.status == "open" || Some(&survey.key) == chosen.as_ref());
        let day = event.map(|event| Moment::from_micros(event.starts_at).date(app.clock.zone()));
        let holders = all.iter().filter(|one| own.contains(&one.id)).map(named).collect();
        let teams = all.iter().filter(with_team).map(named).collect();
        Ok(Self::of(holders, teams, open.map(|(survey, newest)| (survey.key, newest.title)).collect(), &app.framework).with(is_fixed, day))
    }

    fn of(holders: Vec<(i64, String)>, teams: Vec<(i64, String)>, surveys: Vec<(String, String)>, framework: &Framework) -> Self {
        Self {
            holder_ids: holders.iter().map(|(id, _)| *id).collect(),
            team_ids: teams.iter().map(|(id, _)| *id).collect(),
            survey_keys: surveys.iter().map(|(key, _)| key.clone()).collect(),
            programmes: framework.programmes.iter().map(|one| one.key.clone()).collect(),
            outcomes: framework.outcomes.iter().map(|one| one.key.clone()).collect(),
            indicators: framework.indicators.iter().map(|one| one.key.clone()).collect(),
            holders,
            teams,
            surveys,
            is_fixed: false,
            kept: None,
        }
    }

    fn with(self, is_fixed: bool, kept: Option<Date>) -> Self {
        Self { is_fixed, kept, ..self }
    }

    /// What a plan is held against.
    pub fn about<'a>(&'a self, app: &'a App) -> About<'a> {
        About {
            today: app.clock.today(),
            zone: app.clock.zone(),
            kept: self.kept,
            holders: &self.holder_ids,
            teams: &self.team_ids,
            programmes: &self.programmes,
            surveys: &self.survey_keys,
            outcomes: &self.outcomes,
            indicators: &self.indicators,
        }
    }
}
