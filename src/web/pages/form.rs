//! A form of staff as a page: one column of fields, one button. What the fields ask is decided by whoever shows the form;
//! how they look is the same everywhere.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered};
use crate::i18n::Locale;

/// A page with a form.
#[derive(Debug, Clone, Serialize)]
pub struct Form {
    pub heading: String,
    /// What the form is about, above the heading.
    pub caption: Option<String>,
    /// Paragraphs before the fields.
    pub intro: Vec<String>,
    pub back: Back,
    /// Where it is sent.
    pub action: String,
    /// What it sends besides the fields and the session's own.
    pub hidden: Vec<Hidden>,
    pub fields: Vec<Field>,
    pub button: String,
    /// True where the button does what cannot be undone.
    pub warning: bool,
}

/// The way back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Back {
    pub href: String,
    pub text: String,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name, and the id that the error summary links to.
    pub id: String,
    pub label: String,
    pub hint: String,
    pub input: Input,
    pub errors: Vec<FieldError>,
    /// The heading of the part of the form that begins with it.
    pub section: Option<String>,
    /// Where somebody may rather go, after what is wrong with it.
    pub way: Option<Back>,
}

/// What is typed or chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Input {
    Text {
        value: String,
    },
    Email {
        value: String,
    },
    /// A telephone number.
    Phone {
        value: String,
    },
    /// A time of day, such as 10:00.
    Time {
        value: String,
    },
    /// A number of digits that is no quantity.
    Digits {
        value: String,
    },
    /// A date; its parts are sent as `<id>-day`, `<id>-month` and `<id>-year`.
    Date {
        day: String,
        month: String,
        year: String,
    },
    /// Several lines.
    Lines {
        value: String,
    },
    Select {
        options: Vec<Choice>,
    },
    Radios {
        options: Vec<Choice>,
    },
    Checkboxes {
        options: Vec<Choice>,
    },
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub checked: bool,
    /// The first option of a field has the id of the field.
    pub id: String,
}

impl Choice {
    /// Something to choose, not chosen.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, checked: false, id: String::new() }
    }

    /// The same, with what it means.
    #[must_use]
    pub fn hinted(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
}

impl Field {
    /// A field without hint.
    #[must_use]
    pub fn new(id: &str, label: String, input: Input) -> Self {
        Self { id: id.to_owned(), label, hint: String::new(), input, errors: Vec::new(), section: None, way: None }
    }

    /// The same, as the first of a part of the form.
    #[must_use]
    pub fn headed(mut self, section: String) -> Self {
        self.section = Some(section);
        self
    }

    /// The same, with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// Options of which `chosen` is chosen, if it is one of them.
    #[must_use]
    pub fn options(id: &str, options: Vec<Choice>, chosen: &str) -> Vec<Choice> {
        Self::several(id, options, &[chosen])
    }

    /// Options of which those are chosen.
    #[must_use]
    pub fn several(id: &str, options: Vec<Choice>, chosen: &[&str]) -> Vec<Choice> {
        let numbered = options.into_iter().enumerate();
        let named = |(at, mut option): (usize, Choice)| {
            option.checked = chosen.contains(&option.value.as_str());
            option.id = if at == 0 { id.to_owned() } else { format!("{id}-{}", at + 1) };
            option
        };
        numbered.map(named).collect()
    }
}

impl Page for Form {
    const TEMPLATE: &'static str = "pages/form.html";

    fn has_errors(&self) -> bool {
        self.fields.iter().any(|field| !field.errors.is_empty())
    }

    fn context(&self, _locale: &Locale) -> Result<Context, Unrendered> {
        let mut context = Context::from_serialize(self)?;
        context.insert("errors", &self.fields.iter().flat_map(|field| &field.errors).collect::<Vec<_>>());
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        let choices = |id: &str| {
            let options = vec![Choice::new("a", "One").hinted("The first.".into()), Choice::new("b\"", "Another")];
            Field::options(id, options, "b\"")
        };
        let fields = vec![
            Field::new("name", "Name".into(), Input::Text { value: "My <own> words".into() }).hinted("As others know it.".into()),
            Field::new("email", "Email address".into(), Input::Email { value: String::new() }),
            Field::new("reason", "Why".into(), Input::Lines { value: "</textarea>".into() }).hinted("A sentence.".into()),
            Field::new("employer", "Employer".into(), Input::Select { options: choices("employer") }),
            Field::new("role", "Role".into(), Input::Radios { options: choices("role") }).hinted("Choose one.".into()),
            Field::new("needs", "Needs".into(), Input::Checkboxes { options: choices("needs") }),
            Field::new("phone", "Phone".into(), Input::Phone { value: "01632 960123".into() }).headed("Ways".into()),
            Field::new("number", "Number".into(), Input::Digits { value: "\"1".into() }),
            Field::new("from", "From".into(), Input::Time { value: "10:00".into() }),
            Field::new("born", "Born".into(), Input::Date { day: "1".into(), month: "\"2".into(), year: String::new() }),
        ];
        let wrong = |mut field: Field| {
            field.errors.push(FieldError::new(field.id.clone(), "Something is wrong here."));
            field.way = Some(Back { href: "/elsewhere".into(), text: "Another page".into() });
            field
        };
        let back = Back { href: "/admin/accounts".into(), text: "Accounts".into() };
        let plain = Self {
            heading: "Invite somebody".into(),
            caption: None,
            intro: Vec::new(),
            back,
            action: "/admin/accounts/new".into(),
            hidden: Vec::new(),
            fields: fields.clone(),
            button: "Send".into(),
            warning: false,
        };
        let faulty = Self {
            caption: Some("A Person".into()),
            hidden: vec![Hidden::new("wanted", "allow")],
            intro: vec!["They are told by email.".into()],
            fields: fields.into_iter().map(wrong).collect(),
            warning: true,
            ..plain.clone()
        };
        vec![plain, faulty]
    }
}
