//! Changes what is planned for an event. Who changes an older state of it than the newest is told so, and keeps what they typed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::form::{Sheet, mark_one};
use super::keep::{self, Outcome};
use super::new::intro;
use super::offered::Offered;
use super::typed::{asked, asks, kept, posted};
use super::{own, words};
use crate::app::App;
use crate::domain::engagement::plan::Fault;
use crate::i18n::MissingMessage;
use crate::store::events::Event;
use crate::web::pages::form::{Back, Form};
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Why what was typed was not kept, besides what is wrong with it.
#[derive(Clone, Copy)]
enum Meanwhile {
    Nothing,
    /// Somebody changed the event.
    Stale,
    /// Somebody has begun to answer.
    Fixed,
}

/// Shows what is planned.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageEvents>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if event.called_off_at.is_some() {
        return Ok(reply::see_other(&words::at(&event)));
    }
    let offered = Offered::to(&app, &staff, Some(&event)).await?;
    let sheet = Sheet { locale: &visitor.locale, framework: &app.framework, offered: &offered, said: &kept(&app, &event, &offered) };
    let page = form(&sheet, &event, &[], Meanwhile::Nothing)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Keeps what is changed.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if event.called_off_at.is_some() {
        return Ok(reply::see_other(&words::at(&event)));
    }
    let offered = Offered::to(&app, &staff, Some(&event)).await?;
    let said = posted(&typed, &app.framework, &offered);
    let again = |faults: &[Fault], meanwhile: Meanwhile| {
        let sheet = Sheet { locale: &visitor.locale, framework: &app.framework, offered: &offered, said: &said };
        reply::staff_again(&app, &visitor, &form(&sheet, &event, faults, meanwhile)?, &staff)
    };
    let plan = match said.read(&offered.about(&app)) {
        Ok(plan) => plan,
        Err(faults) => return again(&faults, Meanwhile::Nothing),
    };
    if typed.first("revision") != event.revision.to_string() {
        return again(&[], Meanwhile::Stale);
    }
    // Somebody began to answer while the form was open: what was chosen to be asked is not let fall without a word.
    if offered.is_fixed && typed.first("asks") == "open" && asks(&typed, &app.framework) != asked(&event) {
        return again(&[], Meanwhile::Fixed);
    }
    match keep::change(&app, &staff, &event, &plan).await? {
        Outcome::Done(_) => Ok(reply::see_other(&format!("{}?done=changed#", words::at(&event)))),
        Outcome::Unfit => again(&[Fault::SurveyUnfit], Meanwhile::Nothing),
        Outcome::Stale => again(&[], Meanwhile::Stale),
        Outcome::Fixed => again(&[], Meanwhile::Fixed),
    }
}

fn form(sheet: &Sheet<'_>, event: &Event, faults: &[Fault], meanwhile: Meanwhile) -> Result<Form, MissingMessage> {
    let locale = sheet.locale;
    let mut fields = sheet.fields(faults)?;
    match meanwhile {
        Meanwhile::Nothing => {}
        Meanwhile::Stale => mark_one(locale, &mut fields, "title", "stale")?,
        Meanwhile::Fixed => mark_one(locale, &mut fields, "title", "fixed")?,
    }
    if !matches!(meanwhile, Meanwhile::Nothing)
        && let Some(title) = fields.iter_mut().find(|field| field.id == "title")
    {
        title.way = Some(Back { href: words::at(event), text: locale.t("engage-as-it-is", &[])? });
    }
    // The newest revision: who has read that somebody else changed it may keep what they typed all the same.
    let mut hidden = vec![Hidden::new("revision", event.revision.to_string())];
    if sheet.said.asks.is_some() {
        hidden.push(Hidden::new("asks", "open"));
    }
    Ok(Form {
        heading: locale.t("engage-edit-heading", &[])?,
        caption: Some(event.title.clone()),
        intro: intro(locale, sheet.offered)?,
        back: Back { href: words::at(event), text: event.title.clone() },
        action: format!("{}/edit", words::at(event)),
        hidden,
        fields,
        button: locale.t("engage-edit-button", &[])?,
        warning: false,
    })
}
