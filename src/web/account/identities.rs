//! The sign-ins of organisations that an account is tied to: tied by its holder, who signs in there and says yes to whom they
//! see, and untied again.

use actix_web::cookie::time::Duration;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::journey::{self, Errand};
use super::single_sign_on;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::identity::{Person, Provider};
use crate::keys;
use crate::messages::Change;
use crate::store::ids::AccountId;
use crate::store::{Conn, Error, accounts, audit, external_identities, letters};
use crate::web::letter::{changed, posted};
use crate::web::pages::identities::{Identities, Place, Tie};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::right::SignedIn;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;
use crate::web::{cookie, reply};

/// The page that lists them.
const LIST: &str = "/account/sign-in-with";

/// The cookie that keeps who came back until the holder of the account says yes, and what it is sealed for.
const COOKIE: &str = "identity";
const SEALED: keys::Place = keys::Place { column: "cookie.identity", row: 0 };

/// How long there is for it, in seconds.
const SECONDS: i64 = 600;

/// Somebody who came back, to be tied to an account.
#[derive(Serialize, Deserialize)]
struct Asked {
    provider: String,
    account: i64,
    subject: String,
    email: Option<String>,
    at: i64,
}

/// Lists the providers, tied or not.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>) -> Result<HttpResponse, Problem> {
    let account = staff.account;
    let tied = app.store.read("identities", move |conn| external_identities::of(conn, account)).await?;
    let place = |provider: &Provider| Place {
        name: provider.settings.name.clone(),
        action: format!("{LIST}/{}", provider.settings.key),
        is_tied: tied.iter().any(|identity| identity.issuer == provider.settings.issuer),
    };
    let page = Identities { places: app.identity.iter().map(place).collect(), hidden: staff.signed_in(&app).hidden };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Sends the browser to the provider, to come back as somebody.
pub async fn leave(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SignedIn>,
    key: Path<String>,
    _form: Posted,
) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    staff.fresh(&app, LIST)?;
    match provider.departure(&app.random, app.clock.now()).await {
        Ok(departure) => journey::set_out(&app, &visitor, &provider.settings, departure, Errand::Tie(staff.account)),
        Err(why) => {
            let refusal = single_sign_on::failed(&provider.settings, why);
            single_sign_on::refuse(&app, &visitor, &provider.settings, refusal).await
        }
    }
}

/// Remembers who came back, and leads to the page that asks whether that is right.
pub(super) fn ask(app: &App, provider: &Provider, account: AccountId, person: Person) -> Result<HttpResponse, Problem> {
    let key = provider.settings.key.clone();
    let to = format!("{LIST}/{key}/confirm");
    let asked = Asked { provider: key, account: account.0, subject: person.subject, email: person.email, at: app.clock.now().micros() };
    let plain = serde_json::to_string(&asked).map_err(|why| Problem::Internal(why.to_string()))?;
    let sealed = app.keys.seal(SEALED, &plain, &app.random).map_err(|why| Problem::Internal(why.to_string()))?;
    let mut answer = reply::see_other(&to);
    let cookie = cookie::make(&app.settings, COOKIE, sealed, Some(Duration::seconds(SECONDS)));
    answer.add_cookie(&cookie).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}

/// Who came back from that provider lately for this member of staff.
fn asked(app: &App, request: &HttpRequest, staff: &Member, key: &str) -> Result<Asked, Problem> {
    let asked = cookie::read(request, COOKIE).and_then(|sealed| app.keys.open(SEALED, &sealed).ok());
    let asked: Option<Asked> = asked.and_then(|plain| serde_json::from_str(&plain).ok());
    let fits = |asked: &Asked| {
        let fresh = app.clock.now() < Moment::from_micros(asked.at).plus_seconds(SECONDS);
        fresh && asked.provider == key && asked.account == staff.account.0
    };
    asked.filter(fits).ok_or(Problem::SignInUnfinished)
}

fn question(app: &App, staff: &Member, provider: &Provider, asked: &Asked, errors: Vec<FieldError>) -> Tie {
    Tie {
        name: provider.settings.name.clone(),
        who: asked.email.clone().unwrap_or_else(|| asked.subject.clone()),
        action: format!("{LIST}/{}/confirm", provider.settings.key),
        errors,
        hidden: staff.signed_in(app).hidden,
    }
}

/// Asks whether the account is to be tied to whoever came back.
pub async fn confirm(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SignedIn>,
    key: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    let asked = asked(&app, &request, &staff, &key)?;
    let page = question(&app, &staff, provider, &asked, Vec::new());
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Ties the account.
pub async fn tie(app: Data<App>, staff: Staff<SignedIn>, key: Path<String>, form: (HttpRequest, Posted)) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    staff.fresh(&app, LIST)?;
    let (request, _) = form;
    let visitor = Visitor::of(&request);
    let asked = asked(&app, &request, &staff, &key)?;
    let id = staff.account;
    let account = app.store.read("account", move |conn| accounts::get(conn, id)).await?;
    let person = Person { subject: asked.subject.clone(), email: None, showed_factor: false, values: Vec::new() };
    let tying = single_sign_on::Tying::new(&app, &visitor, &provider.settings, &account, &person)?;
    let secret = app.secret.clone();
    match app.store.write("tie", move |tx| tying.tie(tx, &secret)).await {
        Ok(()) => {
            let mut answer = reply::see_other("/account?done=identity-linked");
            answer.add_cookie(&cookie::gone(&app.settings, COOKIE)).map_err(|why| Problem::Internal(why.to_string()))?;
            Ok(answer)
        }
        Err(Error::Taken(_)) => {
            let taken = FieldError::new("tie", visitor.locale.t("identities-taken", &[])?);
            let page = question(&app, &staff, provider, &asked, vec![taken]);
            reply::staff_again(&app, &visitor, &page, &staff)
        }
        Err(why) => Err(why.into()),
    }
}

/// Unties the account from everybody at a provider.
pub async fn untie(app: Data<App>, staff: Staff<SignedIn>, key: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    staff.fresh(&app, LIST)?;
    let (account, issuer, secret) = (staff.account, provider.settings.issuer.clone(), app.secret.clone());
    let holder = app.store.read("account", move |conn| accounts::get(conn, account)).await?;
    let letter = changed(&app, &holder, Change::IdentityRemoved)?;
    let event = staff.event(&app, Action::IdentityUnlinked).about(format!("account:{}", account.0)).with(key.as_str());
    let work = move |tx: &mut Conn| {
        if !external_identities::remove(tx, account, &issuer)? {
            return Ok(());
        }
        audit::add(tx, &secret, &event)?;
        letter.as_ref().map_or(Ok(()), |letter| letters::add(tx, letter))
    };
    app.store.write("untie", work).await?;
    posted(&app);
    Ok(reply::see_other(LIST))
}
