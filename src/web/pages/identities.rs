//! The sign-ins of organisations that an account is tied to.

use serde::Serialize;

use super::Page;
use super::part::{FieldError, Hidden};

/// Every provider, tied or not.
#[derive(Debug, Clone, Serialize)]
pub struct Identities {
    pub places: Vec<Place>,
    pub hidden: Vec<Hidden>,
}

/// One provider.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    pub name: String,
    /// Where the form goes that ties it; with `/remove`, the one that unties it.
    pub action: String,
    pub is_tied: bool,
}

/// Whether an account is to be tied to whoever came back from a provider.
#[derive(Debug, Clone, Serialize)]
pub struct Tie {
    /// The provider.
    pub name: String,
    /// Their email address there, or what the provider calls them.
    pub who: String,
    pub action: String,
    /// What is wrong, at the button `tie`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// The way to a provider, for browsers that do not go there by themselves.
#[derive(Debug, Clone, Serialize)]
pub struct Going {
    /// The provider.
    pub name: String,
    pub address: String,
}

impl Page for Going {
    const TEMPLATE: &'static str = "pages/account/going.html";

    fn samples() -> Vec<Self> {
        vec![Self { name: "Fenmarch NHS Trust".into(), address: "https://id.example.org/authorize?scope=openid&state=s".into() }]
    }
}

impl Page for Identities {
    const TEMPLATE: &'static str = "pages/account/identities.html";

    fn samples() -> Vec<Self> {
        let place = |name: &str, is_tied| Place { name: name.into(), action: "/account/sign-in-with/trust".into(), is_tied };
        let places = vec![place("Fenmarch NHS Trust", true), place("Dale Council", false)];
        vec![Self { places: Vec::new(), hidden: Vec::new() }, Self { places, hidden: vec![Hidden::new("token", "t")] }]
    }
}

impl Page for Tie {
    const TEMPLATE: &'static str = "pages/account/tie.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let tie = |errors| Self {
            name: "Fenmarch NHS Trust".into(),
            who: "a.person@example.org".into(),
            action: "/account/sign-in-with/trust/confirm".into(),
            errors,
            hidden: vec![Hidden::new("token", "t")],
        };
        vec![tie(Vec::new()), tie(vec![FieldError::new("tie", "That sign-in is tied to another account.")])]
    }
}
