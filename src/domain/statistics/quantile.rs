//! Quantiles of the distributions the intervals rest on. Callers pass positive degrees of freedom; a distribution that cannot be
//! built gives "not a number", and this room refuses to put a plausible number in its place.

use statrs::distribution::{ChiSquared, ContinuousCDF, StudentsT};

use super::Confidence;

/// Above this many degrees of freedom the series below is more accurate than solving for the quantile.
const SERIES_ABOVE: f64 = 200.0;

/// The value a chi-squared variable stays below with probability `p`, which is strictly between 0 and 1.
pub(super) fn chi_squared(p: f64, freedom: f64) -> f64 {
    ChiSquared::new(freedom).map_or(f64::NAN, |distribution| distribution.inverse_cdf(p))
}

/// The probability that a chi-squared variable is below a value.
pub(super) fn chi_squared_below(value: f64, freedom: f64) -> f64 {
    ChiSquared::new(freedom).map_or(f64::NAN, |distribution| distribution.cdf(value))
}

/// The probability that a chi-squared variable is above a value.
pub(super) fn chi_squared_above(value: f64, freedom: f64) -> f64 {
    ChiSquared::new(freedom).map_or(f64::NAN, |distribution| distribution.sf(value))
}

/// How many standard errors an interval for a mean reaches to either side.
pub(super) fn student_t(confidence: Confidence, freedom: f64) -> f64 {
    if freedom > SERIES_ABOVE {
        return student_t_series(confidence.z(), freedom);
    }
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::NAN, |distribution| distribution.inverse_cdf(1.0 - confidence.tail()))
}

/// Student's t from the normal deviate, by the first three corrections.
///
/// Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
fn student_t_series(z: f64, freedom: f64) -> f64 {
    let z2 = z * z;
    let first = z * (z2 + 1.0) / 4.0;
    let second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    let third = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    z + (first + (second + third / freedom) / freedom) / freedom
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence::{P95, P998};

    #[test]
    fn students_t_agrees_with_the_printed_tables() {
        for (freedom, confidence, printed) in [
            (1.0, P95, 12.706_205),
            (4.0, P95, 2.776_445),
            (9.0, P95, 2.262_157),
            (9.0, P998, 4.296_806),
            (59.0, P95, 2.000_995),
            (1000.0, P95, 1.962_339),
        ] {
            let t = student_t(confidence, freedom);
            assert!((t - printed).abs() < 1e-6, "t({confidence:?}, {freedom}) = {t}");
        }
    }

    #[test]
    fn students_t_does_not_jump_where_the_method_changes() {
        for confidence in [P95, P998] {
            let (solved, series) = (student_t(confidence, SERIES_ABOVE), student_t_series(confidence.z(), SERIES_ABOVE));
            assert!((solved - series).abs() < 1e-7, "{solved} {series}");
        }
    }

    #[test]
    fn students_t_on_very_many_degrees_is_the_normal_deviate() {
        assert!((student_t(P95, 1e8) - P95.z()).abs() < 1e-7);
    }

    #[test]
    fn the_chances_of_chi_squared_agree_with_the_printed_tables() {
        assert!((chi_squared_above(3.841_459, 1.0) - 0.05).abs() < 1e-7);
        assert!((chi_squared_above(9.549_536, 1.0) - 0.002).abs() < 1e-7);
        assert!((chi_squared_below(18.307_038, 10.0) - 0.95).abs() < 1e-7);
    }

    #[test]
    fn chi_squared_agrees_with_the_printed_tables() {
        for (freedom, p, printed) in [(2.0, 0.975, 7.377_759), (10.0, 0.025, 3.246_973), (20.0, 0.999, 45.314_747)] {
            assert!((chi_squared(p, freedom) - printed).abs() < 1e-6, "{}", chi_squared(p, freedom));
        }
    }
}
