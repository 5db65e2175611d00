//! Changing one's password while signed in. It takes the current one, and signs the person out everywhere else.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::asking::{self, Wrong};
use super::chosen;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::access::password::Fault;
use crate::messages::Change;
use crate::store::accounts::{self, Account};
use crate::store::{Conn, audit, letters, one_time_links, sessions};
use crate::web::letter;
use crate::web::pages::part::FieldError;
use crate::web::pages::password::ChangePassword;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SignedIn;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// Asks for the current password and the new one.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>) -> Result<HttpResponse, Problem> {
    let account = own(&app, &staff).await?;
    reply::staff_page(&app, &visitor, &page(&account, Vec::new()), &staff)
}

/// Changes the password.
pub async fn change(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, form: Posted) -> Result<HttpResponse, Problem> {
    let account = own(&app, &staff).await?;
    let (typed, new) = (form.first("current"), form.first("password"));
    let wrong = if typed.is_empty() {
        Some(Wrong::new("current", "password-current-none"))
    } else {
        chosen::current(&app, &visitor, &account, "current", typed).await?
    };
    if let Some(wrong) = wrong {
        let page = page(&account, asking::errors(&visitor, &[wrong])?);
        return Ok(asking::again(reply::staff_again(&app, &visitor, &page, &staff)?, &[wrong]));
    }
    let judged = if new == typed {
        Err(chosen::refused(&visitor.locale, &Fault::Same)?)
    } else {
        chosen::hashed(&app, &visitor.locale, &account, new).await?
    };
    match judged {
        Ok(hash) => keep(&app, &staff, &account, hash).await?,
        Err(wrong) => return reply::staff_again(&app, &visitor, &page(&account, vec![wrong]), &staff),
    }
    Ok(reply::see_other("/account?done=password#"))
}

async fn own(app: &App, staff: &Member) -> Result<Account, Problem> {
    let id = staff.account;
    Ok(app.store.read("own account", move |conn| accounts::get(conn, id)).await?)
}

/// Keeps the new password. Every other session and every link of the account is over.
async fn keep(app: &App, staff: &Member, account: &Account, password: String) -> Result<(), Problem> {
    let (id, session, secret) = (account.id, staff.session.clone(), app.secret.clone());
    let event = staff.event(app, Action::PasswordChanged).about(format!("account:{}", id.0));
    let letter = letter::changed(app, account, Change::Password)?;
    let work = move |tx: &mut Conn| {
        accounts::set_password(tx, id, &password)?;
        sessions::end_others(tx, id, &session)?;
        one_time_links::revoke(tx, id)?;
        audit::add(tx, &secret, &event)?;
        letter.iter().try_for_each(|letter| letters::add(tx, letter))
    };
    app.store.write("change password", work).await?;
    letter::posted(app);
    Ok(())
}

fn page(account: &Account, errors: Vec<FieldError>) -> ChangePassword {
    ChangePassword { has_password: account.password_hash.is_some(), email: account.email.clone(), errors }
}
