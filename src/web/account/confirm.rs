//! Showing again who one is, before something dangerous: the password and, for those who have an app, a code, for others their
//! passkey. The session goes on under a new token.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::asking::{self, Wrong};
use super::confirm_passkey;
use super::proof::{self, Shown};
use super::sign_in::{Next, onto};
use crate::app::App;
use crate::domain::access::Action;
use crate::secret::token_hash;
use crate::store::{Conn, accounts, audit, second_factors, sessions};
use crate::web::pages::door::Confirm;
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::right::SignedIn;
use crate::web::staff::{Member, SESSION, Staff};
use crate::web::visitor::Visitor;
use crate::web::{cookie, reply};

/// Asks who they are.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, next: Query<Next>) -> Result<HttpResponse, Problem> {
    let page = page(&app, &staff, &next.next).await?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Takes password and code.
pub async fn check(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, form: Posted) -> Result<HttpResponse, Problem> {
    let page = page(&app, &staff, form.first("next")).await?;
    let (password, code) = (form.first("password"), page.asks_code.then(|| form.first("code").trim()));
    let mut wrong = Vec::new();
    if password.is_empty() {
        wrong.push(Wrong::new("password", "sign-in-password-empty"));
    }
    if code.is_some_and(str::is_empty) {
        wrong.push(Wrong::new("code", "sign-in-code-empty"));
    }
    if wrong.is_empty() {
        wrong.extend(fault(&app, &visitor, &staff, password, code).await?);
    }
    if wrong.is_empty() {
        let next = form.first("next");
        if page.then_passkey {
            return confirm_passkey::begin(&app, &staff, next).await;
        }
        return renew(&app, &staff, onto(next)).await;
    }
    let page = Confirm { errors: asking::errors(&visitor, &wrong)?, ..page };
    Ok(asking::again(reply::staff_again(&app, &visitor, &page, &staff)?, &wrong))
}

/// What is wrong with what they typed. The code is looked at only after a right password.
async fn fault(app: &App, visitor: &Visitor, staff: &Member, password: &str, code: Option<&str>) -> Result<Option<Wrong>, Problem> {
    match proof::password(app, visitor, &staff.email, password).await? {
        Shown::Right(_) => {}
        Shown::Wrong => return Ok(Some(Wrong::new("password", "sign-in-password-wrong"))),
        Shown::Wait(seconds) => return Ok(Some(Wrong::wait("password", seconds))),
    }
    let Some(code) = code else { return Ok(None) };
    Ok(match proof::code(app, visitor, staff.account, code).await? {
        Shown::Right(_) => None,
        Shown::Wrong => Some(Wrong::new("code", "sign-in-code-wrong")),
        Shown::Wait(seconds) => Some(Wrong::wait("code", seconds)),
    })
}

/// Notes it, and gives the session a new token.
pub(super) async fn renew(app: &App, staff: &Member, to: &str) -> Result<HttpResponse, Problem> {
    let token = app.random.token();
    let (before, fresh, now) = (staff.session.clone(), token_hash(&token), app.clock.now().micros());
    let (event, secret) = (staff.event(app, Action::Confirmed).about(format!("account:{}", staff.account.0)), app.secret.clone());
    let work = move |tx: &mut Conn| {
        sessions::confirmed(tx, &before, &fresh, now)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("confirm", work).await?;
    let mut answer = reply::see_other(&format!("{to}#"));
    let cookie = cookie::make(&app.settings, SESSION, token, None);
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

async fn page(app: &App, staff: &Member, next: &str) -> Result<Confirm, Problem> {
    let id = staff.account;
    let find = move |conn: &mut Conn| Ok((accounts::get(conn, id)?, second_factors::of(conn, id)?));
    let (account, factors) = app.store.read("second factors", find).await?;
    let has = |kind: &str| factors.iter().any(|factor| factor.kind == kind);
    Ok(Confirm {
        has_password: account.password_hash.is_some(),
        asks_code: has(second_factors::TOTP),
        then_passkey: has(second_factors::PASSKEY) && !has(second_factors::TOTP),
        errors: Vec::new(),
        hidden: vec![Hidden::new("next", next)],
    })
}
