//! What is read from an answer, and what becomes of people with none that can be used.

use serde::{Deserialize, Serialize};

use super::definition::is_default;
use super::subject::Submitted;
use crate::domain::care::timepoint::Timepoint;

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
    /// Codes that leave a person out, as one to whom the question does not apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<String>,
    /// The score that is averaged (means and changes).
    pub score: Option<String>,
    /// Which answer counts, of a person who gave several.
    #[serde(default, skip_serializing_if = "is_default")]
    pub which: Which,
    /// The lowest and the highest that the score can be, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score_range: Option<(f64, f64)>,
    /// Only answers given at this point of the episode.
    pub timepoint: Option<String>,
    /// How many months an answer holds when the person is not asked again.
    #[serde(default)]
    pub look_back_months: u32,
    pub missing: Missing,
    /// Whether answers that belong to no known person count as one person each.
    pub unlinked: Unlinked,
    /// With the rule `threshold`: the least share with a record, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_recorded: Option<u8>,
    /// The change of score that counts as reliable (paired change), in points.
    pub reliable_change: Option<f64>,
    /// The score from which somebody counts as well (paired change), in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<f64>,
}

/// Which answer counts, of a person who gave several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The latest at the end of the month for a standing; each in its own month for what is counted when answered.
    #[default]
    Usual,
    First,
    Latest,
}

/// What becomes of people with no usable answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// They stay in the denominator: not known is not success.
    StaysIn,
    /// They are left out of numerator and denominator.
    Dropped,
    /// They are left out, and there is no figure where they are too many.
    Threshold,
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
    /// The question does not apply to the person.
    pub excluded: bool,
    /// The score, in thousandths of a point.
    pub value: i64,
}

impl Reading {
    /// What is said by nobody.
    pub const NOTHING: Self = Self { recorded: false, met: false, excluded: false, value: 0 };
}

impl Measure {
    /// A measure of one survey that reads nothing yet: people not heard from stay in, and answers of nobody known count.
    #[must_use]
    pub fn of(survey: &str) -> Self {
        Self {
            survey: survey.to_owned(),
            item: None,
            codes: Vec::new(),
            not_stated: Vec::new(),
            excluded: Vec::new(),
            score: None,
            score_range: None,
            which: Which::Usual,
            timepoint: None,
            look_back_months: 0,
            missing: Missing::StaysIn,
            unlinked: Unlinked::Counted,
            least_recorded: None,
            reliable_change: None,
            cut_off: None,
        }
    }

    /// The lowest and the highest that the score can be, in thousandths.
    #[must_use]
    pub fn range(&self) -> Option<(i64, i64)> {
        self.score_range.map(|(lowest, highest)| (thousandths(lowest), thousandths(highest)))
    }

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
                Reading { recorded: value.is_some(), value: value.unwrap_or_default(), ..Reading::NOTHING }
            }
            (None, Some(item)) => self.read_codes(response.items.get(item).map_or(&[], Vec::as_slice)),
            (None, None) => Reading::NOTHING,
        };
        Some(reading)
    }

    fn read_codes(&self, given: &[String]) -> Reading {
        let stated = given.iter().any(|code| !self.not_stated.contains(code));
        let excluded = given.iter().any(|code| self.excluded.contains(code));
        Reading { recorded: stated, met: stated && given.iter().any(|code| self.codes.contains(code)), excluded, value: 0 }
    }
}

/// Points in thousandths.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a few points")]
pub fn thousandths(points: f64) -> i64 {
    (points * 1000.0).round() as i64
}
