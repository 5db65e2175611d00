//! Changing the name, email address, employer and language of an account. When the address changes, both addresses are told.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::{Fault, Faults};
use super::{Subject, fields, typed};
use crate::app::App;
use crate::domain::access::Action;
use crate::messages::{Change, Notice};
use crate::store::accounts::Account;
use crate::store::error::Constraint;
use crate::store::letters::{self, Waiting};
use crate::store::{Conn, Error, audit, one_time_links, staff as rows};
use crate::web::form::Fields;
use crate::web::letter::{letter, moment};
use crate::web::pages::admin::May;
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageAccounts;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Whose account may be changed: one's own too, but not the employer.
const WHOSE: [May; 2] = [May::Everything, May::Own];

/// Asks what to change.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageAccounts>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &WHOSE).await?;
    staff.fresh(&app, &format!("{}/details", subject.at()))?;
    let page = form(&app, &visitor, &subject, None, &Faults::default())?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Changes it.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageAccounts>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let subject = Subject::load(&app, &staff, *id).await?.allowing(&app, &staff, &WHOSE).await?;
    staff.fresh(&app, &format!("{}/details", subject.at()))?;
    let faults = match read(&app, &subject, &typed) {
        Ok(account) => match keep(&app, &staff, &subject, account).await {
            Ok(()) => return Ok(reply::see_other(&subject.done("changed"))),
            Err(Refusal::Taken) => Faults::one("email", Fault::EmailTaken),
            Err(Refusal::Problem(problem)) => return Err(problem),
        },
        Err(faults) => faults,
    };
    reply::staff_again(&app, &visitor, &form(&app, &visitor, &subject, Some(&typed), &faults)?, &staff)
}

/// Why nothing was changed.
enum Refusal {
    Taken,
    Problem(Problem),
}

/// The account as it was typed.
fn read(app: &App, subject: &Subject, typed: &Fields) -> Result<Account, Faults> {
    let before = &subject.entry.account;
    let mut faults = Faults::default();
    let name = faults.take("name", typed::name(typed.first("name")));
    let email = faults.take("email", typed::email(typed.first("email")));
    let employer = if subject.may == May::Own {
        Some(before.organisation_id)
    } else {
        let chosen = subject.realm.chosen(typed.first("employer")).map(|organisation| organisation.id);
        faults.take("employer", chosen.ok_or(Fault::Employer))
    };
    let language = faults.take("language", typed::language(app, typed.first("language")));
    match (name, email, employer, language) {
        (Some(name), Some(email), Some(organisation_id), Some(language)) => {
            Ok(Account { email, name, language, organisation_id, ..before.clone() })
        }
        _ => Err(faults),
    }
}

async fn keep(app: &App, staff: &Staff<ManageAccounts>, subject: &Subject, account: Account) -> Result<(), Refusal> {
    let before = &subject.entry.account;
    let changed = changes(before, &account);
    if changed.is_empty() {
        return Ok(());
    }
    let is_moved = before.email != account.email;
    let letters = if is_moved { told(app, before, &account).map_err(Refusal::Problem)? } else { Vec::new() };
    let event = subject.event(app, staff, Action::AccountChanged).with(changed.join("; "));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        rows::change(tx, &account)?;
        if is_moved {
            one_time_links::revoke(tx, account.id)?;
        }
        letters.iter().try_for_each(|letter| letters::add(tx, letter))?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("change account", work).await.map_err(|why| match why {
        Error::Taken(Constraint::AccountEmail) => Refusal::Taken,
        why => Refusal::Problem(why.into()),
    })
}

/// What changed, for the audit trail.
fn changes(before: &Account, after: &Account) -> Vec<String> {
    let changed = |what: &str, before: &str, after: &str| (before != after).then(|| format!("{what} {before} → {after}"));
    let employer = |account: &Account| format!("organisation:{}", account.organisation_id.0);
    let all = [
        changed("name", &before.name, &after.name),
        changed("email", &before.email, &after.email),
        changed("employer", &employer(before), &employer(after)),
        changed("language", &before.language, &after.language),
    ];
    all.into_iter().flatten().collect()
}

/// The letters that say the address has changed: to the earlier one and to the new one.
fn told(app: &App, before: &Account, after: &Account) -> Result<Vec<Waiting>, Problem> {
    let notice = Notice::Changed { name: after.name.clone(), what: Change::Email, at: moment(app) };
    let letters = [before, after].map(|account| letter(app, account, &notice));
    letters.into_iter().filter_map(Result::transpose).collect()
}

fn form(app: &App, visitor: &Visitor, subject: &Subject, typed: Option<&Fields>, faults: &Faults) -> Result<Form, Problem> {
    let (locale, account) = (&visitor.locale, &subject.entry.account);
    let employer_now = account.organisation_id.0.to_string();
    let value = |field: &str, now: &str| typed.map_or_else(|| now.to_owned(), |typed| typed.first(field).to_owned());
    let mut made =
        vec![fields::text(locale, "name", "name", &value("name", &account.name))?, fields::email(locale, &value("email", &account.email))?];
    if subject.may != May::Own {
        made.push(fields::organisation(locale, "employer", &subject.realm, &value("employer", &employer_now))?);
    }
    made.push(fields::language(app, locale, &value("language", &account.language))?);
    let intro = app.mailer.is_some().then(|| locale.t("admin-form-details-intro", &[])).transpose()?;
    Ok(Form {
        heading: locale.t("admin-form-details", &[])?,
        caption: Some(account.name.clone()),
        intro: intro.into_iter().collect(),
        back: Back { href: subject.at(), text: account.name.clone() },
        action: format!("{}/details", subject.at()),
        hidden: Vec::new(),
        fields: fields::marked(locale, made, faults)?,
        button: locale.t("admin-form-save", &[])?,
        warning: false,
    })
}
