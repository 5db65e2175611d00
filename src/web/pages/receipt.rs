//! What can be done with the code on the last page: checking that answers have arrived, and taking them back.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
use super::form::Field;
use super::invited::months;
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
    /// The receipt code, for the forms.
    pub code: String,
    /// The title of the survey.
    pub survey: String,
    /// The day they arrived, in the service's time zone.
    pub received: Date,
    /// The day they were taken back, after which there is nothing more to do.
    pub withdrawn: Option<Date>,
    /// The month of birth, where it is asked for before any answer is shown.
    pub month: Option<Field>,
    /// What is wrong with the month.
    pub errors: Vec<FieldError>,
    /// True where one's own scores over time may be seen.
    pub over_time: bool,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Found {
    const TEMPLATE: &'static str = "pages/receipt/found.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let open = Self {
            receipt: grouped("7K3P9XWQ2MNT"),
            code: "7K3P9XWQ2MNT".into(),
            survey: "How are things?".into(),
            received: date(2026, 11, 22),
            withdrawn: None,
            month: None,
            errors: Vec::new(),
            over_time: false,
            text_lang: Some("en".into()),
        };
        let [right, wrong] = months();
        let asked = Self { month: Some(right), over_time: true, ..open.clone() };
        let again = Self { errors: wrong.errors.clone(), month: Some(wrong), ..asked.clone() };
        vec![open.clone(), asked, again, Self { withdrawn: Some(date(2026, 11, 23)), ..open }]
    }
}

/// Asks whether somebody is sure that they want to take their answers back.
#[derive(Debug, Clone, Serialize)]
pub struct Withdraw {
    /// The receipt code, in groups of four.
    pub receipt: Vec<String>,
    /// The receipt code, for the forms.
    pub code: String,
    /// The title of the survey.
    pub survey: String,
    /// The language of the title, where it is not the page's.
    pub text_lang: Option<String>,
}

impl Page for Withdraw {
    const TEMPLATE: &'static str = "pages/receipt/withdraw.html";

    fn samples() -> Vec<Self> {
        let (receipt, code) = (grouped("7K3P9XWQ2MNT"), "7K3P9XWQ2MNT".into());
        vec![Self { receipt, code, survey: "How are things?".into(), text_lang: Some("en".into()) }]
    }
}

/// Says that the answers were taken back.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Withdrawn {}

impl Page for Withdrawn {
    const TEMPLATE: &'static str = "pages/receipt/withdrawn.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}
