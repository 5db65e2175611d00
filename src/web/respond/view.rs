//! From a survey's words and a person's answers to what the pages show.

use actix_web::http::StatusCode;

use super::draft::Draft;
use crate::app::App;
use crate::domain::survey::definition::Kind;
use crate::domain::survey::validation::{option_value, other_value};
use crate::domain::survey::{Given, Item, Language, Message, Page, Posted, Problem as Fault, Value};
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::part::{FieldError, LocalLine};
use crate::web::pages::question::{Choice, Input, Other, Question};
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// The status of a form that is shown again with what is wrong in it.
pub const INVALID: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The longest answer of one's own beside a list.
const OTHER_MOST: u32 = 255;

/// The language of the survey's words, where it is not the page's.
#[must_use]
pub fn text_lang(visitor: &Visitor, language: &Language) -> Option<String> {
    (visitor.locale.language().primary() != language.primary()).then(|| language.to_string())
}

/// The local line for urgent help.
#[must_use]
pub fn local_line(app: &App) -> Option<LocalLine> {
    app.settings.help_line.as_ref().map(|line| LocalLine::new(&line.name, &line.phone, &line.hours))
}

/// One question with what was typed, and what is wrong with it.
pub fn question(draft: &Draft, page: &Page, posted: &Posted, faults: &[Fault], visitor: &Visitor) -> Result<Question, Problem> {
    let (definition, walk) = (draft.journey.definition(), draft.walk());
    let item = &*walk.asked(page);
    let language = draft.language(visitor.locale.language());
    let words = |text: &crate::domain::survey::LocalText| text.in_language(&language).to_owned();
    let errors = faults.iter().map(|fault| error(fault, item, &language, &visitor.locale)).collect::<Result<_, _>>()?;
    Ok(Question {
        survey: words(&definition.title),
        caption: page.caption.as_ref().map(words),
        prefix: item.prefix.clone(),
        heading: words(&item.text),
        intro: walk.intro(page).map(|item| words(&item.text)).collect(),
        help: item.help.as_ref().map(words),
        input: input(item, posted, &language, &visitor.locale)?,
        decline: item.sensitive.then_some(posted.decline),
        required: item.required,
        errors,
        back: Some(walk.previous(&page.key).map_or_else(|| format!("/s/{}", draft.key), |key| format!("/s/{}/q/{key}", draft.key))),
        action: format!("/s/{}/q/{}", draft.key, page.key),
        hidden: Vec::new(),
        progress: None,
        later: draft.may_leave().then(|| format!("/s/{}/later?from={}", draft.key, page.key)),
        copyright: definition.copyright.clone(),
        text_lang: text_lang(visitor, &language),
    })
}

fn input(item: &Item, posted: &Posted, language: &Language, locale: &Locale) -> Result<Input, MissingMessage> {
    let typed = || posted.answers.first().cloned().unwrap_or_default();
    Ok(match &item.kind {
        Kind::Boolean => Input::Radios { options: yes_no(posted, locale)?, other: None },
        Kind::Choice { open, .. } => list(item, *open, posted, language, locale)?,
        _ if item.repeats => Input::Textarea { value: posted.answers.join("\n"), max_length: item.limits.max_length, one_a_line: true },
        Kind::Integer => Input::Number { value: typed(), unit: item.unit.clone(), whole: true },
        Kind::Decimal => Input::Number { value: typed(), unit: item.unit.clone(), whole: false },
        Kind::Date => Input::Date { day: posted.day.clone(), month: posted.month.clone(), year: posted.year.clone() },
        Kind::Text => Input::Textarea { value: typed(), max_length: item.limits.max_length, one_a_line: false },
        Kind::String | Kind::Group | Kind::Display => Input::Text { value: typed() },
    })
}

fn yes_no(posted: &Posted, locale: &Locale) -> Result<Vec<Choice>, MissingMessage> {
    let choice = |value: &str, key: &str| {
        let checked = posted.answers.iter().any(|answer| answer == value);
        Ok(Choice { value: value.to_owned(), label: locale.t(key, &[])?, hint: None, checked })
    };
    Ok(vec![choice("true", "question-yes")?, choice("false", "question-no")?])
}

fn list(item: &Item, open: bool, posted: &Posted, language: &Language, locale: &Locale) -> Result<Input, MissingMessage> {
    let checked = |value: &str| posted.answers.iter().any(|answer| answer == value);
    let choice = |option: &crate::domain::survey::Choice| {
        let value = option_value(option, item);
        Choice {
            label: option.label.in_language(language).to_owned(),
            hint: option.hint.as_ref().map(|hint| hint.in_language(language).to_owned()),
            checked: checked(&value),
            value,
        }
    };
    let mut options: Vec<Choice> = item.options().iter().map(choice).collect();
    let mut other = None;
    if open {
        let label = locale.t("question-other", &[])?;
        options.push(Choice { value: other_value().to_owned(), label: label.clone(), hint: None, checked: checked(other_value()) });
        other = Some(Other { label, text: posted.other.clone(), max_length: Some(item.limits.max_length.unwrap_or(OTHER_MOST)) });
    }
    Ok(if item.repeats { Input::Checkboxes { options, other, most: item.limits.max_occurs } } else { Input::Radios { options, other } })
}

fn error(fault: &Fault, item: &Item, language: &Language, locale: &Locale) -> Result<FieldError, MissingMessage> {
    if let (Message::Pattern, Some(help)) = (&fault.message, &item.help) {
        let said = locale.t("validation-pattern-help", &[("help", help.in_language(language).into())])?;
        return Ok(FieldError::new(fault.field.name(), said));
    }
    Ok(FieldError::new(fault.field.name(), locale.sentence(fault.message.key(), &fault.message.arguments())?))
}

/// The lines in which an answer is read back to the person who gave it.
pub fn lines(item: &Item, given: &Given, language: &Language, locale: &Locale) -> Result<Vec<String>, MissingMessage> {
    given.values().iter().map(|value| line(item, value, language, locale)).collect()
}

fn line(item: &Item, value: &Value, language: &Language, locale: &Locale) -> Result<String, MissingMessage> {
    let unit = item.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    Ok(match value {
        Value::Boolean(true) => locale.t("question-yes", &[])?,
        Value::Boolean(false) => locale.t("question-no", &[])?,
        Value::Integer(number) => format!("{number}{unit}"),
        Value::Decimal(number) => format!("{number}{unit}"),
        Value::Date(date) => locale.date(*date),
        Value::Text(text) => text.clone(),
        Value::Coding(coding) => {
            let chosen = item.options().iter().find(|option| option.coding.code == coding.code && option.coding.system == coding.system);
            chosen.map_or_else(|| coding.code.clone(), |option| option.label.in_language(language).to_owned())
        }
    })
}
