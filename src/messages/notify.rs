//! GOV.UK Notify: text messages by its API. One template of the service holds nothing but the words we write, so that they are
//! in one place and in every language. A reference names each message, and the service is asked for it before anything is
//! handed over a second time.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::Text;
use super::gateway::Refusal;
use super::jwt;
use super::text::BadSettings;
use crate::config;

/// The longest that one request may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes of an answer.
const MOST: usize = 64 * 1024;

/// The length of a UUID as it is written.
const UUID: usize = 36;

/// How long everything waits after the service said that there is too much, where it does not say how long, in seconds.
const PAUSE: i64 = 60;

/// A service at GOV.UK Notify.
#[derive(Clone)]
pub struct Notify {
    client: Client,
    base: String,
    /// The id of the service.
    service: String,
    secret: SecretString,
    /// The id of the template, which has one placeholder: `((message))`.
    template: String,
}

#[derive(Deserialize)]
struct Taken {
    id: String,
}

#[derive(Deserialize)]
struct Known {
    notifications: Vec<Taken>,
}

#[derive(Deserialize, Default)]
struct Faults {
    #[serde(default)]
    errors: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    error: String,
    message: String,
}

impl Notify {
    /// The service of the settings.
    pub fn new(settings: &config::Text) -> Result<Self, BadSettings> {
        crate::tls::provide();
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build();
        let (service, secret) = parted(settings.api_key.expose_secret())
            .ok_or_else(|| BadSettings("`api_key` does not end in the ids of a service and of a secret".to_owned()))?;
        Ok(Self {
            client: client.map_err(|why| BadSettings(format!("no TLS client can be made: {}", why.without_url())))?,
            base: settings.base_url.trim_end_matches('/').to_owned(),
            service: service.to_owned(),
            secret: secret.into(),
            template: settings.template.clone(),
        })
    }

    /// Hands a text message over, and gives what the service calls it.
    pub async fn send(&self, text: &Text, now: i64) -> Result<String, Refusal> {
        let body = serde_json::json!({
            "phone_number": text.to,
            "template_id": self.template,
            "personalisation": { "message": text.body },
            "reference": text.reference,
        });
        let request = self.client.post(format!("{}/v2/notifications/sms", self.base));
        let request = request.header(CONTENT_TYPE, "application/json").body(body.to_string());
        let taken: Taken = self.ask(request, now).await?;
        Ok(taken.id)
    }

    /// What the service calls the message of that reference, where it has it.
    pub async fn look_up(&self, reference: &str, now: i64) -> Result<Option<String>, Refusal> {
        let request = self.client.get(format!("{}/v2/notifications?reference={reference}", self.base));
        let known: Known = self.ask(request, now).await?;
        Ok(known.notifications.into_iter().next().map(|taken| taken.id))
    }

    async fn ask<T: serde::de::DeserializeOwned>(&self, request: RequestBuilder, now: i64) -> Result<T, Refusal> {
        let token = jwt::token(&self.service, self.secret.expose_secret().as_bytes(), now);
        let answer = request.header(AUTHORIZATION, format!("Bearer {token}")).send().await.map_err(|why| unanswered(&why))?;
        let (status, pause) = (answer.status(), pause(&answer));
        let body = read(answer).await?;
        if status.is_success() {
            return serde_json::from_slice(&body).map_err(|_| later("notify-unreadable"));
        }
        Err(refusal(status, pause, &body))
    }
}

/// The ids of the service and of the secret at the end of a key: `NAME-SERVICE-SECRET`.
fn parted(key: &str) -> Option<(&str, &str)> {
    let (rest, secret) = key.split_at_checked(key.len().checked_sub(UUID)?)?;
    let rest = rest.strip_suffix('-')?;
    let (_, service) = rest.split_at_checked(rest.len().checked_sub(UUID)?)?;
    Some((service, secret))
}

fn later(why: &str) -> Refusal {
    Refusal::Later { why: why.to_owned(), seconds: None }
}

/// Only without a connection is it sure that nothing was handed over.
fn unanswered(why: &reqwest::Error) -> Refusal {
    if why.is_connect() { Refusal::Away("notify-away".to_owned()) } else { later("notify-unanswered") }
}

/// How many seconds the service asks to be left alone.
fn pause(answer: &Response) -> Option<i64> {
    answer.headers().get(RETRY_AFTER)?.to_str().ok()?.parse().ok().filter(|seconds| (1..=86_400).contains(seconds))
}

async fn read(mut answer: Response) -> Result<Vec<u8>, Refusal> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|why| unanswered(&why))? {
        if body.len() + chunk.len() > MOST {
            return Err(later("notify-unreadable"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn refusal(status: StatusCode, pause: Option<i64>, body: &[u8]) -> Refusal {
    let name = format!("notify-{}", status.as_u16());
    let faults: Faults = serde_json::from_slice(body).unwrap_or_default();
    let is_number = |fault: &Fault| fault.error == "ValidationError" && fault.message.contains("phone_number");
    match status.as_u16() {
        429 => Refusal::Later { why: name, seconds: Some(pause.unwrap_or(PAUSE)) },
        400 if faults.errors.iter().any(is_number) => Refusal::Address(name),
        // A key that is not taken says nothing about any one message.
        401 | 403 => Refusal::Away(name),
        400..=499 => Refusal::Never(name),
        _ => Refusal::Later { why: name, seconds: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_parted_into_the_ids_of_service_and_secret() {
        let (service, secret) = ("26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0");
        assert_eq!(parted(&format!("our_key-{service}-{secret}")), Some((service, secret)));
        assert_eq!(parted(secret), None);
        assert_eq!(parted(""), None);
    }

    #[test]
    fn a_number_that_cannot_be_is_told_from_a_fault_of_ours() {
        let fault = |error: &str, message: &str| format!(r#"{{"status_code":400,"errors":[{{"error":"{error}","message":"{message}"}}]}}"#);
        let of = |text: String| refusal(StatusCode::BAD_REQUEST, None, text.as_bytes());
        assert_eq!(of(fault("ValidationError", "phone_number Not enough digits")), Refusal::Address("notify-400".to_owned()));
        assert_eq!(of(fault("BadRequestError", "Template not found")), Refusal::Never("notify-400".to_owned()));
        assert_eq!(of("no JSON".to_owned()), Refusal::Never("notify-400".to_owned()));
    }

    #[test]
    fn after_too_many_requests_everything_waits_as_long_as_the_service_says() {
        let waits = |pause| refusal(StatusCode::TOO_MANY_REQUESTS, pause, b"");
        assert_eq!(waits(Some(7)), Refusal::Later { why: "notify-429".to_owned(), seconds: Some(7) });
        assert_eq!(waits(None), Refusal::Later { why: "notify-429".to_owned(), seconds: Some(PAUSE) });
    }
}
