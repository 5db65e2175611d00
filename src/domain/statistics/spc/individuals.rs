//! The `XmR` chart: single values, one a period, and how far each is from the one before. Refuses values that are no numbers.

use std::ops::Range;

use super::super::{Refusal, many};
use super::chart::{Chart, ControlChart, Plotted, RunChart, Span};
use super::limits::{Limits, mean, mean_range, moving_ranges};
use super::series::{FEWEST_POINTS, Partition, SHORTEST_PARTITION, stretches};
use super::settings::Settings;

/// The reach of the limits in mean moving ranges: three standard deviations, each 1/1.128 of the mean range of two.
const REACH: f64 = 2.66;

/// One period's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The value; `None` where it may not be known.
    pub value: Option<f64>,
    /// Left out of everything on purpose, and still shown.
    pub ghosted: bool,
}

impl Point {
    /// A point that counts.
    #[must_use]
    pub const fn of(value: f64) -> Self {
        Self { value: Some(value), ghosted: false }
    }

    /// A gap.
    pub const GAP: Self = Self { value: None, ghosted: false };

    /// The value, if it counts.
    pub(super) fn known(self) -> Option<f64> {
        self.value.filter(|_| !self.ghosted)
    }
}

/// The `XmR` chart of a series, in the unit of its values: the mean of each stretch and limits 2.66 mean moving ranges from it.
///
/// Below fifteen points that count, or with fewer than eleven moving ranges because of gaps, it is a run chart. Refuses steps that
/// are out of place or leave a stretch too short, and values that are no numbers.
pub fn xmr(points: &[Point], steps: &[Partition], settings: &Settings) -> Result<Chart, Refusal> {
    let known: Vec<f64> = points.iter().filter_map(|point| point.known()).collect();
    if known.iter().any(|value| !value.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    let counted: Vec<bool> = points.iter().map(|point| point.known().is_some()).collect();
    let ranges = stretches(&counted, steps)?;
    if many(known.len()) < FEWEST_POINTS {
        return Ok(Chart::Run(RunChart::of(known)));
    }
    let spans: Result<Vec<Span>, Short> = ranges.into_iter().map(|range| span(points, range, settings)).collect();
    match spans {
        Ok(spans) => Ok(Chart::Control(ControlChart::judged(plotted(points, &spans), spans, settings))),
        Err(_) if steps.is_empty() => Ok(Chart::Run(RunChart::of(known))),
        Err(Short(have)) => Err(Refusal::ShortPartition { have, need: SHORTEST_PARTITION }),
    }
}

/// A stretch whose gaps leave too few ranges: as many points in a row would have them.
struct Short(u64);

/// The mean and the mean moving range of one stretch.
fn span(points: &[Point], range: Range<usize>, settings: &Settings) -> Result<Span, Short> {
    let own = points.iter().skip(range.start).take(range.len()).filter(|point| !point.ghosted);
    let own: Vec<Option<f64>> = own.map(|point| point.value).collect();
    let ranges = moving_ranges(&own);
    let have = many(ranges.len()) + 1;
    let known: Vec<f64> = own.into_iter().flatten().collect();
    match (mean(&known), mean_range(&ranges, settings.screened)) {
        (Some(mean), Some(typical)) if have >= SHORTEST_PARTITION => Ok(Span { range, mean, mean_range: Some(typical), sigma_z: None }),
        _ => Err(Short(have)),
    }
}

/// Every point with the lines of its stretch.
fn plotted(points: &[Point], spans: &[Span]) -> Vec<Plotted> {
    let lines =
        spans.iter().flat_map(|span| span.range.clone().map(|_| Limits::around(span.mean, REACH * span.mean_range.unwrap_or_default())));
    let plot = |(point, limits): (&Point, Limits)| Plotted {
        value: point.value,
        ghosted: point.ghosted,
        limits: Some(limits),
        signals: Vec::new(),
    };
    points.iter().zip(lines).map(plot).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::super::comparison::{Better, Way};
    use super::super::icons::{Assurance, Variation};
    use super::super::rules::Rule;
    use super::*;

    fn points(values: &[f64]) -> Vec<Point> {
        values.iter().map(|value| Point::of(*value)).collect()
    }

    fn control(points: &[Point], steps: &[Partition], settings: &Settings) -> ControlChart {
        match xmr(points, steps, settings).unwrap() {
            Chart::Control(chart) => chart,
            Chart::Run(run) => panic!("{run:?}"),
        }
    }

    /// Five low and five high by turns about 10, without any signal.
    fn quiet(length: u32) -> Vec<Point> {
        (0..length).map(|at| Point::of(if at % 2 == 0 { 9.0 } else { 11.0 })).collect()
    }

    fn step(first: usize) -> Partition {
        Partition { first, reason: "a new pathway".to_owned(), author: "A. Lead".to_owned(), decided: date(2026, 4, 1) }
    }

    const TENTH: [f64; 18] = [1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0];

    #[test]
    fn screening_drops_the_ranges_about_an_outlier_and_is_off_unless_asked_for() {
        let limits = |settings| control(&points(&TENTH), &[], &settings).points[0].limits.unwrap();
        let (plain, screened) = (limits(Settings::default()), limits(Settings { screened: true, ..Settings::default() }));
        assert!((plain.upper - 6.9515).abs() < 1e-4 && (plain.lower + 3.0626).abs() < 1e-4, "{plain:?}");
        assert!((screened.upper - 4.6044).abs() < 1e-4 && (screened.lower + 0.7156).abs() < 1e-4, "{screened:?}");
    }

    #[test]
    fn below_fifteen_points_there_is_a_run_chart() {
        assert!(matches!(xmr(&quiet(14), &[], &Settings::default()), Ok(Chart::Run(RunChart { points: 14, .. }))));
        assert!(matches!(xmr(&quiet(15), &[], &Settings::default()), Ok(Chart::Control(_))));
        let mut ghosted = quiet(15);
        ghosted[3].ghosted = true;
        assert!(matches!(xmr(&ghosted, &[], &Settings::default()), Ok(Chart::Run(_))));
    }

    #[test]
    fn the_published_case_of_two_opposite_points_near_the_limits_is_common_cause() {
        let mut values: Vec<f64> = (0..16).map(|at| if at % 2 == 0 { 1.0 } else { -1.0 }).collect();
        values[14] = 5.5;
        values[15] = -5.5;
        let screened = Settings { screened: true, ..Settings::default() };
        let chart = control(&points(&values), &[], &screened);
        assert!(chart.points[15].signals.iter().all(|signal| signal.rule != Rule::NearLimit));
    }

    #[test]
    fn a_ghosted_point_counts_in_nothing_and_its_neighbours_stand_together() {
        let plain = control(&quiet(16), &[], &Settings::default());
        let mut with = quiet(16);
        with.insert(5, Point { value: Some(500.0), ghosted: true });
        let chart = control(&with, &[], &Settings::default());
        assert_eq!(chart.points[0].limits, plain.points[0].limits);
        assert!(chart.points[5].signals.is_empty());
        // Seven above the mean with a ghost among them are still a shift.
        let mut shift = quiet(16);
        shift.extend([Point::of(10.5); 4]);
        shift.push(Point { value: Some(0.0), ghosted: true });
        shift.extend([Point::of(10.5); 4]);
        assert_eq!(control(&shift, &[], &Settings::default()).variation(Better::Higher), Variation::ImprovementHigh);
    }

    #[test]
    fn a_gap_ends_a_run_and_no_range_spans_it() {
        let mut shift = quiet(16);
        shift.extend([Point::of(10.5); 4]);
        shift.push(Point::GAP);
        shift.extend([Point::of(10.5); 4]);
        let chart = control(&shift, &[], &Settings::default());
        assert_eq!(chart.variation(Better::Higher), Variation::CommonCause);
        assert!(chart.points[20].value.is_none() && chart.points[20].limits.is_some());
        // Fifteen moves of two, one of a half, and six of none: the step across the gap is not among them.
        assert!((chart.spans[0].mean_range.unwrap() - 30.5 / 22.0).abs() < 1e-12);
    }

    #[test]
    fn where_gaps_leave_too_few_ranges_there_is_a_run_chart() {
        let every_other: Vec<Point> = quiet(20).into_iter().flat_map(|point| [point, Point::GAP]).collect();
        assert!(matches!(xmr(&every_other, &[], &Settings::default()), Ok(Chart::Run(RunChart { points: 20, .. }))));
    }

    #[test]
    fn a_step_gives_each_stretch_its_own_limits_and_ends_runs() {
        let mut values = quiet(14);
        values.extend(quiet(14).into_iter().map(|point| Point::of(point.value.unwrap() + 20.0)));
        let whole = control(&values, &[], &Settings::default());
        assert_eq!(whole.variation(Better::Higher), Variation::ImprovementHigh);
        let cut = control(&values, &[step(14)], &Settings::default());
        assert_eq!(cut.variation(Better::Higher), Variation::CommonCause);
        assert_eq!(cut.spans.iter().map(|span| span.mean.to_string()).collect::<Vec<_>>(), ["10", "30"]);
        assert!(cut.points.iter().all(|point| point.signals.is_empty()));
    }

    #[test]
    fn a_step_that_leaves_a_stretch_too_short_is_refused() {
        let short = Refusal::ShortPartition { have: 8, need: 12 };
        assert_eq!(xmr(&quiet(20), &[step(12)], &Settings::default()), Err(short));
        assert_eq!(xmr(&quiet(20), &[step(0)], &Settings::default()), Err(Refusal::StepOutOfPlace));
        let mut holes = quiet(40);
        for at in [21, 23, 25, 27, 29] {
            holes[at] = Point::GAP;
        }
        assert!(matches!(xmr(&holes, &[step(20)], &Settings::default()), Err(Refusal::ShortPartition { need: 12, .. })));
    }

    #[test]
    fn icons_are_read_at_the_last_point_that_counts() {
        let mut values = quiet(20);
        values.push(Point::of(30.0));
        values.push(Point { value: Some(-90.0), ghosted: true });
        values.push(Point::GAP);
        let chart = control(&values, &[], &Settings::default());
        assert_eq!(chart.last().unwrap().0, 20);
        assert_eq!(chart.variation(Better::Lower), Variation::ConcernHigh);
        assert_eq!(chart.points[20].signals[0].way, Way::Up);
        assert_eq!(chart.assurance(Some(-50.0), Better::Higher), Assurance::Pass);
        assert_eq!(chart.assurance(Some(11.0), Better::Higher), Assurance::HitOrMiss);
    }

    #[test]
    fn values_that_never_change_have_limits_on_the_mean_and_no_signal() {
        let chart = control(&[Point::of(4.0); 20], &[], &Settings::default());
        assert!(chart.points.iter().all(|point| point.signals.is_empty() && point.limits == Some(Limits::around(4.0, 0.0))));
    }

    #[test]
    fn a_value_that_is_no_number_is_refused() {
        assert_eq!(xmr(&[Point::of(f64::NAN)], &[], &Settings::default()), Err(Refusal::NotANumber));
    }

    fn series() -> impl Strategy<Value = Vec<Point>> {
        let point = prop_oneof![8 => (0i32..40).prop_map(|value| Point::of(f64::from(value))), 1 => Just(Point::GAP)];
        prop::collection::vec(point, 30..60)
    }

    proptest! {
        #[test]
        fn upside_down_the_signals_are_the_same_and_point_the_other_way(points in series()) {
            let turned: Vec<Point> = points.iter().map(|point| Point { value: point.value.map(|value| -value), ..*point }).collect();
            if let (Ok(Chart::Control(there)), Ok(Chart::Control(back))) =
                (xmr(&points, &[], &Settings::default()), xmr(&turned, &[], &Settings::default()))
            {
                for (one, other) in there.points.iter().zip(&back.points) {
                    prop_assert_eq!(one.signals.len(), other.signals.len());
                    prop_assert!(one.signals.iter().zip(&other.signals).all(|(a, b)| a.rule == b.rule && a.way != b.way));
                }
                prop_assert_eq!(there.variation(Better::Higher), match back.variation(Better::Lower) {
                    Variation::ImprovementLow => Variation::ImprovementHigh,
                    Variation::ImprovementHigh => Variation::ImprovementLow,
                    Variation::ConcernLow => Variation::ConcernHigh,
                    Variation::ConcernHigh => Variation::ConcernLow,
                    other => other,
                });
            }
        }

        #[test]
        fn what_is_ghosted_can_be_anything(points in series(), at in 0usize..30, value in -1e6..1e6f64) {
            let with = |value: f64| {
                let mut with = points.clone();
                with.insert(at, Point { value: Some(value), ghosted: true });
                with
            };
            let signals = |chart: Chart| match chart {
                Chart::Control(chart) => chart.points.into_iter().map(|point| (point.limits.unwrap(), point.signals)).collect(),
                Chart::Run(_) => Vec::new(),
            };
            let (one, other) = (xmr(&with(0.0), &[], &Settings::default()).unwrap(), xmr(&with(value), &[], &Settings::default()).unwrap());
            prop_assert_eq!(signals(one), signals(other));
        }

        #[test]
        fn a_later_point_never_changes_a_finished_stretch(points in prop::collection::vec(0i32..40, 40..60), more in 0i32..400) {
            let mut values: Vec<Point> = points.iter().map(|value| Point::of(f64::from(*value))).collect();
            let before = control(&values, &[step(20)], &Settings::default());
            values.push(Point::of(f64::from(more)));
            let after = control(&values, &[step(20)], &Settings::default());
            prop_assert_eq!(before.points.get(..20), after.points.get(..20));
        }
    }
}
