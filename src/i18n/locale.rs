//! One language: its sentences, and its way of writing numbers and dates. It refuses to say half a sentence.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_datetime::{DateTimeFormatter, fieldsets, input as icu_date};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use super::declared::declared;
use super::{MissingMessage, Unreadable};
use crate::domain::survey::text::Language;

/// One argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Words, or a number already written as the language writes it.
    Text(String),
    /// A number the sentence counts by, so that it can choose between singular and plural.
    Count(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

/// The direction a language is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of an HTML `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The direction a language is written in, by the script it is usually written in.
#[must_use]
pub fn direction(language: &Language) -> Direction {
    match language.primary() {
        "ar" | "fa" | "he" | "ku" | "ps" | "ur" | "yi" => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// One language with all its sentences.
pub struct Locale {
    language: Language,
    direction: Direction,
    icu: icu_locale_core::Locale,
    bundle: FluentBundle<FluentResource>,
    /// The arguments of each message, by its key.
    messages: BTreeMap<String, BTreeSet<String>>,
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Locale {
    /// Reads the files of one language.
    pub(super) fn new(language: Language, files: &[(String, String)]) -> Result<Self, Unreadable> {
        let failed = |file: &str, reason: String| Unreadable::File { file: file.to_owned(), reason };
        let tag: LanguageIdentifier = language.as_str().parse().map_err(|error| failed(language.as_str(), format!("{error:?}")))?;
        // Dates are written in the British way where the page says no more than "English".
        let regional = if language.as_str() == "en" { "en-GB" } else { language.as_str() };
        let icu = regional.parse().map_err(|error| failed(language.as_str(), format!("{error}")))?;
        let direction = direction(&language);
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(direction == Direction::RightToLeft);
        let mut messages = BTreeMap::new();
        for (file, source) in files {
            let resource = FluentResource::try_new(source.clone())
                .map_err(|(_, errors)| failed(file, errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
            messages.extend(declared(&resource));
            bundle.add_resource(resource).map_err(|errors| failed(file, format!("{errors:?}")))?;
        }
        Ok(Self { language, direction, icu, bundle, messages })
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The direction it is written in.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// What the language calls itself.
    ///
    /// # Errors
    /// Where the locale does not say.
    pub fn name(&self) -> Result<String, MissingMessage> {
        self.t("language-name", &[])
    }

    /// The sentence of that key, with its arguments put in.
    ///
    /// # Errors
    /// Where the locale has no such message, or the message needs an argument that was not given.
    pub fn t(&self, key: &str, arguments: &[(&str, Argument)]) -> Result<String, MissingMessage> {
        let unknown = || MissingMessage::Unknown { key: key.to_owned(), language: self.language.to_string() };
        let pattern = self.bundle.get_message(key).and_then(|message| message.value()).ok_or_else(unknown)?;
        let values: FluentArgs = arguments
            .iter()
            .map(|(name, argument)| match argument {
                Argument::Text(text) => (*name, FluentValue::from(text.as_str())),
                Argument::Count(count) => (*name, FluentValue::from(*count)),
            })
            .collect();
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if errors.is_empty() {
            return Ok(sentence);
        }
        let reason = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        Err(MissingMessage::Unformed { key: key.to_owned(), language: self.language.to_string(), reason })
    }

    /// The sentence of that key with arguments in the neutral form that the domain gives them: dates as ISO 8601, numbers with a
    /// point, anything else as it is. They are written as the language writes them.
    ///
    /// # Errors
    /// As [`Locale::t`].
    pub fn sentence(&self, key: &str, neutral: &[(&str, String)]) -> Result<String, MissingMessage> {
        let arguments: Vec<(&str, Argument)> = neutral.iter().map(|(name, text)| (*name, self.argument(text))).collect();
        self.t(key, &arguments)
    }

    fn argument(&self, neutral: &str) -> Argument {
        if let Ok(day) = neutral.parse::<Date>() {
            return Argument::Text(self.date(day));
        }
        match (neutral.parse::<i64>(), neutral.parse::<Decimal>()) {
            // Below a thousand nothing is grouped, and the sentence can choose its plural.
            (Ok(count), _) if (-999..1000).contains(&count) => Argument::Count(count),
            (_, Ok(number)) => Argument::Text(self.written(&number)),
            (_, Err(_)) => Argument::Text(neutral.to_owned()),
        }
    }

    /// The arguments of each message, by its key.
    #[must_use]
    pub fn messages(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.messages
    }

    /// A number with so many decimal places, grouped as the language groups digits. A number
    /// that is not finite is an em dash.
    #[must_use]
    pub fn number(&self, value: f64, places: usize) -> String {
        let plain = format!("{value:.places$}");
        // Rounded to nothing, a small negative number is nothing.
        let plain = if plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) { plain } else { plain.replace('-', "") };
        let Ok(number) = plain.parse::<Decimal>() else { return "—".to_owned() };
        self.written(&number)
    }

    /// A whole number, grouped as the language groups digits.
    #[must_use]
    pub fn whole(&self, value: i64) -> String {
        self.written(&Decimal::from(value))
    }

    fn written(&self, number: &Decimal) -> String {
        let formatter = DecimalFormatter::try_new((&self.icu).into(), DecimalFormatterOptions::default());
        formatter.map_or_else(|_| number.to_string(), |formatter| formatter.format(number).to_string())
    }

    /// A day in full: `21 November 2026`.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        let formatter = DateTimeFormatter::try_new((&self.icu).into(), fieldsets::YMD::long()).ok();
        let date = numbers(day).and_then(|(year, month, day)| icu_date::Date::try_new_iso(year, month, day).ok());
        formatter.zip(date).map_or_else(|| day.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    /// The month of a day: `November 2026`.
    #[must_use]
    pub fn month_year(&self, day: Date) -> String {
        self.month(day, fieldsets::YM::long())
    }

    /// The month of a day as short as the language writes it, for the axis of a chart: `Nov 2026`.
    #[must_use]
    pub fn month_brief(&self, day: Date) -> String {
        self.month(day, fieldsets::YM::medium())
    }

    fn month(&self, day: Date, length: fieldsets::YM) -> String {
        let formatter = DateTimeFormatter::try_new((&self.icu).into(), length).ok();
        let date = numbers(day).and_then(|(year, month, day)| icu_date::Date::try_new_iso(year, month, day).ok());
        formatter.zip(date).map_or_else(|| day.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }
}

/// Year, month and day of the month.
fn numbers(day: Date) -> Option<(i32, u8, u8)> {
    Some((i32::from(day.year()), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?))
}
