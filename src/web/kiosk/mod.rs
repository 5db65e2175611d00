//! A tablet that many people answer on, one after the other. It shows a start page, the questions and thanks; after a while
//! without a touch it asks whether somebody is still there, and then forgets what was begun. Nothing of one person is left
//! for the next: no draft, no code, no language, and no page that "back" could show.

pub mod device;
pub mod pages;

use actix_web::cookie::time::Duration;
use actix_web::{HttpRequest, HttpResponse};

use super::problem::Problem;
use super::visitor::LANGUAGE;
use super::{cookie, reply, state};
use crate::app::App;
use crate::domain::care::code::Code;
use crate::secret::{Purpose, token_hash};
use crate::store;
use crate::store::kiosks::Kiosk;
use crate::store::responses::Response;

/// A tablet in use.
struct Open {
    kiosk: Kiosk,
    /// The key of its survey.
    survey: String,
    token: String,
}

impl Open {
    async fn find(app: &App, token: &str) -> Result<Option<Self>, Problem> {
        let hash = token_hash(token);
        let found = app.store.read("kiosk", move |conn| store::kiosks::by_token_hash(conn, &hash)).await?;
        Ok(found.map(|(kiosk, survey)| Self { kiosk, survey, token: token.to_owned() }))
    }

    fn address(&self) -> String {
        format!("/k/{}", self.token)
    }

    /// What was begun or sent on this tablet by whoever stands before it.
    async fn response(&self, request: &HttpRequest) -> Result<Option<Response>, Problem> {
        let app = state(request);
        let held = request.cookie(&cookie::narrow_name(&app.settings, &self.survey));
        let Some(code) = held.and_then(|cookie| Code::parse(cookie.value())) else { return Ok(None) };
        let (hash, survey, own) = (app.secret.code_hash(Purpose::Resume, &code), self.survey.clone(), self.kiosk.id);
        let found = app.store.read("kiosk response", move |conn| store::responses::by_resume_hash_in(conn, &hash, &survey)).await?;
        Ok(found.filter(|response| response.kiosk_id == Some(own)))
    }

    /// Leads to the start page, with everything forgotten that was begun.
    async fn forget(&self, request: &HttpRequest) -> Result<HttpResponse, Problem> {
        let app = state(request);
        if let Some(draft) = self.response(request).await?.filter(Response::is_draft) {
            app.store.write("forget draft", move |tx| store::responses::drop_draft(tx, draft.survey_id, draft.id)).await?;
        }
        let mut answer = reply::see_other(&format!("{}#", self.address()));
        let nothing = |path: String| cookie::narrow(&app.settings, &self.survey, String::new(), path, Duration::ZERO);
        for gone in [nothing(format!("/s/{}", self.survey)), nothing(self.address()), cookie::gone(&app.settings, LANGUAGE)] {
            answer.add_cookie(&gone).map_err(|why| Problem::Internal(why.to_string()))?;
        }
        Ok(answer)
    }
}

/// The token in the address of a tablet: always the same, so that staff can look it up again and the database keeps its hash
/// alone.
#[must_use]
pub fn token_of(app: &App, kiosk: i64) -> String {
    app.secret.sign(Purpose::Kiosk, &kiosk.to_string())
}
