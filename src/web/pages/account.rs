//! The door for staff, and where they begin.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// Email and password. The email is kept when the two do not go together, the password never is.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SignIn {
    pub email: String,
    /// What is wrong, at the field `email` or `password`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
    /// Organisations whose own sign-in may be used instead.
    pub providers: Vec<Provider>,
}

/// An organisation whose own sign-in may be used.
#[derive(Debug, Clone, Serialize)]
pub struct Provider {
    pub name: String,
    /// Where the form goes that leads there.
    pub action: String,
}

/// Where staff begin.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    pub places: Vec<Place>,
}

/// Something that they may do.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    pub title: String,
    pub explain: String,
    pub href: String,
}

impl Page for Home {
    const TEMPLATE: &'static str = "pages/account/home.html";

    fn samples() -> Vec<Self> {
        let place = Place { title: "Indicators".into(), explain: "The county's figures.".into(), href: "/commissioner".into() };
        vec![Self { places: Vec::new() }, Self { places: vec![place] }]
    }
}

impl Page for SignIn {
    const TEMPLATE: &'static str = "pages/account/sign_in.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let at = |field: &str| self.errors.iter().filter(|error| error.field == field).collect::<Vec<_>>();
        let mut context = Context::from_serialize(self)?;
        context.insert("email_errors", &at("email"));
        context.insert("password_errors", &at("password"));
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let errors = vec![
            FieldError::new("email", "That email and password do not go together."),
            FieldError::new("password", "Enter your password."),
        ];
        let providers = vec![Provider { name: "Example County".into(), action: "/sign-in/with/example".into() }];
        let hidden = vec![Hidden::new("next", "/commissioner")];
        let wrong = Self { email: "a.person@example.org".into(), errors, hidden, providers };
        vec![Self::default(), wrong]
    }
}
