//! Checking that answers have arrived, by the code on the last page.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
use super::part::{FieldError, Hidden, grouped};

/// Where the receipt code is typed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Receipt {
    /// What was typed, kept when it is wrong.
    pub code: String,
    /// What is wrong with it, at the field `code`.
    pub errors: Vec<FieldError>,
    pub hidden: Vec<Hidden>,
}

impl Page for Receipt {
    const TEMPLATE: &'static str = "pages/receipt/form.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let wrong =
            Self { code: "7K3P".into(), errors: vec![FieldError::new("code", "We have no answers with that code.")], hidden: Vec::new() };
        vec![Self::default(), wrong]
    }
}

/// The answers that go with a receipt code have arrived.
#[derive(Debug, Clone, Serialize)]
pub struct Found {
    /// The receipt code, in groups of four.
    pub receipt: Vec<String>,
    /// The title of the survey.
    pub survey: String,
    /// The day they arrived, in the service's time zone.
    pub received: Date,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Found {
    const TEMPLATE: &'static str = "pages/receipt/found.html";

    fn samples() -> Vec<Self> {
        let (receipt, survey) = (grouped("7K3P9XWQ2MNT"), "How are things?".into());
        vec![Self { receipt, survey, received: date(2026, 11, 22), text_lang: Some("en".into()) }]
    }
}
