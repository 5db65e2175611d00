//! Deciding about comments: which of them wait, what is decided about one, and what was taken out of it. Two people who decide
//! about the same comment at once are told apart by its revision.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::comments::{Comment, PUBLISHED, RAISED, Redaction, SUGGESTED, WAITING};
use super::conn::{Conn, MultiBackend};
use super::error::Result;
use super::ids::{AccountId, CommentId, EventId, ResponseId, VersionId};
use super::schema::{accounts, comment_redactions, comments, responses};

/// Which comments somebody wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those that nobody has decided about.
    Waiting,
    /// Those that may mean that somebody is at risk, whatever was decided about publishing them.
    Concern,
    Published,
    KeptBack,
    All,
}

/// What is decided about publishing a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub status: &'static str,
    /// The wording that everybody may read, sealed; nothing where it is not published.
    pub sealed: Option<String>,
    pub by: AccountId,
    pub at: i64,
}

/// How many comments there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub waiting: i64,
    pub concern: i64,
    pub published: i64,
    pub kept_back: i64,
}

#[derive(Insertable)]
#[diesel(table_name = comment_redactions)]
struct Row<'a> {
    comment_id: CommentId,
    start: i32,
    length: i32,
    category: &'a str,
    decided_by: AccountId,
    decided_at: i64,
}

impl Wanted {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Concern, Self::Published, Self::KeptBack, Self::All];

    /// The code that stands for it in addresses and sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Concern => "concern",
            Self::Published => "published",
            Self::KeptBack => "kept-back",
            Self::All => "all",
        }
    }

    /// The one a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wanted| wanted.code() == code)
    }
}

impl Counts {
    /// Every comment there is.
    #[must_use]
    pub const fn all(self) -> i64 {
        self.waiting + self.published + self.kept_back
    }

    /// Those that are wanted.
    #[must_use]
    pub const fn of(self, wanted: Wanted) -> i64 {
        match wanted {
            Wanted::Waiting => self.waiting,
            Wanted::Concern => self.concern,
            Wanted::Published => self.published,
            Wanted::KeptBack => self.kept_back,
            Wanted::All => self.all(),
        }
    }
}

/// A query on comments that can be narrowed further.
type Query<'a> = comments::BoxedQuery<'a, MultiBackend>;

fn at(events: &[EventId], wanted: Wanted) -> Query<'_> {
    let own = comments::table.filter(comments::event_id.eq_any(events)).into_boxed();
    match wanted {
        Wanted::All => own,
        Wanted::Concern => own.filter(comments::concern.eq_any([SUGGESTED, RAISED])),
        status => own.filter(comments::status.eq(status.code())),
    }
}

/// So many comments of these events: those with a concern first, then the oldest.
pub fn queue(conn: &mut Conn, events: &[EventId], wanted: Wanted, most: i64) -> Result<Vec<Comment>> {
    let order = (comments::created_at, comments::id);
    let first = at(events, wanted).filter(comments::concern.eq_any([SUGGESTED, RAISED])).order(order);
    let mut all: Vec<Comment> = first.limit(most).load(conn)?;
    let left = most - i64::try_from(all.len()).unwrap_or(most);
    let calm = comments::concern.is_null().or(comments::concern.ne_all([SUGGESTED, RAISED]));
    all.extend(at(events, wanted).filter(calm).order(order).limit(left).load::<Comment>(conn)?);
    Ok(all)
}

/// How many comments of these events there are.
pub fn counts(conn: &mut Conn, events: &[EventId]) -> Result<Counts> {
    let by_status = comments::table.filter(comments::event_id.eq_any(events)).group_by(comments::status);
    let by_status: Vec<(String, i64)> = by_status.select((comments::status, count_star())).load(conn)?;
    let of = |status: &str| by_status.iter().find(|(one, _)| one == status).map_or(0, |(_, count)| *count);
    let concern = at(events, Wanted::Concern).count().get_result(conn)?;
    Ok(Counts { waiting: of(WAITING), concern, published: of(PUBLISHED), kept_back: of(super::comments::KEPT_BACK) })
}

/// Decides about a comment as it was at that revision. `false` when it has changed since, or whoever said it did not agree that it
/// is published: then nothing changes.
pub fn decide(tx: &mut Conn, id: CommentId, revision: i32, decision: &Decision) -> Result<bool> {
    let mut same = diesel::update(comments::table.find(id).filter(comments::revision.eq(revision))).into_boxed();
    if decision.status == PUBLISHED {
        same = same.filter(comments::may_publish.eq(true));
    }
    let set = (
        comments::status.eq(decision.status),
        comments::sealed.eq(&decision.sealed),
        comments::decided_by.eq(decision.by),
        comments::decided_at.eq(decision.at),
        comments::revision.eq(comments::revision + 1),
    );
    Ok(same.set(set).execute(tx)? > 0)
}

/// Notes whether somebody may be at risk. `false` when the comment has changed since that revision: then nothing changes.
pub fn note_concern(tx: &mut Conn, id: CommentId, revision: i32, concern: &str) -> Result<bool> {
    let same = comments::table.find(id).filter(comments::revision.eq(revision));
    let set = (comments::concern.eq(concern), comments::revision.eq(comments::revision + 1));
    Ok(diesel::update(same).set(set).execute(tx)? > 0)
}

/// Notes what was taken out of a comment, in the place of what was before.
pub fn redact(tx: &mut Conn, comment_id: CommentId, cuts: &[Redaction<'_>], decision: &Decision) -> Result<()> {
    diesel::delete(comment_redactions::table.filter(comment_redactions::comment_id.eq(comment_id))).execute(tx)?;
    for cut in cuts {
        let Redaction { start, length, category } = *cut;
        let row = Row { comment_id, start, length, category, decided_by: decision.by, decided_at: decision.at };
        diesel::insert_into(comment_redactions::table).values(&row).execute(tx)?;
    }
    Ok(())
}

/// The name of whoever decided about a comment.
pub fn decided_by(conn: &mut Conn, comment: CommentId) -> Result<Option<String>> {
    let who = comments::table.find(comment).select(comments::decided_by.assume_not_null());
    let named = accounts::table.filter(accounts::id.eq_any(who)).select(accounts::name);
    Ok(named.first(conn).optional()?)
}

/// What was taken out of a comment when it was last published: where it began, its length, and the code of its category.
pub fn redactions(conn: &mut Conn, comment: CommentId) -> Result<Vec<(i32, i32, String)>> {
    let own = comment_redactions::table.filter(comment_redactions::comment_id.eq(comment)).order(comment_redactions::start);
    Ok(own.select((comment_redactions::start, comment_redactions::length, comment_redactions::category)).load(conn)?)
}

/// The same comments, each with the version of the survey that it answers.
pub fn with_versions(conn: &mut Conn, all: Vec<Comment>) -> Result<Vec<(Comment, VersionId)>> {
    let said: Vec<ResponseId> = all.iter().map(|comment| comment.response_id).collect();
    let versions = responses::table.filter(responses::id.eq_any(&said)).select((responses::id, responses::version_id));
    let versions: HashMap<ResponseId, VersionId> = versions.load::<(ResponseId, VersionId)>(conn)?.into_iter().collect();
    let with = |comment: Comment| versions.get(&comment.response_id).map(|version| (comment, *version));
    Ok(all.into_iter().filter_map(with).collect())
}
