//! The words of messages to people, in every language: emails are folders of three templates, text messages are one. They say
//! who asks and that there are a few questions, and nothing about anybody's health: a subject is read on locked screens.

use std::collections::HashMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera};

use crate::domain::survey::text::Language;
use crate::i18n::{Locale, Locales, spoken};

/// The templates, by path.
#[derive(RustEmbed)]
#[folder = "templates/"]
struct Templates;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The first one.
    Invitation,
    /// One of those that follow while nothing was answered.
    Reminder,
}

impl Occasion {
    /// Every one of them.
    pub const ALL: [Self; 2] = [Self::Invitation, Self::Reminder];

    /// The code that stands for it in the outbox; its templates go by the same name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
        }
    }

    /// The one a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What the words are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asking {
    /// What the person is called; nothing where that is not known.
    pub name: Option<String>,
    /// Who asks.
    pub organisation: String,
    /// The personal link.
    pub link: String,
    /// The spoken code.
    pub code: String,
    /// The last day on which the link works, in the words of the language.
    pub until: String,
    /// Whom to ring or write to with questions.
    pub contact: Option<String>,
}

/// The words of an email.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Why there are no words. Always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// A template is wrong, or wants what there is not.
    #[error("template: {0:?}")]
    Template(#[from] tera::Error),
    /// The templates were loaded without that language.
    #[error("no words were loaded for the language `{0}`")]
    Language(Language),
}

/// The words of every message in every language.
pub struct Words(HashMap<Language, Tera>);

impl Words {
    /// Reads the templates that are built into the binary, once for each language.
    ///
    /// # Errors
    /// Where a template cannot be parsed.
    pub fn load(locales: &Locales) -> Result<Self, Unwritten> {
        Ok(Self(locales.iter().map(|locale| Ok((locale.language().clone(), engine(locale)?))).collect::<Result<_, Unwritten>>()?))
    }

    /// An email.
    ///
    /// # Errors
    /// Where a sentence is missing.
    pub fn email(&self, locale: &Locale, occasion: Occasion, asking: &Asking) -> Result<Written, Unwritten> {
        let part = |file: &str| self.render(locale, &format!("emails/{}/{file}", occasion.code()), asking);
        Ok(Written { subject: part("subject.txt")?.trim().to_owned(), text: part("body.txt")?, html: part("body.html")? })
    }

    /// A text message.
    ///
    /// # Errors
    /// Where a sentence is missing.
    pub fn text(&self, locale: &Locale, occasion: Occasion, asking: &Asking) -> Result<String, Unwritten> {
        Ok(self.render(locale, &format!("texts/{}.txt", occasion.code()), asking)?.trim().to_owned())
    }

    /// Writes every message with and without what may be missing, in every language, and answers what went wrong.
    #[must_use]
    pub fn problems(&self, locales: &Locales) -> Vec<String> {
        let mut found = super::gathering::problems(self, locales);
        for locale in locales.iter() {
            for (occasion, asking) in Occasion::ALL.into_iter().flat_map(|occasion| samples().map(|asking| (occasion, asking))) {
                let why = self.email(locale, occasion, &asking).err().or_else(|| self.text(locale, occasion, &asking).err());
                found.extend(why.map(|why| format!("the {} in {}: {why}", occasion.code(), locale.language())));
            }
        }
        found
    }

    pub(super) fn render(&self, locale: &Locale, template: &str, about: &impl Serialize) -> Result<String, Unwritten> {
        let tera = self.0.get(locale.language()).ok_or_else(|| Unwritten::Language(locale.language().clone()))?;
        let mut context = Context::from_serialize(about)?;
        context.insert("lang", locale.language().as_str());
        context.insert("dir", locale.direction().as_str());
        Ok(tera.render(template, &context)?)
    }
}

/// Invented messages that show every branch.
fn samples() -> [Asking; 2] {
    let full = Asking {
        name: Some("Zofia <Nowak> & daughter".to_owned()),
        organisation: "Fenmarch & Dale".to_owned(),
        link: format!("https://answers.example.org/i/{}", "x".repeat(43)),
        code: "0123 4567 89AB".to_owned(),
        until: "22 November 2026".to_owned(),
        contact: Some("01632 960 001".to_owned()),
    };
    [Asking { name: None, contact: None, ..full.clone() }, full]
}

fn engine(locale: &Arc<Locale>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    let speaker = Arc::clone(locale);
    // `t(key="..", name=..)`: the sentence of that key. Text and whole numbers are arguments.
    tera.register_function("t", move |kwargs: Kwargs, _: &State| spoken(&speaker, &kwargs));
    let mut sources = Vec::new();
    for name in Templates::iter().filter(|name| name.starts_with("emails/") || name.starts_with("texts/")) {
        let file = Templates::get(&name).map(|file| file.data.into_owned()).unwrap_or_default();
        let source = String::from_utf8(file).map_err(|_| tera::Error::message(format!("{name} is not UTF-8")))?;
        sources.push((name.into_owned(), source));
    }
    tera.add_raw_templates(sources)?;
    Ok(tera)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Vec<(String, Occasion, Asking, Written, String)> {
        let locales = Locales::load().unwrap();
        let words = Words::load(&locales).unwrap();
        assert_eq!(words.problems(&locales), Vec::<String>::new());
        let one = |locale: &Arc<Locale>, occasion, asking: Asking| {
            let (written, text) = (words.email(locale, occasion, &asking).unwrap(), words.text(locale, occasion, &asking).unwrap());
            (locale.language().to_string(), occasion, asking, written, text)
        };
        let mut all = Vec::new();
        for locale in locales.iter() {
            all.extend(Occasion::ALL.into_iter().flat_map(|occasion| samples().map(|asking| one(locale, occasion, asking))));
        }
        all
    }

    #[test]
    fn every_message_holds_the_link_the_code_and_the_last_day_in_every_form() {
        for (language, occasion, asking, written, text) in everything() {
            for body in [&written.text, &written.html] {
                for needed in [&asking.code, &asking.until] {
                    assert!(body.contains(needed.as_str()), "{language} {occasion:?}: {needed} is not in {body}");
                }
            }
            assert!(written.text.contains(&asking.link) && text.contains(&asking.link), "{language} {occasion:?}");
            assert!(
                written.html.contains(&format!("href=\"{}\"", asking.link).replace('/', "&#x2F;")) || written.html.contains(&asking.link)
            );
            assert!(asking.contact.is_none_or(|contact| written.text.contains(&contact) && written.html.contains(&contact)));
            assert!(
                written.html.starts_with("<!DOCTYPE html>\n<html lang=\"")
                    && written.html.contains(&format!("lang=\"{language}\" dir=\"ltr\""))
            );
            assert!(written.text.lines().all(|line| line.len() < 998) && !written.subject.contains(['\n', '\r']));
        }
    }

    #[test]
    fn a_subject_and_a_text_message_name_nobody_and_nothing_of_their_health() {
        for (language, occasion, _, written, text) in everything() {
            let seen = format!("{} {text}", written.subject).to_lowercase().replace("answers.example.org", "");
            for word in ["zofia", "nowak", "patient", "survey", "health", "care", "clinic", "pacjent", "ankiet", "zdrow", "opiek", "leczen"]
            {
                assert!(!seen.contains(word), "{language} {occasion:?}: {word} in {seen}");
            }
        }
    }

    #[test]
    fn a_name_cannot_become_markup_and_reads_as_it_is_in_plain_text() {
        for (_, _, asking, written, _) in everything().into_iter().filter(|(_, _, asking, ..)| asking.name.is_some()) {
            assert!(written.text.contains(&asking.name.unwrap()) && !written.html.contains("<Nowak>"));
            assert!(written.subject.contains("Fenmarch & Dale"), "{}", written.subject);
        }
    }
}
