//! What an organisation may settle about its charts. Refuses lengths of run that the method does not know.

use super::super::Refusal;

/// Which icon a point gets whose rules say two things: on the bad side, say, but at the end of a trend to the good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Conflict {
    /// Improvement goes before concern.
    #[default]
    Improvement,
    /// Concern goes before improvement.
    Concern,
}

/// How many points in a row are a shift, or a trend: 6, 7 or 8. The method knows no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunLength(usize);

impl RunLength {
    /// Takes 6, 7 or 8 points, and refuses the rest.
    pub fn parse(points: usize) -> Result<Self, Refusal> {
        if (6..=8).contains(&points) { Ok(Self(points)) } else { Err(Refusal::SettingOutOfRange) }
    }

    /// So many points.
    #[must_use]
    pub const fn points(self) -> usize {
        self.0
    }
}

impl Default for RunLength {
    fn default() -> Self {
        Self(7)
    }
}

/// How the rules are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How many points in a row are a shift, or a trend.
    pub run: RunLength,
    /// Whether two of three points near a limit are a signal.
    pub two_of_three: bool,
    /// Whether moving ranges above 3.267 times their mean are left out of it, once. The tool has this off.
    pub screened: bool,
    /// Which of two opposite signals is shown.
    pub conflict: Conflict,
}

impl Default for Settings {
    /// Seven points in a row, two of three, no screening, improvement first.
    fn default() -> Self {
        Self { run: RunLength::default(), two_of_three: true, screened: false, conflict: Conflict::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_six_to_eight_points_and_seven_unless_said_otherwise() {
        assert_eq!(Settings::default().run.points(), 7);
        assert_eq!([5, 6, 8, 9].map(|points| RunLength::parse(points).is_ok()), [false, true, true, false]);
    }
}
