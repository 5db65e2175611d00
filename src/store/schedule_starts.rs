//! Which organisation asks by which schedule, and from which day.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{AccountId, OrganisationId};
use super::schema::{invitations, schedule_starts};

/// One organisation and one schedule.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = schedule_starts)]
pub struct Start {
    pub organisation_id: OrganisationId,
    /// The key of a [`crate::domain::care::schedule::Schedule`].
    pub schedule: String,
    /// Whoever was due before that day is not asked; in days since 1970-01-01.
    pub since_day: i32,
    /// Nobody in the demo.
    pub started_by: Option<AccountId>,
    pub started_at: i64,
    /// Nothing while the organisation asks.
    pub stopped_at: Option<i64>,
}

/// Every start that holds.
pub fn running(conn: &mut Conn) -> Result<Vec<Start>> {
    let running = schedule_starts::table.filter(schedule_starts::stopped_at.is_null());
    Ok(running.order((schedule_starts::organisation_id, schedule_starts::schedule)).load(conn)?)
}

/// The starts of an organisation that hold.
pub fn running_in(conn: &mut Conn, organisation: OrganisationId) -> Result<Vec<Start>> {
    let own = schedule_starts::table.filter(schedule_starts::organisation_id.eq(organisation));
    Ok(own.filter(schedule_starts::stopped_at.is_null()).order(schedule_starts::schedule).load(conn)?)
}

/// Begins. `false` when the organisation asks by that schedule already; then nothing changes. Where it ended before, those who
/// were asked since that day, or were to be, are looked at again.
pub fn begin(tx: &mut Conn, start: &Start) -> Result<bool> {
    let stopped = schedule_starts::table.find((start.organisation_id, &start.schedule)).filter(schedule_starts::stopped_at.is_not_null());
    let anew = (
        schedule_starts::since_day.eq(start.since_day),
        schedule_starts::started_by.eq(start.started_by),
        schedule_starts::started_at.eq(start.started_at),
        schedule_starts::stopped_at.eq(None::<i64>),
    );
    if diesel::update(stopped).set(anew).execute(tx)? == 1 {
        let own = invitations::table.filter(invitations::organisation_id.eq(start.organisation_id));
        let own = own.filter(invitations::schedule.eq(&start.schedule)).filter(invitations::asked_day.ge(start.since_day));
        let open = own.filter(invitations::finished_at.is_null()).filter(invitations::declined_at.is_null());
        let open = open.filter(invitations::expires_at.gt(start.started_at));
        diesel::update(open).set(invitations::next_at.eq(start.started_at)).execute(tx)?;
        return Ok(true);
    }
    let added = per_backend!(tx, |c| diesel::insert_into(schedule_starts::table).values(start).on_conflict_do_nothing().execute(c))?;
    Ok(added == 1)
}

/// Ends, and with it every reminder that was to come. Links that went out keep working. `false` when the organisation does not
/// ask by that schedule.
pub fn end(tx: &mut Conn, organisation: OrganisationId, schedule: &str, now: i64) -> Result<bool> {
    let running = schedule_starts::table.find((organisation, schedule)).filter(schedule_starts::stopped_at.is_null());
    if diesel::update(running).set(schedule_starts::stopped_at.eq(now)).execute(tx)? == 0 {
        return Ok(false);
    }
    let own = invitations::table.filter(invitations::organisation_id.eq(organisation)).filter(invitations::schedule.eq(schedule));
    diesel::update(own).set(invitations::next_at.eq(None::<i64>)).execute(tx)?;
    Ok(true)
}
