//! Points that people gave, several at once: how they are rounded so that they tell no more than a rounded count of people would.

use super::profile::Profile;
use crate::domain::statistics::{Interval, real};

/// Points that may be shown, with the interval they lie in. Only a profile makes them, and they are kept and read back under a
/// [`LedgerKey`](super::LedgerKey) only.
///
/// ```compile_fail,E0277
/// # use saywell::domain::disclosure::Points;
/// let forged: Points = serde_json::from_str("{}").unwrap();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    rounded: u64,
    lower: u64,
    upper: u64,
}

impl Points {
    pub(super) const fn parts(self) -> [u64; 3] {
        [self.rounded, self.lower, self.upper]
    }

    pub(super) const fn of_parts([rounded, lower, upper]: [u64; 3]) -> Self {
        Self { rounded, lower, upper }
    }

    /// The rounded points.
    #[must_use]
    pub const fn points(&self) -> u64 {
        self.rounded
    }

    /// The 95% interval, its limits rounded away from each other.
    #[must_use]
    pub const fn limits(&self) -> (u64, u64) {
        (self.lower, self.upper)
    }
}

impl Profile {
    /// Points of which one person can give so many at most. They are rounded to the base times that number: who gave the most
    /// is then blurred as a count of people is. `None` where they come to nought.
    #[must_use]
    pub fn release_points(&self, points: u64, interval: Interval, most: u64) -> Option<Points> {
        let step = self.base() * most.max(1);
        let rounded = (points + step / 2) / step * step;
        let (below, above) = (steps(interval.lower, step, f64::floor), steps(interval.upper, step, f64::ceil));
        (rounded > 0).then(|| Points { rounded, lower: below.min(rounded), upper: above.max(rounded) })
    }
}

/// A number of points in whole steps.
fn steps(points: f64, step: u64, round: fn(f64) -> f64) -> u64 {
    // A billionth less or more than a whole number of steps is that number.
    let exact = (points / real(step) * 1e6).round() / 1e6;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "points are never negative, and far below 2^53")]
    let whole = round(exact.max(0.0)) as u64;
    whole * step
}

#[cfg(test)]
mod tests {
    use super::super::sample::MHSDS;
    use super::*;

    fn released(points: u64, lower: f64, upper: f64) -> Option<(u64, (u64, u64))> {
        MHSDS.release_points(points, Interval { lower, upper }, 3).map(|one| (one.points(), one.limits()))
    }

    #[test]
    fn points_go_to_the_nearest_fifteen_and_their_limits_away_from_each_other() {
        assert_eq!(released(52, 41.0, 61.0), Some((45, (30, 75))));
        assert_eq!(released(53, 45.0, 60.0), Some((60, (45, 60))));
    }

    #[test]
    fn points_that_come_to_nought_are_not_shown() {
        assert_eq!(released(7, 0.0, 12.0), None);
    }
}
