//! The charts of an indicator: its periods with the limits that they set themselves, and the members of a breakdown beside the whole.

use super::figures::{self, Writer};
use super::judged::{self, Judged, better};
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Definition, Period};
use crate::domain::statistics::Interval;
use crate::domain::statistics::comparison::{self, Better, Standing};
use crate::domain::statistics::spc;
use crate::web::chart::{
    self, Bounds, Caption, Compared, Comparison, ComparisonWords, Control, ControlWords, Group, Reading, Section, Shares, SharesWords,
    Signal, Verdict,
};
use crate::web::problem::Problem;

/// The figures of an indicator and how they are said.
pub struct Series<'a> {
    pub writer: &'a Writer<'a>,
    pub definition: &'a Definition,
    pub judged: &'a Judged<'a>,
    pub title: &'a str,
    pub sentence: &'a str,
}

/// The values a figure of the indicator can take.
pub fn bounds(definition: &Definition, measure: Measure) -> Bounds {
    let range = definition.measure.as_ref().and_then(|measure| measure.score_range);
    match (measure, definition.kind, range) {
        (Measure::Proportion, ..) => Bounds::PER_CENT,
        (Measure::Mean, Kind::PairedChange, Some((lowest, highest))) => {
            Bounds { lowest: Some(lowest - highest), highest: Some(highest - lowest) }
        }
        (Measure::Mean, Kind::PairedChange, None) => Bounds::default(),
        (Measure::Mean, _, Some((lowest, highest))) => Bounds { lowest: Some(lowest), highest: Some(highest) },
        _ => Bounds { lowest: Some(0.0), highest: None },
    }
}

/// The side that is drawn as the better one. Of a measure without one nothing is drawn as better or worse.
const fn side(better: Better) -> chart::Better {
    match better {
        Better::Lower => chart::Better::Lower,
        Better::Higher | Better::Neither => chart::Better::Higher,
    }
}

impl Series<'_> {
    /// Hands the chart over time to whoever draws it.
    pub fn control<T>(&self, draw: impl FnOnce(&Control<'_>) -> T) -> Result<T, Problem> {
        let readings = self.readings();
        let say = |key: &str| self.writer.locale.t(key, &[]);
        let is_run = self.judged.control().is_none();
        let centre = say(if is_run { "chart-median" } else { "chart-mean" })?;
        let (upper, lower, target) = (say("chart-upper")?, say("chart-lower")?, say("chart-target")?);
        let (improvement, concern, notable) = (say("chart-improvement")?, say("chart-concern")?, say("chart-notable")?);
        let (provisional, withheld) = (say("chart-provisional")?, say("chart-withheld")?);
        let number = |value: f64| self.writer.value(value, figures::places(self.writer.measure));
        Ok(draw(&Control {
            caption: Caption { title: self.title, description: self.sentence },
            readings: &readings,
            splits: &[],
            target: None,
            better: side(self.judged.better),
            bounds: bounds(self.definition, self.writer.measure),
            words: ControlWords {
                centre: &centre,
                upper: &upper,
                lower: &lower,
                target: &target,
                improvement: &improvement,
                concern: &concern,
                notable: &notable,
                provisional: &provisional,
                withheld: &withheld,
            },
            number: &number,
        }))
    }

    fn readings(&self) -> Vec<Reading> {
        let unit = self.judged.unit();
        let median = match &self.judged.chart {
            Ok(spc::Chart::Run(run)) => run.median.map(|median| median * unit),
            _ => None,
        };
        let reading = |(place, (period, figure)): (usize, &(Period, Option<&Figure>))| {
            let plotted = self.judged.plotted(place);
            let limits = plotted.and_then(|plotted| plotted.limits);
            Reading {
                label: self.writer.locale.month_brief(period.first_day()),
                value: figure.map(Figure::value),
                signal: plotted.map_or(Signal::Common, |plotted| judged::signal(&plotted.signals, self.judged.better)),
                centre: limits.map(|limits| limits.mean * unit).or(median),
                limits: limits.map(|limits| (limits.lower * unit, limits.upper * unit)),
                provisional: false,
            }
        };
        self.judged.points.iter().enumerate().map(reading).collect()
    }
}

/// The members of a breakdown beside the whole, as part of a page. Better or worse is said by intervals that lie clear of it.
pub fn members(
    writer: &Writer<'_>,
    definition: &Definition,
    (title, id): (&str, &str),
    rows: &[(String, Released)],
    whole: Option<&Figure>,
) -> Result<String, Problem> {
    let benchmark = whole.map(Figure::value);
    let row = |(name, released): &(String, Released)| Compared {
        name: name.clone(),
        value: released.value(),
        limits: released.figure().and_then(Figure::interval).map(|interval| (interval.lower, interval.upper)),
        verdict: verdict(released.figure().and_then(Figure::interval), benchmark, better(definition)),
        selected: false,
    };
    let rows: Vec<Compared> = rows.iter().map(row).collect();
    let say = |key: &str| writer.locale.t(key, &[]);
    let (against, interval, withheld) = (say("chart-whole")?, say("chart-interval")?, say("chart-withheld")?);
    let (good, bad, similar) = (say("chart-better")?, say("chart-worse")?, say("chart-similar")?);
    let (different, unjudged, description) = (say("chart-different")?, say("chart-unjudged")?, say("chart-members")?);
    let number = |value: f64| writer.value(value, figures::places(writer.measure));
    let drawn = Comparison {
        caption: Caption { title, description: &description },
        rows: &rows,
        benchmark,
        better: side(better(definition)),
        bounds: bounds(definition, writer.measure),
        words: ComparisonWords {
            benchmark: &against,
            interval: &interval,
            better: &good,
            worse: &bad,
            similar: &similar,
            different: &different,
            unjudged: &unjudged,
            withheld: &withheld,
        },
        number: &number,
    };
    Ok(chart::on_page(&drawn, id))
}

fn verdict(interval: Option<Interval>, benchmark: Option<f64>, better: Better) -> Verdict {
    let standing = interval.zip(benchmark).and_then(|(interval, value)| comparison::with_benchmark(interval, value, better).ok());
    match standing {
        Some(Standing::Better) => Verdict::Better,
        Some(Standing::Worse) => Verdict::Worse,
        Some(Standing::Similar) => Verdict::Similar,
        Some(Standing::Higher | Standing::Lower) => Verdict::Different,
        None => Verdict::Unjudged,
    }
}

/// Shares of those asked and of those who answered, by group.
pub fn shares(writer: &Writer<'_>, sections: &[(String, Vec<Group>)]) -> Result<String, Problem> {
    let section = |(heading, groups): &(String, Vec<Group>)| Section { heading: heading.clone(), groups: groups.clone() };
    let sections: Vec<Section> = sections.iter().map(section).collect();
    let say = |key: &str| writer.locale.t(key, &[]);
    let (title, description) = (say("equity-chart")?, say("equity-chart-about")?);
    let (eligible, finished, withheld) = (say("equity-asked")?, say("equity-answered")?, say("chart-withheld")?);
    let number = |value: f64| format!("{}%", writer.locale.number(value, 0));
    let drawn = Shares {
        caption: Caption { title: &title, description: &description },
        sections: &sections,
        words: SharesWords { eligible: &eligible, finished: &finished, withheld: &withheld },
        number: &number,
    };
    Ok(chart::on_page(&drawn, "equity"))
}
