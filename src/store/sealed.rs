//! Every column that holds sealed values: how many values each key seals, and sealing them anew. A column that is not named
//! here would be lost with the key that sealed it; a test looks for one.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{AttendeeId, ResponseId};
use super::schema::{alert_notes, attendees, demographics, import_parts, letters, responses, second_factors, sessions};

/// A column with sealed values that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The secret of an authenticator app, or a passkey.
    SecondFactors,
    /// Address and text of a letter that waits.
    Letters,
    /// The key of a person.
    Demographics,
    /// A part of a file that is being imported.
    ImportParts,
    /// What somebody noted about an alert.
    AlertNotes,
    /// The key of what was said in free text.
    Responses,
    /// Who is expected at an event.
    Attendees,
}

/// One sealed value, and the id of its row.
pub type Sealed = (i64, String);

impl Column {
    /// Every such column.
    pub const ALL: [Self; 7] =
        [Self::SecondFactors, Self::Letters, Self::Demographics, Self::ImportParts, Self::AlertNotes, Self::Responses, Self::Attendees];

    /// Table and column, as they are bound into each value.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SecondFactors => super::second_factors::SEALED,
            Self::Letters => super::letters::SEALED,
            Self::Demographics => super::demographics::SEALED_KEY,
            Self::ImportParts => super::imports::SEALED,
            Self::AlertNotes => super::alert_notes::SEALED,
            Self::Responses => super::responses::SEALED_KEY,
            Self::Attendees => super::attendees::SEALED,
        }
    }

    /// How many values are sealed with that key.
    pub fn count(self, conn: &mut Conn, key: &str) -> Result<i64> {
        let of_key = with(key);
        let count = match self {
            Self::SecondFactors => second_factors::table.filter(second_factors::sealed.like(of_key)).count().get_result(conn)?,
            Self::Letters => letters::table.filter(letters::sealed.like(of_key)).count().get_result(conn)?,
            Self::Demographics => demographics::table.filter(demographics::sealed_key.like(of_key)).count().get_result(conn)?,
            Self::ImportParts => import_parts::table.filter(import_parts::sealed.like(of_key)).count().get_result(conn)?,
            Self::AlertNotes => alert_notes::table.filter(alert_notes::sealed.like(of_key)).count().get_result(conn)?,
            Self::Responses => responses::table.filter(responses::sealed_key.like(of_key)).count().get_result(conn)?,
            Self::Attendees => attendees::table.filter(attendees::sealed.like(of_key)).count().get_result(conn)?,
        };
        Ok(count)
    }

    /// How many values are sealed.
    pub fn count_all(self, conn: &mut Conn) -> Result<i64> {
        let count = match self {
            Self::SecondFactors => second_factors::table.count().get_result(conn)?,
            Self::Letters => letters::table.filter(letters::sealed.is_not_null()).count().get_result(conn)?,
            Self::Demographics => demographics::table.filter(demographics::sealed_key.is_not_null()).count().get_result(conn)?,
            Self::ImportParts => import_parts::table.count().get_result(conn)?,
            Self::AlertNotes => alert_notes::table.count().get_result(conn)?,
            Self::Responses => responses::table.filter(responses::sealed_key.is_not_null()).count().get_result(conn)?,
            Self::Attendees => attendees::table.filter(attendees::sealed.is_not_null()).count().get_result(conn)?,
        };
        Ok(count)
    }

    /// So many values after a row that are sealed with another key than that one.
    pub fn others(self, conn: &mut Conn, key: &str, after: i64, most: i64) -> Result<Vec<Sealed>> {
        let of_key = with(key);
        let found: Vec<(i64, Option<String>)> = match self {
            Self::SecondFactors => second_factors::table
                .filter(second_factors::sealed.not_like(of_key))
                .filter(second_factors::id.gt(after))
                .order(second_factors::id)
                .limit(most)
                .select((second_factors::id, second_factors::sealed.nullable()))
                .load(conn)?,
            Self::Letters => letters::table
                .filter(letters::sealed.not_like(of_key))
                .filter(letters::id.gt(after))
                .order(letters::id)
                .limit(most)
                .select((letters::id, letters::sealed))
                .load(conn)?,
            Self::Demographics => demographics::table
                .filter(demographics::sealed_key.not_like(of_key))
                .filter(demographics::id.gt(after))
                .order(demographics::id)
                .limit(most)
                .select((demographics::id, demographics::sealed_key))
                .load(conn)?,
            Self::ImportParts => import_parts::table
                .filter(import_parts::sealed.not_like(of_key))
                .filter(import_parts::id.gt(after))
                .order(import_parts::id)
                .limit(most)
                .select((import_parts::id, import_parts::sealed.nullable()))
                .load(conn)?,
            Self::AlertNotes => alert_notes::table
                .filter(alert_notes::sealed.not_like(of_key))
                .filter(alert_notes::id.gt(after))
                .order(alert_notes::id)
                .limit(most)
                .select((alert_notes::id, alert_notes::sealed.nullable()))
                .load(conn)?,
            Self::Responses => responses::table
                .filter(responses::sealed_key.is_not_null())
                .filter(responses::sealed_key.not_like(of_key))
                .filter(responses::id.gt(after))
                .order(responses::id)
                .limit(most)
                .select((responses::id, responses::sealed_key))
                .load(conn)?,
            Self::Attendees => attendees::table
                .filter(attendees::sealed.not_like(of_key))
                .filter(attendees::id.gt(after))
                .order(attendees::id)
                .limit(most)
                .select((attendees::id, attendees::sealed))
                .load(conn)?,
        };
        Ok(found.into_iter().filter_map(|(row, sealed)| Some((row, sealed?))).collect())
    }

    /// Puts a value in the place of another, unless somebody else has done so meanwhile.
    pub fn replace(self, tx: &mut Conn, row: i64, old: &str, new: &str) -> Result<()> {
        match self {
            Self::SecondFactors => {
                let same = second_factors::table.find(row).filter(second_factors::sealed.eq(old));
                diesel::update(same).set(second_factors::sealed.eq(new)).execute(tx)?;
            }
            Self::Letters => {
                let same = letters::table.find(row).filter(letters::sealed.eq(old));
                diesel::update(same).set(letters::sealed.eq(new)).execute(tx)?;
            }
            Self::Demographics => {
                let same = demographics::table.find(row).filter(demographics::sealed_key.eq(old));
                diesel::update(same).set(demographics::sealed_key.eq(new)).execute(tx)?;
            }
            Self::ImportParts => {
                let same = import_parts::table.find(row).filter(import_parts::sealed.eq(old));
                diesel::update(same).set(import_parts::sealed.eq(new)).execute(tx)?;
            }
            Self::AlertNotes => {
                let same = alert_notes::table.find(row).filter(alert_notes::sealed.eq(old));
                diesel::update(same).set(alert_notes::sealed.eq(new)).execute(tx)?;
            }
            Self::Responses => {
                let same = responses::table.filter(responses::id.eq(ResponseId(row))).filter(responses::sealed_key.eq(old));
                diesel::update(same).set(responses::sealed_key.eq(new)).execute(tx)?;
            }
            Self::Attendees => {
                let same = attendees::table.filter(attendees::id.eq(AttendeeId(row))).filter(attendees::sealed.eq(old));
                diesel::update(same).set(attendees::sealed.eq(new)).execute(tx)?;
            }
        }
        Ok(())
    }
}

/// Ends the passkey ceremonies that were begun under another key: they last for minutes, and can be begun again.
pub fn end_ceremonies(tx: &mut Conn, key: &str) -> Result<usize> {
    let others = sessions::table.filter(sessions::ceremony.not_like(with(key)));
    Ok(diesel::update(others).set(sessions::ceremony.eq(None::<String>)).execute(tx)?)
}

/// What a value sealed with that key looks like. Ids of keys have nothing in them that a pattern would read otherwise, and no
/// two of them differ by case alone, which SQLite would not see.
fn with(key: &str) -> String {
    format!("{key}.%")
}
