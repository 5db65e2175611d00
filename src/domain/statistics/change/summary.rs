//! What the changes of many come to. Refuses an effect size without a spread to measure it by.

use super::super::{Confidence, Estimate, Refusal, many, mean, real};
use super::pairs::Pair;
use super::reliable::{Outcome, Reliable};

/// How many had each outcome. Those who did not change and those who got worse are always there to be published too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Reliably recovered.
    pub recovered: u64,
    /// Reliably improved without recovering.
    pub improved: u64,
    /// No reliable change.
    pub unchanged: u64,
    /// Reliably worse.
    pub deteriorated: u64,
    /// In the range of the unwell at baseline: the denominator of recovery.
    pub cases: u64,
}

impl Changes {
    /// The outcomes of these pairs.
    #[must_use]
    pub fn of(pairs: &[Pair], rule: &Reliable) -> Self {
        let mut changes = Self::default();
        for pair in pairs {
            match rule.outcome(pair) {
                Outcome::Recovered => changes.recovered += 1,
                Outcome::Improved => changes.improved += 1,
                Outcome::Unchanged => changes.unchanged += 1,
                Outcome::Deteriorated => changes.deteriorated += 1,
            }
            changes.cases += u64::from(rule.is_case(pair.baseline.score) == Some(true));
        }
        changes
    }

    /// All pairs: the denominator of improvement and deterioration.
    #[must_use]
    pub const fn paired(&self) -> u64 {
        self.recovered + self.improved + self.unchanged + self.deteriorated
    }

    /// All who reliably improved, those who recovered included.
    #[must_use]
    pub const fn all_improved(&self) -> u64 {
        self.recovered + self.improved
    }
}

/// The mean change of many people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairedMean {
    /// The mean of later minus first, with Student's t interval.
    pub change: Estimate,
    /// The mean change in standard deviations of the baseline; `None` when all baselines are the same.
    pub effect_size: Option<f64>,
}

/// The mean change with its interval, and the effect size: the mean change over the standard deviation of the baseline scores.
///
/// Refuses fewer than two pairs. Sources: Student (1908), Biometrika 6:1-25; for the effect size Kazis, L. E. and others (1989),
/// Medical Care 27:S178-S189, as NHS England uses it for outcome measures in community mental health.
pub fn paired_mean(pairs: &[Pair], confidence: Confidence) -> Result<PairedMean, Refusal> {
    let count = many(pairs.len());
    let changes = || pairs.iter().map(Pair::change);
    let change = mean::estimate(count, changes().sum(), changes().map(|change| change * change).sum(), confidence)?;
    let baselines = || pairs.iter().map(|pair| pair.baseline.score);
    let centre = baselines().sum::<f64>() / real(count);
    let variance = baselines().map(|score| (score - centre).powi(2)).sum::<f64>() / real(count - 1);
    Ok(PairedMean { change, effect_size: (variance > 0.0).then(|| change.value / variance.sqrt()) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::super::comparison::Better;
    use super::super::pairs::Dated;
    use super::super::reliable::Threshold;
    use super::*;

    fn pairs(scores: &[(f64, f64)]) -> Vec<Pair> {
        let on = |month, score| Dated { day: date(2026, month, 1), score };
        scores.iter().map(|(first, later)| Pair { baseline: on(1, *first), follow_up: on(7, *later) }).collect()
    }

    #[test]
    fn every_pair_is_counted_once_and_cases_are_counted_at_baseline() {
        let rule = Reliable { threshold: Threshold::fixed(5.0).unwrap(), better: Better::Higher, cut_off: Some(25.0) };
        let changes = Changes::of(&pairs(&[(20.0, 26.0), (10.0, 20.0), (30.0, 31.0), (24.0, 10.0)]), &rule);
        assert_eq!(changes, Changes { recovered: 1, improved: 1, unchanged: 1, deteriorated: 1, cases: 3 });
        assert_eq!((changes.paired(), changes.all_improved()), (4, 2));
    }

    #[test]
    fn the_sleep_data_of_student_give_his_mean_difference() {
        // Ten people's hours of sleep gained with each of two drugs, Student (1908): mean difference 1.58, t 4.06, 0.70 to 2.46.
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let scores: Vec<(f64, f64)> = first.into_iter().zip(second).collect();
        let mean = paired_mean(&pairs(&scores), Confidence::P95).unwrap();
        assert!((mean.change.value - 1.58).abs() < 1e-9);
        assert!((mean.change.interval.lower - 0.700_114_2).abs() < 1e-6 && (mean.change.interval.upper - 2.459_885_8).abs() < 1e-6);
        assert!((mean.effect_size.unwrap() - 1.58 / 1.789_010).abs() < 1e-5);
    }

    #[test]
    fn one_pair_has_no_interval_and_equal_baselines_no_effect_size() {
        assert_eq!(paired_mean(&pairs(&[(1.0, 2.0)]), Confidence::P95), Err(Refusal::TooFewValues { have: 1, need: 2 }));
        assert_eq!(paired_mean(&pairs(&[(1.0, 2.0), (1.0, 4.0)]), Confidence::P95).unwrap().effect_size, None);
    }
}
