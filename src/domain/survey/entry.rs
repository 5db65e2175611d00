//! A printed survey typed in one go: every box has a number, and the answers are held against the same rules as everybody's,
//! all of them at once.
//!
//! The numbers are those printed beside the boxes: the options in their order, then "something else" where that is offered,
//! then "prefer not to say" where that is.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::answer::{Answers, Given, Value};
use super::definition::{Item, Kind, Limits, LinkId};
use super::journey::{Journey, Page};
use super::validation::{Field, Message, Posted, Problem, date, option_value, other_value, parse};

/// What a numbered box stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// An option, by what its form posts.
    Option(String),
    /// The person's own words.
    Other,
    Declined,
}

/// What was typed for one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Numbers of boxes, or the answer itself.
    pub line: String,
    /// The person's own words beside the boxes.
    pub other: String,
}

/// Something wrong with what was typed for one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub link_id: LinkId,
    pub why: Why,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    Answer(Problem),
    /// The question is not asked of somebody who gave the other answers.
    NotAsked,
    /// The same was chosen at a question from which this one is to differ.
    Taken,
}

/// The boxes of a question in the order of their numbers, which begin with 1. None where the answer is written.
#[must_use]
pub fn boxes(item: &Item) -> Vec<Mark> {
    let mut boxes: Vec<Mark> = match &item.kind {
        Kind::Boolean => ["true", "false"].map(|said| Mark::Option(said.to_owned())).to_vec(),
        Kind::Choice { options, .. } => options.iter().map(|option| Mark::Option(option_value(option, item))).collect(),
        _ => return Vec::new(),
    };
    if matches!(item.kind, Kind::Choice { open: true, .. }) {
        boxes.push(Mark::Other);
    }
    if item.sensitive {
        boxes.push(Mark::Declined);
    }
    boxes
}

/// Reads what was typed for every question of a paper that was filled in on that day.
///
/// # Errors
/// What is wrong with single answers; where nothing is, the required ones that are missing and those that the branching of
/// the survey does not ask for.
pub fn read(journey: &Journey, typed: &BTreeMap<LinkId, Typed>, on: Date) -> Result<Answers, Vec<Fault>> {
    let (mut answers, mut faults) = (Answers::default(), Vec::new());
    for page in journey.pages() {
        let line = typed.get(&page.item.link_id).filter(|typed| !is_empty(typed));
        match line.map(|typed| answer(&page.item, typed)) {
            None | Some(Ok(Given::Skipped)) => {}
            Some(Ok(given)) => answers.put(page.item.link_id.clone(), given),
            Some(Err(problems)) => faults.extend(problems.into_iter().map(|problem| fault(page, Why::Answer(problem)))),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    whole(journey, answers, on)
}

/// The answers with every question that was asked and left empty; or what does not go together.
fn whole(journey: &Journey, answers: Answers, on: Date) -> Result<Answers, Vec<Fault>> {
    let (mut all, mut faults) = (answers.clone(), Vec::new());
    let walk = journey.walk(&answers, on);
    for page in journey.pages() {
        let is_asked = walk.reachable().iter().any(|asked| asked.key == page.key);
        match (is_asked, answers.get(&page.item.link_id)) {
            (true, None) => match parse(&page.item, &Posted::default()) {
                Ok(given) => all.put(page.item.link_id.clone(), given),
                Err(problems) => faults.extend(problems.into_iter().map(|problem| fault(page, Why::Answer(problem)))),
            },
            (false, Some(_)) => faults.push(fault(page, Why::NotAsked)),
            (true, Some(given)) if walk.given(page) != Some(given) => faults.push(fault(page, Why::Taken)),
            (true, Some(_)) | (false, None) => {}
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

fn fault(page: &Page, why: Why) -> Fault {
    Fault { link_id: page.item.link_id.clone(), why }
}

fn is_empty(typed: &Typed) -> bool {
    typed.line.trim().is_empty() && typed.other.trim().is_empty()
}

fn answer(item: &Item, typed: &Typed) -> Result<Given, Vec<Problem>> {
    let posted = match (&item.kind, boxes(item)) {
        (Kind::Date, _) if !item.repeats => dated(&typed.line),
        (_, boxes) if boxes.is_empty() => Posted { answers: vec![typed.line.clone()], ..Posted::default() },
        (_, boxes) => marked(&boxes, typed).map_err(|message| vec![Problem { field: Field::Answer, message }])?,
    };
    parse(item, &posted)
}

/// The boxes whose numbers were typed, with anything between them.
fn marked(boxes: &[Mark], typed: &Typed) -> Result<Posted, Message> {
    let mut posted = Posted { other: typed.other.clone(), ..Posted::default() };
    for number in typed.line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match place.and_then(|place| boxes.get(place)).ok_or(Message::UnknownOption)? {
            Mark::Option(value) => posted.answers.push(value.clone()),
            Mark::Other => posted.answers.push(other_value().to_owned()),
            Mark::Declined => posted.decline = true,
        }
    }
    // Both at once says neither.
    if posted.decline && !posted.answers.is_empty() { Err(Message::Exclusive) } else { Ok(posted) }
}

/// The day in a line: day, month and year with anything between. `None` where that is no day.
#[must_use]
pub fn day(line: &str) -> Option<Date> {
    match date::parse(&dated(line), &Limits::default()).ok()? {
        Some(Value::Date(day)) => Some(day),
        _ => None,
    }
}

/// A date on one line: day, month and year, with anything between.
fn dated(line: &str) -> Posted {
    let parts: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or_default().to_owned();
    match parts.len() {
        3 => Posted { day: part(0), month: part(1), year: part(2), ..Posted::default() },
        _ => Posted { day: line.to_owned(), ..Posted::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{TODAY, choice, coding, id, item, journey, when_yes};
    use super::*;

    fn sample() -> Journey {
        let pick = Item { sensitive: true, ..item("pick", choice(&["a", "b"], true)) };
        let several = Item { repeats: true, ..item("several", choice(&["a", "b", "c"], false)) };
        let follow_up = Item { required: true, enabled: when_yes("first"), ..item("more", Kind::Integer) };
        journey(vec![item("first", Kind::Boolean), follow_up, pick, several, item("when", Kind::Date)])
    }

    fn typed(lines: &[(&str, &str)]) -> BTreeMap<LinkId, Typed> {
        lines.iter().map(|(name, line)| (id(name), Typed { line: (*line).to_owned(), ..Typed::default() })).collect()
    }

    fn faults(lines: &[(&str, &str)]) -> Vec<(String, Why)> {
        let faults = read(&sample(), &typed(lines), TODAY).unwrap_err();
        faults.into_iter().map(|fault| (fault.link_id.to_string(), fault.why)).collect()
    }

    #[test]
    fn boxes_are_numbered_options_first_then_other_then_rather_not_say() {
        let pick = Item { sensitive: true, ..item("pick", choice(&["a", "b"], true)) };
        assert_eq!(boxes(&pick), [Mark::Option("a".to_owned()), Mark::Option("b".to_owned()), Mark::Other, Mark::Declined]);
        assert_eq!(boxes(&item("yes", Kind::Boolean)).len(), 2);
        assert!(boxes(&item("text", Kind::Text)).is_empty());
    }

    #[test]
    fn numbers_of_boxes_are_read_as_their_options() {
        let lines = [("first", "1"), ("more", "12"), ("pick", "4"), ("several", "3, 1"), ("when", "27/3/2026")];
        let answers = read(&sample(), &typed(&lines), TODAY).unwrap();
        assert_eq!(answers.values(&id("first")), [Value::Boolean(true)]);
        assert_eq!(answers.values(&id("more")), [Value::Integer(12)]);
        assert_eq!(answers.get(&id("pick")), Some(&Given::Declined));
        assert_eq!(answers.values(&id("several")), [Value::Coding(coding("a")), Value::Coding(coding("c"))]);
        assert_eq!(answers.values(&id("when")), [Value::Date(jiff::civil::date(2026, 3, 27))]);
    }

    #[test]
    fn what_was_asked_and_left_empty_is_skipped_and_what_was_not_asked_is_nothing() {
        let answers = read(&sample(), &typed(&[("first", "2")]), TODAY).unwrap();
        assert_eq!((answers.get(&id("pick")), answers.get(&id("more"))), (Some(&Given::Skipped), None));
    }

    #[test]
    fn an_answer_to_what_is_not_asked_is_pointed_out() {
        assert_eq!(faults(&[("first", "2"), ("more", "3")]), [("more".to_owned(), Why::NotAsked)]);
    }

    #[test]
    fn the_same_choice_twice_is_pointed_out_where_the_second_is_to_differ() {
        let second = Item { differs_from: vec![id("first")], ..item("second", choice(&["a", "b"], false)) };
        let journey = journey(vec![item("first", choice(&["a", "b"], false)), second]);
        let faults = read(&journey, &typed(&[("first", "2"), ("second", "2")]), TODAY).unwrap_err();
        assert_eq!(faults, [Fault { link_id: id("second"), why: Why::Taken }]);
        assert!(read(&journey, &typed(&[("first", "2"), ("second", "1")]), TODAY).is_ok());
    }

    #[test]
    fn a_required_answer_that_is_asked_for_must_be_there() {
        let missing = Why::Answer(Problem { field: Field::Answer, message: Message::RequiredNumber });
        assert_eq!(faults(&[("first", "1")]), [("more".to_owned(), missing)]);
    }

    #[test]
    fn a_number_without_a_box_and_two_answers_at_once_are_refused() {
        let wrong = |message| Why::Answer(Problem { field: Field::Answer, message });
        assert_eq!(faults(&[("pick", "5")]), [("pick".to_owned(), wrong(Message::UnknownOption))]);
        assert_eq!(faults(&[("pick", "0")]), [("pick".to_owned(), wrong(Message::UnknownOption))]);
        assert_eq!(faults(&[("pick", "1 4")]), [("pick".to_owned(), wrong(Message::Exclusive))]);
        assert_eq!(faults(&[("pick", "1 2")]), [("pick".to_owned(), wrong(Message::TooMany { max: 1 }))]);
    }
}
