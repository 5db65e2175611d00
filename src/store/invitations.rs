//! Requests to answer: one for each episode and timepoint. The token of the link is kept only as a hash.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, InvitationId, OrganisationId, SurveyId};
use super::schema::{invitations, surveys};

/// One request to answer one survey.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    pub organisation_id: OrganisationId,
    pub id: InvitationId,
    pub episode_id: EpisodeId,
    pub survey_id: SurveyId,
    pub timepoint: String,
    /// Days since 1970-01-01.
    pub asked_day: i32,
    pub token_hash: Option<String>,
    pub expires_at: i64,
    /// The key of the schedule that asked; nothing where somebody asked by hand.
    pub schedule: Option<String>,
    /// The way they are asked: a code of [`crate::domain::care::channel::Channel`].
    pub channel: Option<String>,
    /// Why they were not asked after all; nothing where they were.
    pub not_asked: Option<String>,
    /// Stands for the spoken code; keyed.
    pub code_hash: Option<String>,
    /// When the schedule looks at it again; nothing when it is over.
    pub next_at: Option<i64>,
    pub sent_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub bounced_at: Option<i64>,
    /// When its page was first opened.
    pub opened_at: Option<i64>,
    pub started_at: Option<i64>,
    pub finished_at: Option<i64>,
    pub declined_at: Option<i64>,
}

/// Adds invitations, many at a time.
pub fn add(tx: &mut Conn, all: &[Invitation]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(invitations::table).values(some).execute(c))?;
    }
    Ok(())
}

/// The invitation whose link has a token of that hash, with the key of its survey.
pub fn by_token_hash(conn: &mut Conn, hash: &str) -> Result<Option<(Invitation, String)>> {
    let found = invitations::table
        .inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)))
        .filter(invitations::token_hash.eq(hash))
        .select((invitations::all_columns, surveys::key));
    Ok(found.first(conn).optional()?)
}
