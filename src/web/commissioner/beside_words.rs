//! What is said of members beside one another: a chart, a row of a table for each, and sentences. A funnel says what chance explains;
//! intervals say who differs from the whole.

use super::beside::{Beside, Method};
use super::drawn::{Drawn, bounds};
use super::figures::Writer;
use crate::domain::disclosure::Figure;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Polarity;
use crate::domain::statistics::comparison::{Standing, Way};
use crate::domain::statistics::funnel::{Funnel, Outcome};
use crate::domain::statistics::{Interval, Refusal};
use crate::i18n::MissingMessage;
use crate::web::chart::{
    Better, Bounds, Caption, Compared, Comparison, ComparisonWords, Funnel as FunnelChart, FunnelWords, Place, Rung, Verdict, Zone,
};
use crate::web::pages::compare::ComparedRow;

/// How many places of the curves of a funnel are drawn.
const RUNGS: u32 = 40;

/// Says what there is to say, in one language.
pub struct Said<'a> {
    pub writer: &'a Writer<'a>,
    pub definition: &'a Definition,
    /// The name of the breakdown, as a heading.
    pub by: &'a str,
    pub period: &'a str,
}

impl Said<'_> {
    fn t(&self, key: &str) -> Result<String, MissingMessage> {
        self.writer.locale.t(key, &[])
    }

    fn named(&self, key: &str, names: &[&str]) -> Result<String, MissingMessage> {
        self.writer.locale.t(key, &[("names", names.join(", ").into())])
    }

    fn value(&self, figure: &Figure) -> String {
        self.writer.value(figure.value(), figure.places())
    }

    /// What the chart shows, in sentences.
    pub fn sentences(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        if let Some(whole) = &beside.whole {
            let arguments = [("period", self.period.into()), ("value", self.value(whole).into())];
            all.push(self.writer.locale.t("compare-whole", &arguments)?);
        }
        match &beside.method {
            Method::Funnel(funnel) => {
                all.extend(self.beyond(beside)?);
                all.push(self.spread(funnel, beside.shown)?);
            }
            Method::Intervals => all.extend(self.apart(beside)?),
            Method::NoFunnel(why) => {
                all.push(self.refusal(*why)?);
                all.extend(self.apart(beside)?);
            }
        }
        Ok(all)
    }

    /// Who lies outside the funnel.
    fn beyond(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        for outcome in
            [Outcome::Beyond998(Way::Up), Outcome::Beyond998(Way::Down), Outcome::Beyond95(Way::Up), Outcome::Beyond95(Way::Down)]
        {
            let names: Vec<&str> =
                beside.lines.iter().filter(|line| line.outcome == Some(outcome)).map(|line| line.name.as_str()).collect();
            if !names.is_empty() {
                all.push(self.named(&format!("compare-beyond-{}", outcome.code()), &names)?);
            }
        }
        if all.is_empty() {
            all.push(self.t("compare-beyond-nobody")?);
        }
        Ok(all)
    }

    /// Whether the limits were widened, or why that cannot be told.
    fn spread(&self, funnel: &Funnel, shown: usize) -> Result<String, MissingMessage> {
        match funnel.dispersion {
            Some(spread) if spread.between > 0.0 => self.t("compare-spread-wider"),
            Some(_) => self.t("compare-spread-none"),
            None => self.writer.locale.t("compare-spread-too-few", &[("shown", count(shown).into())]),
        }
    }

    /// Whose interval keeps apart from the whole.
    fn apart(&self, beside: &Beside) -> Result<Vec<String>, MissingMessage> {
        let mut all = Vec::new();
        for standing in [Standing::Better, Standing::Worse, Standing::Higher, Standing::Lower] {
            let names: Vec<&str> =
                beside.lines.iter().filter(|line| line.standing == Some(standing)).map(|line| line.name.as_str()).collect();
            if !names.is_empty() {
                all.push(self.named(&format!("compare-named-{}", standing.code()), &names)?);
            }
        }
        if all.is_empty() {
            all.push(self.t("compare-named-nobody")?);
        }
        Ok(all)
    }

    fn refusal(&self, why: Refusal) -> Result<String, MissingMessage> {
        match why {
            Refusal::TooFewGroups { need, .. } => {
                self.writer.locale.t("compare-refused-too-few-groups", &[("need", i64::try_from(need).unwrap_or(i64::MAX).into())])
            }
            Refusal::AllOrNobody => self.t("compare-refused-all-or-nobody"),
            _ => self.t("compare-refused"),
        }
    }

    /// A row of the table for each member.
    pub fn rows(&self, beside: &Beside) -> Result<Vec<ComparedRow>, MissingMessage> {
        let mut rows = Vec::new();
        for line in &beside.lines {
            let figures = self.writer.row(line.name.clone(), &line.released)?;
            rows.push(ComparedRow {
                letter: line.letter.clone(),
                name: figures.name,
                value: figures.value,
                interval: figures.interval,
                numerator: figures.numerator,
                denominator: figures.denominator,
                standing: line.standing.map(|one| self.t(&format!("compare-standing-{}", one.code()))).transpose()?,
                outcome: line.outcome.map(|one| self.t(&format!("compare-outcome-{}", one.code()))).transpose()?,
                withheld: figures.withheld,
            });
        }
        Ok(rows)
    }

    /// The chart: a funnel where there is one, and intervals otherwise.
    pub fn chart(&self, beside: &Beside, id: &str) -> Result<Drawn, MissingMessage> {
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
            Method::Funnel(funnel) => self.funnel(beside, funnel, caption, id),
            Method::Intervals | Method::NoFunnel(_) => self.intervals(beside, caption, id),
        }
    }

    fn funnel(&self, beside: &Beside, funnel: &Funnel, caption: Caption<'_>, id: &str) -> Result<Drawn, MissingMessage> {
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
        let [size, average, inner, outer, within, between, beyond, selected] = said.as_slice() else { return Ok(Drawn::default()) };
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
        Ok(Drawn::of(&chart, id))
    }

    fn intervals(&self, beside: &Beside, caption: Caption<'_>, id: &str) -> Result<Drawn, MissingMessage> {
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
        let [benchmark, better, worse, similar, different, unjudged] = said.as_slice() else { return Ok(Drawn::default()) };
        let (interval, withheld) = (self.t("figure-interval")?, self.t("withheld-hidden")?);
        let words = ComparisonWords { benchmark, interval: &interval, better, worse, similar, different, unjudged, withheld: &withheld };
        let places = beside.whole.as_ref().map_or(1, Figure::places);
        let number = |value: f64| self.writer.value(value, places);
        let chart = Comparison {
            caption,
            rows: &rows,
            benchmark: beside.whole.as_ref().map(Figure::value),
            better: if self.definition.polarity == Polarity::LowerIsBetter { Better::Lower } else { Better::Higher },
            bounds: bounds(self.definition, self.writer.measure),
            words,
            number: &number,
        };
        Ok(Drawn::of(&chart, id))
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
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
