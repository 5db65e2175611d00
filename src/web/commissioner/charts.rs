//! The charts of an indicator as part of a page or as a file: its periods with the limits that they set themselves, and who was heard.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use super::figures::{self, Writer};
use super::judged::{self, Judged};
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::measure::Measure as Rules;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Definition, Period};
use crate::domain::statistics::comparison::Better;
use crate::domain::statistics::{real, spc};
use crate::i18n::MissingMessage;
use crate::web::chart::{
    self, Bounds, Caption, Chart, Control, ControlWords, Group, Reading, Section, Shares, SharesWords, Signal, Width, file, on_page, png,
};
use crate::web::problem::Problem;

/// What a chart is drawn for.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// Part of a page, in both widths, by a name that is unique on it.
    Page(&'a str),
    /// A file of its own.
    File,
}

impl Wanted<'_> {
    /// Draws it. Empty where there is nothing to draw.
    pub fn of(self, chart: &impl Chart) -> String {
        match self {
            Self::Page(id) => on_page(chart, id),
            Self::File => file(chart, Width::Wide),
        }
    }
}

/// What kind of file is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Svg,
    Png,
}

/// A chart as a file to keep. [`Problem::NotFound`] where nothing was drawn.
pub async fn download(drawn: String, form: Form, name: &str) -> Result<HttpResponse, Problem> {
    if drawn.is_empty() {
        return Err(Problem::NotFound);
    }
    let (kind, end, bytes) = match form {
        Form::Svg => ("image/svg+xml", "svg", drawn.into_bytes()),
        Form::Png => {
            let painted = tokio::task::spawn_blocking(move || png(&drawn)).await.map_err(|why| Problem::Internal(why.to_string()))?;
            ("image/png", "png", painted.map_err(|why| Problem::Internal(why.to_string()))?)
        }
    };
    let named = format!("attachment; filename=\"{name}.{end}\"");
    Ok(HttpResponse::Ok().content_type(kind).insert_header((header::CONTENT_DISPOSITION, named)).body(bytes))
}

/// The values that an indicator can take.
pub fn bounds(definition: &Definition, measure: Measure) -> Bounds {
    let range = definition.measure.as_ref().and_then(Rules::range);
    let thousandths = |value: i64| real(value.unsigned_abs()) / 1000.0 * if value < 0 { -1.0 } else { 1.0 };
    match (measure, definition.kind, range) {
        (Measure::Proportion, ..) => Bounds::PER_CENT,
        (Measure::Mean, Kind::PairedChange, Some((least, most))) => {
            Bounds { lowest: Some(thousandths(least - most)), highest: Some(thousandths(most - least)) }
        }
        (Measure::Mean, _, Some((least, most))) => Bounds { lowest: Some(thousandths(least)), highest: Some(thousandths(most)) },
        (Measure::Mean, ..) => Bounds::default(),
        (Measure::Rate(_) | Measure::Ratio | Measure::Standardised(_), ..) => Bounds { lowest: Some(0.0), highest: None },
    }
}

/// Where classes of values begin: round numbers, at most five of them, between the lowest and the highest shown.
pub fn breaks<'a>(shown: impl Iterator<Item = &'a Released>) -> Vec<f64> {
    let values: Vec<f64> = shown.filter_map(Released::value).collect();
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    if high - low <= 0.0 || !(high - low).is_finite() {
        return Vec::new();
    }
    let rough = (high - low) / 4.0;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= rough).unwrap_or(power * 10.0);
    let first = (low / step).floor() + 1.0;
    (0..5u8).map(|rank| (first + f64::from(rank)) * step).take_while(|at| *at <= high).collect()
}

/// The figures of an indicator and how they are said.
pub struct Series<'a> {
    pub writer: &'a Writer<'a>,
    pub definition: &'a Definition,
    pub judged: &'a Judged<'a>,
    pub title: &'a str,
    pub sentence: &'a str,
}

/// The side that is drawn as the better one. Of a measure without one nothing is drawn as better or worse.
pub const fn side(better: Better) -> chart::Better {
    match better {
        Better::Lower => chart::Better::Lower,
        Better::Higher | Better::Neither => chart::Better::Higher,
    }
}

impl Series<'_> {
    /// The chart over time.
    pub fn control(&self, wanted: Wanted<'_>) -> Result<String, MissingMessage> {
        let readings = self.readings();
        let say = |key: &str| self.writer.locale.t(key, &[]);
        let is_run = self.judged.control().is_none();
        let centre = say(if is_run { "chart-median" } else { "chart-mean" })?;
        let (upper, lower, target) = (say("chart-upper")?, say("chart-lower")?, say("chart-target")?);
        let (improvement, concern, notable) = (say("chart-improvement")?, say("chart-concern")?, say("chart-notable")?);
        let (provisional, withheld) = (say("chart-provisional")?, say("chart-withheld")?);
        let number = |value: f64| self.writer.value(value, figures::places(self.writer.measure));
        Ok(wanted.of(&Control {
            caption: Caption { title: self.title, description: self.sentence },
            readings: &readings,
            splits: &[],
            target: self.definition.target,
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

/// Shares of those asked and of those who answered, by group.
pub fn shares(writer: &Writer<'_>, sections: &[(String, Vec<Group>)]) -> Result<String, MissingMessage> {
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
    Ok(Wanted::Page("equity").of(&drawn))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::disclosure::Profile;
    use crate::domain::disclosure::Unreleased;
    use crate::domain::indicator::Tally;

    fn of(numerators: &[i64]) -> Vec<f64> {
        let tally = |numerator: &i64| ((), Tally { numerator: *numerator, denominator: 100, recorded: 100, ..Tally::default() });
        let table = Profile::mhsds().release_series(Unreleased::new(numerators.iter().map(tally).collect()), Measure::Proportion);
        breaks(table.rows().map(|((), released)| released))
    }

    #[test]
    fn classes_begin_at_round_numbers_between_the_lowest_and_the_highest() {
        assert_eq!(of(&[10, 45, 80]), [20.0, 40.0, 60.0, 80.0]);
        assert_eq!(of(&[60, 65, 70]), [65.0, 70.0]);
    }

    #[test]
    fn values_that_are_alike_make_one_class() {
        assert_eq!((of(&[50, 50]), of(&[])), (Vec::new(), Vec::new()));
    }
}
