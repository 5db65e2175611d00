//! Passwords that somebody typed: a new one is judged and hashed before any transaction begins, and what is wrong with it is
//! said in words; the current one is checked at the pace of the door.

use super::asking::Wrong;
use super::proof::{self, Shown};
use crate::app::App;
use crate::domain::access::password::{Fault, PASSWORD_LEAST, PASSWORD_MOST, own_words};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::password::Refused;
use crate::store::accounts::Account;
use crate::store::organisations;
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// Checks the current password of an account at the pace of the door, and says what is wrong with it, if anything is.
pub(super) async fn current(
    app: &App,
    visitor: &Visitor,
    account: &Account,
    at: &'static str,
    typed: &str,
) -> Result<Option<Wrong>, Problem> {
    Ok(match proof::password(app, visitor, &account.email, typed).await? {
        Shown::Right(_) => None,
        Shown::Wrong => Some(Wrong::new(at, "password-current-wrong")),
        Shown::Wait(seconds) => Some(Wrong::wait(at, seconds)),
    })
}

/// The hash of a new password, or what is wrong with it.
pub(super) async fn hashed(app: &App, locale: &Locale, account: &Account, typed: &str) -> Result<Result<String, FieldError>, Problem> {
    if typed.is_empty() {
        return Ok(Err(FieldError::new("password", locale.t("password-none", &[])?)));
    }
    let employer = account.organisation_id;
    let employer = app.store.read("employer", move |conn| organisations::get(conn, employer)).await?;
    let around = format!("{} {}", employer.name, app.settings.organisation);
    match app.passwords.choose(typed.to_owned(), own_words(&account.name, &account.email, &around)).await {
        Ok(hash) => Ok(Ok(hash)),
        Err(Refused::Fault(fault)) => Ok(Err(refused(locale, &fault)?)),
        Err(Refused::Failure(why)) => Err(Problem::Internal(why.to_string())),
    }
}

/// What is wrong with a new password, at its field.
pub(super) fn refused(locale: &Locale, fault: &Fault) -> Result<FieldError, MissingMessage> {
    let number = |number: usize| Argument::from(i64::try_from(number).unwrap_or(i64::MAX));
    let mut said = match fault {
        Fault::TooShort => locale.t(fault.key(), &[("least", number(PASSWORD_LEAST))])?,
        Fault::TooLong => locale.t(fault.key(), &[("most", number(PASSWORD_MOST))])?,
        _ => locale.t(fault.key(), &[])?,
    };
    if let Fault::Guessable(advice) = fault {
        for one in advice {
            said.push(' ');
            said.push_str(&locale.t(one.key(), &[])?);
        }
    }
    Ok(FieldError::new("password", said))
}
