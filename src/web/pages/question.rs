//! One question on one page. Ids and field names follow one rule, on which the error summary and the handlers both lean: the only
//! field or first option is `answer`, further options `answer-2`, `answer-3`; a date has `day`, `month` and `year`; an open
//! answer is `other`; "Prefer not to say" is `decline`.

use serde::Serialize;
use tera::Context;

use super::part::{FieldError, Hidden};
use super::{Page, Unrendered, samples};
use crate::i18n::{Argument, Locale};

/// The value that a radio list posts as `answer` for "Prefer not to say". Every other input posts `decline` as a field of its own.
pub const DECLINED: &str = "--declined--";

/// A question as it is asked.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// The title of the survey.
    pub survey: String,
    /// The text of the group the question stands in.
    pub caption: Option<String>,
    /// The number or letter printed before the question.
    pub prefix: Option<String>,
    pub heading: String,
    /// What is said before the question.
    pub intro: Vec<String>,
    pub help: Option<String>,
    #[serde(skip)]
    pub input: Input,
    /// Whether "Prefer not to say" is offered, and whether it is chosen.
    pub decline: Option<bool>,
    pub required: bool,
    pub errors: Vec<FieldError>,
    pub back: Option<String>,
    pub action: String,
    pub hidden: Vec<Hidden>,
    /// The number of the question and of how many at most, where that can be relied on.
    pub progress: Option<(u32, u32)>,
    /// Where to save and finish later.
    pub later: Option<String>,
    pub copyright: Option<String>,
    /// The language of the question, where it is not the page's.
    pub text_lang: Option<String>,
}

/// How a question is answered.
#[derive(Debug, Clone)]
pub enum Input {
    /// One of several; `other` where an answer of one's own may be written.
    Radios { options: Vec<Choice>, other: Option<Other> },
    /// Any of several, at most so many.
    Checkboxes { options: Vec<Choice>, other: Option<Other>, most: Option<u32> },
    /// A number as it was typed.
    Number { value: String, unit: Option<String>, whole: bool },
    /// A day as it was typed.
    Date { day: String, month: String, year: String },
    /// One line.
    Text { value: String },
    /// Several lines. `one_a_line` where each line is an answer of its own.
    Textarea { value: String, max_length: Option<u32>, one_a_line: bool },
}

/// One option of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub checked: bool,
}

/// The answer of one's own beside a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// The label of the option it goes with.
    pub label: String,
    pub text: String,
    pub max_length: Option<u32>,
}

/// An option as the template sees it.
#[derive(Serialize)]
struct ListItem<'a> {
    id: String,
    value: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    checked: bool,
}

/// An input as the template sees it: what its kind does not use is empty.
#[derive(Default, Serialize)]
struct View<'a> {
    kind: &'static str,
    options: Vec<ListItem<'a>>,
    decline: Option<ListItem<'a>>,
    decline_name: &'static str,
    other: Option<OtherView<'a>>,
    value: &'a str,
    inputmode: &'static str,
    day: &'a str,
    month: &'a str,
    year: &'a str,
    day_invalid: bool,
    month_invalid: bool,
    year_invalid: bool,
}

#[derive(Serialize)]
struct OtherView<'a> {
    #[serde(flatten)]
    other: &'a Other,
    invalid: bool,
}

impl Page for Question {
    const TEMPLATE: &'static str = "pages/respond/question.html";

    fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn context(&self, locale: &Locale) -> Result<Context, Unrendered> {
        let decline_label = locale.t("question-decline", &[])?;
        let errors = self.linked_errors();
        let hints = self.hints(locale)?;
        let described =
            [("question-intro", !self.intro.is_empty()), ("answer-hint", !hints.is_empty()), ("answer-error", !errors.is_empty())];
        let ids: Vec<&str> = described.into_iter().filter(|(_, there)| *there).map(|(id, _)| id).collect();
        let list = matches!(self.input, Input::Radios { .. } | Input::Checkboxes { .. });
        let unit = if let Input::Number { unit, .. } = &self.input { unit.as_deref() } else { None };
        let mut context = Context::from_serialize(self)?;
        context.insert("input", &self.view(&self.errors, &decline_label));
        context.insert("unit", &unit);
        context.insert("hints", &hints);
        context.insert("described_by", &ids.join(" "));
        context.insert("decline_box", &self.decline.filter(|_| !list));
        context.insert("errors", &errors);
        Ok(context)
    }

    fn samples() -> Vec<Self> {
        samples::questions()
    }
}

impl Question {
    /// The errors, each at a field that is on the page; the first field answers for one that is not.
    fn linked_errors(&self) -> Vec<FieldError> {
        let (fields, first): (&[&str], &str) = match &self.input {
            Input::Date { .. } => (&["day", "month", "year"], "day"),
            Input::Radios { other: Some(_), .. } | Input::Checkboxes { other: Some(_), .. } => (&["answer", "other"], "answer"),
            _ => (&["answer"], "answer"),
        };
        let there = |field: &str| fields.contains(&field) || field == "decline" && self.decline.is_some();
        let linked = |error: &FieldError| FieldError::new(if there(&error.field) { &error.field } else { first }, &error.message);
        self.errors.iter().map(linked).collect()
    }

    fn hints(&self, locale: &Locale) -> Result<Vec<String>, Unrendered> {
        let mut hints: Vec<String> = self.help.clone().into_iter().collect();
        match &self.input {
            Input::Checkboxes { most: Some(most), .. } => {
                hints.push(locale.t("question-at-most", &[("most", Argument::Count((*most).into()))])?);
            }
            Input::Checkboxes { most: None, .. } => hints.push(locale.t("question-all-that-apply", &[])?),
            Input::Date { .. } => hints.push(locale.t("question-date-example", &[])?),
            Input::Textarea { max_length, one_a_line, .. } => {
                if *one_a_line {
                    hints.push(locale.t("question-one-a-line", &[])?);
                }
                if let Some(most) = max_length {
                    hints.push(locale.t("question-characters", &[("most", locale.whole((*most).into()).into())])?);
                }
            }
            Input::Radios { .. } | Input::Number { .. } | Input::Text { .. } => {}
        }
        Ok(hints)
    }

    fn view<'a>(&'a self, errors: &[FieldError], decline_label: &'a str) -> View<'a> {
        let at = |field: &str| errors.iter().any(|error| error.field == field);
        // Where the fault lies with no part of the date, it lies with all of it.
        let parts = ["day", "month", "year"].map(at);
        let [day_invalid, month_invalid, year_invalid] = parts.map(|part| part || !errors.is_empty() && !parts.contains(&true));
        let decline =
            |value| self.decline.map(|checked| ListItem { id: "decline".to_owned(), value, label: decline_label, hint: None, checked });
        let other = |other: &'a Option<Other>| other.as_ref().map(|other| OtherView { other, invalid: at("other") });
        let view = View { day_invalid, month_invalid, year_invalid, ..View::default() };
        match &self.input {
            Input::Radios { options, other: own } => View {
                kind: "radios",
                options: listed(options),
                decline: decline(DECLINED),
                decline_name: "answer",
                other: other(own),
                ..view
            },
            Input::Checkboxes { options, other: own, .. } => View {
                kind: "checkboxes",
                options: listed(options),
                decline: decline("yes"),
                decline_name: "decline",
                other: other(own),
                ..view
            },
            Input::Number { value, whole, .. } => {
                View { kind: "number", value, inputmode: if *whole { "numeric" } else { "decimal" }, ..view }
            }
            Input::Date { day, month, year } => View { kind: "date", day, month, year, ..view },
            Input::Text { value } => View { kind: "text", value, ..view },
            Input::Textarea { value, .. } => View { kind: "textarea", value, ..view },
        }
    }
}

fn listed<'a>(options: &'a [Choice]) -> Vec<ListItem<'a>> {
    let id = |index: usize| if index == 0 { "answer".to_owned() } else { format!("answer-{}", index + 1) };
    let item = |(index, option): (usize, &'a Choice)| ListItem {
        id: id(index),
        value: &option.value,
        label: &option.label,
        hint: option.hint.as_deref(),
        checked: option.checked,
    };
    options.iter().enumerate().map(item).collect()
}
