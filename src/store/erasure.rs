//! Erasing a person: their key is destroyed, and with it what it sealed, wherever the database still has the bytes; backups
//! from before have both, for as long as they are kept. What they said is taken
//! out of every figure from now on, or stays without anybody behind it; figures that were published stay as they were.

use diesel::prelude::*;

use super::comments;
use super::conn::Conn;
use super::days::{date, day};
use super::episodes::{self, Episode, Person};
use super::error::{Error, Result};
use super::event_retention;
use super::facts;
use super::holds;
use super::ids::{AccountId, EpisodeId, OrganisationId, PersonId, ResponseId, SurveyId};
use super::loosened;
use super::schema::{
    alert_notes, alerts, answers, contact_stops, demographic_terms, demographics, episodes as episode_rows, erasures, invitations,
    messages, people, responses, rights_requests, scores, transcriptions,
};
use super::unwanted;
use crate::domain::care::channel::codes;
use crate::domain::indicator::{Definition, Subject};

codes! {
    /// What becomes of what the person said.
    Answers {
        /// It is taken out, and out of every figure from now on.
        Removed = "removed",
        /// It stays, without free text and without anybody behind it, and is counted as before.
        Kept = "kept",
    }
}

/// Whom to erase, and how.
#[derive(Debug, Clone)]
pub struct Order {
    /// The row that says it was done.
    pub id: i64,
    pub organisation: OrganisationId,
    pub person: PersonId,
    /// The member of staff; nothing when a rule of retention said so.
    pub by: Option<AccountId>,
    /// Why: a short sentence that names nobody.
    pub reason: String,
    pub answers: Answers,
    pub at: i64,
}

/// What became of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; so many responses were there.
    Erased(usize),
    /// It was done before.
    Already,
    /// A legal hold keeps the record.
    Held,
}

#[derive(Insertable)]
#[diesel(table_name = erasures)]
struct Row<'a> {
    id: i64,
    organisation_id: OrganisationId,
    person_id: PersonId,
    account_id: Option<AccountId>,
    reason: &'a str,
    answers: &'a str,
    erased_at: i64,
}

/// Erases a person at one organisation, and with them the records that became part of theirs. [`Error::NotFound`] where there is no
/// such person.
pub fn erase(tx: &mut Conn, order: &Order, definitions: &[Definition]) -> Result<Outcome> {
    let person: Person = people::table.find((order.organisation, order.person)).first(tx)?;
    if person.erased_at.is_some() {
        return Ok(Outcome::Already);
    }
    if holds::any(tx, order.organisation, order.person)? {
        return Ok(Outcome::Held);
    }
    let own = episode_rows::table.filter(episode_rows::organisation_id.eq(order.organisation));
    let own: Vec<Episode> = own.filter(episode_rows::person_id.eq(order.person)).order(episode_rows::id).load(tx)?;
    own.iter().try_for_each(|episode| episodes::hold(tx, episode.id))?;
    let said = said_in(tx, &own)?;
    let taken_in = people::table.filter(people::organisation_id.eq(order.organisation)).filter(people::merged_into.eq(order.person));
    let taken_in: Vec<PersonId> = taken_in.select(people::id).load(tx)?;
    std::iter::once(order.person).chain(taken_in).try_for_each(|id| shred(tx, order, id))?;
    match order.answers {
        Answers::Removed => remove(tx, &own, &said, definitions)?,
        Answers::Kept => loosen(tx, (&own, mid_year(person.birth_day)), &said, definitions)?,
    }
    let row = Row {
        id: order.id,
        organisation_id: order.organisation,
        person_id: order.person,
        account_id: order.by,
        reason: &order.reason,
        answers: order.answers.code(),
        erased_at: order.at,
    };
    diesel::insert_into(erasures::table).values(&row).execute(tx)?;
    Ok(Outcome::Erased(said.responses.len()))
}

/// What somebody said: the responses, and the surveys they are to, by which the rows of each are found without looking at all.
struct Said {
    surveys: Vec<SurveyId>,
    responses: Vec<ResponseId>,
}

fn said_in(conn: &mut Conn, own: &[Episode]) -> Result<Said> {
    let ids: Vec<EpisodeId> = own.iter().map(|episode| episode.id).collect();
    let said = responses::table.filter(responses::episode_id.eq_any(ids)).select((responses::survey_id, responses::id));
    let (mut surveys, responses): (Vec<SurveyId>, Vec<ResponseId>) = said.load::<(SurveyId, ResponseId)>(conn)?.into_iter().unzip();
    surveys.sort_unstable();
    surveys.dedup();
    Ok(Said { surveys, responses })
}

/// The rows of a table that belong to what was said.
macro_rules! of {
    ($table:ident, $said:expr) => {
        $table::table.filter($table::survey_id.eq_any(&$said.surveys)).filter($table::response_id.eq_any(&$said.responses))
    };
}

/// Destroys the key and what it sealed, what the person was found by, and why they were not to be asked. Of the birthday the
/// year stays, so that they are counted in the same age band; of the sender's number its keyed hash, so that the next file from
/// there does not bring them back.
fn shred(tx: &mut Conn, order: &Order, person: PersonId) -> Result<()> {
    let organisation = order.organisation;
    unwanted::outlast(tx, (organisation, person), order.at)?;
    // A record that a rule ends says nothing about the events its person comes to.
    if order.by.is_some() {
        event_retention::erase(tx, organisation, person)?;
    }
    let record = demographics::table.filter(demographics::organisation_id.eq(organisation)).filter(demographics::person_id.eq(person));
    let nothing = (
        demographics::sealed_key.eq(None::<String>),
        demographics::sealed.eq(None::<String>),
        demographics::nhs_number_hash.eq(None::<String>),
        demographics::email_hash.eq(None::<String>),
        demographics::phone_hash.eq(None::<String>),
        demographics::revision.eq(demographics::revision + 1),
        demographics::changed_at.eq(order.at),
    );
    diesel::update(record).set(nothing).execute(tx)?;
    let terms = demographic_terms::table.filter(demographic_terms::organisation_id.eq(organisation));
    diesel::delete(terms.filter(demographic_terms::person_id.eq(person))).execute(tx)?;
    let stops = contact_stops::table.filter(contact_stops::organisation_id.eq(organisation));
    diesel::delete(stops.filter(contact_stops::person_id.eq(person))).execute(tx)?;
    let sent = messages::table.filter(messages::organisation_id.eq(organisation)).filter(messages::person_id.eq(person));
    diesel::delete(sent).execute(tx)?;
    let asked = rights_requests::table.filter(rights_requests::organisation_id.eq(organisation));
    let asked = asked.filter(rights_requests::person_id.eq(person)).filter(rights_requests::done_at.is_null());
    diesel::update(asked).set((rights_requests::done_at.eq(order.at), rights_requests::outcome.eq("erased"))).execute(tx)?;
    let row = people::table.find((organisation, person));
    let born: i32 = row.select(people::birth_day).first(tx)?;
    let nothing = (
        people::birth_day.eq(mid_year(born)),
        people::sex.eq("X"),
        people::language.eq("und"),
        people::ethnicity.eq(None::<String>),
        people::needs.eq(None::<String>),
        people::contact_by.eq(None::<String>),
        people::may_contact.eq(Some(false)),
        people::locality_id.eq(None::<super::ids::LocalityId>),
        people::died_day.eq(None::<i32>),
        people::changed_at.eq(order.at),
        people::erased_at.eq(order.at),
    );
    diesel::update(row).set(nothing).execute(tx)?;
    Ok(())
}

/// The first of July of the same year.
fn mid_year(born: i32) -> i32 {
    day(jiff::civil::date(date(born).year(), 7, 1))
}

/// Takes everything out that was said and asked, and out of every figure.
fn remove(tx: &mut Conn, own: &[Episode], said: &Said, definitions: &[Definition]) -> Result<()> {
    diesel::delete(of!(alert_notes, said)).execute(tx)?;
    diesel::delete(of!(alerts, said)).execute(tx)?;
    diesel::delete(of!(transcriptions, said)).execute(tx)?;
    diesel::delete(of!(scores, said)).execute(tx)?;
    comments::remove(tx, &said.surveys, &said.responses)?;
    diesel::delete(of!(answers, said)).execute(tx)?;
    let theirs = responses::table.filter(responses::survey_id.eq_any(&said.surveys));
    diesel::delete(theirs.filter(responses::id.eq_any(&said.responses))).execute(tx)?;
    let ids: Vec<EpisodeId> = own.iter().map(|episode| episode.id).collect();
    diesel::delete(invitations::table.filter(invitations::episode_id.eq_any(&ids))).execute(tx)?;
    diesel::delete(episode_rows::table.filter(episode_rows::id.eq_any(&ids))).execute(tx)?;
    let nobody = |episode: &Episode| Subject { id: episode.id.0, episode: None, responses: Vec::new(), asked: Vec::new() };
    facts::refresh_each(tx, definitions, &own.iter().map(nobody).collect::<Vec<_>>())
}

/// Takes out whatever could lead back to the person and what was never sent, and leaves what is counted. Of the birthday the
/// episodes keep the year too, and are counted anew by it: a rebuild finds the same.
fn loosen(tx: &mut Conn, (own, born): (&[Episode], i32), said: &Said, definitions: &[Definition]) -> Result<()> {
    let drafts = responses::table.filter(responses::survey_id.eq_any(&said.surveys)).filter(responses::id.eq_any(&said.responses));
    let drafts = drafts.filter(responses::status.eq("draft")).select((responses::survey_id, responses::id));
    let drafts: Vec<(SurveyId, ResponseId)> = drafts.load(tx)?;
    drafts.into_iter().try_for_each(|(survey, id)| super::responses::drop_draft(tx, survey, id))?;
    diesel::delete(of!(alert_notes, said)).execute(tx)?;
    diesel::delete(of!(transcriptions, said)).execute(tx)?;
    loosened::loosen(tx, &said.surveys, &said.responses)?;
    let ids: Vec<EpisodeId> = own.iter().map(|episode| episode.id).collect();
    let asked = invitations::table.filter(invitations::episode_id.eq_any(&ids));
    let closed =
        (invitations::token_hash.eq(None::<String>), invitations::code_hash.eq(None::<String>), invitations::next_at.eq(None::<i64>));
    diesel::update(asked).set(closed).execute(tx)?;
    let set = (episode_rows::sender_hash.eq(None::<String>), episode_rows::cluster.eq(None::<String>), episode_rows::birth_day.eq(born));
    diesel::update(episode_rows::table.filter(episode_rows::id.eq_any(&ids))).set(set).execute(tx)?;
    ids.into_iter().try_for_each(|id| facts::refresh_episode(tx, id, definitions))
}

/// True when somebody of that organisation was erased under that id: for a page that is opened again.
pub fn is_erased(conn: &mut Conn, organisation: OrganisationId, person: PersonId) -> Result<bool> {
    let at: Option<i64> =
        people::table.find((organisation, person)).select(people::erased_at).first(conn).optional()?.ok_or(Error::NotFound)?;
    Ok(at.is_some())
}
