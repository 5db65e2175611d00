//! How much more than chance organisations spread, and limits that allow for it. Refuses to take spread from the few at the ends:
//! the tenth at each end is drawn in.

use super::super::{Confidence, Interval, many, real};
use super::{Kind, Unit};

/// The share at each end that is drawn in to the value at its border.
const WINSORISED: f64 = 0.1;

/// How organisations spread about their average, on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// How many times larger the variance is than chance makes it: phi. About one where chance is all.
    pub ratio: f64,
    /// The variance between organisations beyond chance: tau squared. Nought where chance is all.
    pub between: f64,
}

impl Dispersion {
    /// The spread of these organisations about their average: the mean of the winsorised squared z-scores, and the variance between
    /// them by the method of moments.
    ///
    /// Proportions are on the scale of the arc sine of the square root, ratios on that of the square root, which unlike the logarithm
    /// holds an organisation without any event. Sources: Spiegelhalter (2005), Quality and Safety in Health Care 14:347-351;
    /// `DerSimonian`, R. and Laird, N. (1986), Controlled Clinical Trials 7:177-188.
    pub(super) fn of(units: &[Unit], kind: Kind, average: f64) -> Self {
        let centre = transformed(kind, average);
        let errors: Vec<f64> = units.iter().map(|unit| error(unit.base)).collect();
        let score = |(unit, error): (&Unit, &f64)| (transformed(kind, unit.value()) - centre) / error;
        let scores = winsorised(units.iter().zip(&errors).map(score).collect());
        let count = real(many(units.len()));
        let ratio = scores.iter().map(|score| score * score).sum::<f64>() / count;
        let weights: Vec<f64> = errors.iter().map(|error| 1.0 / (error * error)).collect();
        let (all, squares) = (weights.iter().sum::<f64>(), weights.iter().map(|weight| weight * weight).sum::<f64>());
        let excess = count * ratio - (count - 1.0);
        Self { ratio, between: if excess > 0.0 { excess / (all - squares / all) } else { 0.0 } }
    }

    /// The limits at this base, with the variance between organisations added to that of chance.
    pub(super) fn limits(&self, kind: Kind, average: f64, base: f64, confidence: Confidence) -> Interval {
        let (centre, own) = (transformed(kind, average), error(base));
        let reach = confidence.z() * (own * own + self.between).sqrt();
        Interval { lower: back(kind, centre - reach), upper: back(kind, centre + reach) }
    }
}

/// A value on the scale on which its variance does not depend on it.
fn transformed(kind: Kind, value: f64) -> f64 {
    match kind {
        Kind::Proportion => value.sqrt().asin(),
        Kind::Ratio => value.sqrt(),
    }
}

/// The standard error on that scale: one over twice the root of the base.
///
/// For a ratio the events vary as the average times the base, so that the root of events over base has the same error as the arc
/// sine of the root of a proportion has.
fn error(base: f64) -> f64 {
    1.0 / (2.0 * base.sqrt())
}

/// A value back from the scale, within what it can be.
fn back(kind: Kind, value: f64) -> f64 {
    match kind {
        Kind::Proportion => value.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2),
        Kind::Ratio => value.max(0.0).powi(2),
    }
}

/// The scores with those beyond the tenth and the ninetieth percentile drawn in to them.
fn winsorised(scores: Vec<f64>) -> Vec<f64> {
    let mut sorted = scores.clone();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (percentile(&sorted, WINSORISED), percentile(&sorted, 1.0 - WINSORISED));
    scores.into_iter().map(|score| score.max(low).min(high)).collect()
}

/// The value below which this share of sorted values lies, between two by their distance.
///
/// Source: Hyndman, R. J. and Fan, Y. (1996), The American Statistician 50:361-365, definition 7.
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let at = share * real(many(sorted.len().saturating_sub(1)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list: not negative, and far below 2^53")]
    let before = at.floor() as usize;
    let value = |place: usize| sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default();
    value(before) + (at - at.floor()) * (value(before + 1) - value(before))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNITS: [(u64, f64); 11] = [
        (30, 100.0),
        (45, 120.0),
        (80, 150.0),
        (20, 90.0),
        (55, 110.0),
        (66, 140.0),
        (12, 60.0),
        (90, 160.0),
        (40, 100.0),
        (35, 130.0),
        (70, 95.0),
    ];

    fn units() -> Vec<Unit> {
        UNITS.iter().map(|(observed, base)| Unit { observed: *observed, base: *base }).collect()
    }

    #[test]
    fn ratio_variance_and_limits_agree_with_a_working_by_other_means() {
        // Worked step by step outside this program.
        let average = 543.0 / 1255.0;
        for (kind, ratio, between, lower, upper) in [
            (Kind::Proportion, 7.896_966_356, 0.016_945_549, 0.184_944_924, 0.700_015_957),
            (Kind::Ratio, 4.816_673_281, 0.009_475_860, 0.196_504_971, 0.760_843_219),
        ] {
            let found = Dispersion::of(&units(), kind, average);
            assert!((found.ratio - ratio).abs() < 1e-8 && (found.between - between).abs() < 1e-8, "{found:?}");
            let limits = found.limits(kind, average, 100.0, Confidence::P95);
            assert!((limits.lower - lower).abs() < 1e-8 && (limits.upper - upper).abs() < 1e-8, "{limits:?}");
        }
    }

    #[test]
    fn percentiles_lie_between_values_by_their_distance() {
        assert!((percentile(&[1.0, 2.0, 3.0, 4.0, 10.0], 0.9) - 7.6).abs() < 1e-12);
        assert!((percentile(&[1.0, 2.0, 3.0, 4.0, 10.0], 0.1) - 1.4).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn the_few_at_the_ends_are_drawn_in_and_the_order_stays(scores in prop::collection::vec(-50.0..50.0f64, 10..40)) {
            let drawn = winsorised(scores.clone());
            for (before, after) in scores.iter().zip(&drawn) {
                prop_assert!(after.abs() <= scores.iter().fold(0.0f64, |most, score| most.max(score.abs())) + 1e-12);
                prop_assert!(scores.iter().zip(&drawn).all(|(other, other_after)| other < before || other_after >= after));
            }
        }
    }
}
