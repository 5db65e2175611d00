//! Where a survey begins: why we ask, how long it takes, who sees it, and how to get help now.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::draft::{self, open_survey, remembered_here, speaks};
use super::view::{local_line, text_lang};
use crate::app::App;
use crate::catalogue::Current;
use crate::clock::Moment;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::secret::Purpose;
use crate::store;
use crate::store::ids::ResponseId;
use crate::store::responses::Response;
use crate::web::pages::part::{LanguageLink, grouped};
use crate::web::pages::respond::{Draft, Start};
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;
use crate::web::{join, reply};

/// Shows the start page.
pub async fn show(app: Data<App>, visitor: Visitor, key: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let current = open_survey(&app, &key).await?;
    if let Some(code) = current.survey.event() {
        return Ok(reply::see_other(&join::address(&code)));
    }
    let known = remembered_here(&request, &key).await?;
    let mut page = page(&app, &visitor, &current, known.as_ref())?;
    page.action = format!("/s/{key}");
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// The start page of a survey, for somebody whose device may remember a response.
pub fn page(app: &App, visitor: &Visitor, current: &Current, known: Option<&Response>) -> Result<Start, Problem> {
    let definition = current.journey.definition();
    let language = speaks(&current.journey, visitor.locale.language());
    let key = &current.survey.key;
    let until = |response: &Response| Moment::from_micros(response.expires_at).date(app.clock.zone());
    let draft = known.filter(|response| response.is_draft());
    let sent = known.filter(|response| response.status == "submitted");
    let purpose = definition.purpose.in_language(&language);
    Ok(Start {
        title: definition.title.in_language(&language).to_owned(),
        purpose: purpose.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect(),
        minutes: definition.minutes.map(u32::from),
        who_sees: None,
        expiry_days: u32::try_from(app.settings.draft_days).unwrap_or(u32::MAX),
        local_line: local_line(app),
        privacy_href: "/privacy".to_owned(),
        draft: draft.map(|response| Draft { until: until(response), href: format!("/s/{key}/q/-") }),
        sent_before: sent.map(|response| grouped(app.secret.code(Purpose::Receipt, response.id.0).as_str())),
        languages: languages(app, visitor, current)?,
        machine_drafted: definition.machine_drafted.contains(&language),
        event: None,
        invitation: false,
        decline: None,
        action: String::new(),
        hidden: Vec::new(),
        copyright: definition.copyright.clone(),
        text_lang: text_lang(visitor, &language),
    })
}

/// The languages that both the survey and the pages speak.
fn languages(app: &App, visitor: &Visitor, current: &Current) -> Result<Vec<LanguageLink>, Problem> {
    let spoken = &current.journey.definition().languages;
    let both = app.locales.iter().filter(|locale| spoken.iter().any(|language| language.primary() == locale.language().primary()));
    both.map(|locale| reply::language_link(visitor, locale)).collect()
}

/// Begins a draft, and leads to the first page.
pub async fn begin(app: Data<App>, visitor: Visitor, key: Path<String>) -> Result<HttpResponse, Problem> {
    let current = open_survey(&app, &key).await?;
    if let Some(code) = current.survey.event() {
        return Ok(reply::see_other(&join::address(&code)));
    }
    let blank = blank(&app, &visitor, &current)?;
    start(&app, &current, blank).await
}

/// A draft that belongs to nobody known.
pub fn blank(app: &App, visitor: &Visitor, current: &Current) -> Result<Response, Problem> {
    blank_of(app, visitor, current, ResponseId(app.random.id(&app.clock)))
}

/// A draft of that number that belongs to nobody known.
pub fn blank_of(app: &App, visitor: &Visitor, current: &Current, id: ResponseId) -> Result<Response, Problem> {
    let now = app.clock.now();
    let code = app.secret.code(Purpose::Resume, id.0);
    let respondent = current.journey.definition().respondents.first().copied().unwrap_or(Respondent::Self_);
    Ok(Response {
        survey_id: current.survey.id,
        id,
        version_id: current.version_id,
        timepoint: Timepoint::Unscheduled.code().to_owned(),
        respondent: respondent.code().to_owned(),
        mode: "web".to_owned(),
        language: speaks(&current.journey, visitor.locale.language()).to_string(),
        status: "draft".to_owned(),
        started_at: now.micros(),
        saved_at: now.micros(),
        expires_at: now.plus_days(app.settings.draft_days).micros(),
        resume_hash: app.secret.code_hash(Purpose::Resume, &code),
        sealed_key: Some(app.words().fresh_key(id)?),
        ..Response::default()
    })
}

/// Keeps a new draft, and has the device remember it.
pub async fn start(app: &App, current: &Current, blank: Response) -> Result<HttpResponse, Problem> {
    let (key, id, first) = (&current.survey.key, blank.id, first(current, &blank));
    let begin = move |tx: &mut store::Conn| {
        store::responses::add(tx, &blank)?;
        blank.invitation_id.map_or(Ok(()), |invitation| store::invitations::started(tx, invitation, blank.started_at))
    };
    app.store.write("begin draft", begin).await?;
    let mut answer = reply::see_other(&format!("/s/{key}/{first}"));
    let cookie = draft::remember(app, key, &app.secret.code(Purpose::Resume, id.0));
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// The page that a new draft begins with, below the address of its survey.
#[must_use]
pub fn first(current: &Current, blank: &Response) -> &'static str {
    let several = current.journey.definition().respondents.len() > 1;
    match (several, blank.episode_id) {
        (true, _) => "who",
        (false, None) => "service",
        (false, Some(_)) => "q/-",
    }
}
