//! The pages on which second factors are added and passkeys are asked for.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;
use crate::qr::Drawing;

/// An authenticator app that is being added.
#[derive(Debug, Clone, Serialize)]
pub struct SecondFactor {
    pub qr: Drawing,
    /// The secret in groups of four.
    pub key: String,
    /// The address that opens an authenticator app on the same device.
    pub url: String,
    /// What the person calls it.
    pub name: String,
    /// False where people reach us by a bare network address.
    pub has_passkeys: bool,
    /// What is wrong, at the field `code` or `name`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// A passkey that is being added.
#[derive(Debug, Clone, Serialize)]
pub struct NewPasskey {
    /// What the browser is asked, as JSON.
    pub options: String,
    pub name: String,
    /// What is wrong, at the field `passkey` or `name`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// A passkey that is asked for.
#[derive(Debug, Clone, Serialize)]
pub struct PasskeySignIn {
    /// What the browser is asked, as JSON.
    pub options: String,
    /// What is wrong, at the field `passkey`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

/// Recovery codes that the person is to keep.
#[derive(Debug, Clone, Serialize)]
pub struct RecoveryCodes {
    pub codes: Vec<String>,
    pub email: String,
    pub organisation: String,
}

/// The page's context, with the errors of each of its fields.
fn with_errors(page: &impl Serialize, errors: &[FieldError], fields: &[&str]) -> Result<Context, Unrendered> {
    let mut context = Context::from_serialize(page)?;
    for field in fields {
        let at: Vec<_> = errors.iter().filter(|error| error.field == *field).collect();
        context.insert(format!("{field}_errors"), &at);
    }
    Ok(context)
}

impl Page for SecondFactor {
    const TEMPLATE: &'static str = "pages/account/second_factor.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        with_errors(self, &self.errors, &["code", "name"])
    }

    fn samples() -> Vec<Self> {
        let fine = Self {
            qr: Drawing { size: 29, path: "M4 4h7v1h-7z".into() },
            key: "ABCD EFGH IJKL MNOP".into(),
            url: "otpauth://totp/x?secret=ABCDEFGHIJKLMNOP".into(),
            name: "Authenticator app".into(),
            has_passkeys: true,
            errors: Vec::new(),
            hidden: vec![Hidden::new("token", "x")],
        };
        let errors = vec![FieldError::new("code", "That code is not right."), FieldError::new("name", "Enter a name.")];
        vec![fine.clone(), Self { errors, has_passkeys: false, ..fine }]
    }
}

impl Page for NewPasskey {
    const TEMPLATE: &'static str = "pages/account/new_passkey.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        with_errors(self, &self.errors, &["passkey", "name"])
    }

    fn samples() -> Vec<Self> {
        let fine = Self { options: "{}".into(), name: "Passkey".into(), errors: Vec::new(), hidden: vec![Hidden::new("token", "x")] };
        let errors = vec![FieldError::new("passkey", "That did not work."), FieldError::new("name", "Enter a name.")];
        vec![fine.clone(), Self { errors, ..fine }]
    }
}

impl Page for PasskeySignIn {
    const TEMPLATE: &'static str = "pages/account/passkey_sign_in.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        with_errors(self, &self.errors, &["passkey"])
    }

    fn samples() -> Vec<Self> {
        let fine = Self { options: "{}".into(), errors: Vec::new(), hidden: vec![Hidden::new("token", "x")] };
        vec![fine.clone(), Self { errors: vec![FieldError::new("passkey", "That did not work.")], ..fine }]
    }
}

impl Page for RecoveryCodes {
    const TEMPLATE: &'static str = "pages/account/recovery_codes.html";

    fn samples() -> Vec<Self> {
        let codes = (0..10).map(|n| format!("ABCD EFGH 000{n}")).collect();
        vec![Self { codes, email: "ann@example.org".into(), organisation: "Fenmarch & Dale Partnership".into() }]
    }
}
