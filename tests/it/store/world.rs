//! A county in which things happen in any order: people come into care, are asked, and answer.

use std::collections::BTreeMap;

use diesel::prelude::*;
use proptest::prelude::*;
use saywell::domain::indicator::measure::Missing;
use saywell::domain::indicator::{Definition, Period};
use saywell::random::Random;
use saywell::store::counting::{self, At, Batch};
use saywell::store::days::{date, day};
use saywell::store::definitions::Kept;
use saywell::store::drafts::{self, By, Seen};
use saywell::store::episodes::{self, Episode, Person};
use saywell::store::ids::{EpisodeId, InvitationId, LocalityId, OrganisationId, PersonId, ResponseId, SurveyId, VersionId};
use saywell::store::invitations::{self, Invitation};
use saywell::store::organisations::{self, Locality, Organisation};
use saywell::store::schema::facts as table;
use saywell::store::submissions::{self, Outcome, Submission};
use saywell::store::surveys;
use saywell::store::{Conn, Store, answers, cells, facts, responses, scores, subjects, withdrawals};

use super::super::support::database::{Database, definitions};
use super::super::support::{NOW, clock_at};

const SURVEYS: [&str; 5] = ["settled-accommodation", "employment", "carer-experience", "independence-at-home", "postnatal-wellbeing"];
const TIMEPOINTS: [&str; 5] = ["baseline", "review", "discharge-91-days", "birth-6-8-weeks", "unscheduled"];
const PROGRAMMES: [&str; 3] = ["mental-health", "frail-older-people", "maternity"];

/// One thing that happens.
#[derive(Debug, Clone)]
pub enum Event {
    /// A person comes into care: programme, age in years, day opened, length of care, provider and locality.
    Episode { programme: usize, age: i32, opened: i32, days: Option<i32>, provider: usize, locality: Option<usize> },
    /// Somebody in care is asked: which of them, which survey, when after the first day.
    Asked { episode: usize, survey: usize, timepoint: usize, after: i32 },
    /// An answer comes: to an invitation, or to none; and what it says.
    Answered { invitation: Option<usize>, survey: usize, on: i32, says: usize },
    /// Answers are taken back: which of them.
    Withdrawn { response: usize },
    /// Somebody writes a draft of an indicator, or writes theirs anew: which of them.
    Drafted { indicator: usize },
    /// Some more of what came before is counted by the draft.
    Counted,
}

pub fn event() -> impl Strategy<Value = Event> {
    let episode = (0..3usize, 15..100, 0..500, proptest::option::of(0..300), 0..3usize, proptest::option::of(0..2usize));
    let asked = (0..8usize, 0..5usize, 0..5usize, 0..250);
    let answered = (proptest::option::weighted(0.8, 0..12usize), 0..5usize, 0..700, 0..6usize);
    prop_oneof![
        2 => episode.prop_map(|(programme, age, opened, days, provider, locality)| Event::Episode { programme, age, opened, days, provider, locality }),
        3 => asked.prop_map(|(episode, survey, timepoint, after)| Event::Asked { episode, survey, timepoint, after }),
        1 => (0..10usize).prop_map(|response| Event::Withdrawn { response }),
        1 => (0..5usize).prop_map(|indicator| Event::Drafted { indicator }),
        3 => Just(Event::Counted),
        5 => answered.prop_map(|(invitation, survey, on, says)| Event::Answered { invitation, survey, on, says }),
    ]
}

/// Indicators that somebody writes drafts of: one of each way to be counted.
const DRAFTED: [&str; 5] = ["settled-accommodation", "carer-quality-of-life", "at-home-91-days", "independence-change", "felt-listened-to"];

/// The next version of a definition, which counts other people and other months each time it is written.
fn otherwise(current: &Definition, revision: i32) -> Definition {
    let mut draft = Definition { version: 2, rolling_months: 1 + revision.unsigned_abs() % 3, ..current.clone() };
    if let Some(cohort) = &mut draft.cohort {
        (cohort.age_from, cohort.age_to) = (Some(30), None);
    }
    if let Some(measure) = &mut draft.measure {
        measure.look_back_months += revision.unsigned_abs();
        measure.missing = if revision % 2 == 0 { Missing::Dropped } else { Missing::StaysIn };
    }
    draft
}

/// The first day that anything happens on.
fn first_day() -> i32 {
    day(jiff::civil::date(2024, 11, 1))
}

pub type Key = (String, i64, i32);
pub type Place = (i32, Option<i32>, i64, i64);
type Sums = (i64, i64, i64, i64, i64);
pub type Fact = (Key, Place, [i64; 5]);
pub type Figures = (BTreeMap<(String, String, i64, i32), [i64; 5]>, Vec<Fact>);

pub struct World {
    store: Store,
    definitions: Vec<Definition>,
    surveys: Vec<(SurveyId, VersionId)>,
    providers: Vec<OrganisationId>,
    localities: Vec<LocalityId>,
    episodes: Vec<Episode>,
    invitations: Vec<Invitation>,
    answered: Vec<InvitationId>,
    sent: Vec<(usize, ResponseId)>,
    draft: Option<(Kept, At)>,
    random: Random,
    _database: Database,
}

impl World {
    pub fn new() -> Self {
        let database = Database::ready();
        let (store, random) = (database.store(1), Random::seeded(99));
        let ids: Vec<i64> = (0..5).map(|_| random.id(&clock_at(0))).collect();
        let provider = |id: &i64| Organisation {
            id: OrganisationId(*id),
            ods_code: id.to_string(),
            name: id.to_string(),
            kind: "partner".to_owned(),
            parent_id: None,
        };
        let providers: Vec<Organisation> = ids[..3].iter().map(provider).collect();
        let locality = |id: &i64| Locality { id: LocalityId(*id), code: id.to_string(), name: id.to_string(), deprivation_decile: 1 };
        let localities: Vec<(Locality, Vec<String>)> = ids[3..].iter().map(|id| (locality(id), Vec::new())).collect();
        store.write_now("add", |tx| organisations::add(tx, &providers)).unwrap();
        store.write_now("add", |tx| organisations::add_localities(tx, &localities)).unwrap();
        let survey = |key: &&str| {
            store.read_now("survey", |conn| surveys::find(conn, key)).map(|(survey, version)| (survey.id, version.id)).unwrap()
        };
        Self {
            definitions: definitions(&store),
            surveys: SURVEYS.iter().map(survey).collect(),
            providers: providers.iter().map(|one| one.id).collect(),
            localities: localities.iter().map(|(one, _)| one.id).collect(),
            episodes: Vec::new(),
            invitations: Vec::new(),
            answered: Vec::new(),
            sent: Vec::new(),
            draft: None,
            random,
            store,
            _database: database,
        }
    }

    fn id(&self) -> i64 {
        self.random.id(&clock_at(0))
    }

    pub fn happen(&mut self, event: &Event) {
        match *event {
            Event::Episode { programme, age, opened, days, provider, locality } => {
                let (opened, organisation_id) = (first_day() + opened, self.providers[provider]);
                let closed = days.map(|days| opened + days);
                let episode = Episode {
                    organisation_id,
                    id: EpisodeId(self.id()),
                    person_id: PersonId(self.id()),
                    programme: PROGRAMMES[programme].to_owned(),
                    birth_day: opened - age * 365,
                    locality_id: locality.map(|locality| self.localities[locality]),
                    opened_day: opened,
                    closed_day: closed,
                    discharged_day: (programme == 1).then_some(opened),
                    delivered_day: (programme == 2).then_some(opened + 20),
                    fact_revision: 0,
                    ..Episode::default()
                };
                self.add_episode(episode);
            }
            Event::Asked { episode, survey, timepoint, after } => self.ask(episode, survey, timepoint, after),
            Event::Withdrawn { response } => self.withdraw(response),
            Event::Drafted { indicator } => self.draft(indicator),
            Event::Counted => {
                self.count();
            }
            Event::Answered { invitation, survey, on, says } => self.answer(invitation, survey, first_day() + on, says),
        }
    }

    fn add_episode(&mut self, episode: Episode) {
        let Episode { organisation_id, person_id, birth_day, locality_id, .. } = episode;
        let person = Person {
            organisation_id,
            id: person_id,
            birth_day,
            sex: "X".to_owned(),
            locality_id,
            language: "en".to_owned(),
            ..Person::default()
        };
        self.store.write_now("add", |tx| episodes::add(tx, std::slice::from_ref(&person), std::slice::from_ref(&episode))).unwrap();
        self.refresh(&episode);
        self.episodes.push(episode);
    }

    fn ask(&mut self, episode: usize, survey: usize, timepoint: usize, after: i32) {
        let Some(episode) = self.episodes.get(episode).cloned() else { return };
        let invitation = Invitation {
            organisation_id: episode.organisation_id,
            id: InvitationId(self.id()),
            episode_id: episode.id,
            survey_id: self.surveys[survey].0,
            timepoint: TIMEPOINTS[timepoint].to_owned(),
            asked_day: episode.opened_day + after,
            token_hash: None,
            expires_at: NOW.micros(),
            ..Invitation::default()
        };
        self.store.write_now("add", |tx| invitations::add(tx, std::slice::from_ref(&invitation))).unwrap();
        self.refresh(&episode);
        self.invitations.push(invitation);
    }

    /// What whoever brings episodes and invitations does for those they brought.
    fn refresh(&self, episode: &Episode) {
        self.store
            .write_now("refresh", |tx| {
                let subjects = subjects::of_episodes(tx, std::slice::from_ref(episode))?;
                facts::refresh_all(tx, &self.definitions, &subjects)
            })
            .unwrap();
    }

    fn answer(&mut self, invitation: Option<usize>, survey: usize, on: i32, says: usize) {
        let invitation = invitation.and_then(|n| self.invitations.get(n)).filter(|one| !self.answered.contains(&one.id)).cloned();
        let survey = invitation.as_ref().map_or(survey, |one| self.surveys.iter().position(|(known, _)| *known == one.survey_id).unwrap());
        let (survey_id, response_id) = (self.surveys[survey].0, ResponseId(self.id()));
        let episode = invitation.as_ref().map(|one| self.episodes.iter().find(|episode| episode.id == one.episode_id).unwrap());
        let response = responses::Response {
            survey_id,
            id: response_id,
            version_id: self.surveys[survey].1,
            organisation_id: episode.map_or(self.providers.get(says).copied(), |episode| Some(episode.organisation_id)),
            locality_id: episode.and_then(|episode| episode.locality_id),
            episode_id: episode.map(|episode| episode.id),
            invitation_id: invitation.as_ref().map(|one| one.id),
            timepoint: invitation.as_ref().map_or_else(|| "unscheduled".to_owned(), |one| one.timepoint.clone()),
            respondent: "self".to_owned(),
            mode: "web".to_owned(),
            language: "en".to_owned(),
            status: "draft".to_owned(),
            revision: 3,
            started_at: 0,
            saved_at: 0,
            expires_at: NOW.micros(),
            submitted_at: None,
            period: None,
            answered_day: None,
            resume_hash: response_id.0.to_string(),
            receipt_hash: None,
            ..responses::Response::default()
        };
        let (answers, scores) = said(survey, says, |link, kind, value, derived| answers::Row {
            survey_id,
            response_id,
            link_id: link.to_owned(),
            position: 0,
            kind: kind.to_owned(),
            value,
            system: None,
            derived,
        });
        let submission = Submission {
            survey_id,
            response_id,
            revision: 3,
            submitted_at: NOW.micros(),
            period: Period::of(date(on)).number(),
            answered_day: on,
            receipt_hash: format!("r{}", response_id.0),
            locality_id: self.localities.get(says).copied(),
            answers,
            scores: scores
                .into_iter()
                .map(|(score, thousandths)| scores::Row { survey_id, response_id, score: score.to_owned(), thousandths })
                .collect(),
            alerts: Vec::new(),
            said: Vec::new(),
        };
        let definitions = self.definitions_of(SURVEYS[survey]);
        self.store.write_now("add", |tx| responses::add(tx, &response)).unwrap();
        let outcome = self.store.write_now("submit", |tx| submissions::submit(tx, &submission, &definitions)).unwrap();
        let again = self.store.write_now("submit", |tx| submissions::submit(tx, &submission, &definitions)).unwrap();
        assert_eq!((outcome, again), (Outcome::Accepted, Outcome::Already));
        self.answered.extend(invitation.map(|one| one.id));
        self.sent.push((survey, response_id));
    }

    fn withdraw(&mut self, response: usize) {
        let Some((survey, id)) = self.sent.get(response).copied() else { return };
        self.sent.remove(response);
        let definitions = self.definitions_of(SURVEYS[survey]);
        let take_back = |tx: &mut Conn| withdrawals::withdraw(tx, self.surveys[survey].0, id, NOW.micros(), &definitions);
        assert!(self.store.write_now("withdraw", take_back).unwrap());
        assert!(!self.store.write_now("withdraw", take_back).unwrap(), "taken back once");
    }

    /// A draft that counts otherwise, counted from now on. One that is there already is written anew.
    fn draft(&mut self, indicator: usize) {
        let before = self.draft.take().map(|(kept, _)| kept);
        let indicator = before.as_ref().map_or(DRAFTED[indicator], |kept| kept.indicator.as_str());
        let current = self.definitions.iter().find(|one| one.key == indicator).unwrap();
        let revision = before.as_ref().map_or(0, |kept| kept.revision);
        let definition = otherwise(current, revision);
        let (by, seen) = (By { account: 1, now: NOW }, Seen { indicator: indicator.to_owned(), version: 2, revision });
        let written = |tx: &mut Conn| match revision {
            0 => drafts::begin(tx, &Kept::draft(&definition, 1, NOW)),
            _ => drafts::change(tx, &seen, &definition, by),
        };
        assert!(self.store.write_now("draft", written).unwrap());
        let kept = self.store.read_now("draft", |conn| drafts::find(conn, indicator)).unwrap().unwrap();
        self.store.write_now("begin", |tx| counting::begin(tx, &kept, NOW)).unwrap();
        self.draft = Some((kept, At::START));
    }

    /// Counts some more of what came before by the draft. `false` when there is no more.
    pub fn count(&mut self) -> bool {
        let Some((kept, at)) = self.draft.clone() else { return false };
        let definition = kept.definition().unwrap();
        match self.store.write_now("count", |tx| counting::step(tx, &kept, &definition, at, 2)).unwrap() {
            Batch::More(next) => self.draft = Some((kept, next)),
            Batch::Done => return false,
            Batch::Stopped => panic!("nobody else writes on it"),
        }
        true
    }

    /// Only what an answer to this survey may move, as a running Saywell does.
    fn definitions_of(&self, survey: &str) -> Vec<Definition> {
        self.definitions.iter().filter(|definition| definition.survey() == Some(survey)).cloned().collect()
    }

    pub fn figures(&self) -> Figures {
        self.store
            .read_now("figures", |conn| {
                let place = (table::from_period, table::to_period, table::organisation_id, table::locality_id);
                let sums = (table::numerator, table::denominator, table::recorded, table::value_sum, table::value_squares);
                let key = (table::indicator, table::subject_id, table::part);
                let rows: Vec<(Key, Place, Sums)> = table::table.select((key, place, sums)).order(key).load(conn)?;
                let facts = rows.into_iter().map(|(key, place, (a, b, c, d, e))| (key, place, [a, b, c, d, e])).collect();
                Ok((cells::all(conn)?, facts))
            })
            .unwrap()
    }

    pub fn rebuild(&self) {
        let draft = self.draft.iter().map(|(kept, _)| kept.definition().unwrap());
        let all: Vec<Definition> = self.definitions.iter().cloned().chain(draft).collect();
        self.store.write_now("rebuild", |tx| facts::rebuild(tx, &all, NOW, |_| {})).unwrap();
    }
}

type Rows = (Vec<answers::Row>, Vec<(&'static str, i64)>);

/// What somebody says in a survey, as it is kept.
fn said(survey: usize, says: usize, row: impl Fn(&str, &str, String, bool) -> answers::Row) -> Rows {
    let code = |codes: [&str; 6]| codes[says].to_owned();
    let points = i64::try_from(says).unwrap() * 1500;
    match survey {
        0 => (vec![row("settled", "text", code(["Y", "N", "Z", "9", "Y", "N"]), true)], Vec::new()),
        1 => {
            let status = row("employment-status", "coding", code(["01", "02", "UU", "01", "08", "ZZ"]), false);
            (vec![status, row("has-meaningful-role", "text", code(["Y", "N", "Y", "Y", "N", "N"]), true)], Vec::new())
        }
        2 => (Vec::new(), if says == 5 { Vec::new() } else { vec![("carer-quality-of-life", points)] }),
        3 => {
            let place = row("where-now", "coding", code(["home", "hospital", "family", "care-home", "extra-care", "other"]), false);
            (vec![place], vec![("independence", points)])
        }
        _ => {
            let heard = row("listened-to", "coding", code(["always", "never", "mostly", "not-applicable", "rarely", "always"]), false);
            (vec![heard], vec![("wellbeing", points)])
        }
    }
}
