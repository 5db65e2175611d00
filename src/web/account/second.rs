//! The second half of the door: a code from an app, a recovery code or a passkey.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};

use super::asking::{self, Wrong};
use super::proof::{self, Shown};
use super::sign_in::{Next, onto};
use super::tries::Tries;
use crate::app::App;
use crate::messages::Notice;
use crate::store::second_factors::{self, SecondFactor};
use crate::store::{Conn, accounts, letters, sessions, throttles};
use crate::web::letter::{letter, moment, posted};
use crate::web::pages::door::Second;
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::session::{self, Beginning};
use crate::web::staff::{HalfSigned, form_token};
use crate::web::visitor::Visitor;

/// Asks for the second factor. Who came with a one-time link and has none sets one up.
pub async fn show(app: Data<App>, visitor: Visitor, half: HalfSigned, next: Query<Next>) -> Result<HttpResponse, Problem> {
    let factors = factors(&app, &half).await?;
    let page = page(&app, &half, &factors, &next.next);
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Takes a code, and begins the whole session under a new token.
pub async fn check(app: Data<App>, visitor: Visitor, half: HalfSigned, form: Posted) -> Result<HttpResponse, Problem> {
    let factors = factors(&app, &half).await?;
    let typed = form.first("code").trim();
    let wrong = if typed.is_empty() {
        Wrong::new("code", "sign-in-code-empty")
    } else {
        match proof::code(&app, &visitor, half.account, typed).await? {
            Shown::Right(factor) => {
                let replaces = Some(half.session.clone());
                let beginning = Beginning { account: half.account, factor: Some(factor), is_enrolling: false, replaces };
                return session::enter(&app, &visitor, beginning, onto(form.first("next"))).await;
            }
            Shown::Wrong if is_over(&app, &half).await? => return Ok(reply::see_other("/sign-in#")),
            Shown::Wrong => Wrong::new("code", "sign-in-code-wrong"),
            Shown::Wait(seconds) => Wrong::wait("code", seconds),
        }
    };
    let page = Second { errors: asking::errors(&visitor, &[wrong])?, ..page(&app, &half, &factors, form.first("next")) };
    Ok(asking::again(reply::page(&app, &visitor, &page, StatusCode::UNPROCESSABLE_ENTITY)?, &[wrong]))
}

/// Counts a wrong code against the session, and ends it with the last that it may have. Counts it against the account too,
/// whose holder is told of many, once an hour at most: whoever types them knows the password.
async fn is_over(app: &App, half: &HalfSigned) -> Result<bool, Problem> {
    let (id, session, now) = (half.account, half.session.clone(), app.clock.now().micros());
    let (tries, all, told) = (Tries::of_half(app, &session), Tries::of_wrong_codes(app, id), Tries::of_letter(app, id));
    let account = app.store.read("account", move |conn| accounts::get(conn, id)).await?;
    let letter = letter(app, &account, &Notice::WrongCodes { name: account.name.clone(), at: moment(app) })?;
    let work = move |tx: &mut Conn| {
        let is_over = throttles::take(tx, &tries.0, now)?.is_some();
        if is_over {
            sessions::end(tx, &session)?;
        }
        let are_many = throttles::take(tx, &all.0, now)?.is_some();
        if let Some(letter) = letter.as_ref().filter(|_| are_many)
            && throttles::take(tx, &told.0, now)?.is_none()
        {
            letters::add(tx, letter)?;
        }
        Ok(is_over)
    };
    let is_over = app.store.write("count a wrong code", work).await?;
    posted(app);
    Ok(is_over)
}

async fn factors(app: &App, half: &HalfSigned) -> Result<Vec<SecondFactor>, Problem> {
    let account = half.account;
    let factors = app.store.read("second factors", move |conn| second_factors::of(conn, account)).await?;
    match (factors.is_empty(), half.is_enrolling) {
        (false, _) => Ok(factors),
        (true, true) => Err(Problem::Elsewhere("/account/second-factor".to_owned())),
        (true, false) => Err(Problem::Elsewhere("/sign-in".to_owned())),
    }
}

fn page(app: &App, half: &HalfSigned, factors: &[SecondFactor], next: &str) -> Second {
    let has = |kind: &str| factors.iter().any(|factor| factor.kind == kind);
    Second {
        has_app: has(second_factors::TOTP),
        passkey: has(second_factors::PASSKEY).then(|| format!("/sign-in/passkey?next={}", encoded(next))),
        errors: Vec::new(),
        hidden: form_token(app, &half.session).into_iter().chain([Hidden::new("next", next)]).collect(),
    }
}
