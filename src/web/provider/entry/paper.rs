//! Typing a paper: found by its code, typed twice. What is typed the second time is held against the first; where they agree
//! the answers are sent, in the same transaction.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::sending::{Sending, prepare};
use super::sheet::{Sheet, Turn};
use super::{Entry, differences};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::code::Code;
use crate::domain::care::transcript::Transcript;
use crate::domain::survey::Language;
use crate::i18n::Locale;
use crate::secret::Purpose;
use crate::store::ids::{ResponseId, VersionId};
use crate::store::responses::{self, Response};
use crate::store::transcriptions::{self, Paper, Pass};
use crate::store::{self, Conn, audit, entries, episodes, invitations, organisations};
use crate::web::form::Fields;
use crate::web::pages::entry::Sent;
use crate::web::pages::form::{Back, Field, Form, Input};
use crate::web::pages::part::{FieldError, grouped};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::draft::{open_survey, speaks};
use crate::web::respond::start;
use crate::web::right::EnterAnswers;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many days a paper may wait to be typed a second time.
const PAPER_DAYS: i64 = 30;

/// Asks for the code on a paper.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>) -> Result<HttpResponse, Problem> {
    reply::staff_page(&app, &visitor, &code_form(&visitor.locale, "", None)?, &staff)
}

fn code_form(locale: &Locale, typed: &str, fault: Option<&str>) -> Result<Form, Problem> {
    let mut code = Field::new("code", locale.t("paper-entry-code", &[])?, Input::Text { value: typed.to_owned() });
    code = code.hinted(locale.t("paper-entry-code-hint", &[])?);
    if let Some(key) = fault {
        code.errors.push(FieldError::new("code", locale.t(key, &[])?));
    }
    Ok(Form {
        heading: locale.t("paper-entry-heading", &[])?,
        caption: None,
        intro: vec![locale.t("paper-entry-explain", &[])?],
        back: Back { href: "/staff".to_owned(), text: locale.t("staff-nav-home", &[])? },
        action: "/provider/paper".to_owned(),
        hidden: Vec::new(),
        fields: vec![code],
        button: locale.t("paper-entry-button", &[])?,
        warning: false,
    })
}

/// Leads to the paper that has the code.
pub async fn find(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>, typed: Posted) -> Result<HttpResponse, Problem> {
    let line = typed.first("code");
    let again = |key: &str| reply::staff_again(&app, &visitor, &code_form(&visitor.locale, line, Some(key))?, &staff);
    if line.trim().is_empty() {
        return again("paper-entry-empty");
    }
    let Some(code) = Code::parse(line) else { return again("paper-entry-wrong") };
    let (hash, own) = (app.secret.code_hash(Purpose::Spoken, &code), staff.organisations());
    let find = move |conn: &mut Conn| {
        let theirs = organisations::sharing_people_with(conn, &own)?;
        entries::by_code_hash(conn, &theirs, &hash)
    };
    match app.store.read("paper by code", find).await? {
        Some((person, invitation)) => Ok(reply::see_other(&format!("/provider/people/{}/transcribe/{}#", person.0, invitation.0))),
        None => again("paper-entry-wrong"),
    }
}

/// The paper of a request that is being typed.
pub async fn paper_of(app: &App, entry: &Entry) -> Result<Option<Paper>, Problem> {
    let invitation = entry.asked.invitation.id;
    let found = app.store.read("paper", move |conn| transcriptions::of_invitation(conn, invitation)).await?;
    let Some(mut paper) = found else { return Ok(None) };
    let words = app.words().of(&paper.response)?;
    for pass in &mut paper.passes {
        pass.transcript.answers = words.opened(&pass.transcript.answers)?;
    }
    Ok(Some(paper))
}

/// What was typed, as it is kept.
fn sealed(app: &App, of: &Response, typed: Transcript) -> Result<Transcript, Problem> {
    Ok(Transcript { answers: app.words().of(of)?.all_sealed(&typed.answers)?, ..typed })
}

/// The version that a paper is typed with, and whose turn it is.
async fn turn(app: &App, staff: &Staff<EnterAnswers>, entry: &Entry, paper: Option<&Paper>) -> Result<(VersionId, Turn), Problem> {
    let passes = paper.map_or(&[][..], |paper| &paper.passes);
    let turn = Turn { pass: passes.len() + 1, own: passes.iter().any(|pass| pass.entered_by == staff.account) };
    let version = match paper {
        Some(paper) => paper.response.version_id,
        None => open_survey(app, &entry.asked.survey).await?.version_id,
    };
    Ok((version, turn))
}

/// Shows the whole survey as one form, empty, the first time and the second.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<EnterAnswers>, ids: Path<(i64, i64)>) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    if let Some(over) = entry.over() {
        return reply::staff_page(&app, &visitor, &over, &staff);
    }
    let paper = paper_of(&app, &entry).await?;
    let (version, turn) = turn(&app, &staff, &entry, paper.as_ref()).await?;
    if turn.pass > 2 {
        return Ok(reply::see_other(&differences::address(&entry)));
    }
    let page = Sheet::of(&app, &visitor, &entry, version).await?.page(turn, &Fields::default(), &[])?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Keeps what was typed. The second time it is compared, and sent where it agrees with the first.
pub async fn keep(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<EnterAnswers>,
    ids: Path<(i64, i64)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    if let Some(over) = entry.over() {
        return reply::staff_again(&app, &visitor, &over, &staff);
    }
    let paper = paper_of(&app, &entry).await?;
    let (version, turn) = turn(&app, &staff, &entry, paper.as_ref()).await?;
    if typed.first("pass") != turn.pass.to_string() || turn.pass > 2 {
        // Kept already, by a second press of the button or by somebody else.
        return Ok(reply::see_other(&format!("{}#", entry.address("transcribe"))));
    }
    let sheet = Sheet::of(&app, &visitor, &entry, version).await?;
    let transcript = match sheet.read(&typed)? {
        Ok(transcript) => transcript,
        Err(errors) => return reply::staff_again(&app, &visitor, &sheet.page(turn, &typed, &errors)?, &staff),
    };
    let next = match paper {
        None => first(&app, &visitor, &staff, &entry, transcript).await?,
        Some(paper) => second(&app, &staff, &sheet, &paper, transcript).await?,
    };
    Ok(reply::see_other(&format!("{next}#")))
}

/// Keeps the first pass, with the draft it belongs to.
async fn first(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<EnterAnswers>,
    entry: &Entry,
    transcript: Transcript,
) -> Result<String, Problem> {
    let current = open_survey(app, &entry.asked.survey).await?;
    let language = Language::parse(&entry.asked.language).unwrap_or_else(Language::english);
    let draft = Response {
        mode: "paper".to_owned(),
        assistance: Some("transcribed".to_owned()),
        entered_by: Some(staff.account),
        language: speaks(&current.journey, &language).to_string(),
        expires_at: app.clock.now().plus_days(PAPER_DAYS).micros(),
        ..entry.belonging(start::blank(app, visitor, &current)?)
    };
    let pass = Pass { entered_by: staff.account, entered_at: app.clock.now().micros(), transcript: sealed(app, &draft, transcript)? };
    let (invitation, episode, secret) = (entry.asked.invitation.id, entry.asked.episode.id, app.secret.clone());
    let event = staff.event(app, Action::PaperTyped).about(subject(entry)).with(format!("{} 1", entry.asked.survey));
    let event = event.within(entry.asked.episode.organisation_id.0);
    let work = move |tx: &mut Conn| {
        episodes::hold(tx, episode)?;
        if transcriptions::of_invitation(tx, invitation)?.is_some() {
            // Somebody else was quicker: what is typed next is the second time.
            return Ok(());
        }
        responses::add(tx, &draft)?;
        transcriptions::add(tx, &draft, 1, &pass)?;
        invitations::started(tx, invitation, pass.entered_at)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("keep paper", work).await?;
    Ok(entry.address("transcribe"))
}

/// Sends the answers where both passes agree; else keeps the second beside the first.
async fn second(
    app: &App,
    staff: &Staff<EnterAnswers>,
    sheet: &Sheet<'_>,
    paper: &Paper,
    transcript: Transcript,
) -> Result<String, Problem> {
    let entry = sheet.entry;
    let differ = paper.passes.iter().any(|pass| !pass.transcript.differences(&transcript, &sheet.journey).is_empty());
    if !differ {
        let sending = prepare(app, staff, sheet, paper, &transcript)?;
        return sent(app, staff, entry, sending, 1).await;
    }
    let transcript = sealed(app, &paper.response, transcript)?;
    let pass = Pass { entered_by: staff.account, entered_at: app.clock.now().micros(), transcript };
    let (response, invitation, episode) = (paper.response.clone(), entry.asked.invitation.id, entry.asked.episode.id);
    let event = staff.event(app, Action::PaperTyped).about(subject(entry)).with(format!("{} 2", entry.asked.survey));
    let (event, secret) = (event.within(entry.asked.episode.organisation_id.0), app.secret.clone());
    let work = move |tx: &mut Conn| {
        episodes::hold(tx, episode)?;
        let typed = transcriptions::of_invitation(tx, invitation)?.map_or(0, |paper| paper.passes.len());
        if typed != 1 {
            return Ok(());
        }
        transcriptions::add(tx, &response, 2, &pass)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("keep paper again", work).await?;
    Ok(differences::address(entry))
}

/// Sends what both passes agree on, while the paper still has that many; leads to the receipt, or back where somebody else was
/// quicker.
pub async fn sent(app: &App, staff: &Staff<EnterAnswers>, entry: &Entry, sending: Sending, passes: usize) -> Result<String, Problem> {
    let key = app.secret.sign(Purpose::Paper, &sent_by(staff, sending.response()));
    match app.store.write("send paper", move |tx| sending.send(tx, passes)).await {
        Ok(()) => Ok(format!("{}/sent?key={key}", entry.address("transcribe"))),
        Err(store::Error::NotFound | store::Error::Taken(_)) => Ok(entry.address("transcribe")),
        Err(why) => Err(why.into()),
    }
}

/// What the key in the address of a receipt stands for: who sent which paper.
fn sent_by(staff: &Staff<EnterAnswers>, response: ResponseId) -> String {
    format!("{} {}", staff.account.0, response.0)
}

/// What shows that somebody sent the paper.
#[derive(Debug, Deserialize)]
pub struct Key {
    #[serde(default)]
    key: String,
}

/// Shows the receipt of a paper to whoever sent it. With it and the month of birth, which staff know, others would see the answers.
pub async fn receipt(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<EnterAnswers>,
    ids: Path<(i64, i64)>,
    key: Query<Key>,
) -> Result<HttpResponse, Problem> {
    let entry = Entry::load(&app, &visitor.locale, &staff, *ids).await?;
    let invitation = entry.asked.invitation.id;
    let sent = app.store.read("paper sent", move |conn| transcriptions::sent(conn, invitation)).await?;
    let is_theirs = |response: &Response| app.secret.is_ours(Purpose::Paper, &sent_by(&staff, response.id), &key.key);
    let Some(response) = sent.filter(is_theirs) else { return Ok(reply::see_other(&entry.address("transcribe"))) };
    let (survey, id) = (response.survey_id, response.id);
    let page = Sent {
        name: Some(entry.name.clone()),
        receipt: grouped(app.secret.code(Purpose::Receipt, id.0).as_str()),
        aloud: false,
        flagged: app.store.read("alerts of response", move |conn| store::alerts::any(conn, survey, id)).await?,
        local_line: crate::web::respond::view::local_line(&app),
        back: entry.person_address(),
    };
    reply::html(&app, &visitor, &page, StatusCode::OK, Some(staff.signed_in(&app)))
}

/// Whom a line of the audit trail is about.
pub fn subject(entry: &Entry) -> String {
    format!("person:{}", entry.asked.episode.person_id.0)
}
