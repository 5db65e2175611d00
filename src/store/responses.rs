//! Responses: drafts that a person can come back to, and what was submitted.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::{Error, Result};
use super::ids::{AccountId, AttendeeId, EpisodeId, InvitationId, LocalityId, OrganisationId, ResponseId, SurveyId, VersionId};
use super::schema::{responses, surveys};

/// Where the keys of responses are kept, as it is bound into each.
pub const SEALED_KEY: &str = "responses.sealed_key";

/// A response as it stands.
#[derive(Debug, Clone, Default, Queryable, Insertable)]
#[diesel(table_name = responses)]
pub struct Response {
    pub survey_id: SurveyId,
    pub id: ResponseId,
    /// The exact version that was answered.
    pub version_id: VersionId,
    /// The service it is about, where that is known.
    pub organisation_id: Option<OrganisationId>,
    pub locality_id: Option<LocalityId>,
    pub episode_id: Option<EpisodeId>,
    pub invitation_id: Option<InvitationId>,
    pub timepoint: String,
    pub respondent: String,
    /// web, kiosk, phone or paper.
    pub mode: String,
    pub language: String,
    /// draft, submitted or withdrawn.
    pub status: String,
    /// Grows with every page saved, so that a page from before can be told.
    pub revision: i32,
    pub started_at: i64,
    pub saved_at: i64,
    pub expires_at: i64,
    pub submitted_at: Option<i64>,
    pub period: Option<i32>,
    pub answered_day: Option<i32>,
    pub resume_hash: String,
    pub receipt_hash: Option<String>,
    /// What somebody who answers on behalf of another is to them.
    pub relationship: Option<String>,
    /// How staff took part: `phone`, `in-person`, or `transcribed` from paper.
    pub assistance: Option<String>,
    /// The member of staff who did.
    pub entered_by: Option<AccountId>,
    pub kiosk_id: Option<i64>,
    pub withdrawn_at: Option<i64>,
    /// The key of what was said in free text, sealed; destroyed with the words when they are taken back or erased.
    pub sealed_key: Option<String>,
    /// Who began it by a personal link of an event; forgotten when it is sent.
    pub attendee_id: Option<AttendeeId>,
}

impl Response {
    /// True while it can still be changed.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == "draft"
    }
}

/// Begins a draft.
pub fn add(tx: &mut Conn, draft: &Response) -> Result<()> {
    diesel::insert_into(responses::table).values(draft).execute(tx)?;
    Ok(())
}

/// Adds responses, many at a time.
pub fn add_all(tx: &mut Conn, all: &[Response]) -> Result<()> {
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(responses::table).values(some).execute(c))?;
    }
    Ok(())
}

/// The response whose resume code has that hash, draft or submitted.
pub fn by_resume_hash(conn: &mut Conn, hash: &str) -> Result<Option<Response>> {
    Ok(responses::table.filter(responses::resume_hash.eq(hash)).first(conn).optional()?)
}

/// The response of that survey whose resume code has that hash. A code of another survey opens nothing here.
pub fn by_resume_hash_in(conn: &mut Conn, hash: &str, survey_key: &str) -> Result<Option<Response>> {
    let found = responses::table
        .inner_join(surveys::table.on(surveys::id.eq(responses::survey_id)))
        .filter(responses::resume_hash.eq(hash))
        .filter(surveys::key.eq(survey_key))
        .select(responses::all_columns);
    Ok(found.first(conn).optional()?)
}

/// The response whose receipt code has that hash: submitted, or taken back since.
pub fn by_receipt_hash(conn: &mut Conn, hash: &str) -> Result<Option<Response>> {
    Ok(responses::table.filter(responses::receipt_hash.eq(hash)).first(conn).optional()?)
}

/// The response of that number. [`Error::NotFound`] where there is none.
pub fn get(conn: &mut Conn, survey: SurveyId, id: ResponseId) -> Result<Response> {
    Ok(responses::table.find((survey, id)).first(conn)?)
}

/// The sealed key of what was said in free text; nothing when it was destroyed, or there never was one.
pub fn sealed_key(conn: &mut Conn, survey: SurveyId, id: ResponseId) -> Result<Option<String>> {
    Ok(responses::table.find((survey, id)).select(responses::sealed_key).first(conn)?)
}

/// True when there is any response at all.
pub fn any(conn: &mut Conn) -> Result<bool> {
    Ok(responses::table.select(responses::id).first::<ResponseId>(conn).optional()?.is_some())
}

/// A page of a draft that was saved.
#[derive(Debug, Clone)]
pub struct Saved {
    pub language: String,
    pub saved_at: i64,
    pub expires_at: i64,
}

/// Notes that a page of a draft was saved, and returns the new revision. [`Error::NotFound`] when it is no draft any more.
pub fn saved(tx: &mut Conn, survey: SurveyId, id: ResponseId, page: &Saved) -> Result<i32> {
    let draft = responses::table.find((survey, id)).filter(responses::status.eq("draft")).filter(responses::expires_at.gt(page.saved_at));
    let set = (
        responses::revision.eq(responses::revision + 1),
        responses::language.eq(&page.language),
        responses::saved_at.eq(page.saved_at),
        responses::expires_at.eq(page.expires_at),
    );
    diesel::update(draft).set(set).returning(responses::revision).get_result(tx).optional()?.ok_or(Error::NotFound)
}

/// Says who is answering. What they are to the person is asked anew.
pub fn set_respondent(tx: &mut Conn, survey: SurveyId, id: ResponseId, respondent: &str) -> Result<()> {
    let draft = responses::table.find((survey, id)).filter(responses::status.eq("draft"));
    let nobody = None::<String>;
    let set = (responses::respondent.eq(respondent), responses::relationship.eq(nobody), responses::revision.eq(responses::revision + 1));
    changed(diesel::update(draft).set(set).execute(tx)?)
}

/// Says what somebody who answers on behalf of another is to them.
pub fn set_relationship(tx: &mut Conn, survey: SurveyId, id: ResponseId, relationship: &str) -> Result<()> {
    let draft = responses::table.find((survey, id)).filter(responses::status.eq("draft"));
    let set = (responses::relationship.eq(relationship), responses::revision.eq(responses::revision + 1));
    changed(diesel::update(draft).set(set).execute(tx)?)
}

/// Says which service an open response is about.
pub fn set_organisation(tx: &mut Conn, survey: SurveyId, id: ResponseId, organisation: Option<OrganisationId>) -> Result<()> {
    let open = responses::table.find((survey, id)).filter(responses::status.eq("draft")).filter(responses::episode_id.is_null());
    let set = (responses::organisation_id.eq(organisation), responses::revision.eq(responses::revision + 1));
    changed(diesel::update(open).set(set).execute(tx)?)
}

/// Takes out a draft with its answers. Nothing happens where it was sent meanwhile.
pub fn drop_draft(tx: &mut Conn, survey: SurveyId, id: ResponseId) -> Result<()> {
    let draft = responses::table.find((survey, id)).filter(responses::status.eq("draft"));
    // Held until the end of the transaction, so that nobody sends it meanwhile.
    if diesel::update(draft).set(responses::revision.eq(responses::revision + 1)).execute(tx)? == 1 {
        remove(tx, survey, id)?;
    }
    Ok(())
}

fn changed(rows: usize) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Drafts that have run out: their answers and they themselves are taken out. Returns how many.
pub fn sweep(tx: &mut Conn, now: i64) -> Result<usize> {
    let over = responses::table.filter(responses::status.eq("draft")).filter(responses::expires_at.le(now));
    let ids: Vec<(SurveyId, ResponseId)> = over.select((responses::survey_id, responses::id)).limit(500).load(tx)?;
    for (survey, id) in &ids {
        remove(tx, *survey, *id)?;
    }
    Ok(ids.len())
}

/// Takes out a response that was never sent, with its answers and what was typed of it.
fn remove(tx: &mut Conn, survey: SurveyId, id: ResponseId) -> Result<()> {
    super::answers::remove_all(tx, survey, id)?;
    super::transcriptions::remove(tx, survey, id)?;
    diesel::delete(responses::table.find((survey, id))).execute(tx)?;
    Ok(())
}
