//! What one visitor of an event answers, and sending it: through the same room as what anybody sends.

use crate::clock::{Clock, Moment};
use crate::domain::care::timepoint::Timepoint;
use crate::domain::engagement::questions::{MAY_PUBLISH, PRIORITIES, SENSE};
use crate::domain::survey::complete::complete;
use crate::domain::survey::{Answers, Given, Journey, Kind, Language, LinkId, Respondent, Value};
use crate::secret::Purpose;
use crate::store::events::listed;
use crate::store::ids::{AttendeeId, ResponseId};
use crate::store::responses::{self, Response};
use crate::store::submissions::{self, Submission};
use crate::store::{Conn, organisations};
use crate::web::respond::check::{postcode_area, submission};

use super::Held;
use super::remarks::{QUESTIONS, Remark, Unsaid};
use crate::app::App;
use crate::demo::answering::{Voice, answer};
use crate::demo::county::Place;
use crate::demo::dice::Dice;
use crate::demo::{Error, World};

const MORE: &str = "about.more";
const POSTCODE_AREA: &str = "about.postcode-area";

/// How much likelier than others an outcome is to be put first: by people about themselves, and by carers.
const LEANINGS: [(&str, f64, f64); 10] = [
    ("timely", 5.0, 4.6),
    ("carers", 2.4, 6.0),
    ("settled", 3.6, 2.2),
    ("role", 2.6, 1.2),
    ("longer-lives", 1.1, 0.8),
    ("independent", 4.0, 3.0),
    ("no-delay", 2.0, 2.6),
    ("dementia", 1.4, 2.2),
    ("mother-and-baby", 3.0, 2.0),
    ("heard", 3.4, 2.0),
];

/// When and how somebody answers.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    pub at: Moment,
    /// Who they are, where they came by a link of their own.
    pub attendee: Option<AttendeeId>,
    /// web, kiosk or paper.
    pub mode: &'static str,
}

/// What somebody sends.
pub struct Sent {
    draft: Response,
    submission: Submission,
    area: Option<String>,
    /// What they said in their own words.
    pub said: Vec<Said>,
}

/// Where something that was said stands.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    pub response: ResponseId,
    pub remark: Remark,
}

impl World<'_> {
    /// Has somebody answer.
    pub(super) fn visit(&mut self, held: &Held, unsaid: &mut Unsaid, visit: &Visit) -> Result<Sent, Error> {
        let dice = &mut self.dice;
        let respondent =
            dice.pick([(Respondent::Self_, 46.0), (Respondent::Carer, 42.0), (Respondent::Proxy, 12.0)]).unwrap_or(Respondent::Self_);
        let language = if dice.chance(0.13) { "pl" } else { "en" };
        let home = nearby(&self.county.places, held, dice);
        let sex = if dice.chance(0.64) { "2" } else { "1" };
        let voice = Voice { respondent, age: dice.between(24, 86), sex, well: dice.normal(), postcode: home.unwrap_or("MZ8") };
        let mut answers = answer(&held.journey, &voice, dice);
        let remarks = own_questions(&mut answers, held, (&voice, language), unsaid, dice);
        if home.is_some() {
            answers.put_all([yes(MORE), words(POSTCODE_AREA, voice.postcode)]);
        }
        let id = ResponseId(self.ids.next());
        let draft = self.draft(held, visit, (id, &voice, language))?;
        let then = App { clock: Clock::fixed(visit.at, self.setting.app.clock.zone().clone()), ..self.setting.app.clone() };
        let spoken = Language::parse(language).unwrap_or_else(Language::english);
        let today = then.clock.today();
        let completed = complete(&held.journey, &answers, &spoken, today).map_err(|why| Error::Event(why.to_string()))?;
        let submission = submission(&then, &draft, draft.revision, &completed, today).map_err(|why| Error::Event(why.to_string()))?;
        let said = remarks.into_iter().map(|remark| Said { response: id, remark }).collect();
        Ok(Sent { draft, submission, area: postcode_area(&completed), said })
    }

    /// The draft as it stands when its last page is saved.
    fn draft(&mut self, held: &Held, visit: &Visit, (id, voice, language): (ResponseId, &Voice, &str)) -> Result<Response, Error> {
        let app = self.setting.app;
        let is_paper = visit.mode == "paper";
        let begun = visit.at.plus_seconds(-60 * i64::from(self.dice.between(2, 11)));
        let relationship = self.dice.pick([("child", 45.0), ("partner", 35.0), ("parent", 20.0)]);
        Ok(Response {
            survey_id: held.survey,
            id,
            version_id: held.version,
            organisation_id: Some(held.event.alert_organisation_id),
            timepoint: Timepoint::Unscheduled.code().to_owned(),
            respondent: voice.respondent.code().to_owned(),
            relationship: relationship.filter(|_| voice.respondent == Respondent::Proxy).map(str::to_owned),
            mode: visit.mode.to_owned(),
            assistance: is_paper.then(|| "transcribed".to_owned()),
            entered_by: is_paper.then_some(held.event.created_by),
            language: language.to_owned(),
            status: "draft".to_owned(),
            started_at: begun.micros(),
            saved_at: visit.at.micros(),
            expires_at: visit.at.plus_days(app.settings.draft_days).micros(),
            resume_hash: app.secret.code_hash(Purpose::Resume, &app.secret.code(Purpose::Resume, id.0)),
            sealed_key: Some(app.words().fresh_key(id)?),
            attendee_id: visit.attendee,
            ..Response::default()
        })
    }

    /// Sends what these have answered, in one transaction.
    pub(super) fn send(&mut self, all: &[Sent]) -> Result<(), Error> {
        self.setting.app.store.write_now("demo event answers", |tx| all.iter().try_for_each(|sent| sent.write(tx)))?;
        self.counts.responses += all.len() as u64;
        Ok(())
    }
}

impl Sent {
    fn write(&self, tx: &mut Conn) -> crate::store::Result<()> {
        responses::add(tx, &self.draft)?;
        let locality_id = self.area.as_deref().map(|area| organisations::locality_of(tx, area)).transpose()?.flatten();
        submissions::submit(tx, &Submission { locality_id, ..self.submission.clone() }, &[]).map(drop)
    }
}

/// The first half of the postcode of somebody who came: most live close by, and some do not say where.
fn nearby(places: &[Place], held: &Held, dice: &mut Dice) -> Option<&'static str> {
    let close = |place: &Place| held.near.iter().find(|(postcode, _)| *postcode == place.postcode).map_or(0.0, |(_, weight)| *weight);
    let home = dice.pick(places.iter().map(|place| (place.postcode, close(place))));
    home.filter(|_| dice.chance(0.86))
}

/// Answers the event's own questions in the place of what chance has put there, and returns what is said in own words.
fn own_questions(
    answers: &mut Answers,
    held: &Held,
    (voice, language): (&Voice, &str),
    unsaid: &mut Unsaid,
    dice: &mut Dice,
) -> Vec<Remark> {
    let journey = &*held.journey;
    let texts = journey.definition().walk().filter(|item| item.kind == Kind::Text).map(|item| item.link_id.clone());
    answers.put_all(texts.map(|id| Some((id, Given::Skipped))));
    let is_carer = voice.respondent != Respondent::Self_;
    let chosen = priorities(listed(&held.event.outcomes), is_carer, dice);
    answers.put_all(PRIORITIES.iter().zip(&chosen).map(|(id, key)| coded(journey, id, key)));
    answers.put_all(PRIORITIES.iter().skip(chosen.len()).map(|id| Some((LinkId::parse(id)?, Given::Skipped))));
    for key in listed(&held.event.indicators) {
        let sense = dice.pick([("yes", 56.0), ("partly", 30.0), ("no", 14.0)]).unwrap_or("yes");
        answers.put_all([coded(journey, &format!("{SENSE}{key}"), sense)]);
    }
    let mut said = Vec::new();
    for (question, likely) in QUESTIONS {
        let asked = LinkId::parse(question).and_then(|id| journey.definition().item(&id));
        let remark = asked.filter(|_| dice.chance(likely)).and_then(|_| unsaid.next(question, language));
        said.extend(remark);
    }
    answers.put_all(said.iter().map(|remark| words(remark.question, remark.words)));
    let may = dice.pick([("yes", 80.0), ("no", 20.0)]).unwrap_or("no");
    answers.put_all([coded(journey, MAY_PUBLISH, may)]);
    said
}

/// What somebody puts first, second and third; not everybody names three.
fn priorities<'k>(offered: impl Iterator<Item = &'k str>, is_carer: bool, dice: &mut Dice) -> Vec<&'k str> {
    let leaning =
        |key: &str| LEANINGS.iter().find(|(known, ..)| *known == key).map_or(1.0, |(_, own, carer)| if is_carer { *carer } else { *own });
    let mut left: Vec<(&str, f64)> = offered.map(|key| (key, leaning(key))).collect();
    let many = dice.pick([(3, 80.0), (2, 9.0), (1, 7.0), (0, 4.0)]).unwrap_or(3);
    let mut chosen = Vec::new();
    while chosen.len() < many {
        let Some(key) = dice.pick(left.iter().copied()) else { break };
        left.retain(|(other, _)| *other != key);
        chosen.push(key);
    }
    chosen
}

/// An answer and its question, if there is such a question.
type Answered = Option<(LinkId, Given)>;

fn coded(journey: &Journey, id: &str, code: &str) -> Answered {
    let id = LinkId::parse(id)?;
    let option = journey.definition().item(&id)?.options().iter().find(|option| option.coding.code == code)?;
    let given = Given::Values(vec![Value::Coding(option.coding.clone())]);
    Some((id, given))
}

fn words(id: &str, text: &str) -> Answered {
    Some((LinkId::parse(id)?, Given::Values(vec![Value::Text(text.to_owned())])))
}

fn yes(id: &str) -> Answered {
    Some((LinkId::parse(id)?, Given::Values(vec![Value::Boolean(true)])))
}

/// Putting several answers at once.
trait PutAll {
    fn put_all(&mut self, all: impl IntoIterator<Item = Answered>);
}

impl PutAll for Answers {
    fn put_all(&mut self, all: impl IntoIterator<Item = Answered>) {
        all.into_iter().flatten().for_each(|(id, given)| self.put(id, given));
    }
}
