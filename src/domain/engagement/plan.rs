//! An event as it is planned: read from what was typed, or everything that is wrong with it. Times are those of the clock on the
//! wall; an hour that the change to or from summer time leaves out or brings twice is refused in plain words, never guessed.

mod fault;
#[cfg(test)]
mod tests;
mod times;

use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use fault::{Fault, Field};
pub use times::{Times, usual};

use super::Offer;
use crate::domain::care::spoken::LANGUAGES;

/// The most characters of a title, of a place or a contact, and of directions.
const TITLE: usize = 120;
const LINE: usize = 200;
const DIRECTIONS: usize = 2_000;

/// The most people that there can be room for.
const ROOM: i32 = 10_000;

/// The most hours to the follow-up, and the most days from there to the reminder.
const FOLLOW_UP: i32 = 168;
const REMINDER: i32 = 30;

/// The most indicators that one event asks about: each is two questions.
pub const INDICATORS: usize = 5;

/// What was typed about an event; what is empty was not said.
#[derive(Debug, Clone, Default)]
pub struct PlanFields {
    /// The row id of the organisation that holds it.
    pub holder: String,
    pub title: String,
    /// The key of a programme; nothing for all of them.
    pub programme: String,
    pub place: String,
    pub directions: String,
    /// Codes of [`Offer`].
    pub offers: Vec<String>,
    /// Dates are as [`crate::domain::care::dates::read`] takes them, times as [`crate::domain::care::alert::TimeOfDay::parse`].
    pub day: String,
    pub from: String,
    pub until: String,
    pub capacity: String,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    pub contact: String,
    /// The row id of the organisation whose team acts on alerts.
    pub team: String,
    /// From when and until when answers are taken; nothing for the usual.
    pub opens: String,
    pub opens_time: String,
    pub closes: String,
    pub closes_time: String,
    /// Hours from the end to the follow-up, and days from there to the reminder; 0 for none.
    pub follow_up: String,
    pub reminder: String,
    /// What it asks; nothing where that is fixed.
    pub asks: Option<AskFields>,
}

/// What was typed and chosen about what an event asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskFields {
    /// The key of the survey it begins with; nothing for none.
    pub survey: String,
    /// Keys of outcomes and of indicators.
    pub outcomes: Vec<String>,
    pub indicators: Vec<String>,
}

/// What a plan is held against.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    pub today: Date,
    pub zone: &'a TimeZone,
    /// The day it was planned for so far.
    pub kept: Option<Date>,
    /// Row ids of the organisations that may hold it, and of those that have a team for alerts.
    pub holders: &'a [i64],
    pub teams: &'a [i64],
    /// Keys, each in the order in which they are offered.
    pub programmes: &'a [String],
    pub surveys: &'a [String],
    pub outcomes: &'a [String],
    pub indicators: &'a [String],
}

/// An event as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub holder: i64,
    pub title: String,
    pub programme: Option<String>,
    pub place: String,
    pub directions: String,
    pub offers: Vec<Offer>,
    pub times: Times,
    pub capacity: Option<i32>,
    /// BCP 47 tags, at least one.
    pub languages: Vec<&'static str>,
    pub contact: String,
    pub team: i64,
    pub follow_up_hours: i32,
    pub reminder_days: i32,
    /// Nothing where it is fixed.
    pub asks: Option<Asks>,
}

/// What an event asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asks {
    /// The key of the survey it begins with.
    pub survey: Option<String>,
    /// None, or at least two.
    pub outcomes: Vec<String>,
    pub indicators: Vec<String>,
}

/// What is wrong so far.
#[derive(Debug, Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn take<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

impl PlanFields {
    /// The plan, or everything that is wrong, in the order of the fields.
    pub fn read(&self, about: &About<'_>) -> Result<Plan, Vec<Fault>> {
        let mut faults = Faults::default();
        let holder = faults.take(one_of(&self.holder, about.holders, Fault::HolderWrong));
        let title = faults.take(line(&self.title, TITLE, [Fault::TitleMissing, Fault::TitleLong]));
        let programme = faults.take(optional(&self.programme, about.programmes, Fault::ProgrammeWrong));
        let times = self.times(about, &mut faults);
        let place = faults.take(line(&self.place, LINE, [Fault::PlaceMissing, Fault::PlaceLong]));
        let directions = faults.take(text(&self.directions, DIRECTIONS, Fault::DirectionsLong));
        let capacity = faults.take(capacity(&self.capacity));
        let languages = faults.take(languages(&self.languages));
        let contact = faults.take(line(&self.contact, LINE, [Fault::ContactMissing, Fault::ContactLong]));
        let team = faults.take(one_of(&self.team, about.teams, Fault::TeamWrong));
        let follow_up = faults.take(number(&self.follow_up, FOLLOW_UP, Fault::FollowUpWrong));
        let reminder = faults.take(number(&self.reminder, REMINDER, Fault::ReminderWrong));
        let asks = self.asks.as_ref().map(|asks| asks.read(about, &mut faults));
        let read = || {
            Some(Plan {
                holder: holder?,
                title: title?,
                programme: programme?,
                place: place?,
                directions: directions?,
                offers: Offer::ALL.into_iter().filter(|offer| self.offers.iter().any(|code| code == offer.code())).collect(),
                times: times?,
                capacity: capacity?,
                languages: languages?,
                contact: contact?,
                team: team?,
                follow_up_hours: follow_up?,
                reminder_days: reminder?,
                asks,
            })
        };
        if faults.0.is_empty() { read().ok_or(faults.0) } else { Err(faults.0) }
    }
}

impl AskFields {
    /// What is not offered any more is left out.
    fn read(&self, about: &About<'_>, faults: &mut Faults) -> Asks {
        let chosen =
            |offered: &[String], typed: &[String]| -> Vec<String> { offered.iter().filter(|key| typed.contains(key)).cloned().collect() };
        let survey = faults.take(optional(&self.survey, about.surveys, Fault::SurveyWrong)).flatten();
        let outcomes = chosen(about.outcomes, &self.outcomes);
        if outcomes.len() == 1 {
            faults.0.push(Fault::OutcomesFew);
        }
        let indicators = chosen(about.indicators, &self.indicators);
        if indicators.len() > INDICATORS {
            faults.0.push(Fault::IndicatorsMany);
        }
        Asks { survey, outcomes, indicators }
    }
}

/// One line of so many characters at most, with single blanks.
fn line(typed: &str, most: usize, [missing, long]: [Fault; 2]) -> Result<String, Fault> {
    let words = typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => Err(missing),
        count if count > most => Err(long),
        _ => Ok(line),
    }
}

/// Several lines, none of them if nothing is said.
fn text(typed: &str, most: usize, long: Fault) -> Result<String, Fault> {
    let text = typed.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned();
    if text.chars().count() > most { Err(long) } else { Ok(text) }
}

fn one_of(typed: &str, offered: &[i64], wrong: Fault) -> Result<i64, Fault> {
    typed.parse().ok().filter(|id| offered.contains(id)).ok_or(wrong)
}

fn optional(typed: &str, offered: &[String], wrong: Fault) -> Result<Option<String>, Fault> {
    match typed {
        "" => Ok(None),
        key => offered.iter().find(|offered| *offered == key).cloned().map(Some).ok_or(wrong),
    }
}

fn number(typed: &str, most: i32, wrong: Fault) -> Result<i32, Fault> {
    let typed = typed.trim();
    let is_number = (1..=6).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_digit());
    typed.parse().ok().filter(|number| is_number && *number <= most).ok_or(wrong)
}

fn capacity(typed: &str) -> Result<Option<i32>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    number(typed, ROOM, Fault::CapacityWrong).and_then(|room| if room == 0 { Err(Fault::CapacityWrong) } else { Ok(Some(room)) })
}

fn languages(typed: &[String]) -> Result<Vec<&'static str>, Fault> {
    let chosen: Vec<&str> = LANGUAGES.iter().copied().filter(|tag| typed.iter().any(|typed| typed == tag)).collect();
    if chosen.is_empty() { Err(Fault::LanguagesMissing) } else { Ok(chosen) }
}
