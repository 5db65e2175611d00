//! What a series of released figures says about chance: the control chart that its kind of figure calls for, and what it found.
//! It is worked out from what was released and nothing else, so that its limits can give nothing away. Refuses to draw a limit or to
//! give an icon below fifteen points.

use std::collections::BTreeMap;

use crate::domain::disclosure::{Figure, Releasable, Released};
use crate::domain::indicator::definition::Polarity;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Definition, Period};
use crate::domain::statistics::comparison::Better;
use crate::domain::statistics::spc::{self, Plotted, Point, Settings, Share, Spread, Variation};
use crate::domain::statistics::{Refusal, real};
use crate::web::chart::{self, Icon};

/// Denominators that lie this far from their mean, as a part of it, differ: limits then go with each (the usual rule for P charts).
const DIFFERS: f64 = 0.25;

/// A series of periods with what was released of each, and the chart of it.
pub struct Judged<'a> {
    /// Every period of the grid; nothing where there is none, or it is hidden.
    pub points: Vec<(Period, Option<&'a Figure>)>,
    pub method: Method,
    pub chart: Result<spc::Chart, Refusal>,
    pub better: Better,
}

/// Which chart it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Single values and their moving ranges.
    Xmr,
    /// Proportions, each with limits for its own denominator.
    P,
}

/// Which way is better.
pub const fn better(definition: &Definition) -> Better {
    match definition.polarity {
        Polarity::HigherIsBetter => Better::Higher,
        Polarity::LowerIsBetter => Better::Lower,
        Polarity::Neither => Better::Neither,
    }
}

/// Judges a series.
pub fn judge<'a>(definition: &Definition, series: &'a Releasable<Period>) -> Judged<'a> {
    let points = dense(series, definition.grid_months().max(1));
    let method = method(series.measure(), &points);
    let chart = match method {
        Method::Xmr => {
            let point = |(_, figure): &(Period, Option<&Figure>)| figure.map_or(Point::GAP, |figure| Point::of(figure.value()));
            spc::xmr(&points.iter().map(point).collect::<Vec<_>>(), &[], &Settings::default())
        }
        Method::P => p_chart(&points),
    };
    Judged { points, method, chart, better: better(definition) }
}

/// The released periods, with those between them that were not.
fn dense(series: &Releasable<Period>, step: i32) -> Vec<(Period, Option<&Figure>)> {
    let known: BTreeMap<Period, &Released> = series.rows().map(|(period, released)| (*period, released)).collect();
    let mut points: BTreeMap<Period, Option<&Figure>> = known.iter().map(|(period, released)| (*period, released.figure())).collect();
    if let Some((first, last)) = known.keys().next().zip(known.keys().next_back()) {
        let mut at = *last;
        while at > *first {
            points.entry(at).or_default();
            at = at.plus(-step);
        }
    }
    points.into_iter().collect()
}

fn method(measure: Measure, points: &[(Period, Option<&Figure>)]) -> Method {
    let denominators: Vec<f64> = points.iter().filter_map(|(_, figure)| figure.map(|figure| real(figure.denominator()))).collect();
    let mean = denominators.iter().sum::<f64>() / real(denominators.len().max(1) as u64);
    let differ = denominators.iter().any(|one| (one - mean).abs() > DIFFERS * mean);
    if measure == Measure::Proportion && differ { Method::P } else { Method::Xmr }
}

/// With limits as wide as these proportions spread; where that cannot be known, as chance alone would spread them.
fn p_chart(points: &[(Period, Option<&Figure>)]) -> Result<spc::Chart, Refusal> {
    let counts = |figure: &Figure| figure.numerator().map(|part| (part, figure.denominator()));
    let share = |(_, figure): &(Period, Option<&Figure>)| Share { counts: figure.and_then(counts), ghosted: false };
    let shares: Vec<Share> = points.iter().map(share).collect();
    let of = |spread| spc::p_chart(&shares, &[], spread, &Settings::default());
    of(Spread::Laney).or_else(|_| of(Spread::Binomial))
}

impl Judged<'_> {
    /// The control chart, where there are points enough for one.
    pub fn control(&self) -> Option<&spc::ControlChart> {
        match &self.chart {
            Ok(spc::Chart::Control(chart)) => Some(chart),
            _ => None,
        }
    }

    /// The icon of variation; nothing where there are too few points.
    pub fn variation(&self) -> Option<Variation> {
        self.control().map(|chart| chart.variation(self.better))
    }

    /// What the last points set off, by name and once each.
    pub fn rules(&self) -> Vec<&'static str> {
        let signals = self.control().and_then(spc::ControlChart::last).map(|(_, point)| point.signals.as_slice());
        let mut rules: Vec<&'static str> = signals.unwrap_or_default().iter().map(|signal| signal.rule.code()).collect();
        rules.dedup();
        rules
    }

    /// From the unit of the chart to that of the figures.
    pub const fn unit(&self) -> f64 {
        match self.method {
            Method::Xmr => 1.0,
            Method::P => 100.0,
        }
    }

    /// The point of the chart at that place.
    pub fn plotted(&self, place: usize) -> Option<&Plotted> {
        self.control().and_then(|chart| chart.points.get(place))
    }
}

/// The sign that stands for a variation.
pub const fn icon(variation: Option<Variation>) -> Icon {
    match variation {
        None => Icon::TooFew,
        Some(Variation::CommonCause) => Icon::CommonCause,
        Some(Variation::ImprovementHigh) => Icon::ImprovingHigh,
        Some(Variation::ImprovementLow) => Icon::ImprovingLow,
        Some(Variation::ConcernHigh) => Icon::ConcernHigh,
        Some(Variation::ConcernLow) => Icon::ConcernLow,
        Some(Variation::NeitherHigh) => Icon::NotableHigh,
        Some(Variation::NeitherLow) => Icon::NotableLow,
    }
}

/// The name by which the words for a variation are found.
pub const fn code(variation: Option<Variation>) -> &'static str {
    match variation {
        None => "too-few",
        Some(variation) => variation.code(),
    }
}

/// What a point is drawn as. Where its signals point two ways the better one is shown, as in the icon.
pub fn signal(signals: &[spc::Signal], better: Better) -> chart::Signal {
    let praised: Vec<Option<bool>> = signals.iter().map(|signal| better.praises(signal.way)).collect();
    match praised.as_slice() {
        [] => chart::Signal::Common,
        some if some.contains(&Some(true)) => chart::Signal::Improvement,
        some if some.contains(&Some(false)) => chart::Signal::Concern,
        _ => chart::Signal::Notable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::disclosure::{Profile, Unreleased};
    use crate::domain::framework::{BUILT_IN, Framework};
    use crate::domain::indicator::Tally;

    fn definition(key: &str) -> Definition {
        Framework::parse(BUILT_IN).unwrap().indicator(key).unwrap().clone()
    }

    /// Months from January 2024 on, as they would be shown.
    fn months(counts: &[(i64, i64)]) -> Releasable<Period> {
        let first = Period::parse("2024-01").unwrap();
        let row = |(at, (part, of)): (i32, &(i64, i64))| {
            (first.plus(at), Tally { numerator: *part, denominator: *of, recorded: *of, ..Tally::default() })
        };
        Profile::mhsds().release_series(Unreleased::new((0..).zip(counts).map(row).collect()), Measure::Proportion)
    }

    #[test]
    fn below_fifteen_points_there_is_no_icon_and_a_hidden_month_is_none() {
        let mut counts = vec![(50, 100); 15];
        counts[7] = (3, 100);
        let series = months(&counts);
        let judged = judge(&definition("settled-accommodation"), &series);
        assert_eq!((judged.points.len(), judged.variation(), icon(judged.variation())), (15, None, Icon::TooFew));
    }

    #[test]
    fn seven_months_above_the_mean_are_better_where_higher_is_better() {
        let counts: Vec<(i64, i64)> = (0..20).map(|at| (if at < 13 { 40 + at % 2 * 10 } else { 80 }, 100)).collect();
        let series = months(&counts);
        let judged = judge(&definition("settled-accommodation"), &series);
        assert_eq!((judged.method, judged.variation()), (Method::Xmr, Some(Variation::ImprovementHigh)));
        assert!(judged.rules().contains(&"shift"));
    }

    #[test]
    fn denominators_that_differ_by_more_than_a_quarter_have_limits_of_their_own() {
        let counts: Vec<(i64, i64)> = (0..20).map(|at| if at % 2 == 0 { (50, 100) } else { (150, 300) }).collect();
        let series = months(&counts);
        let judged = judge(&definition("settled-accommodation"), &series);
        assert_eq!((judged.method, judged.unit()), (Method::P, 100.0));
        let limits = |at| judged.plotted(at).and_then(|point| point.limits).unwrap();
        assert!(limits(0).upper >= limits(1).upper);
    }

    #[test]
    fn a_quarter_that_was_not_released_is_a_gap() {
        let quarter = definition("at-home-91-days");
        assert_eq!(quarter.grid_months(), 3);
        let series = months(&[(50, 100); 10]).rekeyed(|month| [0, 3, 9].contains(&(month.number() % 12)).then_some(*month));
        let points = judge(&quarter, &series).points;
        assert_eq!(points.iter().map(|(_, figure)| figure.is_some()).collect::<Vec<_>>(), [true, true, false, true]);
    }
}
