//! Answers as they stand in the database once they were sent, without anybody having to press through the pages.

use jiff::civil::Date;
use saywell::domain::indicator::{Definition, Period};
use saywell::store::days::day;
use saywell::store::ids::{EpisodeId, InvitationId, ResponseId};
use saywell::store::responses::{self, Response};
use saywell::store::submissions::{self, Outcome, Submission};
use saywell::store::{answers, episodes, scores, surveys, withdrawals};

use super::{App, NOW};

/// What somebody said in a survey.
#[derive(Clone)]
pub struct Said {
    pub survey: &'static str,
    pub mode: &'static str,
    pub respondent: &'static str,
    pub language: &'static str,
    /// Question, kind, value, and whether it was worked out from other answers.
    pub answers: Vec<(&'static str, &'static str, String, bool)>,
    /// Score and thousandths.
    pub scores: Vec<(&'static str, i64)>,
}

impl Said {
    /// Whether they live in settled accommodation: `Y`, `N` or `Z`.
    pub fn settled(status: &str) -> Self {
        Self::of("settled-accommodation", vec![("settled", "text", status.to_owned(), true)], Vec::new())
    }

    pub fn of(survey: &'static str, answers: Vec<(&'static str, &'static str, String, bool)>, scores: Vec<(&'static str, i64)>) -> Self {
        Self { survey, mode: "web", respondent: "self", language: "en", answers, scores }
    }
}

impl App {
    /// Somebody answers, in an episode or as nobody known.
    pub fn says(&self, episode: Option<EpisodeId>, on: Date, said: &Said) -> ResponseId {
        self.says_when_asked(episode, None, on, said)
    }

    /// The same, asked by an invitation.
    pub fn says_when_asked(&self, episode: Option<EpisodeId>, invitation: Option<InvitationId>, on: Date, said: &Said) -> ResponseId {
        self.keep_said((episode, invitation), on, said, &self.state.definitions_of(said.survey))
    }

    fn keep_said(
        &self,
        (episode, invitation): (Option<EpisodeId>, Option<InvitationId>),
        on: Date,
        said: &Said,
        definitions: &[Definition],
    ) -> ResponseId {
        let id = self.state.random.id(&self.state.clock);
        let (survey_id, response_id) = (self.survey(said.survey), ResponseId(id));
        let version_id = self.store().read_now("version", |conn| surveys::find(conn, said.survey)).unwrap().1.id;
        let owner = episode.map(|episode| self.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap());
        let locality_id = owner.as_ref().and_then(|owner| owner.locality_id);
        let response = Response {
            survey_id,
            id: response_id,
            version_id,
            organisation_id: owner.as_ref().map(|owner| owner.organisation_id),
            locality_id,
            episode_id: episode,
            invitation_id: invitation,
            timepoint: if episode.is_some() { "review" } else { "unscheduled" }.to_owned(),
            respondent: said.respondent.to_owned(),
            mode: said.mode.to_owned(),
            language: said.language.to_owned(),
            status: "draft".to_owned(),
            expires_at: NOW.plus_days(14).micros(),
            resume_hash: id.to_string(),
            ..Response::default()
        };
        let row = |(link, kind, value, derived): &(&str, &str, String, bool)| answers::Row {
            survey_id,
            response_id,
            link_id: (*link).to_owned(),
            position: 0,
            kind: (*kind).to_owned(),
            value: value.clone(),
            system: None,
            derived: *derived,
        };
        let score = |(score, thousandths): &(&str, i64)| scores::Row {
            survey_id,
            response_id,
            score: (*score).to_owned(),
            thousandths: *thousandths,
        };
        let submission = Submission {
            survey_id,
            response_id,
            revision: 0,
            submitted_at: NOW.micros(),
            period: Period::of(on).number(),
            answered_day: day(on),
            receipt_hash: format!("r{id}"),
            locality_id,
            answers: said.answers.iter().map(row).collect(),
            scores: said.scores.iter().map(score).collect(),
            alerts: Vec::new(),
            said: Vec::new(),
        };
        let send = |tx: &mut saywell::store::Conn| {
            responses::add(tx, &response)?;
            submissions::submit(tx, &submission, definitions)
        };
        assert_eq!(self.store().write_now("send", send).unwrap(), Outcome::Accepted);
        response_id
    }

    /// Somebody answers, and nothing is counted yet.
    pub fn said(&self, episode: Option<EpisodeId>, on: Date, said: &Said) -> ResponseId {
        self.keep_said((episode, None), on, said, &[])
    }

    /// Somebody takes their answers back.
    pub fn takes_back(&self, survey: &str, response: ResponseId) {
        let (id, definitions) = (self.survey(survey), self.state.definitions_of(survey));
        let take_back = |tx: &mut saywell::store::Conn| withdrawals::withdraw(tx, id, response, NOW.micros(), &definitions);
        assert!(self.store().write_now("take back", take_back).unwrap());
    }
}
