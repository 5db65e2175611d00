//! Scores declared by a survey: what is added up, and what is done about the gaps.
//!
//! A score that does not meet its own missing rule is no score; it is never guessed.

use rust_decimal::{Decimal, RoundingStrategy};

use super::answer::{Answers, Value};
use super::definition::{Choice, Coding, Definition, Item, LinkId};
use super::text::LocalText;

/// Digits after the point of a score that a division went into.
const PLACES: u32 = 3;

/// A score that a survey version declares. Scores are versioned with the survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Short name, unique within the survey.
    pub key: String,
    pub title: LocalText,
    pub method: Method,
    pub items: Vec<ScoredItem>,
    /// Replaces a raw score: SWEMWBS-like conversion tables. Empty where there is none.
    pub lookup: Vec<(Decimal, Decimal)>,
    /// Lower ends of named bands, ascending. For staff; never shown to the respondent.
    pub cut_offs: Vec<(Decimal, String)>,
    /// Change that counts as reliable, in score points.
    pub reliable_change: Option<Decimal>,
}

/// One item's part in a score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredItem {
    pub item: LinkId,
    /// `Some(n)`: the item counts as `n` minus its ordinal.
    pub reversed_from: Option<Decimal>,
}

/// How ordinals become a score, with the missing rule of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Sum, only when every item is answered.
    Sum,
    /// Mean of the items, only when at least `least` are answered.
    Mean { least: u32 },
    /// Mean of the answered items times the number of items, only when at least `least` are answered.
    Prorated { least: u32 },
}

impl Score {
    /// The score of these answers; `None` where its missing rule is not met, or where the lookup has no entry for the raw score.
    ///
    /// An item counts with the ordinal of its chosen option, or with its own number. Means and prorated sums are rounded
    /// half up to three decimal places, once, at the end.
    #[must_use]
    pub fn compute(&self, definition: &Definition, answers: &Answers) -> Option<Decimal> {
        let points: Vec<Decimal> = self.items.iter().filter_map(|part| part.points(definition, answers)).collect();
        let raw = self.raw(&points)?;
        if self.lookup.is_empty() {
            return Some(raw);
        }
        self.lookup.iter().find(|(from, _)| *from == raw).map(|(_, to)| to.normalize())
    }

    /// The lowest and the highest that this score can be; nothing where an item takes any number.
    #[must_use]
    pub fn range(&self, definition: &Definition) -> Option<(Decimal, Decimal)> {
        let ends = |values: &mut dyn Iterator<Item = Decimal>| {
            values.fold(None, |ends, value| {
                ends.map_or(Some((value, value)), |(low, high): (Decimal, Decimal)| Some((low.min(value), high.max(value))))
            })
        };
        if !self.lookup.is_empty() {
            return ends(&mut self.lookup.iter().map(|(_, to)| *to));
        }
        let parts: Vec<(Decimal, Decimal)> =
            self.items.iter().map(|part| ends(&mut part.every(definition)?.into_iter())).collect::<Option<_>>()?;
        let sum = |of: fn(&(Decimal, Decimal)) -> Decimal| parts.iter().map(of).sum::<Decimal>();
        let (low, high) = (sum(|part| part.0), sum(|part| part.1));
        match self.method {
            Method::Sum | Method::Prorated { .. } => Some((low, high)),
            Method::Mean { .. } => {
                let lowest = parts.iter().map(|part| part.0).min()?;
                Some((lowest, parts.iter().map(|part| part.1).max()?))
            }
        }
    }

    fn raw(&self, points: &[Decimal]) -> Option<Decimal> {
        let sum = points.iter().try_fold(Decimal::ZERO, |sum, points| sum.checked_add(*points))?;
        let answered = Decimal::from(points.len());
        let enough = |least: u32| answered >= Decimal::from(least) && !points.is_empty();
        let all = Decimal::from(self.items.len());
        let raw = match self.method {
            Method::Sum => (answered == all).then_some(sum)?,
            Method::Mean { least } => enough(least).then_some(sum)?.checked_div(answered)?,
            Method::Prorated { least } => enough(least).then_some(sum)?.checked_mul(all)?.checked_div(answered)?,
        };
        let raw = match self.method {
            Method::Sum => raw,
            Method::Mean { .. } | Method::Prorated { .. } => raw.round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero),
        };
        Some(raw.normalize())
    }
}

impl ScoredItem {
    /// What the answer to the item counts. `None` where there is no answer, several, or one that carries no number.
    fn points(&self, definition: &Definition, answers: &Answers) -> Option<Decimal> {
        let points = match answers.values(&self.item) {
            [Value::Integer(number)] => Decimal::from(*number),
            [Value::Decimal(number)] => *number,
            [Value::Coding(coding)] => chosen_option(definition.item(&self.item)?, coding)?.ordinal?,
            _ => return None,
        };
        match self.reversed_from {
            Some(from) => from.checked_sub(points),
            None => Some(points),
        }
    }

    /// What every option of the item counts; nothing where it has no options with a number each.
    fn every(&self, definition: &Definition) -> Option<Vec<Decimal>> {
        let options = definition.item(&self.item)?.options();
        let points = |option: &Choice| match self.reversed_from {
            Some(from) => from.checked_sub(option.ordinal?),
            None => option.ordinal,
        };
        Some(options.iter().filter_map(points).collect()).filter(|all: &Vec<Decimal>| !all.is_empty())
    }
}

/// The option of an item that a coding stands for: the same code, and the same system where both name one.
pub(super) fn chosen_option<'i>(item: &'i Item, coding: &Coding) -> Option<&'i Choice> {
    let coded = || item.options().iter().filter(|option| option.coding.code == coding.code);
    let alike = |option: &&Choice| option.coding.system.is_none() || coding.system.is_none();
    coded().find(|option| option.coding.system == coding.system).or_else(|| coded().find(alike))
}

#[cfg(test)]
mod tests {
    use super::super::answer::Given;
    use super::super::fhir::{Modules, ValueSets, import};
    use super::*;

    fn points(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn four_items() -> Definition {
        let options: Vec<_> = (0..4)
            .map(|score| {
                let ordinal = serde_json::json!([{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": score }]);
                serde_json::json!({ "extension": ordinal, "valueCoding": { "code": format!("c{score}") } })
            })
            .collect();
        let item = |id: &str| serde_json::json!({ "linkId": id, "type": "choice", "text": "How much?", "answerOption": options });
        let survey =
            serde_json::json!({ "resourceType": "Questionnaire", "id": "four", "item": [item("a"), item("b"), item("c"), item("d")] });
        import(survey.to_string().as_bytes(), &ValueSets::default(), &Modules::default()).unwrap().definition
    }

    fn score(method: Method) -> Score {
        let part = |id: &str| ScoredItem { item: LinkId::parse(id).unwrap(), reversed_from: None };
        Score {
            key: "total".to_owned(),
            title: LocalText::new("Total"),
            method,
            items: ["a", "b", "c", "d"].into_iter().map(part).collect(),
            lookup: Vec::new(),
            cut_offs: Vec::new(),
            reliable_change: None,
        }
    }

    /// Answers to a, b, c and d in order; -1 is declined.
    fn answers(scores: &[i32]) -> Answers {
        let given = |score: &i32| match score {
            -1 => Given::Declined,
            score => Given::Values(vec![Value::Coding(Coding { code: format!("c{score}"), ..Coding::default() })]),
        };
        scores.iter().zip(["a", "b", "c", "d"]).map(|(score, id)| (LinkId::parse(id).unwrap(), given(score))).collect()
    }

    #[test]
    fn a_sum_needs_every_item() {
        let definition = four_items();
        assert_eq!(score(Method::Sum).compute(&definition, &answers(&[3, 2, 1, 0])), Some(points("6")));
        assert_eq!(score(Method::Sum).compute(&definition, &answers(&[3, 2, 1, -1])), None);
        assert_eq!(score(Method::Sum).compute(&definition, &Answers::default()), None);
    }

    #[test]
    fn a_mean_is_taken_over_the_items_answered() {
        let definition = four_items();
        assert_eq!(score(Method::Mean { least: 3 }).compute(&definition, &answers(&[3, 2, 2, -1])), Some(points("2.333")));
        assert_eq!(score(Method::Mean { least: 3 }).compute(&definition, &answers(&[3, 2, -1, -1])), None);
    }

    #[test]
    fn a_prorated_sum_fills_the_gaps_with_the_mean_and_rounds_once() {
        let definition = four_items();
        // 8 of 3 items stands for 8 x 4 / 3.
        assert_eq!(score(Method::Prorated { least: 3 }).compute(&definition, &answers(&[3, 3, 2, -1])), Some(points("10.667")));
        assert_eq!(score(Method::Prorated { least: 3 }).compute(&definition, &answers(&[1, 1, 1, 1])), Some(points("4")));
        assert_eq!(score(Method::Prorated { least: 0 }).compute(&definition, &Answers::default()), None);
    }

    #[test]
    fn a_reversed_item_counts_from_the_other_end() {
        let mut score = score(Method::Sum);
        score.items[0].reversed_from = Some(points("3"));
        assert_eq!(score.compute(&four_items(), &answers(&[3, 1, 1, 1])), Some(points("3")));
    }

    #[test]
    fn the_range_runs_from_every_lowest_to_every_highest_option() {
        let definition = four_items();
        assert_eq!(score(Method::Sum).range(&definition), Some((points("0"), points("12"))));
        let turned =
            Score { items: vec![ScoredItem { item: LinkId::parse("a").unwrap(), reversed_from: Some(points("5")) }], ..score(Method::Sum) };
        assert_eq!(turned.range(&definition), Some((points("2"), points("5"))));
        let unknown = Score { items: vec![ScoredItem { item: LinkId::parse("z").unwrap(), reversed_from: None }], ..score(Method::Sum) };
        assert_eq!(unknown.range(&definition), None);
    }

    #[test]
    fn a_raw_score_that_the_table_lacks_is_no_score() {
        let score = Score { lookup: vec![(points("6"), points("17.43"))], ..score(Method::Sum) };
        assert_eq!(score.compute(&four_items(), &answers(&[3, 2, 1, 0])), Some(points("17.43")));
        assert_eq!(score.compute(&four_items(), &answers(&[3, 2, 1, 1])), None);
    }
}
