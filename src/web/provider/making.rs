//! The fields that the forms about people and episodes are made of. Labels are `register-field-<id>`, hints
//! `register-hint-<id>`.

use crate::i18n::{Locale, MissingMessage};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};

/// The result of making a field.
pub type Made<T> = Result<T, MissingMessage>;

/// What makes fields, in the reader's language.
#[derive(Clone, Copy)]
pub struct Maker<'a>(pub &'a Locale);

impl Maker<'_> {
    /// A field of any kind.
    pub fn field(self, id: &str, input: Input) -> Made<Field> {
        Ok(Field::new(id, self.0.t(&format!("register-field-{id}"), &[])?, input))
    }

    /// The same, with its hint.
    pub fn hinted(self, id: &str, input: Input) -> Made<Field> {
        Ok(self.field(id, input)?.hinted(self.0.t(&format!("register-hint-{id}"), &[])?))
    }

    /// A line of text.
    pub fn text(self, id: &str, value: &str) -> Made<Field> {
        self.field(id, Input::Text { value: value.to_owned() })
    }

    /// A date, as it was typed: its parts with strokes between.
    pub fn date(self, id: &str, typed: &str) -> Made<Field> {
        let mut parts = typed.split('/').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        self.hinted(id, Input::Date { day: part(), month: part(), year: part() })
    }

    /// Options for each of these codes, named `register-<of>-<code>`, after one that stands for nothing said.
    pub fn coded<'c>(self, of: &str, codes: impl IntoIterator<Item = &'c str>) -> Made<Vec<Choice>> {
        let nothing = Choice::new("", self.0.t("register-nothing", &[])?);
        let coded = |code: &str| Ok(Choice::new(code, self.0.t(&format!("register-{of}-{}", code.to_ascii_lowercase()), &[])?));
        std::iter::once(Ok(nothing)).chain(codes.into_iter().map(coded)).collect()
    }

    /// A list to choose from.
    pub fn select(self, id: &str, options: Vec<Choice>, chosen: &str) -> Made<Field> {
        self.field(id, Input::Select { options: Field::options(id, options, chosen) })
    }

    /// Yes, no, or nothing said.
    pub fn yes_or_no(self, id: &str, chosen: &str) -> Made<Field> {
        let options = self.coded("said", ["yes", "no"])?;
        self.hinted(id, Input::Radios { options: Field::options(id, options, chosen) })
    }
}

/// A date that was posted in three parts, with strokes between.
pub fn posted_date(typed: &Fields, id: &str) -> String {
    let part = |part: &str| typed.first(&format!("{id}-{part}")).trim().to_owned();
    format!("{}/{}/{}", part("day"), part("month"), part("year"))
}
