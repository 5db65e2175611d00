//! Legal holds: placed with a reason, and lifted.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{Opened, open};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::holds::{self, Hold};
use crate::store::{Conn, audit};
use crate::web::pages::form::{Back, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The fewest and the most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 5..=500;

/// Asks why.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &opened, "", false)?, &staff)
}

/// Places a hold.
pub async fn place(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageRights>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    let reason = typed.first("reason").trim().to_owned();
    if !REASON.contains(&reason.chars().count()) {
        return reply::staff_again(&app, &visitor, &form(&visitor, &opened, &reason, true)?, &staff);
    }
    let hold = Hold {
        organisation_id: opened.organisation(),
        id: app.random.id(&app.clock),
        person_id: opened.person(),
        reason: reason.clone(),
        placed_by: staff.account,
        placed_at: app.clock.now().micros(),
        lifted_at: None,
    };
    let (event, secret) = (opened.event(&app, &staff, Action::HoldPlaced).because(reason), app.secret.clone());
    let work = move |tx: &mut Conn| {
        if holds::place(tx, &hold)? { audit::add(tx, &secret, &event) } else { Ok(()) }
    };
    app.store.write("hold placed", work).await?;
    Ok(reply::see_other(&opened.at()))
}

/// Lifts a hold. A second press changes nothing.
pub async fn lift(
    app: Data<App>,
    staff: Staff<ManageRights>,
    path: Path<(String, String)>,
    _form: Posted,
) -> Result<HttpResponse, Problem> {
    let (id, number) = path.into_inner();
    let opened = open(&app, &staff, &id).await?;
    let number: i64 = number.parse().map_err(|_| Problem::NotFound)?;
    let (organisation, person, now, secret) = (opened.organisation(), opened.person(), app.clock.now().micros(), app.secret.clone());
    let event = opened.event(&app, &staff, Action::HoldLifted);
    let work = move |tx: &mut Conn| {
        let is_theirs = holds::of_person(tx, organisation, person)?.iter().any(|hold| hold.id == number);
        if is_theirs && holds::lift(tx, organisation, number, now)? {
            audit::add(tx, &secret, &event)?;
        }
        Ok(())
    };
    app.store.write("hold lifted", work).await?;
    Ok(reply::see_other(&opened.at()))
}

fn form(visitor: &Visitor, opened: &Opened, reason: &str, is_wrong: bool) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let mut why = Field::new("reason", locale.t("rights-hold-reason", &[])?, Input::Lines { value: reason.to_owned() });
    why = why.hinted(locale.t("rights-hold-reason-hint", &[])?);
    if is_wrong {
        why.errors.push(FieldError::new("reason", locale.t("rights-reason-wrong", &[])?));
    }
    Ok(Form {
        heading: locale.t("rights-hold-heading", &[])?,
        caption: None,
        intro: vec![locale.t("rights-hold-intro", &[])?],
        back: Back { href: opened.at(), text: locale.t("rights-record", &[])? },
        action: format!("{}/hold", opened.at()),
        hidden: Vec::new(),
        fields: vec![why],
        button: locale.t("rights-hold-button", &[])?,
        warning: false,
    })
}
