//! Options: radio buttons and tick boxes, "other", "prefer not to say" and yes or no.

use super::super::answer::Value;
use super::super::definition::{Choice, Item, Kind};
use super::{Field, Message, Posted, Problem, check_count, text};

/// What the form posts for one option: its code, or `system|code` where the code alone could mean another answer.
#[must_use]
pub fn option_value(choice: &Choice, item: &Item) -> String {
    let code = &choice.coding.code;
    let shared = item.options().iter().filter(|other| other.coding.code == *code).count() > 1;
    if shared || (is_open(item) && code == other_value()) {
        format!("{}|{code}", choice.coding.system.as_deref().unwrap_or_default())
    } else {
        code.clone()
    }
}

/// What the form posts where the person's own words are the answer.
#[must_use]
pub const fn other_value() -> &'static str {
    "other"
}

/// The values chosen, in the order of the options. `decline`: "prefer not to say" was chosen, and is offered.
pub(super) fn parse(item: &Item, posted: &Posted, decline: bool) -> Result<Vec<Value>, Vec<Problem>> {
    let chosen: Vec<&str> = posted.answers.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    let offered = offered(item);
    let known = |value: &str| offered.iter().any(|(name, _, _)| name == value) || (is_open(item) && value == other_value());
    if !chosen.iter().all(|value| known(value)) {
        return Err(vec![Problem::answer(Message::UnknownOption)]);
    }
    let ticked: Vec<_> = offered.into_iter().filter(|(name, _, _)| chosen.contains(&name.as_str())).collect();
    let alone = ticked.iter().any(|(_, _, exclusive)| *exclusive);
    let mut values: Vec<Value> = ticked.into_iter().map(|(_, value, _)| value).collect();
    values.extend(parse_other(item, posted, &chosen, decline)?.map(Value::Text));
    if item.repeats && ((alone && values.len() > 1) || (decline && !values.is_empty())) {
        return Err(vec![Problem::answer(Message::Exclusive)]);
    }
    match check_count(item, values.len()).filter(|_| !(alone && values.len() == 1)) {
        Some(problem) => Err(vec![problem]),
        None => Ok(values),
    }
}

pub(super) fn refill(values: &[Value], item: &Item) -> Posted {
    let mut posted = Posted::default();
    for value in values {
        match value {
            Value::Text(words) => {
                posted.answers.push(other_value().to_owned());
                posted.other.clone_from(words);
            }
            _ => posted.answers.extend(offered(item).into_iter().find(|(_, option, _)| option == value).map(|(name, _, _)| name)),
        }
    }
    posted
}

/// What is posted for each option, what it means, and whether it stands alone.
fn offered(item: &Item) -> Vec<(String, Value, bool)> {
    if item.kind == Kind::Boolean {
        return [true, false].map(|said| (said.to_string(), Value::Boolean(said), false)).to_vec();
    }
    let option = |choice: &Choice| (option_value(choice, item), Value::Coding(choice.coding.clone()), choice.exclusive);
    item.options().iter().map(option).collect()
}

/// Words typed with nothing chosen count as "other": the person said what they meant. Words left behind beside another
/// choice do not.
fn parse_other(item: &Item, posted: &Posted, chosen: &[&str], decline: bool) -> Result<Option<String>, Vec<Problem>> {
    let asked = chosen.contains(&other_value());
    if !is_open(item) || !(asked || (chosen.is_empty() && !decline)) {
        return Ok(None);
    }
    let problem = |message| vec![Problem { field: Field::Other, message }];
    match text::parse_line(&posted.other, &item.limits).map_err(problem)? {
        None if asked => Err(problem(Message::OtherEmpty)),
        words => Ok(words),
    }
}

fn is_open(item: &Item) -> bool {
    matches!(item.kind, Kind::Choice { open: true, .. })
}
