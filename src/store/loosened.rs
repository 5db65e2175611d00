//! Answers that stay and are counted, with nothing in them that could lead back to whoever gave them.

use diesel::prelude::*;

use super::answers::TEXT;
use super::comments;
use super::conn::Conn;
use super::error::Result;
use super::ids::{ResponseId, SurveyId};
use super::schema::{answers, responses};

/// Takes out of responses what was said in free text, with the comments that were made of it, and every date, the key of the words, the codes that open them, and what
/// somebody who answered for another was to them. By their surveys the rows are found without looking at all.
pub fn loosen(tx: &mut Conn, surveys: &[SurveyId], said: &[ResponseId]) -> Result<()> {
    let told = answers::table.filter(answers::survey_id.eq_any(surveys)).filter(answers::response_id.eq_any(said));
    let told = told.filter(answers::kind.eq_any([TEXT, "date"]));
    diesel::delete(told.filter(answers::derived.eq(false))).execute(tx)?;
    comments::remove(tx, surveys, said)?;
    let nothing = (
        responses::resume_hash.eq(""),
        responses::receipt_hash.eq(None::<String>),
        responses::relationship.eq(None::<String>),
        responses::sealed_key.eq(None::<String>),
    );
    let own = responses::table.filter(responses::survey_id.eq_any(surveys)).filter(responses::id.eq_any(said));
    diesel::update(own).set(nothing).execute(tx)?;
    Ok(())
}
