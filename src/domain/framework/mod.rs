//! The outcome framework: programmes, the outcomes that matter in each, and the indicators that show them.

pub mod evidence;
pub mod standing;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::care::timepoint::Timepoint;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::{Kind, When};
use crate::domain::indicator::measure::Measure;
use crate::domain::survey::Language;

/// The framework that Saywell brings with it.
pub const BUILT_IN: &str = include_str!("../../../frameworks/county-outcomes.toml");

/// A framework, read from TOML.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Framework {
    pub key: String,
    pub title: String,
    pub version: String,
    #[serde(rename = "programme")]
    pub programmes: Vec<Programme>,
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Outcome>,
    #[serde(rename = "indicator")]
    pub indicators: Vec<Definition>,
}

/// A programme of care, such as maternity.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Programme {
    pub key: String,
    pub title: String,
}

/// Something that matters to people.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Outcome {
    pub key: String,
    pub programme: String,
    pub title: String,
    /// Raised when it is put in words that mean something else; 1 where nothing is said.
    #[serde(default = "first")]
    pub version: u32,
    /// The same in other languages, by BCP 47 tag.
    #[serde(rename = "in", default)]
    pub said: BTreeMap<String, Titled>,
}

const fn first() -> u32 {
    1
}

/// An outcome in another language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titled {
    pub title: String,
}

impl Outcome {
    /// The title in that language, or in English where it is not translated.
    #[must_use]
    pub fn title_in(&self, language: &Language) -> &str {
        self.said.get(language.primary()).map_or(&self.title, |said| &said.title)
    }
}

/// Why a framework cannot be used: one sentence for each fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct Faults(pub Vec<String>);

impl Framework {
    /// Reads a framework and checks that everything it names is there.
    pub fn parse(source: &str) -> Result<Self, Faults> {
        let framework: Self = toml::from_str(source).map_err(|why| Faults(vec![why.to_string().trim().to_owned()]))?;
        let faults = framework.faults();
        if faults.is_empty() { Ok(framework) } else { Err(Faults(faults)) }
    }

    /// The indicator of that key.
    #[must_use]
    pub fn indicator(&self, key: &str) -> Option<&Definition> {
        self.indicators.iter().find(|indicator| indicator.key == key)
    }

    /// The outcomes of a programme, in the framework's order.
    pub fn outcomes_of<'a>(&'a self, programme: &'a Programme) -> impl Iterator<Item = &'a Outcome> {
        self.outcomes.iter().filter(|outcome| outcome.programme == programme.key)
    }

    /// The outcome of that key.
    #[must_use]
    pub fn outcome(&self, key: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.key == key)
    }

    /// The indicators of an outcome, in the framework's order.
    pub fn indicators_of<'a>(&'a self, outcome: &'a Outcome) -> impl Iterator<Item = &'a Definition> {
        self.indicators.iter().filter(|indicator| indicator.outcome == outcome.key)
    }

    /// Keys stand in addresses and in the names of files.
    fn unwritable(&self) -> Vec<String> {
        let keys = [&self.key].into_iter().chain(self.programmes.iter().map(|programme| &programme.key));
        let keys = keys.chain(self.outcomes.iter().map(|outcome| &outcome.key)).chain(self.indicators.iter().map(|one| &one.key));
        let wrong = keys.filter(|key| !is_key(key));
        wrong
            .map(|key| format!("the key `{key}` must be 1 to 64 lower-case letters, digits and hyphens, and begin with a letter"))
            .collect()
    }

    /// Languages that are no language, and translations with nothing in them.
    fn unspoken(&self) -> Vec<String> {
        let outcomes = self.outcomes.iter().flat_map(|outcome| outcome.said.iter().map(|(tag, said)| (&outcome.key, tag, &said.title)));
        let indicators = self.indicators.iter().flat_map(|one| one.said.iter().map(|(tag, said)| (&one.key, tag, &said.title)));
        let is_plain = |tag: &str| Language::parse(tag).is_some_and(|language| language.primary() == tag);
        let wrong = outcomes.chain(indicators).filter(|(_, tag, title)| !is_plain(tag) || title.trim().is_empty());
        wrong.map(|(key, tag, _)| format!("`{key}` says nothing in `{tag}`, or that is no language such as `pl`")).collect()
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = self.unwritable();
        faults.extend(self.unspoken());
        let mut seen = BTreeSet::new();
        for outcome in &self.outcomes {
            if !self.programmes.iter().any(|programme| programme.key == outcome.programme) {
                faults.push(format!("outcome `{}` names the unknown programme `{}`", outcome.key, outcome.programme));
            }
        }
        for indicator in &self.indicators {
            if !seen.insert(&indicator.key) {
                faults.push(format!("the indicator key `{}` is used twice", indicator.key));
            }
            if !self.outcomes.iter().any(|outcome| outcome.key == indicator.outcome) {
                faults.push(format!("indicator `{}` names the unknown outcome `{}`", indicator.key, indicator.outcome));
            }
            faults.extend(incoherent(indicator).map(|why| format!("indicator `{}` {why}", indicator.key)));
        }
        faults
    }
}

/// True for a text that may stand in addresses and in the names of files.
#[must_use]
pub fn is_key(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    plain && text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_lowercase())
}

fn incoherent(indicator: &Definition) -> Option<&'static str> {
    match (indicator.kind, &indicator.cohort, &indicator.measure) {
        (Kind::Response, ..) => Some("cannot be of the kind `response`: every survey has one already"),
        (kind, None, None) if kind.is_supplied() && indicator.source.is_some() => None,
        (kind, ..) if kind.is_supplied() => Some("is supplied: it needs a `source`, and neither `cohort` nor `measure`"),
        (_, None, _) | (_, _, None) => Some("needs both a `cohort` and a `measure`"),
        (kind, Some(cohort), Some(measure)) => unreadable(kind, cohort.when, measure),
    }
}

fn unreadable(kind: Kind, when: When, measure: &Measure) -> Option<&'static str> {
    let known = measure.timepoint.as_deref().is_none_or(|point| Timepoint::from_code(point).is_some());
    match kind {
        _ if !known => Some("names an unknown `timepoint`"),
        Kind::Proportion if measure.item.is_none() || measure.codes.is_empty() => {
            Some("is a proportion: its measure needs `item` and `codes`")
        }
        Kind::Mean | Kind::PairedChange if measure.score.is_none() => Some("is about a score: its measure needs `score`"),
        Kind::Mean | Kind::PairedChange if measure.range().is_none_or(|(lowest, highest)| lowest >= highest) => {
            Some("is about a score: its measure needs `score-range`, the lowest and the highest that the score can be")
        }
        Kind::Mean | Kind::PairedChange if when != When::Answered => Some("is about a score: its cohort counts people when `answered`"),
        Kind::Proportion if when == When::OpenAtPeriodEnd && measure.look_back_months == 0 => Some("needs `look-back-months`"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_framework_is_sound() {
        let framework = Framework::parse(BUILT_IN).unwrap();
        assert_eq!(framework.programmes.len(), 3);
        assert!(framework.outcomes.iter().all(|outcome| framework.indicators_of(outcome).count() > 0));
    }

    #[test]
    fn the_built_in_framework_says_everything_in_polish_too() {
        let (framework, polish) = (Framework::parse(BUILT_IN).unwrap(), Language::parse("pl").unwrap());
        assert!(framework.outcomes.iter().all(|outcome| outcome.title_in(&polish) != outcome.title));
        for one in &framework.indicators {
            let (said, plain) = (one.plain_in(&polish), &one.plain);
            let pairs = [(&said.why, &plain.why), (&said.denominator, &plain.denominator), (&said.numerator, &plain.numerator)];
            assert!(one.title_in(&polish) != one.title && pairs.iter().all(|(one, other)| one != other), "{}", one.key);
        }
        let french = Language::parse("fr").unwrap();
        assert!(framework.outcomes.iter().all(|outcome| outcome.title_in(&french) == outcome.title));
    }

    #[test]
    fn a_translation_into_no_language_and_an_empty_one_are_faults() {
        for (from, to) in [("[outcome.in.pl]", "[outcome.in.\"pl-PL\"]"), ("title = \"Żyję dłużej\"", "title = \" \"")] {
            let Faults(faults) = Framework::parse(&BUILT_IN.replacen(from, to, 1)).unwrap_err();
            assert_eq!(faults.len(), 1, "{faults:?}");
        }
    }

    #[test]
    fn a_key_that_could_name_another_file_is_a_fault() {
        for key in ["../elsewhere", "a/b", "a\\nb", "A", "", "1st", &"a".repeat(65)] {
            let source = BUILT_IN.replacen("key = \"county-outcomes\"", &format!("key = \"{key}\""), 1);
            assert!(Framework::parse(&source).is_err(), "{key}");
        }
    }

    #[test]
    fn a_mean_says_between_what_its_score_lies() {
        for range in ["", "score-range = [12.0, 0.0]", "score-range = [3, 3]"] {
            let source = BUILT_IN.replacen("score-range = [0.0, 12.0]", range, 1);
            let Faults(faults) = Framework::parse(&source).unwrap_err();
            assert!(faults.len() == 1 && faults[0].contains("`carer-quality-of-life`") && faults[0].contains("score-range"), "{faults:?}");
        }
    }

    #[test]
    fn a_fault_names_the_indicator_and_what_it_lacks() {
        let source = BUILT_IN.replacen("outcome = \"settled\"", "outcome = \"nowhere\"", 1);
        let Faults(faults) = Framework::parse(&source).unwrap_err();
        assert_eq!(faults, ["indicator `settled-accommodation` names the unknown outcome `nowhere`"]);
    }
}
