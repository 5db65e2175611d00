//! What gateways tell us later: whether a text message arrived. They show a token that both sides know; without it there is no
//! such address. What they tell of people is not read.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use secrecy::ExposeSecret;
use serde::Deserialize;
use subtle::ConstantTimeEq;

use super::problem::Problem;
use super::{form, state};
use crate::app::App;
use crate::store::messages::{self, Receipt};

/// A delivery receipt of GOV.UK Notify, from somebody who knows the token.
pub struct Told(Report);

#[derive(Deserialize)]
struct Report {
    id: String,
    /// Ours; nothing for messages that others send through the same service.
    reference: Option<String>,
    status: String,
}

impl FromRequest for Told {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = knows(request).then(|| form::body(request, payload));
        Box::pin(async move {
            let body = body.ok_or(Problem::NotFound)?.await?;
            serde_json::from_slice(&body).map(Self).map_err(|_| Problem::Unreadable)
        })
    }
}

/// True for somebody who shows the token.
fn knows(request: &HttpRequest) -> bool {
    let token = state(request).settings.text.as_ref().and_then(|text| text.callback_token.as_ref());
    let shown = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    token.zip(shown).is_some_and(|(token, shown)| token.expose_secret().as_bytes().ct_eq(shown.as_bytes()).into())
}

/// Notes what became of a text message. What is not about a message of ours is nobody's fault, and not asked for again.
pub async fn notify(app: Data<App>, Told(report): Told) -> Result<HttpResponse, Problem> {
    let receipt = match report.status.as_str() {
        "delivered" => Some(Receipt::Delivered),
        "permanent-failure" | "temporary-failure" | "technical-failure" => Some(Receipt::Failed(format!("notify-{}", report.status))),
        _ => None,
    };
    if let Some((receipt, reference)) = receipt.zip(report.reference) {
        let (id, now) = (report.id, app.clock.now().micros());
        if receipt == Receipt::Failed("notify-technical-failure".to_owned()) {
            tracing::error!(id, "a text message failed between the service and the network");
        }
        app.store.write("receipt", move |tx| messages::receipt(tx, &reference, &id, &receipt, now)).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}
