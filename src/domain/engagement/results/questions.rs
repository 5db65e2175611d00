//! How one question was answered: how many chose each option, or the mean of the numbers given. Refuses words.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::super::questions::{MAY_PUBLISH, PRIORITIES, SENSE};
use super::{Answered, Group, SENSES, SPLITS, members};
use crate::domain::disclosure::{Crossed, Profile, Releasable, Released, ReleasedRow, Row, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};
use crate::domain::survey::{Choice, Item, Kind, LinkId, Value};

/// Whether somebody wants to say more about themselves. It leads to questions, and says nothing itself.
const ABOUT_MORE: &str = "about.more";

/// How a question was answered, before a profile has seen it.
pub enum Question {
    /// Everybody chose one of the options.
    One(Crossed<Group>),
    /// Everybody chose as many as they liked: for each option those who did and those who did not.
    Several(Vec<Crossed<Group>>),
    /// Everybody gave a number.
    Number(Unreleased<()>),
}

/// What may be shown of how a question was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answers<F = Released> {
    /// The options in the order of the survey, then those who used their own words where they could: everybody first, then groups.
    Options(Vec<Shares<F>>),
    /// The mean of the numbers given.
    Mean(F),
}

/// What some people chose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shares<F = Released> {
    pub group: Group,
    /// How many answered, rounded.
    pub answered: Option<u64>,
    /// Those who chose each option, of those who answered.
    pub options: Vec<F>,
}

impl Answers {
    /// The shares; none of a mean.
    #[must_use]
    pub fn shares(self) -> Vec<Shares> {
        match self {
            Self::Options(shares) => shares,
            Self::Mean(_) => Vec::new(),
        }
    }
}

impl Question {
    /// How a question of the survey was answered. `None` where it is not counted, or counted elsewhere.
    pub fn of(item: &Item, all: &[Answered]) -> Option<Self> {
        let id = item.link_id.as_str();
        if !item.is_asked() || [MAY_PUBLISH, ABOUT_MORE].contains(&id) || PRIORITIES.contains(&id) || id.starts_with(SENSE) {
            return None;
        }
        let values = |one: &Answered| one.answers.values(&item.link_id).to_vec();
        match &item.kind {
            Kind::Boolean => Some(Self::one(all, 2, false, |one| yes_or_no(values(one).first()?))),
            Kind::Choice { options, open } if !item.repeats => {
                Some(Self::one(all, options.len() + usize::from(*open), false, |one| place(options, values(one).first()?)))
            }
            Kind::Choice { options, open } => {
                let columns = options.len() + usize::from(*open);
                let chosen = |one: &Answered| values(one).iter().filter_map(|value| place(options, value)).collect::<Vec<_>>();
                let chosen: Vec<Vec<usize>> = all.iter().map(chosen).filter(|chosen| !chosen.is_empty()).collect();
                Some(Self::Several((0..columns).map(|column| chose(&chosen, column)).collect()))
            }
            Kind::Integer | Kind::Decimal => {
                Some(Self::Number(mean(all.iter().filter_map(|one| number(one.answers.values(&item.link_id).first()?)))))
            }
            Kind::Group | Kind::Display | Kind::Date | Kind::String | Kind::Text => None,
        }
    }

    /// Whether an indicator makes sense, split by group.
    pub fn of_sense(id: &LinkId, all: &[Answered]) -> Self {
        let said = |one: &Answered| match one.answers.values(id).first()? {
            Value::Coding(coding) => SENSES.iter().position(|code| *code == coding.code),
            _ => None,
        };
        Self::one(all, SENSES.len(), true, said)
    }

    fn one(all: &[Answered], columns: usize, is_split: bool, chosen: impl Fn(&Answered) -> Option<usize>) -> Self {
        Self::One(crossed(all, columns, is_split, chosen))
    }

    /// What may be shown. Groups in `apart` stay hidden.
    pub fn release(self, profile: Profile, apart: &[Group]) -> Answers {
        match self {
            Self::One(table) => {
                let rows = profile.release_crossed(table, apart).into_iter();
                let shares = rows.map(|row| Shares { group: row.key().clone(), answered: row.total(), options: row.cells().to_vec() });
                Answers::Options(shares.filter(|one| one.group == Group::Everybody || one.answered.is_some()).collect())
            }
            Self::Several(tables) => {
                let wholes: Vec<ReleasedRow<Group>> =
                    tables.into_iter().filter_map(|table| profile.release_crossed(table, apart).into_iter().next()).collect();
                let options = wholes.iter().filter_map(|row| row.cells().first().copied()).collect();
                let answered = wholes.iter().find_map(ReleasedRow::total);
                Answers::Options(vec![Shares { group: Group::Everybody, answered, options }])
            }
            Self::Number(values) => {
                let released: Releasable<()> = profile.release_series(values, Measure::Mean);
                let missing = || Released::Withheld(crate::domain::disclosure::Reason::Small);
                Answers::Mean(released.find(&()).copied().unwrap_or_else(missing))
            }
        }
    }
}

/// Those who chose each of so many columns, of everybody and of each group.
pub(super) fn crossed(all: &[Answered], columns: usize, is_split: bool, chosen: impl Fn(&Answered) -> Option<usize>) -> Crossed<Group> {
    let row = |group: Group, those: &[&Answered]| {
        let mut counts = vec![0; columns];
        for at in those.iter().filter_map(|one| chosen(one)) {
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        Row::of_answers(group, counts)
    };
    // Who gave no answer to this question has no place in its table: neither has a group of them.
    let answered: Vec<&Answered> = all.iter().filter(|one| chosen(one).is_some()).collect();
    let split = |group: &fn(&Answered) -> Group| {
        let theirs = members(&answered, *group);
        theirs.into_iter().map(|(group, those)| row(group, &those.into_iter().copied().collect::<Vec<_>>())).collect()
    };
    let splits = if is_split { SPLITS.iter().map(split).collect() } else { Vec::new() };
    Crossed::new(row(Group::Everybody, &answered), splits)
}

/// Those who chose an option among others, and those who did not.
fn chose(all: &[Vec<usize>], option: usize) -> Crossed<Group> {
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let chose = all.iter().filter(|chosen| chosen.contains(&option)).count();
    Crossed::new(Row::of_answers(Group::Everybody, vec![count(chose), count(all.len() - chose)]), Vec::new())
}

/// The place of an answer among the options; after them for somebody's own words.
fn place(options: &[Choice], value: &Value) -> Option<usize> {
    match value {
        Value::Coding(coding) => {
            let is_it = |option: &Choice| option.coding.code == coding.code && option.coding.system == coding.system;
            options.iter().position(is_it)
        }
        Value::Text(_) => Some(options.len()),
        _ => None,
    }
}

fn yes_or_no(value: &Value) -> Option<usize> {
    match value {
        Value::Boolean(yes) => Some(usize::from(!yes)),
        _ => None,
    }
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(number) => Some(Decimal::from(*number)),
        Value::Decimal(number) => Some(*number),
        _ => None,
    }
}

/// The sums of numbers, in thousandths, behind the door.
fn mean(numbers: impl Iterator<Item = Decimal>) -> Unreleased<()> {
    let mut tally = Tally::default();
    for number in numbers {
        let Some(value) = number.checked_mul(Decimal::ONE_THOUSAND).and_then(|scaled| scaled.round().to_i64()) else { continue };
        let (Some(sum), Some(squares)) =
            (tally.value_sum.checked_add(value), value.checked_mul(value).and_then(|square| tally.value_squares.checked_add(square)))
        else {
            continue;
        };
        tally = Tally { denominator: tally.denominator + 1, recorded: tally.recorded + 1, value_sum: sum, value_squares: squares, ..tally };
    }
    Unreleased::new(vec![((), tally)])
}
