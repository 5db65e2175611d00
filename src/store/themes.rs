//! The codebook of each organisation: what comments are about, and how often each theme was heard. What single coders chose is
//! in `codings`; here count only the themes that both chose, or that were settled where they differed.

use std::collections::HashMap;

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use super::codings;
use super::conn::{Conn, per_backend};
use super::error::{Error, Result};
use super::ids::{AccountId, CommentId, EventId, OrganisationId, ThemeId};
use super::schema::{answers_back, coding_themes, comment_themes, comments, themes};
use crate::domain::disclosure::Profile;

/// A theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = themes)]
pub struct Theme {
    pub id: ThemeId,
    pub organisation_id: OrganisationId,
    pub title: String,
    /// What belongs there.
    pub description: String,
    /// What does not, though one might think so.
    pub leaves_out: String,
    pub created_by: AccountId,
    pub created_at: i64,
    /// Since when it is kept where it was used, and not offered any more.
    pub retired_at: Option<i64>,
    /// How often it was changed: who changes an older state than the newest is told so.
    pub revision: i32,
}

/// How often a theme was heard at an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub theme: Theme,
    pub comments: i64,
    /// How many sets of answers these are from.
    pub people: i64,
}

impl Heard {
    /// How many people it was heard from, as it may be shown to others than those who read the comments. Nothing where they
    /// are too few to say: then the theme is named without a number.
    #[must_use]
    pub fn shown(&self, profile: &Profile) -> Option<u64> {
        profile.release_count(self.people)
    }
}

/// Adds a theme.
pub fn add(tx: &mut Conn, theme: &Theme) -> Result<()> {
    diesel::insert_into(themes::table).values(theme).execute(tx)?;
    Ok(())
}

/// The theme of that number in the codebook of one of these organisations. [`Error::NotFound`] where there is none.
pub fn find(conn: &mut Conn, id: ThemeId, organisations: &[OrganisationId]) -> Result<Theme> {
    let own = themes::table.find(id).filter(themes::organisation_id.eq_any(organisations));
    own.first(conn).optional()?.ok_or(Error::NotFound)
}

/// The codebook of an organisation: every theme by its title, those that are retired too.
pub fn of_organisation(conn: &mut Conn, organisation: OrganisationId) -> Result<Vec<Theme>> {
    let own = themes::table.filter(themes::organisation_id.eq(organisation));
    Ok(own.order((themes::title, themes::id)).load(conn)?)
}

/// The codebooks of these organisations by organisation and title, with how many comments each theme has.
pub fn list(conn: &mut Conn, organisations: &[OrganisationId]) -> Result<Vec<(Theme, i64)>> {
    let own = themes::table.filter(themes::organisation_id.eq_any(organisations));
    let all: Vec<Theme> = own.order((themes::organisation_id, themes::title, themes::id)).load(conn)?;
    let ids: Vec<ThemeId> = all.iter().map(|theme| theme.id).collect();
    let counted = comment_themes::table.filter(comment_themes::theme_id.eq_any(&ids)).group_by(comment_themes::theme_id);
    let counts: HashMap<ThemeId, i64> =
        counted.select((comment_themes::theme_id, count_star())).load::<(ThemeId, i64)>(conn)?.into_iter().collect();
    let counted = |theme: Theme| {
        let count = counts.get(&theme.id).copied().unwrap_or_default();
        (theme, count)
    };
    Ok(all.into_iter().map(counted).collect())
}

/// Changes title and descriptions, or since when it is retired. `false` where it was changed since it was read.
pub fn change(tx: &mut Conn, theme: &Theme) -> Result<bool> {
    let read = themes::table.find(theme.id).filter(themes::revision.eq(theme.revision));
    let set = (
        themes::title.eq(&theme.title),
        themes::description.eq(&theme.description),
        themes::leaves_out.eq(&theme.leaves_out),
        themes::retired_at.eq(theme.retired_at),
        themes::revision.eq(themes::revision + 1),
    );
    Ok(diesel::update(read).set(set).execute(tx)? == 1)
}

/// Makes two themes one: wherever the first was seen, the other is seen from now on, and the first is retired. Comments about
/// which two coders differed only in these are settled by it. `false` where the first was changed since it was read.
pub fn merge(tx: &mut Conn, from: &Theme, into: ThemeId, now: i64) -> Result<bool> {
    if !change(tx, &Theme { retired_at: Some(now), ..from.clone() })? {
        return Ok(false);
    }
    let chosen = coding_themes::table.filter(coding_themes::theme_id.eq(from.id));
    // In one order, so that two who do this at once do not wait for each other.
    let seen: Vec<CommentId> = chosen.select(coding_themes::comment_id).distinct().order(coding_themes::comment_id).load(tx)?;
    for comment in &seen {
        codings::hold(tx, *comment)?;
    }
    move_choices(tx, from.id, into)?;
    move_settled(tx, from.id, into)?;
    let answered = answers_back::table.filter(answers_back::theme_id.eq(from.id));
    diesel::update(answered).set(answers_back::theme_id.eq(into)).execute(tx)?;
    // What was taken back meanwhile has no choices left, and is not settled.
    seen.into_iter().try_for_each(|comment| codings::settle_where_alike(tx, comment, now))?;
    Ok(true)
}

fn move_choices(tx: &mut Conn, from: ThemeId, into: ThemeId) -> Result<()> {
    let chosen = coding_themes::table.filter(coding_themes::theme_id.eq(from));
    let rows: Vec<(CommentId, AccountId)> = chosen.select((coding_themes::comment_id, coding_themes::account_id)).load(tx)?;
    let moved = |(comment, account): &(CommentId, AccountId)| {
        (coding_themes::comment_id.eq(*comment), coding_themes::account_id.eq(*account), coding_themes::theme_id.eq(into))
    };
    for some in rows.chunks(1000) {
        let values: Vec<_> = some.iter().map(moved).collect();
        per_backend!(tx, |c| diesel::insert_into(coding_themes::table).values(&values).on_conflict_do_nothing().execute(c))?;
    }
    diesel::delete(coding_themes::table.filter(coding_themes::theme_id.eq(from))).execute(tx)?;
    Ok(())
}

fn move_settled(tx: &mut Conn, from: ThemeId, into: ThemeId) -> Result<()> {
    let settled = comment_themes::table.filter(comment_themes::theme_id.eq(from));
    let rows: Vec<(CommentId, Option<AccountId>, i64)> =
        settled.select((comment_themes::comment_id, comment_themes::settled_by, comment_themes::settled_at)).load(tx)?;
    let moved = |(comment, by, at): &(CommentId, Option<AccountId>, i64)| {
        (
            comment_themes::comment_id.eq(*comment),
            comment_themes::theme_id.eq(into),
            comment_themes::settled_by.eq(*by),
            comment_themes::settled_at.eq(*at),
        )
    };
    for some in rows.chunks(1000) {
        let values: Vec<_> = some.iter().map(moved).collect();
        per_backend!(tx, |c| diesel::insert_into(comment_themes::table).values(&values).on_conflict_do_nothing().execute(c))?;
    }
    diesel::delete(comment_themes::table.filter(comment_themes::theme_id.eq(from))).execute(tx)?;
    Ok(())
}

/// What was heard at an event, the theme of most people first.
pub fn heard_at(conn: &mut Conn, event: EventId) -> Result<Vec<Heard>> {
    let of_event = comment_themes::table
        .inner_join(comments::table.on(comments::id.eq(comment_themes::comment_id)))
        .filter(comments::event_id.eq(event));
    let counted = of_event.group_by(comment_themes::theme_id);
    let counts: Vec<(ThemeId, i64, i64)> =
        counted.select((comment_themes::theme_id, count_star(), count(comments::response_id).aggregate_distinct())).load(conn)?;
    let ids: Vec<ThemeId> = counts.iter().map(|(id, ..)| *id).collect();
    let named: Vec<Theme> = themes::table.filter(themes::id.eq_any(&ids)).order((themes::title, themes::id)).load(conn)?;
    let heard = |theme: Theme| {
        let (_, comments, people) = *counts.iter().find(|(id, ..)| *id == theme.id)?;
        Some(Heard { theme, comments, people })
    };
    let mut heard: Vec<Heard> = named.into_iter().filter_map(heard).collect();
    heard.sort_by_key(|one| std::cmp::Reverse(one.people));
    Ok(heard)
}
