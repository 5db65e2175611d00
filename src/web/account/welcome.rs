//! Where one-time links lead: an invited person chooses a password, somebody who forgot theirs chooses another, somebody
//! without a second factor goes on to add one. Opening a link does not use it up, because mail scanners open links too.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{asking, chosen};
use crate::app::App;
use crate::domain::access::{Action, Event, LinkPurpose, truncated};
use crate::messages::Change;
use crate::secret::token_hash;
use crate::store::accounts::{self, Account};
use crate::store::{Conn, Error, audit, letters, one_time_links, sessions};
use crate::web::form::Fields;
use crate::web::letter;
use crate::web::pages::part::FieldError;
use crate::web::pages::password::{ChoosePassword, EnrolLink};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::session::{self, Beginning, event_of};
use crate::web::visitor::Visitor;

/// Where a second factor is added.
const SECOND_FACTOR: &str = "/account/second-factor";

/// A link that works, and whose it is.
struct Opened {
    token: String,
    purpose: LinkPurpose,
    account: Account,
    has_factor: bool,
}

/// Asks for what the link is for.
pub async fn show(app: Data<App>, visitor: Visitor, token: Path<String>) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &visitor, token.into_inner()).await?;
    page(&app, &visitor, &opened, Vec::new(), StatusCode::OK)
}

/// Sets the password and uses the link up; or, where the link is for a second factor, checks the password.
pub async fn choose(app: Data<App>, visitor: Visitor, token: Path<String>, fields: Fields) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &visitor, token.into_inner()).await?;
    let typed = fields.first("password");
    if opened.purpose == LinkPurpose::Enrol {
        return enrol(&app, &visitor, &opened, typed).await;
    }
    match chosen::hashed(&app, &visitor.locale, &opened.account, typed).await? {
        Ok(hash) => set(&app, &visitor, &opened, hash).await?,
        Err(wrong) => return page(&app, &visitor, &opened, vec![wrong], view::INVALID),
    }
    if opened.has_factor {
        // Straight on, past the page where a stranger who guesses may have used up every try.
        return session::enter(&app, &visitor, Beginning { is_enrolling: false, ..enrolling(&opened) }, "/sign-in/second").await;
    }
    session::enter(&app, &visitor, enrolling(&opened), SECOND_FACTOR).await
}

/// A session that may add a first second factor, and do nothing else.
fn enrolling(opened: &Opened) -> Beginning {
    Beginning { account: opened.account.id, factor: None, is_enrolling: true, replaces: None }
}

/// The link of that token. One for a first second factor is void once there is one.
async fn open(app: &App, visitor: &Visitor, token: String) -> Result<Opened, Problem> {
    let now = app.clock.now().micros();
    let find = move |conn: &mut Conn| {
        let link = one_time_links::find(conn, &token_hash(&token), now)?;
        let (purpose, account) = (link.purpose()?, accounts::active(conn, link.account_id)?);
        let has_factor = accounts::has_factor(conn, account.id)?;
        if has_factor && purpose == LinkPurpose::Enrol {
            return Err(Error::NotFound);
        }
        Ok(Opened { token, purpose, account, has_factor })
    };
    match app.store.read("find link", find).await {
        Err(Error::NotFound) => Err(gone(app, visitor).await),
        found => Ok(found?),
    }
}

/// What to say to a link that does not work. It is recorded, and whoever tries many is slowed down.
async fn gone(app: &App, visitor: &Visitor) -> Problem {
    let now = app.clock.now();
    if app.tries.must_wait(visitor.address, &visitor.device, now) {
        return Problem::TooManyTries;
    }
    app.tries.count(visitor.address, &visitor.device, now);
    let event = Event::by_stranger(Action::SignInRefused, now.micros(), truncated(visitor.address)).about("link");
    let secret = app.secret.clone();
    let written = app.store.write("link refused", move |tx| audit::add(tx, &secret, &event)).await;
    written.map_or_else(Problem::from, |()| Problem::StaffLinkGone)
}

/// Sets the password, and ends whatever was begun with the one before it.
async fn set(app: &App, visitor: &Visitor, opened: &Opened, password: String) -> Result<(), Problem> {
    let (link, id, secret) = (token_hash(&opened.token), opened.account.id, app.secret.clone());
    let now = app.clock.now().micros();
    let event = event_of(&opened.account, Action::PasswordSet, now, &truncated(visitor.address)).with(opened.purpose.code());
    let had_one = opened.account.password_hash.is_some();
    let letter = if had_one { letter::changed(app, &opened.account, Change::Password)? } else { None };
    let work = move |tx: &mut Conn| {
        one_time_links::spend(tx, &link, now)?;
        accounts::active(tx, id)?;
        accounts::set_password(tx, id, &password)?;
        sessions::end_all(tx, id)?;
        audit::add(tx, &secret, &event)?;
        letter.iter().try_for_each(|letter| letters::add(tx, letter))
    };
    match app.store.write("set password", work).await {
        Err(Error::NotFound) => return Err(gone(app, visitor).await),
        written => written?,
    }
    letter::posted(app);
    Ok(())
}

/// Uses the link up for somebody who knows the password.
async fn enrol(app: &App, visitor: &Visitor, opened: &Opened, typed: &str) -> Result<HttpResponse, Problem> {
    if let Some(wrong) = chosen::current(app, visitor, &opened.account, "password", typed).await? {
        let errors = asking::errors(visitor, &[wrong])?;
        return Ok(asking::again(page(app, visitor, opened, errors, view::INVALID)?, &[wrong]));
    }
    let (link, now) = (token_hash(&opened.token), app.clock.now().micros());
    match app.store.write("spend link", move |tx| one_time_links::spend(tx, &link, now)).await {
        Err(Error::NotFound) => return Err(gone(app, visitor).await),
        spent => spent?,
    }
    session::enter(app, visitor, enrolling(opened), SECOND_FACTOR).await
}

fn page(app: &App, visitor: &Visitor, opened: &Opened, errors: Vec<FieldError>, status: StatusCode) -> Result<HttpResponse, Problem> {
    let (name, email, token) = (opened.account.name.clone(), opened.account.email.clone(), opened.token.clone());
    if opened.purpose == LinkPurpose::Enrol {
        return reply::page(app, visitor, &EnrolLink { name, email, token, errors }, status);
    }
    let is_new = opened.account.password_hash.is_none();
    reply::page(app, visitor, &ChoosePassword { is_new, name, email, token, errors }, status)
}
