//! The trend over the last five years, as Fingertips marks it. Refuses every other series: months and quarters belong on a control
//! chart, rolling years share people, and fewer than five years show nothing.
//!
//! A trend is significant when the chi-squared statistic of the weighted slope is above its 99.8% point and no single year makes
//! it: without any one of the five the slope must keep its sign.
//!
//! Source: OHID, Fingertips technical guidance, recent trends; the same in its published program.

use super::comparison::{Better, Way};
use super::{Interval, Refusal, many, real};

/// How many years are looked at.
pub const YEARS: usize = 5;

/// The 99.8% point of chi-squared with one degree of freedom.
const SIGNIFICANT: f64 = 9.549_535_706_083_24;

/// What each point of a series stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// Years that share no time.
    Years,
    /// Anything else: months, quarters, rolling or combined years.
    Other,
}

/// A proportion of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The year, as a number that rises by one from year to year.
    pub year: i32,
    /// How many had it.
    pub numerator: u64,
    /// Of how many.
    pub denominator: u64,
}

/// A rate, mean or other value of one year with its 95% interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The year, as a number that rises by one from year to year.
    pub year: i32,
    /// The value.
    pub value: f64,
    /// Its 95% interval.
    pub interval: Interval,
}

/// What five years show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// The statistic, on one degree of freedom.
    pub chi_squared: f64,
    /// The change from year to year, in the unit of the value; for proportions on the scale of log odds.
    pub slope: f64,
    /// Which way it goes, when the change is significant.
    pub way: Option<Way>,
}

impl Trend {
    /// The name by which the words for readers are found: `no-change`, `increasing`, `decreasing`, and the last two with
    /// `-better` or `-worse` where there is a direction.
    #[must_use]
    pub const fn code(&self, better: Better) -> &'static str {
        let Some(way) = self.way else { return "no-change" };
        match (way, better.praises(way)) {
            (Way::Up, Some(true)) => "increasing-better",
            (Way::Up, Some(false)) => "increasing-worse",
            (Way::Up, None) => "increasing",
            (Way::Down, Some(true)) => "decreasing-better",
            (Way::Down, Some(false)) => "decreasing-worse",
            (Way::Down, None) => "decreasing",
        }
    }
}

/// The trend of a proportion: the chi-squared test for trend over the last five years, the sign checked on log odds.
///
/// Refuses what are no years, fewer than five, a gap among them, and years in which everybody or nobody was counted.
pub fn of_shares(years: &[Share], spacing: Spacing) -> Result<Trend, Refusal> {
    let last = last_five(years, spacing, |share| share.year)?;
    if last.iter().any(|share| share.numerator > share.denominator) {
        return Err(Refusal::PartExceedsWhole);
    }
    if last.iter().any(|share| share.numerator == 0 || share.numerator == share.denominator) {
        return Err(Refusal::AllOrNobody);
    }
    let odds = |share: &Share| (real(share.numerator) / real(share.denominator - share.numerator)).ln();
    let points: Vec<Point> =
        last.iter().zip(1u32..).map(|(share, at)| Point { at: f64::from(at), value: odds(share), weight: 1.0 }).collect();
    Ok(judged(cochran_armitage(last), &points))
}

/// The chi-squared statistic for a trend in proportions, the years numbered from one.
///
/// Sources: Cochran, W. G. (1954), Biometrics 10:417-451; Armitage, P. (1955), Biometrics 11:375-386.
fn cochran_armitage(years: &[Share]) -> f64 {
    let (mut n, mut x, mut nt, mut xt, mut ntt) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (share, at) in years.iter().zip(1u32..) {
        let (own, of, t) = (real(share.numerator), real(share.denominator), f64::from(at));
        n += of;
        x += own;
        nt += of * t;
        xt += own * t;
        ntt += of * t * t;
    }
    n * (n * xt - x * nt).powi(2) / (x * (n - x) * (n * ntt - nt * nt))
}

/// The trend of any other value: the squared slope of a line weighted by the inverse variances, over the slope's own variance. The
/// standard error of a value is the width of its 95% interval divided by 3.92.
///
/// Refuses what are no years, fewer than five, a gap among them, and values without an interval.
pub fn of_values(years: &[Value], spacing: Spacing) -> Result<Trend, Refusal> {
    let last = last_five(years, spacing, |value| value.year)?;
    if last.iter().any(|value| !value.value.is_finite()) {
        return Err(Refusal::NotANumber);
    }
    if last.iter().any(|value| !(value.interval.width().is_finite() && value.interval.width() > 0.0)) {
        return Err(Refusal::NoInterval);
    }
    let weight = |value: &Value| (3.92 / value.interval.width()).powi(2);
    let point = |(value, at): (&Value, u32)| Point { at: f64::from(at), value: value.value, weight: weight(value) };
    let points: Vec<Point> = last.iter().zip(1u32..).map(point).collect();
    let line = line(points.iter());
    Ok(judged(line.slope * line.slope / line.variance, &points))
}

/// The last five points, which must be years one after another.
fn last_five<T>(years: &[T], spacing: Spacing, year: impl Fn(&T) -> i32) -> Result<&[T], Refusal> {
    if spacing != Spacing::Years {
        return Err(Refusal::NotAnnual);
    }
    let short = Refusal::TooFewPoints { have: many(years.len()), need: many(YEARS) };
    let last = years.len().checked_sub(YEARS).and_then(|from| years.get(from..)).ok_or(short)?;
    let follows = |pair: &[T]| matches!(pair, [one, next] if year(next) == year(one) + 1);
    if last.windows(2).all(follows) { Ok(last) } else { Err(Refusal::YearMissing) }
}

/// One point of a line.
struct Point {
    at: f64,
    value: f64,
    weight: f64,
}

/// A weighted line's slope and the slope's variance.
struct Line {
    slope: f64,
    variance: f64,
}

/// The line of weighted least squares.
fn line<'a>(points: impl Iterator<Item = &'a Point>) -> Line {
    let (mut w, mut wt, mut wy, mut wty, mut wtt) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for Point { at, value, weight } in points {
        w += weight;
        wt += weight * at;
        wy += weight * value;
        wty += weight * at * value;
        wtt += weight * at * at;
    }
    let scale = w * wtt - wt * wt;
    Line { slope: (w * wty - wt * wy) / scale, variance: w / scale }
}

/// What the statistic says, if no single year makes it.
fn judged(chi_squared: f64, points: &[Point]) -> Trend {
    let slope = line(points.iter()).slope;
    let without = |left_out: usize| line(points.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, point)| point)).slope;
    let firm = (0..points.len()).all(|left_out| (without(left_out) < 0.0) == (slope < 0.0));
    let way = if slope < 0.0 { Way::Down } else { Way::Up };
    Trend { chi_squared, slope, way: (firm && chi_squared > SIGNIFICANT).then_some(way) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shares(counts: [(u64, u64); 5]) -> Vec<Share> {
        (2020..).zip(counts).map(|(year, (numerator, denominator))| Share { year, numerator, denominator }).collect()
    }

    fn values(rows: [(f64, f64, f64); 5]) -> Vec<Value> {
        (2020..).zip(rows).map(|(year, (value, lower, upper))| Value { year, value, interval: Interval { lower, upper } }).collect()
    }

    fn way(counts: [(u64, u64); 5]) -> Option<Way> {
        of_shares(&shares(counts), Spacing::Years).unwrap().way
    }

    #[test]
    fn proportions_are_marked_as_fingertips_marks_them() {
        let diabetes =
            [(3_455_176, 48_783_947), (3_491_868, 49_122_259), (3_625_401, 49_956_777), (3_774_801, 50_649_129), (3_938_080, 51_441_896)];
        assert_eq!(way(diabetes), Some(Way::Up));
        let vaccinated = [(57_274, 61_834), (55_865, 60_511), (53_681, 59_074), (51_767, 57_508), (53_185, 59_028)];
        assert_eq!(way(vaccinated), Some(Way::Down));
    }

    #[test]
    fn values_are_marked_as_fingertips_marks_them() {
        let rows = [
            (20.5506, 18.1803, 23.1427),
            (19.5952, 17.3444, 22.0602),
            (19.0349, 16.8421, 21.4394),
            (21.3966, 19.0918, 23.8975),
            (18.4372, 16.2925, 20.7941),
        ];
        assert_eq!(of_values(&values(rows), Spacing::Years).unwrap().way, None);
    }

    #[test]
    fn a_trend_that_one_year_makes_is_none() {
        let trend = of_shares(&shares([(300, 1_000), (299, 1_000), (298, 1_000), (297, 1_000), (600, 1_000)]), Spacing::Years).unwrap();
        assert!(trend.chi_squared > SIGNIFICANT && trend.way.is_none(), "{trend:?}");
    }

    #[test]
    fn only_the_last_five_years_count() {
        let five = shares([(994, 40_299), (1_023, 41_527), (1_199, 42_811), (1_332, 44_064), (1_367, 44_701)]);
        let mut six = vec![Share { year: 2019, numerator: 9_000, denominator: 40_000 }];
        six.extend(five.clone());
        assert_eq!(of_shares(&six, Spacing::Years), of_shares(&five, Spacing::Years));
    }

    #[test]
    fn other_series_are_refused_by_name() {
        let five = shares([(1, 9), (2, 9), (3, 9), (4, 9), (5, 9)]);
        assert_eq!(of_shares(&five, Spacing::Other), Err(Refusal::NotAnnual));
        assert_eq!(of_shares(five.get(1..).unwrap(), Spacing::Years), Err(Refusal::TooFewPoints { have: 4, need: 5 }));
        let mut gap = five.clone();
        gap.first_mut().unwrap().year -= 1;
        assert_eq!(of_shares(&gap, Spacing::Years), Err(Refusal::YearMissing));
        assert_eq!(of_shares(&shares([(5, 5), (3, 5), (1, 5), (1, 4), (2, 4)]), Spacing::Years), Err(Refusal::AllOrNobody));
        assert_eq!(of_values(&values([(1.0, 1.0, 1.0); 5]), Spacing::Years), Err(Refusal::NoInterval));
    }

    #[test]
    fn a_trend_is_better_or_worse_only_where_there_is_a_direction() {
        let trend = Trend { chi_squared: 20.0, slope: 1.0, way: Some(Way::Up) };
        assert_eq!(
            [Better::Higher, Better::Lower, Better::Neither].map(|better| trend.code(better)),
            ["increasing-better", "increasing-worse", "increasing"]
        );
    }

    proptest! {
        #[test]
        fn the_years_backwards_give_the_opposite_trend(counts in prop::array::uniform5((1u64..400, 401u64..900))) {
            let mut back = counts;
            back.reverse();
            let (there, back) = (of_shares(&shares(counts), Spacing::Years).unwrap(), of_shares(&shares(back), Spacing::Years).unwrap());
            prop_assert!((there.chi_squared - back.chi_squared).abs() < 1e-6 * (1.0 + there.chi_squared));
            prop_assert!((there.slope + back.slope).abs() < 1e-9);
        }

        #[test]
        fn the_same_every_year_is_no_trend(numerator in 1u64..400, denominator in 401u64..900) {
            let trend = of_shares(&shares([(numerator, denominator); 5]), Spacing::Years).unwrap();
            prop_assert!(trend.chi_squared.abs() < 1e-9 && trend.way.is_none());
        }
    }
}
