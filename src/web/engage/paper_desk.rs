//! The form on which the papers of an event are typed, and what comes of one.

use actix_web::web::Data;

use super::words;
use crate::app::App;
use crate::catalogue::Current;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::care::transcript::Transcript;
use crate::domain::survey::complete::complete;
use crate::domain::survey::{Given, Language};
use crate::i18n::{Locale, MissingMessage};
use crate::secret::Purpose;
use crate::store::error::{Constraint, Error};
use crate::store::event_papers::{self, Papers};
use crate::store::events::Event;
use crate::store::ids::{ResponseId, SurveyId};
use crate::store::responses::{self, Response};
use crate::store::submissions::{self, Outcome, Submission};
use crate::store::{Conn, audit, organisations};
use crate::web::form::Fields;
use crate::web::pages::papers::{Last, NoPapers, Papers as PapersPage};
use crate::web::pages::part::{FieldError, Hidden, grouped};
use crate::web::pages::transcribe::{Numbered, Row};
use crate::web::problem::Problem;
use crate::web::provider::person_fields::language_name;
use crate::web::respond::check::{postcode_area, submission};
use crate::web::respond::start;
use crate::web::right::ManageEvents;
use crate::web::sheet::{Lines, numbered};
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The names of the fields that one paper hands on to the next.
pub const DAY: &str = "date";
pub const LANGUAGE: &str = "language";

/// Papers are entered until so many days after the last answer was taken.
const DAYS: i64 = 30;
/// What was entered so many hours ago is of this sitting.
const SITTING_HOURS: i64 = 12;

/// What a hidden key of the form is for. It goes with the account and with the survey, and stands for one paper: what is posted
/// twice is entered once.
#[derive(Debug, Clone, Copy)]
pub enum Key {
    Enter,
    TakeBack,
}

impl Key {
    fn make(self, app: &App, staff: &Staff<ManageEvents>, survey: SurveyId, paper: ResponseId) -> String {
        format!("{}.{}", paper.0, app.secret.sign(Purpose::Paper, &self.signed(staff, survey, paper)))
    }

    fn signed(self, staff: &Staff<ManageEvents>, survey: SurveyId, paper: ResponseId) -> String {
        let what = match self {
            Self::Enter => "enter",
            Self::TakeBack => "back",
        };
        format!("{what} {} {} {}", staff.account.0, survey.0, paper.0)
    }

    /// The paper that a key stands for. [`Problem::Tampered`] where it is none of ours.
    pub fn read(self, app: &App, staff: &Staff<ManageEvents>, survey: SurveyId, key: &str) -> Result<ResponseId, Problem> {
        let (id, signature) = key.split_once('.').ok_or(Problem::Tampered)?;
        let paper = ResponseId(id.parse().map_err(|_| Problem::Tampered)?);
        let is_ours = app.secret.is_ours(Purpose::Paper, &self.signed(staff, survey, paper), signature);
        if is_ours { Ok(paper) } else { Err(Problem::Tampered) }
    }
}

/// The page that says why no papers are entered, where none are.
pub fn closed(event: &Event, now: Moment) -> Option<NoPapers> {
    let until = Moment::from_micros(event.closes_at).plus_days(DAYS);
    let why = match event.survey_id {
        _ if event.called_off_at.is_some() => "called-off",
        None => "no-survey",
        Some(_) if now.micros() < event.opens_at => "not-yet",
        Some(_) if until <= now => "over",
        Some(_) => return None,
    };
    Some(NoPapers { title: event.title.clone(), why: why.to_owned(), back: words::at(event) })
}

/// Where the papers of an event are entered.
pub fn address(event: &Event) -> String {
    format!("{}/paper", words::at(event))
}

/// True for a paper of this sitting that counts.
pub fn is_lately(paper: &Response, now: Moment) -> bool {
    let until = |sent: i64| Moment::from_micros(sent).plus_seconds(SITTING_HOURS * 3600);
    paper.status == "submitted" && paper.submitted_at.is_some_and(|sent| now < until(sent))
}

/// What was said on one paper.
pub struct Said {
    transcript: Transcript,
    language: Language,
}

/// The desk at which the papers of one event are typed.
pub struct Desk<'a> {
    app: &'a Data<App>,
    event: Event,
    current: Current,
    lines: Lines<'a>,
    locale: &'a Locale,
}

impl<'a> Desk<'a> {
    /// The desk of an event that has a survey.
    pub async fn of(app: &'a Data<App>, visitor: &'a Visitor, event: Event) -> Result<Self, Problem> {
        let current = app.catalogue.current(&app.store, &event.survey_key()).await?;
        let earliest = Moment::from_micros(event.opens_at.min(event.starts_at)).date(app.clock.zone());
        let lines = Lines::of(app, visitor, current.version_id, Some(earliest)).await?;
        Ok(Self { app, event, current, lines, locale: &visitor.locale })
    }

    pub const fn survey(&self) -> SurveyId {
        self.current.survey.id
    }

    pub fn address(&self) -> String {
        address(&self.event)
    }

    /// The form with what was typed, and what is wrong with it.
    pub async fn page(&self, staff: &Staff<ManageEvents>, typed: &Fields, errors: &[FieldError]) -> Result<PapersPage, Problem> {
        let (survey, account) = (self.survey(), staff.account);
        let papers = self.app.store.read("papers entered", move |conn| event_papers::of(conn, survey, account)).await?;
        let mut rows = self.lines.rows(typed, errors)?;
        if let Some(mut language) = self.language_row()? {
            language.fill(typed, errors);
            rows.insert(1, language);
        }
        let first = rows.iter().find(|row| row.value.is_empty() && errors.is_empty());
        let key = typed.first("paper");
        // A form shown again is of the same paper as before.
        let fresh = || ResponseId(self.app.random.id(&self.app.clock));
        let paper = Key::Enter.read(self.app, staff, survey, key).unwrap_or_else(|_| fresh());
        Ok(PapersPage {
            title: self.event.title.clone(),
            focus: first.map(|row| row.id.clone()).unwrap_or_default(),
            rows,
            action: self.address(),
            hidden: vec![Hidden::new("paper", Key::Enter.make(self.app, staff, survey, paper))],
            entered: papers.entered,
            last: self.last(staff, &papers),
            back: words::at(&self.event),
        })
    }

    /// The paper entered last, where it was in this sitting.
    fn last(&self, staff: &Staff<ManageEvents>, papers: &Papers) -> Option<Last> {
        let last = papers.last.as_ref().filter(|last| is_lately(last, self.app.clock.now()))?;
        Some(Last {
            number: papers.ever,
            receipt: grouped(self.app.secret.code(Purpose::Receipt, last.id.0).as_str()),
            action: format!("{}/back", self.address()),
            hidden: vec![Hidden::new("paper", Key::TakeBack.make(self.app, staff, self.survey(), last.id))],
        })
    }

    fn languages(&self) -> &[Language] {
        &self.lines.journey.definition().languages
    }

    /// In which language it was filled in, where there is a choice.
    fn language_row(&self) -> Result<Option<Row>, MissingMessage> {
        if self.languages().len() < 2 {
            return Ok(None);
        }
        let label = |language: &Language| language_name(self.locale, language.as_str()).unwrap_or_else(|_| language.to_string());
        let numbered = self.languages().iter().zip(1..).map(|(language, number)| Numbered { number, label: label(language) });
        let label = self.locale.t("papers-language", &[])?;
        Ok(Some(Row { id: LANGUAGE.to_owned(), label, boxes: numbered.collect(), ..Row::default() }))
    }

    /// What is said of a paper that was taken back and is sent again: it may have been put right, and must not be lost.
    pub fn taken_back(&self) -> Result<Vec<FieldError>, MissingMessage> {
        Ok(vec![FieldError::new("q1", self.locale.t("papers-fault-taken-back", &[])?)])
    }

    /// What was typed, or everything that is wrong with it.
    pub fn read(&self, typed: &Fields) -> Result<Result<Said, Vec<FieldError>>, MissingMessage> {
        let mut errors = Vec::new();
        let several = self.languages().len() > 1;
        let line = if several { typed.first(LANGUAGE) } else { "1" };
        let places: Vec<usize> = (0..self.languages().len()).collect();
        let language = numbered(line, &places).and_then(|place| self.languages().get(place)).cloned();
        if language.is_none() {
            errors.push(FieldError::new(LANGUAGE, self.locale.t("papers-fault-language", &[])?));
        }
        let transcript = match self.lines.read(typed)? {
            Ok(transcript) => transcript,
            Err(others) => {
                errors.extend(others);
                return Ok(Err(errors));
            }
        };
        if transcript.answers.iter().all(|(_, given)| *given == Given::Skipped) {
            errors.push(FieldError::new("q1", self.locale.t("papers-fault-empty", &[])?));
        }
        match language.filter(|_| errors.is_empty()) {
            Some(language) => Ok(Ok(Said { transcript, language })),
            None => Ok(Err(errors)),
        }
    }

    /// Sends a paper, once. `false`, and nothing sent, where the paper was sent before and taken back.
    pub async fn send(&self, visitor: &Visitor, staff: &Staff<ManageEvents>, paper: ResponseId, said: Said) -> Result<bool, Problem> {
        let Said { transcript, language } = said;
        let app = self.app;
        let completed = complete(&self.lines.journey, &transcript.answers, &language, transcript.answered)?;
        let draft = Response {
            mode: "paper".to_owned(),
            assistance: Some("transcribed".to_owned()),
            entered_by: Some(staff.account),
            language: language.to_string(),
            organisation_id: Some(self.event.alert_organisation_id),
            respondent: transcript.respondent.code().to_owned(),
            relationship: transcript.relationship.map(|one| one.code().to_owned()),
            ..start::blank_of(app, visitor, &self.current, paper)?
        };
        let submission = submission(app, &draft, draft.revision, &completed, transcript.answered)?;
        let (area, definitions, secret) = (postcode_area(&completed), app.definitions_of(&self.event.survey_key()), app.secret.clone());
        let about = format!("event:{}", self.event.id.0);
        let entered = staff.event(app, Action::EventPaperEntered).about(about).within(self.event.organisation_id.0);
        let work = move |tx: &mut Conn| {
            responses::add(tx, &draft)?;
            let locality_id = area.as_deref().map(|area| organisations::locality_of(tx, area)).transpose()?.flatten();
            match submissions::submit(tx, &Submission { locality_id, ..submission.clone() }, &definitions)? {
                Outcome::Accepted => audit::add(tx, &secret, &entered),
                Outcome::Already | Outcome::Stale => Err(Error::NotFound),
            }
        };
        match app.store.write("enter paper", work).await {
            Ok(()) => Ok(true),
            // The same form, posted twice.
            Err(Error::Taken(Constraint::Other)) => {
                let survey = self.survey();
                let before = app.store.read("paper before", move |conn| responses::get(conn, survey, paper)).await?;
                Ok(before.withdrawn_at.is_none())
            }
            Err(why) => Err(why.into()),
        }
    }
}
