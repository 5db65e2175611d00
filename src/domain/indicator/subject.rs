//! One episode of care, or one answer that belongs to none, as the indicators see it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::strata::{Mode, Strata, language, place};
use crate::domain::care::age::Band;
use crate::domain::care::ethnicity::Group;
use crate::domain::care::sex::Sex;
use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::definition::Respondent;

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
    pub person: Person,
    pub born: Date,
    pub opened: Date,
    pub closed: Option<Date>,
    /// Discharge from hospital into the service.
    pub discharged: Option<Date>,
    /// The day a baby was born.
    pub delivered: Option<Date>,
}

/// What is known of a person besides their day of birth.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    pub sex: Option<Sex>,
    pub ethnicity: Option<Group>,
    /// A BCP 47 tag.
    pub language: String,
}

impl Episode {
    /// Where somebody counts of whom nothing is known but what the episode says. Their age is not in it: it moves.
    #[must_use]
    pub fn strata(&self) -> Strata {
        Strata {
            organisation: self.organisation,
            locality: self.locality,
            sex: place(Sex::ALL, self.person.sex),
            ethnicity: place(Group::ALL, self.person.ethnicity),
            language: language(&self.person.language),
            ..Strata::default()
        }
    }
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
    /// The language it was given in, as a BCP 47 tag.
    pub language: String,
    pub mode: Option<Mode>,
    pub respondent: Option<Respondent>,
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

    /// Where it counts, for somebody whom `known` says this of already. What nobody knows the answer itself may say.
    #[must_use]
    pub fn strata(&self, known: Option<Strata>) -> Strata {
        let given = Strata { mode: place(Mode::ALL, self.mode), respondent: place(&Respondent::ALL, self.respondent), ..Strata::default() };
        match known {
            Some(known) => Strata { mode: given.mode, respondent: given.respondent, ..known },
            None => Strata {
                organisation: self.organisation,
                locality: self.locality,
                age: place(Band::ALL, self.age_band().and_then(Band::around)),
                sex: place(Sex::ALL, self.said("about.sex").and_then(sex)),
                ethnicity: place(Group::ALL, self.said("about.ethnic-group").and_then(ethnic_group)),
                language: language(&self.language),
                ..given
            },
        }
    }

    fn said(&self, item: &str) -> Option<&str> {
        self.items.get(item)?.first().map(String::as_str)
    }
}

/// The sex that a code of the module "about you" stands for.
fn sex(code: &str) -> Option<Sex> {
    match code {
        "male" => Some(Sex::Male),
        "female" => Some(Sex::Female),
        _ => None,
    }
}

/// The group that one of the nineteen categories of the 2021 census belongs to, as the older sixteen are grouped (MHSDS): of
/// those who are Asian, Chinese people count among the others there.
fn ethnic_group(code: &str) -> Option<Group> {
    match code.parse().ok()? {
        1u8 | 3..=5 => Some(Group::Asian),
        2 | 18 | 19 => Some(Group::Other),
        6..=8 => Some(Group::Black),
        9..=12 => Some(Group::Mixed),
        13 => Some(Group::WhiteBritish),
        14..=17 => Some(Group::WhiteOther),
        _ => None,
    }
}

/// One request to answer a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub survey: String,
    pub date: Date,
    pub answered: bool,
}
