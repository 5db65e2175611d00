//! Answering as people do: one page after another, in proportions that follow how well the person is, with a question
//! passed over here and there.
//!
//! What is asked and what counts is for the survey engine to say; answers to what turns out not to be asked are dropped
//! by it.

use crate::domain::survey::{Answers, Choice, Given, Item, Journey, Kind, Respondent, Value};

use super::dice::{Dice, likelihood};
use super::leanings::{self, Leaning};

/// Whoever is answering, as far as their answers depend on it.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    pub respondent: Respondent,
    pub age: i32,
    /// NHS person stated sex.
    pub sex: &'static str,
    /// In standard deviations.
    pub well: f64,
    pub postcode: &'static str,
}

/// The module whose questions follow only a yes to its first.
const ABOUT: &str = "about.";
const ABOUT_FIRST: &str = "about.more";

/// What that person says, page after page.
pub fn answer(journey: &Journey, voice: &Voice, dice: &mut Dice) -> Answers {
    let mut answers = Answers::default();
    let mut more = false;
    for page in journey.pages() {
        let id = &page.item.link_id;
        if id.as_str().starts_with(ABOUT) && id.as_str() != ABOUT_FIRST && !more {
            continue;
        }
        let given = give(&page.item, voice, dice);
        more |= id.as_str() == ABOUT_FIRST && given.values() == [Value::Boolean(true)];
        answers.put(id.clone(), given);
    }
    answers
}

fn give(item: &Item, voice: &Voice, dice: &mut Dice) -> Given {
    if item.sensitive && dice.chance(0.015) {
        return Given::Declined;
    }
    if !item.required && dice.chance(0.012) {
        return Given::Skipped;
    }
    let values = match &item.kind {
        Kind::Boolean => vec![Value::Boolean(lean(item, voice, dice).unwrap_or("true") == "true")],
        Kind::Choice { options, .. } => choose(item, options, voice, dice),
        Kind::String => vec![Value::Text(voice.postcode.to_owned())],
        Kind::Text if dice.chance(0.25) => {
            dice.pick(leanings::REMARKS.map(|remark| (remark, 1.0))).map(|remark| Value::Text(remark.to_owned())).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if values.is_empty() { Given::Skipped } else { Given::Values(values) }
}

fn choose(item: &Item, options: &[Choice], voice: &Voice, dice: &mut Dice) -> Vec<Value> {
    let coded = |option: &Choice| Value::Coding(option.coding.clone());
    if item.repeats {
        return several(item, options, dice).into_iter().map(coded).collect();
    }
    let leaning = lean(item, voice, dice).and_then(|code| options.iter().find(|option| option.coding.code == code));
    let chosen = leaning.or_else(|| by_score(item, options, voice, dice)).or_else(|| dice.pick(options.iter().map(|option| (option, 1.0))));
    chosen.map(coded).into_iter().collect()
}

/// Some of the options, or the one that excludes the others.
fn several<'o>(item: &Item, options: &'o [Choice], dice: &mut Dice) -> Vec<&'o Choice> {
    let most = item.limits.max_occurs.map_or(usize::MAX, |most| most as usize);
    let mut some: Vec<&Choice> = options.iter().filter(|option| !option.exclusive && dice.chance(0.24)).collect();
    some.truncate(most);
    if some.is_empty() {
        some.extend(options.iter().find(|option| option.exclusive));
    }
    some
}

/// What they lean to, where the demo knows it.
fn lean(item: &Item, voice: &Voice, dice: &mut Dice) -> Option<&'static str> {
    let question = match item.link_id.as_str() {
        "about.age-band" => return Some(age_band(voice.age)),
        "about.sex" if voice.sex == "1" => return Some("male"),
        "employment-status" if voice.age >= 66 => leanings::OLDER_EMPLOYMENT,
        "about.unpaid-carer" if voice.respondent == Respondent::Carer => leanings::CARER,
        question => question,
    };
    let weight = |(code, middling, growth): &Leaning| (*code, middling * (growth * voice.well).exp());
    dice.pick(leanings::of(question)?.iter().map(weight))
}

const fn age_band(age: i32) -> &'static str {
    match age {
        ..18 => "under-18",
        18..25 => "18-24",
        25..35 => "25-34",
        35..45 => "35-44",
        45..55 => "45-54",
        55..65 => "55-64",
        65..70 => "65-69",
        70..75 => "70-74",
        75..85 => "75-84",
        85.. => "85-plus",
    }
}

/// Where options score, people who are well choose the higher ones; a few say that the question does not fit.
fn by_score<'o>(item: &Item, options: &'o [Choice], voice: &Voice, dice: &mut Dice) -> Option<&'o Choice> {
    let mut scored: Vec<&Choice> = options.iter().filter(|option| option.ordinal.is_some()).collect();
    scored.sort_by_key(|option| option.ordinal);
    if options.len() > scored.len() && dice.chance(0.03) {
        return dice.pick(options.iter().filter(|option| option.ordinal.is_none()).map(|option| (option, 1.0)));
    }
    let odds = 0.85 + leanings::ease(item.link_id.as_str()) + 0.75 * voice.well + 0.4 * dice.normal();
    let step = dice.successes(scored.len().saturating_sub(1), likelihood(odds));
    scored.get(step).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;
    use crate::domain::survey::Language;
    use crate::domain::survey::complete::complete;
    use jiff::civil::date;
    use std::sync::Arc;

    fn journeys() -> Vec<Journey> {
        let parse = |(_, source): (String, Vec<u8>)| catalogue::parse(&source).unwrap().definition;
        catalogue::built_in().map(parse).map(|definition| Journey::new(Arc::new(definition))).collect()
    }

    fn voice(well: f64) -> Voice {
        Voice { respondent: Respondent::Self_, age: 50, sex: "2", well, postcode: "MZ1" }
    }

    #[test]
    fn nothing_required_is_left_out() {
        let mut dice = Dice::new(5);
        for journey in journeys() {
            for _ in 0..50 {
                let answers = answer(&journey, &voice(0.0), &mut dice);
                assert_eq!(journey.walk(&answers, date(2026, 11, 22)).missing_required(), None, "{}", journey.definition().key);
            }
        }
    }

    #[test]
    fn people_who_are_well_score_higher() {
        let mut dice = Dice::new(6);
        for journey in journeys().iter().filter(|journey| !journey.definition().scores.is_empty()) {
            let mut total = |well| {
                let said: Vec<Answers> = (0..60).map(|_| answer(journey, &voice(well), &mut dice)).collect();
                let done = said.iter().map(|said| complete(journey, said, &Language::english(), date(2026, 11, 22)).unwrap());
                done.flat_map(|done| done.scores).map(|(_, thousandths)| thousandths).sum::<i64>()
            };
            assert!(total(1.5) > total(-1.5), "{}", journey.definition().key);
        }
    }
}
