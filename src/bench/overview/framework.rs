//! A framework of as many indicators as are asked for, over the questions of the built-in surveys. Every programme has five: two
//! that look at the same people at the end of each month, and three that count whoever answered in it.

use crate::catalogue::Current;
use crate::domain::framework::{Framework, Outcome, Programme};
use crate::domain::indicator::definition::{Attribution, Cohort, Every, Gateway, Kind, Plain, Polarity, When};
use crate::domain::indicator::measure::{Measure, Missing};
use crate::domain::indicator::{Definition, Period};
use crate::domain::survey::Item;

/// How many indicators a programme has.
const EACH: usize = 5;

/// A question with options, and the survey that asks it.
#[derive(Debug, Clone)]
pub struct Question {
    /// The place of its survey among all of them.
    pub survey: usize,
    pub key: String,
    pub item: String,
    pub system: Option<String>,
    /// The codes of its options, in the order in which they are shown.
    pub codes: Vec<String>,
}

/// For each survey that is asked in care the first question with at least three options, of which one is chosen.
pub fn questions(surveys: &[Current]) -> Vec<Question> {
    let asked = surveys.iter().enumerate().filter(|(_, current)| !current.survey.key.starts_with("event-"));
    let question = |(survey, current): (usize, &Current)| {
        let is_choice = |item: &&Item| item.options().len() >= 3 && !item.repeats && !item.link_id.as_str().starts_with("about.");
        let item = current.journey.definition().items.iter().flat_map(under).find(is_choice)?;
        let codes = item.options().iter().map(|option| option.coding.code.clone()).collect();
        let system = item.options().first().and_then(|option| option.coding.system.clone());
        Some(Question { survey, key: current.survey.key.clone(), item: item.link_id.as_str().to_owned(), system, codes })
    };
    asked.filter_map(question).collect()
}

/// An item and all that it holds.
fn under(item: &Item) -> Vec<&Item> {
    [item].into_iter().chain(item.items.iter().flat_map(under)).collect()
}

/// How many programmes so many indicators make.
pub fn programmes(indicators: usize) -> usize {
    indicators.div_ceil(EACH).max(1)
}

/// The key of a programme.
pub fn programme(at: usize) -> String {
    format!("programme-{}", at + 1)
}

/// The framework. Nothing is counted before its first month.
pub fn framework(indicators: usize, questions: &[Question], first: Period) -> Framework {
    let all = 0..programmes(indicators);
    let outcome = |at: usize| Outcome {
        key: format!("outcome-{}", at + 1),
        programme: programme(at),
        title: format!("What matters in programme {}", at + 1),
        version: 1,
        said: std::collections::BTreeMap::new(),
    };
    Framework {
        key: "measured-county".to_owned(),
        title: "Measured county".to_owned(),
        version: "1".to_owned(),
        programmes: all.clone().map(|at| Programme { key: programme(at), title: format!("Programme {}", at + 1) }).collect(),
        outcomes: all.map(outcome).collect(),
        indicators: (0..indicators).filter_map(|at| definition(at, questions, first)).collect(),
    }
}

/// The indicator of that number.
fn definition(at: usize, questions: &[Question], first: Period) -> Option<Definition> {
    let (of, nth) = (at / EACH, at % EACH);
    let question = questions.get(of % questions.len().max(1))?;
    let is_standing = nth < 2;
    let measure = Measure {
        item: Some(question.item.clone()),
        codes: question.codes.iter().take(1 + nth % question.codes.len().saturating_sub(1).max(1)).cloned().collect(),
        look_back_months: if is_standing { 12 } else { 0 },
        missing: if is_standing { Missing::StaysIn } else { Missing::Dropped },
        ..Measure::of(&question.key)
    };
    let when = if is_standing { When::OpenAtPeriodEnd } else { When::Answered };
    // Who is too young for one of them is counted in another.
    let age_from = (nth == 4).then_some(25);
    let words = |text: &str| text.to_owned();
    Some(Definition {
        key: format!("indicator-{}", at + 1),
        outcome: format!("outcome-{}", of + 1),
        title: format!("Measured indicator {}", at + 1),
        version: 1,
        effective_from: first,
        kind: Kind::Proportion,
        polarity: if nth == 3 { Polarity::LowerIsBetter } else { Polarity::HigherIsBetter },
        plain: Plain {
            why: words("To measure by."),
            denominator: words("People made up for a measurement."),
            numerator: words("Those of them who gave one of the first answers."),
            missing: words("Whoever did not answer is left out, or stays in, as the definition says."),
        },
        target: None,
        cohort: Some(Cohort { programme: Some(programme(of)), when, age_from, age_to: None, open_days: 0 }),
        measure: Some(measure),
        every: Every::Month,
        rolling_months: 1,
        unit: None,
        multiplier: None,
        attribution: Attribution::default(),
        breakdowns: None,
        gateway: Gateway::default(),
        source: None,
        said: std::collections::BTreeMap::new(),
    })
}
