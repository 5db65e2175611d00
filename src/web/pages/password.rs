//! Choosing a password, through a link or signed in, and asking for a link. No page holds a password, whatever was typed.

use serde::Serialize;
use tera::Context;

use super::part::FieldError;
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// Where a one-time link leads that sets a password.
#[derive(Debug, Clone, Serialize)]
pub struct ChoosePassword {
    /// True for the first password of an account.
    pub is_new: bool,
    pub name: String,
    pub email: String,
    /// The token of the link.
    pub token: String,
    /// What is wrong, at the field `password`.
    pub errors: Vec<FieldError>,
}

/// Where a one-time link leads that adds a second factor: the password comes first.
#[derive(Debug, Clone, Serialize)]
pub struct EnrolLink {
    pub name: String,
    pub email: String,
    /// The token of the link.
    pub token: String,
    /// What is wrong, at the field `password`.
    pub errors: Vec<FieldError>,
}

/// Where a link to set a new password is asked for.
#[derive(Debug, Clone, Serialize)]
pub struct Forgotten {
    /// False where no mail is configured: then there is nothing to type.
    pub sends_mail: bool,
    pub email: String,
    /// What is wrong, at the field `email`.
    pub errors: Vec<FieldError>,
}

/// What everybody is told who asked for a link, whether there is an account or not.
#[derive(Debug, Clone, Serialize)]
pub struct LinkAsked {
    /// The minutes in which no second link is sent.
    pub minutes: i64,
}

/// Where somebody who is signed in changes their password.
#[derive(Debug, Clone, Serialize)]
pub struct ChangePassword {
    /// False for somebody who signs in with their organisation alone.
    pub has_password: bool,
    pub email: String,
    /// What is wrong, at the field `current` or `password`.
    pub errors: Vec<FieldError>,
}

fn wrong(field: &str) -> Vec<FieldError> {
    vec![FieldError::new(field, "That password is easy to guess. It repeats itself.")]
}

impl Page for ChoosePassword {
    const TEMPLATE: &'static str = "pages/account/choose_password.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let first =
            Self { is_new: true, name: "A <Person>".into(), email: "a.person@example.org".into(), token: "x".into(), errors: Vec::new() };
        vec![Self { is_new: false, errors: wrong("password"), ..first.clone() }, first]
    }
}

impl Page for EnrolLink {
    const TEMPLATE: &'static str = "pages/account/enrol_link.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let plain = Self { name: "A Person".into(), email: "a.person@example.org".into(), token: "x".into(), errors: Vec::new() };
        vec![Self { errors: wrong("password"), ..plain.clone() }, plain]
    }
}

impl Page for Forgotten {
    const TEMPLATE: &'static str = "pages/account/forgotten.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let plain = Self { sends_mail: true, email: String::new(), errors: Vec::new() };
        let unlike = Self { email: "a person".into(), errors: wrong("email"), ..plain.clone() };
        vec![Self { sends_mail: false, ..plain.clone() }, unlike, plain]
    }
}

impl Page for LinkAsked {
    const TEMPLATE: &'static str = "pages/account/link_asked.html";

    fn samples() -> Vec<Self> {
        vec![Self { minutes: 20 }]
    }
}

impl Page for ChangePassword {
    const TEMPLATE: &'static str = "pages/account/change_password.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let at = |field: &str| self.errors.iter().filter(|error| error.field == field).collect::<Vec<_>>();
        let mut context = Context::from_serialize(self)?;
        context.insert("current_errors", &at("current"));
        context.insert("password_errors", &at("password"));
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let plain = Self { has_password: true, email: "a.person@example.org".into(), errors: Vec::new() };
        let faulty = Self { errors: [wrong("current"), wrong("password")].concat(), ..plain.clone() };
        vec![Self { has_password: false, ..plain.clone() }, faulty, plain]
    }
}
