//! Every sentence the app can say, in every language it says them, and numbers and dates as that language writes them. A message
//! that is missing is an error, never a fallback: half of a safety sentence in another language is worse than a page that is
//! not served. The words of surveys are not here; they live with the survey.

mod declared;
mod locale;
mod preference;
mod spoken;

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;

use crate::domain::survey::text::Language;

pub use locale::{Argument, Direction, Locale, direction};
pub use spoken::spoken;

/// The sentences, `<language>/<room>.ftl`.
#[derive(RustEmbed)]
#[folder = "locales/"]
struct Sentences;

/// The files of each language, by its tag: name and source.
type Sources = BTreeMap<String, Vec<(String, String)>>;

/// A locale file that cannot be read, found at start-up.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file, and what is wrong with it.
    #[error("locales/{file}: {reason}")]
    File { file: String, reason: String },
    /// Every other language is measured against English.
    #[error("locales/ holds no English, which every other language is measured against")]
    NoEnglish,
}

/// A sentence that was asked for and cannot be said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MissingMessage {
    /// The locale does not have it.
    #[error("the message `{key}` is missing from the locale `{language}`")]
    Unknown { key: String, language: String },
    /// An argument was not given, or the message leans on another that is missing.
    #[error("the message `{key}` of the locale `{language}` could not be formed: {reason}")]
    Unformed { key: String, language: String, reason: String },
}

/// Every language the app speaks.
#[derive(Debug, Clone)]
pub struct Locales {
    english: Arc<Locale>,
    others: Vec<Arc<Locale>>,
}

impl Locales {
    /// Reads the languages that are built into the binary.
    ///
    /// # Errors
    /// Where a file is not Fluent, declares a message twice, or English is missing.
    pub fn load() -> Result<Self, Unreadable> {
        let mut sources = Sources::new();
        for file in Sentences::iter() {
            let failed = |reason: &str| Unreadable::File { file: file.to_string(), reason: reason.to_owned() };
            let (tag, _) = file.split_once('/').ok_or_else(|| failed("stands outside a language's folder"))?;
            let embedded = Sentences::get(&file).ok_or_else(|| failed("is not there"))?;
            let source = String::from_utf8(embedded.data.into_owned()).map_err(|_| failed("is not UTF-8"))?;
            sources.entry(tag.to_owned()).or_default().push((file.to_string(), source));
        }
        Self::from_sources(&sources)
    }

    fn from_sources(sources: &Sources) -> Result<Self, Unreadable> {
        let mut english = None;
        let mut others = Vec::new();
        for (tag, files) in sources {
            let reason = "is not a language tag".to_owned();
            let language = Language::parse(tag).ok_or(Unreadable::File { file: tag.clone(), reason })?;
            let is_english = language == Language::english();
            let locale = Arc::new(Locale::new(language, files)?);
            if is_english { english = Some(locale) } else { others.push(locale) }
        }
        Ok(Self { english: english.ok_or(Unreadable::NoEnglish)?, others })
    }

    /// English.
    #[must_use]
    pub fn english(&self) -> &Arc<Locale> {
        &self.english
    }

    /// Every language, English first.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Locale>> {
        std::iter::once(&self.english).chain(&self.others)
    }

    /// The language itself, or the one it is a variety of.
    #[must_use]
    pub fn find(&self, language: &Language) -> Option<&Arc<Locale>> {
        let same = self.iter().find(|locale| locale.language() == language);
        same.or_else(|| self.iter().find(|locale| locale.language().as_str() == language.primary()))
    }

    /// The language to speak: the one chosen before, else the best of the browser's `Accept-Language`, else `usual`, else
    /// English.
    #[must_use]
    pub fn negotiate(&self, chosen: Option<&str>, accept_language: Option<&str>, usual: &str) -> Arc<Locale> {
        let spoken = |tag: &str| Language::parse(tag).and_then(|language| self.find(&language));
        let wanted = || preference::preferences(accept_language.unwrap_or_default()).into_iter().find_map(spoken);
        Arc::clone(chosen.and_then(spoken).or_else(wanted).or_else(|| spoken(usual)).unwrap_or(&self.english))
    }

    /// What is wrong with the languages beside English, one sentence each: messages that are missing or that English does not
    /// have, and messages that take other arguments than the English ones.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        for locale in &self.others {
            let language = locale.language();
            for (key, arguments) in self.english.messages() {
                match locale.messages().get(key) {
                    None => found.push(format!("locale {language}: `{key}` is missing")),
                    Some(own) if own != arguments => {
                        found.push(format!("locale {language}: `{key}` takes {own:?} where English takes {arguments:?}"));
                    }
                    Some(_) => {}
                }
            }
            let unknown = locale.messages().keys().filter(|key| !self.english.messages().contains_key(*key));
            found.extend(unknown.map(|key| format!("locale {language}: `{key}` is not in English")));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn locales(english: &str, polish: &str) -> Locales {
        let file = |source: &str| vec![("test.ftl".to_owned(), source.to_owned())];
        let sources = [("en", english), ("pl", polish)].map(|(tag, source)| (tag.to_owned(), file(source)));
        Locales::from_sources(&Sources::from(sources)).unwrap()
    }

    fn polish() -> Arc<Locale> {
        Arc::clone(
            locales("a = a", "days = { $n ->\n    [one] { $n } dzień\n    [few] { $n } dni\n   *[many] { $n } dni\n}\n")
                .iter()
                .nth(1)
                .unwrap(),
        )
    }

    #[test]
    fn every_language_has_every_sentence_with_the_same_arguments() {
        assert_eq!(Locales::load().unwrap().problems(), Vec::<String>::new());
    }

    #[test]
    fn a_missing_or_mismatched_sentence_is_a_problem() {
        let problems = locales("a = { $x }\nb = b", "a = { $y }\nc = c").problems();
        assert_eq!(problems.len(), 3, "{problems:?}");
    }

    #[test]
    fn a_missing_sentence_is_an_error_and_not_the_english_one() {
        let polish = polish();
        assert!(matches!(polish.t("a", &[]), Err(MissingMessage::Unknown { .. })));
        assert!(matches!(polish.t("days", &[]), Err(MissingMessage::Unformed { .. })));
    }

    #[test]
    fn polish_counts_with_its_own_plurals() {
        let polish = polish();
        assert_eq!(polish.t("days", &[("n", 1.into())]).unwrap(), "1 dzień");
        assert_eq!(polish.t("days", &[("n", 22.into())]).unwrap(), "22 dni");
    }

    #[test]
    fn numbers_and_dates_are_written_as_the_language_writes_them() {
        let locales = locales("a = a", "a = a");
        let (english, polish) = (locales.english(), locales.iter().nth(1).unwrap());
        assert_eq!(english.number(12345.678, 1), "12,345.7");
        assert_eq!(polish.number(12345.678, 1), "12\u{a0}345,7");
        assert_eq!(english.number(-0.04, 1), "0.0");
        assert_eq!(english.number(f64::NAN, 1), "—");
        assert_eq!(english.whole(-60_000), "-60,000");
        assert_eq!(english.date(date(2026, 11, 22)), "22 November 2026");
        assert_eq!(polish.date(date(2026, 11, 22)), "22 listopada 2026");
        assert_eq!(english.month_year(date(2026, 11, 22)), "November 2026");
        assert_eq!(polish.month_year(date(2026, 11, 22)), "listopad 2026");
        assert_eq!(english.month_brief(date(2026, 11, 22)), "Nov 2026");
    }

    #[test]
    fn what_is_wrong_with_an_answer_is_said_in_the_reader_s_numbers_and_dates() {
        let locales = Locales::load().unwrap();
        let polish = locales.find(&Language::parse("pl").unwrap()).unwrap();
        let said = |key, name, value: &str| polish.sentence(key, &[(name, value.to_owned())]).unwrap();
        assert_eq!(said("validation-date-too-early", "min", "2026-11-22"), "Wpisz datę nie wcześniejszą niż 22 listopada 2026");
        assert_eq!(said("validation-too-small", "min", "1.5"), "Wpisz liczbę nie mniejszą niż 1,5");
        assert_eq!(said("validation-too-short", "min", "3"), "Wpisz co najmniej 3 znaki");
    }

    #[test]
    fn the_language_chosen_before_wins_over_the_browser() {
        let locales = locales("a = a", "a = a");
        let spoken = |chosen, header| locales.negotiate(chosen, header, "en").language().to_string();
        assert_eq!(spoken(Some("en"), Some("pl")), "en");
        assert_eq!(spoken(None, Some("de, pl-PL;q=0.8, en;q=0.5")), "pl");
        assert_eq!(spoken(Some("../etc"), Some("xx")), "en");
    }
}
