//! Submitting a response: one transaction from the last press of the button to the moved indicator.

use diesel::prelude::*;

use super::alerts::{self, Alert};
use super::comments::{self, Said};
use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{LocalityId, ResponseId, SurveyId};
use super::responses::Response;
use super::schema::responses;
use super::{answers, attendance, facts, invitations, scores, subjects};
use crate::domain::indicator::Definition;

/// Everything a submission brings, worked out before the transaction begins.
#[derive(Debug, Clone)]
pub struct Submission {
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    /// The revision whose answers the person checked.
    pub revision: i32,
    pub submitted_at: i64,
    pub period: i32,
    pub answered_day: i32,
    pub receipt_hash: String,
    /// Where the person lives, when the answers say so and nothing else does.
    pub locality_id: Option<LocalityId>,
    /// Answers to what was asked, and what was derived from them. These and no others stay.
    pub answers: Vec<answers::Row>,
    pub scores: Vec<scores::Row>,
    /// The items whose answers call for help.
    pub alerts: Vec<String>,
    /// What was said in free text, as comments where the survey is an event's own.
    pub said: Vec<Said>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is on disk, and the indicators have moved.
    Accepted,
    /// It had been submitted before; nothing changed.
    Already,
    /// The answers have changed since they were checked; nothing changed.
    Stale,
}

/// Submits a response once, however often it is called.
pub fn submit(tx: &mut Conn, submission: &Submission, definitions: &[Definition]) -> Result<Outcome> {
    let Some(response) = mark_submitted(tx, submission)? else { return refused(tx, submission) };
    answers::remove_all(tx, submission.survey_id, submission.response_id)?;
    answers::add(tx, &submission.answers)?;
    scores::add(tx, &submission.scores)?;
    for link_id in &submission.alerts {
        alerts::add(
            tx,
            &Alert {
                survey_id: submission.survey_id,
                response_id: submission.response_id,
                link_id: link_id.clone(),
                raised_at: submission.submitted_at,
                organisation_id: response.organisation_id,
                ..Alert::default()
            },
        )?;
    }
    if let Some(attendee) = response.attendee_id {
        attendance::answered(tx, attendee, (submission.survey_id, submission.response_id), submission.submitted_at)?;
    }
    comments::gather(tx, &response, &submission.said, submission.submitted_at)?;
    if let Some(invitation) = response.invitation_id {
        invitations::finished(tx, invitation, submission.submitted_at)?;
    }
    count(tx, &response, definitions)?;
    Ok(Outcome::Accepted)
}

fn mark_submitted(tx: &mut Conn, submission: &Submission) -> Result<Option<Response>> {
    let own = responses::table.find((submission.survey_id, submission.response_id));
    let checked = own.filter(responses::status.eq("draft")).filter(responses::revision.eq(submission.revision));
    let set = (
        responses::status.eq("submitted"),
        responses::submitted_at.eq(submission.submitted_at),
        responses::saved_at.eq(submission.submitted_at),
        responses::period.eq(submission.period),
        responses::answered_day.eq(submission.answered_day),
        responses::receipt_hash.eq(&submission.receipt_hash),
    );
    let marked: Option<Response> = diesel::update(checked).set(set).get_result(tx).optional()?;
    match (marked, submission.locality_id) {
        (Some(response), Some(locality)) if response.locality_id.is_none() => {
            let own = responses::table.find((submission.survey_id, submission.response_id));
            Ok(Some(diesel::update(own).set(responses::locality_id.eq(locality)).get_result(tx)?))
        }
        (marked, _) => Ok(marked),
    }
}

fn refused(tx: &mut Conn, submission: &Submission) -> Result<Outcome> {
    let response: Response = responses::table.find((submission.survey_id, submission.response_id)).first(tx)?;
    match response.status.as_str() {
        "submitted" => Ok(Outcome::Already),
        "draft" => Ok(Outcome::Stale),
        _ => Err(Error::NotFound),
    }
}

fn count(tx: &mut Conn, response: &Response, definitions: &[Definition]) -> Result<()> {
    if let Some(id) = response.episode_id {
        return facts::refresh_episode(tx, id, definitions);
    }
    let subjects = subjects::of_open(tx, std::slice::from_ref(response))?;
    facts::refresh_each(tx, definitions, &subjects)
}
