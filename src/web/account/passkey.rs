//! Passkeys: adding one, and signing in with one. The page carries what the browser is to be asked; a script asks it and sends
//! the form with what the browser said. What was asked is kept sealed beside the session and counts once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Serialize;
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::{Passkey, RegisterPublicKeyCredential};

use super::enrolment::{self, New};
use super::second_factor::name_fault;
use crate::app::App;
use crate::domain::access::Factor;
use crate::keys::Place;
use crate::passkey::{handle, relying_party};
use crate::store::ids::AccountId;
use crate::store::second_factors::{self, PASSKEY, SEALED, SecondFactor};
use crate::web::ceremony;
use crate::web::enrolling::Enrolling;
use crate::web::pages::factors::NewPasskey;
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// Asks the browser to make a passkey.
pub async fn show(app: Data<App>, visitor: Visitor, enrolling: Enrolling) -> Result<HttpResponse, Problem> {
    let name = visitor.locale.t("factor-passkey-name", &[])?;
    asking(&app, &visitor, &enrolling, name, Vec::new()).await
}

/// Adds the passkey that the browser made.
pub async fn add(app: Data<App>, visitor: Visitor, enrolling: Enrolling, form: Posted) -> Result<HttpResponse, Problem> {
    let state = ceremony::under_way(&app, &enrolling.whose).await?.registration;
    let said: Option<RegisterPublicKeyCredential> = serde_json::from_str(form.first("credential")).ok();
    let made = state.zip(said).and_then(|(state, said)| party(&app).ok()?.finish_passkey_registration(&said, &state).ok());
    let unmade = made.is_none().then_some(("passkey", "passkey-not-added"));
    let wrong = unmade.into_iter().chain(name_fault(form.first("name")).map(|key| ("name", key)));
    let errors = wrong.map(|(field, key)| Ok(FieldError::new(field, visitor.locale.t(key, &[])?)));
    let errors: Vec<FieldError> = errors.collect::<Result<_, Problem>>()?;
    match made {
        Some(passkey) if errors.is_empty() => {
            let name = form.first("name").trim().to_owned();
            let new = New { factor: Factor::Passkey, name, plain: json(&passkey)?, last_step: None };
            enrolment::complete(&app, &visitor, &enrolling, new).await
        }
        _ => asking(&app, &visitor, &enrolling, form.first("name").to_owned(), errors).await,
    }
}

/// The page that asks the browser for a passkey, with a challenge of its own.
async fn asking(
    app: &App,
    visitor: &Visitor,
    enrolling: &Enrolling,
    name: String,
    errors: Vec<FieldError>,
) -> Result<HttpResponse, Problem> {
    let (party, account) = (party(app)?, &enrolling.account);
    let known = passkeys(app, account.id).await?.into_iter().map(|(_, passkey)| passkey.cred_id().clone()).collect();
    let started = party.start_passkey_registration(handle(account.id), &account.email, &account.name, Some(known));
    let (options, state) = started.map_err(|why| Problem::Internal(format!("passkey: {why}")))?;
    ceremony::change(app, &enrolling.whose, move |ceremony| ceremony.registration = Some(state.clone())).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { view::INVALID };
    let page = NewPasskey { options: json(&options)?, name, errors, hidden: enrolling.hidden(app) };
    reply::html(app, visitor, &page, status, enrolling.signed_in(app))
}

/// Whoever asks for passkeys; no such page where people reach us by a bare network address.
pub(super) fn party(app: &App) -> Result<Webauthn, Problem> {
    relying_party(&app.settings).ok_or(Problem::NotFound)
}

/// The passkeys of an account, opened.
pub(super) async fn passkeys(app: &App, account: AccountId) -> Result<Vec<(SecondFactor, Passkey)>, Problem> {
    let factors = app.store.read("passkeys", move |conn| second_factors::of(conn, account)).await?;
    let open = |factor: SecondFactor| {
        let plain =
            app.keys.open(Place { column: SEALED, row: factor.id }, &factor.sealed).map_err(|why| Problem::Internal(why.to_string()))?;
        let passkey = serde_json::from_str(&plain).map_err(|why| Problem::Internal(format!("a stored passkey: {why}")))?;
        Ok((factor, passkey))
    };
    factors.into_iter().filter(|factor| factor.kind == PASSKEY).map(open).collect()
}

/// A thing as JSON, for the browser or for the database.
pub(super) fn json(thing: &impl Serialize) -> Result<String, Problem> {
    serde_json::to_string(thing).map_err(|why| Problem::Internal(why.to_string()))
}
