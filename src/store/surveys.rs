//! Surveys and their versions. A version is never changed; a changed survey is a new version.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{SurveyId, VersionId};
use super::schema::{survey_versions, surveys};
use crate::domain::engagement::JoinCode;

/// How long after the end what was begun before may still be finished and sent: nobody loses what they were writing because
/// a clock struck.
pub const GRACE_SECONDS: i64 = 60 * 60;

/// A survey.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = surveys)]
pub struct Survey {
    pub id: SurveyId,
    pub key: String,
    /// open or closed.
    pub status: String,
    pub created_at: i64,
    /// From when and until when it takes answers: the survey of an event. Nothing for those that stand open for good.
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
}

impl Survey {
    /// True when it takes answers at that moment.
    #[must_use]
    pub fn takes_answers(&self, now: i64) -> bool {
        self.status == "open" && self.opens_at.is_none_or(|from| from <= now) && self.closes_at.is_none_or(|until| now < until)
    }

    /// True when what was begun in time may still be finished and sent at that moment.
    #[must_use]
    pub fn takes_drafts(&self, now: i64) -> bool {
        let until = |closes: i64| closes.saturating_add(GRACE_SECONDS * 1_000_000);
        self.status == "open" && self.closes_at.is_none_or(|closes| now < until(closes))
    }

    /// The code of the event whose own survey it is; nothing for any other survey.
    #[must_use]
    pub fn event(&self) -> Option<JoinCode> {
        self.opens_at.and_then(|_| JoinCode::of_survey_key(&self.key))
    }
}

/// One version of a survey, with the file it came from, byte for byte.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = survey_versions)]
pub struct Version {
    pub id: VersionId,
    pub survey_id: SurveyId,
    /// 1, 2, 3: the order in which they came.
    pub number: i32,
    /// What the file calls itself.
    pub version: String,
    pub title: String,
    pub source: String,
    pub sha256: String,
    pub imported_at: i64,
}

/// The newest version of a survey, without its file.
#[derive(Debug, Clone, Queryable)]
pub struct Newest {
    pub id: VersionId,
    pub number: i32,
    pub version: String,
    pub title: String,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// The survey is new.
    Survey,
    /// A new version of a survey that was there, with its number.
    Version(i32),
    /// This very file had been imported before, as that version.
    Unchanged(i32),
}

/// Every survey with its newest version, by key; without those of single events.
pub fn list(conn: &mut Conn) -> Result<Vec<(Survey, Newest)>> {
    let mut newest: Vec<(Survey, Newest)> = surveys::table
        .inner_join(survey_versions::table)
        .filter(surveys::opens_at.is_null())
        .order((surveys::key, survey_versions::number.desc()))
        .select((surveys::all_columns, NEWEST))
        .load(conn)?;
    newest.dedup_by(|later, first| later.0.id == first.0.id);
    Ok(newest)
}

/// The survey of that key with its newest version.
pub fn find(conn: &mut Conn, key: &str) -> Result<(Survey, Newest)> {
    let newest = surveys::table
        .inner_join(survey_versions::table)
        .filter(surveys::key.eq(key))
        .order(survey_versions::number.desc())
        .select((surveys::all_columns, NEWEST));
    Ok(newest.first(conn)?)
}

type Columns = (survey_versions::id, survey_versions::number, survey_versions::version, survey_versions::title);

const NEWEST: Columns = (survey_versions::id, survey_versions::number, survey_versions::version, survey_versions::title);

/// The key of a survey.
pub fn key_of(conn: &mut Conn, id: SurveyId) -> Result<String> {
    Ok(surveys::table.find(id).select(surveys::key).first(conn)?)
}

/// Every version of a survey, the oldest first.
pub fn versions(conn: &mut Conn, key: &str) -> Result<Vec<Version>> {
    let own = survey_versions::table.inner_join(surveys::table).filter(surveys::key.eq(key));
    Ok(own.order(survey_versions::number).select(survey_versions::all_columns).load(conn)?)
}

/// One version.
pub fn version(conn: &mut Conn, id: VersionId) -> Result<Version> {
    Ok(survey_versions::table.find(id).first(conn)?)
}

/// Imports a survey: a new survey, a new version of it, or nothing when the file is known.
/// `version.survey_id` and `version.number` are set here.
pub fn import(tx: &mut Conn, survey: &Survey, version: &Version) -> Result<Imported> {
    let known: Option<Survey> = surveys::table.filter(surveys::key.eq(&survey.key)).first(tx).optional()?;
    let Some(known) = known else {
        diesel::insert_into(surveys::table).values(survey).execute(tx)?;
        add_version(tx, version, survey.id, 1)?;
        return Ok(Imported::Survey);
    };
    let versions = survey_versions::table.filter(survey_versions::survey_id.eq(known.id));
    let same: Option<i32> =
        versions.filter(survey_versions::sha256.eq(&version.sha256)).select(survey_versions::number).first(tx).optional()?;
    if let Some(number) = same {
        return Ok(Imported::Unchanged(number));
    }
    let newest: Option<i32> = versions.select(diesel::dsl::max(survey_versions::number)).first(tx)?;
    let number = newest.unwrap_or_default() + 1;
    add_version(tx, version, known.id, number)?;
    Ok(Imported::Version(number))
}

fn add_version(tx: &mut Conn, version: &Version, survey_id: SurveyId, number: i32) -> Result<()> {
    let row = Version { survey_id, number, ..version.clone() };
    diesel::insert_into(survey_versions::table).values(&row).execute(tx)?;
    Ok(())
}

/// Opens or closes a survey. [`super::Error::NotFound`] when there is none of that key.
pub fn set_status(tx: &mut Conn, key: &str, status: &str) -> Result<()> {
    let changed = diesel::update(surveys::table.filter(surveys::key.eq(key))).set(surveys::status.eq(status)).execute(tx)?;
    if changed == 0 { Err(super::Error::NotFound) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;

    fn of_an_event() -> Survey {
        let (id, key, status) = (SurveyId(1), "event-34679a".to_owned(), "open".to_owned());
        Survey { id, key, status, created_at: 0, opens_at: Some(HOUR), closes_at: Some(3 * HOUR) }
    }

    #[test]
    fn an_event_takes_answers_from_its_beginning_to_its_end_and_what_was_begun_an_hour_longer() {
        let survey = of_an_event();
        let at = |now: i64| (survey.takes_answers(now), survey.takes_drafts(now));
        assert!(!survey.takes_answers(HOUR - 1));
        assert_eq!([HOUR, 3 * HOUR - 1].map(at), [(true, true); 2]);
        assert_eq!([3 * HOUR, 4 * HOUR - 1].map(at), [(false, true); 2]);
        assert_eq!(at(4 * HOUR), (false, false));
    }

    #[test]
    fn only_what_opens_at_a_time_belongs_to_an_event() {
        let survey = of_an_event();
        assert_eq!(survey.event(), JoinCode::parse("34679A"));
        assert_eq!(Survey { opens_at: None, ..survey }.event(), None);
    }
}
