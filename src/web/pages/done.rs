//! The page of answers that have been sent: the receipt and, at an event, the offer to hear what becomes of it.

use serde::Serialize;
use tera::Context;

use super::form::{Field, Input};
use super::invited::months;
use super::part::{FieldError, LocalLine, grouped};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// The answers have been sent.
#[derive(Debug, Clone, Serialize)]
pub struct Done {
    /// The receipt code, in groups.
    pub receipt: Vec<String>,
    /// The receipt code, for the form.
    pub code: String,
    /// The month of birth, where somebody who has come back may see their own scores over time.
    pub month: Option<Field>,
    /// True where an answer asked for the page with urgent help, which is then repeated.
    pub flagged: bool,
    /// When the team that sees the answers is at work, where that is known.
    pub watch: Option<String>,
    pub local_line: Option<LocalLine>,
    /// At an event: whether they want to hear what becomes of it.
    pub stay: Option<Stay>,
}

/// The offer to hear what becomes of what was said at an event.
#[derive(Debug, Clone, Serialize)]
pub struct Stay {
    /// Where the address is sent; nothing once it was.
    pub form: Option<StayForm>,
    /// Who holds the event.
    pub holder: String,
}

/// Where somebody leaves an address.
#[derive(Debug, Clone, Serialize)]
pub struct StayForm {
    pub action: String,
    pub email: Field,
}

impl Page for Done {
    const TEMPLATE: &'static str = "pages/respond/done.html";

    fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        context.insert("errors", &self.errors().collect::<Vec<_>>());
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let plain = Self {
            receipt: grouped("7K3P9XWQ2MNT"),
            code: "7K3P9XWQ2MNT".into(),
            month: None,
            flagged: false,
            watch: None,
            local_line: None,
            stay: None,
        };
        let [month, _] = months();
        let watch = Some("The team is at work until 17:00.".into());
        let local_line = Some(LocalLine::sample());
        let email = Field::new("email", "Your email address".into(), Input::Email { value: "a@".into() });
        let wrong = Field { errors: vec![FieldError::new("email", "Enter an email address")], ..email.clone() };
        let stay = |form: Option<Field>| {
            let form = form.map(|email| StayForm { action: "/s/sample/stay-in-touch".into(), email });
            Some(Stay { form, holder: "Fenmarch & Dale Partnership".into() })
        };
        let offered = [Some(email), Some(wrong), None].map(|form| Self { stay: stay(form), ..plain.clone() });
        let usual = [
            plain.clone(),
            Self { flagged: true, watch, ..plain.clone() },
            Self { month: Some(month), flagged: true, local_line, ..plain },
        ];
        usual.into_iter().chain(offered).collect()
    }
}

impl Done {
    /// What is wrong with the address that was left.
    fn errors(&self) -> impl Iterator<Item = &FieldError> {
        self.stay.iter().filter_map(|stay| stay.form.as_ref()).flat_map(|form| &form.email.errors)
    }
}
