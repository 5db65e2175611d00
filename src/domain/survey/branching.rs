//! Branching: which items of a survey are asked, given what was answered so far.
//!
//! FHIR R4 `enableWhen`, `enableBehavior` and SDC `enableWhenExpression`. An item is enabled when its own condition
//! holds and every item around it is enabled; an answer to an item that is not enabled counts as no answer, and so does an
//! option that was chosen at a question which this one is to differ from. This room decides nothing about pages or their
//! order, and never changes an answer.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::answer::{Answers, Given, Value};
use super::condition::{passes, same};
use super::definition::{Choice, Coding, Definition, Enabled, Item, Kind, LinkId};
use super::derive;
use super::text::Language;

/// What the answers so far come to.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The names of all items enabled now: groups, words and questions, asked or not.
    pub on: BTreeSet<&'a LinkId>,
    /// The answers that count.
    pub live: Answers,
}

/// The names of all items enabled now: [`Standing::on`].
#[must_use]
pub fn enabled<'a>(definition: &'a Definition, answers: &'a Answers, today: Date) -> BTreeSet<&'a LinkId> {
    standing(definition, answers, today).on
}

/// Which items are enabled now, and which answers count.
///
/// `today` is the date that expressions see. A condition may look at a calculated item, which is worked out here from
/// the answers that count. Conditions may point forwards; a definition whose conditions go in a circle, which import
/// refuses, gets an answer after a bounded number of passes all the same.
#[must_use]
pub fn standing<'a>(definition: &'a Definition, answers: &'a Answers, today: Date) -> Standing<'a> {
    let mut decision = Decision {
        definition,
        answers,
        today,
        on: BTreeSet::new(),
        live: Answers::default(),
        derived: looks_at_calculated(definition).then(Vec::new),
        changed: true,
    };
    for _ in 0..=definition.walk().count() {
        if !std::mem::take(&mut decision.changed) {
            break;
        }
        decision.pass(&definition.items, true);
        decision.derive();
    }
    for (id, _) in decision.derived.unwrap_or_default() {
        decision.live.remove(&id);
    }
    Standing { on: decision.on, live: decision.live }
}

/// The options of an item that are offered to somebody whose answers these are.
pub fn offered<'a>(item: &'a Item, live: &'a Answers) -> impl Iterator<Item = &'a Choice> {
    item.options().iter().filter(|option| !is_taken(item, &option.coding, live))
}

/// True for an option that was chosen where this item is to differ from.
fn is_taken(item: &Item, option: &Coding, live: &Answers) -> bool {
    let chosen = item.differs_from.iter().flat_map(|other| live.values(other));
    chosen.into_iter().any(|value| matches!(value, Value::Coding(coding) if same(coding, option)))
}

/// What is left of an answer without the options that are not offered; nothing where nothing is.
fn counting(item: &Item, given: &Given, live: &Answers) -> Option<Given> {
    let Given::Values(values) = given else { return Some(given.clone()) };
    let offered = |value: &&Value| !matches!(value, Value::Coding(coding) if is_taken(item, coding, live));
    let left: Vec<Value> = values.iter().filter(offered).cloned().collect();
    (!left.is_empty()).then_some(Given::Values(left))
}

/// True when a condition looks, or could look, at the value of a calculated item.
fn looks_at_calculated(definition: &Definition) -> bool {
    let calculated: BTreeSet<&LinkId> = definition.walk().filter(|item| item.calculated.is_some()).map(|item| &item.link_id).collect();
    !calculated.is_empty()
        && definition.walk().any(|item| match &item.enabled {
            Enabled::Always => false,
            Enabled::When { tests, .. } => tests.iter().any(|test| calculated.contains(&test.question)),
            Enabled::Expression(_) => true,
        })
}

/// What is known part-way: the items found enabled, and only their answers.
struct Decision<'a> {
    definition: &'a Definition,
    answers: &'a Answers,
    today: Date,
    on: BTreeSet<&'a LinkId>,
    live: Answers,
    /// The calculated values in `live`. `None` where no condition needs them.
    derived: Option<Vec<(LinkId, Given)>>,
    changed: bool,
}

impl<'a> Decision<'a> {
    fn pass(&mut self, items: &'a [Item], around_is_on: bool) {
        for item in items {
            let on = around_is_on && self.condition_holds(item) && self.has_options(item);
            self.settle(item, on);
            self.pass(&item.items, on);
        }
    }

    fn settle(&mut self, item: &'a Item, on: bool) {
        let changed = if on { self.on.insert(&item.link_id) } else { self.on.remove(&item.link_id) };
        self.changed |= changed;
        if !changed && item.differs_from.is_empty() {
            return;
        }
        let given = self.answers.get(&item.link_id).filter(|_| on && item.is_question());
        let counts = given.and_then(|given| counting(item, given, &self.live));
        if self.live.get(&item.link_id) == counts.as_ref() {
            return;
        }
        self.changed = true;
        match counts {
            Some(given) => self.live.put(item.link_id.clone(), given),
            None => drop(self.live.remove(&item.link_id)),
        }
    }

    /// False for a choice whose options were all chosen elsewhere.
    fn has_options(&self, item: &Item) -> bool {
        let is_open = !matches!(item.kind, Kind::Choice { open: false, .. });
        is_open || item.differs_from.is_empty() || offered(item, &self.live).next().is_some()
    }

    /// A calculation that fails has no value here; it is reported where the answers are sent.
    fn derive(&mut self) {
        let Some(before) = self.derived.take() else { return };
        for (id, _) in &before {
            self.live.remove(id);
        }
        let language = self.definition.languages.first().cloned().unwrap_or_else(Language::english);
        let mut now = derive::derive(self.definition, &self.live, &language, self.today).unwrap_or_default();
        now.retain(|(id, _)| self.on.contains(id));
        for (id, given) in &now {
            self.live.put(id.clone(), given.clone());
        }
        self.changed |= now != before;
        self.derived = Some(now);
    }

    fn condition_holds(&self, item: &Item) -> bool {
        match &item.enabled {
            Enabled::Always => true,
            Enabled::When { all: true, tests } => tests.iter().all(|test| passes(test, &self.live)),
            Enabled::When { all: false, tests } => tests.iter().any(|test| passes(test, &self.live)),
            Enabled::Expression(expression) => derive::holds(expression, item, self.definition, &self.live, self.today),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Value;
    use super::super::definition::{Expected, Kind, Operator};
    use super::super::samples::{TODAY, answers, group, id, item, survey, test, when, when_yes};
    use super::*;

    fn is_on(definition: &Definition, answers: &Answers, name: &str) -> bool {
        enabled(definition, answers, TODAY).contains(&id(name))
    }

    #[test]
    fn the_behaviour_decides_whether_all_tests_or_one_must_hold() {
        let yes = |name| test(name, Operator::Equal, Expected::Boolean(true));
        for (all, wanted) in [(true, false), (false, true)] {
            let follow_up = Item { enabled: Enabled::When { all, tests: vec![yes("a"), yes("b")] }, ..item("c", Kind::Boolean) };
            let definition = survey(vec![item("a", Kind::Boolean), item("b", Kind::Boolean), follow_up]);
            assert_eq!(is_on(&definition, &answers(&[("a", Value::Boolean(true))]), "c"), wanted);
        }
    }

    #[test]
    fn nothing_is_asked_inside_a_group_that_is_not_asked() {
        let part = Item { enabled: when_yes("a"), ..group("part", vec![item("b", Kind::Boolean)]) };
        let definition = survey(vec![item("a", Kind::Boolean), part]);
        assert!(!is_on(&definition, &Answers::default(), "b"));
        assert!(is_on(&definition, &answers(&[("a", Value::Boolean(true))]), "b"));
    }

    #[test]
    fn an_answer_to_a_question_no_longer_asked_opens_nothing() {
        let chain = |name, before| Item { enabled: when_yes(before), ..item(name, Kind::Boolean) };
        let definition = survey(vec![item("a", Kind::Boolean), chain("b", "a"), chain("c", "b")]);
        let yes = Value::Boolean(true);
        assert!(is_on(&definition, &answers(&[("a", yes.clone()), ("b", yes.clone())]), "c"));
        assert!(!is_on(&definition, &answers(&[("a", Value::Boolean(false)), ("b", yes)]), "c"));
    }

    #[test]
    fn a_condition_may_point_forwards() {
        let early = |name, later| Item { enabled: when_yes(later), ..item(name, Kind::Boolean) };
        let definition = survey(vec![early("a", "b"), early("b", "c"), item("c", Kind::Boolean)]);
        let yes = Value::Boolean(true);
        assert!(is_on(&definition, &answers(&[("b", yes.clone()), ("c", yes.clone())]), "a"));
        assert!(!is_on(&definition, &answers(&[("b", yes)]), "a"));
    }

    #[test]
    fn conditions_in_a_circle_still_come_to_an_end() {
        let odd = |name, other| Item { enabled: when(other, Operator::Exists, Expected::Boolean(false)), ..item(name, Kind::Boolean) };
        let definition = survey(vec![odd("a", "b"), odd("b", "a"), odd("c", "c")]);
        let yes = Value::Boolean(true);
        assert!(enabled(&definition, &answers(&[("a", yes.clone()), ("b", yes.clone()), ("c", yes)]), TODAY).len() <= 3);
    }
}
