//! Finding the records that no rule keeps any longer, and the log of looking.

use std::collections::HashMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use jiff::civil::Date;

use super::conn::Conn;
use super::days::date;
use super::episodes::{Episode, Person};
use super::error::Result;
use super::ids::{OrganisationId, PersonId, ResponseId, SurveyId};
use super::schema::{
    episodes, import_lines, import_parts, imports, invitations, messages, people, responses, retention_runs, rights_requests,
};
use super::{event_retention, loosened};
use crate::domain::care::retention::{Kept, Rules, Short};

/// One look at what the rules say.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = retention_runs)]
pub struct Run {
    pub id: i64,
    /// `records`, or the code of a [`Short`].
    pub purpose: String,
    /// True when it only counted.
    pub is_dry: bool,
    pub found: i64,
    pub erased: i64,
    /// How many a legal hold keeps.
    pub held: i64,
    pub began_at: i64,
}

/// Writes a run down.
pub fn log(tx: &mut Conn, run: &Run) -> Result<()> {
    diesel::insert_into(retention_runs::table).values(run).execute(tx)?;
    Ok(())
}

/// The last runs, the newest first.
pub fn runs(conn: &mut Conn, most: i64) -> Result<Vec<Run>> {
    Ok(retention_runs::table.order((retention_runs::began_at.desc(), retention_runs::id.desc())).limit(most).load(conn)?)
}

/// A person at an organisation.
pub type Whose = (OrganisationId, PersonId);

/// The people after one of them, in the order of organisation and id, so many looked at; those whose record no rule keeps on
/// that day; and the last that was looked at, to go on from there.
pub fn over(conn: &mut Conn, rules: &Rules, today: Date, after: Option<Whose>, most: i64) -> Result<(Vec<Whose>, Option<Whose>)> {
    let mut some = people::table.filter(people::erased_at.is_null()).into_boxed();
    if let Some((organisation, person)) = after {
        let same = people::organisation_id.eq(organisation).and(people::id.gt(person));
        some = some.filter(people::organisation_id.gt(organisation).or(same));
    }
    let some: Vec<Person> = some.order((people::organisation_id, people::id)).limit(most).load(conn)?;
    let last = some.last().map(|person| (person.organisation_id, person.id));
    let ids: Vec<PersonId> = some.iter().map(|person| person.id).collect();
    let mut organisations: Vec<OrganisationId> = some.iter().map(|person| person.organisation_id).collect();
    organisations.dedup();
    let theirs = episodes::table.filter(episodes::organisation_id.eq_any(organisations)).filter(episodes::person_id.eq_any(&ids));
    let theirs: Vec<Episode> = theirs.load(conn)?;
    let mut kept: HashMap<Whose, Vec<Kept>> = HashMap::new();
    for episode in theirs {
        let one = Kept { closed: episode.closed_day.map(date), programme: episode.programme };
        kept.entry((episode.organisation_id, episode.person_id)).or_default().push(one);
    }
    let is_over = |person: &&Person| {
        let own = kept.get(&(person.organisation_id, person.id)).map_or(&[][..], Vec::as_slice);
        rules.over_on(person.died_day.map(date), own).is_some_and(|over| over <= today)
    };
    Ok((some.iter().filter(is_over).map(|person| (person.organisation_id, person.id)).collect(), last))
}

/// How much of it is older than that moment.
pub fn count(conn: &mut Conn, what: Short, before: i64) -> Result<i64> {
    Ok(match what {
        Short::Messages => sent(before).count().get_result(conn)?,
        Short::Imports => imports::table.filter(imports::finished_at.lt(before)).count().get_result(conn)?,
        Short::Requests => rights_requests::table.filter(rights_requests::done_at.lt(before)).count().get_result(conn)?,
        Short::OpenAnswers => open(before).count().get_result(conn)?,
        Short::EventContacts => event_retention::count(conn, before)?,
    })
}

/// Takes out so many of what is older than that moment. Returns how many there were.
pub fn sweep(tx: &mut Conn, what: Short, before: i64, most: i64) -> Result<usize> {
    match what {
        Short::Messages => {
            let ids: Vec<i64> = sent(before).select(messages::id).limit(most).load(tx)?;
            Ok(diesel::delete(messages::table.filter(messages::id.eq_any(ids))).execute(tx)?)
        }
        Short::Imports => {
            let over: Vec<i64> = imports::table.filter(imports::finished_at.lt(before)).select(imports::id).limit(1).load(tx)?;
            diesel::delete(import_parts::table.filter(import_parts::import_id.eq_any(&over))).execute(tx)?;
            diesel::delete(import_lines::table.filter(import_lines::import_id.eq_any(&over))).execute(tx)?;
            Ok(diesel::delete(imports::table.filter(imports::id.eq_any(&over))).execute(tx)?)
        }
        Short::Requests => {
            let over = rights_requests::table.filter(rights_requests::done_at.lt(before));
            let ids: Vec<i64> = over.select(rights_requests::id).limit(most).load(tx)?;
            Ok(diesel::delete(rights_requests::table.filter(rights_requests::id.eq_any(ids))).execute(tx)?)
        }
        Short::OpenAnswers => {
            let said: Vec<(SurveyId, ResponseId)> = open(before).select((responses::survey_id, responses::id)).limit(most).load(tx)?;
            let (mut surveys, ids): (Vec<SurveyId>, Vec<ResponseId>) = said.into_iter().unzip();
            surveys.sort_unstable();
            surveys.dedup();
            loosened::loosen(tx, &surveys, &ids)?;
            Ok(ids.len())
        }
        Short::EventContacts => event_retention::sweep(tx, before, most),
    }
}

/// Messages that went out, or never will, and were decided before then. Those of people whom a schedule still looks at stay: it
/// must know what they were sent.
#[diesel::dsl::auto_type(no_type_alias)]
fn sent(before: i64) -> _ {
    let done = messages::sent_at.is_not_null().or(messages::failed_at.is_not_null());
    let own = invitations::table.filter(invitations::id.eq(messages::invitation_id));
    let looked_at = own.filter(invitations::next_at.is_not_null()).select(invitations::id);
    messages::table.filter(messages::created_at.lt(before)).filter(done).filter(not(exists(looked_at)))
}

/// Answers that belong to nobody's record, were sent before then, and still have a receipt.
#[diesel::dsl::auto_type(no_type_alias)]
fn open(before: i64) -> _ {
    let nobodys = responses::table.filter(responses::episode_id.is_null()).filter(responses::receipt_hash.is_not_null());
    nobodys.filter(responses::submitted_at.lt(before))
}
