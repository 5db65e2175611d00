//! Asking for a link to set a new password. Everybody is told the same, and the same work is done, whether there is an account
//! or not.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use lettre::Address;

use super::asking::{self, Wrong};
use crate::app::App;
use crate::domain::access::{Action, Event, LinkPurpose, Pace, truncated};
use crate::messages::Notice;
use crate::secret::Purpose;
use crate::store::accounts::{self, Account};
use crate::store::ids::{AccountId, OrganisationId};
use crate::store::letters::Waiting;
use crate::store::one_time_links::Link;
use crate::store::throttles::{self, Tried};
use crate::store::{Conn, Error, audit, letters, one_time_links};
use crate::web::form::Fields;
use crate::web::letter;
use crate::web::pages::password::{Forgotten, LinkAsked};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::session::event_of;
use crate::web::visitor::Visitor;

/// Minutes in which an address is sent no second link: no mailbox can be flooded, and a link that was sent stays good at
/// least so long.
const APART_MINUTES: i64 = 20;

/// Links to one address.
const ADDRESS: Pace = Pace { burst: 1, interval_seconds: APART_MINUTES * 60 };

/// Links to any address, asked for from one network: a village hall is one network.
const NETWORK: Pace = Pace { burst: 50, interval_seconds: 5 };

/// The most signs of an email address, by RFC 5321.
const MOST_SIGNS: usize = 254;

/// Asks for the address.
pub async fn show(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    let page = Forgotten { sends_mail: app.mailer.is_some(), email: String::new(), errors: Vec::new() };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Says that a link is on its way, if there is anybody to send it to.
pub async fn sent(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &LinkAsked { minutes: APART_MINUTES }, StatusCode::OK)
}

/// Sends the link.
pub async fn ask(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    if app.mailer.is_none() {
        return Ok(reply::see_other("/forgotten#"));
    }
    let typed = fields.first("email").trim().to_ascii_lowercase();
    if let Some(fault) = fault(&typed) {
        return again(&app, &visitor, typed, Wrong::new("email", fault));
    }
    let (own, now) = (vec![network(&app, &visitor)], app.clock.now().micros());
    if let Some(seconds) = app.store.write("take a try", move |tx| throttles::take(tx, &own, now)).await? {
        return again(&app, &visitor, typed, Wrong::wait("email", seconds));
    }
    let address = typed.clone();
    let account = match app.store.read("find account", move |conn| accounts::find(conn, &address)).await {
        Ok(account) => Some(account).filter(|account| account.deactivated_at.is_none()),
        Err(Error::NotFound) => None,
        Err(why) => return Err(why.into()),
    };
    record(&app, &visitor, account, address_of(&app, &typed)).await?;
    letter::posted(&app);
    Ok(reply::see_other("/forgotten/sent#"))
}

fn fault(typed: &str) -> Option<&'static str> {
    if typed.is_empty() {
        return Some("password-email-none");
    }
    let is_address = typed.len() <= MOST_SIGNS && typed.parse::<Address>().is_ok();
    (!is_address).then_some("password-email-unlike")
}

fn network(app: &App, visitor: &Visitor) -> Tried {
    let key = format!("forgotten-network:{}", truncated(visitor.address));
    Tried { key_hash: app.secret.sign(Purpose::Throttle, &key), pace: NETWORK }
}

fn address_of(app: &App, typed: &str) -> Tried {
    Tried { key_hash: app.secret.sign(Purpose::Throttle, &format!("forgotten:{typed}")), pace: ADDRESS }
}

/// Records what was asked and, where there is an account, adds link and letter. For nobody a letter is written too, and thrown
/// away: so it takes as long.
async fn record(app: &App, visitor: &Visitor, found: Option<Account>, tried: Tried) -> Result<(), Problem> {
    let (now, network, secret) = (app.clock.now(), truncated(visitor.address), app.secret.clone());
    let known = found.is_some();
    let account = found.unwrap_or_else(nobody);
    let (link, letter) = written(app, &account)?;
    let event = if known {
        event_of(&account, Action::ResetAsked, now.micros(), &network)
    } else {
        Event::by_stranger(Action::ResetAsked, now.micros(), network)
    };
    let work = move |tx: &mut Conn| {
        let is_soon = throttles::take(tx, std::slice::from_ref(&tried), event.at)?.is_some();
        if known && !is_soon {
            one_time_links::add(tx, &link)?;
            letter.iter().try_for_each(|letter| letters::add(tx, letter))?;
        }
        audit::add(tx, &secret, &event)
    };
    Ok(app.store.write("reset asked", work).await?)
}

/// The link, and the letter that carries it. Who never set a password is invited once more.
fn written(app: &App, account: &Account) -> Result<(Link, Option<Waiting>), Problem> {
    let purpose = if account.password_hash.is_some() { LinkPurpose::Reset } else { LinkPurpose::Welcome };
    let (address, link) = letter::one_time_link(app, account.id, purpose);
    let notice = Notice::Link { purpose, name: account.name.clone(), address, hours: purpose.hours() };
    Ok((link, letter::letter(app, account, &notice)?))
}

/// An account that is in no database.
fn nobody() -> Account {
    Account {
        id: AccountId(0),
        email: "nobody@example.org".to_owned(),
        name: "Nobody".to_owned(),
        language: "en".to_owned(),
        organisation_id: OrganisationId(0),
        password_hash: None,
        created_at: 0,
        deactivated_at: None,
    }
}

fn again(app: &App, visitor: &Visitor, email: String, wrong: Wrong) -> Result<HttpResponse, Problem> {
    let page = Forgotten { sends_mail: true, email, errors: asking::errors(visitor, &[wrong])? };
    Ok(asking::again(reply::page(app, visitor, &page, view::INVALID)?, &[wrong]))
}
