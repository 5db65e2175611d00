//! Papers of an event, typed one after another.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden, grouped};
use super::transcribe::{Numbered, Row};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// The form for the next paper.
#[derive(Debug, Clone, Serialize)]
pub struct Papers {
    /// The title of the event.
    pub title: String,
    pub rows: Vec<Row>,
    /// The field to type in first; empty where something is wrong, and said so first.
    pub focus: String,
    pub action: String,
    pub hidden: Vec<Hidden>,
    /// How many papers whoever types has entered, without those taken back.
    pub entered: i64,
    /// The paper entered last, where it can be taken back.
    pub last: Option<Last>,
    /// The page of the event.
    pub back: String,
}

/// A paper that was entered a moment ago.
#[derive(Debug, Clone, Serialize)]
pub struct Last {
    /// Its number among those that whoever types has entered.
    pub number: i64,
    /// The receipt code, in groups.
    pub receipt: Vec<String>,
    /// What takes it back.
    pub action: String,
    pub hidden: Vec<Hidden>,
}

impl Page for Papers {
    const TEMPLATE: &'static str = "pages/engage/papers.html";

    fn has_errors(&self) -> bool {
        self.rows.iter().any(|row| !row.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        context.insert("errors", &self.rows.iter().flat_map(|row| &row.errors).collect::<Vec<_>>());
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let row =
            |id: &str, value: &str| Row { id: id.into(), label: "1. What matters <most>?".into(), value: value.into(), ..Row::default() };
        let boxes = vec![Numbered { number: 1, label: "A settled home".into() }, Numbered { number: 2, label: "Something else".into() }];
        let boxed = Row { boxes, hints: vec!["Choose one.".into()], lang: Some("en".into()), other: Some("\"x".into()), ..row("q1", "") };
        let first = Self {
            title: "Carers & friends".into(),
            rows: vec![row("date", "22 11 2026"), boxed, Row { lines: true, ..row("q2", "") }],
            focus: "q1".into(),
            action: "/engage/7/paper".into(),
            hidden: vec![Hidden::new("paper", "1.x")],
            entered: 0,
            last: None,
            back: "/engage/7".into(),
        };
        let last =
            Last { number: 12, receipt: grouped("7K3P9XWQ2MNT"), action: "/engage/7/paper/back".into(), hidden: first.hidden.clone() };
        let wrong = |row: Row| Row { errors: vec![FieldError::new(row.id.clone(), "Something is wrong here.")], ..row };
        let rows = first.rows.iter().cloned().map(wrong).collect();
        let next = Self { entered: 12, last: Some(last), ..first.clone() };
        vec![Self { rows, focus: String::new(), ..next.clone() }, next, Self { entered: 1, ..first.clone() }, first]
    }
}

/// No papers are entered.
#[derive(Debug, Clone, Serialize)]
pub struct NoPapers {
    /// The title of the event.
    pub title: String,
    /// `called-off`, `no-survey`, `not-yet` or `over`.
    pub why: String,
    /// The page of the event.
    pub back: String,
}

impl Page for NoPapers {
    const TEMPLATE: &'static str = "pages/engage/no-papers.html";

    fn samples() -> Vec<Self> {
        let none = |why: &str| Self { title: "Carers & friends".into(), why: why.into(), back: "/engage/7".into() };
        ["called-off", "no-survey", "not-yet", "over"].map(none).to_vec()
    }
}
