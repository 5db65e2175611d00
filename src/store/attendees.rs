//! Those who are expected at an event, and those who want to hear from it. Names and addresses are sealed outside; what
//! somebody answered is tied to nobody here: only that they did.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::civil::Date;

use super::conn::{Conn, per_backend};
use super::error::{Error, Result};
use super::ids::{AccountId, AttendeeId, EventId, OrganisationId, SurveyId};
use super::schema::{attendees, event_messages, events, responses};
use super::unwanted;
use crate::domain::engagement::attendee::{NOT_WANTED, Source};

/// Where the sealed contact is kept.
pub const SEALED: &str = "attendees.sealed";

/// Somebody who is expected at an event, or wants to hear from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = attendees, treat_none_as_null = true)]
pub struct Attendee {
    pub id: AttendeeId,
    pub event_id: EventId,
    /// A code of [`Source`].
    pub source: String,
    /// [`crate::domain::engagement::attendee::Contact`] as JSON, sealed; nothing once it was deleted.
    pub sealed: Option<String>,
    /// Stands for the email address; nobody is on the list of an event twice by the same.
    pub email_hash: Option<String>,
    /// A code of [`crate::domain::engagement::attendee::Part`]; nothing where it is not known.
    pub part: Option<String>,
    pub language: String,
    /// Whether they agreed to get email.
    pub may_email: bool,
    /// Whether they want to hear what became of what people said.
    pub wants_news: bool,
    /// Stands for the token of their personal links.
    pub token_hash: Option<String>,
    /// [`crate::domain::engagement::attendee::NOT_WANTED`] where they are not to be emailed.
    pub not_asked: Option<String>,
    /// The member of staff; nothing where they came by themselves.
    pub added_by: Option<AccountId>,
    pub added_at: i64,
    /// When somebody noted that they came.
    pub came_at: Option<i64>,
    /// Set where they sent answers by their own link, or left their address after sending some: the moment from which that is
    /// told, as [`crate::domain::engagement::notice::Times::noted_at`] has it, and never when it was.
    pub answered_at: Option<i64>,
    /// When they said that they want no more email.
    pub stopped_at: Option<i64>,
}

/// How many there are of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub expected: i64,
    pub came: i64,
    /// Of those expected, how many are known to have answered.
    pub answered: i64,
    /// Who did not come from the list, and left an address.
    pub left: i64,
}

/// Marks those among them whose address must not be written to for an event of that organisation.
pub fn marked(conn: &mut Conn, all: &[Attendee], organisation: OrganisationId, today: Date) -> Result<Vec<Attendee>> {
    let hashes: Vec<String> = all.iter().filter_map(|row| row.email_hash.clone()).collect();
    let unwanted = unwanted::among(conn, &hashes, organisation, today)?;
    let is_unwanted = |row: &Attendee| row.email_hash.as_ref().is_some_and(|hash| unwanted.contains(hash));
    let mark = |row: &Attendee| Attendee { not_asked: is_unwanted(row).then(|| NOT_WANTED.to_owned()), ..row.clone() };
    Ok(all.iter().map(mark).collect())
}

/// Which of these hashes of addresses stand on the list of the event, whoever left theirs besides not among them.
pub fn known(conn: &mut Conn, event: EventId, hashes: &[String]) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for some in hashes.chunks(500) {
        let own = attendees::table.filter(attendees::event_id.eq(event)).filter(attendees::email_hash.eq_any(some));
        let own = own.filter(attendees::source.eq(Source::Expected.code()));
        found.extend(own.select(attendees::email_hash).load::<Option<String>>(conn)?.into_iter().flatten());
    }
    Ok(found)
}

/// Those who left an address of one of these hashes at the event, by the hash.
pub fn left_by(conn: &mut Conn, event: EventId, hashes: &[String]) -> Result<BTreeMap<String, Attendee>> {
    let mut found = BTreeMap::new();
    for some in hashes.chunks(500) {
        let own = attendees::table.filter(attendees::event_id.eq(event)).filter(attendees::email_hash.eq_any(some));
        let left: Vec<Attendee> = own.filter(attendees::source.eq(Source::Left.code())).load(conn)?;
        found.extend(left.into_iter().filter_map(|row| Some((row.email_hash.clone()?, row))));
    }
    Ok(found)
}

/// Adds people. [`Error::Taken`] with `AttendeeEmail` where one of them is on the list already: then none is added.
pub fn add(tx: &mut Conn, all: &[Attendee]) -> Result<()> {
    for some in all.chunks(500) {
        per_backend!(tx, |c| diesel::insert_into(attendees::table).values(some).execute(c))?;
    }
    Ok(())
}

/// One of an event. [`Error::NotFound`] where there is no such.
pub fn find(conn: &mut Conn, event: EventId, id: AttendeeId) -> Result<Attendee> {
    attendees::table.find(id).filter(attendees::event_id.eq(event)).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Everybody of an event, in the order in which they were added.
pub fn of_event(conn: &mut Conn, event: EventId) -> Result<Vec<Attendee>> {
    Ok(attendees::table.filter(attendees::event_id.eq(event)).order(attendees::id).load(conn)?)
}

/// Whose personal link that is.
pub fn by_token_hash(conn: &mut Conn, hash: &str) -> Result<Option<Attendee>> {
    Ok(attendees::table.filter(attendees::token_hash.eq(hash)).first(conn).optional()?)
}

/// Puts a changed row in the place of the one of that id.
pub fn change(tx: &mut Conn, row: &Attendee) -> Result<()> {
    let own = attendees::table.find(row.id).filter(attendees::event_id.eq(row.event_id));
    if diesel::update(own).set(row).execute(tx)? == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Takes somebody off the list, with what was to be sent to them. A draft that they began belongs to nobody then.
pub fn remove(tx: &mut Conn, event: EventId, id: AttendeeId) -> Result<()> {
    find(tx, event, id)?;
    forget(tx, &[id])
}

/// Takes these off every list.
pub fn forget(tx: &mut Conn, ids: &[AttendeeId]) -> Result<()> {
    let bare: Vec<i64> = ids.iter().map(|id| id.0).collect();
    // By their surveys the rows are found without looking at all.
    let theirs = attendees::table.filter(attendees::id.eq_any(ids)).select(attendees::event_id);
    let surveys: Vec<SurveyId> = events::table
        .filter(events::id.eq_any(theirs))
        .filter(events::survey_id.is_not_null())
        .select(events::survey_id.assume_not_null())
        .load(tx)?;
    let begun = responses::table.filter(responses::survey_id.eq_any(surveys)).filter(responses::attendee_id.eq_any(bare));
    diesel::update(begun).set(responses::attendee_id.eq(None::<i64>)).execute(tx)?;
    diesel::delete(event_messages::table.filter(event_messages::attendee_id.eq_any(ids))).execute(tx)?;
    diesel::delete(attendees::table.filter(attendees::id.eq_any(ids))).execute(tx)?;
    Ok(())
}

/// Notes that somebody came, or that they did not after all. What was noted first stays.
pub fn came(tx: &mut Conn, event: EventId, id: AttendeeId, at: Option<i64>) -> Result<()> {
    let own = attendees::table.find(id).filter(attendees::event_id.eq(event));
    match at {
        Some(_) => diesel::update(own.filter(attendees::came_at.is_null())).set(attendees::came_at.eq(at)).execute(tx)?,
        None => diesel::update(own).set(attendees::came_at.eq(at)).execute(tx)?,
    };
    Ok(())
}

/// Notes that somebody has answered, which is told from then on. `false` when it is noted already.
pub fn answered(tx: &mut Conn, id: AttendeeId, told_at: i64) -> Result<bool> {
    let own = attendees::table.find(id).filter(attendees::answered_at.is_null());
    Ok(diesel::update(own).set(attendees::answered_at.eq(told_at)).execute(tx)? == 1)
}

/// Notes that somebody wants no more email about the events of an organisation, on whichever of its lists they are. `false` when
/// that is known already.
pub fn stop(tx: &mut Conn, one: &Attendee, organisation: OrganisationId, now: i64) -> Result<bool> {
    let going = || {
        let theirs = events::table.filter(events::organisation_id.eq(organisation)).select(events::id);
        let same = attendees::id.eq(one.id).nullable().or(attendees::email_hash.eq(&one.email_hash));
        attendees::table.filter(attendees::event_id.eq_any(theirs)).filter(same)
    };
    let fresh = going().filter(attendees::stopped_at.is_null());
    let is_new = diesel::update(fresh).set((attendees::stopped_at.eq(now), attendees::wants_news.eq(false))).execute(tx)? > 0;
    // Who left an address themselves left it for these emails alone.
    diesel::update(going().filter(attendees::source.eq(Source::Left.code()))).set(attendees::sealed.eq(None::<String>)).execute(tx)?;
    if let Some(hash) = &one.email_hash {
        unwanted::stop(tx, hash, organisation, now)?;
    }
    Ok(is_new)
}

/// How many of an event are expected, came, and answered as far as that is told by now.
pub fn counts(conn: &mut Conn, event: EventId, now: i64) -> Result<Counts> {
    let own = attendees::table.filter(attendees::event_id.eq(event));
    let expected = own.filter(attendees::source.eq(Source::Expected.code()));
    Ok(Counts {
        expected: expected.count().get_result(conn)?,
        came: own.filter(attendees::came_at.is_not_null()).count().get_result(conn)?,
        answered: expected.filter(attendees::answered_at.le(now)).count().get_result(conn)?,
        left: own.filter(attendees::source.eq(Source::Left.code())).count().get_result(conn)?,
    })
}
