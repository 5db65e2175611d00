//! Engagement events. Each has a survey of its own, whose key is made of its join code: whoever answered it was there.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::{AccountId, EventId, OrganisationId, SurveyId};
use super::schema::events;
use crate::domain::engagement::State;

/// An engagement event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = events)]
#[diesel(treat_none_as_null = true)]
pub struct Event {
    pub id: EventId,
    /// Who holds it.
    pub organisation_id: OrganisationId,
    /// Whose team acts on answers and comments that cannot wait.
    pub alert_organisation_id: OrganisationId,
    /// Its own survey; nothing while there is nothing to ask.
    pub survey_id: Option<SurveyId>,
    pub join_code: String,
    pub title: String,
    /// The key of a programme of the framework; nothing where it is about all of them.
    pub programme: Option<String>,
    pub place: String,
    /// How to get there and in.
    pub directions: String,
    /// Codes of [`crate::domain::engagement::Offer`], with spaces between.
    pub offers: String,
    /// BCP 47 tags of the languages spoken there, with spaces between.
    pub languages: String,
    /// When it begins and ends, in microseconds since 1970.
    pub starts_at: i64,
    pub ends_at: i64,
    /// From when and until when answers are taken.
    pub opens_at: i64,
    pub closes_at: i64,
    /// How many people there is room for, where there is a limit.
    pub capacity: Option<i32>,
    /// The key of the survey that its questions begin with; nothing where it asks for priorities only.
    pub base_survey: Option<String>,
    /// Keys of the framework's outcomes that people put in order, with spaces between.
    pub outcomes: String,
    /// Keys of the framework's indicators that people are asked about, with spaces between.
    pub indicators: String,
    /// Hours from the end to the email to those who have not answered; 0 for none.
    pub follow_up_hours: i32,
    /// Days from there to the reminder; 0 for none.
    pub reminder_days: i32,
    /// How to reach those who hold it.
    pub contact: String,
    pub created_by: AccountId,
    pub created_at: i64,
    /// How often it was changed: who changes an older state than the newest is told so.
    pub revision: i32,
    pub called_off_at: Option<i64>,
    /// When "you said, we did" was last published.
    pub answered_back_at: Option<i64>,
}

impl Event {
    /// The key of its own survey.
    #[must_use]
    pub fn survey_key(&self) -> String {
        format!("event-{}", self.join_code.to_ascii_lowercase())
    }

    /// Whether it takes answers at that moment.
    #[must_use]
    pub const fn state(&self, now: i64) -> State {
        State::at(now, self.opens_at, self.closes_at, self.called_off_at)
    }
}

/// The words between the spaces of a list that is kept in one column.
pub fn listed(list: &str) -> impl Iterator<Item = &str> {
    list.split(' ').filter(|word| !word.is_empty())
}

/// Adds an event.
pub fn add(tx: &mut Conn, event: &Event) -> Result<()> {
    diesel::insert_into(events::table).values(event).execute(tx)?;
    Ok(())
}

/// The event of that number, held by one of these organisations. [`Error::NotFound`] where there is none.
pub fn find(conn: &mut Conn, id: EventId, organisations: &[OrganisationId]) -> Result<Event> {
    let own = events::table.find(id).filter(events::organisation_id.eq_any(organisations));
    own.first(conn).optional()?.ok_or(Error::NotFound)
}

/// The event of that number, whoever holds it.
pub fn get(conn: &mut Conn, id: EventId) -> Result<Event> {
    Ok(events::table.find(id).first(conn)?)
}

/// The event of that join code, whoever holds it.
pub fn by_join_code(conn: &mut Conn, code: &str) -> Result<Option<Event>> {
    Ok(events::table.filter(events::join_code.eq(code)).first(conn).optional()?)
}

/// The event whose own survey that is.
pub fn by_survey(conn: &mut Conn, survey: SurveyId) -> Result<Option<Event>> {
    Ok(events::table.filter(events::survey_id.eq(survey)).first(conn).optional()?)
}

/// The events that these organisations hold, the latest first.
pub fn list(conn: &mut Conn, organisations: &[OrganisationId]) -> Result<Vec<Event>> {
    let own = events::table.filter(events::organisation_id.eq_any(organisations));
    Ok(own.order((events::starts_at.desc(), events::id)).load(conn)?)
}
