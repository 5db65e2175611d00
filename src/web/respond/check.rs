//! Every answer with a way to change it; then sending, once.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;

use super::before::services;
use super::draft::{self, Draft, remembered, survey_of_draft};
use super::entering::Entering;
use super::{address, view};
use crate::app::App;
use crate::domain::access::Event;
use crate::domain::engagement::concern;
use crate::domain::engagement::questions::MAY_PUBLISH;
use crate::domain::indicator::Period;
use crate::domain::survey::complete::{Completed, complete};
use crate::domain::survey::{Given, Language, LinkId, Step, Value};
use crate::secret::Purpose;
use crate::store::comments::Said;
use crate::store::days::day;
use crate::store::error::Constraint;
use crate::store::ids::CommentId;
use crate::store::responses::Response;
use crate::store::submissions::{Outcome, Submission};
use crate::store::{self, answers, audit, scores, submissions};
use crate::web::form::Fields;
use crate::web::pages::part::Hidden;
use crate::web::pages::respond::{Check, CheckAnswer, CheckRow};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// The item, of the built-in module "about you", that says where a person lives.
const POSTCODE_AREA: &str = "about.postcode-area";

/// Shows every answer. When a question that must be answered has none, it leads there.
pub async fn show(app: Data<App>, visitor: Visitor, draft: Draft) -> Result<HttpResponse, Problem> {
    if let Some(page) = draft.walk().missing_required() {
        return Ok(reply::see_other(&address(&draft.key, &Step::Page(page))));
    }
    let mut page = page(&app, &visitor, &draft)?;
    page.rows.splice(0..0, before(&app, &visitor, &draft).await?);
    draft.page(&app, &visitor, &page, StatusCode::OK)
}

fn page(app: &App, visitor: &Visitor, draft: &Draft) -> Result<Check, Problem> {
    let (definition, walk) = (draft.journey.definition(), draft.walk());
    let language = draft.language(visitor.locale.language());
    let rows = walk.reachable().iter().map(|page| {
        let given = walk.given(page).unwrap_or(&Given::Skipped);
        let answer = match given {
            Given::Values(_) => CheckAnswer::Given,
            Given::Declined => CheckAnswer::Declined,
            Given::Skipped => CheckAnswer::NotProvided,
        };
        Ok(CheckRow {
            question: page.item.text.in_language(&language).to_owned(),
            answer,
            lines: view::lines(&page.item, given, &language, &visitor.locale)?,
            change: format!("/s/{}/q/{}?change=1", draft.key, page.key),
        })
    });
    Ok(Check {
        survey: definition.title.in_language(&language).to_owned(),
        rows: rows.collect::<Result<_, Problem>>()?,
        closing: walk.closing().map(|item| item.text.in_language(&language).to_owned()).collect(),
        back: walk.last().map(|page| format!("/s/{}/q/{}", draft.key, page.key)),
        action: format!("/s/{}/check", draft.key),
        hidden: vec![Hidden::new("key", key(app, &draft.response))],
        later: draft.may_leave().then(|| format!("/s/{}/later?from=check", draft.key)),
        text_lang: view::text_lang(visitor, &language),
    })
}

/// What was said before the questions: who is answering, and about which service, where there was a choice.
async fn before(app: &App, visitor: &Visitor, draft: &Draft) -> Result<Vec<CheckRow>, Problem> {
    let row = |name: &str, line: String| {
        let question = visitor.locale.t(&format!("question-{name}-heading"), &[])?;
        Ok::<_, Problem>(CheckRow { question, answer: CheckAnswer::Given, lines: vec![line], change: format!("/s/{}/{name}", draft.key) })
    };
    let mut rows = Vec::new();
    if draft.journey.definition().respondents.len() > 1 {
        rows.push(row("who", visitor.locale.t(&format!("question-who-{}", draft.response.respondent), &[])?)?);
    }
    if let Some(relationship) = &draft.response.relationship {
        rows.push(row("relationship", visitor.locale.t(&format!("question-relationship-{relationship}"), &[])?)?);
    }
    let services = services(app, draft).await?;
    if !services.is_empty() {
        let chosen = services.into_iter().find(|service| Some(service.id) == draft.response.organisation_id);
        let unsure = || visitor.locale.t("question-service-unsure", &[]);
        rows.push(row("service", chosen.map_or_else(unsure, |service| Ok(service.name))?)?);
    }
    Ok(rows)
}

/// The key of a check page: which answers it showed, signed.
fn key(app: &App, response: &Response) -> String {
    format!("{}.{}", response.revision, app.secret.sign(Purpose::Submit, &signed(response, response.revision)))
}

fn signed(response: &Response, revision: i32) -> String {
    format!("{}.{revision}", response.id.0)
}

/// The revision that a key stands for, if the key is ours.
fn revision_of(app: &App, response: &Response, key: &str) -> Result<i32, Problem> {
    let (revision, signature) = key.split_once('.').ok_or(Problem::Tampered)?;
    let revision: i32 = revision.parse().map_err(|_| Problem::Tampered)?;
    if app.secret.is_ours(Purpose::Submit, &signed(response, revision), signature) { Ok(revision) } else { Err(Problem::Tampered) }
}

/// Sends the answers. A double press, a reload or a second tab finds them sent, and gets the same receipt.
pub async fn submit(app: Data<App>, survey: Path<String>, request: HttpRequest, fields: Fields) -> Result<HttpResponse, Problem> {
    let response = remembered(&request, &survey).await?.ok_or(Problem::DraftGone)?;
    let revision = revision_of(&app, &response, fields.first("key"))?;
    let entering = Entering::of(&request, &response).await?;
    if response.is_draft() {
        survey_of_draft(&app, &survey).await?;
        let event = entering.map(|entering| entering.event(&app, &survey, &response));
        if let Some(missing) = send(&app, &survey, &response, revision, event).await? {
            return Ok(reply::see_other(&address(&survey, &missing)));
        }
    }
    let code = app.secret.code(Purpose::Resume, response.id.0);
    let mut answer = reply::see_other(&format!("/s/{survey}/done#"));
    answer.add_cookie(&draft::remember_sent(&app, &survey, &code)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// Submits what was checked, and records `event` where staff entered it. `Some` when a question that must be answered has no
/// answer.
async fn send(app: &App, survey: &str, response: &Response, revision: i32, event: Option<Event>) -> Result<Option<Step>, Problem> {
    let journey = app.catalogue.version(&app.store, response.version_id).await?;
    let (survey_id, id) = (response.survey_id, response.id);
    let given = app.store.read("draft answers", move |conn| answers::load(conn, survey_id, id)).await?;
    let given = journey.recall(&app.words().of(response)?.opened(&given)?);
    let today = app.clock.today();
    if let Some(page) = journey.walk(&given, today).missing_required() {
        return Ok(Some(Step::Page(page)));
    }
    let language = Language::parse(&response.language).unwrap_or_else(Language::english);
    let completed = complete(&journey, &given, &language, today)?;
    let area = postcode_area(&completed);
    let (submission, definitions) = (submission(app, response, revision, &completed, today)?, app.definitions_of(survey));
    let secret = app.secret.clone();
    let sent = app.store.write("submit", move |tx| {
        let locality_id = area.as_deref().map(|area| store::organisations::locality_of(tx, area)).transpose()?.flatten();
        let outcome = submissions::submit(tx, &Submission { locality_id, ..submission.clone() }, &definitions)?;
        if let Some(event) = event.as_ref().filter(|_| outcome == Outcome::Accepted) {
            audit::add(tx, &secret, event)?;
        }
        Ok(outcome)
    });
    match sent.await {
        Ok(Outcome::Accepted | Outcome::Already) => Ok(None),
        Ok(Outcome::Stale) => Err(Problem::Stale),
        Err(store::Error::Taken(Constraint::InvitationAnswered | Constraint::AttendeeAnswered)) => Err(Problem::LinkUsed),
        Err(store::Error::NotFound) => Err(Problem::DraftGone),
        Err(why) => Err(why.into()),
    }
}

/// The first half of the postcode that the answers name.
pub fn postcode_area(completed: &Completed) -> Option<String> {
    let id = LinkId::parse(POSTCODE_AREA)?;
    completed.answers.values(&id).iter().find_map(|value| match value {
        Value::Text(area) => Some(area.clone()),
        _ => None,
    })
}

/// Everything that sending a response brings, which was answered on that day.
pub fn submission(app: &App, response: &Response, revision: i32, completed: &Completed, answered: Date) -> Result<Submission, Problem> {
    let (survey_id, response_id) = (response.survey_id, response.id);
    let rows = |id: &LinkId, given: &Given, derived| answers::rows(survey_id, response_id, id, given, derived);
    let kept = app.words().of(response)?.all_sealed(&completed.answers)?;
    let said = kept.iter().flat_map(|(id, given)| rows(id, given, false));
    let derived = completed.derived.iter().flat_map(|(id, given)| rows(id, given, true));
    let score =
        |(score, thousandths): &(String, i64)| scores::Row { survey_id, response_id, score: score.clone(), thousandths: *thousandths };
    let receipt = app.secret.code(Purpose::Receipt, response_id.0);
    Ok(Submission {
        survey_id,
        response_id,
        revision,
        submitted_at: app.clock.now().micros(),
        period: Period::of(answered).number(),
        answered_day: day(answered),
        receipt_hash: app.secret.code_hash(Purpose::Receipt, &receipt),
        locality_id: None,
        answers: said.chain(derived).collect(),
        scores: completed.scores.iter().map(score).collect(),
        alerts: completed.alerts.iter().map(ToString::to_string).collect(),
        said: comments(app, completed),
    })
}

/// What was said in free text, as comments of an event.
fn comments(app: &App, completed: &Completed) -> Vec<Said> {
    let agreed = LinkId::parse(MAY_PUBLISH).is_some_and(|id| completed.answers.values(&id).iter().any(is_yes));
    let comment = |id: &LinkId| Said {
        id: CommentId(app.random.id(&app.clock)),
        link_id: id.to_string(),
        may_publish: agreed,
        is_concern: completed.answers.values(id).iter().any(|value| matches!(value, Value::Text(words) if concern::is_suggested(words))),
    };
    completed.said.iter().map(comment).collect()
}

fn is_yes(value: &Value) -> bool {
    match value {
        Value::Boolean(yes) => *yes,
        Value::Coding(coding) => coding.code == "yes",
        _ => false,
    }
}
