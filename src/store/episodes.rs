//! People and their episodes of care, as far as indicators need them. No names are kept here.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, LocalityId, OrganisationId, PersonId};
use super::schema::{episodes, people};

/// A person under a pseudonym.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = people)]
pub struct Person {
    pub organisation_id: OrganisationId,
    pub id: PersonId,
    /// Days since 1970-01-01.
    pub birth_day: i32,
    /// NHS person stated sex: 1 male, 2 female, 9 indeterminate, X not known.
    pub sex: String,
    pub locality_id: Option<LocalityId>,
    pub language: String,
    /// NHS Data Dictionary ethnic category: A to S, Z not stated, 99 not known.
    pub ethnicity: Option<String>,
    /// Communication needs (Accessible Information Standard), as codes of [`crate::domain::care::need::Need`] with blanks between.
    pub needs: Option<String>,
    /// How they want to be reached: a code of [`crate::domain::care::channel::Preference`].
    pub contact_by: Option<String>,
    /// Whether they may be written to about surveys; nothing where nobody has asked them yet.
    pub may_contact: Option<bool>,
    /// The national data opt-out: their data are left out of every secondary use.
    pub opted_out: Option<bool>,
    /// The day they died, in days since 1970-01-01.
    pub died_day: Option<i32>,
    pub changed_at: Option<i64>,
    /// When everything that names them was destroyed.
    pub erased_at: Option<i64>,
    /// The record of the same person at this organisation that took this one in.
    pub merged_into: Option<PersonId>,
}

/// A person's episode of care with one provider.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = episodes)]
pub struct Episode {
    pub organisation_id: OrganisationId,
    pub id: EpisodeId,
    pub person_id: PersonId,
    pub programme: String,
    pub birth_day: i32,
    pub locality_id: Option<LocalityId>,
    pub opened_day: i32,
    pub closed_day: Option<i32>,
    /// Discharge from hospital into the service.
    pub discharged_day: Option<i32>,
    /// The day a baby was born.
    pub delivered_day: Option<i32>,
    /// Counts the changes to this episode's facts; changing it first makes concurrent changes wait for one another.
    pub fact_revision: i32,
    /// Mental-health care cluster: two digits.
    pub cluster: Option<String>,
    /// Stands for the sender's own number of the episode; keyed.
    pub sender_hash: Option<String>,
    pub changed_at: Option<i64>,
}

/// Adds people and episodes, many at a time.
pub fn add(tx: &mut Conn, persons: &[Person], all: &[Episode]) -> Result<()> {
    for some in persons.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(people::table).values(some).execute(c))?;
    }
    for some in all.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(episodes::table).values(some).execute(c))?;
    }
    Ok(())
}

/// One episode.
pub fn find(conn: &mut Conn, id: EpisodeId) -> Result<Episode> {
    Ok(episodes::table.filter(episodes::id.eq(id)).first(conn)?)
}

/// The next episodes after `after`, in the order of their ids: for walking through all of them.
pub fn page(conn: &mut Conn, after: EpisodeId, most: i64) -> Result<Vec<Episode>> {
    Ok(episodes::table.filter(episodes::id.gt(after)).order(episodes::id).limit(most).load(conn)?)
}

/// How many there are.
pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(episodes::table.count().get_result(conn)?)
}

/// Makes everybody else who changes this episode's facts wait until this transaction ends.
pub fn hold(tx: &mut Conn, id: EpisodeId) -> Result<()> {
    let episode = episodes::table.filter(episodes::id.eq(id));
    diesel::update(episode).set(episodes::fact_revision.eq(episodes::fact_revision + 1)).execute(tx)?;
    Ok(())
}
