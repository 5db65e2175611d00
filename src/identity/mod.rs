//! Sign-in with the organisation, over OpenID Connect: the authorisation code flow with PKCE. This room speaks with providers
//! and says who somebody is there; whose account here that is, and what it may do, is decided elsewhere.

mod http;
mod provider;
mod token;

pub use provider::{Departure, Kept, Provider};

use std::sync::Arc;

use crate::config::Settings;

/// The way back from a provider, after our own origin.
#[must_use]
pub fn way_back(key: &str) -> String {
    format!("/sign-in/with/{key}/back")
}

/// Everyone whose sign-in is taken. Cheap to clone.
#[derive(Clone, Default)]
pub struct Providers(Arc<Vec<Provider>>);

/// Why the providers cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error("sign_in_with: `{0}` has an address that cannot be read: {1}")]
    Address(String, openidconnect::url::ParseError),
    #[error("sign_in_with: no TLS client can be made: {0}")]
    Client(reqwest::Error),
}

impl Providers {
    /// The providers of the settings.
    pub fn new(settings: &Settings) -> Result<Self, Unusable> {
        if settings.sign_in_with.is_empty() {
            return Ok(Self::default());
        }
        let client = http::client().map_err(Unusable::Client)?;
        let one = |one: &crate::config::SignInWith| {
            let back = format!("{}{}", settings.origin(), way_back(&one.key));
            Provider::new(one.clone(), client.clone(), back).map_err(|why| Unusable::Address(one.key.clone(), why))
        };
        Ok(Self(Arc::new(settings.sign_in_with.iter().map(one).collect::<Result<_, _>>()?)))
    }

    /// The provider of that key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Provider> {
        self.0.iter().find(|provider| provider.settings.key == key)
    }

    /// All of them, in the order of the settings.
    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.iter()
    }
}

/// Who somebody is at a provider, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// What the provider calls them for ever.
    pub subject: String,
    /// Their email address, when the provider says that it has verified it.
    pub email: Option<String>,
    /// True when the provider says that they have shown a second factor of the kind that is asked for, or is trusted to
    /// ask for one always.
    pub showed_factor: bool,
    /// The values of the claim that gives roles.
    pub values: Vec<String>,
}

/// Why a provider did not say who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It cannot be reached, or says what makes no sense.
    #[error("{0}")]
    Provider(String),
    /// It does not take the code: used before, run out, or not ours.
    #[error("the code is not taken")]
    Code,
    /// What it says cannot be trusted; named for what is wrong with it.
    #[error("the token is refused: {0}")]
    Token(&'static str),
}

impl Failure {
    /// What the audit trail calls it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Provider(_) => "provider",
            Self::Code => "code",
            Self::Token(what) => what,
        }
    }
}
