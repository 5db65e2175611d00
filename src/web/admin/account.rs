//! One account, and what may be done with it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::fault::{Fault, role_name};
use super::{Done, Subject, moment};
use crate::app::App;
use crate::domain::access::Role;
use crate::domain::survey::text::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::store::organisations::Organisation;
use crate::web::pages::admin::{Account, HeldRole, May, Revoke};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What may have been done to an account a moment ago.
const DONE: [&str; 7] = ["invited", "changed", "granted", "revoked", "reset", "deactivated", "activated"];

/// Shows an account.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?;
    let page = Account { done: done.sentence(&visitor.locale, &DONE)?, ..page(&app, &visitor.locale, &subject)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The page again, with what was not done.
pub(super) fn again(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ManageAccounts>,
    subject: &Subject,
    fault: Fault,
) -> Result<HttpResponse, Problem> {
    let errors = vec![FieldError::new("roles", fault.sentence(&visitor.locale)?)];
    reply::staff_again(app, visitor, &Account { errors, ..page(app, &visitor.locale, subject)? }, staff)
}

fn page(app: &App, locale: &Locale, subject: &Subject) -> Result<Account, MissingMessage> {
    let Subject { entry, realm, may } = subject;
    let account = &entry.account;
    let spoken = Language::parse(&account.language).and_then(|language| app.locales.find(&language));
    let held = |(role, organisation): &(Role, Organisation)| {
        let may_revoke = *may != May::Own && realm.reach.reaches(organisation.id.0);
        Ok(HeldRole {
            role: role_name(locale, *role)?,
            organisation: organisation.name.clone(),
            revoke: may_revoke.then(|| Revoke { role: role.code().to_owned(), organisation: organisation.id.0.to_string() }),
        })
    };
    Ok(Account {
        at: subject.at(),
        name: account.name.clone(),
        email: account.email.clone(),
        employer: entry.employer.clone(),
        language: spoken.map_or_else(|| Ok(account.language.clone()), |spoken| spoken.name())?,
        state: entry.state().into(),
        last_signed_in: entry.last_signed_in.map(|at| moment(app, locale, at)),
        roles: entry.roles.iter().map(held).collect::<Result<_, MissingMessage>>()?,
        may: *may,
        done: None,
        errors: Vec::new(),
    })
}
