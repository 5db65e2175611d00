//! The parts that several pages share.

use serde::Serialize;

/// Something wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The id of the field, to which the error summary links: `answer`, `other`, `decline`, `day`, `month`, `year`, `code`,
    /// `email`, `password`.
    pub field: String,
    /// The sentence, in the reader's language.
    pub message: String,
}

impl FieldError {
    /// An error at a field.
    #[must_use]
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// A hidden field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hidden {
    pub name: String,
    pub value: String,
}

impl Hidden {
    /// A hidden field.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// The same page for one of several things, such as organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub label: String,
    pub href: String,
    /// True for the one this page is about.
    pub current: bool,
}

impl Choice {
    /// Two things, of which one is chosen.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let choice = |label: &str, current| Self { label: label.to_owned(), href: "/elsewhere".to_owned(), current };
        vec![choice("Fenmarch Trust", true), choice("Dale Team", false)]
    }
}

/// One language that something can be had in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// The BCP 47 tag.
    pub tag: String,
    /// What the language calls itself.
    pub name: String,
    /// Where it can be had.
    pub href: String,
    /// True for the language of this page.
    pub current: bool,
}

/// A local line for urgent help, from the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LocalLine {
    name: String,
    phone: String,
    hours: Option<String>,
    /// The number as a telephone dials it.
    href: String,
}

impl LocalLine {
    /// A line by its name, its number as people write it, and when somebody answers.
    #[must_use]
    pub fn new(name: &str, phone: &str, hours: &str) -> Self {
        let dialled: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let hours = Some(hours.trim().to_owned()).filter(|hours| !hours.is_empty());
        Self { name: name.to_owned(), phone: phone.to_owned(), hours, href: format!("tel:{dialled}") }
    }

    /// An invented line, with a number that is reserved for fiction.
    #[must_use]
    pub fn sample() -> Self {
        Self::new("Fenmarch night line", "01632 960 123", "24 hours a day")
    }
}

/// Cuts a code into groups of four, as it is shown and read aloud.
#[must_use]
pub fn grouped(code: &str) -> Vec<String> {
    let signs: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    signs.chunks(4).map(|group| group.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_shown_in_groups_of_four() {
        assert_eq!(grouped("7K3P9XWQ-2MNT"), ["7K3P", "9XWQ", "2MNT"]);
        assert!(grouped("").is_empty());
    }

    #[test]
    fn a_local_line_can_be_dialled() {
        assert_eq!(LocalLine::new("Line", "+44 (1632) 960-123", " ").href, "tel:+441632960123");
    }
}
