//! Branching in words: whom a question is for, and where to go on after an answer. What cannot be said with certainty is not said:
//! then everybody reads on, and the note over the next question tells them whether it is theirs.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::survey::branching::enabled;
use crate::domain::survey::definition::{Bound, Enabled, Expected, Operator, Test};
use crate::domain::survey::{Answers, Definition, Given, Item, Kind, Language, LinkId};
use crate::i18n::{Argument, Locale, MissingMessage};

/// After so many answers of one question at most it is said where to go on.
const MOST_WAYS: usize = 3;

/// The questions of a survey in the order they are printed, with what decides whether each is asked.
pub(super) struct Guide<'a> {
    definition: &'a Definition,
    language: &'a Language,
    locale: &'a Locale,
    today: Date,
    asked: Vec<Asked<'a>>,
    numbers: BTreeMap<&'a LinkId, usize>,
}

struct Asked<'a> {
    item: &'a Item,
    /// Its own condition, and those of everything around it.
    conditions: Vec<&'a Enabled>,
}

impl<'a> Guide<'a> {
    pub fn new(definition: &'a Definition, language: &'a Language, locale: &'a Locale, today: Date) -> Self {
        let mut asked = Vec::new();
        gather(&definition.items, &[], &mut asked);
        let numbers = asked.iter().enumerate().map(|(place, asked)| (&asked.item.link_id, place + 1)).collect();
        Self { definition, language, locale, today, asked, numbers }
    }

    /// The number of a question, from 1.
    pub fn number(&self, item: &Item) -> Option<usize> {
        self.numbers.get(&item.link_id).copied()
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.asked.len()
    }

    /// For whom an item is; nothing where it is for everybody.
    pub fn only_if(&self, item: &Item) -> Result<Option<String>, MissingMessage> {
        let part = if item.kind == Kind::Group { "part" } else { "question" };
        let (all, tests) = match &item.enabled {
            Enabled::Always => return Ok(None),
            Enabled::Expression(_) => return self.locale.t(&format!("paper-only-if-applies-{part}"), &[]).map(Some),
            Enabled::When { all, tests } => (*all, tests),
        };
        let said: Vec<Option<String>> = tests.iter().map(|test| self.said(test)).collect::<Result<_, _>>()?;
        let Some(said) = said.into_iter().collect::<Option<Vec<String>>>() else {
            return self.locale.t(&format!("paper-only-if-applies-{part}"), &[]).map(Some);
        };
        let between = self.locale.t(if all { "paper-and" } else { "paper-or" }, &[])?;
        let conditions = said.join(&format!(" {between} "));
        self.locale.t(&format!("paper-only-if-{part}"), &[("conditions", conditions.into())]).map(Some)
    }

    /// At which questions nothing may have been chosen that is chosen here; nothing where that is all the same.
    pub fn differs(&self, item: &Item) -> Result<Option<String>, MissingMessage> {
        let numbers: Vec<String> =
            item.differs_from.iter().filter_map(|other| self.numbers.get(other)).map(|number| self.written(*number)).collect();
        if numbers.is_empty() {
            return Ok(None);
        }
        let questions = numbers.join(&format!(" {} ", self.locale.t("paper-or", &[])?));
        self.locale.t("paper-differs", &[("questions", questions.into())]).map(Some)
    }

    /// One comparison in words; nothing where it looks at what nobody is asked.
    fn said(&self, test: &Test) -> Result<Option<String>, MissingMessage> {
        let Some((number, item)) = self.numbers.get(&test.question).zip(self.definition.item(&test.question)) else { return Ok(None) };
        let key = match (test.operator, &test.expected) {
            (Operator::Exists, Expected::Boolean(false)) => "paper-if-empty",
            (Operator::Exists, _) => "paper-if-answered",
            (Operator::Equal, _) => "paper-if-equal",
            (Operator::NotEqual, _) => "paper-if-other",
            (Operator::Greater, _) => "paper-if-more",
            (Operator::Less, _) => "paper-if-less",
            (Operator::GreaterOrEqual, _) => "paper-if-at-least",
            (Operator::LessOrEqual, _) => "paper-if-at-most",
        };
        let mut arguments: Vec<(&str, Argument)> = vec![("question", self.written(*number).into())];
        if test.operator != Operator::Exists {
            arguments.push(("answer", self.answer(&test.expected, item)?.into()));
        }
        self.locale.t(key, &arguments).map(Some)
    }

    fn answer(&self, expected: &Expected, item: &Item) -> Result<String, MissingMessage> {
        let option = |code: &str| {
            let named = item.options().iter().find(|option| option.coding.code == code || option.coding.display.as_deref() == Some(code));
            named.map_or_else(|| code.to_owned(), |option| option.label.in_language(self.language).to_owned())
        };
        Ok(match expected {
            Expected::Boolean(said) => self.locale.t(if *said { "question-yes" } else { "question-no" }, &[])?,
            Expected::Number(number) if item.options().is_empty() => self.bound(Bound::Number(*number)),
            Expected::Number(number) => option(&number.normalize().to_string()),
            Expected::Date(day) => self.bound(Bound::Date(*day)),
            Expected::Text(text) => option(text),
            Expected::Coding(coding) => option(&coding.code),
        })
    }

    /// A number or a day as the language writes it.
    pub fn bound(&self, bound: Bound) -> String {
        match bound {
            Bound::Date(day) => self.locale.date(day),
            Bound::Number(number) => {
                let number = number.normalize();
                let places = usize::try_from(number.scale()).unwrap_or_default();
                number.to_string().parse().map_or_else(|_| number.to_string(), |value: f64| self.locale.number(value, places))
            }
        }
    }

    /// Where people go on after each of these answers to a question; nothing where that is the next one, or where so many answers
    /// lead away that the note over the next question tells it better.
    pub fn ways_on(&self, item: &Item, answers: &[Given]) -> Result<Vec<Option<String>>, MissingMessage> {
        let ways: Vec<Option<String>> = answers.iter().map(|given| self.go_to(item, given.clone())).collect::<Result<_, _>>()?;
        let leads_away = ways.iter().flatten().count();
        Ok(if leads_away <= MOST_WAYS { ways } else { vec![None; answers.len()] })
    }

    /// Where somebody goes on who gave this answer; nothing where that is the next question.
    fn go_to(&self, item: &Item, given: Given) -> Result<Option<String>, MissingMessage> {
        let Some(place) = self.asked.iter().position(|asked| asked.item.link_id == item.link_id) else { return Ok(None) };
        let Some((asked, rest)) = self.asked.get(place..).and_then(<[Asked<'_>]>::split_first) else { return Ok(None) };
        // Whether a question that is itself not for everybody was answered depends on more than this answer.
        if item.repeats || asked.conditions.iter().any(|condition| !matches!(condition, Enabled::Always)) {
            return Ok(None);
        }
        let answers: Answers = [(item.link_id.clone(), given)].into_iter().collect();
        let on = enabled(self.definition, &answers, self.today);
        let mine = |later: &Asked<'_>| on.contains(&later.item.link_id) || !later.depends_only_on(&item.link_id);
        match rest.iter().position(mine) {
            Some(0) => Ok(None),
            Some(skipped) => self.locale.t("paper-go-to", &[("question", self.written(place + skipped + 2).into())]).map(Some),
            None if rest.is_empty() => Ok(None),
            None => self.locale.t("paper-go-to-end", &[]).map(Some),
        }
    }

    /// A number as the language writes it.
    pub fn written(&self, number: usize) -> String {
        self.locale.whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl Asked<'_> {
    /// True where nothing but the answer to that question decides.
    fn depends_only_on(&self, question: &LinkId) -> bool {
        self.conditions.iter().all(|condition| match condition {
            Enabled::Always => true,
            Enabled::When { tests, .. } => tests.iter().all(|test| test.question == *question),
            Enabled::Expression(_) => false,
        })
    }
}

fn gather<'a>(items: &'a [Item], around: &[&'a Enabled], asked: &mut Vec<Asked<'a>>) {
    for item in items.iter().filter(|item| !item.hidden) {
        let mut conditions = around.to_vec();
        conditions.push(&item.enabled);
        if item.is_asked() {
            asked.push(Asked { item, conditions: conditions.clone() });
        }
        gather(&item.items, &conditions, asked);
    }
}
