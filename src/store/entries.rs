//! What staff enter answers for: a request to answer, of somebody in the care of the organisations they act for.

use diesel::prelude::*;

use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::Episode;
use super::error::Result;
use super::ids::{InvitationId, OrganisationId, PersonId};
use super::invitations::Invitation;
use super::schema::{episodes, invitations, people, responses, surveys};

/// A request to answer, and whose it is.
#[derive(Debug, Clone)]
pub struct Asked {
    pub invitation: Invitation,
    pub episode: Episode,
    /// The key of the survey.
    pub survey: String,
    /// True when answers to it were sent, also where the person has taken them back since.
    pub is_answered: bool,
    /// The language of the person, as a BCP 47 tag.
    pub language: String,
    /// Who the person is, sealed; nothing where that was never kept.
    pub record: Option<Row>,
}

/// A request to a person in the care of one of these organisations. [`super::Error::NotFound`] for any other, and where the
/// person's record was erased or became part of another.
pub fn find(conn: &mut Conn, organisations: &[OrganisationId], person: PersonId, invitation: InvitationId) -> Result<Asked> {
    let same_episode = episodes::organisation_id.eq(invitations::organisation_id).and(episodes::id.eq(invitations::episode_id));
    let same_person = people::organisation_id.eq(episodes::organisation_id).and(people::id.eq(episodes::person_id));
    let found = invitations::table
        .inner_join(episodes::table.on(same_episode))
        .inner_join(people::table.on(same_person))
        .inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)))
        .filter(invitations::id.eq(invitation))
        .filter(invitations::organisation_id.eq_any(organisations))
        .filter(people::id.eq(person))
        .filter(people::erased_at.is_null().and(people::merged_into.is_null()))
        .select((invitations::all_columns, episodes::all_columns, surveys::key, people::language));
    let (invitation, episode, survey, language): (Invitation, Episode, String, String) = found.first(conn)?;
    let sent = responses::table.filter(responses::invitation_id.eq(invitation.id)).filter(responses::status.ne("draft"));
    let is_answered = diesel::select(diesel::dsl::exists(sent)).get_result(conn)?;
    let record = demographics::find(conn, episode.organisation_id, episode.person_id)?;
    Ok(Asked { invitation, episode, survey, is_answered, language, record })
}

/// The person and the request that a spoken code of that hash stands for, at one of these organisations.
pub fn by_code_hash(conn: &mut Conn, organisations: &[OrganisationId], hash: &str) -> Result<Option<(PersonId, InvitationId)>> {
    let same = episodes::organisation_id.eq(invitations::organisation_id).and(episodes::id.eq(invitations::episode_id));
    let found = invitations::table
        .inner_join(episodes::table.on(same))
        .filter(invitations::code_hash.eq(hash))
        .filter(invitations::organisation_id.eq_any(organisations))
        .select((episodes::person_id, invitations::id));
    Ok(found.first(conn).optional()?)
}
