//! The pages before the questions: who is answering, what they are to the person they answer for, and which service it is
//! about. Each is asked only where there is a choice.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::draft::Draft;
use super::{address, view};
use crate::app::App;
use crate::domain::care::relationship::Relationship;
use crate::domain::survey::Respondent;
use crate::store;
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::web::form::Fields;
use crate::web::pages::part::FieldError;
use crate::web::pages::question::{Choice, Input, Question};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::visitor::Visitor;

/// What stands for "I am not sure" among the services.
const UNSURE: &str = "unsure";

/// The programme of surveys about events, which are about no one service.
const ENGAGEMENT: &str = "engagement";

/// Asks who is answering.
pub async fn who(app: Data<App>, visitor: Visitor, draft: Draft) -> Result<HttpResponse, Problem> {
    let page = who_page(&visitor, &draft)?;
    draft.page(&app, &visitor, &page, StatusCode::OK)
}

fn who_page(visitor: &Visitor, draft: &Draft) -> Result<Question, Problem> {
    let choice = |who: &Respondent| {
        let label = visitor.locale.t(&format!("question-who-{}", who.code()), &[])?;
        Ok(Choice {
            value: who.code().to_owned(),
            label,
            hint: None,
            checked: draft.response.respondent == who.code() && draft.response.revision > 0,
        })
    };
    let options = draft.journey.definition().respondents.iter().map(choice).collect::<Result<_, Problem>>()?;
    page(visitor, draft, "who", options)
}

fn page(visitor: &Visitor, draft: &Draft, name: &str, options: Vec<Choice>) -> Result<Question, Problem> {
    let language = draft.language(visitor.locale.language());
    Ok(Question {
        survey: draft.journey.definition().title.in_language(&language).to_owned(),
        caption: None,
        prefix: None,
        heading: visitor.locale.t(&format!("question-{name}-heading"), &[])?,
        intro: Vec::new(),
        help: None,
        input: Input::Radios { options, other: None },
        decline: None,
        required: true,
        errors: Vec::new(),
        back: Some(format!("/s/{}", draft.key)),
        action: format!("/s/{}/{name}", draft.key),
        hidden: Vec::new(),
        progress: None,
        later: None,
        copyright: None,
        text_lang: None,
    })
}

/// Keeps who is answering.
pub async fn say_who(app: Data<App>, visitor: Visitor, draft: Draft, fields: Fields) -> Result<HttpResponse, Problem> {
    let Some(who) = Respondent::from_code(fields.first("answer")).filter(|who| draft.journey.definition().respondents.contains(who)) else {
        return unchosen(&app, &visitor, &draft, who_page(&visitor, &draft)?);
    };
    let (survey, id) = (draft.response.survey_id, draft.response.id);
    app.store.write("say who", move |tx| store::responses::set_respondent(tx, survey, id, who.code())).await?;
    let next = if who == Respondent::Proxy { "relationship" } else { after_who(&draft) };
    Ok(reply::see_other(&format!("/s/{}/{next}#", draft.key)))
}

fn after_who(draft: &Draft) -> &'static str {
    if draft.response.episode_id.is_none() { "service" } else { "q/-" }
}

/// Asks what somebody who answers on behalf of another is to them. Whoever does not is led on.
pub async fn relationship(app: Data<App>, visitor: Visitor, draft: Draft) -> Result<HttpResponse, Problem> {
    if draft.response.respondent != Respondent::Proxy.code() {
        return Ok(reply::see_other(&format!("/s/{}/{}#", draft.key, after_who(&draft))));
    }
    draft.page(&app, &visitor, &relationship_page(&visitor, &draft)?, StatusCode::OK)
}

fn relationship_page(visitor: &Visitor, draft: &Draft) -> Result<Question, Problem> {
    let choice = |one: &Relationship| {
        let label = visitor.locale.t(&format!("question-relationship-{}", one.code()), &[])?;
        let checked = draft.response.relationship.as_deref() == Some(one.code());
        Ok(Choice { value: one.code().to_owned(), label, hint: None, checked })
    };
    let options = Relationship::ALL.iter().map(choice).collect::<Result<_, Problem>>()?;
    let back = Some(format!("/s/{}/who", draft.key));
    Ok(Question { back, ..page(visitor, draft, "relationship", options)? })
}

/// Keeps what they are to the person.
pub async fn say_relationship(app: Data<App>, visitor: Visitor, draft: Draft, fields: Fields) -> Result<HttpResponse, Problem> {
    let Some(relationship) = Relationship::from_code(fields.first("answer")) else {
        return unchosen(&app, &visitor, &draft, relationship_page(&visitor, &draft)?);
    };
    let (survey, id) = (draft.response.survey_id, draft.response.id);
    app.store.write("say relationship", move |tx| store::responses::set_relationship(tx, survey, id, relationship.code())).await?;
    Ok(reply::see_other(&format!("/s/{}/{}#", draft.key, after_who(&draft))))
}

/// Asks which service it is about. Where there are no services to choose from, it leads on.
pub async fn service(app: Data<App>, visitor: Visitor, draft: Draft) -> Result<HttpResponse, Problem> {
    match service_page(&app, &visitor, &draft).await? {
        Some(page) => draft.page(&app, &visitor, &page, StatusCode::OK),
        None => Ok(reply::see_other(&address(&draft.key, &draft.walk().resume()))),
    }
}

/// The services that a response may be about; none where it is known already, or the survey is about an event.
pub async fn services(app: &App, draft: &Draft) -> Result<Vec<Organisation>, Problem> {
    let programme = draft.journey.definition().programme.clone().unwrap_or_default();
    if programme == ENGAGEMENT || draft.response.episode_id.is_some() || draft.response.kiosk_id.is_some() {
        return Ok(Vec::new());
    }
    Ok(app.store.read("services", move |conn| organisations::providers_of(conn, &programme)).await?)
}

async fn service_page(app: &App, visitor: &Visitor, draft: &Draft) -> Result<Option<Question>, Problem> {
    let providers = services(app, draft).await?;
    if providers.is_empty() {
        return Ok(None);
    }
    let choice = |value: String, label: String, checked| Choice { value, label, hint: None, checked };
    let chosen = |id: OrganisationId| draft.response.organisation_id == Some(id);
    let mut options: Vec<Choice> =
        providers.into_iter().map(|provider| choice(provider.ods_code, provider.name, chosen(provider.id))).collect();
    options.push(choice(UNSURE.to_owned(), visitor.locale.t("question-service-unsure", &[])?, false));
    page(visitor, draft, "service", options).map(Some)
}

/// Keeps which service it is about.
pub async fn say_service(app: Data<App>, visitor: Visitor, draft: Draft, fields: Fields) -> Result<HttpResponse, Problem> {
    let chosen = fields.first("answer").to_owned();
    let providers = services(&app, &draft).await?;
    if providers.is_empty() {
        return Ok(reply::see_other(&address(&draft.key, &draft.walk().resume())));
    }
    let organisation = if chosen == UNSURE {
        None
    } else {
        match providers.into_iter().find(|provider| provider.ods_code == chosen) {
            Some(provider) => Some(provider.id),
            None => match service_page(&app, &visitor, &draft).await? {
                Some(page) => return unchosen(&app, &visitor, &draft, page),
                None => None,
            },
        }
    };
    let (survey, id) = (draft.response.survey_id, draft.response.id);
    app.store.write("say service", move |tx| store::responses::set_organisation(tx, survey, id, organisation)).await?;
    Ok(reply::see_other(&address(&draft.key, &draft.walk().resume())))
}

fn unchosen(app: &App, visitor: &Visitor, draft: &Draft, mut page: Question) -> Result<HttpResponse, Problem> {
    page.errors = vec![FieldError::new("answer", visitor.locale.t("validation-required-choice", &[])?)];
    draft.page(app, visitor, &page, view::INVALID)
}
