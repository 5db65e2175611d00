//! A definition as the fields of a form, and back. Numbers that are none and rules that are not chosen are faults at their field;
//! what a form does not ask (the key, the kind, translations) stays as it was.

use super::codes::{CHOSEN, attribution, every, missing, polarity, unlinked, when, which};
use crate::domain::indicator::definition::{Attribution, Cohort, Every, Gateway, Kind, Polarity, When};
use crate::domain::indicator::faults::Fault;
use crate::domain::indicator::measure::{Measure, Missing, Unlinked, Which};
use crate::domain::indicator::{Breakdown, Definition};
use crate::web::form::Fields;

/// The choices that a rule has, in the order of the form.
pub(super) const WHENS: [When; 4] = [When::OpenAtPeriodEnd, When::ClosedInPeriod, When::After91Days, When::Answered];
pub(super) const WHICHES: [Which; 3] = [Which::Usual, Which::First, Which::Latest];
pub(super) const MISSINGS: [Missing; 3] = [Missing::StaysIn, Missing::Dropped, Missing::Threshold];
pub(super) const UNLINKEDS: [Unlinked; 2] = [Unlinked::Counted, Unlinked::LeftOut];
pub(super) const EVERIES: [Every; 3] = [Every::Month, Every::Quarter, Every::Year];
pub(super) const POLARITIES: [Polarity; 3] = [Polarity::HigherIsBetter, Polarity::LowerIsBetter, Polarity::Neither];
pub(super) const ATTRIBUTIONS: [Attribution; 3] = [Attribution::ProviderAtEvent, Attribution::ProviderAtPeriodEnd, Attribution::Consortium];

/// The fields that a definition fills a form with.
pub(super) fn fields(definition: &Definition) -> Fields {
    let mut all: Vec<(&str, String)> = vec![
        ("title", definition.title.clone()),
        ("why", definition.plain.why.clone()),
        ("denominator", definition.plain.denominator.clone()),
        ("numerator", definition.plain.numerator.clone()),
        ("missing-words", definition.plain.missing.clone()),
        ("every", every(definition.every).to_owned()),
        ("rolling-months", definition.rolling_months.to_string()),
        ("polarity", polarity(definition.polarity).to_owned()),
        ("target", written(definition.target)),
        ("unit", definition.unit.clone().unwrap_or_default()),
        ("multiplier", written(definition.multiplier)),
        ("attribution", attribution(definition.attribution).to_owned()),
        ("gateway-denominator", definition.gateway.denominator.to_string()),
        ("gateway-completeness", definition.gateway.completeness.to_string()),
        ("gateway-response", definition.gateway.response.to_string()),
        ("source", definition.source.clone().unwrap_or_default()),
    ];
    let is_chosen = |one: &&Breakdown| definition.breakdowns.as_ref().is_none_or(|some| some.contains(one));
    all.extend(CHOSEN.iter().filter(is_chosen).map(|one| ("breakdowns", one.code().to_owned())));
    if let (Some(cohort), Some(measure)) = (&definition.cohort, &definition.measure) {
        all.extend(of_cohort(cohort));
        all.extend(of_measure(measure));
    }
    Fields::of(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn of_cohort(cohort: &Cohort) -> Vec<(&'static str, String)> {
    vec![
        ("programme", cohort.programme.clone().unwrap_or_default()),
        ("when", when(cohort.when).to_owned()),
        ("age-from", written(cohort.age_from)),
        ("age-to", written(cohort.age_to)),
        ("open-days", cohort.open_days.to_string()),
    ]
}

fn of_measure(measure: &Measure) -> Vec<(&'static str, String)> {
    vec![
        ("unlinked", unlinked(measure.unlinked).to_owned()),
        ("survey", measure.survey.clone()),
        ("item", measure.item.clone().unwrap_or_default()),
        ("codes", measure.codes.join(" ")),
        ("not-stated", measure.not_stated.join(" ")),
        ("excluded", measure.excluded.join(" ")),
        ("score", measure.score.clone().unwrap_or_default()),
        ("score-lowest", written(measure.score_range.map(|(lowest, _)| lowest))),
        ("score-highest", written(measure.score_range.map(|(_, highest)| highest))),
        ("reliable-change", written(measure.reliable_change)),
        ("cut-off", written(measure.cut_off)),
        ("which", which(measure.which).to_owned()),
        ("timepoint", measure.timepoint.clone().unwrap_or_default()),
        ("look-back-months", measure.look_back_months.to_string()),
        ("missing", missing(measure.missing).to_owned()),
        ("least-recorded", written(measure.least_recorded)),
    ]
}

fn written(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// Reads what somebody typed, on top of the definition that the form was filled with.
pub(super) fn read(typed: &Fields, base: &Definition) -> Result<Definition, Vec<Fault>> {
    let mut reader = Reader { typed, faults: Vec::new() };
    let mut read = base.clone();
    read.title = reader.text("title");
    read.plain.why = reader.text("why");
    read.plain.denominator = reader.text("denominator");
    read.plain.numerator = reader.text("numerator");
    read.plain.missing = reader.text("missing-words");
    read.every = reader.choice("every", &EVERIES, every).unwrap_or(base.every);
    read.rolling_months = reader.number("rolling-months").unwrap_or(1);
    read.polarity = reader.choice("polarity", &POLARITIES, polarity).unwrap_or(base.polarity);
    (read.target, read.unit) = (reader.points("target"), reader.optional("unit"));
    read.attribution = reader.choice("attribution", &ATTRIBUTIONS, attribution).unwrap_or(base.attribution);
    read.breakdowns = reader.breakdowns();
    read.gateway = Gateway {
        denominator: reader.number("gateway-denominator").unwrap_or_default(),
        completeness: reader.number("gateway-completeness").unwrap_or_default(),
        response: reader.number("gateway-response").unwrap_or_default(),
    };
    if base.kind.is_supplied() {
        read.source = reader.optional("source");
        if matches!(base.kind, Kind::Rate | Kind::StandardisedRate) {
            read.multiplier = reader.number("multiplier");
        }
    }
    if let (Some(cohort), Some(measure)) = (&mut read.cohort, &mut read.measure) {
        reader.cohort(cohort);
        reader.measure(base.kind, measure);
    }
    if reader.faults.is_empty() { Ok(read) } else { Err(reader.faults) }
}

struct Reader<'a> {
    typed: &'a Fields,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn text(&self, name: &str) -> String {
        self.typed.first(name).trim().replace("\r\n", "\n")
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    fn number<T: std::str::FromStr>(&mut self, name: &'static str) -> Option<T> {
        let text = self.optional(name)?;
        let read: Option<T> = text.parse().ok();
        if read.is_none() {
            self.faults.push(Fault::new(name, "number", text));
        }
        read
    }

    fn points(&mut self, name: &'static str) -> Option<f64> {
        let text = self.optional(name)?;
        let read = text.replace(',', ".").parse::<f64>().ok().filter(|points| points.is_finite());
        if read.is_none() {
            self.faults.push(Fault::new(name, "points", text));
        }
        read
    }

    fn choice<T: Copy>(&mut self, name: &'static str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        let typed = self.typed.first(name);
        let chosen = all.iter().copied().find(|one| code(*one) == typed);
        if chosen.is_none() {
            self.faults.push(Fault::new(name, "choose", typed));
        }
        chosen
    }

    fn codes(&self, name: &str) -> Vec<String> {
        let parts = self.typed.first(name).split(|c: char| c.is_whitespace() || c == ',' || c == ';');
        parts.filter(|code| !code.is_empty()).map(str::to_owned).collect()
    }

    fn breakdowns(&self) -> Option<Vec<Breakdown>> {
        let chosen: Vec<Breakdown> = CHOSEN.into_iter().filter(|one| self.typed.all("breakdowns").any(|code| code == one.code())).collect();
        (chosen.len() < CHOSEN.len()).then_some(chosen)
    }

    fn cohort(&mut self, cohort: &mut Cohort) {
        cohort.programme = self.optional("programme");
        cohort.when = self.choice("when", &WHENS, when).unwrap_or(cohort.when);
        (cohort.age_from, cohort.age_to) = (self.number("age-from"), self.number("age-to"));
        cohort.open_days = self.number("open-days").unwrap_or_default();
    }

    fn measure(&mut self, kind: Kind, measure: &mut Measure) {
        measure.unlinked = self.choice("unlinked", &UNLINKEDS, unlinked).unwrap_or(measure.unlinked);
        measure.survey = self.text("survey");
        if kind == Kind::Proportion {
            measure.item = self.optional("item");
            measure.codes = self.codes("codes");
            measure.not_stated = self.codes("not-stated");
            measure.excluded = self.codes("excluded");
        } else {
            measure.score = self.optional("score");
            let ends = (self.points("score-lowest"), self.points("score-highest"));
            measure.score_range = ends.0.zip(ends.1);
        }
        if kind == Kind::PairedChange {
            (measure.reliable_change, measure.cut_off) = (self.points("reliable-change"), self.points("cut-off"));
        }
        measure.which = self.choice("which", &WHICHES, which).unwrap_or(measure.which);
        measure.timepoint = self.optional("timepoint");
        measure.look_back_months = self.number("look-back-months").unwrap_or_default();
        measure.missing = self.choice("missing", &MISSINGS, missing).unwrap_or(measure.missing);
        measure.least_recorded = self.number("least-recorded");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::{BUILT_IN, Framework};

    #[test]
    fn a_form_that_is_sent_as_it_came_changes_nothing() {
        for definition in Framework::parse(BUILT_IN).unwrap().indicators {
            let read = read(&fields(&definition), &definition).unwrap();
            assert_eq!(read.to_full_toml(), definition.to_full_toml(), "{}", definition.key);
        }
    }

    #[test]
    fn what_is_no_number_and_what_is_not_chosen_is_a_fault_at_its_field() {
        let definition = Framework::parse(BUILT_IN).unwrap().indicator("paid-employment").unwrap().clone();
        let typed = Fields::of(vec![("age-from".into(), "eighteen".into()), ("rolling-months".into(), "-1".into())]);
        let faults: Vec<_> = read(&typed, &definition).unwrap_err().into_iter().map(|fault| (fault.rule, fault.why)).collect();
        assert!(faults.contains(&("age-from", "number")) && faults.contains(&("rolling-months", "number")), "{faults:?}");
        assert!(faults.contains(&("when", "choose")), "{faults:?}");
    }
}
