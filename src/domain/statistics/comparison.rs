//! What may be said of a figure beside a benchmark, from its interval alone. Refuses to call better or worse what has no direction.

use super::{Interval, Refusal};

/// Which way a figure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// The higher, the better.
    Higher,
    /// The lower, the better.
    Lower,
    /// Neither way is better.
    Neither,
}

/// Up or down, in the figure itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Above, or rising.
    Up,
    /// Below, or falling.
    Down,
}

impl Better {
    /// Whether going this way is good (true), bad (false) or neither (`None`).
    #[must_use]
    pub const fn praises(self, way: Way) -> Option<bool> {
        match (self, way) {
            (Self::Higher, Way::Up) | (Self::Lower, Way::Down) => Some(true),
            (Self::Higher, Way::Down) | (Self::Lower, Way::Up) => Some(false),
            (Self::Neither, _) => None,
        }
    }
}

/// How a figure stands to a benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The whole interval is on the good side.
    Better,
    /// The interval contains the benchmark.
    Similar,
    /// The whole interval is on the bad side.
    Worse,
    /// The whole interval is above, and no side is the good one.
    Higher,
    /// The whole interval is below, and no side is the good one.
    Lower,
}

impl Standing {
    /// The name by which the word for readers is found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Similar => "similar",
            Self::Worse => "worse",
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }
}

/// Compares by whether the interval lies wholly above or below the benchmark; one that touches it is similar.
///
/// The benchmark is taken as known. It is no test of two uncertain figures: for those compare the difference, see `difference`.
/// Source: OHID, Fingertips technical guidance, comparison with a benchmark by confidence interval.
pub fn with_benchmark(interval: Interval, benchmark: f64, better: Better) -> Result<Standing, Refusal> {
    if !(benchmark.is_finite() && interval.lower.is_finite() && interval.upper.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    let way = match (interval.lower > benchmark, interval.upper < benchmark) {
        (true, _) => Way::Up,
        (_, true) => Way::Down,
        _ => return Ok(Standing::Similar),
    };
    Ok(match (better.praises(way), way) {
        (Some(true), _) => Standing::Better,
        (Some(false), _) => Standing::Worse,
        (None, Way::Up) => Standing::Higher,
        (None, Way::Down) => Standing::Lower,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Better::{Higher, Lower, Neither};

    const INTERVAL: Interval = Interval { lower: 40.0, upper: 50.0 };

    #[test]
    fn an_interval_wholly_above_or_below_is_better_or_worse_by_the_direction() {
        for (benchmark, better, standing) in [
            (39.9, Higher, Standing::Better),
            (50.1, Higher, Standing::Worse),
            (39.9, Lower, Standing::Worse),
            (50.1, Lower, Standing::Better),
            (39.9, Neither, Standing::Higher),
            (50.1, Neither, Standing::Lower),
        ] {
            assert_eq!(with_benchmark(INTERVAL, benchmark, better), Ok(standing), "{benchmark} {better:?}");
        }
    }

    #[test]
    fn an_interval_that_contains_or_touches_the_benchmark_is_similar() {
        for benchmark in [40.0, 45.0, 50.0] {
            assert_eq!(with_benchmark(INTERVAL, benchmark, Higher), Ok(Standing::Similar));
        }
    }

    #[test]
    fn a_benchmark_that_is_no_number_is_refused() {
        assert_eq!(with_benchmark(INTERVAL, f64::NAN, Higher), Err(Refusal::NotANumber));
    }
}
