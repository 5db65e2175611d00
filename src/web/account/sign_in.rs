//! The door for staff: email and password. What comes after is the second factor.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::asking::{self, Wrong};
use super::proof::{self, Shown};
use crate::app::App;
use crate::domain::access::{Factor, LinkPurpose, Pace};
use crate::messages::Notice;
use crate::secret::Purpose;
use crate::store::accounts::Account;
use crate::store::throttles::{self, Tried};
use crate::store::{Conn, letters, one_time_links, second_factors};
use crate::web::form::Fields;
use crate::web::language::local;
use crate::web::letter::{letter, one_time_link, posted};
use crate::web::pages::account::{Provider, SignIn};
use crate::web::pages::door::LinkSent;
use crate::web::pages::part::Hidden;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::session::{self, Beginning};
use crate::web::visitor::Visitor;

/// Where staff begin.
const HOME: &str = "/staff";

/// Letters with a link to set up a second factor, for one account: no mailbox can be flooded.
const LINKS: Pace = Pace { burst: 2, interval_seconds: 1800 };

/// The page to go on to.
#[derive(Debug, Deserialize)]
pub struct Next {
    #[serde(default)]
    pub next: String,
}

/// The page to go on to, if it is one of ours; where nothing is said, the one where staff begin.
#[must_use]
pub fn onto(next: &str) -> &str {
    if next.is_empty() { HOME } else { local(next) }
}

/// Asks for email and password.
pub async fn show(app: Data<App>, visitor: Visitor, next: Query<Next>) -> Result<HttpResponse, Problem> {
    let hidden = vec![Hidden::new("next", &next.next)];
    let page = SignIn { hidden, providers: providers(&app), ..SignIn::default() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Signs in. Whether the address or the password was wrong is not said.
pub async fn sign_in(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let (email, password) = (fields.first("email").trim().to_ascii_lowercase(), fields.first("password"));
    let missing = [("email", email.is_empty(), "sign-in-email-empty"), ("password", password.is_empty(), "sign-in-password-empty")];
    let missing: Vec<Wrong> =
        missing.into_iter().filter(|(_, is_missing, _)| *is_missing).map(|(at, _, key)| Wrong::new(at, key)).collect();
    if !missing.is_empty() {
        return again(&app, &visitor, &fields, &missing);
    }
    match proof::password(&app, &visitor, &email, password).await? {
        Shown::Right(account) => onward(&app, &visitor, &account, onto(fields.first("next"))).await,
        Shown::Wrong => again(&app, &visitor, &fields, &[Wrong::new("email", "sign-in-wrong")]),
        Shown::Wait(seconds) => again(&app, &visitor, &fields, &[Wrong::wait("email", seconds)]),
    }
}

fn again(app: &App, visitor: &Visitor, fields: &Fields, wrong: &[Wrong]) -> Result<HttpResponse, Problem> {
    let page = SignIn {
        email: fields.first("email").to_owned(),
        errors: asking::errors(visitor, wrong)?,
        hidden: vec![Hidden::new("next", fields.first("next"))],
        providers: providers(app),
    };
    Ok(asking::again(reply::page(app, visitor, &page, StatusCode::UNPROCESSABLE_ENTITY)?, wrong))
}

/// The organisations whose own sign-in may be used, each with the way there.
fn providers(app: &App) -> Vec<Provider> {
    let provider = |key: &str, name: &str| Provider { name: name.to_owned(), action: format!("/sign-in/with/{key}") };
    app.identity.iter().map(|one| provider(&one.settings.key, &one.settings.name)).collect()
}

/// After the first factor, a password or the sign-in of an organisation: on to the second. Who has none is sent a link to set
/// one up; where this is a trial on one machine, it is done without.
pub async fn onward(app: &App, visitor: &Visitor, account: &Account, to: &str) -> Result<HttpResponse, Problem> {
    let id = account.id;
    let factors = app.store.read("second factors", move |conn| second_factors::of(conn, id)).await?;
    let beginning = Beginning { account: id, factor: None, is_enrolling: false, replaces: None };
    if !factors.is_empty() {
        return session::enter(app, visitor, beginning, &format!("/sign-in/second?next={}", encoded(to))).await;
    }
    if app.settings.development {
        let beginning = Beginning { factor: Some(Factor::Waived), ..beginning };
        return session::enter(app, visitor, beginning, to).await;
    }
    send_link(app, account).await?;
    let page = LinkSent { is_sent: app.mailer.is_some(), hours: LinkPurpose::Enrol.hours() };
    reply::page(app, visitor, &page, StatusCode::OK)
}

/// Sends the link with which a second factor is set up, unless one was sent a moment ago. Nothing where no mail is configured.
async fn send_link(app: &App, account: &Account) -> Result<(), Problem> {
    let (purpose, now) = (LinkPurpose::Enrol, app.clock.now().micros());
    let (address, link) = one_time_link(app, account.id, purpose);
    let notice = Notice::Link { purpose, name: account.name.clone(), address, hours: purpose.hours() };
    let Some(letter) = letter(app, account, &notice)? else { return Ok(()) };
    let tried = Tried { key_hash: app.secret.sign(Purpose::Throttle, &format!("enrol:{}", account.id.0)), pace: LINKS };
    let work = move |tx: &mut Conn| {
        if throttles::take(tx, std::slice::from_ref(&tried), now)?.is_some() {
            return Ok(());
        }
        one_time_links::add(tx, &link)?;
        letters::add(tx, &letter)
    };
    app.store.write("link to a second factor", work).await?;
    posted(app);
    Ok(())
}
