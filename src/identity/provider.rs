//! One provider: its discovery document and keys, kept for an hour, and the two halves of a sign-in.

use std::sync::RwLock;
use std::time::Duration;

use openidconnect::core::{CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType, CoreProviderMetadata};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, ClientId, ClientSecret, CsrfToken, DiscoveryError, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardErrorResponse, TokenResponse,
    url,
};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use super::http::{self, Unanswered};
use super::token::{self, Claims, Relying, UserInfo};
use super::{Failure, Person};
use crate::clock::Moment;
use crate::config::SignInWith;
use crate::random::Random;

/// How long the discovery document is kept, in seconds.
const KEPT: i64 = 3600;
/// How often it is read again at most because a key is not in it, in seconds.
const AGAIN: i64 = 60;

/// Somebody whose sign-in is taken.
pub struct Provider {
    pub settings: SignInWith,
    issuer: IssuerUrl,
    back: RedirectUrl,
    client: reqwest::Client,
    /// When it was read, and what it was.
    metadata: RwLock<Option<(Moment, CoreProviderMetadata)>>,
}

/// The way to a provider.
#[derive(Debug)]
pub struct Departure {
    /// Where the browser goes.
    pub address: String,
    /// What must be remembered until it comes back.
    pub kept: Kept,
}

/// What a browser must bring back for a sign-in to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What the provider hands back in the address.
    pub state: String,
    /// What the token must hold.
    nonce: String,
    /// What the code is exchanged with (RFC 7636).
    verifier: String,
}

impl Provider {
    /// A provider that sends people back to `back`.
    pub(super) fn new(settings: SignInWith, client: reqwest::Client, back: String) -> Result<Self, url::ParseError> {
        let (issuer, back) = (IssuerUrl::new(settings.issuer.clone())?, RedirectUrl::new(back)?);
        Ok(Self { settings, issuer, back, client, metadata: RwLock::new(None) })
    }

    /// The way there, with a new state, nonce and code verifier.
    pub async fn departure(&self, random: &Random, now: Moment) -> Result<Departure, Failure> {
        let client = self.relying(now, KEPT).await?;
        let kept = Kept { state: random.token(), nonce: random.token(), verifier: random.token() };
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(kept.verifier.clone()));
        let (state, nonce) = (CsrfToken::new(kept.state.clone()), Nonce::new(kept.nonce.clone()));
        let mut request = client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce).set_pkce_challenge(challenge);
        for scope in &self.settings.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for class in &self.settings.acr_values {
            request = request.add_auth_context_value(AuthenticationContextClass::new(class.clone()));
        }
        if let Some(minutes) = self.settings.max_age_minutes {
            request = request.set_max_age(Duration::from_secs(u64::from(minutes) * 60));
        }
        let (address, ..) = request.url();
        Ok(Departure { address: address.into(), kept })
    }

    /// Who came back with that code.
    pub async fn arrival(&self, code: String, kept: &Kept, now: Moment) -> Result<Person, Failure> {
        let client = self.relying(now, KEPT).await?;
        let http = |request| http::send(self.client.clone(), request);
        let exchange = client.exchange_code(AuthorizationCode::new(code)).map_err(|why| Failure::Provider(why.to_string()))?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(kept.verifier.clone()));
        let answer = exchange.request_async(&http).await.map_err(|why| refused(&why))?;
        let id_token = answer.id_token().ok_or(Failure::Token("missing"))?;
        let client = if token::is_signed_with_an_unknown_key(&client, id_token) { self.relying(now, AGAIN).await? } else { client };
        let claims = token::verified(&client, id_token, &kept.nonce, now)?;
        let more =
            if token::lacks(&self.settings, claims) { self.more(&client, claims, answer.access_token().clone()).await? } else { None };
        token::recent(&self.settings, claims, now)?;
        Ok(token::person(&self.settings, claims, more.as_ref()))
    }

    /// What the provider says about somebody besides the token, where it says anything.
    async fn more(&self, client: &Relying, claims: &Claims, access: openidconnect::AccessToken) -> Result<Option<UserInfo>, Failure> {
        // No address for it is no fault: the token has said all there is.
        let Ok(request) = client.user_info(access, Some(claims.subject().clone())) else { return Ok(None) };
        let http = |request| http::send(self.client.clone(), request);
        match request.request_async(&http).await {
            Ok(info) => Ok(Some(info)),
            Err(openidconnect::UserInfoError::ClaimsVerification(_)) => Err(Failure::Token("user information")),
            Err(why) => Err(Failure::Provider(chain(&why))),
        }
    }

    /// A client with what the provider said lately.
    async fn relying(&self, now: Moment, seconds: i64) -> Result<Relying, Failure> {
        let metadata = self.metadata(now, seconds).await?;
        let methods = metadata.token_endpoint_auth_methods_supported();
        let basic = methods.is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let secret = ClientSecret::new(self.settings.client_secret.expose_secret().to_owned());
        let client = Relying::from_provider_metadata(metadata, ClientId::new(self.settings.client_id.clone()), Some(secret));
        let client = client.set_auth_type(if basic { AuthType::BasicAuth } else { AuthType::RequestBody });
        Ok(client.set_redirect_uri(self.back.clone()))
    }

    async fn metadata(&self, now: Moment, seconds: i64) -> Result<CoreProviderMetadata, Failure> {
        let held = self.metadata.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
        if let Some((_, metadata)) = held.filter(|(at, _)| now < at.plus_seconds(seconds)) {
            return Ok(metadata);
        }
        let http = |request| http::send(self.client.clone(), request);
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &http).await.map_err(|why| undiscovered(&why))?;
        *self.metadata.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some((now, found.clone()));
        Ok(found)
    }
}

fn undiscovered(why: &DiscoveryError<Unanswered>) -> Failure {
    Failure::Provider(format!("discovery: {}", chain(why)))
}

fn refused(why: &RequestTokenError<Unanswered, StandardErrorResponse<CoreErrorResponseType>>) -> Failure {
    match why {
        RequestTokenError::ServerResponse(said) if *said.error() == CoreErrorResponseType::InvalidGrant => Failure::Code,
        _ => Failure::Provider(format!("token: {}", chain(why))),
    }
}

/// An error and its causes, in one line.
fn chain(why: &dyn std::error::Error) -> String {
    let mut said = why.to_string();
    let mut cause = why.source();
    while let Some(why) = cause {
        said = format!("{said}: {why}");
        cause = why.source();
    }
    said
}
