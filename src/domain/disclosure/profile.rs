//! The rule a table is released by. Refuses to look at any number but the ones it is handed, so the same table is always
//! released in the same way.

use super::release::{Figure, Reason};
use super::rules::{ALL, Guards, Rules, Visibility};
use super::table::{Releasable, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};
use crate::domain::statistics::real;

/// A published disclosure rule: which counts are hidden and how the others are rounded. All of them are in `profiles.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    rules: &'static Rules,
    // What every count is asked, at hand.
    threshold: u64,
    base: u64,
}

impl Profile {
    /// The rule of the Mental Health Services Data Set's monthly publication for areas below national level: counts under 5 are
    /// hidden, nought among them, and all others rounded to the nearest 5.
    #[must_use]
    pub fn mhsds() -> Self {
        Self::all().find(|one| one.key() == "mhsds").unwrap_or_else(|| unreachable!("a test reads the rules"))
    }

    /// The rule with this key.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        Self::all().find(|one| one.key() == key)
    }

    /// Every rule there is.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|rules| Self { rules, threshold: rules.threshold, base: rules.base })
    }

    /// The name of the rule in settings and certificates.
    #[must_use]
    pub fn key(&self) -> &'static str {
        &self.rules.key
    }

    /// The rule as it is written down: what it is called, where it comes from, and every choice it makes.
    #[must_use]
    pub const fn rules(&self) -> &'static Rules {
        self.rules
    }

    /// The count from which one may be shown.
    #[must_use]
    pub const fn threshold(&self) -> u64 {
        self.threshold
    }

    /// What shown counts are a multiple of.
    #[must_use]
    pub const fn base(&self) -> u64 {
        self.base
    }

    /// A count that is no part of a figure, such as how many were asked. None when it is too small to show.
    #[must_use]
    pub fn release_count(&self, count: i64) -> Option<u64> {
        self.enough(count, self.threshold()).map(|count| self.rounded(count))
    }

    /// Several counts at once, each on its own, such as how many were asked and how many answered.
    #[must_use]
    pub fn release_counts<const N: usize>(&self, counts: [i64; N]) -> [Option<u64>; N] {
        counts.map(|count| self.release_count(count))
    }

    /// Whether a sum of money made up of these amounts would tell what one of those behind it paid: too few of them, or so few
    /// with so much of it that the others hardly blur them (the (n, k) rule). Signs do not matter.
    #[must_use]
    pub fn is_dominated(&self, amounts: &[i64]) -> bool {
        let rule = self.rules.dominance;
        let mut sizes: Vec<u128> = amounts.iter().map(|amount| u128::from(amount.unsigned_abs())).filter(|size| *size > 0).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let largest: u128 = sizes.iter().take(rule.largest).sum();
        sizes.len() < rule.least || largest * 100 > sizes.iter().sum::<u128>() * u128::from(rule.per_cent)
    }

    /// Releases rows that are no parts of each other, such as the months of one organisation.
    #[must_use]
    pub fn release_series<K>(&self, rows: Unreleased<K>, measure: Measure) -> Releasable<K> {
        let released = rows.rows.into_iter().map(|(key, tally)| (key, self.figure(&tally, measure).into())).collect();
        Releasable::new(measure, released)
    }

    /// Releases the parts of a total that is the sum of them: a breakdown in which everybody has a place.
    #[must_use]
    pub fn release_parts<K: Clone>(&self, parts: Unreleased<K>, measure: Measure) -> Releasable<K> {
        let total = parts.rows.iter().map(|(_, tally)| *tally).sum();
        self.release_split(total, parts, measure)
    }

    /// Releases each count of each row by itself: for asking and answering, where the rows are no figures.
    #[must_use]
    pub fn release_counted<K>(&self, rows: Unreleased<K>) -> Vec<(K, Counted)> {
        let counted = |tally: Tally| {
            let [numerator, denominator, recorded] = self.release_counts([tally.numerator, tally.denominator, tally.recorded]);
            Counted { numerator, denominator, recorded }
        };
        rows.rows.into_iter().map(|(key, tally)| (key, counted(tally))).collect()
    }

    /// The figure of one tally on its own, or why it has none.
    pub(super) fn figure(&self, tally: &Tally, measure: Measure) -> Result<Figure, Reason> {
        match measure {
            Measure::Proportion => self.proportion(tally),
            Measure::Mean => self.mean(tally),
            Measure::Rate(_) | Measure::Ratio | Measure::Standardised(_) => self.events(tally, measure),
        }
    }

    /// Those who do not meet the outcome are guarded like those who do: "all but two" gives two people away.
    fn proportion(&self, tally: &Tally) -> Result<Figure, Reason> {
        let denominator = self.release_count(tally.denominator).filter(|rounded| *rounded > 0).ok_or(Reason::Small)?;
        let [numerator, rest] = [tally.numerator, tally.denominator - tally.numerator].map(|count| self.release_member(count));
        let (Some(numerator), Some(_)) = (numerator, rest) else {
            return Err(Reason::Small);
        };
        Ok(self.figure_of(numerator, denominator, self.release_count(tally.recorded)))
    }

    /// A proportion of counts that are rounded already.
    pub(super) fn figure_of(&self, numerator: u64, denominator: u64, recorded: Option<u64>) -> Figure {
        Figure::proportion(numerator, denominator, recorded, self.rules.one_place_from)
    }

    /// Some of those a figure is about, rounded. None where they are too few to show and the rule guards them.
    pub(super) fn release_member(&self, count: i64) -> Option<u64> {
        match self.rules.guards {
            Guards::All => self.release_count(count),
            Guards::Base => u64::try_from(count).ok().map(|count| self.rounded(count)),
        }
    }

    fn mean(&self, tally: &Tally) -> Result<Figure, Reason> {
        let n = self.enough(tally.denominator, self.mean_least()).ok_or(Reason::Small)?;
        if self.rules.alike == Visibility::Hidden && values_are_alike(tally) {
            return Err(Reason::Alike);
        }
        let (sum, squares) = (units(tally.value_sum, 1e3), units(tally.value_squares, 1e6));
        Figure::mean(n, sum, squares, self.rounded(n), self.release_count(tally.recorded)).ok_or(Reason::Small)
    }
}

/// Counts of one row, each rounded, or hidden where it is too small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub numerator: Option<u64>,
    pub denominator: Option<u64>,
    pub recorded: Option<u64>,
}

/// Whether the values have no spread: n times the sum of squares is then exactly the square of the sum.
fn values_are_alike(tally: &Tally) -> bool {
    let sum = i128::from(tally.value_sum);
    i128::from(tally.denominator) * i128::from(tally.value_squares) <= sum * sum
}

/// A sum kept in a small unit, in the unit of the scale.
fn units(scaled: i64, per_unit: f64) -> f64 {
    let size = real(scaled.unsigned_abs()) / per_unit;
    if scaled < 0 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::super::Released;
    use super::super::sample::{MHSDS, cell, cell_of, one, small};
    use super::*;

    #[test]
    fn a_count_under_five_is_hidden_nought_included_and_others_go_to_the_nearest_five() {
        let counts = MHSDS.release_counts([0, 4, 5, 7, 8, 12, 13, 4998]);
        assert_eq!(counts, [None, None, Some(5), Some(5), Some(10), Some(10), Some(15), Some(5000)]);
    }

    #[test]
    fn a_negative_count_is_hidden() {
        assert_eq!(MHSDS.release_count(-10), None);
    }

    #[test]
    fn a_small_numerator_a_small_complement_and_a_small_denominator_each_hide_the_row() {
        assert_eq!(one(cell(4, 100), Measure::Proportion), small());
        assert_eq!(one(cell(96, 100), Measure::Proportion), small());
        assert_eq!(one(cell(2, 4), Measure::Proportion), small());
        assert_eq!(one(cell(5, 10), Measure::Proportion).value(), Some(50.0));
    }

    #[test]
    fn a_percentage_comes_from_the_rounded_counts() {
        // 13 of 42 would be 31%; 15 of 40 is 38%.
        let released = one(cell(13, 42), Measure::Proportion);
        assert_eq!(released, Released::Shown(MHSDS.figure_of(15, 40, Some(40))));
        assert_eq!(released.value(), Some(38.0));
    }

    #[test]
    fn a_mean_of_fewer_than_eight_values_is_hidden() {
        assert_eq!(one(cell_of(&[1000, 2000, 3000, 4000, 5000, 6000, 7000]), Measure::Mean), small());
    }

    #[test]
    fn a_mean_is_exact_to_one_place_over_a_rounded_number_of_values() {
        let released = one(cell_of(&[1000, 2000, 3000, 4000, 5000, 7000, 4000, 4000]), Measure::Mean);
        let figure = released.figure().unwrap();
        assert_eq!((figure.value().to_string().as_str(), figure.denominator()), ("3.8", 10));
    }

    #[test]
    fn a_mean_of_values_that_are_all_alike_is_hidden() {
        assert_eq!(one(cell_of(&[12_000; 40]), Measure::Mean), Released::Withheld(Reason::Alike));
    }

    #[test]
    fn a_fall_on_a_scale_is_a_negative_mean() {
        assert_eq!(one(cell_of(&[-1000, -2000, -3000, 1000, -500, -1000, -1000, -1500]), Measure::Mean).value(), Some(-1.1));
    }
}
