//! What an indicator counts, read from a framework's TOML. Every rule is written out; none is assumed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::measure::Measure;
use super::period::Period;
use super::strata::Breakdown;
use crate::domain::survey::Language;

/// One version of an indicator's definition.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Definition {
    /// Short name, unique in the framework; part of addresses and files.
    pub key: String,
    /// The outcome it belongs to.
    pub outcome: String,
    pub title: String,
    pub version: u32,
    /// First month that this version counts.
    #[serde(deserialize_with = "month", serialize_with = "month_text")]
    pub effective_from: Period,
    pub kind: Kind,
    pub polarity: Polarity,
    pub plain: Plain,
    /// Who is counted; none for supplied values.
    pub cohort: Option<Cohort>,
    /// What is read from an answer; none for supplied values.
    pub measure: Option<Measure>,
    /// How often there is a figure: what a release is made by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub every: Every,
    /// How many months, ending with the one shown, are added up. 1 where nothing is said.
    #[serde(default = "one")]
    pub rolling_months: u32,
    /// The unit of a mean or a ratio, in words; nothing for per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What a rate is given for, such as 100,000 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<u32>,
    /// What the figure is to be: at least that where higher is better, at most where lower is. In the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Whose figure an answer is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub attribution: Attribution,
    /// What it is broken down by; by all that can be where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breakdowns: Option<Vec<Breakdown>>,
    /// What must be so before the figure counts for anything.
    #[serde(default, skip_serializing_if = "is_default")]
    pub gateway: Gateway,
    /// Where supplied values come from.
    pub source: Option<String>,
    /// The same in other languages, by BCP 47 tag. No part of what is counted.
    #[serde(rename = "in", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub said: BTreeMap<String, Said>,
}

/// An indicator in another language.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Said {
    pub title: String,
    pub plain: Plain,
}

impl Definition {
    /// The title in that language, or in English where it is not translated.
    #[must_use]
    pub fn title_in(&self, language: &Language) -> &str {
        self.said.get(language.primary()).map_or(&self.title, |said| &said.title)
    }

    /// The definition in plain words of that language, or in English where it is not translated.
    #[must_use]
    pub fn plain_in(&self, language: &Language) -> &Plain {
        self.said.get(language.primary()).map_or(&self.plain, |said| &said.plain)
    }
}

const fn one() -> u32 {
    1
}

/// True for what need not be written down.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// How often there is a figure. Periods of a kind never overlap, but for the months that a rolling figure adds up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    #[default]
    Month,
    /// Quarters of the year that begins in April.
    Quarter,
    /// Years that begin in April.
    Year,
}

impl Every {
    /// How many months it is.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// Whose figure an answer is, when the person has moved on since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribution {
    /// The provider that had the care when it was given.
    #[default]
    ProviderAtEvent,
    /// The provider that has the care now.
    ProviderAtPeriodEnd,
    /// The consortium as one: there are no figures by provider.
    Consortium,
}

/// What must be so before a figure counts for a target or a payment. Nought asks for nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Gateway {
    /// The least denominator.
    pub denominator: u32,
    /// The least share of the denominator about whom there is a record, in per cent.
    pub completeness: u8,
    /// The least share of those asked who answered, in per cent.
    pub response: u8,
}

/// What kind of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Share of people for whom something is so.
    Proportion,
    /// Mean of a score.
    Mean,
    /// Mean change of a score, each person compared with their own first answer.
    PairedChange,
    /// Share of people, with numerators and denominators from another data set.
    Supplied,
    /// Events for so many people, from another data set.
    Rate,
    /// What was observed to what was to be expected, from another data set.
    Ratio,
    /// Events for so many people, standardised for age, from another data set that gives them by age.
    StandardisedRate,
    /// How many of those asked answered; one such indicator for each survey.
    Response,
}

impl Kind {
    /// True where the numbers come from another data set.
    #[must_use]
    pub const fn is_supplied(self) -> bool {
        matches!(self, Self::Supplied | Self::Rate | Self::Ratio | Self::StandardisedRate)
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    HigherIsBetter,
    LowerIsBetter,
    Neither,
}

/// The definition in plain words.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Plain {
    pub why: String,
    pub denominator: String,
    pub numerator: String,
    pub missing: String,
}

/// Who is counted.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cohort {
    /// Only episodes of this programme; any where nothing is said.
    pub programme: Option<String>,
    pub when: When,
    /// Youngest and oldest age in whole years, at the end of the month or on the day of the event.
    pub age_from: Option<i16>,
    pub age_to: Option<i16>,
    /// How many days an episode must have been open.
    #[serde(default, skip_serializing_if = "is_default")]
    pub open_days: u16,
}

/// The moment at which a person is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Every person whose episode is open at the end of the month.
    OpenAtPeriodEnd,
    /// Every person whose episode ended in the month.
    ClosedInPeriod,
    /// Every person discharged from hospital 91 days before, in the month of the 91st day.
    #[serde(rename = "91-days-after-discharge")]
    After91Days,
    /// Every person who answered, in the month of the answer.
    Answered,
}

impl Definition {
    /// The definition of the response rate of one survey. Every survey has one.
    #[must_use]
    pub fn response_rate(survey: &str) -> Self {
        let words = |text: &str| text.to_owned();
        Self {
            key: Self::response_key(survey),
            outcome: words("response"),
            title: words("Asked and answered"),
            version: 1,
            effective_from: Period::FIRST,
            kind: Kind::Response,
            polarity: Polarity::HigherIsBetter,
            plain: Plain {
                why: words("Whose voice is heard"),
                denominator: words("People asked in the month"),
                numerator: words("Those of them who answered"),
                missing: words("People who did not answer stay in the denominator"),
            },
            cohort: None,
            measure: Some(Measure::of(survey)),
            every: Every::Month,
            rolling_months: 1,
            unit: None,
            multiplier: None,
            target: None,
            attribution: Attribution::default(),
            breakdowns: None,
            gateway: Gateway::default(),
            source: None,
            said: BTreeMap::new(),
        }
    }

    /// The key of a survey's response rate.
    #[must_use]
    pub fn response_key(survey: &str) -> String {
        format!("response:{survey}")
    }

    /// How many months lie between one release of it and the next: as many as its period has, or as a rolling figure adds up, so
    /// that no two figures that leave share a month.
    #[must_use]
    pub fn grid_months(&self) -> i32 {
        self.every.months().max(i32::try_from(self.rolling_months).unwrap_or(i32::MAX))
    }

    /// True for a month with which one of its periods ends. Quarters end with March, June, September and December, years with March.
    #[must_use]
    pub fn is_due(&self, month: Period) -> bool {
        // January is 0.
        month >= self.effective_from && (month.number() - 2).rem_euclid(self.grid_months().max(1)) == 0
    }

    /// True for a month with which one of its periods ends and whose figure is counted by this version. `all` are the versions there
    /// are. A period that began under the version before has no figure: it would share months with one that has left.
    #[must_use]
    pub fn is_released_for(&self, month: Period, all: &[Self]) -> bool {
        let own = || all.iter().filter(|other| other.key == self.key);
        let ends = own().filter(|other| other.version > self.version).map(|next| next.effective_from).min();
        let follows = own().any(|other| other.version < self.version);
        let begins = month.plus(1 - self.grid_months());
        self.is_due(month) && ends.is_none_or(|ends| month < ends) && (!follows || begins >= self.effective_from)
    }

    /// What its facts are counted as: each version has facts of its own, so that old months keep theirs.
    #[must_use]
    pub fn counted_as(&self) -> String {
        format!("{}@{}", self.key, self.version)
    }

    /// Reads a definition from TOML. The error says what is wrong with it, and where.
    pub fn parse(source: &str) -> Result<Self, String> {
        toml::from_str(source).map_err(|why| why.to_string().trim().to_owned())
    }

    /// What is counted by it, as canonical TOML: what the figures are traced to.
    #[must_use]
    pub fn to_toml(&self) -> String {
        Self { said: BTreeMap::new(), ..self.clone() }.to_full_toml()
    }

    /// All of it, with what it is called in other languages, as TOML.
    #[must_use]
    pub fn to_full_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }

    /// The survey it reads, if it reads one.
    #[must_use]
    pub fn survey(&self) -> Option<&str> {
        self.measure.as_ref().map(|measure| measure.survey.as_str())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn month_text<S: serde::Serializer>(period: &Period, sink: S) -> Result<S::Ok, S::Error> {
    sink.collect_str(period)
}

fn month<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Period, D::Error> {
    let text = String::deserialize(source)?;
    Period::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a month like 2026-11")))
}
