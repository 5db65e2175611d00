//! The P chart: proportions whose denominators differ, each with limits for its own. Refuses parts larger than their whole.

use std::ops::Range;

use super::super::{Refusal, many, real};
use super::chart::{Chart, ControlChart, Plotted, RunChart, Span};
use super::individuals::Point;
use super::limits::{Limits, mean, moving_ranges};
use super::series::{FEWEST_POINTS, Partition, SHORTEST_PARTITION, stretches};
use super::settings::Settings;

/// The mean range of two values of a normal variable, in standard deviations: d2 for two.
const D2: f64 = 1.128;

/// One period's proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// So many out of so many; `None` where it may not be known. Nobody out of nobody is a gap too.
    pub counts: Option<(u64, u64)>,
    /// Left out of everything on purpose, and still shown.
    pub ghosted: bool,
}

impl Share {
    /// The proportion as a fraction of one.
    fn point(self) -> Point {
        let value = self.counts.filter(|(_, of)| *of > 0).map(|(part, of)| real(part) / real(of));
        Point { value, ghosted: self.ghosted }
    }
}

/// How wide the limits of a P chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// As chance alone would spread proportions of so many.
    Binomial,
    /// As these spread from period to period: Laney's P', for over-dispersed proportions, usually of very many.
    Laney,
}

/// The P chart of a series, in fractions of one: the mean of each stretch over all its people, and limits three standard errors from
/// it for the denominator of each point.
///
/// Below fifteen points that count it is a run chart. Refuses steps that are out of place or leave a stretch too short, parts larger
/// than their whole, and for Laney's limits proportions that are all nothing or everything or have gaps that leave too few moving ranges. Sources: Shewhart (1931); for P', Laney,
/// D. B. (2002), Quality Engineering 14:531-537.
pub fn p_chart(shares: &[Share], steps: &[Partition], spread: Spread, settings: &Settings) -> Result<Chart, Refusal> {
    if shares.iter().filter_map(|share| share.counts).any(|(part, of)| part > of) {
        return Err(Refusal::PartExceedsWhole);
    }
    let points: Vec<Point> = shares.iter().map(|share| share.point()).collect();
    let known: Vec<f64> = points.iter().filter_map(|point| point.known()).collect();
    let counted: Vec<bool> = points.iter().map(|point| point.known().is_some()).collect();
    let ranges = stretches(&counted, steps)?;
    if many(known.len()) < FEWEST_POINTS {
        return Ok(Chart::Run(RunChart::of(known)));
    }
    let spans = ranges.into_iter().map(|range| span(shares, range, spread)).collect::<Result<Vec<Span>, Refusal>>()?;
    let mut plotted = Vec::new();
    for span in &spans {
        let width = if spread == Spread::Laney { span.sigma_z.unwrap_or(1.0) } else { 1.0 };
        for (share, point) in shares.iter().zip(&points).skip(span.range.start).take(span.range.len()) {
            let of = share.counts.map(|(_, of)| of).filter(|of| *of > 0);
            let limits = of.map(|of| Limits::around(span.mean, 3.0 * error(span.mean, of) * width));
            plotted.push(Plotted { value: point.value, ghosted: point.ghosted, limits, signals: Vec::new() });
        }
    }
    Ok(Chart::Control(ControlChart::judged(plotted, spans, settings)))
}

/// The standard error of a proportion of so many.
fn error(mean: f64, of: u64) -> f64 {
    (mean * (1.0 - mean) / real(of)).sqrt()
}

/// The mean of one stretch, and how many times wider than chance its proportions spread from one to the next.
fn span(shares: &[Share], range: Range<usize>, spread: Spread) -> Result<Span, Refusal> {
    let own: Vec<Option<(u64, u64)>> = shares
        .iter()
        .skip(range.start)
        .take(range.len())
        .filter(|share| !share.ghosted)
        .map(|share| share.counts.filter(|(_, of)| *of > 0))
        .collect();
    let (part, of) = own.iter().flatten().fold((0, 0), |(parts, all), (part, of)| (parts + part, all + of));
    if of == 0 {
        return Err(Refusal::Nobody);
    }
    let centre = real(part) / real(of);
    let score = |(part, of): (u64, u64)| (real(part) / real(of) - centre) / error(centre, of);
    let scores: Vec<Option<f64>> = own.into_iter().map(|counts| counts.map(score)).collect();
    let ranges = moving_ranges(&scores);
    let (sigma_z, have) = (mean(&ranges).map(|range| range / D2).filter(|sigma| sigma.is_finite()), many(ranges.len()) + 1);
    match spread {
        Spread::Laney if have < SHORTEST_PARTITION => Err(Refusal::TooFewPoints { have, need: SHORTEST_PARTITION }),
        Spread::Laney if sigma_z.is_none() => Err(Refusal::NoSpread),
        _ => Ok(Span { range, mean: centre, mean_range: None, sigma_z }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::comparison::Better;
    use super::super::icons::Variation;
    use super::*;

    fn shares(counts: &[(u64, u64)]) -> Vec<Share> {
        counts.iter().map(|counts| Share { counts: Some(*counts), ghosted: false }).collect()
    }

    fn control(shares: &[Share], spread: Spread) -> ControlChart {
        match p_chart(shares, &[], spread, &Settings::default()).unwrap() {
            Chart::Control(chart) => chart,
            Chart::Run(run) => panic!("{run:?}"),
        }
    }

    fn quiet(length: u64, of: u64) -> Vec<Share> {
        shares(&(0..length).map(|at| (of / 2 + at % 2, of)).collect::<Vec<_>>())
    }

    #[test]
    fn each_point_has_limits_for_its_own_denominator() {
        let mut counts = quiet(16, 50);
        counts.push(Share { counts: Some((100, 200)), ghosted: false });
        let chart = control(&counts, Spread::Binomial);
        let width = |at: usize| {
            let limits = chart.points[at].limits.unwrap();
            limits.upper - limits.mean
        };
        assert!((width(0) / width(16) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn limits_may_leave_the_range_of_a_proportion_and_are_cut_for_drawing_only() {
        let chart = control(&shares(&[(1, 20); 16]), Spread::Binomial);
        let limits = chart.points[0].limits.unwrap();
        assert!(limits.lower < 0.0 && limits.within(0.0, 1.0).lower.abs() < 1e-12);
    }

    #[test]
    fn proportions_that_spread_as_chance_does_need_no_laney_and_others_get_wider_limits() {
        let calm = control(&quiet(20, 400), Spread::Binomial);
        assert!(calm.spans[0].sigma_z.unwrap() < 1.0);
        let wild: Vec<(u64, u64)> = (0..20).map(|at| if at % 2 == 0 { (4_000, 10_000) } else { (6_000, 10_000) }).collect();
        let (chance, laney) = (control(&shares(&wild), Spread::Binomial), control(&shares(&wild), Spread::Laney));
        assert_eq!(chance.variation(Better::Higher), Variation::ImprovementHigh);
        assert_eq!(laney.variation(Better::Higher), Variation::CommonCause);
        // Each moves by 0.2, forty standard errors of 0.005.
        assert!((laney.spans[0].sigma_z.unwrap() - 40.0 / 1.128).abs() < 1e-9);
    }

    #[test]
    fn nobody_out_of_nobody_is_a_gap_without_lines() {
        let mut counts = quiet(16, 50);
        counts.insert(8, Share { counts: Some((0, 0)), ghosted: false });
        let chart = control(&counts, Spread::Binomial);
        assert!(chart.points[8].value.is_none() && chart.points[8].limits.is_none());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let chart = |counts: &[(u64, u64)], spread| p_chart(&shares(counts), &[], spread, &Settings::default());
        assert_eq!(chart(&[(5, 4)], Spread::Binomial), Err(Refusal::PartExceedsWhole));
        assert_eq!(chart(&[(0, 4); 16], Spread::Laney), Err(Refusal::NoSpread));
        assert!(matches!(chart(&[(1, 4); 14], Spread::Laney), Ok(Chart::Run(_))));
        let gap = Share { counts: None, ghosted: false };
        let every_other: Vec<Share> = quiet(16, 50).into_iter().flat_map(|share| [share, gap]).collect();
        let laney = p_chart(&every_other, &[], Spread::Laney, &Settings::default());
        assert_eq!(laney, Err(Refusal::TooFewPoints { have: 1, need: 12 }));
    }

    proptest! {
        #[test]
        fn the_complement_is_the_mirror_image(counts in prop::collection::vec((0u64..50, 50u64..300), 15..40)) {
            let others: Vec<(u64, u64)> = counts.iter().map(|(part, of)| (of - part, *of)).collect();
            let (these, others) = (control(&shares(&counts), Spread::Binomial), control(&shares(&others), Spread::Binomial));
            for (one, other) in these.points.iter().zip(&others.points) {
                let (one, other) = (one.limits.unwrap(), other.limits.unwrap());
                prop_assert!((one.lower - (1.0 - other.upper)).abs() < 1e-9 && (one.mean - (1.0 - other.mean)).abs() < 1e-12);
            }
        }
    }
}
