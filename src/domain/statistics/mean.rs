//! Means of measured values, from their count, sum and sum of squares, so that sums of many cells serve as well as a list.
//!
//! Refuses to guess a spread from one value.

use super::{Confidence, Estimate, Interval, Refusal, quantile, real};

/// The mean of `n` values that add up to `sum`. None when there are no values.
#[must_use]
pub fn of(n: u64, sum: f64) -> Option<f64> {
    (n > 0).then(|| sum / real(n))
}

/// Student's t interval for a mean, with n - 1 degrees of freedom, from the count, the sum and the sum of squares of the values.
///
/// None below two values. Values that are all the same have an interval of no width.
///
/// Source: Student (1908), Biometrika 6:1-25, as used for means in OHID's `PHEindicatormethods`.
#[must_use]
pub fn interval(n: u64, sum: f64, sum_of_squares: f64, confidence: Confidence) -> Option<Interval> {
    if n < 2 {
        return None;
    }
    let (count, freedom) = (real(n), real(n - 1));
    let mean = sum / count;
    // The subtraction can leave a trace below nought when every value is the same.
    let variance = ((sum_of_squares - sum * mean) / freedom).max(0.0);
    let margin = quantile::student_t(confidence, freedom) * (variance / count).sqrt();
    Some(Interval { lower: mean - margin, upper: mean + margin })
}

/// A mean with Student's t interval, from the count, the sum and the sum of squares of the values.
///
/// Refuses fewer than two values, and sums that are no numbers.
pub fn estimate(n: u64, sum: f64, sum_of_squares: f64, confidence: Confidence) -> Result<Estimate, Refusal> {
    if !(sum.is_finite() && sum_of_squares.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    let interval = interval(n, sum, sum_of_squares, confidence).ok_or(Refusal::TooFewValues { have: n, need: 2 })?;
    Ok(Estimate { value: sum / real(n), interval })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_values(values: &[f64], confidence: Confidence) -> Option<Interval> {
        let (sum, squares) = (values.iter().sum(), values.iter().map(|v| v * v).sum());
        interval(values.len() as u64, sum, squares, confidence)
    }

    #[test]
    fn the_mean_of_one_to_five_is_three_give_or_take_t_on_four_degrees() {
        // By hand: variance 2.5, standard error sqrt(0.5), t(0.975, 4) = 2.776445.
        let interval = of_values(&[1.0, 2.0, 3.0, 4.0, 5.0], Confidence::P95).unwrap();
        assert!((interval.lower - (3.0 - 1.963_243)).abs() < 1e-6, "{interval:?}");
        assert!((interval.upper - (3.0 + 1.963_243)).abs() < 1e-6, "{interval:?}");
    }

    #[test]
    fn one_value_has_a_mean_but_no_interval() {
        assert_eq!(of(1, 7.0), Some(7.0));
        assert_eq!(of_values(&[7.0], Confidence::P95), None);
    }

    #[test]
    fn an_estimate_says_why_there_is_none() {
        assert_eq!(estimate(1, 7.0, 49.0, Confidence::P95), Err(Refusal::TooFewValues { have: 1, need: 2 }));
        assert_eq!(estimate(2, f64::NAN, 1.0, Confidence::P95), Err(Refusal::NotANumber));
        assert!((estimate(2, 6.0, 20.0, Confidence::P95).unwrap().value - 3.0).abs() < 1e-12);
    }

    #[test]
    fn no_values_have_no_mean() {
        assert_eq!(of(0, 0.0), None);
        assert_eq!(of_values(&[], Confidence::P95), None);
    }

    #[test]
    fn values_that_are_all_the_same_have_an_interval_of_no_width() {
        assert!(of_values(&[0.1; 30], Confidence::P998).unwrap().width() < 1e-7);
    }

    proptest! {
        #[test]
        fn the_interval_contains_the_mean(values in prop::collection::vec(-1000.0..1000.0f64, 2..60)) {
            let mean = of(values.len() as u64, values.iter().sum()).unwrap();
            prop_assert!(of_values(&values, Confidence::P95).unwrap().contains(mean));
        }

        #[test]
        fn turning_the_scale_round_turns_the_interval_round(values in prop::collection::vec(-100.0..100.0f64, 2..40)) {
            let turned: Vec<f64> = values.iter().map(|v| -v).collect();
            let (a, b) = (of_values(&values, Confidence::P95).unwrap(), of_values(&turned, Confidence::P95).unwrap());
            prop_assert!((a.lower + b.upper).abs() < 1e-9 && (a.upper + b.lower).abs() < 1e-9);
        }

        #[test]
        fn hearing_the_same_answers_twice_over_narrows_the_interval(values in prop::collection::vec(0u32..100, 3..40)) {
            prop_assume!(values.iter().any(|v| Some(v) != values.first()));
            let once: Vec<f64> = values.iter().copied().map(f64::from).collect();
            let twice: Vec<f64> = once.iter().chain(&once).copied().collect();
            prop_assert!(of_values(&twice, Confidence::P95).unwrap().width() < of_values(&once, Confidence::P95).unwrap().width());
        }
    }
}
