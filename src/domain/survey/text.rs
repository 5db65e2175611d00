//! Words a survey says to people, in every language it says them.

use std::collections::BTreeMap;
use std::fmt;

/// A BCP 47 language tag, lower-cased, such as `en`, `pl` or `en-x-easyread`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

impl Language {
    /// Reads a tag of letters, digits and hyphens, at most 35 characters. `None` if it is anything else.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let shape = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        (tag.len() <= 35 && tag.split('-').all(shape) && tag.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(Self(tag))
    }

    /// English, the language every Saywell sentence exists in.
    #[must_use]
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the first hyphen: `en` of `en-gb`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One text in the survey's base language, with its translations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalText {
    base: String,
    translations: BTreeMap<Language, String>,
    /// The words for somebody who answers on behalf of another, where they differ.
    of_another: Option<Box<Self>>,
}

impl LocalText {
    /// A text with no translations yet.
    #[must_use]
    pub fn new(base: impl Into<String>) -> Self {
        Self { base: base.into(), translations: BTreeMap::new(), of_another: None }
    }

    /// The same text with one more translation.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.translations.insert(language, text.into());
        self
    }

    /// The same text with the words for somebody who answers on behalf of another.
    #[must_use]
    pub fn said_otherwise(mut self, of_another: Self) -> Self {
        self.of_another = Some(Box::new(of_another));
        self
    }

    /// The words for somebody who answers on behalf of another, where they differ.
    #[must_use]
    pub fn otherwise(&self) -> Option<&Self> {
        self.of_another.as_deref()
    }

    /// The text as somebody reads it who answers on behalf of another: its other words, and in a language that lacks those
    /// the words everybody reads.
    #[must_use]
    pub fn of_another(&self) -> Self {
        let Some(other) = self.otherwise() else { return self.clone() };
        let plain = Self { of_another: None, ..self.clone() };
        let has = |language: &Language| other.languages().any(|spoken| spoken.primary() == language.primary());
        let missing = plain.translations.into_iter().filter(|(language, _)| !has(language));
        Self { translations: other.translations.clone().into_iter().chain(missing).collect(), ..other.clone() }
    }

    /// The words in `language`, else in its primary language, else in the base language.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> &str {
        self.translations
            .get(language)
            .or_else(|| self.translations.iter().find(|(tag, _)| tag.primary() == language.primary()).map(|(_, text)| text))
            .unwrap_or(&self.base)
    }

    /// The words in the survey's base language.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The languages it is translated into, base language not counted.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.translations.keys()
    }

    /// True when there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.base.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polish() -> Language {
        Language::parse("pl").unwrap()
    }

    #[test]
    fn whoever_answers_for_another_reads_the_words_for_that() {
        let other = LocalText::new("How old are they?").with(polish(), "Ile lat ma ta osoba?");
        let text = LocalText::new("How old are you?").with(polish(), "Ile masz lat?").said_otherwise(other);
        assert_eq!((text.base(), text.of_another().base()), ("How old are you?", "How old are they?"));
        assert_eq!(text.of_another().in_language(&polish()), "Ile lat ma ta osoba?");
    }

    #[test]
    fn a_language_without_other_words_keeps_those_it_has() {
        let text = LocalText::new("You").with(polish(), "Ty").said_otherwise(LocalText::new("They"));
        assert_eq!(text.of_another().in_language(&polish()), "Ty");
        assert_eq!(LocalText::new("You").of_another(), LocalText::new("You"));
    }
}
