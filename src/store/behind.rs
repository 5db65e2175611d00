//! Who stands behind a figure: the people of some organisations whom an indicator counts in a month, or leaves out. Whether
//! something is on record of them, and never what they said.

use std::collections::HashMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::demographics::{self, Row};
use super::episodes::Episode;
use super::error::Result;
use super::ids::{EpisodeId, OrganisationId, PersonId};
use super::schema::{episodes, facts};
use crate::domain::indicator::Period;
use crate::domain::indicator::strata::Exclusion;

/// Whom to look for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The organisations whose people may be seen.
    pub organisations: Vec<OrganisationId>,
    /// What the facts are counted as: the indicator with its version.
    pub counted_as: String,
    pub month: Period,
    /// Only episodes that were opened before this one: its day, and itself.
    pub before: Option<(i32, EpisodeId)>,
    pub most: i64,
}

/// What becomes of somebody in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Counted, with something on record.
    OnRecord,
    /// Counted, with nothing on record.
    NotOnRecord,
    LeftOut(Exclusion),
}

/// An episode that a figure is about.
#[derive(Debug, Clone)]
pub struct Behind {
    pub episode: Episode,
    /// Who they are, sealed.
    pub sealed: Option<Row>,
    pub standing: Standing,
}

/// The episodes behind a figure, the newest first.
pub fn list(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Behind>> {
    let month = wanted.month.number();
    let counted = episodes::table
        .inner_join(facts::table.on(facts::subject_id.eq(episodes::id)))
        .filter(episodes::organisation_id.eq_any(&wanted.organisations))
        .filter(facts::indicator.eq(&wanted.counted_as))
        .filter(facts::from_period.le(month).and(facts::to_period.is_null().or(facts::to_period.gt(month))));
    let mut counted = counted.into_boxed();
    if let Some((day, id)) = wanted.before {
        let same_day = episodes::opened_day.eq(day).and(episodes::id.lt(id));
        counted = counted.filter(episodes::opened_day.lt(day).or(same_day));
    }
    let found: Vec<(Episode, i64, i64)> = counted
        .order((episodes::opened_day.desc(), episodes::id.desc(), facts::part))
        .limit(wanted.most)
        .select((episodes::all_columns, facts::recorded, facts::exclusion))
        .load(conn)?;
    let of: Vec<PersonId> = found.iter().map(|(episode, ..)| episode.person_id).collect();
    let sealed = demographics::of_people(conn, &wanted.organisations, &of)?;
    let sealed: HashMap<_, Row> = sealed.into_iter().map(|row| ((row.organisation_id, row.person_id), row)).collect();
    let behind = |(episode, recorded, exclusion): (Episode, i64, i64)| Behind {
        sealed: sealed.get(&(episode.organisation_id, episode.person_id)).cloned(),
        standing: standing(recorded, exclusion),
        episode,
    };
    Ok(found.into_iter().map(behind).collect())
}

fn standing(recorded: i64, exclusion: i64) -> Standing {
    let left_out = usize::try_from(exclusion - 1).ok().and_then(|at| Exclusion::ALL.get(at));
    match left_out {
        Some(why) => Standing::LeftOut(*why),
        None if recorded > 0 => Standing::OnRecord,
        None => Standing::NotOnRecord,
    }
}
