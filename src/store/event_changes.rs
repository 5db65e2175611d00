//! What is done to events after they were planned, and how many answers there are. An event and its own survey take answers at
//! the same times.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::events::Event;
use super::ids::{OrganisationId, SurveyId};
use super::schema::{events, kiosks, responses, surveys};

/// How many answers an event has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Sent, and not taken back.
    pub sent: i64,
    /// Begun, and neither sent nor run out.
    pub begun: i64,
}

/// Keeps what an event is now, and has its survey take answers at the same times. [`Error::NotFound`], and nothing kept, when it
/// was changed since that revision of it was read.
pub fn change(tx: &mut Conn, event: &Event) -> Result<()> {
    let newest = events::table.find(event.id).filter(events::revision.eq(event.revision));
    let next = Event { revision: event.revision + 1, ..event.clone() };
    if diesel::update(newest).set(&next).execute(tx)? == 0 {
        return Err(Error::NotFound);
    }
    let Some(survey) = event.survey_id else { return Ok(()) };
    let status = if event.called_off_at.is_some() { "closed" } else { "open" };
    let own = (surveys::opens_at.eq(event.opens_at), surveys::closes_at.eq(event.closes_at), surveys::status.eq(status));
    diesel::update(surveys::table.find(survey)).set(own).execute(tx)?;
    hand_over(tx, survey, event.alert_organisation_id)
}

/// Has the team that acts on alerts now get those of what is being answered and of tablets in use, too.
fn hand_over(tx: &mut Conn, survey: SurveyId, team: OrganisationId) -> Result<()> {
    let begun = responses::table.filter(responses::survey_id.eq(survey)).filter(responses::status.eq("draft"));
    diesel::update(begun.filter(responses::organisation_id.ne(team))).set(responses::organisation_id.eq(team)).execute(tx)?;
    let tablets = kiosks::table.filter(kiosks::survey_id.eq(survey)).filter(kiosks::organisation_id.ne(team));
    diesel::update(tablets).set(kiosks::organisation_id.eq(team)).execute(tx)?;
    Ok(())
}

/// How many answers were given to an event's survey, as of now.
pub fn count(conn: &mut Conn, survey: Option<SurveyId>, now: i64) -> Result<Count> {
    let Some(survey) = survey else { return Ok(Count::default()) };
    let own = || responses::table.filter(responses::survey_id.eq(survey)).count();
    Ok(Count {
        sent: own().filter(responses::status.eq("submitted")).get_result(conn)?,
        begun: own().filter(responses::status.eq("draft")).filter(responses::expires_at.gt(now)).get_result(conn)?,
    })
}
