//! What people can do with a receipt code: see that their answers arrived, have a copy of them, see how their own scores went over
//! time, and take their answers back. Where answers belong to a person, the month they were born in goes with the code before
//! any answer is shown.

pub mod check;
pub mod copy;
pub mod over_time;
pub mod withdraw;

use std::sync::Arc;

use actix_web::HttpResponse;
use jiff::civil::Date;

use super::birth_month::{self, Outcome};
use super::form::Fields;
use super::pages::part::{FieldError, grouped};
use super::pages::receipt::{Found, Receipt};
use super::problem::Problem;
use super::reply;
use super::respond::{draft::speaks, view};
use super::visitor::Visitor;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Event};
use crate::domain::care::code::Code;
use crate::domain::survey::{Journey, Language};
use crate::secret::Purpose;
use crate::store::episodes::{Episode, Person};
use crate::store::responses::Response;
use crate::store::{self, Conn};

/// What a right receipt code stands for.
pub struct Held {
    pub code: Code,
    pub response: Response,
    /// The key of the survey.
    pub survey: String,
    pub journey: Arc<Journey>,
    /// Whose answers they are; nothing where they belong to nobody known.
    pub whose: Option<(Person, Episode)>,
}

/// A form with a receipt code: what it stands for, or the page that says what is wrong with it.
pub enum Checked {
    Held(Box<Held>),
    Again(HttpResponse),
}

/// What may be seen with a code and what was posted with it.
enum Confirmed {
    Yes,
    No(HttpResponse),
}

impl Held {
    /// The survey's words in the reader's language.
    fn language(&self, visitor: &Visitor) -> Language {
        speaks(&self.journey, visitor.locale.language())
    }

    fn title(&self, language: &Language) -> String {
        self.journey.definition().title.in_language(language).to_owned()
    }

    /// The day the answers arrived.
    fn received(&self, app: &App) -> Date {
        Moment::from_micros(self.response.submitted_at.unwrap_or(self.response.saved_at)).date(app.clock.zone())
    }

    /// True where the person may see their own scores over time. Staff who entered the answers have had the receipt in hand and
    /// know the month: with those they would see what was answered before.
    fn shows_own_results(&self) -> bool {
        let definition = self.journey.definition();
        self.whose.is_some() && self.response.entered_by.is_none() && definition.shows_own_results && !definition.scores.is_empty()
    }

    /// A line of the audit trail about something that the person did with these answers.
    fn event(&self, app: &App, action: Action) -> Event {
        let organisation = self.response.organisation_id.map(|id| id.0);
        Event::by_respondent(action, app.clock.now().micros(), organisation).about(format!("response:{}", self.response.id.0))
    }
}

/// Looks a posted receipt code up.
pub async fn checked(app: &App, visitor: &Visitor, fields: &Fields) -> Result<Checked, Problem> {
    let now = app.clock.now();
    if app.tries.must_wait(visitor.address, &visitor.device, now) {
        return Err(Problem::TooManyTries);
    }
    let typed = fields.first("code");
    if typed.trim().is_empty() {
        return again(app, visitor, typed, "receipt-code-empty").map(Checked::Again);
    }
    if let Some(held) = find(app, typed).await? {
        return Ok(Checked::Held(Box::new(held)));
    }
    app.tries.count(visitor.address, &visitor.device, now);
    again(app, visitor, typed, "receipt-code-wrong").map(Checked::Again)
}

async fn find(app: &App, typed: &str) -> Result<Option<Held>, Problem> {
    let Some(code) = Code::parse(typed) else { return Ok(None) };
    let hash = app.secret.code_hash(Purpose::Receipt, &code);
    let found = app.store.read("receipt", move |conn: &mut Conn| {
        let Some(response) = store::responses::by_receipt_hash(conn, &hash)? else { return Ok(None) };
        let whose = response.episode_id.map(|episode| store::invited::person_of(conn, episode)).transpose()?.flatten();
        let survey = store::surveys::key_of(conn, response.survey_id)?;
        Ok(Some((response, survey, whose)))
    });
    let Some((response, survey, whose)) = found.await? else { return Ok(None) };
    let journey = app.catalogue.worded(&app.store, response.version_id, &response.respondent).await?;
    Ok(Some(Held { code, response, survey, journey, whose }))
}

fn again(app: &App, visitor: &Visitor, typed: &str, key: &str) -> Result<HttpResponse, Problem> {
    let errors = vec![FieldError::new("code", visitor.locale.t(key, &[])?)];
    reply::page(app, visitor, &Receipt { code: typed.to_owned(), errors, hidden: Vec::new() }, view::INVALID)
}

/// The page of a receipt, with what was chosen as the month and what is wrong with it.
fn found(app: &App, visitor: &Visitor, held: &Held, tried: Option<(&str, Outcome)>) -> Result<Found, Problem> {
    let language = held.language(visitor);
    let (typed, fault) = tried.map_or(("", None), |(typed, outcome)| (typed, outcome.fault()));
    let month = held.whose.as_ref().map(|_| birth_month::field(&visitor.locale, "birth-month-hint", typed, fault)).transpose()?;
    Ok(Found {
        receipt: grouped(held.code.as_str()),
        code: held.code.as_str().to_owned(),
        survey: held.title(&language),
        received: held.received(app),
        withdrawn: held.response.withdrawn_at.map(|at| Moment::from_micros(at).date(app.clock.zone())),
        errors: month.as_ref().map(|month| month.errors.clone()).unwrap_or_default(),
        month,
        over_time: held.shows_own_results(),
        text_lang: view::text_lang(visitor, &language),
    })
}

/// Whether answers may be shown: to whoever holds the code of answers that belong to nobody known, else with the month of birth,
/// or shortly after it was given.
async fn confirmed(app: &App, visitor: &Visitor, held: &Held, fields: &Fields) -> Result<Confirmed, Problem> {
    let Some((person, _)) = &held.whose else {
        // Of somebody, but nobody knows any more of whom.
        return if held.response.episode_id.is_none() { Ok(Confirmed::Yes) } else { Err(Problem::NotFound) };
    };
    if birth_month::is_pass(app, held.response.id, fields.first("pass")) {
        return Ok(Confirmed::Yes);
    }
    let typed = fields.first(birth_month::FIELD);
    match birth_month::confirm(app, &birth_month::counted_by(&held.response), person, typed).await? {
        Outcome::Right => Ok(Confirmed::Yes),
        outcome => {
            let page = found(app, visitor, held, Some((typed, outcome)))?;
            reply::page(app, visitor, &page, view::INVALID).map(Confirmed::No)
        }
    }
}
