//! Paper answers of an event, as whoever enters them sees them: how many they have entered, and which was the last.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, SurveyId};
use super::responses::Response;
use super::schema::responses;

/// How responses from paper are marked.
const PAPER: &str = "paper";

/// The papers that one account has entered at one event.
#[derive(Debug, Clone)]
pub struct Papers {
    /// How many of them count.
    pub entered: i64,
    /// How many there ever were, those taken back as well: the number of the last one.
    pub ever: i64,
    /// The last one entered, also if it was taken back.
    pub last: Option<Response>,
}

/// The papers of an event's survey that this account has entered.
pub fn of(conn: &mut Conn, survey: SurveyId, account: AccountId) -> Result<Papers> {
    let own = || {
        let paper = responses::table.filter(responses::survey_id.eq(survey)).filter(responses::mode.eq(PAPER));
        paper.filter(responses::entered_by.eq(account)).filter(responses::submitted_at.is_not_null())
    };
    let last = own().order((responses::submitted_at.desc(), responses::id.desc())).first(conn).optional()?;
    Ok(Papers {
        entered: own().filter(responses::status.eq("submitted")).select(count_star()).first(conn)?,
        ever: own().select(count_star()).first(conn)?,
        last,
    })
}
