//! The survey that an event has of its own. Its questions may change until somebody has begun to answer; then they are fixed, so
//! that everybody at one event answered the same.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::SurveyId;
use super::schema::{responses, survey_versions, surveys};
use super::surveys::{Survey, Version};

/// What became of the questions of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// They are kept, under this survey.
    Saved(SurveyId),
    /// They would be other questions than those that somebody has begun to answer. Nothing was changed.
    Fixed,
}

/// Keeps the survey of an event with its questions and the time in which it takes answers: a new survey, or a new version of the
/// one that has the same key. `version.survey_id` and `version.number` are set here.
pub fn keep(tx: &mut Conn, survey: &Survey, version: &Version) -> Result<Kept> {
    let known: Option<SurveyId> = surveys::table.filter(surveys::key.eq(&survey.key)).select(surveys::id).first(tx).optional()?;
    let Some(known) = known else {
        diesel::insert_into(surveys::table).values(survey).execute(tx)?;
        let first = Version { survey_id: survey.id, number: 1, ..version.clone() };
        diesel::insert_into(survey_versions::table).values(&first).execute(tx)?;
        return Ok(Kept::Saved(survey.id));
    };
    let newest = survey_versions::table.filter(survey_versions::survey_id.eq(known)).order(survey_versions::number.desc());
    let (number, same): (i32, String) = newest.select((survey_versions::number, survey_versions::sha256)).first(tx)?;
    if same != version.sha256 {
        if is_answered(tx, known)? {
            return Ok(Kept::Fixed);
        }
        // Questions that were there before, and left, and come back: nobody has answered them.
        let returned =
            survey_versions::table.filter(survey_versions::survey_id.eq(known)).filter(survey_versions::sha256.eq(&version.sha256));
        diesel::delete(returned).execute(tx)?;
        let next = Version { survey_id: known, number: number + 1, ..version.clone() };
        diesel::insert_into(survey_versions::table).values(&next).execute(tx)?;
    }
    set_window(tx, known, survey.opens_at, survey.closes_at)?;
    Ok(Kept::Saved(known))
}

/// Keeps another version of a survey, which asks the same under another title: whoever begins from now on sees that title.
/// `version.survey_id` and `version.number` are set here.
pub fn retitle(tx: &mut Conn, survey: SurveyId, version: &Version) -> Result<()> {
    let known = survey_versions::table.filter(survey_versions::survey_id.eq(survey));
    let newest: i32 = known.order(survey_versions::number.desc()).select(survey_versions::number).first(tx)?;
    let next = Version { survey_id: survey, number: newest + 1, ..version.clone() };
    diesel::insert_into(survey_versions::table).values(&next).execute(tx)?;
    Ok(())
}

/// True when somebody has begun to answer, also if nothing was ever sent.
pub fn is_answered(conn: &mut Conn, survey: SurveyId) -> Result<bool> {
    let begun = responses::table.filter(responses::survey_id.eq(survey));
    Ok(diesel::select(diesel::dsl::exists(begun)).get_result(conn)?)
}

/// Sets from when and until when a survey takes answers, in microseconds since 1970. [`Error::NotFound`] where there is none.
pub fn set_window(tx: &mut Conn, survey: SurveyId, opens_at: Option<i64>, closes_at: Option<i64>) -> Result<()> {
    let window = (surveys::opens_at.eq(opens_at), surveys::closes_at.eq(closes_at));
    let changed = diesel::update(surveys::table.find(survey)).set(window).execute(tx)?;
    if changed == 0 { Err(Error::NotFound) } else { Ok(()) }
}
