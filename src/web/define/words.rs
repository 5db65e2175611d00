//! A definition in plain words, made from its rules and from nothing else: who is counted, what counts, what becomes of people
//! who were not heard from, and when. What the author wrote stands beside it, and may be held against it.

use super::codes::{CHOSEN, attribution, every, polarity, when};
use super::surveys::Surveys;
use crate::app::App;
use crate::domain::indicator::definition::{Cohort, Gateway, Kind, When};
use crate::domain::indicator::measure::{Measure, Missing, Unlinked, Which};
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::web::pages::define::Rule;

type Said = Result<String, MissingMessage>;

/// Who puts rules into words.
pub(super) struct Writer<'a> {
    pub app: &'a App,
    pub locale: &'a Locale,
    pub surveys: &'a Surveys,
}

impl Writer<'_> {
    /// The rules of a definition in plain words, the first month in which another version holds among them.
    pub(super) fn rules(&self, definition: &Definition, until: Option<Period>) -> Result<Vec<Rule>, MissingMessage> {
        let rule = |name: &str, sentences: Vec<Said>| {
            let sentences = sentences.into_iter().collect::<Result<Vec<_>, _>>()?;
            Ok::<_, MissingMessage>(Rule { heading: self.t(&format!("define-words-{name}"), &[])?, sentences })
        };
        let mut rules = Vec::new();
        match (&definition.cohort, &definition.measure) {
            (Some(cohort), Some(measure)) if !definition.kind.is_supplied() => {
                rules.push(rule("who", self.who(cohort, measure))?);
                rules.push(rule("what", self.what(definition, measure))?);
                rules.push(rule("missing", vec![self.missing(measure)])?);
                rules.push(rule("answer", self.answer(cohort, measure))?);
            }
            _ => rules.push(rule("what", self.supplied(definition))?),
        }
        rules.push(rule("period", self.period(definition))?);
        rules.push(rule("groups", self.groups(definition))?);
        if definition.gateway != Gateway::default() {
            rules.push(rule("gateway", self.gateway(definition.gateway))?);
        }
        rules.push(rule("since", self.since(definition, until))?);
        Ok(rules)
    }

    fn t(&self, key: &str, arguments: &[(&str, Argument)]) -> Said {
        self.locale.t(key, arguments)
    }

    fn who(&self, cohort: &Cohort, measure: &Measure) -> Vec<Said> {
        let programme = cohort.programme.as_ref().map(|key| {
            let known = self.app.framework.programmes.iter().find(|one| one.key == *key);
            known.map_or_else(|| key.clone(), |one| one.title.clone())
        });
        let mut said = vec![self.t(&format!("define-who-{}", when(cohort.when)), &[])];
        said.push(match programme {
            Some(title) => self.t("define-who-programme", &[("programme", title.into())]),
            None => self.t("define-who-any", &[]),
        });
        let age = |age: i16| Argument::from(i64::from(age));
        said.extend(match (cohort.age_from, cohort.age_to) {
            (Some(from), Some(to)) => Some(self.t("define-who-ages", &[("from", age(from)), ("to", age(to))])),
            (Some(from), None) => Some(self.t("define-who-from", &[("from", age(from))])),
            (None, Some(to)) => Some(self.t("define-who-to", &[("to", age(to))])),
            (None, None) => None,
        });
        if cohort.open_days > 0 {
            said.push(self.t("define-who-open-days", &[("days", i64::from(cohort.open_days).into())]));
        }
        if matches!(cohort.when, When::Answered | When::OpenAtPeriodEnd) {
            let unlinked = if measure.unlinked == Unlinked::Counted { "define-who-unlinked" } else { "define-who-linked" };
            said.push(self.t(unlinked, &[]));
        }
        said
    }

    fn what(&self, definition: &Definition, measure: &Measure) -> Vec<Said> {
        let (survey, language) = (measure.survey.as_str(), self.locale.language());
        let title = Argument::from(self.surveys.title(survey, language));
        let Some(item) = measure.item.as_deref().filter(|_| measure.score.is_none()) else {
            return self.score(definition, measure, title);
        };
        let answers = |codes: &[String]| Argument::from(self.surveys.answers((survey, item), codes, language));
        let question = Argument::from(self.surveys.question(survey, item, language));
        let arguments = [("survey", title), ("question", question), ("answers", answers(&measure.codes))];
        let mut said = vec![self.t("define-what-proportion", &arguments)];
        if !measure.not_stated.is_empty() {
            said.push(self.t("define-what-not-stated", &[("answers", answers(&measure.not_stated))]));
        }
        if !measure.excluded.is_empty() {
            said.push(self.t("define-what-excluded", &[("answers", answers(&measure.excluded))]));
        }
        said
    }

    fn score(&self, definition: &Definition, measure: &Measure, survey: Argument) -> Vec<Said> {
        let key = measure.score.as_deref().unwrap_or_default();
        let score = Argument::from(self.surveys.score(&measure.survey, key, self.locale.language()));
        let is_change = definition.kind == Kind::PairedChange;
        let kind = if is_change { "define-what-change" } else { "define-what-mean" };
        let mut said = vec![self.t(kind, &[("survey", survey), ("score", score)])];
        if let Some((lowest, highest)) = measure.score_range {
            said.push(self.t("define-what-range", &[("lowest", self.points(lowest)), ("highest", self.points(highest))]));
        }
        if let Some(points) = measure.reliable_change.filter(|_| is_change) {
            said.push(self.t("define-what-reliable", &[("points", self.points(points))]));
        }
        if let Some(points) = measure.cut_off.filter(|_| is_change) {
            said.push(self.t("define-what-cut-off", &[("points", self.points(points))]));
        }
        said
    }

    /// Points, with a decimal only where there is one.
    fn points(&self, points: f64) -> Argument {
        self.locale.number(points, usize::from(points.fract() != 0.0)).into()
    }

    fn supplied(&self, definition: &Definition) -> Vec<Said> {
        let multiplier = definition.multiplier.map_or_else(String::new, |many| self.locale.whole(i64::from(many)));
        let kind = match definition.kind {
            Kind::Rate => self.t("define-what-rate", &[("many", multiplier.into())]),
            Kind::StandardisedRate => self.t("define-what-standardised", &[("many", multiplier.into())]),
            Kind::Ratio => self.t("define-what-ratio", &[]),
            _ => self.t("define-what-share", &[]),
        };
        let source = definition.source.clone().unwrap_or_default();
        vec![self.t("define-what-supplied", &[("source", source.into())]), kind]
    }

    fn missing(&self, measure: &Measure) -> Said {
        let least = i64::from(measure.least_recorded.unwrap_or_default());
        match measure.missing {
            Missing::StaysIn => self.t("define-missing-stays-in", &[]),
            Missing::Dropped => self.t("define-missing-dropped", &[]),
            Missing::Threshold => self.t("define-missing-under", &[("least", least.into())]),
        }
    }

    fn answer(&self, cohort: &Cohort, measure: &Measure) -> Vec<Said> {
        let months = [("months", Argument::from(i64::from(measure.look_back_months)))];
        let mut said = vec![match (cohort.when, measure.which) {
            (When::OpenAtPeriodEnd, Which::First) => self.t("define-answer-first-of", &months),
            (When::OpenAtPeriodEnd, _) => self.t("define-answer-latest-of", &months),
            (_, Which::First) => self.t("define-answer-first", &[]),
            (When::Answered, Which::Usual) => self.t("define-answer-each", &[]),
            _ => self.t("define-answer-latest", &[]),
        }];
        if let Some(point) = &measure.timepoint {
            said.push(self.t(&format!("define-answer-at-{point}"), &[]));
        }
        said
    }

    fn period(&self, definition: &Definition) -> Vec<Said> {
        let mut said = vec![self.t(&format!("define-period-{}", every(definition.every)), &[])];
        if definition.rolling_months > 1 {
            said.push(self.t("define-period-rolling", &[("months", i64::from(definition.rolling_months).into())]));
        }
        said.push(self.t(&format!("define-period-{}", polarity(definition.polarity)), &[]));
        said.extend(definition.target.map(|target| self.t("define-period-target", &[("target", self.points(target))])));
        said.extend(definition.unit.clone().map(|unit| self.t("define-period-unit", &[("unit", unit.into())])));
        said
    }

    fn groups(&self, definition: &Definition) -> Vec<Said> {
        let mut said = vec![self.t(&format!("define-groups-{}", attribution(definition.attribution)), &[])];
        said.push(match &definition.breakdowns {
            None => self.t("define-groups-all", &[]),
            Some(some) if some.is_empty() => self.t("define-groups-none", &[]),
            Some(some) => {
                let names = CHOSEN.iter().filter(|one| some.contains(one));
                let names = names.map(|one| self.t(&format!("define-breakdown-{}", one.code()), &[])).collect::<Result<Vec<_>, _>>();
                names.and_then(|names| self.t("define-groups-some", &[("groups", names.join(", ").into())]))
            }
        });
        said
    }

    fn gateway(&self, gateway: Gateway) -> Vec<Said> {
        let rules = [
            ("define-gateway-denominator", i64::from(gateway.denominator)),
            ("define-gateway-completeness", i64::from(gateway.completeness)),
            ("define-gateway-response", i64::from(gateway.response)),
        ];
        rules.into_iter().filter(|(_, least)| *least > 0).map(|(key, least)| self.t(key, &[("least", least.into())])).collect()
    }

    fn since(&self, definition: &Definition, until: Option<Period>) -> Vec<Said> {
        let from = ("month", Argument::from(super::month(self.locale, definition.effective_from)));
        vec![match until {
            Some(until) => self.t("define-since-until", &[from, ("until", super::month(self.locale, until.plus(-1)).into())]),
            None => self.t("define-since", &[from]),
        }]
    }
}
