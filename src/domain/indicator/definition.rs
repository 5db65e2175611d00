//! What an indicator counts, read from a framework's TOML. Every rule is written out; none is assumed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::period::Period;
use super::subject::Submitted;
use crate::domain::care::timepoint::Timepoint;
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
    /// How many months, ending with the one shown, are added up. 1 where nothing is said.
    #[serde(default = "one")]
    pub rolling_months: u32,
    /// Where supplied values come from.
    pub source: Option<String>,
    /// The same in other languages, by BCP 47 tag. No part of what is counted.
    #[serde(rename = "in", default, skip_serializing)]
    pub said: BTreeMap<String, Said>,
}

/// An indicator in another language.
#[derive(Debug, Clone, Deserialize)]
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
    /// Numerators and denominators from another data set.
    Supplied,
    /// How many of those asked answered; one such indicator for each survey.
    Response,
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
}

/// The moment at which a person is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Every person whose episode is open at the end of the month.
    OpenAtPeriodEnd,
    /// Every person discharged from hospital 91 days before, in the month of the 91st day.
    #[serde(rename = "91-days-after-discharge")]
    After91Days,
    /// Every person who answered, in the month of the answer.
    Answered,
}

/// What is read from an answer.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Measure {
    pub survey: String,
    /// The item whose codes are looked at (proportions).
    pub item: Option<String>,
    /// The codes that count (proportions).
    #[serde(default)]
    pub codes: Vec<String>,
    /// Codes that are no statement at all, such as "not known" or "does not apply".
    #[serde(default)]
    pub not_stated: Vec<String>,
    /// The score that is averaged (means and changes).
    pub score: Option<String>,
    /// Only answers given at this point of the episode.
    pub timepoint: Option<String>,
    /// How many months an answer holds when the person is not asked again.
    #[serde(default)]
    pub look_back_months: u32,
    pub missing: Missing,
    /// Whether answers that belong to no known person count as one person each.
    pub unlinked: Unlinked,
    /// The change of score that counts as reliable (paired change), in points.
    pub reliable_change: Option<f64>,
}

/// What becomes of people with no usable answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// They stay in the denominator: not known is not success.
    StaysIn,
    /// They are left out of numerator and denominator.
    Dropped,
}

/// What becomes of answers that belong to no known person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unlinked {
    /// Each counts as one person, in the month it was given.
    Counted,
    LeftOut,
}

/// What one response says on one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Something usable was said.
    pub recorded: bool,
    /// It is what the numerator counts.
    pub met: bool,
    /// The score, in thousandths of a point.
    pub value: i64,
}

impl Measure {
    /// Reads a response; `None` when it is of another survey or timepoint.
    #[must_use]
    pub fn read(&self, response: &Submitted) -> Option<Reading> {
        let at = self.timepoint.as_deref().and_then(Timepoint::from_code);
        if response.survey != self.survey || at.is_some_and(|point| point != response.timepoint) {
            return None;
        }
        let reading = match (&self.score, &self.item) {
            (Some(score), _) => {
                let value = response.scores.get(score).copied();
                Reading { recorded: value.is_some(), met: false, value: value.unwrap_or_default() }
            }
            (None, Some(item)) => self.read_codes(response.items.get(item).map_or(&[], Vec::as_slice)),
            (None, None) => Reading { recorded: false, met: false, value: 0 },
        };
        Some(reading)
    }

    fn read_codes(&self, given: &[String]) -> Reading {
        let stated = given.iter().any(|code| !self.not_stated.contains(code));
        Reading { recorded: stated, met: stated && given.iter().any(|code| self.codes.contains(code)), value: 0 }
    }
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
            effective_from: Period::from_number(0),
            kind: Kind::Response,
            polarity: Polarity::HigherIsBetter,
            plain: Plain {
                why: words("Whose voice is heard"),
                denominator: words("People asked in the month"),
                numerator: words("Those of them who answered"),
                missing: words("People who did not answer stay in the denominator"),
            },
            cohort: None,
            measure: Some(Measure {
                survey: survey.to_owned(),
                item: None,
                codes: Vec::new(),
                not_stated: Vec::new(),
                score: None,
                timepoint: None,
                look_back_months: 0,
                missing: Missing::StaysIn,
                unlinked: Unlinked::Counted,
                reliable_change: None,
            }),
            rolling_months: 1,
            source: None,
            said: BTreeMap::new(),
        }
    }

    /// The key of a survey's response rate.
    #[must_use]
    pub fn response_key(survey: &str) -> String {
        format!("response:{survey}")
    }

    /// The definition in full, as canonical TOML: what the figures are traced to.
    #[must_use]
    pub fn to_toml(&self) -> String {
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
