//! Which outcomes and indicators of the framework a comment supports or questions, as those who read it noted. One note for each:
//! whoever changes it stands for it.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::Result;
use super::ids::{AccountId, CommentId};
use super::schema::comment_stances;

/// What was noted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = comment_stances)]
pub struct Row {
    pub comment_id: CommentId,
    /// The code of a [`crate::domain::engagement::Subject`], and its key in the framework.
    pub subject: String,
    pub subject_key: String,
    /// The code of a [`crate::domain::engagement::Stance`].
    pub stance: String,
    pub noted_by: AccountId,
    pub noted_at: i64,
}

/// What was noted about a comment.
pub fn of_comment(conn: &mut Conn, comment: CommentId) -> Result<Vec<Row>> {
    let own = comment_stances::table.filter(comment_stances::comment_id.eq(comment));
    Ok(own.order((comment_stances::subject, comment_stances::subject_key)).load(conn)?)
}

/// Notes a stance in the place of what was noted about the same subject before.
pub fn put(tx: &mut Conn, row: &Row) -> Result<()> {
    remove(tx, row.comment_id, &row.subject, &row.subject_key)?;
    diesel::insert_into(comment_stances::table).values(row).execute(tx)?;
    Ok(())
}

/// Takes back what was noted about a subject.
pub fn remove(tx: &mut Conn, comment: CommentId, subject: &str, key: &str) -> Result<()> {
    diesel::delete(comment_stances::table.find((comment, subject, key))).execute(tx)?;
    Ok(())
}
