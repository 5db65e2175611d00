//! What a series becomes: a run chart while it is short, a control chart from then on. Refuses an icon to a run chart.

use std::ops::Range;

use super::super::comparison::Better;
use super::icons::{self, Assurance, Variation};
use super::limits::Limits;
use super::rules::{self, Judged, Signal};
use super::settings::{Conflict, Settings};

/// A chart of one series.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Too few points for limits: the values about their median, and nothing judged.
    Run(RunChart),
    /// Limits, signals and icons.
    Control(ControlChart),
}

/// A series without limits.
#[derive(Debug, Clone, PartialEq)]
pub struct RunChart {
    /// The median of the points that count; `None` without any.
    pub median: Option<f64>,
    /// How many points count. At least fifteen, with eleven moving ranges among them, make a control chart.
    pub points: u64,
}

/// A series with limits.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlChart {
    /// The points in order, gaps and ghosted ones included.
    pub points: Vec<Plotted>,
    /// The stretches between steps, one for the whole without any.
    pub spans: Vec<Span>,
    conflict: Conflict,
}

/// A point of a control chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Plotted {
    /// The value; `None` in a gap.
    pub value: Option<f64>,
    /// Shown, and counted in nothing.
    pub ghosted: bool,
    /// The lines at this point; `None` in a gap of a chart whose limits depend on how many there were.
    pub limits: Option<Limits>,
    /// What rules it sets off, each once.
    pub signals: Vec<Signal>,
}

/// A stretch with limits of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its points, from the first to the one after the last.
    pub range: Range<usize>,
    /// Its mean.
    pub mean: f64,
    /// For individual values, the mean moving range after any screening.
    pub mean_range: Option<f64>,
    /// For proportions, how many times wider than chance the values spread. Above one they are over-dispersed.
    pub sigma_z: Option<f64>,
}

impl ControlChart {
    /// The last point that counts, and its place.
    #[must_use]
    pub fn last(&self) -> Option<(usize, &Plotted)> {
        self.points.iter().enumerate().rfind(|(_, point)| !point.ghosted && point.value.is_some())
    }

    /// The icon of variation, at the last point that counts.
    #[must_use]
    pub fn variation(&self, better: Better) -> Variation {
        self.last().map_or(Variation::CommonCause, |(_, point)| icons::variation(&point.signals, better, self.conflict))
    }

    /// The icon of assurance: whether the limits at the last point that counts lie clear of a target.
    #[must_use]
    pub fn assurance(&self, target: Option<f64>, better: Better) -> Assurance {
        let limits = self.last().and_then(|(_, point)| point.limits);
        limits.map_or(Assurance::None, |limits| icons::assurance(&limits, target, better))
    }

    /// A chart of these points, judged within each stretch and, inside it, between gaps.
    pub(super) fn judged(mut points: Vec<Plotted>, spans: Vec<Span>, settings: &Settings) -> Self {
        for span in &spans {
            for piece in pieces(&points, span.range.clone()) {
                let judged: Vec<Judged> = piece.iter().filter_map(|at| points.get(*at)).filter_map(plain).collect();
                for (at, signals) in piece.iter().zip(rules::signals(&judged, settings)) {
                    if let Some(point) = points.get_mut(*at) {
                        point.signals = signals;
                    }
                }
            }
        }
        Self { points, spans, conflict: settings.conflict }
    }
}

fn plain(point: &Plotted) -> Option<Judged> {
    Some((point.value?, point.limits?))
}

/// The places of the points that count, parted at gaps. Ghosted points are passed over.
fn pieces(points: &[Plotted], range: Range<usize>) -> Vec<Vec<usize>> {
    let mut pieces = vec![Vec::new()];
    for (at, point) in points.iter().enumerate().skip(range.start).take(range.len()) {
        match (point.ghosted, point.value) {
            (true, _) => {}
            (false, None) => pieces.push(Vec::new()),
            (false, Some(_)) => pieces.last_mut().into_iter().for_each(|piece| piece.push(at)),
        }
    }
    pieces
}

impl RunChart {
    /// The run chart of the values that count.
    pub(super) fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let upper = values.get(middle).copied();
        let lower = if values.len().is_multiple_of(2) { middle.checked_sub(1).and_then(|at| values.get(at).copied()) } else { upper };
        let median = lower.zip(upper).map(|(lower, upper)| f64::midpoint(lower, upper));
        Self { median, points: super::super::many(values.len()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_run_chart_is_the_median() {
        assert_eq!(RunChart::of(vec![3.0, 1.0, 2.0]).median, Some(2.0));
        assert_eq!(RunChart::of(vec![4.0, 3.0, 1.0, 2.0]).median, Some(2.5));
        assert_eq!(RunChart::of(vec![]), RunChart { median: None, points: 0 });
    }
}
