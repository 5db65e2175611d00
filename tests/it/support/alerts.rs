//! Answers that call for somebody to look at them, and who gave them.

use saywell::domain::care::demographics::Demographics;
use saywell::store::alerts::{self, Alert};
use saywell::store::ids::{EpisodeId, OrganisationId, ResponseId};
use saywell::store::responses::{self, Response};
use saywell::store::{demographics, episodes, surveys};

use super::{App, NOW};

/// A survey with an item that calls for somebody to look, and the item.
pub const RISKY: &str = "postnatal-wellbeing";
pub const RISK: &str = "self-harm";

impl App {
    /// An alert raised so many minutes before now, about answers that name nobody.
    pub fn with_alert(&self, organisation: Option<OrganisationId>, minutes_ago: i64) -> ResponseId {
        let id = ResponseId(self.state.random.id(&self.state.clock));
        let (survey, newest) = self.store().read_now("survey", |conn| surveys::find(conn, RISKY)).unwrap();
        let at = NOW.plus_seconds(-60 * minutes_ago).micros();
        let response = Response {
            survey_id: survey.id,
            id,
            version_id: newest.id,
            organisation_id: organisation,
            timepoint: "unscheduled".to_owned(),
            respondent: "self".to_owned(),
            mode: "web".to_owned(),
            language: "en".to_owned(),
            status: "submitted".to_owned(),
            started_at: at,
            saved_at: at,
            expires_at: at,
            submitted_at: Some(at),
            resume_hash: format!("resume {}", id.0),
            ..Response::default()
        };
        let alert = Alert {
            survey_id: survey.id,
            response_id: id,
            link_id: RISK.to_owned(),
            raised_at: at,
            organisation_id: organisation,
            ..Alert::default()
        };
        let add = |tx: &mut _| {
            responses::add(tx, &response)?;
            alerts::add(tx, &alert)
        };
        self.store().write_now("alert", add).unwrap();
        id
    }

    /// Keeps who the person of an episode is.
    pub fn with_record(&self, episode: EpisodeId, record: &Demographics) {
        let care = self.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap();
        let id = self.state.random.id(&self.state.clock);
        let sealed = self.state.register().seal(id, (care.organisation_id, care.person_id), record, NOW.micros()).unwrap();
        self.store().write_now("record", |tx| demographics::add(tx, &[(sealed.row.clone(), sealed.terms.clone())])).unwrap();
    }
}
