//! How far two people who sort the same things into categories agree beyond what chance alone would bring: Cohen's kappa.
//!
//! Kappa is from Cohen (1960), its standard error from Fleiss, Cohen and Everitt (1969): the one for an interval, which does
//! not suppose that they agree by chance. It is for large numbers; with few things, or few of one kind, it is rough.

use super::{Confidence, Interval, real};

/// How far two people agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many things both sorted.
    pub n: u64,
    /// How many of them both sorted alike.
    pub alike: u64,
    /// Nothing where it is not defined: where both put everything into the same one category, chance brings full agreement,
    /// and there is nothing beyond it.
    pub kappa: Option<Kappa>,
}

/// Cohen's kappa: 1 for full agreement, 0 for what chance brings, below that for less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    pub value: f64,
    /// The large-sample standard error. Nothing where they agree in everything or in nothing at all: the formula says 0 there,
    /// as if there were no doubt.
    pub standard_error: Option<f64>,
}

/// What an agreement is called. The bounds are those of Landis and Koch (1977), who drew them, as they say, at their own
/// discretion: they hold for no purpose in particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strength {
    /// Below nought.
    Poor,
    /// 0.00 to 0.20.
    Slight,
    /// 0.21 to 0.40.
    Fair,
    /// 0.41 to 0.60.
    Moderate,
    /// 0.61 to 0.80.
    Substantial,
    /// 0.81 to 1.00.
    AlmostPerfect,
}

impl Agreement {
    /// From a square table: the first person's categories down, the second's across. Nothing for no things at all. What lies
    /// outside the square is not counted.
    #[must_use]
    pub fn of(table: &[Vec<u64>]) -> Option<Self> {
        let size = table.len();
        let cell = |down: usize, across: usize| table.get(down).and_then(|row| row.get(across)).copied().unwrap_or_default();
        let square = || (0..size).flat_map(|down| (0..size).map(move |across| (down, across)));
        let n: u64 = square().map(|(down, across)| cell(down, across)).sum();
        if n == 0 {
            return None;
        }
        let share = |down: usize, across: usize| real(cell(down, across)) / real(n);
        let down: Vec<f64> = (0..size).map(|one| (0..size).map(|other| share(one, other)).sum()).collect();
        let across: Vec<f64> = (0..size).map(|one| (0..size).map(|other| share(other, one)).sum()).collect();
        let margins = Margins { down, across };
        let alike = (0..size).map(|one| cell(one, one)).sum();
        // Asked in whole numbers: a share of 1 need not come out as 1.
        let only_one = (0..size).any(|one| cell(one, one) == n);
        let kappa = (!only_one).then(|| margins.kappa(size, n, real(alike) / real(n), &share));
        Some(Self { n, alike, kappa })
    }
}

/// What share of everything each person put into each category.
struct Margins {
    down: Vec<f64>,
    across: Vec<f64>,
}

impl Margins {
    fn down(&self, category: usize) -> f64 {
        self.down.get(category).copied().unwrap_or_default()
    }

    fn across(&self, category: usize) -> f64 {
        self.across.get(category).copied().unwrap_or_default()
    }

    fn kappa(&self, size: usize, n: u64, observed: f64, share: &impl Fn(usize, usize) -> f64) -> Kappa {
        let expected: f64 = (0..size).map(|one| self.down(one) * self.across(one)).sum();
        let value = (observed - expected) / (1.0 - expected);
        let missing = 1.0 - value;
        let alike: f64 = (0..size).map(|one| share(one, one) * (1.0 - (self.down(one) + self.across(one)) * missing).powi(2)).sum();
        let pairs = (0..size).flat_map(|down| (0..size).map(move |across| (down, across))).filter(|(down, across)| down != across);
        let apart: f64 = pairs.map(|(down, across)| share(down, across) * (self.across(down) + self.down(across)).powi(2)).sum::<f64>();
        let variance = (alike + missing.powi(2) * apart - (value - expected * missing).powi(2)) / real(n);
        // What is left of a difference of equal numbers is no variance.
        let standard_error = (variance > 1e-15).then(|| variance.sqrt() / (1.0 - expected));
        Kappa { value, standard_error }
    }
}

impl Kappa {
    /// The interval around it, cut off at -1 and 1. Nothing where there is no standard error.
    #[must_use]
    pub fn interval(&self, confidence: Confidence) -> Option<Interval> {
        let reach = confidence.z() * self.standard_error?;
        Some(Interval { lower: (self.value - reach).max(-1.0), upper: (self.value + reach).min(1.0) })
    }

    /// What Landis and Koch would call it, by its value to two places.
    #[must_use]
    pub fn strength(&self) -> Strength {
        match (self.value * 100.0).round() {
            below if below < 0.0 => Strength::Poor,
            to if to <= 20.0 => Strength::Slight,
            to if to <= 40.0 => Strength::Fair,
            to if to <= 60.0 => Strength::Moderate,
            to if to <= 80.0 => Strength::Substantial,
            _ => Strength::AlmostPerfect,
        }
    }
}

impl Strength {
    /// The code that stands for it in sentence keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Poor => "poor",
            Self::Slight => "slight",
            Self::Fair => "fair",
            Self::Moderate => "moderate",
            Self::Substantial => "substantial",
            Self::AlmostPerfect => "almost-perfect",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<const N: usize>(table: [[u64; N]; N]) -> Agreement {
        Agreement::of(&table.map(Vec::from)).unwrap()
    }

    /// Value, standard error and 95% interval to four places.
    fn four_places<const N: usize>(table: [[u64; N]; N]) -> [String; 4] {
        let kappa = of(table).kappa.unwrap();
        let interval = kappa.interval(Confidence::P95).unwrap();
        [kappa.value, kappa.standard_error.unwrap(), interval.lower, interval.upper].map(|figure| format!("{figure:.4}"))
    }

    #[test]
    fn two_people_with_two_categories_agree_as_the_textbook_says() {
        let agreement = of([[20, 5], [10, 15]]);
        assert_eq!((agreement.n, agreement.alike), (50, 35));
        assert_eq!(four_places([[20, 5], [10, 15]]), ["0.4000", "0.1270", "0.1511", "0.6489"]);
    }

    #[test]
    fn equal_agreement_with_unequal_margins_is_a_different_kappa() {
        let value = |table| format!("{:.4}", of(table).kappa.unwrap().value);
        assert_eq!(value([[45, 15], [25, 15]]), "0.1304");
        assert_eq!(value([[25, 35], [5, 35]]), "0.2593");
    }

    #[test]
    fn many_categories_agree_to_the_digit_with_published_figures() {
        // A hundred people sorted into three diagnoses by two clinicians: Fleiss (1981), page 213.
        assert_eq!(four_places([[75, 1, 4], [5, 4, 1], [0, 0, 10]]), ["0.6765", "0.0877", "0.5046", "0.8484"]);
        // Skin conditions in four grades by two dermatologists: the handbook of the SAS procedure FREQ.
        let skin = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]];
        assert_eq!(four_places(skin), ["0.3449", "0.0724", "0.2030", "0.4868"]);
        // Three categories of which the first person never uses one as the second does; printed by the same procedure.
        assert_eq!(four_places([[0, 4, 1], [0, 8, 0], [0, 1, 5]]), ["0.4842", "0.1380", "0.2137", "0.7547"]);
    }

    #[test]
    fn it_does_not_matter_who_is_first_nor_whether_a_category_is_never_used() {
        assert_eq!(four_places([[20, 10], [5, 15]]), four_places([[20, 5], [10, 15]]));
        assert_eq!(four_places([[20, 5, 0], [10, 15, 0], [0, 0, 0]]), four_places([[20, 5], [10, 15]]));
    }

    #[test]
    fn where_both_always_say_the_same_one_thing_there_is_no_kappa() {
        for table in [[[7, 0], [0, 0]], [[0, 0], [0, 7]]] {
            let agreement = of(table);
            assert_eq!((agreement.n, agreement.alike, agreement.kappa), (7, 7, None));
        }
        assert_eq!(Agreement::of(&[vec![0, 0], vec![0, 0]]), None);
        assert_eq!(Agreement::of(&[]), None);
    }

    #[test]
    fn who_never_varies_agrees_with_nobody_beyond_chance() {
        let kappa = of([[9, 1], [0, 0]]).kappa.unwrap();
        assert!(kappa.value.abs() < 1e-12 && kappa.standard_error.is_none());
    }

    #[test]
    fn full_agreement_and_none_at_all_have_no_interval() {
        let (full, none) = (of([[10, 0], [0, 10]]).kappa.unwrap(), of([[0, 10], [10, 0]]).kappa.unwrap());
        assert!((full.value - 1.0).abs() < 1e-12 && (none.value + 1.0).abs() < 1e-12);
        assert_eq!((full.interval(Confidence::P95), none.interval(Confidence::P95)), (None, None));
    }

    #[test]
    fn an_interval_does_not_pass_full_agreement() {
        assert_eq!(of([[3, 0], [1, 3]]).kappa.unwrap().interval(Confidence::P95).unwrap().upper.to_string(), "1");
    }

    #[test]
    fn names_for_kappa_follow_the_published_bounds() {
        let named = |value| Kappa { value, standard_error: None }.strength().code();
        let cases = [
            (-0.02, "poor"),
            (0.0, "slight"),
            (0.2, "slight"),
            (0.21, "fair"),
            (0.4, "fair"),
            (0.41, "moderate"),
            (0.604, "moderate"),
            (0.61, "substantial"),
            (0.81, "almost-perfect"),
            (1.0, "almost-perfect"),
        ];
        for (value, name) in cases {
            assert_eq!(named(value), name, "{value}");
        }
    }
}
