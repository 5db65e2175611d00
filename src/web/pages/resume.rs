//! Leaving a survey and coming back with a code.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::Page;
use super::form::Field;
use super::invited::months;
use super::part::{FieldError, grouped};

/// The code to come back with.
#[derive(Debug, Clone, Serialize)]
pub struct Later {
    /// The resume code, in groups of four.
    pub code: Vec<String>,
    /// The last day it works.
    pub until: Date,
    /// The address to type, such as `answers.example.org/resume`.
    pub address: String,
    /// The page the person came from, to which both the back link and the button lead.
    pub back: String,
}

impl Page for Later {
    const TEMPLATE: &'static str = "pages/resume/later.html";

    fn samples() -> Vec<Self> {
        let (code, address) = (grouped("7K3P9XWQ2MNT"), "answers.example.org/resume".into());
        vec![Self { code, until: date(2026, 12, 6), address, back: "/s/sample/home".into() }]
    }
}

/// Where the code is typed.
#[derive(Debug, Clone, Serialize)]
pub struct Resume {
    /// What was typed, kept when it is wrong.
    pub code: String,
    /// What is wrong with it, at the field `code`.
    pub errors: Vec<FieldError>,
    /// The month of birth of those who were asked to answer.
    pub month: Field,
}

impl Page for Resume {
    const TEMPLATE: &'static str = "pages/resume/form.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn samples() -> Vec<Self> {
        let [month, _] = months();
        let plain = Self { code: String::new(), errors: Vec::new(), month };
        let errors = vec![FieldError::new("code", "No answers go with that code.")];
        vec![plain.clone(), Self { code: "7K3P \"9XWQ".into(), errors, ..plain }]
    }
}
