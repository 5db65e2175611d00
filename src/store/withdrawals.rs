//! Taking answers back: one transaction in which the answers are deleted and the indicators move as if they had never been
//! given. What stays is that somebody answered once, and took it back.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{ResponseId, SurveyId};
use super::responses::Response;
use super::schema::{responses, scores, transcriptions};
use super::{answers, comments, episodes, facts, invitations, subjects};
use crate::domain::indicator::{Definition, Subject};

/// Takes back what was sent. `false` when that had been done before, or nothing was sent: then nothing changes.
///
/// Answers, comments, scores and what was typed from paper are deleted. Alerts stay, without the answer they were raised for: that the
/// team was told, and what it did, is part of the record of care.
pub fn withdraw(tx: &mut Conn, survey: SurveyId, id: ResponseId, now: i64, definitions: &[Definition]) -> Result<bool> {
    let sent = responses::table.find((survey, id)).filter(responses::status.eq("submitted"));
    let set = (
        responses::status.eq("withdrawn"),
        responses::withdrawn_at.eq(now),
        responses::sealed_key.eq(None::<String>),
        responses::revision.eq(responses::revision + 1),
    );
    let Some(response): Option<Response> = diesel::update(sent).set(set).get_result(tx).optional()? else { return Ok(false) };
    answers::remove_all(tx, survey, id)?;
    comments::remove(tx, &[survey], &[id])?;
    diesel::delete(scores::table.filter(scores::survey_id.eq(survey)).filter(scores::response_id.eq(id))).execute(tx)?;
    let typed = transcriptions::table.filter(transcriptions::survey_id.eq(survey)).filter(transcriptions::response_id.eq(id));
    diesel::delete(typed).execute(tx)?;
    if let Some(invitation) = response.invitation_id {
        invitations::withdrawn(tx, invitation, now)?;
    }
    discount(tx, &response, definitions)?;
    Ok(true)
}

/// Brings the figures to what they are without this response.
fn discount(tx: &mut Conn, response: &Response, definitions: &[Definition]) -> Result<()> {
    let subjects = match response.episode_id {
        Some(id) => {
            episodes::hold(tx, id)?;
            let episode = episodes::find(tx, id)?;
            subjects::of_episodes(tx, &[episode])?
        }
        None => vec![Subject { id: response.id.0, episode: None, responses: Vec::new(), asked: Vec::new() }],
    };
    facts::refresh_each(tx, definitions, &subjects)
}
