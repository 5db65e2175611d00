//! One question: shown, answered, kept.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::draft::{Draft, kept_until, remember};
use super::{address, view};
use crate::app::App;
use crate::domain::survey::journey::risk;
use crate::domain::survey::{Given, Page, PageKey, Posted, Problem as Fault, validation};
use crate::store::responses::Saved;
use crate::store::{self, answers};
use crate::web::form::Fields;
use crate::web::pages::part::Hidden;
use crate::web::pages::question::DECLINED;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// How a person came to the page.
#[derive(Debug, Clone, Deserialize)]
pub struct Came {
    /// Present when they came from the check page to change one answer.
    change: Option<String>,
}

/// Shows a question, with the earlier answer if there is one. A page that is not theirs to see leads to where they are.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    draft: Draft,
    path: Path<(String, String)>,
    came: Query<Came>,
) -> Result<HttpResponse, Problem> {
    let Some(page) = asked(&draft, &path.1) else {
        return Ok(reply::see_other(&address(&draft.key, &draft.walk().resume())));
    };
    let walk = draft.walk();
    let posted = walk.given(page).map(|given| validation::refill(given, &walk.asked(page))).unwrap_or_default();
    Asking { draft: &draft, page, change: came.change.is_some() }.show(&app, &visitor, &posted, &[])
}

fn asked<'a>(draft: &'a Draft, key: &str) -> Option<&'a Page> {
    let key = PageKey::parse(key)?;
    let page = draft.journey.page(&key)?;
    draft.walk().may_visit(&key).then_some(page)
}

/// A question on its page.
struct Asking<'a> {
    draft: &'a Draft,
    page: &'a Page,
    /// The person came from the check page, and goes back to it.
    change: bool,
}

impl Asking<'_> {
    fn show(&self, app: &App, visitor: &Visitor, posted: &Posted, faults: &[Fault]) -> Result<HttpResponse, Problem> {
        let mut question = view::question(self.draft, self.page, posted, faults, visitor)?;
        if self.change {
            question.hidden.push(Hidden::new("change", "1"));
            question.back = Some(format!("/s/{}/check", self.draft.key));
        }
        self.draft.page(app, visitor, &question, if faults.is_empty() { StatusCode::OK } else { view::INVALID })
    }
}

/// Keeps an answer, on disk, and leads to the next page.
pub async fn answer(
    app: Data<App>,
    visitor: Visitor,
    mut draft: Draft,
    path: Path<(String, String)>,
    fields: Fields,
) -> Result<HttpResponse, Problem> {
    let Some(page) = asked(&draft, &path.1).cloned() else { return Ok(reply::see_other(&address(&draft.key, &draft.walk().resume()))) };
    let (posted, change) = (posted(&fields), !fields.first("change").is_empty());
    let given = match validation::parse(&draft.walk().asked(&page), &posted) {
        Ok(given) => given,
        Err(faults) => return Asking { draft: &draft, page: &page, change }.show(&app, &visitor, &posted, &faults),
    };
    keep(&app, &visitor, &draft, &page, given.clone()).await?;
    let is_risk = risk(&page.item, &given);
    draft.answers.put(page.item.link_id.clone(), given);
    let next = if is_risk {
        format!("/s/{}/urgent/{}#", draft.key, page.key)
    } else if change {
        address(&draft.key, &draft.walk().after_change(&page.key))
    } else {
        address(&draft.key, &draft.walk().next(&page.key))
    };
    let mut on = reply::see_other(&next);
    on.add_cookie(&remember(&app, &draft.key, &draft.resume_code(&app))).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(on)
}

fn posted(fields: &Fields) -> Posted {
    let text = |name: &str| fields.first(name).to_owned();
    let (declined, answers): (Vec<&str>, Vec<&str>) = fields.all("answer").partition(|answer| *answer == DECLINED);
    Posted {
        answers: answers.into_iter().map(str::to_owned).collect(),
        other: text("other"),
        decline: !declined.is_empty() || !fields.first("decline").is_empty(),
        day: text("day"),
        month: text("month"),
        year: text("year"),
    }
}

async fn keep(app: &App, visitor: &Visitor, draft: &Draft, page: &Page, given: Given) -> Result<(), Problem> {
    let (survey, id, now) = (draft.response.survey_id, draft.response.id, app.clock.now());
    let link_id = page.item.link_id.clone();
    let saved = Saved {
        language: draft.language(visitor.locale.language()).to_string(),
        saved_at: now.micros(),
        expires_at: kept_until(app, &draft.response).micros(),
    };
    let given = app.words().of(&draft.response)?.sealed(&given)?;
    let kept = app.store.write("keep answer", move |tx| {
        store::responses::saved(tx, survey, id, &saved)?;
        answers::put(tx, survey, id, &link_id, &given)
    });
    kept.await.map_err(|why| match why {
        store::Error::NotFound => Problem::DraftGone,
        other => other.into(),
    })
}
