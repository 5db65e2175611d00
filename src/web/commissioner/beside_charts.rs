//! Members beside one another as a chart: a funnel where there is one, and intervals otherwise.

use super::beside::{Beside, Method};
use super::beside_words::Said;
use super::charts::{Wanted, bounds, side};
use super::judged;
use crate::domain::disclosure::Figure;
use crate::domain::statistics::Interval;
use crate::domain::statistics::comparison::Standing;
use crate::domain::statistics::funnel::{Funnel, Outcome};
use crate::i18n::MissingMessage;
use crate::web::chart::{
    Bounds, Caption, Compared, Comparison, ComparisonWords, Funnel as FunnelChart, FunnelWords, Place, Rung, Verdict, Zone,
};

/// How many places of the curves of a funnel are drawn.
const RUNGS: u32 = 40;

impl Said<'_> {
    /// The chart: a funnel where there is one, and intervals otherwise.
    pub fn chart(&self, beside: &Beside, wanted: Wanted<'_>) -> Result<String, MissingMessage> {
        let title = self.writer.locale.t(
            "compare-chart-title",
            &[
                ("title", self.definition.title_in(self.writer.locale.language()).into()),
                ("by", self.by.into()),
                ("period", self.period.into()),
            ],
        )?;
        let description = self.sentences(beside)?.join(" ");
        let caption = Caption { title: &title, description: &description };
        match &beside.method {
            Method::Funnel(funnel) => self.funnel(beside, funnel, caption, wanted),
            Method::Intervals | Method::NoFunnel(_) => self.intervals(beside, caption, wanted),
        }
    }

    fn funnel(&self, beside: &Beside, funnel: &Funnel, caption: Caption<'_>, wanted: Wanted<'_>) -> Result<String, MissingMessage> {
        let places: Vec<Place> = beside
            .lines
            .iter()
            .map(|line| Place {
                letter: line.letter.clone(),
                name: line.name.clone(),
                size: line.unit().map_or(0.0, |unit| unit.base),
                value: line.unit().map(|unit| 100.0 * unit.value()),
                zone: line.outcome.map_or(Zone::Within, zone),
                selected: false,
            })
            .collect();
        let largest = places.iter().map(|place| place.size).fold(0.0, f64::max);
        let per_cent = |limits: Interval| (100.0 * limits.lower, 100.0 * limits.upper);
        let rungs: Vec<Rung> = funnel
            .curves(1.0, largest, RUNGS)
            .iter()
            .map(|curve| Rung { size: curve.base, inner: per_cent(curve.usual), outer: per_cent(curve.control) })
            .collect();
        let keys = ["size", "average", "inner", "outer", "within", "between", "beyond", "selected"];
        let said: Vec<String> = keys.iter().map(|key| self.t(&format!("compare-funnel-{key}"))).collect::<Result<_, _>>()?;
        let [size, average, inner, outer, within, between, beyond, selected] = said.as_slice() else { return Ok(String::new()) };
        let withheld = self.t("withheld-hidden")?;
        let words = FunnelWords { size, average, inner, outer, within, between, beyond, selected, withheld: &withheld };
        let number = |value: f64| self.writer.value(value, 0);
        let whole = |value: f64| self.writer.locale.number(value, 0);
        let chart = FunnelChart {
            caption,
            places: &places,
            average: 100.0 * funnel.average,
            rungs: &rungs,
            bounds: Bounds::PER_CENT,
            words,
            number: &number,
            count: &whole,
        };
        Ok(wanted.of(&chart))
    }

    fn intervals(&self, beside: &Beside, caption: Caption<'_>, wanted: Wanted<'_>) -> Result<String, MissingMessage> {
        let rows: Vec<Compared> = beside
            .lines
            .iter()
            .map(|line| Compared {
                name: line.name.clone(),
                value: line.released.value(),
                limits: line.released.figure().and_then(Figure::interval).map(|limits| (limits.lower, limits.upper)),
                verdict: line.standing.map_or(Verdict::Unjudged, verdict),
                selected: false,
            })
            .collect();
        let keys = ["benchmark", "better", "worse", "similar", "different", "unjudged"];
        let said: Vec<String> = keys.iter().map(|key| self.t(&format!("compare-intervals-{key}"))).collect::<Result<_, _>>()?;
        let [benchmark, better, worse, similar, different, unjudged] = said.as_slice() else { return Ok(String::new()) };
        let (interval, withheld) = (self.t("figure-interval")?, self.t("withheld-hidden")?);
        let words = ComparisonWords { benchmark, interval: &interval, better, worse, similar, different, unjudged, withheld: &withheld };
        let places = beside.whole.as_ref().map_or(1, Figure::places);
        let number = |value: f64| self.writer.value(value, places);
        let chart = Comparison {
            caption,
            rows: &rows,
            benchmark: beside.whole.as_ref().map(Figure::value),
            better: side(judged::better(self.definition)),
            bounds: bounds(self.definition, self.writer.measure),
            words,
            number: &number,
        };
        Ok(wanted.of(&chart))
    }
}

const fn zone(outcome: Outcome) -> Zone {
    match outcome {
        Outcome::Within => Zone::Within,
        Outcome::Beyond95(_) => Zone::Between,
        Outcome::Beyond998(_) => Zone::Beyond,
    }
}

const fn verdict(standing: Standing) -> Verdict {
    match standing {
        Standing::Better => Verdict::Better,
        Standing::Worse => Verdict::Worse,
        Standing::Similar => Verdict::Similar,
        Standing::Higher | Standing::Lower => Verdict::Different,
    }
}
