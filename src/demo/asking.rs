//! Asking people, and keeping what they say: the invitation, and the response with its answers, scores and alerts, as
//! the program itself would have kept them.

use jiff::civil::Date;

use crate::clock::Moment;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::indicator::Period;
use crate::domain::survey::complete::{Completed, complete};
use crate::domain::survey::{Language, Respondent};
use crate::secret::Purpose;
use crate::store::alerts::Alert;
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::ids::{EpisodeId, InvitationId, LocalityId, OrganisationId, ResponseId, SurveyId, VersionId};
use crate::store::invitations::Invitation;
use crate::store::responses::Response;
use crate::store::{answers, scores};

use super::answering::{Voice, answer};
use super::dice::likelihood;
use super::people::Someone;
use super::time::winter;
use super::{Error, World};

/// Days that a personal link is good for.
pub const LINK_DAYS: i32 = 28;
/// Nobody has looked yet at alerts that were raised on these last days.
const FRESH_ALERT_DAYS: i32 = 2;

/// One request to answer.
pub struct Ask<'a> {
    pub someone: &'a Someone,
    pub episode: &'a Episode,
    pub survey: &'static str,
    pub timepoint: Timepoint,
    pub on: i32,
    pub respondent: Respondent,
    /// How well they are by then, over and above the person: provider, time and treatment.
    pub lift: f64,
    /// Log odds of answering of somebody who is neither likelier nor less likely than others.
    pub odds: f64,
}

/// One set of answers, before they are given.
pub struct Said<'a> {
    pub survey: &'static str,
    pub voice: Voice,
    pub on: i32,
    pub timepoint: Timepoint,
    pub language: &'a str,
    pub organisation: Option<OrganisationId>,
    pub locality: Option<LocalityId>,
    pub episode: Option<EpisodeId>,
    pub invitation: Option<InvitationId>,
}

impl World<'_> {
    /// Asks, on a day of the demo, and keeps the answers if they come by today. Returns whether they came.
    pub fn ask(&mut self, ask: &Ask<'_>) -> Result<bool, Error> {
        if !self.window.holds(ask.on) {
            return Ok(false);
        }
        let id = InvitationId(self.ids.next());
        self.invite(id, ask, None)?;
        let well = ask.someone.well + ask.lift - 0.1 * winter(ask.on);
        let odds = ask.odds + ask.someone.leaning_to_answer(ask.on, well) - 0.1 * winter(ask.on);
        let answered_on = ask.on + self.dice.lasting(patience(ask.timepoint)).min(LINK_DAYS - 1);
        if !self.dice.chance(likelihood(odds)) || answered_on > self.window.today {
            self.pass(ask);
            return Ok(false);
        }
        let Someone { sex, home, language, .. } = *ask.someone;
        let voice = Voice { respondent: ask.respondent, age: ask.someone.age(answered_on), sex, well, postcode: home.postcode };
        self.keep(&Said {
            survey: ask.survey,
            voice,
            on: answered_on,
            timepoint: ask.timepoint,
            language,
            organisation: Some(ask.episode.organisation_id),
            locality: ask.episode.locality_id,
            episode: Some(ask.episode.id),
            invitation: Some(id),
        })?;
        self.finish(ask);
        Ok(true)
    }

    /// Puts the invitation of a request down, with a link where there is one.
    pub fn invite(&mut self, id: InvitationId, ask: &Ask<'_>, token_hash: Option<String>) -> Result<(), Error> {
        let survey_id = self.survey(ask.survey)?.survey.id;
        let expires_at = self.moment(ask.on + LINK_DAYS, 23 * 60 + 59).micros();
        self.batch.invitations.push(Invitation {
            organisation_id: ask.episode.organisation_id,
            id,
            episode_id: ask.episode.id,
            survey_id,
            timepoint: ask.timepoint.code().to_owned(),
            asked_day: ask.on,
            schedule: if token_hash.is_some() { None } else { schedule(ask).map(str::to_owned) },
            token_hash,
            expires_at,
            ..Invitation::default()
        });
        Ok(())
    }

    /// Keeps that somebody was due, and was not asked because they had died.
    pub fn leave(&mut self, ask: &Ask<'_>) -> Result<(), Error> {
        if self.window.holds(ask.on) {
            let id = InvitationId(self.ids.next());
            self.invite(id, ask, None)?;
            if let Some(row) = self.batch.invitations.last_mut() {
                row.not_asked = Some(NotAsked::Died.code().to_owned());
            }
        }
        Ok(())
    }

    /// Has somebody answer, and keeps the response.
    pub fn keep(&mut self, said: &Said<'_>) -> Result<(), Error> {
        let current = self.survey(said.survey)?;
        let (survey_id, version_id, journey) = (current.survey.id, current.version_id, current.journey.clone());
        let language =
            if journey.definition().languages.iter().any(|spoken| spoken.as_str() == said.language) { said.language } else { "en" };
        let spoken = Language::parse(language).unwrap_or_else(Language::english);
        let on = date(said.on);
        let draft = answer(&journey, &said.voice, &mut self.dice);
        let done = complete(&journey, &draft, &spoken, on).map_err(|why| Error::Survey(said.survey, why.to_string()))?;
        let id = ResponseId(self.ids.next());
        let minute = self.dice.between(8 * 60, 21 * 60);
        let submitted_at = self.moment(said.on, minute).min(self.setting.app.clock.now());
        let kept = Kept { survey_id, version_id, id, language, done, submitted_at };
        let response = self.response(said, &kept, on);
        let organisation = response.organisation_id;
        self.batch.responses.push(response);
        self.put(&kept);
        self.raise(&kept, organisation, said.on);
        self.counts.responses += 1;
        Ok(())
    }

    fn response(&mut self, said: &Said<'_>, kept: &Kept<'_>, on: Date) -> Response {
        let hash = |purpose| self.setting.app.secret.code_hash(purpose, &self.setting.app.secret.code(purpose, kept.id.0));
        let (resume_hash, receipt_hash) = (hash(Purpose::Resume), hash(Purpose::Receipt));
        let submitted_at = kept.submitted_at;
        Response {
            survey_id: kept.survey_id,
            id: kept.id,
            version_id: kept.version_id,
            organisation_id: said.organisation,
            locality_id: said.locality,
            episode_id: said.episode,
            invitation_id: said.invitation,
            timepoint: said.timepoint.code().to_owned(),
            respondent: said.voice.respondent.code().to_owned(),
            mode: self.mode(said.voice.age).to_owned(),
            language: kept.language.to_owned(),
            status: "submitted".to_owned(),
            revision: i32::try_from(kept.done.answers.iter().count()).unwrap_or(i32::MAX),
            started_at: submitted_at.plus_seconds(-60 * i64::from(self.dice.between(2, 14))).micros(),
            saved_at: submitted_at.micros(),
            expires_at: submitted_at.plus_days(LINK_DAYS.into()).micros(),
            submitted_at: Some(submitted_at.micros()),
            period: Some(Period::of(on).number()),
            answered_day: Some(said.on),
            resume_hash,
            receipt_hash: Some(receipt_hash),
            ..Response::default()
        }
    }

    /// Older people answer on paper and by phone more often.
    fn mode(&mut self, age: i32) -> &'static str {
        let old = f64::from((age - 45).clamp(0, 45)) / 45.0;
        self.dice.pick([("web", 0.85 - 0.5 * old), ("phone", 0.11 + 0.17 * old), ("paper", 0.04 + 0.33 * old)]).unwrap_or("web")
    }

    fn put(&mut self, kept: &Kept<'_>) {
        let (survey_id, response_id) = (kept.survey_id, kept.id);
        let given = kept.done.answers.iter().flat_map(|(id, given)| answers::rows(survey_id, response_id, id, given, false));
        let derived = kept.done.derived.iter().flat_map(|(id, given)| answers::rows(survey_id, response_id, id, given, true));
        self.batch.answers.extend(given.chain(derived));
        let score =
            |(score, thousandths): &(String, i64)| scores::Row { survey_id, response_id, score: score.clone(), thousandths: *thousandths };
        self.batch.scores.extend(kept.done.scores.iter().map(score));
    }

    /// Raises the alerts of a response. Somebody has looked at those that are not of the last days, most of them within the hour.
    fn raise(&mut self, kept: &Kept<'_>, organisation_id: Option<OrganisationId>, on: i32) {
        if kept.done.alerts.is_empty() {
            return;
        }
        let (survey_id, response_id) = (kept.survey_id, kept.id);
        let raised = Alert { survey_id, response_id, raised_at: kept.submitted_at.micros(), organisation_id, ..Alert::default() };
        let after = |seconds: i64| kept.submitted_at.plus_seconds(seconds).micros();
        let minutes = if self.dice.chance(0.85) { self.dice.between(4, 58) } else { self.dice.between(62, 400) };
        let looked_at = Alert {
            notified_at: Some(after(15)),
            acknowledged_at: Some(after(i64::from(minutes) * 60)),
            escalated_at: (minutes > 60).then(|| after(3600)),
            ..raised.clone()
        };
        let blank = if on + FRESH_ALERT_DAYS < self.window.today { looked_at } else { raised };
        self.batch.alerts.extend(kept.done.alerts.iter().map(|id| Alert { link_id: id.to_string(), ..blank.clone() }));
    }

    /// That minute of that day where the service is.
    pub fn moment(&self, on: i32, minute: i32) -> Moment {
        let zoned = date(on).to_zoned(self.setting.app.clock.zone().clone());
        let midnight = zoned.map_or(i64::from(on) * 86_400_000_000, |day| day.timestamp().as_microsecond());
        Moment::from_micros(midnight).plus_seconds(i64::from(minute) * 60)
    }
}

/// The schedule that asks this at that point, where one does.
fn schedule(ask: &Ask<'_>) -> Option<&'static str> {
    match (ask.survey, ask.timepoint) {
        (_, Timepoint::Review | Timepoint::Unscheduled) | ("independence-at-home", Timepoint::Baseline) => None,
        ("carer-experience", _) => Some("carers-mental-health"),
        (survey, _) => Some(survey),
    }
}

/// How many days an answer takes on average. On the 91st day somebody rings up.
const fn patience(timepoint: Timepoint) -> f64 {
    match timepoint {
        Timepoint::Discharge91Days => 1.5,
        _ => 4.0,
    }
}

/// A response that is complete.
struct Kept<'a> {
    survey_id: SurveyId,
    version_id: VersionId,
    id: ResponseId,
    language: &'a str,
    done: Completed,
    submitted_at: Moment,
}
