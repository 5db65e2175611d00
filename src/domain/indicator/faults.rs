//! What is wrong with a definition that somebody wrote: rules that contradict each other, and names of things that are not there.
//! Each fault is said at the rule it is about.

use std::collections::BTreeMap;

use super::Definition;
use super::definition::{Cohort, Kind, When};
use super::measure::{Measure, Missing};
use crate::domain::care::timepoint::Timepoint;

/// The most characters of a title.
pub const TITLE_MOST: usize = 150;

/// The most characters of a paragraph in plain words.
pub const WORDS_MOST: usize = 1500;

/// Something wrong: the rule it is about, what is wrong, and what was found instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the rule, as in a form.
    pub rule: &'static str,
    /// A code of what is wrong.
    pub why: &'static str,
    /// What is there instead, or what there is to choose from.
    pub found: String,
}

impl Fault {
    /// Something wrong at a rule.
    #[must_use]
    pub fn new(rule: &'static str, why: &'static str, found: impl Into<String>) -> Self {
        Self { rule, why, found: found.into() }
    }
}

/// What a definition may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    pub programmes: Vec<String>,
    /// Each survey by its key.
    pub surveys: BTreeMap<String, Asks>,
}

/// What a survey asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asks {
    /// Each question with the codes of its options; none where any words may be said.
    pub items: BTreeMap<String, Vec<String>>,
    pub scores: Vec<String>,
}

/// Everything that is wrong with a definition, in the order of its rules.
#[must_use]
pub fn faults(definition: &Definition, known: &Known) -> Vec<Fault> {
    let mut found = Faults(Vec::new());
    found.words(definition);
    if definition.kind.is_supplied() {
        found.need("source", definition.source.as_deref().is_some_and(|source| !source.trim().is_empty()), "empty");
    } else {
        match (&definition.cohort, &definition.measure) {
            (Some(cohort), Some(measure)) => {
                found.cohort(cohort, known);
                found.measure(definition.kind, cohort.when, measure);
                found.names(measure, known);
            }
            _ => found.add("survey", "incomplete", ""),
        }
    }
    found.figures(definition);
    found.0
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, rule: &'static str, why: &'static str, said: &str) {
        self.0.push(Fault::new(rule, why, said));
    }

    fn need(&mut self, rule: &'static str, is_so: bool, why: &'static str) {
        if !is_so {
            self.add(rule, why, "");
        }
    }

    fn words(&mut self, definition: &Definition) {
        let plain = &definition.plain;
        let words =
            [("why", &plain.why), ("denominator", &plain.denominator), ("numerator", &plain.numerator), ("missing-words", &plain.missing)];
        let title = ("title", &definition.title, TITLE_MOST);
        for (rule, text, most) in [title].into_iter().chain(words.map(|(rule, text)| (rule, text, WORDS_MOST))) {
            self.need(rule, !text.trim().is_empty(), "empty");
            if text.chars().count() > most {
                self.add(rule, "long", &most.to_string());
            }
        }
    }

    fn cohort(&mut self, cohort: &Cohort, known: &Known) {
        if let Some(programme) = cohort.programme.as_ref().filter(|programme| !known.programmes.contains(programme)) {
            self.add("programme", "programme", programme);
        }
        for (rule, age) in [("age-from", cohort.age_from), ("age-to", cohort.age_to)] {
            self.need(rule, age.is_none_or(|age| (0..=120).contains(&age)), "age");
        }
        let is_ordered = cohort.age_from.zip(cohort.age_to).is_none_or(|(from, to)| from <= to);
        self.need("age-to", is_ordered, "age-order");
        self.need("open-days", cohort.open_days == 0 || cohort.when != When::Answered, "open-days");
    }

    fn measure(&mut self, kind: Kind, when: When, measure: &Measure) {
        let is_score = matches!(kind, Kind::Mean | Kind::PairedChange);
        if is_score {
            self.need("score", measure.score.is_some(), "empty");
            self.need("when", when == When::Answered, "score-when");
            match measure.score_range {
                None => self.add("score-lowest", "range", ""),
                Some((lowest, highest)) => {
                    let is_range = lowest.is_finite() && highest.is_finite() && lowest < highest;
                    self.need("score-highest", is_range, "range-order");
                }
            }
            self.need("item", measure.item.is_none() && measure.codes.is_empty(), "not-of-score");
        } else {
            self.need("item", measure.item.is_some(), "empty");
            self.need("codes", !measure.codes.is_empty(), "empty");
            self.need("score", measure.score.is_none(), "only-of-score");
        }
        let both = |one: &[String], other: &[String]| one.iter().find(|code| other.contains(code)).cloned();
        for (rule, codes) in [("not-stated", &measure.not_stated), ("excluded", &measure.excluded)] {
            if let Some(code) = both(codes, &measure.codes) {
                self.add(rule, "both", &code);
            }
        }
        let is_change = kind == Kind::PairedChange;
        self.need("reliable-change", measure.reliable_change.is_none() || is_change, "only-of-change");
        self.need("reliable-change", measure.reliable_change.is_none_or(|points| points.is_finite() && points > 0.0), "above-nought");
        self.need("cut-off", measure.cut_off.is_none() || (is_change && measure.reliable_change.is_some()), "cut-off");
        self.need("look-back-months", when != When::OpenAtPeriodEnd || measure.look_back_months > 0, "look-back");
        self.need("look-back-months", measure.look_back_months <= 120, "months");
        let least = measure.least_recorded;
        let is_threshold = measure.missing == Missing::Threshold;
        self.need("least-recorded", is_threshold == least.is_some(), if is_threshold { "threshold" } else { "no-threshold" });
        self.need("least-recorded", least.is_none_or(|least| (1..=100).contains(&least)), "per-cent");
    }

    fn names(&mut self, measure: &Measure, known: &Known) {
        let is_point = measure.timepoint.as_deref().is_none_or(|point| Timepoint::from_code(point).is_some());
        if !is_point {
            self.add("timepoint", "timepoint", measure.timepoint.as_deref().unwrap_or_default());
        }
        let Some(asks) = known.surveys.get(&measure.survey) else { return self.add("survey", "survey", &measure.survey) };
        if let Some(score) = measure.score.as_ref().filter(|score| !asks.scores.contains(score)) {
            let there = if asks.scores.is_empty() { "–".to_owned() } else { asks.scores.join(", ") };
            self.add("score", "score", &format!("{score} ({there})"));
        }
        let Some(item) = &measure.item else { return };
        let Some(options) = asks.items.get(item) else {
            let there: Vec<&str> = asks.items.keys().map(String::as_str).collect();
            return self.add("item", "item", &format!("{item} ({})", there.join(", ")));
        };
        // Codes that say nothing may come from elsewhere: from answers on paper, or from other systems.
        let unknown = measure.codes.iter().filter(|code| !options.is_empty() && !options.contains(code));
        let unknown: Vec<&str> = unknown.map(String::as_str).collect();
        if !unknown.is_empty() {
            self.add("codes", "codes", &format!("{} ({})", unknown.join(", "), options.join(", ")));
        }
    }

    fn figures(&mut self, definition: &Definition) {
        self.need("rolling-months", (1..=36).contains(&definition.rolling_months), "rolling");
        let months = definition.rolling_months.max(1).cast_signed();
        let is_whole = definition.every.months() == 1 || months == definition.every.months() || months == 1;
        self.need("rolling-months", is_whole, "rolling-every");
        let is_rate = matches!(definition.kind, Kind::Rate | Kind::StandardisedRate);
        self.need("multiplier", is_rate == definition.multiplier.is_some(), if is_rate { "empty" } else { "only-of-rate" });
        self.need("multiplier", definition.multiplier != Some(0), "above-nought");
        let target = definition.target;
        self.need("target", target.is_none_or(f64::is_finite), "points");
        let is_share = matches!(definition.kind, Kind::Proportion | Kind::Supplied);
        self.need("target", !is_share || target.is_none_or(|target| (0.0..=100.0).contains(&target)), "per-cent");
        self.need("gateway-completeness", definition.gateway.completeness <= 100, "per-cent");
        self.need("gateway-response", definition.gateway.response <= 100, "per-cent");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::{BUILT_IN, Framework};

    fn known() -> Known {
        let item = |name: &str, codes: &[&str]| (name.to_owned(), codes.iter().map(|code| (*code).to_owned()).collect());
        let work = Asks { items: [item("employment-status", &["01", "02", "ZZ"])].into(), scores: Vec::new() };
        let carers = Asks { items: BTreeMap::new(), scores: vec!["carer-quality-of-life".to_owned()] };
        Known {
            programmes: vec!["mental-health".into()],
            surveys: [("employment".to_owned(), work), ("carer-experience".to_owned(), carers)].into(),
        }
    }

    fn built_in(key: &str) -> Definition {
        Framework::parse(BUILT_IN).unwrap().indicator(key).unwrap().clone()
    }

    fn employment(change: impl FnOnce(&mut Definition)) -> Vec<(&'static str, &'static str)> {
        let mut definition = built_in("paid-employment");
        let measure = definition.measure.as_mut().unwrap();
        (measure.codes, measure.not_stated) = (vec!["01".into()], vec!["ZZ".into()]);
        change(&mut definition);
        faults(&definition, &known()).into_iter().map(|fault| (fault.rule, fault.why)).collect()
    }

    #[test]
    fn the_target_of_a_share_is_a_per_cent() {
        assert_eq!(employment(|definition| definition.target = Some(70.0)), []);
        assert_eq!(employment(|definition| definition.target = Some(101.0)), [("target", "per-cent")]);
    }

    #[test]
    fn a_definition_that_names_what_there_is_has_no_fault() {
        assert_eq!(employment(|_| {}), []);
    }

    #[test]
    fn what_is_not_there_is_named_with_what_is() {
        let mut definition = built_in("paid-employment");
        definition.measure.as_mut().unwrap().item = Some("status".into());
        let [fault] = &faults(&definition, &known())[..] else { panic!("one fault") };
        assert_eq!(*fault, Fault::new("item", "item", "status (employment-status)"));
    }

    #[test]
    fn rules_that_contradict_each_other_are_faults() {
        let measure = |change: fn(&mut Measure)| employment(move |one| change(one.measure.as_mut().unwrap()));
        let cohort = |change: fn(&mut Cohort)| employment(move |one| change(one.cohort.as_mut().unwrap()));
        assert_eq!(cohort(|one| (one.age_from, one.age_to) = (Some(70), Some(18))), [("age-to", "age-order")]);
        assert_eq!(measure(|one| one.not_stated = vec!["01".into()]), [("not-stated", "both")]);
        assert_eq!(measure(|one| one.missing = Missing::Threshold), [("least-recorded", "threshold")]);
        assert_eq!(measure(|one| one.least_recorded = Some(50)), [("least-recorded", "no-threshold")]);
        assert_eq!(measure(|one| one.look_back_months = 0), [("look-back-months", "look-back")]);
        assert_eq!(measure(|one| one.reliable_change = Some(3.0)), [("reliable-change", "only-of-change")]);
        assert_eq!(employment(|one| one.rolling_months = 0), [("rolling-months", "rolling")]);
        assert_eq!(employment(|one| one.multiplier = Some(1000)), [("multiplier", "only-of-rate")]);
        assert_eq!(employment(|one| one.title = " ".into()), [("title", "empty")]);
    }

    #[test]
    fn a_mean_needs_the_range_of_its_score() {
        let mut definition = built_in("carer-quality-of-life");
        let measure = definition.measure.as_mut().unwrap();
        measure.score_range = Some((0.0, 12.0));
        assert_eq!(faults(&definition, &known()), []);
        definition.measure.as_mut().unwrap().score_range = None;
        assert_eq!(faults(&definition, &known()), [Fault::new("score-lowest", "range", "")]);
    }
}
