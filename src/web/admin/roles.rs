//! Giving and taking roles.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::account::again;
use super::fault::{Fault, Faults};
use super::invite::granted;
use super::{Subject, fields, typed};
use crate::app::App;
use crate::domain::access::{Action, Role, leaves_nobody};
use crate::store::accounts::{self, Grant};
use crate::store::ids::OrganisationId;
use crate::store::{Conn, audit, organisations, staff as rows};
use crate::web::form::Fields;
use crate::web::pages::admin::May;
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Whose roles may be changed: anybody's but one's own.
const OTHERS: [May; 2] = [May::Everything, May::Roles];

/// A role and where it is held, as the audit trail says it.
pub(super) fn words(grant: Grant) -> String {
    format!("{} in organisation:{}", grant.role.code(), grant.organisation.0)
}

/// Asks which role to give.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &OTHERS).await?;
    staff.fresh(&app, &format!("{}/roles", subject.at()))?;
    reply::staff_page(&app, &visitor, &form(&visitor, &subject, &Fields::default(), &Faults::default())?, &staff)
}

/// Gives a role.
pub async fn grant(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &OTHERS).await?;
    staff.fresh(&app, &format!("{}/roles", subject.at()))?;
    let mut faults = Faults::default();
    let role = faults.take("role", typed::role(typed.first("role")));
    let at = faults.take("organisation", subject.realm.chosen(typed.first("organisation")).ok_or(Fault::Organisation));
    if let Some((role, at)) = role.zip(at) {
        if !subject.realm.decides(role, at.id) {
            faults = Faults::one("role", Fault::Theirs(role));
            return reply::staff_again(&app, &visitor, &form(&visitor, &subject, &typed, &faults)?, &staff);
        }
        match give(&app, &staff, &subject, Grant { organisation: at.id, role }).await? {
            None => return Ok(reply::see_other(&subject.done("granted"))),
            Some(fault) => faults = Faults::one("role", fault),
        }
    }
    reply::staff_again(&app, &visitor, &form(&visitor, &subject, &typed, &faults)?, &staff)
}

/// Gives a role, or says why not. Giving one that is held changes nothing.
async fn give(app: &App, staff: &Staff<ManageAccounts>, subject: &Subject, grant: Grant) -> Result<Option<Fault>, Problem> {
    let (id, now, secret) = (subject.id(), app.clock.now().micros(), app.secret.clone());
    let event = subject.event(app, staff, Action::RoleGranted).within(grant.organisation.0).with(words(grant));
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let held = accounts::grants(tx, id)?;
        let organisation = organisations::get(tx, grant.organisation)?;
        let roles: Vec<Role> = held.iter().map(|grant| grant.role).collect();
        if let Err(fault) = granted(grant.role, &organisation, &roles) {
            return Ok(Some(fault));
        }
        if !held.contains(&grant) {
            accounts::grant(tx, id, grant, now)?;
            audit::add(tx, &secret, &event)?;
        }
        Ok(None)
    };
    Ok(app.store.write("grant role", work).await?)
}

/// Takes a role away.
pub async fn revoke(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &OTHERS).await?;
    staff.fresh(&app, &subject.at())?;
    let (Ok(role), Ok(organisation)) = (typed::role(typed.first("role")), typed.first("organisation").parse::<i64>()) else {
        return Err(Problem::Unreadable);
    };
    if !subject.realm.reach.reaches(organisation) {
        return Err(staff.refused(&app, &format!("organisation:{organisation}")).await);
    }
    match take(&app, &staff, &subject, Grant { organisation: OrganisationId(organisation), role }).await? {
        None => Ok(reply::see_other(&subject.done("revoked"))),
        Some(fault) => again(&app, &visitor, &staff, &subject, fault),
    }
}

/// Takes a role away, or says why not. Taking one that is not held changes nothing.
async fn take(app: &App, staff: &Staff<ManageAccounts>, subject: &Subject, grant: Grant) -> Result<Option<Fault>, Problem> {
    let (id, secret) = (subject.id(), app.secret.clone());
    let event = subject.event(app, staff, Action::RoleRevoked).within(grant.organisation.0).with(words(grant));
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let goes = |(account, at): &(_, _)| *account == id && *at == grant.organisation;
        if grant.role == Role::Administrator && leaves_nobody(&rows::keepers(tx)?, goes) {
            return Ok(Some(Fault::Last));
        }
        if rows::revoke(tx, id, grant)? {
            audit::add(tx, &secret, &event)?;
        }
        Ok(None)
    };
    Ok(app.store.write("revoke role", work).await?)
}

fn form(visitor: &Visitor, subject: &Subject, typed: &Fields, faults: &Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let made = vec![
        fields::role(locale, typed.first("role"))?,
        fields::organisation(locale, "organisation", &subject.realm, typed.first("organisation"))?,
    ];
    let name = subject.entry.account.name.clone();
    Ok(Form {
        heading: locale.t("admin-form-role", &[])?,
        caption: Some(name.clone()),
        intro: Vec::new(),
        back: Back { href: subject.at(), text: name },
        action: format!("{}/roles", subject.at()),
        hidden: Vec::new(),
        fields: fields::marked(locale, made, faults)?,
        button: locale.t("admin-form-role-button", &[])?,
        warning: false,
    })
}
