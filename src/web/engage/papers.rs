//! Papers that were filled in at an event, typed one after another: the whole survey on one page, once, and then the next. What
//! was typed last can be taken back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::own;
use super::paper_desk::{self as desk, Desk, Key};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::{Conn, audit, event_papers, withdrawals};
use crate::web::form::Fields;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What the paper before had, which the next one has too.
#[derive(Debug, Default, Deserialize)]
pub struct Before {
    /// The day that stands on it.
    #[serde(default)]
    on: String,
    /// The number of its language.
    #[serde(default, rename = "in")]
    language: String,
}

/// Shows an empty form, with the day and the language of the paper before.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    before: Query<Before>,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if let Some(none) = desk::closed(&event, app.clock.now()) {
        return reply::staff_page(&app, &visitor, &none, &staff);
    }
    let desk = Desk::of(&app, &visitor, event).await?;
    let Before { on, language } = before.into_inner();
    let typed = Fields::of(vec![(desk::DAY.to_owned(), on), (desk::LANGUAGE.to_owned(), language)]);
    reply::staff_page(&app, &visitor, &desk.page(&staff, &typed, &[]).await?, &staff)
}

/// Sends what was typed, and leads to the form for the next paper.
pub async fn keep(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if let Some(none) = desk::closed(&event, app.clock.now()) {
        return reply::staff_again(&app, &visitor, &none, &staff);
    }
    let desk = Desk::of(&app, &visitor, event).await?;
    let paper = Key::Enter.read(&app, &staff, desk.survey(), typed.first("paper"))?;
    match desk.read(&typed)? {
        Ok(said) => {
            if !desk.send(&visitor, &staff, paper, said).await? {
                let page = desk.page(&staff, &typed.without("paper"), &desk.taken_back()?).await?;
                return reply::staff_again(&app, &visitor, &page, &staff);
            }
        }
        Err(errors) => return reply::staff_again(&app, &visitor, &desk.page(&staff, &typed, &errors).await?, &staff),
    }
    let (on, language) = (reply::encoded(typed.first(desk::DAY)), reply::encoded(typed.first(desk::LANGUAGE)));
    Ok(reply::see_other(&format!("{}?on={on}&in={language}#", desk.address())))
}

/// Takes back the paper that was entered last. A second press of the button finds it taken back, and changes nothing.
pub async fn take_back(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, typed: Posted) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let survey = event.survey_id.ok_or(Problem::NotFound)?;
    let paper = Key::TakeBack.read(&app, &staff, survey, typed.first("paper"))?;
    let (account, secret, now) = (staff.account, app.secret.clone(), app.clock.now());
    let definitions = app.definitions_of(&event.survey_key());
    let done = staff.event(&app, Action::EventPaperTakenBack).about(format!("event:{}", event.id.0)).within(event.organisation_id.0);
    let work = move |tx: &mut Conn| {
        let last = event_papers::of(tx, survey, account)?.last;
        let is_last = last.is_some_and(|last| last.id == paper && desk::is_lately(&last, now));
        if is_last && withdrawals::withdraw(tx, survey, paper, now.micros(), &definitions)? {
            audit::add(tx, &secret, &done)?;
        }
        Ok(())
    };
    app.store.write("take back paper", work).await?;
    Ok(reply::see_other(&format!("{}#", desk::address(&event))))
}
