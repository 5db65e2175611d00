//! Stands between an answer that may mean danger and the next question.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::draft::Draft;
use super::{address, view, watch};
use crate::app::App;
use crate::domain::survey::PageKey;
use crate::domain::survey::journey::risk;
use crate::web::pages::respond::Urgent;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// Shows where help is, and the way on.
pub async fn show(app: Data<App>, visitor: Visitor, draft: Draft, path: Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let key = PageKey::parse(&path.1).filter(|key| draft.journey.page(key).is_some()).ok_or(Problem::NotFound)?;
    let answer = draft.journey.page(&key).and_then(|page| Some((&page.item, draft.answers.get(&page.item.link_id)?)));
    if !answer.is_some_and(|(item, given)| risk(item, given)) {
        return Ok(reply::see_other(&address(&draft.key, &draft.walk().resume())));
    }
    let continue_href = address(&draft.key, &draft.walk().after_change(&key));
    let watch = watch::sentences(&app, &visitor, draft.response.organisation_id, false).await?;
    let page = Urgent { local_line: view::local_line(&app), watch, continue_href };
    draft.page(&app, &visitor, &page, StatusCode::OK)
}
