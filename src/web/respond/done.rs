//! The answers have been sent: the receipt, what happens next, and help where it was called for.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::draft::remembered;
use super::entering::Entering;
use super::{address, stay, view, watch};
use crate::app::App;
use crate::domain::survey::Step;
use crate::secret::Purpose;
use crate::store::responses::Response;
use crate::store::{invited, scores};
use crate::web::pages::done::{Done, Stay};
use crate::web::pages::part::grouped;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;
use crate::web::{birth_month, kiosk};

/// Shows the receipt again, as long as this device remembers.
pub async fn show(app: Data<App>, visitor: Visitor, survey: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let response = remembered(&request, &survey).await?.ok_or(Problem::DraftGone)?;
    if response.is_draft() {
        return Ok(reply::see_other(&address(&survey, &Step::Check)));
    }
    if response.withdrawn_at.is_some() {
        return Ok(reply::see_other("/receipt/withdrawn"));
    }
    if let Some(kiosk) = response.kiosk_id {
        return Ok(reply::see_other(&format!("/k/{}/thanks", kiosk::token_of(&app, kiosk))));
    }
    if let Some(entering) = Entering::of(&request, &response).await? {
        return entering.sent(&app, &visitor, &response).await;
    }
    let stay = stay::offer(&request, &visitor, &survey, &response).await?;
    reply::page(&app, &visitor, &page(&app, &visitor, &response, stay).await?, StatusCode::OK)
}

/// The page of what was sent, with what an event offers besides.
pub async fn page(app: &App, visitor: &Visitor, response: &Response, stay: Option<Stay>) -> Result<Done, Problem> {
    let (flagged, watch) = watch::sent(app, visitor, response).await?;
    let code = app.secret.code(Purpose::Receipt, response.id.0);
    let month = has_come_back(app, response).await?.then(|| birth_month::field(&visitor.locale, "birth-month-hint", "", None));
    Ok(Done {
        receipt: grouped(code.as_str()),
        code: code.as_str().to_owned(),
        month: month.transpose()?,
        flagged,
        watch,
        local_line: view::local_line(app),
        stay,
    })
}

/// True for somebody who was asked to answer, has answered the same survey before, and may see how their own scores went.
async fn has_come_back(app: &App, response: &Response) -> Result<bool, Problem> {
    let is_own = response.invitation_id.is_some() && response.entered_by.is_none() && response.kiosk_id.is_none();
    let Some(episode) = response.episode_id.filter(|_| is_own) else { return Ok(false) };
    if !app.catalogue.version(&app.store, response.version_id).await?.definition().shows_own_results {
        return Ok(false);
    }
    let (survey, respondent) = (response.survey_id, response.respondent.clone());
    let scores = app.store.read("own results", move |conn| {
        let Some((person, _)) = invited::person_of(conn, episode)? else { return Ok(Vec::new()) };
        scores::over_time(conn, (person.organisation_id, person.id), survey, &respondent)
    });
    let all = scores.await?;
    Ok(all.iter().any(|earlier| earlier.response_id != response.id) && all.iter().any(|own| own.response_id == response.id))
}
