//! Adding an authenticator app: the secret as a QR code and as a key to type, and a code from the app to show that it works.
//! The same secret is shown until then, however often the page is loaded.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::enrolment::{self, NAME, New};
use crate::app::App;
use crate::domain::access::Factor;
use crate::web::ceremony;
use crate::web::enrolling::Enrolling;
use crate::web::form::Fields;
use crate::web::pages::factors::SecondFactor;
use crate::web::pages::part::{FieldError, grouped};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::visitor::Visitor;
use crate::{passkey, qr, totp};

/// Shows the secret, and asks for a code.
pub async fn show(app: Data<App>, visitor: Visitor, enrolling: Enrolling) -> Result<HttpResponse, Problem> {
    let name = visitor.locale.t("factor-totp-name", &[])?;
    let page = page(&app, &enrolling, name, Vec::new()).await?;
    reply::html(&app, &visitor, &page, StatusCode::OK, enrolling.signed_in(&app))
}

/// Adds the app when the code is right.
pub async fn add(app: Data<App>, visitor: Visitor, enrolling: Enrolling, form: Posted) -> Result<HttpResponse, Problem> {
    let secret = ceremony::under_way(&app, &enrolling.whose).await?.totp;
    let step = secret.as_ref().and_then(|secret| totp::matching_step(secret, form.first("code"), app.clock.now().seconds()));
    let wrong = faults(&form, step.is_some());
    if let (Some(plain), true) = (secret, wrong.is_empty()) {
        let new = New { factor: Factor::Totp, name: form.first("name").trim().to_owned(), plain, last_step: step };
        return enrolment::complete(&app, &visitor, &enrolling, new).await;
    }
    let error = |(field, key): &(&str, &str)| Ok(FieldError::new(*field, visitor.locale.t(key, &[])?));
    let errors = wrong.iter().map(error).collect::<Result<_, Problem>>()?;
    let page = page(&app, &enrolling, form.first("name").to_owned(), errors).await?;
    reply::html(&app, &visitor, &page, view::INVALID, enrolling.signed_in(&app))
}

fn faults(form: &Fields, is_right: bool) -> Vec<(&'static str, &'static str)> {
    let code = match form.first("code").trim() {
        "" => Some(("code", "factor-code-empty")),
        _ if !is_right => Some(("code", "factor-code-wrong")),
        _ => None,
    };
    code.into_iter().chain(name_fault(form.first("name")).map(|key| ("name", key))).collect()
}

/// What is wrong with the name of a second factor, as the key of a sentence.
#[must_use]
pub fn name_fault(name: &str) -> Option<&'static str> {
    match name.trim().chars().count() {
        0 => Some("factor-name-empty"),
        long if long > NAME => Some("factor-name-long"),
        _ => None,
    }
}

async fn page(app: &App, enrolling: &Enrolling, name: String, errors: Vec<FieldError>) -> Result<SecondFactor, Problem> {
    let secret = secret(app, enrolling).await?;
    let unmade = || Problem::Internal("the secret of an authenticator app cannot be shown".to_owned());
    let url = totp::otpauth_url(&secret, &app.settings.organisation, &enrolling.account.email).ok_or_else(unmade)?;
    Ok(SecondFactor {
        qr: qr::draw(&url).ok_or_else(unmade)?,
        key: grouped(&secret).join(" "),
        url,
        name,
        has_passkeys: passkey::relying_party(&app.settings).is_some(),
        errors,
        hidden: enrolling.hidden(app),
    })
}

/// The secret that is under way, or a fresh one.
async fn secret(app: &App, enrolling: &Enrolling) -> Result<String, Problem> {
    if let Some(secret) = ceremony::under_way(app, &enrolling.whose).await?.totp {
        return Ok(secret);
    }
    let fresh = totp::fresh_secret(&app.random);
    let offered = fresh.clone();
    // The page may be loaded twice at the same time: then the first secret stands.
    let kept = ceremony::change(app, &enrolling.whose, move |ceremony| {
        ceremony.totp.get_or_insert_with(|| offered.clone());
    });
    Ok(kept.await?.totp.unwrap_or(fresh))
}
