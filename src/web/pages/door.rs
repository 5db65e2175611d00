//! What comes behind the first half of the door: the second factor, a link to set one up, and the question who somebody is
//! before something dangerous.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// A code from an app, a recovery code or a passkey.
#[derive(Debug, Clone, Serialize)]
pub struct Second {
    /// True for somebody who has an authenticator app.
    pub has_app: bool,
    /// Where a passkey is asked for; nothing for somebody who has none.
    pub passkey: Option<String>,
    /// What is wrong, at the field `code`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// The password was right, and there is no second factor yet.
#[derive(Debug, Clone, Serialize)]
pub struct LinkSent {
    /// True when a link to set one up was sent; false where no mail is configured.
    pub is_sent: bool,
    /// How many hours the link works.
    pub hours: i64,
}

/// Showing again who one is.
#[derive(Debug, Clone, Serialize)]
pub struct Confirm {
    /// False for somebody who signs in with their organisation alone.
    pub has_password: bool,
    /// True for somebody who has an authenticator app.
    pub asks_code: bool,
    /// True for somebody who shows a passkey next.
    pub then_passkey: bool,
    /// What is wrong, at the field `password` or `code`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// The passkey, asked for again after the password.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmPasskey {
    /// What the browser is asked, as JSON.
    pub options: String,
    /// What is wrong, at the field `passkey`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

impl Page for Second {
    const TEMPLATE: &'static str = "pages/account/second.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let app = Self { has_app: true, passkey: None, errors: Vec::new(), hidden: vec![Hidden::new("next", "/staff")] };
        let passkey = Self { has_app: false, passkey: Some("/sign-in/passkey".into()), ..app.clone() };
        let both =
            Self { passkey: passkey.passkey.clone(), errors: vec![FieldError::new("code", "That code is not right.")], ..app.clone() };
        vec![app, passkey, both]
    }
}

impl Page for LinkSent {
    const TEMPLATE: &'static str = "pages/account/link_sent.html";

    fn samples() -> Vec<Self> {
        vec![Self { is_sent: true, hours: 1 }, Self { is_sent: false, hours: 1 }]
    }
}

impl Page for Confirm {
    const TEMPLATE: &'static str = "pages/account/confirm.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let at = |field: &str| self.errors.iter().filter(|error| error.field == field).collect::<Vec<_>>();
        let mut context = Context::from_serialize(self)?;
        context.insert("password_errors", &at("password"));
        context.insert("code_errors", &at("code"));
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let hidden = vec![Hidden::new("next", "/account")];
        let errors = vec![FieldError::new("password", "Enter your password."), FieldError::new("code", "That code is not right.")];
        let plain = Self { has_password: true, asks_code: false, then_passkey: false, errors: Vec::new(), hidden };
        let faulty = Self { asks_code: true, errors, ..plain.clone() };
        vec![plain.clone(), faulty, Self { then_passkey: true, ..plain.clone() }, Self { has_password: false, ..plain }]
    }
}

impl Page for ConfirmPasskey {
    const TEMPLATE: &'static str = "pages/account/confirm_passkey.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let fine = Self { options: "{}".into(), errors: Vec::new(), hidden: vec![Hidden::new("token", "x")] };
        vec![fine.clone(), Self { errors: vec![FieldError::new("passkey", "That did not work.")], ..fine }]
    }
}
