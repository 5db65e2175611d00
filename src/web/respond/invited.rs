//! A personal link. Its token leads to the start page; from there on only the device's cookie counts, so that the token
//! does not stay in the address. What was answered before is shown to nobody who has not confirmed a fact about the person.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderName;
use actix_web::web::{Data, Path};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

use super::draft::{open_survey, remember, remember_for_link, remembered, speaks};
use super::{start, view};
use crate::app::App;
use crate::catalogue::Current;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::code::Code;
use crate::domain::survey::Language;
use crate::secret::{Purpose, token_hash};
use crate::store::invited::{self, Invited};
use crate::store::responses::Response;
use crate::store::{self, invitations};
use crate::web::birth_month::{self, Outcome};
use crate::web::form::Fields;
use crate::web::frame::HeadOnly;
use crate::web::pages::invited::{CarryOn, Ended, Kind};
use crate::web::problem::Problem;
use crate::web::visitor::{LANGUAGE, Visitor};
use crate::web::{cookie, reply};

/// Shows the start page of the survey that the link asks for, or the way back into what was begun on another device.
pub async fn show(app: Data<App>, mut visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let found = find(&app, &token).await?;
    speak(&app, &mut visitor, &request, &found);
    if let Some(ended) = ended(&app, &token, &found)? {
        return end(&app, &visitor, &ended);
    }
    let current = open_survey(&app, &found.survey).await?;
    note_opened(&app, &request, &found).await?;
    let own = |response: &Response| response.invitation_id == Some(found.invitation.id) && response.entered_by.is_none();
    let known = remembered(&request, &found.survey).await?.filter(own);
    if known.is_none() && found.own_draft(app.clock.now().micros()).is_some() {
        let page = carry_on_page(&app, &visitor, &token, &current, None)?;
        return reply::page(&app, &visitor, &page, StatusCode::OK);
    }
    let mut page = start::page(&app, &visitor, &current, known.as_ref())?;
    page.invitation = true;
    page.action = format!("/i/{token}");
    page.decline = Some(format!("/i/{token}/decline"));
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Begins a draft that belongs to the invitation.
pub async fn begin(app: Data<App>, mut visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let found = find(&app, &token).await?;
    let is_new_language = speak(&app, &mut visitor, &request, &found);
    if let Some(ended) = ended(&app, &token, &found)?.filter(|ended| ended.again.is_none()) {
        return end(&app, &visitor, &ended);
    }
    let current = open_survey(&app, &found.survey).await?;
    let mut draft = start::blank(&app, &visitor, &current)?;
    draft.organisation_id = Some(found.episode.organisation_id);
    draft.locality_id = found.episode.locality_id;
    draft.episode_id = Some(found.episode.id);
    draft.invitation_id = Some(found.invitation.id);
    draft.timepoint.clone_from(&found.invitation.timepoint);
    let code = app.secret.code(Purpose::Resume, draft.id.0);
    let mut answer = start::start(&app, &current, draft).await?;
    add(&mut answer, &remember_for_link(&app, &found.survey, &token, &code))?;
    if is_new_language {
        add(&mut answer, &language(&app, &visitor))?;
    }
    Ok(answer)
}

/// The cookie that has the pages after this one speak the same language. Gone with the browser: nobody has chosen it for good.
pub fn language(app: &App, visitor: &Visitor) -> Cookie<'static> {
    cookie::make(&app.settings, LANGUAGE, visitor.locale.language().to_string(), None)
}

/// Leads back to the link, where a language was chosen on the page after it.
pub async fn back(token: Path<String>) -> HttpResponse {
    reply::see_other(&format!("/i/{token}"))
}

/// Opens what was begun on another device, once the month of birth is right.
pub async fn carry_on(
    app: Data<App>,
    mut visitor: Visitor,
    token: Path<String>,
    request: HttpRequest,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &token).await?;
    let is_new_language = speak(&app, &mut visitor, &request, &found);
    let draft = found.own_draft(app.clock.now().micros()).filter(|_| matches!(ended(&app, &token, &found), Ok(None)));
    let Some(draft) = draft else { return Ok(reply::see_other(&format!("/i/{token}"))) };
    let typed = fields.first(birth_month::FIELD);
    let outcome = birth_month::confirm(&app, &birth_month::of_invitation(found.invitation.id.0), &found.person, typed).await?;
    if outcome == Outcome::Right {
        let mut answer = opened(&app, &token, &found.survey, &app.secret.code(Purpose::Resume, draft.id.0))?;
        if is_new_language {
            add(&mut answer, &language(&app, &visitor))?;
        }
        return Ok(answer);
    }
    let current = open_survey(&app, &found.survey).await?;
    let page = carry_on_page(&app, &visitor, &token, &current, Some((typed, outcome)))?;
    reply::page(&app, &visitor, &page, view::INVALID)
}

/// The way into a draft, which this device and this link remember from now on.
pub fn opened(app: &App, token: &str, survey: &str, code: &Code) -> Result<HttpResponse, Problem> {
    let mut answer = reply::see_other(&format!("/s/{survey}/q/-#"));
    add(&mut answer, &remember(app, survey, code))?;
    add(&mut answer, &remember_for_link(app, survey, token, code))?;
    Ok(answer)
}

fn add(answer: &mut HttpResponse, cookie: &Cookie<'_>) -> Result<(), Problem> {
    answer.add_cookie(cookie).map_err(|why| Problem::Internal(why.to_string()))
}

fn carry_on_page(app: &App, visitor: &Visitor, token: &str, current: &Current, tried: Option<(&str, Outcome)>) -> Result<CarryOn, Problem> {
    let language = speaks(&current.journey, visitor.locale.language());
    let (typed, fault) = tried.map_or(("", None), |(typed, outcome)| (typed, outcome.fault()));
    let month = birth_month::field(&visitor.locale, "birth-month-hint", typed, fault)?;
    Ok(CarryOn {
        survey: current.journey.definition().title.in_language(&language).to_owned(),
        errors: month.errors.clone(),
        month,
        link: format!("/i/{token}"),
        local_line: view::local_line(app),
        text_lang: view::text_lang(visitor, &language),
    })
}

/// The invitation behind a token.
pub async fn find(app: &App, token: &str) -> Result<Invited, Problem> {
    let hash = token_hash(token);
    app.store.read("invitation", move |conn| invited::by_token_hash(conn, &hash)).await?.ok_or(Problem::LinkExpired)
}

/// Has the pages speak the person's language, unless whoever reads them has chosen one. True where that changes anything.
pub fn speak(app: &App, visitor: &mut Visitor, request: &HttpRequest, found: &Invited) -> bool {
    speak_their(app, visitor, request, &found.person.language)
}

/// The same for anybody with a personal link, by the tag of their language.
pub fn speak_their(app: &App, visitor: &mut Visitor, request: &HttpRequest, tag: &str) -> bool {
    let theirs = Language::parse(tag).and_then(|language| app.locales.find(&language).cloned());
    match theirs.filter(|locale| locale.language() != visitor.locale.language()) {
        Some(locale) if cookie::read(request, LANGUAGE).is_none() => {
            visitor.locale = locale;
            true
        }
        _ => false,
    }
}

/// The page in place of the survey, where there is nothing to answer any more.
fn ended(app: &App, token: &str, found: &Invited) -> Result<Option<Ended>, Problem> {
    let ended = |kind| Ok(Some(Ended { kind, again: None, local_line: view::local_line(app) }));
    match found.sent() {
        Some(response) if response.withdrawn_at.is_some() => return ended(Kind::Withdrawn),
        Some(_) => return Err(Problem::LinkUsed),
        None => {}
    }
    let has_declined = found.invitation.declined_at.is_some();
    match found.standing.why_not(app.clock.today()) {
        Some(NotAsked::Sensitive) if has_declined => return ended(Kind::Sorry),
        Some(_) if has_declined => return ended(Kind::NoSurveys),
        Some(_) => return ended(Kind::Stopped),
        None if found.invitation.not_asked.is_some() => return ended(Kind::Stopped),
        None => {}
    }
    if found.invitation.expires_at <= app.clock.now().micros() {
        return Err(Problem::LinkExpired);
    }
    let declined = Ended { kind: Kind::Declined, again: Some(format!("/i/{token}")), local_line: view::local_line(app) };
    Ok(has_declined.then_some(declined))
}

fn end(app: &App, visitor: &Visitor, page: &Ended) -> Result<HttpResponse, Problem> {
    reply::page(app, visitor, page, if page.again.is_some() { StatusCode::OK } else { StatusCode::GONE })
}

/// Notes the first time that somebody looked at the page. Programs that only ask for its head, or fetch it before anybody has
/// pressed anything, are nobody.
async fn note_opened(app: &App, request: &HttpRequest, found: &Invited) -> Result<(), Problem> {
    let is_fetched_ahead = request.headers().contains_key(HeaderName::from_static("sec-purpose"));
    let is_head = request.extensions().get::<HeadOnly>().is_some();
    if is_fetched_ahead || is_head || found.invitation.opened_at.is_some() {
        return Ok(());
    }
    let (id, now) = (found.invitation.id, app.clock.now().micros());
    Ok(app.store.write("link opened", move |tx: &mut store::Conn| invitations::opened(tx, id, now)).await?)
}
