//! Who has coded a comment with which themes. At most two people do, neither seeing what the other chose; where they agree it is
//! settled, and where they differ somebody settles it.

use std::collections::BTreeSet;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::{Error, Result};
use super::ids::{AccountId, CommentId, EventId, ThemeId};
use super::schema::{accounts, coding_themes, codings, comment_themes, comments};

/// How many people code a comment.
const CODERS: usize = 2;

/// A comment, and how far its coding has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub id: CommentId,
    /// When its themes were settled; nothing while they are not.
    pub themed_at: Option<i64>,
    /// Who has coded it, the first to finish first.
    pub coders: Vec<AccountId>,
}

impl Standing {
    /// True where somebody may code it who has not done so.
    #[must_use]
    pub fn is_left_for(&self, account: AccountId) -> bool {
        self.coders.len() < CODERS && !self.coders.contains(&account)
    }

    /// True where both have coded it.
    #[must_use]
    pub fn is_coded_twice(&self) -> bool {
        self.coders.len() >= CODERS
    }
}

/// What one person made of a comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    pub account: AccountId,
    pub name: String,
    pub themes: BTreeSet<ThemeId>,
}

/// What a comment was settled to have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    pub themes: BTreeSet<ThemeId>,
    /// The name of who settled it. Nobody is named where both coders agreed, or where it has no theme.
    pub by: Option<String>,
}

/// Whether a choice may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It may be.
    Kept,
    /// Two others have coded the comment.
    CodedTwice,
    /// Somebody else has coded it since, so that one's own choice cannot be changed any more.
    Fixed,
}

/// Makes everybody else who codes or settles this comment wait until this transaction ends. `false` where it was taken back.
pub(super) fn hold(tx: &mut Conn, comment: CommentId) -> Result<bool> {
    Ok(diesel::update(comments::table.find(comment)).set(comments::themed_at.eq(comments::themed_at)).execute(tx)? == 1)
}

/// True where there is such a comment at any event.
pub fn is_there(conn: &mut Conn, comment: CommentId) -> Result<bool> {
    Ok(diesel::select(exists(comments::table.find(comment))).get_result(conn)?)
}

/// The comments of an event in their order, and how far each has come.
pub fn of_event(conn: &mut Conn, event: EventId) -> Result<Vec<Standing>> {
    let own = comments::table.filter(comments::event_id.eq(event)).order(comments::id);
    let all: Vec<(CommentId, Option<i64>)> = own.select((comments::id, comments::themed_at)).load(conn)?;
    let done = codings::table
        .inner_join(comments::table.on(comments::id.eq(codings::comment_id)))
        .filter(comments::event_id.eq(event))
        .order((codings::comment_id, codings::done_at, codings::account_id));
    let done: Vec<(CommentId, AccountId)> = done.select((codings::comment_id, codings::account_id)).load(conn)?;
    let mut done = done.into_iter().peekable();
    let mut standing = |(id, themed_at)| {
        let mut coders = Vec::new();
        while let Some((_, account)) = done.next_if(|(comment, _)| *comment == id) {
            coders.push(account);
        }
        Standing { id, themed_at, coders }
    };
    Ok(all.into_iter().map(&mut standing).collect())
}

/// What was made of a comment, by whoever finished first first.
pub fn choices(conn: &mut Conn, comment: CommentId) -> Result<Vec<Choice>> {
    let done = codings::table
        .inner_join(accounts::table.on(accounts::id.eq(codings::account_id)))
        .filter(codings::comment_id.eq(comment))
        .order((codings::done_at, codings::account_id));
    let coders: Vec<(AccountId, String)> = done.select((codings::account_id, accounts::name)).load(conn)?;
    let chosen = coding_themes::table.filter(coding_themes::comment_id.eq(comment));
    let chosen: Vec<(AccountId, ThemeId)> = chosen.select((coding_themes::account_id, coding_themes::theme_id)).load(conn)?;
    let choice = |(account, name): (AccountId, String)| {
        let themes = chosen.iter().filter(|(by, _)| *by == account).map(|(_, theme)| *theme).collect();
        Choice { account, name, themes }
    };
    Ok(coders.into_iter().map(choice).collect())
}

/// Everything that was chosen for the comments of an event: comment, who chose, and the theme.
pub fn chosen_at(conn: &mut Conn, event: EventId) -> Result<Vec<(CommentId, AccountId, ThemeId)>> {
    let all = coding_themes::table
        .inner_join(comments::table.on(comments::id.eq(coding_themes::comment_id)))
        .filter(comments::event_id.eq(event));
    Ok(all.select((coding_themes::comment_id, coding_themes::account_id, coding_themes::theme_id)).load(conn)?)
}

/// The names of those who coded comments of an event.
pub fn names_at(conn: &mut Conn, event: EventId) -> Result<Vec<(AccountId, String)>> {
    let all = codings::table
        .inner_join(comments::table.on(comments::id.eq(codings::comment_id)))
        .inner_join(accounts::table.on(accounts::id.eq(codings::account_id)))
        .filter(comments::event_id.eq(event));
    Ok(all.select((accounts::id, accounts::name)).distinct().order(accounts::id).load(conn)?)
}

/// Whether somebody may keep what they made of a comment; [`Error::NotFound`] where it was taken back. Everybody else who codes or
/// settles it waits from here on until this transaction ends.
pub fn may_keep(tx: &mut Conn, comment: CommentId, account: AccountId) -> Result<Kept> {
    if !hold(tx, comment)? {
        return Err(Error::NotFound);
    }
    let coders: Vec<AccountId> = codings::table.filter(codings::comment_id.eq(comment)).select(codings::account_id).load(tx)?;
    Ok(match (coders.contains(&account), coders.len() >= CODERS) {
        (_, false) => Kept::Kept,
        (true, true) => Kept::Fixed,
        (false, true) => Kept::CodedTwice,
    })
}

/// Keeps what somebody who [`may_keep`] it made of a comment, in the place of what they made of it before. Where they are the
/// second and both agree, the comment is settled.
pub fn keep(tx: &mut Conn, comment: CommentId, account: AccountId, themes: &[ThemeId], now: i64) -> Result<()> {
    let coding = (codings::comment_id.eq(comment), codings::account_id.eq(account), codings::done_at.eq(now));
    per_backend!(tx, |c| diesel::insert_into(codings::table).values(coding).on_conflict_do_nothing().execute(c))?;
    let mine = coding_themes::table.filter(coding_themes::comment_id.eq(comment)).filter(coding_themes::account_id.eq(account));
    diesel::delete(mine).execute(tx)?;
    let row = |theme: &ThemeId| {
        (coding_themes::comment_id.eq(comment), coding_themes::account_id.eq(account), coding_themes::theme_id.eq(*theme))
    };
    for some in themes.chunks(1000) {
        let rows: Vec<_> = some.iter().map(row).collect();
        per_backend!(tx, |c| diesel::insert_into(coding_themes::table).values(&rows).execute(c))?;
    }
    settle_where_alike(tx, comment, now)
}

/// Settles a comment that two people have coded with the same themes, by nobody in particular.
pub(super) fn settle_where_alike(tx: &mut Conn, comment: CommentId, now: i64) -> Result<()> {
    let settled: Option<Option<i64>> = comments::table.find(comment).select(comments::themed_at).first(tx).optional()?;
    if settled != Some(None) {
        return Ok(());
    }
    match choices(tx, comment)?.as_slice() {
        [first, second] if first.themes == second.themes => {
            let themes: Vec<ThemeId> = first.themes.iter().copied().collect();
            put_settled(tx, comment, &themes, (None, now))
        }
        _ => Ok(()),
    }
}

/// Settles which themes a comment has, where it was coded twice. `seen` is when it had been settled before, as whoever settles
/// it saw. `false` where somebody else has settled it since, or it is not coded twice; [`Error::NotFound`] where it was taken back.
pub fn settle(tx: &mut Conn, (comment, seen): (CommentId, Option<i64>), themes: &[ThemeId], by: AccountId, now: i64) -> Result<bool> {
    if !hold(tx, comment)? {
        return Err(Error::NotFound);
    }
    let settled: Option<i64> = comments::table.find(comment).select(comments::themed_at).first(tx)?;
    let coders: i64 = codings::table.filter(codings::comment_id.eq(comment)).count().get_result(tx)?;
    if settled != seen || coders != i64::try_from(CODERS).unwrap_or(i64::MAX) {
        return Ok(false);
    }
    diesel::delete(comment_themes::table.filter(comment_themes::comment_id.eq(comment))).execute(tx)?;
    put_settled(tx, comment, themes, (Some(by), now))?;
    Ok(true)
}

fn put_settled(tx: &mut Conn, comment: CommentId, themes: &[ThemeId], (by, now): (Option<AccountId>, i64)) -> Result<()> {
    let row = |theme: &ThemeId| {
        (
            comment_themes::comment_id.eq(comment),
            comment_themes::theme_id.eq(*theme),
            comment_themes::settled_by.eq(by),
            comment_themes::settled_at.eq(now),
        )
    };
    for some in themes.chunks(1000) {
        let rows: Vec<_> = some.iter().map(row).collect();
        per_backend!(tx, |c| diesel::insert_into(comment_themes::table).values(&rows).execute(c))?;
    }
    diesel::update(comments::table.find(comment)).set(comments::themed_at.eq(now)).execute(tx)?;
    Ok(())
}

/// What a comment was settled to have.
pub fn settled(conn: &mut Conn, comment: CommentId) -> Result<Settled> {
    let own = comment_themes::table
        .left_join(accounts::table.on(accounts::id.nullable().eq(comment_themes::settled_by)))
        .filter(comment_themes::comment_id.eq(comment));
    let rows: Vec<(ThemeId, Option<String>)> = own.select((comment_themes::theme_id, accounts::name.nullable())).load(conn)?;
    let by = rows.iter().find_map(|(_, name)| name.clone());
    Ok(Settled { themes: rows.into_iter().map(|(theme, _)| theme).collect(), by })
}

/// Everything that was settled about the comments of an event: comment and theme.
pub fn settled_at(conn: &mut Conn, event: EventId) -> Result<Vec<(CommentId, ThemeId)>> {
    let all = comment_themes::table
        .inner_join(comments::table.on(comments::id.eq(comment_themes::comment_id)))
        .filter(comments::event_id.eq(event));
    Ok(all.select((comment_themes::comment_id, comment_themes::theme_id)).load(conn)?)
}
