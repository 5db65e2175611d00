//! An invitation with all that its page depends on: whom it asks, whether they may still be asked, and what they have answered.

use diesel::prelude::*;

use super::conn::Conn;
use super::episodes::{Episode, Person};
use super::error::{Error, Result};
use super::ids::EpisodeId;
use super::invitations::Invitation;
use super::responses::Response;
use super::schema::{episodes, invitations, people, responses, surveys};
use super::stops;
use crate::domain::care::asking::Standing;

/// An invitation, and what it leads to.
#[derive(Debug, Clone)]
pub struct Invited {
    pub invitation: Invitation,
    /// The key of the survey.
    pub survey: String,
    pub person: Person,
    pub episode: Episode,
    pub standing: Standing,
    /// Every response to it, the one saved last first.
    pub responses: Vec<Response>,
}

impl Invited {
    /// The response that was sent, even if it was taken back since.
    #[must_use]
    pub fn sent(&self) -> Option<&Response> {
        self.responses.iter().find(|response| !response.is_draft())
    }

    /// The draft that the person began themselves and that has time left: never one that staff or a shared tablet holds.
    #[must_use]
    pub fn own_draft(&self, now: i64) -> Option<&Response> {
        let own = |response: &&Response| response.entered_by.is_none() && response.kiosk_id.is_none();
        self.responses.iter().filter(own).find(|response| response.is_draft() && response.expires_at > now)
    }
}

/// The invitation whose link has a token of that hash.
pub fn by_token_hash(conn: &mut Conn, hash: &str) -> Result<Option<Invited>> {
    let found = invitations::table.filter(invitations::token_hash.eq(hash)).first(conn).optional()?;
    found.map(|invitation| whole(conn, invitation)).transpose()
}

/// The invitation whose spoken code has that hash.
pub fn by_code_hash(conn: &mut Conn, hash: &str) -> Result<Option<Invited>> {
    let found = invitations::table.filter(invitations::code_hash.eq(hash)).first(conn).optional()?;
    found.map(|invitation| whole(conn, invitation)).transpose()
}

fn whole(conn: &mut Conn, invitation: Invitation) -> Result<Invited> {
    let survey = surveys::table.find(invitation.survey_id).select(surveys::key).first(conn)?;
    let (person, episode) = person_of(conn, invitation.episode_id)?.ok_or(Error::NotFound)?;
    let noted = stops::of_people(conn, person.organisation_id, &[person.id])?;
    let own = responses::table.filter(responses::invitation_id.eq(invitation.id));
    let responses = own.order((responses::saved_at.desc(), responses::id.desc())).load(conn)?;
    Ok(Invited { standing: stops::standing(&person, &noted), invitation, survey, person, episode, responses })
}

/// Whose episode it is; nothing where there is none.
pub fn person_of(conn: &mut Conn, id: EpisodeId) -> Result<Option<(Person, Episode)>> {
    let Some(episode): Option<Episode> = episodes::table.filter(episodes::id.eq(id)).first(conn).optional()? else { return Ok(None) };
    let own = people::table.find((episode.organisation_id, episode.person_id));
    Ok(own.first(conn).optional()?.map(|person| (person, episode)))
}
