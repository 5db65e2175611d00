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
}

impl LocalText {
    /// A text with no translations yet.
    #[must_use]
    pub fn new(base: impl Into<String>) -> Self {
        Self { base: base.into(), translations: BTreeMap::new() }
    }

    /// The same text with one more translation.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.translations.insert(language, text.into());
        self
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
