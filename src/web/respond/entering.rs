//! Staff who write down what somebody says, on the same pages as everybody. Such a draft opens to the member of staff who
//! began it, signed in, and to nobody else, whoever holds the device; every page says whose answers they enter, and how to
//! leave.

use actix_web::cookie::time::Duration;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::draft::Draft;
use super::view;
use crate::app::App;
use crate::domain::access::{Action, Event, Permission};
use crate::secret::Purpose;
use crate::store::ids::{EpisodeId, PersonId};
use crate::store::responses::Response;
use crate::store::{self, alerts, demographics, episodes};
use crate::web::pages::Banner;
use crate::web::pages::entry::Sent;
use crate::web::pages::part::grouped;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::staff::{self, Member};
use crate::web::visitor::Visitor;
use crate::web::{cookie, reply, state};

/// Who enters answers, and whose.
pub struct Entering {
    pub member: Member,
    pub person: PersonId,
    /// The name of the person; nothing where none is kept.
    name: Option<String>,
}

impl Entering {
    /// Who enters this response; nothing where the person answers themselves. Somebody else is told that there is no draft.
    pub async fn of(request: &HttpRequest, response: &Response) -> Result<Option<Self>, Problem> {
        let (Some(account), Some(episode)) = (response.entered_by, response.episode_id) else { return Ok(None) };
        let member = staff::admit(request, Some(Permission::EnterAnswers)).await?;
        if member.account != account {
            return Err(Problem::DraftGone);
        }
        let (person, name) = whose(state(request), episode).await?;
        Ok(Some(Self { member, person, name }))
    }

    /// What stands above every page of the entry.
    pub fn banner(&self, app: &App, survey: &str) -> Banner {
        let number = grouped(&self.person.0.to_string()).join(" ");
        Banner { name: self.name.clone().unwrap_or(number), leave: format!("/s/{survey}/leave"), hidden: self.member.signed_in(app).hidden }
    }

    /// The line of the audit trail about sending it.
    pub fn event(&self, app: &App, survey: &str, response: &Response) -> Event {
        let how = response.assistance.as_deref().unwrap_or_default();
        let event =
            self.member.event(app, Action::AnswersEntered).about(format!("person:{}", self.person.0)).with(format!("{survey} {how}"));
        response.organisation_id.iter().fold(event, |event, organisation| event.within(organisation.0))
    }

    /// The receipt, to be read out.
    pub async fn sent(&self, app: &App, visitor: &Visitor, response: &Response) -> Result<HttpResponse, Problem> {
        let (survey, id) = (response.survey_id, response.id);
        let flagged = app.store.read("alerts of response", move |conn| alerts::any(conn, survey, id)).await?;
        let page = Sent {
            name: self.name.clone(),
            receipt: grouped(app.secret.code(Purpose::Receipt, id.0).as_str()),
            aloud: true,
            flagged,
            local_line: view::local_line(app),
            back: format!("/provider/people/{}", self.person.0),
        };
        reply::html(app, visitor, &page, StatusCode::OK, Some(self.member.signed_in(app)))
    }
}

async fn whose(app: &App, episode: EpisodeId) -> Result<(PersonId, Option<String>), Problem> {
    let find = move |conn: &mut _| {
        let episode = episodes::find(conn, episode)?;
        Ok((episode.person_id, demographics::find(conn, episode.organisation_id, episode.person_id)?))
    };
    let (person, row) = app.store.read("whose answers", find).await?;
    let opened = row.map(|row| app.register().open(&row)).transpose().map_err(|why| Problem::Internal(why.to_string()))?;
    Ok((person, opened.flatten().map(|record| record.name()).filter(|name| !name.is_empty())))
}

/// Leaves without sending: what was entered is taken out, and the device forgets it.
pub async fn leave(app: Data<App>, draft: Draft, _form: Posted) -> Result<HttpResponse, Problem> {
    let Some(entering) = &draft.entering else { return Ok(reply::see_other(&format!("/s/{}/later", draft.key))) };
    let (survey, id) = (draft.response.survey_id, draft.response.id);
    app.store.write("leave entry", move |tx| store::responses::drop_draft(tx, survey, id)).await?;
    let mut answer = reply::see_other(&format!("/provider/people/{}", entering.person.0));
    let gone = cookie::narrow(&app.settings, &draft.key, String::new(), format!("/s/{}", draft.key), Duration::ZERO);
    answer.add_cookie(&gone).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}
