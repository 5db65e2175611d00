//! A personal link. Its token leads to the start page; from there on only the device's cookie counts, so that the token
//! does not stay in the address.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::draft::{open_survey, remember_for_link, remembered};
use super::start;
use crate::app::App;
use crate::secret::{Purpose, token_hash};
use crate::store;
use crate::store::invitations::Invitation;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// Shows the start page of the survey that the link asks for.
pub async fn show(app: Data<App>, visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let (invitation, key) = invitation(&app, &token).await?;
    let current = open_survey(&app, &key).await?;
    let known = remembered(&request, &key).await?.filter(|response| response.invitation_id == Some(invitation.id));
    let mut page = start::page(&app, &visitor, &current, known.as_ref())?;
    page.invitation = true;
    page.action = format!("/i/{token}");
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Begins a draft that belongs to the invitation.
pub async fn begin(app: Data<App>, visitor: Visitor, token: Path<String>) -> Result<HttpResponse, Problem> {
    let (invitation, key) = invitation(&app, &token).await?;
    let current = open_survey(&app, &key).await?;
    let id = invitation.episode_id;
    let episode = app.store.read("episode", move |conn| store::episodes::find(conn, id)).await?;
    let mut draft = start::blank(&app, &visitor, &current);
    draft.organisation_id = Some(episode.organisation_id);
    draft.locality_id = episode.locality_id;
    draft.episode_id = Some(episode.id);
    draft.invitation_id = Some(invitation.id);
    draft.timepoint.clone_from(&invitation.timepoint);
    let code = app.secret.code(Purpose::Resume, draft.id.0);
    let mut answer = start::start(&app, &current, draft).await?;
    let cookie = remember_for_link(&app, &key, &token, &code);
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// The invitation behind a token, if it is known, has time left, and was not answered yet.
async fn invitation(app: &App, token: &str) -> Result<(Invitation, String), Problem> {
    let hash = token_hash(token);
    let found = app.store.read("invitation", move |conn| store::invitations::by_token_hash(conn, &hash)).await?;
    let (invitation, key) = found.ok_or(Problem::LinkExpired)?;
    let id = invitation.id;
    if app.store.read("answered", move |conn| store::responses::is_answered(conn, id)).await? {
        return Err(Problem::LinkUsed);
    }
    if invitation.expires_at <= app.clock.now().micros() { Err(Problem::LinkExpired) } else { Ok((invitation, key)) }
}
