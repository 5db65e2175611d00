//! What people said at events in their own words, and what became of it. The words themselves stay sealed where the answers are;
//! here is which of them there are, what was decided, and the wording that may be published, sealed with the key of its response.

use diesel::prelude::*;

use super::alerts::{self, Alert};
use super::conn::Conn;
use super::error::{Error, Result};
use super::events;
use super::ids::{AccountId, CommentId, EventId, ResponseId, SurveyId};
use super::responses::Response;
use super::schema::{coding_themes, codings, comment_redactions, comment_stances, comment_themes, comments, responses};

/// The column of the wording that may be published, as its seal names it.
pub const SEALED: &str = "comments.sealed";

/// Nobody has decided about it.
pub const WAITING: &str = "waiting";
/// Everybody may read its wording.
pub const PUBLISHED: &str = "published";
/// It is not published.
pub const KEPT_BACK: &str = "kept-back";

/// Its words may mean that somebody is at risk.
pub const SUGGESTED: &str = "suggested";
/// A person says that somebody may be at risk.
pub const RAISED: &str = "raised";
/// A person says that nobody is.
pub const DISMISSED: &str = "dismissed";

/// One answer in somebody's own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable, Selectable)]
#[diesel(table_name = comments)]
pub struct Comment {
    pub id: CommentId,
    pub event_id: EventId,
    pub survey_id: SurveyId,
    pub response_id: ResponseId,
    /// The question it answers.
    pub link_id: String,
    /// Whether whoever said it agreed that their words are published.
    pub may_publish: bool,
    /// [`WAITING`], [`PUBLISHED`] or [`KEPT_BACK`].
    pub status: String,
    /// The wording that everybody may read, sealed with the key of the response; nothing while it is not published.
    pub sealed: Option<String>,
    /// [`SUGGESTED`], [`RAISED`] or [`DISMISSED`]; nothing where neither its words nor anybody said so.
    pub concern: Option<String>,
    pub created_at: i64,
    pub decided_by: Option<AccountId>,
    pub decided_at: Option<i64>,
    /// When its themes were settled.
    pub themed_at: Option<i64>,
    /// How often it was decided about: who decides on an older state than the newest is told so.
    pub revision: i32,
}

/// An answer in somebody's own words that is on its way to being a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub id: CommentId,
    pub link_id: String,
    pub may_publish: bool,
    /// True where its words may mean that somebody is at risk.
    pub is_concern: bool,
}

/// What was taken out of a comment before it was published, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Redaction<'a> {
    pub start: i32,
    pub length: i32,
    /// The code of a [`crate::domain::engagement::redaction::Category`].
    pub category: &'a str,
}

/// A comment that everybody may read, with what its wording is opened with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub comment: Comment,
    /// The sealed key of its response.
    pub sealed_key: Option<String>,
    /// The language it is written in, as a BCP 47 tag.
    pub language: String,
    /// The code of whoever said it: about themselves, on behalf of somebody, as a carer.
    pub respondent: String,
}

/// Makes comments of what was said in a response to an event's own survey, in the transaction that sends it, and tells the team
/// of the event of what may mean that somebody is at risk. Where the survey belongs to no event, nothing is done.
pub fn gather(tx: &mut Conn, response: &Response, said: &[Said], now: i64) -> Result<()> {
    if said.is_empty() {
        return Ok(());
    }
    let Some(event) = events::by_survey(tx, response.survey_id)? else { return Ok(()) };
    let comment = |one: &Said| Comment {
        id: one.id,
        event_id: event.id,
        survey_id: response.survey_id,
        response_id: response.id,
        link_id: one.link_id.clone(),
        may_publish: one.may_publish,
        status: WAITING.to_owned(),
        concern: one.is_concern.then(|| SUGGESTED.to_owned()),
        created_at: now,
        ..Comment::default()
    };
    for comment in said.iter().map(comment) {
        diesel::insert_into(comments::table).values(&comment).execute(tx)?;
        if comment.concern.is_some() {
            tell(tx, &comment, now)?;
        }
    }
    Ok(())
}

/// Raises an alert for the team of the comment's event. Where there is one of the same answer that was acknowledged, it is raised
/// once more; one that nobody has acknowledged stands as it is.
pub fn tell(tx: &mut Conn, comment: &Comment, now: i64) -> Result<()> {
    if alerts::is_raised(tx, comment.survey_id, comment.response_id, &comment.link_id)? {
        return alerts::raise_again(tx, (comment.survey_id, comment.response_id, &comment.link_id), now);
    }
    let organisation_id = Some(events::get(tx, comment.event_id)?.alert_organisation_id);
    let (survey_id, response_id, link_id) = (comment.survey_id, comment.response_id, comment.link_id.clone());
    alerts::add(tx, &Alert { survey_id, response_id, link_id, raised_at: now, organisation_id, ..Alert::default() })
}

/// Forgets the comments of responses, with everything that was decided about them. By their surveys the rows are found without
/// looking at all.
pub fn remove(tx: &mut Conn, surveys: &[SurveyId], said: &[ResponseId]) -> Result<()> {
    let theirs = comments::table.filter(comments::survey_id.eq_any(surveys)).filter(comments::response_id.eq_any(said));
    let ids: Vec<CommentId> = theirs.select(comments::id).load(tx)?;
    if ids.is_empty() {
        return Ok(());
    }
    diesel::delete(comment_redactions::table.filter(comment_redactions::comment_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(coding_themes::table.filter(coding_themes::comment_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(codings::table.filter(codings::comment_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(comment_themes::table.filter(comment_themes::comment_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(comment_stances::table.filter(comment_stances::comment_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(comments::table.filter(comments::id.eq_any(&ids))).execute(tx)?;
    Ok(())
}

/// The comment of that number at one of these events. [`Error::NotFound`] where there is none.
pub fn find(conn: &mut Conn, id: CommentId, events: &[EventId]) -> Result<Comment> {
    let own = comments::table.find(id).filter(comments::event_id.eq_any(events));
    own.first(conn).optional()?.ok_or(Error::NotFound)
}

/// The comments of an event that everybody may read, the oldest first.
pub fn published(conn: &mut Conn, event: EventId) -> Result<Vec<Published>> {
    let all = comments::table.filter(comments::event_id.eq(event)).filter(comments::status.eq(PUBLISHED));
    let all = all.order((comments::created_at, comments::id)).load(conn)?;
    published_rows(conn, all)
}

/// Those of these comments that everybody may read, the oldest first.
pub fn published_among(conn: &mut Conn, ids: &[CommentId]) -> Result<Vec<Published>> {
    let some = comments::table.filter(comments::id.eq_any(ids)).filter(comments::status.eq(PUBLISHED));
    let some = some.order((comments::created_at, comments::id)).load(conn)?;
    published_rows(conn, some)
}

fn published_rows(conn: &mut Conn, all: Vec<Comment>) -> Result<Vec<Published>> {
    let said: Vec<ResponseId> = all.iter().map(|comment| comment.response_id).collect();
    let mut surveys: Vec<SurveyId> = all.iter().map(|comment| comment.survey_id).collect();
    surveys.dedup();
    let of = responses::table.filter(responses::survey_id.eq_any(&surveys)).filter(responses::id.eq_any(&said));
    let of: Vec<Response> = of.load(conn)?;
    let one = |comment: Comment| {
        let response = of.iter().find(|response| response.id == comment.response_id)?;
        let (sealed_key, language) = (response.sealed_key.clone(), response.language.clone());
        Some(Published { comment, sealed_key, language, respondent: response.respondent.clone() })
    };
    Ok(all.into_iter().filter_map(one).collect())
}
