//! What was released of what came out of events, and which answers it was worked out from. There is one release of an event at a
//! time: what is shown again is what was shown before.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EventId, ResponseId, SurveyId};
use super::schema::{event_releases, responses};

/// One release.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = event_releases)]
pub struct Release {
    pub event_id: EventId,
    /// From 1 on, for each event.
    pub number: i32,
    /// The numbers of the responses that were counted, with a blank between.
    pub counted: String,
    /// What may be shown, under the key of the ledger (base64).
    pub content: String,
    pub released_at: i64,
}

impl Release {
    /// The responses that were counted.
    #[must_use]
    pub fn counted(&self) -> BTreeSet<i64> {
        self.counted.split(' ').filter_map(|id| id.parse().ok()).collect()
    }
}

/// The responses to a survey that were sent and not taken back.
pub fn sent(conn: &mut Conn, survey: SurveyId) -> Result<BTreeSet<i64>> {
    let sent = responses::table.filter(responses::survey_id.eq(survey)).filter(responses::status.eq("submitted"));
    Ok(sent.select(responses::id).load::<ResponseId>(conn)?.into_iter().map(|id| id.0).collect())
}

/// What was last released of an event; nothing where nothing was.
pub fn find(conn: &mut Conn, event: EventId) -> Result<Option<Release>> {
    Ok(event_releases::table.find(event).first(conn).optional()?)
}

/// Keeps a release in the place of the one before it. `false` where somebody else has kept one of that number: then nothing
/// changes.
pub fn keep(tx: &mut Conn, release: &Release) -> Result<bool> {
    if release.number == 1 {
        let added = per_backend!(tx, |c| diesel::insert_into(event_releases::table).values(release).on_conflict_do_nothing().execute(c))?;
        return Ok(added == 1);
    }
    let before = event_releases::table.find(release.event_id).filter(event_releases::number.eq(release.number - 1));
    let set = (
        event_releases::number.eq(release.number),
        event_releases::counted.eq(&release.counted),
        event_releases::content.eq(&release.content),
        event_releases::released_at.eq(release.released_at),
    );
    Ok(diesel::update(before).set(set).execute(tx)? == 1)
}
