//! Counting a definition from the log of responses while answers go on coming in.
//!
//! First it is written down, with nobody counting, that the definition counts: whoever takes an answer after that counts it too
//! ([`definitions::kept_up`]). Then all that came before is counted, batch by batch. A batch holds its subjects, so that of two
//! who count the same one the second sees what the first wrote; and what one subject adds is always worked out afresh from all
//! that it said. So it does not matter in which order they come, nor whether a batch is done twice.

use diesel::prelude::*;

use super::conn::Conn;
use super::definitions::{self, DROPPED, Kept};
use super::episodes::Episode;
use super::error::Result;
use super::ids::{EpisodeId, ResponseId};
use super::responses::Response;
use super::schema::{definitions as rows, episodes, facts as fact_rows, responses};
use super::{cells, facts, subjects};
use crate::clock::Moment;
use crate::domain::indicator::Definition;

/// How many subjects are held at a time.
pub const BATCH: i64 = 200;

/// How many facts are taken out at a time.
const SWEEP: i64 = 2000;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// Episodes after this one come next.
    Episode(EpisodeId),
    /// Answers that belong to no episode, after this one, come next.
    Open(ResponseId),
}

impl At {
    /// The beginning.
    pub const START: Self = Self::Episode(EpisodeId(i64::MIN));
}

/// What became of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batch {
    /// There may be more from here on.
    More(At),
    /// That was all.
    Done,
    /// The definition was written anew or given up since.
    Stopped,
}

macro_rules! own {
    ($kept:expr) => {
        rows::table.find((&$kept.indicator, $kept.version)).filter(rows::revision.eq($kept.revision)).filter(rows::status.eq(&$kept.status))
    };
}

/// Drafts and versions in force whose facts are not kept up yet.
pub fn waiting(conn: &mut Conn) -> Result<Vec<Kept>> {
    let uncounted = rows::table.filter(rows::counted_at.is_null()).filter(rows::status.ne(DROPPED));
    Ok(uncounted.order((rows::indicator, rows::version)).load(conn)?)
}

/// Drafts that were given up, and are counted still.
pub fn given_up(conn: &mut Conn) -> Result<Vec<Kept>> {
    let dropped = rows::table.filter(rows::counting_at.is_not_null()).filter(rows::status.eq(DROPPED));
    Ok(dropped.order((rows::indicator, rows::version)).load(conn)?)
}

/// Takes some facts of a definition out that no answer is counted by. `false` when there are no more.
pub fn sweep(tx: &mut Conn, kept: &Kept) -> Result<bool> {
    let all = fact_rows::table.filter(fact_rows::indicator.eq(kept.counted_as()));
    let some = all.select(fact_rows::subject_id).order(fact_rows::subject_id).limit(SWEEP);
    let subjects: Vec<i64> = some.load(tx)?;
    let Some(last) = subjects.last().copied().filter(|_| i64::try_from(subjects.len()) == Ok(SWEEP)) else { return Ok(false) };
    let some = fact_rows::table.filter(fact_rows::indicator.eq(kept.counted_as())).filter(fact_rows::subject_id.le(last));
    diesel::delete(some).execute(tx)?;
    Ok(true)
}

/// From the end of this transaction on every answer is counted by it. Nothing is left of what was counted by it before. Where
/// that has been done already, nothing happens.
pub fn begin(tx: &mut Conn, kept: &Kept, now: Moment) -> Result<()> {
    definitions::alone(tx)?;
    let fresh = own!(kept).filter(rows::counting_at.is_null());
    if diesel::update(fresh).set(rows::counting_at.eq(now.micros())).execute(tx)? == 1 {
        clear(tx, kept)?;
        facts::supply(tx, &kept.definition()?)?;
    }
    Ok(())
}

/// No answer is counted any more by one that was given up.
pub fn forget(tx: &mut Conn, kept: &Kept) -> Result<()> {
    definitions::alone(tx)?;
    clear(tx, kept)?;
    diesel::update(own!(kept)).set(rows::counting_at.eq(None::<i64>)).execute(tx)?;
    Ok(())
}

fn clear(tx: &mut Conn, kept: &Kept) -> Result<()> {
    diesel::delete(fact_rows::table.filter(fact_rows::indicator.eq(kept.counted_as()))).execute(tx)?;
    cells::clear(tx, &kept.counted_as())
}

/// Counts the next batch, of so many subjects.
pub fn step(tx: &mut Conn, kept: &Kept, definition: &Definition, at: At, most: i64) -> Result<Batch> {
    definitions::along(tx)?;
    let own = own!(kept).filter(rows::counting_at.is_not_null());
    if own.count().get_result::<i64>(tx)? == 0 {
        return Ok(Batch::Stopped);
    }
    let (subjects, next) = match at {
        At::Episode(after) => {
            let held = held_episodes(tx, after, most)?;
            let next = held.last().map_or(At::Open(ResponseId(i64::MIN)), |last| At::Episode(last.id));
            (subjects::of_episodes(tx, &held)?, next)
        }
        At::Open(after) => {
            let held = held_open(tx, after, most)?;
            let Some(last) = held.last() else { return Ok(Batch::Done) };
            (subjects::of_open(tx, &held)?, At::Open(last.id))
        }
    };
    facts::refresh_by(tx, std::slice::from_ref(definition), &subjects)?;
    Ok(Batch::More(next))
}

/// The next episodes. Nobody changes what they add until this transaction ends.
fn held_episodes(tx: &mut Conn, after: EpisodeId, most: i64) -> Result<Vec<Episode>> {
    let some = episodes::table.filter(episodes::id.gt(after)).order(episodes::id).limit(most);
    Ok(match tx {
        Conn::Postgres(pg) => some.for_update().load(pg)?,
        Conn::Sqlite(lite) => some.load(lite)?,
    })
}

/// The next answers that belong to no episode. Nobody takes them back until this transaction ends.
fn held_open(tx: &mut Conn, after: ResponseId, most: i64) -> Result<Vec<Response>> {
    let open = responses::table.filter(responses::episode_id.is_null()).filter(responses::status.eq("submitted"));
    let some = open.filter(responses::id.gt(after)).order(responses::id).limit(most);
    Ok(match tx {
        Conn::Postgres(pg) => some.for_update().load(pg)?,
        Conn::Sqlite(lite) => some.load(lite)?,
    })
}

/// All that came before is counted, and this may be shown of it. `false` where the definition was written anew or given up since.
pub fn finish(tx: &mut Conn, kept: &Kept, shown: Option<(String, String)>, now: Moment) -> Result<bool> {
    let done = own!(kept).filter(rows::counting_at.is_not_null());
    let (preview, previewed) = shown.map_or((kept.preview.clone(), kept.previewed.clone()), |(show, sums)| (Some(show), Some(sums)));
    let set = (rows::counted_at.eq(now.micros()), rows::preview.eq(preview), rows::previewed.eq(previewed));
    Ok(diesel::update(done).set(set).execute(tx)? == 1)
}
