//! The confidence level and the interval, shared by every estimate. Refuses to say how either was arrived at.

use serde::{Deserialize, Serialize};

/// How often intervals made this way contain the truth. The two levels are those public health reporting uses: 95% for
/// reading, 99.8% (three standard errors, near enough) for control limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// 95%.
    P95,
    /// 99.8%.
    P998,
}

impl Confidence {
    /// The probability left outside the interval at each end: 0.025 or 0.001.
    #[must_use]
    pub const fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }

    /// The standard normal deviate that leaves `tail` above it.
    #[must_use]
    pub const fn z(self) -> f64 {
        match self {
            Self::P95 => 1.959_963_984_540_054,
            Self::P998 => 3.090_232_306_167_813,
        }
    }
}

/// A lower and an upper limit, in the unit of the estimate they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit, never below the lower.
    pub upper: f64,
}

impl Interval {
    /// Whether a value lies between the limits or on one of them.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// The distance between the limits.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.upper - self.lower
    }

    /// The interval with each limit passed through an increasing function, such as a change of unit or a rounding.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { lower: f(self.lower), upper: f(self.upper) }
    }
}

/// A figure with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Its limits, in the same unit.
    pub interval: Interval,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_contains_its_own_limits() {
        let interval = Interval { lower: 0.25, upper: 0.75 };
        assert!(interval.contains(0.25) && interval.contains(0.75) && !interval.contains(0.76));
    }

    #[test]
    fn a_change_of_unit_scales_the_width() {
        let interval = Interval { lower: 0.25, upper: 0.75 }.map(|limit| limit * 100.0);
        assert!((interval.width() - 50.0).abs() < 1e-12);
    }
}
