//! "You said, we did" of an event, as it is being written. What the public reads of it is in
//! [`super::answer_publications`].

use diesel::dsl::max;
use diesel::prelude::*;

use super::conn::Conn;
use super::days::{date, day};
use super::error::{Error, Result};
use super::ids::{AccountId, EventId, ThemeId};
use super::schema::answers_back;
use crate::domain::engagement::answer_back::{AnswerBack, Status};

/// One thing that was heard, and the answer to it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = answers_back)]
pub struct Row {
    pub id: i64,
    pub event_id: EventId,
    pub theme_id: Option<ThemeId>,
    pub heard: String,
    /// A code of [`Status`].
    pub status: String,
    pub doing: String,
    pub responsible: String,
    /// In days since 1970-01-01.
    pub due_day: Option<i32>,
    pub reason: Option<String>,
    /// Where it stands among the others of its event.
    pub position: i32,
    pub created_by: AccountId,
    pub changed_at: i64,
    /// How often it was changed: who changes an older state than the newest is told so.
    pub revision: i32,
}

impl Row {
    /// A row that says this, and stands behind all others when it is added.
    #[must_use]
    pub fn new(id: i64, event: EventId, (created_by, at): (AccountId, i64), theme: Option<ThemeId>, answer: &AnswerBack) -> Self {
        Self {
            id,
            event_id: event,
            theme_id: theme,
            heard: answer.heard.clone(),
            status: answer.status.code().to_owned(),
            doing: answer.doing.clone(),
            responsible: answer.responsible.clone(),
            due_day: answer.due.map(day),
            reason: answer.reason.clone(),
            position: 0,
            created_by,
            changed_at: at,
            revision: 0,
        }
    }

    /// True where it says the same at the same event.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        let placed = Self {
            id: self.id,
            position: self.position,
            created_by: self.created_by,
            changed_at: self.changed_at,
            revision: self.revision,
            ..other.clone()
        };
        *self == placed
    }

    /// What it says. [`Error::Corrupt`] where its status is none.
    pub fn answer(&self) -> Result<AnswerBack> {
        let status = Status::from_code(&self.status).ok_or_else(|| Error::Corrupt(format!("answers_back.status {}", self.status)))?;
        Ok(AnswerBack {
            heard: self.heard.clone(),
            status,
            doing: self.doing.clone(),
            responsible: self.responsible.clone(),
            due: self.due_day.map(date),
            reason: self.reason.clone(),
        })
    }
}

/// Everything that is written of an event, in its order.
pub fn list(conn: &mut Conn, event: EventId) -> Result<Vec<Row>> {
    let own = answers_back::table.filter(answers_back::event_id.eq(event));
    Ok(own.order((answers_back::position, answers_back::id)).load(conn)?)
}

/// The one of that number. [`Error::NotFound`] where the event has none.
pub fn find(conn: &mut Conn, event: EventId, id: i64) -> Result<Row> {
    let own = answers_back::table.find(id).filter(answers_back::event_id.eq(event));
    own.first(conn).optional()?.ok_or(Error::NotFound)
}

/// Adds one behind all others.
pub fn add(tx: &mut Conn, row: &Row) -> Result<()> {
    let own = answers_back::table.filter(answers_back::event_id.eq(row.event_id));
    let last: Option<i32> = own.select(max(answers_back::position)).first(tx)?;
    let placed = Row { position: last.map_or(1, |last| last.saturating_add(1)), ..row.clone() };
    diesel::insert_into(answers_back::table).values(placed).execute(tx)?;
    Ok(())
}

/// Puts it into other words, where it is still at that revision. `false` where somebody was quicker, or took it away.
pub fn change(tx: &mut Conn, row: &Row, seen: i32) -> Result<bool> {
    let own = answers_back::table.find(row.id).filter(answers_back::event_id.eq(row.event_id)).filter(answers_back::revision.eq(seen));
    let changed = diesel::update(own).set((
        answers_back::theme_id.eq(row.theme_id),
        answers_back::heard.eq(&row.heard),
        answers_back::status.eq(&row.status),
        answers_back::doing.eq(&row.doing),
        answers_back::responsible.eq(&row.responsible),
        answers_back::due_day.eq(row.due_day),
        answers_back::reason.eq(&row.reason),
        answers_back::changed_at.eq(row.changed_at),
        answers_back::revision.eq(seen.saturating_add(1)),
    ));
    Ok(changed.execute(tx)? == 1)
}

/// Puts it one place up or down. `false` where it stands at that end already, or there is no such one.
pub fn shift(tx: &mut Conn, event: EventId, id: i64, up: bool) -> Result<bool> {
    let mut ids: Vec<i64> = list(tx, event)?.into_iter().map(|row| row.id).collect();
    let Some(at) = ids.iter().position(|one| *one == id) else { return Ok(false) };
    let Some(to) = (if up { at.checked_sub(1) } else { Some(at.saturating_add(1)).filter(|to| *to < ids.len()) }) else {
        return Ok(false);
    };
    ids.swap(at, to);
    for (position, id) in (1..).zip(ids) {
        diesel::update(answers_back::table.find(id)).set(answers_back::position.eq(position)).execute(tx)?;
    }
    Ok(true)
}

/// Takes it away. `false` where it is gone already.
pub fn remove(tx: &mut Conn, event: EventId, id: i64) -> Result<bool> {
    let own = answers_back::table.find(id).filter(answers_back::event_id.eq(event));
    Ok(diesel::delete(own).execute(tx)? == 1)
}
