//! Whether one person's change is more than the measure's own error, and whether it crosses into the range of the well. Refuses a
//! reliability or a spread that cannot be.

use super::super::Refusal;
use super::super::comparison::Better;
use super::pairs::Pair;

/// The smallest change that counts as reliable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold(f64);

impl Threshold {
    /// A published number: changes of at least so much are reliable.
    pub fn fixed(change: f64) -> Result<Self, Refusal> {
        if change.is_finite() && change > 0.0 { Ok(Self(change)) } else { Err(Refusal::SettingOutOfRange) }
    }

    /// From the standard deviation at baseline and the reliability of the measure: 1.96 times the standard error of a difference,
    /// which is the root of two times the deviation times the root of one minus the reliability.
    ///
    /// Source: Jacobson and Truax (1991).
    pub fn jacobson_truax(deviation: f64, reliability: f64) -> Result<Self, Refusal> {
        if !(0.0..1.0).contains(&reliability) {
            return Err(Refusal::SettingOutOfRange);
        }
        Self::fixed(1.96 * std::f64::consts::SQRT_2 * deviation * (1.0 - reliability).sqrt())
    }

    /// The smallest reliable change, in the unit of the scores.
    #[must_use]
    pub const fn change(self) -> f64 {
        self.0
    }
}

/// Where the ranges of the unwell and of the well meet, from the mean and the standard deviation of each: cut-off c.
///
/// Source: Jacobson and Truax (1991).
pub fn cut_off(unwell: (f64, f64), well: (f64, f64)) -> Result<f64, Refusal> {
    let (spread, sum) = (unwell.1 + well.1, well.1 * unwell.0 + unwell.1 * well.0);
    if unwell.1 < 0.0 || well.1 < 0.0 || !sum.is_finite() {
        return Err(Refusal::SettingOutOfRange);
    }
    if spread > 0.0 { Ok(sum / spread) } else { Err(Refusal::NoSpread) }
}

/// How one person's change is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliable {
    /// The smallest reliable change.
    pub threshold: Threshold,
    /// Which way is better. With neither, no change is better or worse, and every outcome is `Unchanged`.
    pub better: Better,
    /// The score from which a person is well, where higher is better, or a case, where lower is better.
    pub cut_off: Option<f64>,
}

/// What became of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Reliably better, from the range of the unwell into that of the well: reliable recovery.
    Recovered,
    /// Reliably better, without crossing.
    Improved,
    /// No reliable change.
    Unchanged,
    /// Reliably worse.
    Deteriorated,
}

impl Outcome {
    /// The name by which the word for readers is found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Recovered => "recovered",
            Self::Improved => "improved",
            Self::Unchanged => "unchanged",
            Self::Deteriorated => "deteriorated",
        }
    }

    /// Whether it is a reliable improvement, recovery included.
    #[must_use]
    pub const fn is_improvement(self) -> bool {
        matches!(self, Self::Recovered | Self::Improved)
    }
}

impl Reliable {
    /// Whether a score lies in the range of the unwell. `None` without a cut-off or a direction.
    #[must_use]
    pub fn is_case(&self, score: f64) -> Option<bool> {
        match self.better {
            Better::Higher => self.cut_off.map(|cut_off| score < cut_off),
            Better::Lower => self.cut_off.map(|cut_off| score >= cut_off),
            Better::Neither => None,
        }
    }

    /// What became of somebody with these two scores. A change of exactly the threshold is reliable.
    #[must_use]
    pub fn outcome(&self, pair: &Pair) -> Outcome {
        let gain = match self.better {
            Better::Higher => pair.change(),
            Better::Lower => -pair.change(),
            Better::Neither => return Outcome::Unchanged,
        };
        let crossed = self.is_case(pair.baseline.score) == Some(true) && self.is_case(pair.follow_up.score) == Some(false);
        if gain >= self.threshold.0 {
            if crossed { Outcome::Recovered } else { Outcome::Improved }
        } else if -gain >= self.threshold.0 {
            Outcome::Deteriorated
        } else {
            Outcome::Unchanged
        }
    }
}

/// What several measures of one person come to: deteriorated if any did, improved if at least one did and none deteriorated, else
/// unchanged; recovered only if every measure that improved did recover. `None` without a measure.
///
/// Source: NHS England, outcomes in children and young people's mental health: meaningful improvement.
#[must_use]
pub fn meaningful(outcomes: &[Outcome]) -> Option<Outcome> {
    let any = |wanted: Outcome| outcomes.contains(&wanted);
    (!outcomes.is_empty()).then(|| {
        if any(Outcome::Deteriorated) {
            Outcome::Deteriorated
        } else if any(Outcome::Improved) {
            Outcome::Improved
        } else if any(Outcome::Recovered) {
            Outcome::Recovered
        } else {
            Outcome::Unchanged
        }
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::pairs::Dated;
    use super::*;

    fn pair(baseline: f64, follow_up: f64) -> Pair {
        let on = |month, score| Dated { day: date(2026, month, 1), score };
        Pair { baseline: on(1, baseline), follow_up: on(7, follow_up) }
    }

    fn rule(threshold: f64, better: Better, cut_off: Option<f64>) -> Reliable {
        Reliable { threshold: Threshold::fixed(threshold).unwrap(), better, cut_off }
    }

    #[test]
    fn the_threshold_agrees_with_the_published_examples() {
        assert!((Threshold::jacobson_truax(6.0, 0.85).unwrap().change() - 6.44).abs() < 5e-3);
        // A spread of 7.5 and a reliability of 0.80 make a standard error of 4.74: a change of 15 is 3.16 of them.
        let threshold = Threshold::jacobson_truax(7.5, 0.80).unwrap().change();
        assert!((15.0 / (threshold / 1.96) - 3.16).abs() < 5e-3);
    }

    #[test]
    fn the_cut_off_is_weighted_to_the_narrower_of_the_two_ranges() {
        assert!((cut_off((40.0, 7.5), (60.0, 7.5)).unwrap() - 50.0).abs() < 1e-12);
        assert!((cut_off((40.0, 5.0), (60.0, 15.0)).unwrap() - 45.0).abs() < 1e-12);
        assert_eq!(cut_off((40.0, 0.0), (60.0, 0.0)), Err(Refusal::NoSpread));
    }

    #[test]
    fn a_change_of_exactly_the_threshold_is_reliable() {
        // ReQoL-10: five points, and well from 25.
        let reqol = rule(5.0, Better::Higher, Some(25.0));
        let cases = [
            (20.0, 25.0, Outcome::Recovered),
            (21.0, 25.0, Outcome::Unchanged),
            (25.0, 30.0, Outcome::Improved),
            (10.0, 20.0, Outcome::Improved),
            (30.0, 25.0, Outcome::Deteriorated),
            (30.0, 26.0, Outcome::Unchanged),
        ];
        for (baseline, follow_up, outcome) in cases {
            assert_eq!(reqol.outcome(&pair(baseline, follow_up)), outcome, "{baseline} {follow_up}");
        }
    }

    #[test]
    fn where_lower_is_better_a_case_is_at_or_above_the_cut_off() {
        // PHQ-9: six points, and a case from 10.
        let phq = rule(6.0, Better::Lower, Some(10.0));
        assert_eq!(phq.outcome(&pair(15.0, 9.0)), Outcome::Recovered);
        assert_eq!(phq.outcome(&pair(16.0, 10.0)), Outcome::Improved);
        assert_eq!(phq.outcome(&pair(9.0, 3.0)), Outcome::Improved);
        assert_eq!(phq.outcome(&pair(4.0, 10.0)), Outcome::Deteriorated);
        assert_eq!((phq.is_case(10.0), phq.is_case(9.0)), (Some(true), Some(false)));
    }

    #[test]
    fn without_a_direction_nothing_is_better_or_worse() {
        assert_eq!(rule(1.0, Better::Neither, Some(3.0)).outcome(&pair(1.0, 7.0)), Outcome::Unchanged);
        assert_eq!(rule(1.0, Better::Neither, Some(3.0)).is_case(1.0), None);
    }

    #[test]
    fn of_several_measures_one_that_deteriorated_decides() {
        use Outcome::{Deteriorated, Improved, Recovered, Unchanged};
        assert_eq!(meaningful(&[Improved, Deteriorated]), Some(Deteriorated));
        assert_eq!(meaningful(&[Unchanged, Improved]), Some(Improved));
        assert_eq!(meaningful(&[Recovered, Unchanged]), Some(Recovered));
        assert_eq!(meaningful(&[Recovered, Improved]), Some(Improved));
        assert_eq!(meaningful(&[Unchanged]), Some(Unchanged));
        assert_eq!(meaningful(&[]), None);
    }

    #[test]
    fn thresholds_that_cannot_be_are_refused() {
        for threshold in [Threshold::fixed(0.0), Threshold::fixed(f64::NAN), Threshold::jacobson_truax(6.0, 1.0)] {
            assert_eq!(threshold, Err(Refusal::SettingOutOfRange));
        }
    }

    proptest! {
        #[test]
        fn turning_the_scale_round_changes_no_outcome(a in 0i32..40, b in 0i32..40, threshold in 1i32..12) {
            let (a, b, threshold) = (f64::from(a), f64::from(b), f64::from(threshold));
            let (up, down) = (rule(threshold, Better::Higher, None), rule(threshold, Better::Lower, None));
            prop_assert_eq!(up.outcome(&pair(a, b)), down.outcome(&pair(-a, -b)));
        }

        #[test]
        fn there_and_back_is_better_once_and_worse_once_or_neither(a in 0i32..40, b in 0i32..40) {
            let rule = rule(5.0, Better::Higher, Some(25.0));
            let (there, back) = (rule.outcome(&pair(f64::from(a), f64::from(b))), rule.outcome(&pair(f64::from(b), f64::from(a))));
            prop_assert_eq!(there.is_improvement(), back == Outcome::Deteriorated);
        }
    }
}
