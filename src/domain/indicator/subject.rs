//! One episode of care, or one answer that belongs to none, as the indicators see it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::care::timepoint::Timepoint;

/// The member that stands for "not stated" in a breakdown by provider or locality.
pub const NOT_STATED: i64 = 0;

/// All that indicators may know of one episode, or of one open answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The episode's id; for an answer that belongs to no episode, the response's id.
    pub id: i64,
    pub episode: Option<Episode>,
    /// Submitted responses, in any order.
    pub responses: Vec<Submitted>,
    /// Requests to answer, in any order.
    pub asked: Vec<Asked>,
}

/// An episode of care.
#[derive(Debug, Clone, PartialEq)]
pub struct Episode {
    pub programme: String,
    pub organisation: i64,
    pub locality: i64,
    pub born: Date,
    pub opened: Date,
    pub closed: Option<Date>,
    /// Discharge from hospital into the service.
    pub discharged: Option<Date>,
    /// The day a baby was born.
    pub delivered: Option<Date>,
}

/// A submitted response: for each item the codes or words that can be counted, for each score its thousandths.
#[derive(Debug, Clone, PartialEq)]
pub struct Submitted {
    pub id: i64,
    pub survey: String,
    pub date: Date,
    pub timepoint: Timepoint,
    pub organisation: i64,
    pub locality: i64,
    pub items: BTreeMap<String, Vec<String>>,
    pub scores: BTreeMap<String, i64>,
}

impl Submitted {
    /// The youngest and the oldest age of the band that the person chose in the built-in module "about you".
    #[must_use]
    pub fn age_band(&self) -> Option<(i16, i16)> {
        let band = self.items.get("about.age-band")?.first()?;
        if let Some(age) = band.strip_prefix("under-") {
            return Some((0, age.parse::<i16>().ok()? - 1));
        }
        let (from, to) = band.split_once('-')?;
        Some((from.parse().ok()?, if to == "plus" { i16::MAX } else { to.parse().ok()? }))
    }
}

/// One request to answer a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub survey: String,
    pub date: Date,
    pub answered: bool,
    pub organisation: i64,
    pub locality: i64,
}
