//! A paper typed in one go: every question on one page, each with one field.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;
use crate::web::form::Fields;

/// The whole survey as one form.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    pub name: String,
    /// The title of the survey.
    pub survey: String,
    /// True when it is typed a second time.
    pub again: bool,
    /// True when whoever types it a second time has typed it before.
    pub own: bool,
    pub rows: Vec<Row>,
    pub action: String,
    pub hidden: Vec<Hidden>,
    /// The page of the person.
    pub back: String,
}

/// One question with its field.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Row {
    /// The name of the field, and the id that the error summary links to.
    pub id: String,
    pub label: String,
    pub hints: Vec<String>,
    /// The boxes on the paper, by the numbers beside them.
    pub boxes: Vec<Numbered>,
    pub value: String,
    /// What stands beside "something else", where that is offered.
    pub other: Option<String>,
    /// True where the answer may have several lines.
    pub lines: bool,
    pub errors: Vec<FieldError>,
    /// The language of the question, where it is not the page's.
    pub lang: Option<String>,
}

impl Row {
    /// Puts in what was typed, and what is wrong with it.
    pub fn fill(&mut self, typed: &Fields, errors: &[FieldError]) {
        let other = format!("{}-other", self.id);
        typed.first(&self.id).clone_into(&mut self.value);
        self.other = self.other.as_ref().map(|_| typed.first(&other).to_owned());
        self.errors = errors.iter().filter(|error| error.field == self.id || error.field == other).cloned().collect();
    }
}

/// A box on the paper.
#[derive(Debug, Clone, Serialize)]
pub struct Numbered {
    pub number: usize,
    pub label: String,
}

impl Page for Sheet {
    const TEMPLATE: &'static str = "pages/entry/sheet.html";

    fn has_errors(&self) -> bool {
        self.rows.iter().any(|row| !row.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        context.insert("errors", &self.rows.iter().flat_map(|row| &row.errors).collect::<Vec<_>>());
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let row = |id: &str, lines| Row {
            id: id.into(),
            label: "1. What do you do now?".into(),
            hints: Vec::new(),
            boxes: Vec::new(),
            value: "My <own> words".into(),
            other: None,
            lines,
            errors: Vec::new(),
            lang: None,
        };
        let boxes = vec![Numbered { number: 1, label: "Paid work".into() }, Numbered { number: 2, label: "Something else".into() }];
        let ticked =
            Row { boxes, hints: vec!["Choose one.".into()], other: Some("\"x".into()), lang: Some("en".into()), ..row("q2", false) };
        let plain = Self {
            name: "Zofia Nowak".into(),
            survey: "Work and what you do".into(),
            again: false,
            own: false,
            rows: vec![row("q1", false), ticked.clone(), row("q3", true)],
            action: "/provider/people/7/transcribe/8".into(),
            hidden: vec![Hidden::new("pass", "1")],
            back: "/provider/people/7".into(),
        };
        let wrong = |row: Row| {
            let errors = vec![FieldError::new(row.id.clone(), "Something is wrong here.")];
            Row { errors, ..row }
        };
        let rows = plain.rows.iter().cloned().map(wrong).collect();
        vec![Self { again: true, own: true, rows, ..plain.clone() }, Self { again: true, ..plain.clone() }, plain]
    }
}
