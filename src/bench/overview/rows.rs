//! Rows of people, episodes, requests and answers, invented by the thousand. Everybody is asked once a quarter while they are in care,
//! and three in four answer.

use super::framework::{Question, programme};
use crate::catalogue::Current;
use crate::demo::dice::Dice;
use crate::demo::time::Ids;
use crate::domain::indicator::Period;
use crate::store::answers::Row;
use crate::store::days::{date, day};
use crate::store::episodes::{Episode, Person};
use crate::store::ids::{EpisodeId, InvitationId, LocalityId, OrganisationId, PersonId, ResponseId};
use crate::store::invitations::Invitation;
use crate::store::responses::Response;
use crate::store::{Conn, Result, answers, episodes, invitations, responses};

/// Days from one request to the next.
const QUARTER: i32 = 91;

/// How many responses are written in one transaction.
pub const BATCH: usize = 20_000;

/// How many of those who are asked answer.
const ANSWERING: f64 = 0.75;

const SEXES: [(&str, f64); 2] = [("1", 0.48), ("2", 0.52)];
const LANGUAGES: [(&str, f64); 4] = [("en", 0.9), ("pl", 0.06), ("ur", 0.02), ("ro", 0.02)];
const ETHNICITIES: [(Option<&str>, f64); 5] = [(Some("A"), 0.8), (Some("H"), 0.08), (Some("M"), 0.05), (Some("D"), 0.02), (None, 0.05)];
const MODES: [(&str, f64); 3] = [("web", 0.7), ("phone", 0.2), ("paper", 0.1)];
const RESPONDENTS: [(&str, f64); 2] = [("self", 0.9), ("proxy", 0.1)];

/// Where people are cared for and live, and what they are asked.
pub struct Places<'a> {
    pub providers: &'a [OrganisationId],
    pub localities: &'a [LocalityId],
    pub questions: &'a [Question],
    pub surveys: &'a [Current],
    pub programmes: usize,
    /// The first day and the last.
    pub days: (i32, i32),
}

/// Rows that have not been written yet.
#[derive(Default)]
pub struct Rows {
    people: Vec<Person>,
    episodes: Vec<Episode>,
    invitations: Vec<Invitation>,
    responses: Vec<Response>,
    answers: Vec<Row>,
}

impl Rows {
    /// How many responses there are.
    pub fn responses(&self) -> usize {
        self.responses.len()
    }

    /// Writes every row, those that others refer to first.
    pub fn write(&self, tx: &mut Conn) -> Result<()> {
        episodes::add(tx, &self.people, &self.episodes)?;
        invitations::add(tx, &self.invitations)?;
        responses::add_all(tx, &self.responses)?;
        answers::add(tx, &self.answers)
    }

    /// Invents somebody and what they say, of which no more than so many answers are kept.
    pub fn invent(&mut self, places: &Places<'_>, ids: &mut Ids, dice: &mut Dice, most: u64) {
        let (first, last) = places.days;
        let of = usize::try_from(dice.between(0, i32::try_from(places.programmes).unwrap_or(1) - 1)).unwrap_or_default();
        let Some(question) = places.questions.get(of % places.questions.len().max(1)) else { return };
        let (Some(provider), Some(home)) = (one_of(places.providers, dice), one_of(places.localities, dice)) else { return };
        let opened = dice.between(first - 2 * QUARTER, last - QUARTER);
        let person = Person {
            organisation_id: provider,
            id: PersonId(ids.next()),
            birth_day: first - dice.between(18 * 365, 92 * 365),
            sex: picked(&SEXES, dice).to_owned(),
            locality_id: Some(home),
            language: picked(&LANGUAGES, dice).to_owned(),
            ethnicity: dice.pick(ETHNICITIES).flatten().map(str::to_owned),
            ..Person::default()
        };
        let episode = Episode {
            organisation_id: provider,
            id: EpisodeId(ids.next()),
            person_id: person.id,
            programme: programme(of),
            birth_day: person.birth_day,
            locality_id: Some(home),
            opened_day: opened,
            closed_day: Some(opened + QUARTER + dice.lasting(700.0)).filter(|closed| *closed < last),
            ..Episode::default()
        };
        let ends = episode.closed_day.unwrap_or(last);
        let mut left = most;
        let mut on = opened + dice.between(0, 8);
        while on <= ends && left > 0 {
            if on >= first {
                left -= u64::from(self.ask(&Asking { question, episode: &episode, language: &person.language, on }, places, (ids, dice)));
            }
            on += QUARTER;
        }
        self.people.push(person);
        self.episodes.push(episode);
    }

    /// Asks somebody. Returns whether they answered.
    fn ask(&mut self, asking: &Asking<'_>, places: &Places<'_>, (ids, dice): (&mut Ids, &mut Dice)) -> bool {
        let Some(current) = places.surveys.get(asking.question.survey) else { return false };
        let (survey_id, invitation_id) = (current.survey.id, InvitationId(ids.next()));
        self.invitations.push(Invitation {
            organisation_id: asking.episode.organisation_id,
            id: invitation_id,
            episode_id: asking.episode.id,
            survey_id,
            timepoint: "review".to_owned(),
            asked_day: asking.on,
            expires_at: i64::from(asking.on) * 86_400_000_000,
            ..Invitation::default()
        });
        if !dice.chance(ANSWERING) {
            return false;
        }
        let id = ResponseId(ids.next());
        self.responses.push(response(asking, current, (id, invitation_id), dice));
        let shares = asking.question.codes.iter().zip(1i32..).map(|(code, place)| (code, 1.0 / f64::from(place)));
        if let Some(code) = dice.pick(shares) {
            self.answers.push(Row {
                survey_id,
                response_id: id,
                link_id: asking.question.item.clone(),
                position: 0,
                kind: "coding".to_owned(),
                value: code.clone(),
                system: asking.question.system.clone(),
                derived: false,
            });
        }
        true
    }
}

/// A response to a request, given on the same day.
fn response(asking: &Asking<'_>, current: &Current, (id, invitation): (ResponseId, InvitationId), dice: &mut Dice) -> Response {
    let at = i64::from(asking.on) * 86_400_000_000;
    Response {
        survey_id: current.survey.id,
        id,
        version_id: current.version_id,
        organisation_id: Some(asking.episode.organisation_id),
        locality_id: asking.episode.locality_id,
        episode_id: Some(asking.episode.id),
        invitation_id: Some(invitation),
        timepoint: "review".to_owned(),
        respondent: picked(&RESPONDENTS, dice).to_owned(),
        mode: picked(&MODES, dice).to_owned(),
        language: asking.language.to_owned(),
        status: "submitted".to_owned(),
        revision: 1,
        started_at: at,
        saved_at: at,
        expires_at: at,
        submitted_at: Some(at),
        period: Some(Period::of(date(asking.on)).number()),
        answered_day: Some(asking.on),
        // Of nobody: no code leads to it.
        resume_hash: format!("made up {}", id.0),
        ..Response::default()
    }
}

/// One request to answer.
struct Asking<'a> {
    question: &'a Question,
    episode: &'a Episode,
    language: &'a str,
    on: i32,
}

/// The first day and the last of some months.
pub fn days(first: Period, last: Period) -> (i32, i32) {
    (day(first.first_day()), day(last.plus(1).first_day()) - 1)
}

fn one_of<T: Copy>(all: &[T], dice: &mut Dice) -> Option<T> {
    let last = i32::try_from(all.len()).unwrap_or(i32::MAX) - 1;
    // The sum of two throws: some places are larger than others.
    let thrown = i32::midpoint(dice.between(0, last), dice.between(0, last));
    all.get(usize::try_from(thrown).unwrap_or_default()).copied()
}

fn picked(weights: &[(&'static str, f64)], dice: &mut Dice) -> &'static str {
    dice.pick(weights.iter().copied()).unwrap_or_default()
}
