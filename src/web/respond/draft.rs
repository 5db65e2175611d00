//! A person's draft, loaded and theirs: whoever holds its code. The cookie of the device remembers the code; it is sent to
//! this survey's pages only.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::cookie::{Cookie, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use jiff::civil::Date;

use super::entering::Entering;
use crate::app::App;
use crate::catalogue::Current;
use crate::clock::Moment;
use crate::domain::care::code::Code;
use crate::domain::survey::{Answers, Journey, Language, SurveyKey, Walk};
use crate::secret::Purpose;
use crate::store::responses::Response;
use crate::store::surveys::Survey;
use crate::store::{self, answers};
use crate::web::pages::Page;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;
use crate::web::{cookie, join, reply, state};

/// How long a device remembers what it sent, so that a reload shows the receipt again.
const SENT_MINUTES: i64 = 60;

/// How long one sitting takes at most, in seconds.
const SITTING_SECONDS: i64 = 4 * 3600;

/// A draft that may be changed, with what was answered so far.
pub struct Draft {
    pub key: String,
    pub survey: Survey,
    pub response: Response,
    pub journey: Arc<Journey>,
    pub answers: Answers,
    pub today: Date,
    /// Who of staff enters it; nobody where the person answers themselves.
    pub entering: Option<Entering>,
}

impl Draft {
    /// Where the person stands.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        self.journey.walk(&self.answers, self.today)
    }

    /// The survey's words in the reader's language, or in its own where it does not speak that.
    #[must_use]
    pub fn language(&self, reader: &Language) -> Language {
        speaks(&self.journey, reader)
    }

    /// True where the person may leave and come back with a code: not on a shared tablet, nor where staff write down what
    /// they say.
    #[must_use]
    pub fn may_leave(&self) -> bool {
        self.response.kiosk_id.is_none() && self.response.entered_by.is_none()
    }

    /// A page of it, for whoever answers or enters.
    pub fn page(&self, app: &App, visitor: &Visitor, page: &impl Page, status: StatusCode) -> Result<HttpResponse, Problem> {
        let banner = self.entering.as_ref().map(|entering| entering.banner(app, &self.key));
        reply::entered(app, visitor, page, status, banner)
    }

    /// Until when it can be carried on with: as long as it is kept, and its survey takes answers.
    #[must_use]
    pub fn lasts_until(&self) -> Moment {
        Moment::from_micros(self.survey.closes_at.map_or(self.response.expires_at, |closes| self.response.expires_at.min(closes)))
    }

    /// The code that opens this draft on another device.
    #[must_use]
    pub fn resume_code(&self, app: &App) -> Code {
        app.secret.code(Purpose::Resume, self.response.id.0)
    }
}

/// The language of a survey that a reader gets.
#[must_use]
pub fn speaks(journey: &Journey, reader: &Language) -> Language {
    let spoken = &journey.definition().languages;
    let exact = spoken.iter().find(|language| *language == reader);
    let near = spoken.iter().find(|language| language.primary() == reader.primary());
    exact.or(near).or(spoken.first()).cloned().unwrap_or_else(Language::english)
}

/// The survey in the address, open for answers.
pub async fn open_survey(app: &App, key: &str) -> Result<Current, Problem> {
    SurveyKey::parse(key).ok_or(Problem::SurveyUnknown)?;
    let current = app.catalogue.current(&app.store, key).await?;
    if current.survey.takes_answers(app.clock.now().micros()) {
        return Ok(current);
    }
    Err(current.survey.event().map_or(Problem::SurveyClosed, |code| Problem::Elsewhere(join::address(&code))))
}

/// The same for what was begun before: at an event it may be finished for a while after answers are taken no more. Later, the
/// page of the event says that it was not sent.
pub async fn survey_of_draft(app: &App, key: &str) -> Result<Current, Problem> {
    SurveyKey::parse(key).ok_or(Problem::SurveyUnknown)?;
    let current = app.catalogue.current(&app.store, key).await?;
    let is_open = current.survey.takes_drafts(app.clock.now().micros());
    let Some(code) = current.survey.event() else { return if is_open { Ok(current) } else { Err(Problem::SurveyClosed) } };
    let survey = current.survey.id;
    let event = app.store.read("event of survey", move |conn| store::events::by_survey(conn, survey)).await?;
    let is_on = event.is_none_or(|event| event.called_off_at.is_none());
    if is_open && is_on { Ok(current) } else { Err(Problem::Elsewhere(join::unsent(&code))) }
}

/// The response this device has a cookie for: draft or sent, but not one that has run out.
pub async fn remembered(request: &HttpRequest, key: &str) -> Result<Option<Response>, Problem> {
    let app = state(request);
    let Some(code) = held(request, key).and_then(|code| Code::parse(&code)) else { return Ok(None) };
    let (hash, own) = (app.secret.code_hash(Purpose::Resume, &code), key.to_owned());
    let found = app.store.read("remembered response", move |conn| store::responses::by_resume_hash_in(conn, &hash, &own)).await?;
    let now = app.clock.now().micros();
    Ok(found.filter(|response| !response.is_draft() || response.expires_at > now))
}

/// The same for pages that anybody at the device may open: what staff sent for somebody is not theirs to see.
pub async fn remembered_here(request: &HttpRequest, key: &str) -> Result<Option<Response>, Problem> {
    Ok(remembered(request, key).await?.filter(|response| response.is_draft() || response.entered_by.is_none()))
}

/// What this device holds as the code of its draft; it may be nobody's.
#[must_use]
pub fn held(request: &HttpRequest, key: &str) -> Option<String> {
    request.cookie(&cookie::narrow_name(&state(request).settings, key)).map(|cookie| cookie.value().to_owned())
}

/// The cookie that remembers a draft on this device.
#[must_use]
pub fn remember(app: &App, key: &str, code: &Code) -> Cookie<'static> {
    made(app, key, code, Duration::days(app.settings.draft_days))
}

/// The cookie that remembers a draft at one more address.
#[must_use]
pub fn remember_at(app: &App, key: &str, path: String, code: &Code) -> Cookie<'static> {
    let mut cookie = remember(app, key, code);
    cookie.set_path(path);
    cookie
}

/// The cookie that lets the personal link find the draft that was begun with it on this device.
#[must_use]
pub fn remember_for_link(app: &App, key: &str, token: &str, code: &Code) -> Cookie<'static> {
    remember_at(app, key, format!("/i/{token}"), code)
}

/// The cookie that remembers for a while what this device sent.
#[must_use]
pub fn remember_sent(app: &App, key: &str, code: &Code) -> Cookie<'static> {
    made(app, key, code, Duration::minutes(SENT_MINUTES))
}

/// True as long as a device shows the receipt of what it sent.
#[must_use]
pub fn is_lately_sent(app: &App, response: &Response) -> bool {
    let until = |at: i64| Moment::from_micros(at).plus_seconds(SENT_MINUTES * 60);
    response.submitted_at.is_some_and(|at| app.clock.now() < until(at))
}

/// Until when a draft is kept after a page of it was saved now: on a shared tablet, and where staff write down what somebody
/// says, no longer than one sitting takes.
#[must_use]
pub fn kept_until(app: &App, draft: &Response) -> Moment {
    let is_sitting = draft.kiosk_id.is_some() || draft.entered_by.is_some();
    let now = app.clock.now();
    if is_sitting { now.plus_seconds(SITTING_SECONDS) } else { now.plus_days(app.settings.draft_days) }
}

fn made(app: &App, key: &str, code: &Code, age: Duration) -> Cookie<'static> {
    cookie::narrow(&app.settings, key, code.as_str().to_owned(), format!("/s/{key}"), age)
}

impl FromRequest for Draft {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { load(&request).await })
    }
}

async fn load(request: &HttpRequest) -> Result<Draft, Problem> {
    let app = state(request);
    let key = request.match_info().query("survey").to_owned();
    let survey = survey_of_draft(app, &key).await?.survey;
    let response = remembered(request, &key).await?.ok_or(Problem::DraftGone)?;
    if !response.is_draft() {
        return Err(Problem::Elsewhere(format!("/s/{key}/done")));
    }
    let entering = Entering::of(request, &response).await?;
    let journey = app.catalogue.worded(&app.store, response.version_id, &response.respondent).await?;
    let (of, id) = (response.survey_id, response.id);
    let answers = app.store.read("draft answers", move |conn| answers::load(conn, of, id)).await?;
    let answers = journey.recall(&app.words().of(&response)?.opened(&answers)?);
    Ok(Draft { key, survey, response, journey, answers, today: app.clock.today(), entering })
}
