//! Coming back with a code: that of a draft, or the one that stands on a letter. Where a person was asked to answer, the month
//! they were born in goes with the code. Whatever is wrong, the same is said, so that nobody learns which codes there are.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::birth_month::{self, Outcome};
use super::form::Fields;
use super::pages::part::FieldError;
use super::pages::resume::Resume;
use super::problem::Problem;
use super::reply;
use super::respond::draft::remember;
use super::respond::{invited, view};
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::care::code::Code;
use crate::secret::Purpose;
use crate::store::episodes::Person;
use crate::store::responses::Response;
use crate::store::{self, Conn, Error};

/// A draft, the key of its survey, and whose it is where somebody was asked to answer.
type Draft = (Response, String, Option<Person>);

/// Asks for the code.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &page(&visitor, "", "", None)?, StatusCode::OK)
}

fn page(visitor: &Visitor, code: &str, month: &str, fault: Option<&str>) -> Result<Resume, Problem> {
    let errors = fault.map(|key| Ok::<_, Problem>(FieldError::new("code", visitor.locale.t(key, &[])?))).transpose()?;
    let month = birth_month::field(&visitor.locale, "birth-month-hint-resume", month, None)?;
    Ok(Resume { code: code.to_owned(), errors: errors.into_iter().collect(), month })
}

/// Opens what the code belongs to, on this device.
pub async fn open(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    if app.tries.must_wait(visitor.address, &visitor.device, now) {
        return Err(Problem::TooManyTries);
    }
    let (typed, month) = (fields.first("code"), fields.first(birth_month::FIELD));
    if typed.trim().is_empty() {
        return reply::page(&app, &visitor, &page(&visitor, typed, month, Some("resume-code-empty"))?, view::INVALID);
    }
    if let Some(code) = Code::parse(typed) {
        let opened = match draft(&app, &code, month).await? {
            None => invitation(&app, &code, month).await?,
            opened => opened,
        };
        if let Some(answer) = opened {
            return Ok(answer);
        }
    }
    app.tries.count(visitor.address, &visitor.device, now);
    reply::page(&app, &visitor, &page(&visitor, typed, month, Some("resume-code-wrong"))?, view::INVALID)
}

/// The way into a draft with that code. Where a person was asked to answer, only with their month.
async fn draft(app: &App, code: &Code, month: &str) -> Result<Option<HttpResponse>, Problem> {
    let found = find(app, code).await?.filter(|(response, ..)| response.is_draft() && response.expires_at > app.clock.now().micros());
    let Some((response, key, person)) = found else { return Ok(None) };
    if let Some(person) = person {
        let outcome = birth_month::confirm(app, &birth_month::counted_by(&response), &person, month).await?;
        if outcome != Outcome::Right {
            return Ok(None);
        }
    }
    tracing::debug!(revision = response.revision, "a draft was resumed");
    let mut answer = reply::see_other(&format!("/s/{key}/q/-#"));
    answer.add_cookie(&remember(app, &key, code)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(Some(answer))
}

async fn find(app: &App, code: &Code) -> Result<Option<Draft>, Error> {
    let hash = app.secret.code_hash(Purpose::Resume, code);
    let found = app.store.read("resume", move |conn: &mut Conn| {
        let Some(response) = store::responses::by_resume_hash(conn, &hash)? else { return Ok(None) };
        let key = store::surveys::key_of(conn, response.survey_id)?;
        let Some(episode) = response.episode_id else { return Ok(Some((response, key, None))) };
        let person = store::invited::person_of(conn, episode)?;
        Ok(person.map(|(person, _)| (response, key, Some(person))))
    });
    found.await
}

/// The way to what goes with the code on a letter: the draft that was begun, or the page of the link.
async fn invitation(app: &App, code: &Code, month: &str) -> Result<Option<HttpResponse>, Problem> {
    let hash = app.secret.code_hash(Purpose::Spoken, code);
    let found = app.store.read("spoken code", move |conn| store::invited::by_code_hash(conn, &hash)).await?;
    let Some(found) = found else { return Ok(None) };
    let id = found.invitation.id.0;
    if birth_month::confirm(app, &birth_month::of_invitation(id), &found.person, month).await? != Outcome::Right {
        return Ok(None);
    }
    let token = app.secret.link_token(id);
    let is_open = found.sent().is_none() && found.standing.why_not(app.clock.today()).is_none();
    match found.own_draft(app.clock.now().micros()).filter(|_| is_open) {
        Some(draft) => invited::opened(app, &token, &found.survey, &app.secret.code(Purpose::Resume, draft.id.0)).map(Some),
        None => Ok(Some(reply::see_other(&format!("/i/{token}#")))),
    }
}
