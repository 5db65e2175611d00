//! Gathers, for the indicators, all that was said in an episode of care.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;

use super::answers::Row as AnswerRow;
use super::conn::Conn;
use super::episodes::Episode;
use super::error::Result;
use super::ids::{EpisodeId, InvitationId, OrganisationId, PersonId, ResponseId, SurveyId};
use super::invitations::Invitation;
use super::responses::Response;
use super::schema::{answers, invitations, people, responses, scores, surveys};
use super::scores::Row as ScoreRow;
use crate::domain::care::ethnicity::{Ethnicity, Group};
use crate::domain::care::sex::Sex;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::indicator::Subject;
use crate::domain::indicator::strata::{Mode, NOT_STATED};
use crate::domain::indicator::subject::{self, Asked, Submitted};
use crate::domain::survey::definition::Respondent;
use crate::store::days::date;

/// The subjects of these episodes, in the same order.
pub fn of_episodes(conn: &mut Conn, episodes: &[Episode]) -> Result<Vec<Subject>> {
    let ids: Vec<EpisodeId> = episodes.iter().map(|episode| episode.id).collect();
    let keys = survey_keys(conn)?;
    let mut submitted: HashMap<EpisodeId, Vec<Response>> = HashMap::new();
    for response in submitted_in(conn, &ids)? {
        submitted.entry(response.episode_id.unwrap_or(EpisodeId(NOT_STATED))).or_default().push(response);
    }
    let mut asked: HashMap<EpisodeId, Vec<Invitation>> = HashMap::new();
    // In one order always: a row that was changed may come from the database after the others.
    let all = invitations::table.filter(invitations::episode_id.eq_any(&ids)).filter(invitations::not_asked.is_null());
    for invitation in all.order(invitations::id).load::<Invitation>(conn)? {
        asked.entry(invitation.episode_id).or_default().push(invitation);
    }
    let said = Said::load(conn, submitted.values().flatten())?;
    let people = people_of(conn, episodes)?;
    let subject = |episode: &Episode| {
        let person = people.get(&(episode.organisation_id, episode.person_id));
        let Some(person) = person.filter(|person| !person.opted_out) else {
            return Subject { id: episode.id.0, asked: Vec::new(), responses: Vec::new(), episode: None };
        };
        let responses = submitted.remove(&episode.id).unwrap_or_default();
        let answered: Vec<InvitationId> = responses.iter().filter_map(|response| response.invitation_id).collect();
        let ask = |invitation: Invitation| Asked {
            survey: keys.get(&invitation.survey_id).cloned().unwrap_or_default(),
            date: date(invitation.asked_day),
            answered: answered.contains(&invitation.id),
        };
        Subject {
            id: episode.id.0,
            asked: asked.remove(&episode.id).unwrap_or_default().into_iter().map(ask).collect(),
            responses: responses.iter().map(|response| said.of(response, &keys)).collect(),
            episode: Some(the_episode(episode, person.known())),
        }
    };
    Ok(episodes.iter().map(subject).collect())
}

/// Sex, ethnic category, language, and whether they opted out.
type OfPerson = (String, Option<String>, String, Option<bool>);

/// What the indicators may know of a person.
struct PersonRow {
    sex: String,
    ethnicity: Option<String>,
    language: String,
    /// They want their data used for nothing but their own care: they are in no figure.
    opted_out: bool,
}

impl PersonRow {
    fn known(&self) -> subject::Person {
        subject::Person {
            sex: Sex::from_code(&self.sex).filter(|sex| *sex != Sex::NotKnown),
            ethnicity: self.ethnicity.as_deref().and_then(Ethnicity::from_code).map(Ethnicity::group).filter(|one| *one != Group::NotKnown),
            language: self.language.clone(),
        }
    }
}

/// The people of these episodes.
fn people_of(conn: &mut Conn, episodes: &[Episode]) -> Result<HashMap<(OrganisationId, PersonId), PersonRow>> {
    let (mut organisations, ids): (Vec<OrganisationId>, Vec<PersonId>) =
        episodes.iter().map(|episode| (episode.organisation_id, episode.person_id)).unzip();
    organisations.sort_unstable();
    organisations.dedup();
    let theirs = people::table.filter(people::organisation_id.eq_any(organisations)).filter(people::id.eq_any(ids));
    let of_person = (people::sex, people::ethnicity, people::language, people::opted_out.nullable());
    let rows: Vec<((OrganisationId, PersonId), OfPerson)> = theirs.select(((people::organisation_id, people::id), of_person)).load(conn)?;
    let row =
        |(sex, ethnicity, language, opted_out): OfPerson| PersonRow { sex, ethnicity, language, opted_out: opted_out.unwrap_or(false) };
    Ok(rows.into_iter().map(|(id, of)| (id, row(of))).collect())
}

/// The surveys that somebody was to answer in an episode, by their keys.
pub fn surveys_asked(conn: &mut Conn, episode: EpisodeId) -> Result<Vec<String>> {
    let own = invitations::table.inner_join(surveys::table.on(surveys::id.eq(invitations::survey_id)));
    Ok(own.filter(invitations::episode_id.eq(episode)).select(surveys::key).distinct().order(surveys::key).load(conn)?)
}

/// Subjects of submitted responses that belong to no episode.
pub fn of_open(conn: &mut Conn, responses: &[Response]) -> Result<Vec<Subject>> {
    let keys = survey_keys(conn)?;
    let said = Said::load(conn, responses)?;
    let subject =
        |response: &Response| Subject { id: response.id.0, episode: None, responses: vec![said.of(response, &keys)], asked: Vec::new() };
    Ok(responses.iter().map(subject).collect())
}

/// The next submitted responses that belong to no episode, after `after`, in the order of their ids.
pub fn open_page(conn: &mut Conn, after: ResponseId, most: i64) -> Result<Vec<Response>> {
    let open = responses::table.filter(responses::episode_id.is_null()).filter(responses::status.eq("submitted"));
    Ok(open.filter(responses::id.gt(after)).order(responses::id).limit(most).load(conn)?)
}

fn survey_keys(conn: &mut Conn) -> Result<HashMap<SurveyId, String>> {
    Ok(surveys::table.select((surveys::id, surveys::key)).load(conn)?.into_iter().collect())
}

fn submitted_in(conn: &mut Conn, episodes: &[EpisodeId]) -> Result<Vec<Response>> {
    let theirs = responses::table.filter(responses::episode_id.eq_any(episodes)).filter(responses::status.eq("submitted"));
    Ok(theirs.order(responses::id).load(conn)?)
}

fn the_episode(episode: &Episode, person: subject::Person) -> subject::Episode {
    subject::Episode {
        programme: episode.programme.clone(),
        organisation: episode.organisation_id.0,
        locality: episode.locality_id.map_or(NOT_STATED, |locality| locality.0),
        person,
        born: date(episode.birth_day),
        opened: date(episode.opened_day),
        closed: episode.closed_day.map(date),
        discharged: episode.discharged_day.map(date),
        delivered: episode.delivered_day.map(date),
    }
}

/// The countable answers and the scores of some responses.
struct Said {
    items: HashMap<ResponseId, BTreeMap<String, Vec<String>>>,
    scores: HashMap<ResponseId, BTreeMap<String, i64>>,
}

impl Said {
    fn load<'a>(conn: &mut Conn, responses: impl IntoIterator<Item = &'a Response>) -> Result<Self> {
        let (surveys, ids): (Vec<SurveyId>, Vec<ResponseId>) = responses.into_iter().map(|r| (r.survey_id, r.id)).unzip();
        let mut surveys = surveys;
        surveys.sort_unstable();
        surveys.dedup();
        let mut said = Self { items: HashMap::new(), scores: HashMap::new() };
        for some in ids.chunks(5000) {
            let countable = answers::kind.eq_any(["coding", "boolean"]).or(answers::derived.eq(true));
            let rows: Vec<AnswerRow> = answers::table
                .filter(answers::survey_id.eq_any(&surveys))
                .filter(answers::response_id.eq_any(some))
                .filter(countable)
                .order((answers::link_id, answers::position))
                .load(conn)?;
            for row in rows {
                said.items.entry(row.response_id).or_default().entry(row.link_id).or_default().push(row.value);
            }
            let rows: Vec<ScoreRow> =
                scores::table.filter(scores::survey_id.eq_any(&surveys)).filter(scores::response_id.eq_any(some)).load(conn)?;
            for row in rows {
                said.scores.entry(row.response_id).or_default().insert(row.score, row.thousandths);
            }
        }
        Ok(said)
    }

    fn of(&self, response: &Response, keys: &HashMap<SurveyId, String>) -> Submitted {
        Submitted {
            id: response.id.0,
            survey: keys.get(&response.survey_id).cloned().unwrap_or_default(),
            date: date(response.answered_day.unwrap_or_default()),
            timepoint: Timepoint::from_code(&response.timepoint).unwrap_or(Timepoint::Unscheduled),
            organisation: response.organisation_id.map_or(NOT_STATED, |organisation| organisation.0),
            locality: response.locality_id.map_or(NOT_STATED, |locality| locality.0),
            language: response.language.clone(),
            mode: Mode::from_code(&response.mode),
            respondent: Respondent::from_code(&response.respondent),
            items: self.items.get(&response.id).cloned().unwrap_or_default(),
            scores: self.scores.get(&response.id).cloned().unwrap_or_default(),
        }
    }
}
