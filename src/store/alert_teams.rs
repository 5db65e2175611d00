//! Who looks at an organisation's alerts, when they are at work, and who stands behind them.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::OrganisationId;
use super::schema::alert_teams;

/// The team of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = alert_teams)]
pub struct Team {
    pub organisation_id: OrganisationId,
    pub email: String,
    /// Who is told when nobody of the team acknowledged an alert in time.
    pub escalation_email: String,
    /// Minutes there are to acknowledge one.
    pub minutes: i32,
    /// [`crate::domain::care::alert::Hours`] as their code.
    pub hours: String,
    pub changed_at: i64,
}

/// The team of an organisation, if it has said who that is.
pub fn find(conn: &mut Conn, organisation: OrganisationId) -> Result<Option<Team>> {
    Ok(alert_teams::table.find(organisation).first(conn).optional()?)
}

/// Every team.
pub fn list(conn: &mut Conn) -> Result<Vec<Team>> {
    Ok(alert_teams::table.load(conn)?)
}

/// Keeps a team, in the place of the one before.
pub fn put(tx: &mut Conn, team: &Team) -> Result<()> {
    per_backend!(tx, |c| diesel::insert_into(alert_teams::table)
        .values(team)
        .on_conflict(alert_teams::organisation_id)
        .do_update()
        .set(team)
        .execute(c))?;
    Ok(())
}
