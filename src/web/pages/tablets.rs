//! The tablets of an event, for those who hold it.

use serde::Serialize;
use tera::Context;

use super::form::{Back, Field, Input};
use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// The tablets of an event, and where another is added.
#[derive(Debug, Clone, Serialize)]
pub struct Tablets {
    /// The title of the event.
    pub event: String,
    pub back: Back,
    pub rows: Vec<Tablet>,
    /// Where the name of a new one is sent; nothing while there is nothing to answer.
    pub new: Option<Field>,
    /// Where the forms are sent.
    pub action: String,
    /// The hidden fields of the forms.
    pub hidden: Vec<Hidden>,
}

/// One tablet.
#[derive(Debug, Clone, Serialize)]
pub struct Tablet {
    pub id: String,
    pub name: String,
    /// The day it was made.
    pub since: String,
    /// The address to open on it.
    pub link: String,
}

impl Page for Tablets {
    const TEMPLATE: &'static str = "pages/engage/tablets.html";

    fn has_errors(&self) -> bool {
        self.new.as_ref().is_some_and(|field| !field.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        context.insert("errors", &self.new.iter().flat_map(|field| &field.errors).collect::<Vec<_>>());
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let row = Tablet {
            id: "7".into(),
            name: "Table by the door".into(),
            since: "3 June 2026".into(),
            link: "https://surveys.example.org/k/token".into(),
        };
        let name = Field::new("name", "Name of a new tablet".into(), Input::Text { value: String::new() });
        let wrong = Field { errors: vec![FieldError::new("name", "Enter what you call it")], ..name.clone() };
        let full = Self {
            event: "Carers at the library".into(),
            back: Back { href: "/engage/7".into(), text: "The event".into() },
            rows: vec![row],
            new: Some(name),
            action: "/engage/7/tablets".into(),
            hidden: vec![Hidden::new("token", "x")],
        };
        let empty = Self { rows: Vec::new(), new: Some(wrong), ..full.clone() };
        vec![empty.clone(), Self { new: None, ..empty }, full]
    }
}
