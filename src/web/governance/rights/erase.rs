//! Erasing a person. It asks why, what becomes of what they said, and who is asking once more; it cannot be undone.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{Opened, open};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::erasure::{self, Answers, Order, Outcome};
use crate::store::{Conn, audit};
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The fewest and the most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 5..=500;

/// Asks why, and what becomes of what they said.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageRights>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    staff.fresh(&app, &format!("{}/erase", opened.at()))?;
    if opened.is_erased() {
        return Ok(reply::see_other(&opened.at()));
    }
    reply::staff_page(&app, &visitor, &form(&visitor, &opened, ("", ""), &[])?, &staff)
}

/// Erases.
pub async fn erase(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageRights>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    staff.fresh(&app, &format!("{}/erase", opened.at()))?;
    let (answers, reason) = (typed.first("answers"), typed.first("reason").trim());
    let mut wrong = Vec::new();
    let chosen = Answers::from_code(answers);
    if chosen.is_none() {
        wrong.push(("answers", "rights-erase-answers-empty"));
    }
    if !REASON.contains(&reason.chars().count()) {
        wrong.push(("reason", "rights-reason-wrong"));
    }
    if let (Some(chosen), true) = (chosen, wrong.is_empty()) {
        match carry_out(&app, &staff, &opened, chosen, reason).await? {
            Outcome::Erased(_) | Outcome::Already => return Ok(reply::see_other(&opened.at())),
            Outcome::Held => wrong.push(("reason", "rights-erase-held")),
        }
    }
    reply::staff_again(&app, &visitor, &form(&visitor, &opened, (answers, reason), &wrong)?, &staff)
}

async fn carry_out(app: &App, staff: &Staff<ManageRights>, opened: &Opened, answers: Answers, reason: &str) -> Result<Outcome, Problem> {
    let order = Order {
        id: app.random.id(&app.clock),
        organisation: opened.organisation(),
        person: opened.person(),
        by: Some(staff.account),
        reason: reason.to_owned(),
        answers,
        at: app.clock.now().micros(),
    };
    let (definitions, secret) = (app.all_definitions().await?, app.secret.clone());
    let event = opened.event(app, staff, Action::PersonErased).because(reason.to_owned()).with(format!("answers {}", answers.code()));
    let work = move |tx: &mut Conn| {
        let outcome = erasure::erase(tx, &order, &definitions)?;
        if matches!(outcome, Outcome::Erased(_)) {
            audit::add(tx, &secret, &event)?;
        }
        Ok(outcome)
    };
    let outcome = app.store.write("person erased", work).await?;
    if matches!(outcome, Outcome::Erased(_)) {
        app.store.scrub().await?;
    }
    Ok(outcome)
}

fn form(visitor: &Visitor, opened: &Opened, typed: (&str, &str), wrong: &[(&str, &str)]) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let mut options = Vec::new();
    for answers in Answers::ALL {
        let key = format!("rights-erase-answers-{}", answers.code());
        options.push(Choice::new(answers.code(), locale.t(&key, &[])?).hinted(locale.t(&format!("{key}-explain"), &[])?));
    }
    let input = Input::Radios { options: Field::options("answers", options, typed.0) };
    let why = Field::new("reason", locale.t("rights-erase-reason", &[])?, Input::Lines { value: typed.1.to_owned() });
    let mut fields =
        vec![Field::new("answers", locale.t("rights-erase-answers", &[])?, input), why.hinted(locale.t("rights-erase-reason-hint", &[])?)];
    for (at, key) in wrong {
        if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
            field.errors.push(FieldError::new(*at, locale.t(key, &[])?));
        }
    }
    Ok(Form {
        heading: locale.t("rights-erase-heading", &[])?,
        caption: opened.demographics.as_ref().map(crate::domain::care::demographics::Demographics::name),
        intro: vec![locale.t("rights-erase-intro", &[])?, locale.t("rights-erase-published", &[])?],
        back: Back { href: opened.at(), text: locale.t("rights-record", &[])? },
        action: format!("{}/erase", opened.at()),
        hidden: Vec::new(),
        fields,
        button: locale.t("rights-erase-button", &[])?,
        warning: true,
    })
}
