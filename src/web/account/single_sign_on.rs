//! Sign-in with the organisation: to the provider, and back with a code. No account is ever made here: whoever comes back is
//! somebody tied to an account, or somebody whose verified email address has one where the settings say that this is enough.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use serde::Deserialize;

use super::journey::{self, Errand, Journey};
use super::{identities, mapping, sign_in};
use crate::app::App;
use crate::config::SignInWith;
use crate::domain::access::{Action, Event, Factor, truncated};
use crate::identity::{Failure, Person, Provider};
use crate::messages::{Change, Notice};
use crate::secret::Secret;
use crate::store::accounts::{self, Account};
use crate::store::external_identities::{self, Identity};
use crate::store::letters::Waiting;
use crate::store::{self, Conn, Error, audit, letters};
use crate::web::form::Fields;
use crate::web::letter::{letter, moment};
use crate::web::pages::errors::ErrorPage;
use crate::web::problem::Problem;
use crate::web::session::{self, Beginning, event_of};
use crate::web::visitor::Visitor;
use crate::web::{cookie, reply};

/// What a provider sends a browser back with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    code: String,
    state: String,
    /// Why there is no code, such as `access_denied`.
    error: String,
    /// Who answers (RFC 9207), where the provider says so.
    iss: Option<String>,
}

/// Why somebody who came back is not let in.
pub(super) struct Refusal {
    problem: Problem,
    /// What the audit trail says.
    detail: &'static str,
    /// Whose sign-in it would have been.
    account: Option<Account>,
}

impl Refusal {
    const fn new(problem: Problem, detail: &'static str) -> Self {
        Self { problem, detail, account: None }
    }
}

impl From<Failure> for Refusal {
    fn from(why: Failure) -> Self {
        let problem = if why == Failure::Code { Problem::SignInUnfinished } else { Problem::SignInElsewhereFailed };
        Self::new(problem, why.code())
    }
}

/// Sends the browser to the provider, at a press of the person: no other site can begin it.
pub async fn leave(app: Data<App>, visitor: Visitor, key: Path<String>, fields: Fields) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    match provider.departure(&app.random, app.clock.now()).await {
        Ok(departure) => {
            let errand = Errand::SignIn { next: fields.first("next") };
            journey::set_out(&app, &visitor, &provider.settings, departure, errand)
        }
        Err(why) => refuse(&app, &visitor, &provider.settings, failed(&provider.settings, why)).await,
    }
}

/// Takes the browser back, and goes on with whoever it is.
pub async fn back(
    app: Data<App>,
    visitor: Visitor,
    key: Path<String>,
    answer: Query<Answer>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let provider = app.identity.find(&key).ok_or(Problem::NotFound)?;
    let journey = journey::resumed(&app, cookie::read(&request, journey::COOKIE), &key, &answer.state);
    let mut reply = match arrive(&app, provider, &answer, journey).await {
        Ok((journey, person)) => match journey.tie() {
            Some(account) => identities::ask(&app, provider, account, person)?,
            None => admit(&app, &visitor, provider, &journey, person).await?,
        },
        Err(refusal) => refuse(&app, &visitor, &provider.settings, refusal).await?,
    };
    reply.add_cookie(&journey::over(&app)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(reply)
}

/// Who came back, when this browser set out for it and the provider says so.
async fn arrive(app: &App, provider: &Provider, answer: &Answer, journey: Option<Journey>) -> Result<(Journey, Person), Refusal> {
    let unfinished = |detail| Refusal::new(Problem::SignInUnfinished, detail);
    let journey = journey.ok_or_else(|| unfinished("state"))?;
    if answer.iss.as_ref().is_some_and(|iss| *iss != provider.settings.issuer) {
        return Err(Refusal::new(Problem::SignInElsewhereFailed, "issuer"));
    }
    match answer.error.as_str() {
        "" => {}
        "access_denied" | "login_required" | "interaction_required" | "consent_required" => return Err(unfinished("declined")),
        _ => return Err(failed(&provider.settings, Failure::Provider("it answers with an error".to_owned()))),
    }
    let person = provider.arrival(answer.code.clone(), journey.kept(), app.clock.now()).await;
    person.map(|person| (journey, person)).map_err(|why| failed(&provider.settings, why))
}

/// Lets somebody in whose account is found.
async fn admit(app: &App, visitor: &Visitor, provider: &Provider, journey: &Journey, person: Person) -> Result<HttpResponse, Problem> {
    let (showed_factor, to) = (person.showed_factor, sign_in::onto(&journey.next));
    let account = match account_of(app, visitor, &provider.settings, person).await? {
        Ok(account) => account,
        Err(refusal) => return refuse(app, visitor, &provider.settings, refusal).await,
    };
    if showed_factor {
        let beginning = Beginning { account: account.id, factor: Some(Factor::SingleSignOn), is_enrolling: false, replaces: None };
        return session::enter(app, visitor, beginning, to).await;
    }
    sign_in::onward(app, visitor, &account, to).await
}

/// Whose account it is. One found by email is tied to the person from now on, and they are told; roles that the provider
/// speaks of are brought in line.
async fn account_of(app: &App, visitor: &Visitor, settings: &SignInWith, person: Person) -> Result<Result<Account, Refusal>, Problem> {
    let (issuer, subject, email) = (settings.issuer.clone(), person.subject.clone(), person.email.clone().filter(|_| settings.match_email));
    let found = app.store.read("who signs in", move |conn| found(conn, &issuer, &subject, email.as_deref())).await?;
    let Some((account, is_tied)) = found else {
        return Ok(Err(Refusal::new(Problem::SignInNotTied, "unknown")));
    };
    if account.deactivated_at.is_some() {
        return Ok(Err(Refusal { account: Some(account), ..Refusal::new(Problem::SignInNotTied, "deactivated") }));
    }
    let tying = if is_tied { None } else { Some(Tying::new(app, visitor, settings, &account, &person)?) };
    let (secret, settings) = (app.secret.clone(), settings.clone());
    let event = event_of(&account, Action::RoleGranted, app.clock.now().micros(), &truncated(visitor.address));
    let work = move |tx: &mut Conn| {
        if let Some(tying) = &tying {
            tying.tie(tx, &secret)?;
        }
        mapping::follow(tx, &secret, &settings, &person.values, &event)?;
        Ok(())
    };
    match app.store.write("sign in with the organisation", work).await {
        Ok(()) => Ok(Ok(account)),
        // Somebody else was tied meanwhile: another window of the same person, as a rule. The next try finds them.
        Err(Error::Taken(_)) => Ok(Err(Refusal::new(Problem::SignInUnfinished, "taken"))),
        Err(why) => Err(why.into()),
    }
}

/// The account of somebody at a provider, and whether it is tied to them. An address finds no account that is tied to
/// somebody else there: addresses are given to others in time. Nor does an address that is not plain ASCII, which might only
/// look like another.
fn found(conn: &mut Conn, issuer: &str, subject: &str, email: Option<&str>) -> store::Result<Option<(Account, bool)>> {
    if let Some(id) = external_identities::find(conn, issuer, subject)? {
        return Ok(Some((accounts::get(conn, id)?, true)));
    }
    let Some(email) = email.filter(|email| email.is_ascii()) else { return Ok(None) };
    let account = match accounts::find(conn, email) {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(None),
        Err(why) => return Err(why),
    };
    let taken = external_identities::of(conn, account.id)?.iter().any(|identity| identity.issuer == issuer);
    Ok(Some((account, false)).filter(|_| !taken))
}

/// An account that is to be tied to somebody at a provider, with the letter that says so.
pub(super) struct Tying {
    identity: Identity,
    letter: Option<Waiting>,
    event: Event,
}

impl Tying {
    /// Ties `account` to a person.
    pub(super) fn new(app: &App, visitor: &Visitor, settings: &SignInWith, account: &Account, person: &Person) -> Result<Self, Problem> {
        let now = app.clock.now().micros();
        let notice = Notice::Changed { name: account.name.clone(), what: Change::Identity, at: moment(app) };
        let event = event_of(account, Action::IdentityLinked, now, &truncated(visitor.address)).with(settings.key.as_str());
        let identity =
            Identity { issuer: settings.issuer.clone(), subject: person.subject.clone(), account_id: account.id, linked_at: now };
        Ok(Self { identity, letter: letter(app, account, &notice)?, event })
    }

    /// Does it. [`Error::Taken`] when the person is tied already.
    pub(super) fn tie(&self, tx: &mut Conn, secret: &Secret) -> store::Result<()> {
        external_identities::add(tx, &self.identity)?;
        if let Some(letter) = &self.letter {
            letters::add(tx, letter)?;
        }
        audit::add(tx, secret, &self.event)
    }
}

/// Says in the log what a provider did wrong.
pub(super) fn failed(settings: &SignInWith, why: Failure) -> Refusal {
    tracing::warn!(provider = settings.key, %why, "a sign-in with the organisation failed");
    why.into()
}

/// The page that says that it did not work, and a line of the audit trail that says why. Anybody can come here without
/// having set out, so whoever does it often is told to wait and fills no trail.
pub(super) async fn refuse(app: &App, visitor: &Visitor, settings: &SignInWith, refusal: Refusal) -> Result<HttpResponse, Problem> {
    if refusal.account.is_none() {
        if app.tries.must_wait(visitor.address, &visitor.device, app.clock.now()) {
            return Err(Problem::TooFast { seconds: 60 });
        }
        app.tries.count(visitor.address, &visitor.device, app.clock.now());
    }
    let (now, network) = (app.clock.now().micros(), truncated(visitor.address));
    let event = match &refusal.account {
        Some(account) => event_of(account, Action::SignInRefused, now, &network),
        None => Event {
            at: now,
            account: None,
            actor: "unknown".to_owned(),
            organisation: None,
            action: Action::SignInRefused,
            subject: format!("provider:{}", settings.key),
            reason: String::new(),
            network,
            detail: String::new(),
        },
    };
    let (event, secret) = (event.with(format!("{}: {}", settings.key, refusal.detail)), app.secret.clone());
    app.store.write("sign-in refused", move |tx| audit::add(tx, &secret, &event)).await?;
    reply::page(app, visitor, &ErrorPage::new(refusal.problem.key(), None), refusal.problem.status_code())
}
