//! The four rules by which a point is more than chance. Refuses to look across a gap or a step.

use super::super::comparison::Way;
use super::limits::Limits;
use super::settings::Settings;

/// A rule of Making Data Count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The point is beyond a limit.
    Beyond,
    /// It is one of a run on one side of the mean.
    Shift,
    /// It is one of a run that rises or falls throughout.
    Trend,
    /// It is one of two, of three in a row on one side of the mean, that are near a limit.
    NearLimit,
}

impl Rule {
    /// The name by which the sentence for readers is found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Beyond => "beyond",
            Self::Shift => "shift",
            Self::Trend => "trend",
            Self::NearLimit => "near-limit",
        }
    }
}

/// A rule that a point sets off, and which way it points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signal {
    /// The rule.
    pub rule: Rule,
    /// Up or down: the side of the mean, or for a trend where it goes.
    pub way: Way,
}

/// A value with the lines it is judged by.
pub(super) type Judged = (f64, Limits);

/// The signals of each point of one stretch without gaps.
pub(super) fn signals(points: &[Judged], settings: &Settings) -> Vec<Vec<Signal>> {
    let mut found = vec![Vec::new(); points.len()];
    let sides: Vec<Option<Way>> = points.iter().map(|(value, limits)| way(limits.mean, *value)).collect();
    for (own, (value, limits)) in found.iter_mut().zip(points) {
        own.extend(beyond(*value, limits).map(|way| Signal { rule: Rule::Beyond, way }));
    }
    runs(&sides, settings.run.points(), Rule::Shift, &mut found);
    trends(points, settings.run.points(), &mut found);
    if settings.two_of_three {
        near(points, &sides, &mut found);
    }
    found
}

/// Which way it is from one value to another; `None` when they are the same.
fn way(from: f64, to: f64) -> Option<Way> {
    if to > from {
        Some(Way::Up)
    } else if to < from {
        Some(Way::Down)
    } else {
        None
    }
}

fn beyond(value: f64, limits: &Limits) -> Option<Way> {
    if value > limits.upper {
        Some(Way::Up)
    } else if value < limits.lower {
        Some(Way::Down)
    } else {
        None
    }
}

/// Marks every point of each window of this length in which all go one way. A point on the mean is on no side.
fn runs(ways: &[Option<Way>], length: usize, rule: Rule, found: &mut [Vec<Signal>]) {
    for (start, window) in ways.windows(length).enumerate() {
        let Some(Some(way)) = window.first().copied() else { continue };
        if window.iter().all(|other| *other == Some(way)) {
            mark(found.iter_mut().skip(start).take(length), Signal { rule, way });
        }
    }
}

/// Marks the points of each rise or fall of this many points: one move fewer than points, ends included. Equal neighbours end it.
fn trends(points: &[Judged], length: usize, found: &mut [Vec<Signal>]) {
    let moves: Vec<Option<Way>> = points
        .windows(2)
        .map(|pair| match pair {
            [(before, _), (after, _)] => way(*before, *after),
            _ => None,
        })
        .collect();
    for (start, window) in moves.windows(length - 1).enumerate() {
        let Some(Some(way)) = window.first().copied() else { continue };
        if window.iter().all(|other| *other == Some(way)) {
            mark(found.iter_mut().skip(start).take(length), Signal { rule: Rule::Trend, way });
        }
    }
}

/// Marks the points near a limit in every three in a row that lie on one side of the mean with two or three of them near it.
fn near(points: &[Judged], sides: &[Option<Way>], found: &mut [Vec<Signal>]) {
    let close: Vec<Option<Way>> = points.iter().map(|(value, limits)| zone(*value, limits)).collect();
    for (start, window) in close.windows(3).enumerate() {
        for way in [Way::Up, Way::Down] {
            let one_side = sides.iter().skip(start).take(3).all(|side| *side == Some(way));
            if one_side && window.iter().filter(|zone| **zone == Some(way)).count() >= 2 {
                let marked = found.iter_mut().skip(start).take(3).zip(window).filter(|(_, zone)| **zone == Some(way));
                mark(marked.map(|(own, _)| own), Signal { rule: Rule::NearLimit, way });
            }
        }
    }
}

/// Whether a point is near a limit without being beyond it, and which.
fn zone(value: f64, limits: &Limits) -> Option<Way> {
    if value > limits.upper_warning && value <= limits.upper {
        Some(Way::Up)
    } else if value < limits.lower_warning && value >= limits.lower {
        Some(Way::Down)
    } else {
        None
    }
}

fn mark<'a>(points: impl Iterator<Item = &'a mut Vec<Signal>>, signal: Signal) {
    for own in points {
        if !own.contains(&signal) {
            own.push(signal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::settings::RunLength;
    use super::*;

    /// Signals of values about a mean of 0 with limits at 3 and zones from 2.
    fn of(values: &[f64]) -> Vec<Vec<(Rule, Way)>> {
        let points: Vec<Judged> = values.iter().map(|value| (*value, Limits::around(0.0, 3.0))).collect();
        let plain = |own: Vec<Signal>| own.into_iter().map(|signal| (signal.rule, signal.way)).collect();
        signals(&points, &Settings::default()).into_iter().map(plain).collect()
    }

    fn marked(values: &[f64], rule: Rule) -> Vec<usize> {
        of(values).iter().enumerate().filter(|(_, own)| own.iter().any(|(found, _)| *found == rule)).map(|(at, _)| at).collect()
    }

    #[test]
    fn a_point_beyond_a_limit_is_a_signal_and_one_on_it_is_not() {
        assert_eq!(of(&[0.0, 3.1, 3.0, -3.1])[1], [(Rule::Beyond, Way::Up)]);
        assert_eq!(marked(&[0.0, 3.1, 3.0, -3.1], Rule::Beyond), [1, 3]);
    }

    #[test]
    fn seven_on_one_side_of_the_mean_are_a_shift_and_six_are_not() {
        // The published cases of six, of six and one across, and of eight and one across.
        assert!(marked(&[1.0; 6], Rule::Shift).is_empty());
        assert!(marked(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0], Rule::Shift).is_empty());
        let mut eight = [1.0; 9];
        eight[8] = -1.0;
        assert_eq!(marked(&eight, Rule::Shift), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(of(&eight.map(|value| -value))[0], [(Rule::Shift, Way::Down)]);
    }

    #[test]
    fn a_point_on_the_mean_ends_a_shift() {
        assert!(marked(&[1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0], Rule::Shift).is_empty());
    }

    #[test]
    fn six_moves_one_way_are_a_trend_and_equal_neighbours_end_it() {
        let trend = |values: &[f64]| marked(&values.iter().map(|value| value / 10.0).collect::<Vec<_>>(), Rule::Trend);
        // The published cases: one to six, a plateau, one to seven, one to seven within others, and the same falling.
        assert!(trend(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).is_empty());
        assert!(trend(&[1.0, 2.0, 3.0, 3.0, 4.0, 5.0, 6.0]).is_empty());
        assert_eq!(trend(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(trend(&[2.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 3.0]), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(trend(&[2.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 3.0]), [1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn two_of_three_near_a_limit_are_a_signal_on_one_side_of_the_mean_only() {
        // The published cases: with one between, beside each other, and too far apart.
        assert_eq!(marked(&[0.1, 0.1, 2.5, 0.1, 2.5, 0.1, 0.1], Rule::NearLimit), [2, 4]);
        assert_eq!(marked(&[0.1, 0.1, 2.5, 2.5, 0.1, 0.1], Rule::NearLimit), [2, 3]);
        assert!(marked(&[2.5, 0.1, 0.1, 2.5], Rule::NearLimit).is_empty());
        assert_eq!(marked(&[2.5, 0.1, 0.1, 2.5, 2.5], Rule::NearLimit), [3, 4]);
        assert!(marked(&[2.5, -0.1, 2.5], Rule::NearLimit).is_empty());
        assert!(marked(&[0.1, 2.5, -2.5], Rule::NearLimit).is_empty());
    }

    #[test]
    fn a_point_beyond_the_limit_is_not_near_it() {
        assert!(marked(&[2.5, 3.5, 0.1], Rule::NearLimit).is_empty());
    }

    #[test]
    fn the_length_of_a_run_is_a_setting() {
        let shifted = |points: usize| {
            let settings = Settings { run: RunLength::parse(points).unwrap(), ..Settings::default() };
            let judged: Vec<Judged> = [0.5, 0.4, 0.6, 0.5, 0.4, 0.6, -0.1].map(|value| (value, Limits::around(0.0, 3.0))).to_vec();
            signals(&judged, &settings).iter().filter(|own| !own.is_empty()).count()
        };
        assert_eq!([6, 7, 8].map(shifted), [6, 0, 0]);
    }

    #[test]
    fn two_of_three_can_be_left_out() {
        let points: Vec<Judged> = [2.5, 2.5, 0.1].map(|value| (value, Limits::around(0.0, 3.0))).to_vec();
        let settings = Settings { two_of_three: false, ..Settings::default() };
        assert!(signals(&points, &settings).iter().all(Vec::is_empty));
    }
}
