//! The two icons of Making Data Count, read at the last point. Refuses to praise where there is no direction.

use super::super::comparison::{Better, Way};
use super::limits::Limits;
use super::rules::{Rule, Signal};
use super::settings::Conflict;

/// Whether the last point is more than chance, and for better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Variation {
    /// Nothing but chance.
    CommonCause,
    /// Special cause for the better, high or rising.
    ImprovementHigh,
    /// Special cause for the better, low or falling.
    ImprovementLow,
    /// Special cause for the worse, high or rising.
    ConcernHigh,
    /// Special cause for the worse, low or falling.
    ConcernLow,
    /// Special cause, high or rising, where neither way is better.
    NeitherHigh,
    /// Special cause, low or falling, where neither way is better.
    NeitherLow,
}

impl Variation {
    /// The name by which icon and sentence are found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CommonCause => "common-cause",
            Self::ImprovementHigh => "improvement-high",
            Self::ImprovementLow => "improvement-low",
            Self::ConcernHigh => "concern-high",
            Self::ConcernLow => "concern-low",
            Self::NeitherHigh => "neither-high",
            Self::NeitherLow => "neither-low",
        }
    }
}

/// Whether the process can be relied on to meet its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// The limits lie on the good side of the target: it will be met unless something changes.
    Pass,
    /// The limits lie on the bad side: it will be missed unless something changes.
    Fail,
    /// The target lies between the limits: met or missed by chance.
    HitOrMiss,
    /// There is no target, or no direction.
    None,
}

impl Assurance {
    /// The name by which icon and sentence are found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::HitOrMiss => "hit-or-miss",
            Self::None => "none",
        }
    }
}

/// The icon for the signals of a point.
///
/// Signals can point two ways, when a trend runs against the side of the mean. The setting then says which is shown; without a
/// direction it is the side that is shown.
pub(super) fn variation(signals: &[Signal], better: Better, conflict: Conflict) -> Variation {
    let goes = |way: Way| signals.iter().any(|signal| signal.way == way);
    let way = match (goes(Way::Up), goes(Way::Down)) {
        (false, false) => return Variation::CommonCause,
        (true, false) => Way::Up,
        (false, true) => Way::Down,
        (true, true) => settled(signals, better, conflict),
    };
    match (better.praises(way), way) {
        (Some(true), Way::Up) => Variation::ImprovementHigh,
        (Some(true), Way::Down) => Variation::ImprovementLow,
        (Some(false), Way::Up) => Variation::ConcernHigh,
        (Some(false), Way::Down) => Variation::ConcernLow,
        (None, Way::Up) => Variation::NeitherHigh,
        (None, Way::Down) => Variation::NeitherLow,
    }
}

/// The way that is shown of two.
fn settled(signals: &[Signal], better: Better, conflict: Conflict) -> Way {
    let wanted = conflict == Conflict::Improvement;
    let by_side = signals.iter().find(|signal| signal.rule != Rule::Trend).map_or(Way::Up, |signal| signal.way);
    [Way::Up, Way::Down].into_iter().find(|way| better.praises(*way) == Some(wanted)).unwrap_or(by_side)
}

/// The icon for a target: met by the whole width of the limits, missed by it, or between them.
pub(super) fn assurance(limits: &Limits, target: Option<f64>, better: Better) -> Assurance {
    let Some(target) = target.filter(|target| target.is_finite()) else { return Assurance::None };
    let (below, above) = (target <= limits.lower, target >= limits.upper);
    match (better, below, above) {
        (Better::Neither, ..) => Assurance::None,
        (Better::Higher, true, _) | (Better::Lower, _, true) => Assurance::Pass,
        (Better::Higher, _, true) | (Better::Lower, true, _) => Assurance::Fail,
        _ => Assurance::HitOrMiss,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HIGH: Signal = Signal { rule: Rule::Beyond, way: Way::Up };
    const FALLING: Signal = Signal { rule: Rule::Trend, way: Way::Down };

    #[test]
    fn a_signal_is_praised_blamed_or_neither_by_the_direction() {
        let icon = |better| variation(&[HIGH], better, Conflict::Improvement);
        assert_eq!(
            [Better::Higher, Better::Lower, Better::Neither].map(icon),
            [Variation::ImprovementHigh, Variation::ConcernHigh, Variation::NeitherHigh]
        );
        assert_eq!(variation(&[], Better::Higher, Conflict::Improvement), Variation::CommonCause);
        assert_eq!(variation(&[FALLING], Better::Lower, Conflict::Improvement), Variation::ImprovementLow);
    }

    #[test]
    fn of_two_opposite_signals_the_setting_says_which_is_shown() {
        let icon = |better, conflict| variation(&[HIGH, FALLING], better, conflict);
        assert_eq!(icon(Better::Higher, Conflict::Improvement), Variation::ImprovementHigh);
        assert_eq!(icon(Better::Higher, Conflict::Concern), Variation::ConcernLow);
        assert_eq!(icon(Better::Lower, Conflict::Improvement), Variation::ImprovementLow);
        assert_eq!(icon(Better::Neither, Conflict::Concern), Variation::NeitherHigh);
    }

    #[test]
    fn a_target_is_passed_failed_or_left_to_chance_by_where_the_limits_lie() {
        let limits = Limits::around(50.0, 10.0);
        let icon = |target, better| assurance(&limits, Some(target), better);
        assert_eq!([40.0, 45.0, 60.0].map(|target| icon(target, Better::Higher)), [Assurance::Pass, Assurance::HitOrMiss, Assurance::Fail]);
        assert_eq!([40.0, 45.0, 60.0].map(|target| icon(target, Better::Lower)), [Assurance::Fail, Assurance::HitOrMiss, Assurance::Pass]);
        assert_eq!(icon(40.0, Better::Neither), Assurance::None);
        assert_eq!(assurance(&limits, None, Better::Higher), Assurance::None);
    }
}
