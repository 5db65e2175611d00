//! Plans a new event.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::form::Sheet;
use super::keep::{self, Outcome};
use super::offered::Offered;
use super::typed::{fresh, posted};
use crate::app::App;
use crate::domain::engagement::plan::{Fault, PlanFields};
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks what is planned. Where no team looks at alerts, no event can be planned: the list says so.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>) -> Result<HttpResponse, Problem> {
    let offered = Offered::to(&app, &staff, None).await?;
    if offered.teams.is_empty() {
        return Ok(reply::see_other("/engage"));
    }
    let page = form(&app, &visitor.locale, &offered, &fresh(&offered), &[])?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Keeps what is planned.
pub async fn add(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, typed: Posted) -> Result<HttpResponse, Problem> {
    let offered = Offered::to(&app, &staff, None).await?;
    let said = posted(&typed, &app.framework, &offered);
    let again = |faults: &[Fault]| {
        let page = form(&app, &visitor.locale, &offered, &said, faults)?;
        reply::staff_again(&app, &visitor, &page, &staff)
    };
    let plan = match said.read(&offered.about(&app)) {
        Ok(plan) => plan,
        Err(faults) => return again(&faults),
    };
    match keep::add(&app, &staff, &plan).await? {
        Outcome::Done(id) => Ok(reply::see_other(&format!("/engage/{}?done=planned#", id.0))),
        Outcome::Unfit | Outcome::Stale | Outcome::Fixed => again(&[Fault::SurveyUnfit]),
    }
}

fn form(app: &App, locale: &Locale, offered: &Offered, said: &PlanFields, faults: &[Fault]) -> Result<Form, MissingMessage> {
    let fields = Sheet { locale, framework: &app.framework, offered, said }.fields(faults)?;
    Ok(Form {
        heading: locale.t("engage-new-heading", &[])?,
        caption: None,
        intro: intro(locale, offered)?,
        back: Back { href: "/engage".to_owned(), text: locale.t("engage-title", &[])? },
        action: "/engage/new".to_owned(),
        hidden: Vec::new(),
        fields,
        button: locale.t("engage-new-button", &[])?,
        warning: false,
    })
}

/// What is said before the fields: what was there when the form was opened may be gone when it is sent.
pub(super) fn intro(locale: &Locale, offered: &Offered) -> Result<Vec<String>, MissingMessage> {
    let mut intro = Vec::new();
    if offered.teams.is_empty() {
        intro.push(locale.t("engage-no-team", &[])?);
    }
    if offered.is_fixed {
        intro.push(locale.t("engage-fixed", &[])?);
    }
    Ok(intro)
}
