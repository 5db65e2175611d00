//! Noting what somebody asks for, and what became of it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use jiff::civil::Date;

use super::{Opened, open};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::rights::{Kind, Outcome, due};
use crate::i18n::MissingMessage;
use crate::store::days::day;
use crate::store::rights::{self, Request};
use crate::store::{Conn, audit};
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks what they ask for, and when that came.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    let page = form(&visitor, &opened, "", &app.clock.today().to_string(), &[])?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Notes it.
pub async fn add(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageRights>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    let (kind, received) = (typed.first("kind"), typed.first("received").trim());
    let read = (Kind::from_code(kind), received.parse::<Date>().ok().filter(|day| *day <= app.clock.today()));
    let (Some(right), Some(day_received)) = read else {
        let mut wrong = Vec::new();
        if read.0.is_none() {
            wrong.push(("kind", "rights-kind-empty"));
        }
        if read.1.is_none() {
            wrong.push(("received", "rights-received-wrong"));
        }
        let page = form(&visitor, &opened, kind, received, &wrong)?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    };
    let request = Request {
        organisation_id: opened.organisation(),
        id: app.random.id(&app.clock),
        person_id: opened.person(),
        kind: right.code().to_owned(),
        received_day: day(day_received),
        due_day: day(due(day_received)),
        noted_by: staff.account,
        done_at: None,
        outcome: None,
    };
    let (event, secret) = (opened.event(&app, &staff, Action::RightsRequested).with(right.code()), app.secret.clone());
    let work = move |tx: &mut Conn| {
        if rights::add(tx, &request)? { audit::add(tx, &secret, &event) } else { Ok(()) }
    };
    app.store.write("rights request", work).await?;
    Ok(reply::see_other(&opened.at()))
}

/// Notes what became of it. A second press changes nothing.
pub async fn close(
    app: Data<App>,
    staff: Staff<ManageRights>,
    path: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (id, number) = path.into_inner();
    let opened = open(&app, &staff, &id).await?;
    let known = opened.record.requests.iter().find(|request| request.id.to_string() == number);
    let (Some(request), Some(outcome)) = (known, Outcome::from_code(typed.first("outcome"))) else { return Err(Problem::NotFound) };
    let (organisation, number, now, secret) = (opened.organisation(), request.id, app.clock.now().micros(), app.secret.clone());
    let event = opened.event(&app, &staff, Action::RightsAnswered).with(format!("{}: {}", request.kind, outcome.code()));
    let work = move |tx: &mut Conn| {
        if rights::close(tx, organisation, number, outcome.code(), now)? {
            audit::add(tx, &secret, &event)?;
        }
        Ok(())
    };
    app.store.write("rights answered", work).await?;
    Ok(reply::see_other(&opened.at()))
}

fn form(visitor: &Visitor, opened: &Opened, kind: &str, received: &str, wrong: &[(&str, &str)]) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let choice = |kind: &Kind| {
        let explain = locale.t(&format!("rights-kind-{}-explain", kind.code()), &[])?;
        Ok(Choice::new(kind.code(), locale.t(&format!("rights-kind-{}", kind.code()), &[])?).hinted(explain))
    };
    let kinds = Kind::ALL.iter().map(choice).collect::<Result<Vec<_>, MissingMessage>>()?;
    let input = Input::Radios { options: Field::options("kind", kinds, kind) };
    let day = Field::new("received", locale.t("rights-received", &[])?, Input::Text { value: received.to_owned() });
    let mut fields =
        vec![Field::new("kind", locale.t("rights-request-kind", &[])?, input), day.hinted(locale.t("rights-received-hint", &[])?)];
    for (at, key) in wrong {
        if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
            field.errors.push(FieldError::new(*at, locale.t(key, &[])?));
        }
    }
    Ok(Form {
        heading: locale.t("rights-request-heading", &[])?,
        caption: None,
        intro: vec![locale.t("rights-request-intro", &[])?],
        back: Back { href: opened.at(), text: locale.t("rights-record", &[])? },
        action: format!("{}/request", opened.at()),
        hidden: Vec::new(),
        fields,
        button: locale.t("rights-request-button", &[])?,
        warning: false,
    })
}
