//! Sending what was typed from a paper: the same transaction as every submission, with the day that stands on the paper.

use super::paper::subject;
use super::sheet::Sheet;
use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::transcript::Transcript;
use crate::domain::indicator::Definition;
use crate::domain::survey::Language;
use crate::domain::survey::complete::complete;
use crate::secret::Secret;
use crate::store::ids::{EpisodeId, ResponseId};
use crate::store::responses::Response;
use crate::store::submissions::{self, Outcome, Submission};
use crate::store::transcriptions::{self, Paper};
use crate::store::{self, Conn, Error, audit, episodes, organisations};
use crate::web::problem::Problem;
use crate::web::respond::check::{postcode_area, submission};
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;

/// Everything that sending a paper brings, worked out before the transaction begins.
pub struct Sending {
    response: Response,
    episode: EpisodeId,
    transcript: Transcript,
    submission: Submission,
    /// The first half of the postcode, where the answers say it.
    area: Option<String>,
    definitions: Vec<Definition>,
    event: Event,
    secret: Secret,
}

/// Works out what a paper brings.
pub fn prepare(
    app: &App,
    staff: &Staff<EnterAnswers>,
    sheet: &Sheet<'_>,
    paper: &Paper,
    transcript: &Transcript,
) -> Result<Sending, Problem> {
    let (response, asked) = (&paper.response, &sheet.entry.asked);
    let language = Language::parse(&response.language).unwrap_or_else(Language::english);
    let completed = complete(&sheet.journey, &transcript.answers, &language, transcript.answered)?;
    let typists: Vec<String> = paper.passes.iter().map(|pass| format!("account:{}", pass.entered_by.0)).collect();
    let detail = format!("{} paper, typed first by {}", asked.survey, typists.join(" and by "));
    let event = staff.event(app, Action::AnswersEntered).about(subject(sheet.entry)).with(detail);
    Ok(Sending {
        submission: submission(app, response, response.revision, &completed, transcript.answered)?,
        area: postcode_area(&completed),
        definitions: app.definitions_of(&asked.survey),
        event: event.within(asked.episode.organisation_id.0),
        secret: app.secret.clone(),
        episode: asked.episode.id,
        transcript: transcript.clone(),
        response: response.clone(),
    })
}

impl Sending {
    /// What the answers are sent as.
    pub const fn response(&self) -> ResponseId {
        self.response.id
    }

    /// Sends the answers while the paper still has that many passes. [`Error::NotFound`] where somebody else has changed or sent
    /// it meanwhile: then nothing is changed.
    pub fn send(&self, tx: &mut Conn, passes: usize) -> store::Result<()> {
        episodes::hold(tx, self.episode)?;
        let invitation = self.response.invitation_id.ok_or(Error::NotFound)?;
        let paper = transcriptions::of_invitation(tx, invitation)?.ok_or(Error::NotFound)?;
        if paper.passes.len() != passes || paper.response.id != self.response.id {
            return Err(Error::NotFound);
        }
        transcriptions::agree(tx, &self.response, &self.transcript)?;
        let locality_id = self.area.as_deref().map(|area| organisations::locality_of(tx, area)).transpose()?.flatten();
        match submissions::submit(tx, &Submission { locality_id, ..self.submission.clone() }, &self.definitions)? {
            Outcome::Accepted => audit::add(tx, &self.secret, &self.event),
            Outcome::Already | Outcome::Stale => Err(Error::NotFound),
        }
    }
}
