//! What two people made of the same comments: theme by theme, and of each comment as a whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::statistics::kappa::Agreement;

/// The themes that two people saw in one comment, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub first: BTreeSet<i64>,
    pub second: BTreeSet<i64>,
}

/// How many comments had a theme by the choice of both, of one alone, or of neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub both: u64,
    pub first: u64,
    pub second: u64,
    pub neither: u64,
}

impl Choices {
    /// True where both saw the same themes, or both none.
    #[must_use]
    pub fn alike(&self) -> bool {
        self.first == self.second
    }
}

impl Tally {
    /// What two people made of one theme.
    #[must_use]
    pub fn of(choices: &[Choices], theme: i64) -> Self {
        let mut tally = Self::default();
        for choice in choices {
            let counted = match (choice.first.contains(&theme), choice.second.contains(&theme)) {
                (true, true) => &mut tally.both,
                (true, false) => &mut tally.first,
                (false, true) => &mut tally.second,
                (false, false) => &mut tally.neither,
            };
            *counted += 1;
        }
        tally
    }

    /// How far they agree on it. Nothing where there were no comments.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        Agreement::of(&[vec![self.both, self.first], vec![self.second, self.neither]])
    }

    /// How many decisions there were, and in how many both decided alike.
    #[must_use]
    pub const fn alike(&self) -> (u64, u64) {
        (self.both + self.neither, self.both + self.first + self.second + self.neither)
    }
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            both: self.both + other.both,
            first: self.first + other.first,
            second: self.second + other.second,
            neither: self.neither + other.neither,
        }
    }
}

/// Every theme that either of them saw anywhere.
#[must_use]
pub fn seen(choices: &[Choices]) -> BTreeSet<i64> {
    choices.iter().flat_map(|choice| choice.first.iter().chain(&choice.second)).copied().collect()
}

/// How far they agree on whole comments, where only the very same themes count as agreement: each set of themes that somebody
/// chose is one category. Nothing where there were no comments.
#[must_use]
pub fn whole(choices: &[Choices]) -> Option<Agreement> {
    let sets: BTreeSet<_> = choices.iter().flat_map(|choice| [&choice.first, &choice.second]).collect();
    let places: BTreeMap<_, usize> = sets.into_iter().zip(0..).collect();
    let mut table = vec![vec![0; places.len()]; places.len()];
    for choice in choices {
        let at = places.get(&choice.first).zip(places.get(&choice.second));
        if let Some((first, second)) = at
            && let Some(count) = table.get_mut(*first).and_then(|row| row.get_mut(*second))
        {
            *count += 1;
        }
    }
    Agreement::of(&table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(first: &[i64], second: &[i64]) -> Choices {
        Choices { first: first.iter().copied().collect(), second: second.iter().copied().collect() }
    }

    #[test]
    fn a_theme_is_counted_by_who_saw_it() {
        let all = [choices(&[1, 2], &[1]), choices(&[], &[1]), choices(&[1], &[1]), choices(&[2], &[])];
        assert_eq!(Tally::of(&all, 1), Tally { both: 2, first: 0, second: 1, neither: 1 });
        assert_eq!(Tally::of(&all, 2), Tally { both: 0, first: 2, second: 0, neither: 2 });
        assert_eq!((Tally::of(&all, 1) + Tally::of(&all, 2)).alike(), (5, 8));
        assert_eq!(seen(&all).into_iter().collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn on_whole_comments_only_the_very_same_themes_agree() {
        let all = [choices(&[1, 2], &[2, 1]), choices(&[1], &[1, 2]), choices(&[], &[]), choices(&[2], &[2])];
        let agreement = whole(&all).unwrap();
        assert_eq!((agreement.alike, agreement.n), (3, 4));
        assert_eq!(all.iter().filter(|choice| choice.alike()).count(), 3);
        assert_eq!(whole(&[]), None);
    }

    #[test]
    fn with_one_theme_whole_comments_are_that_theme() {
        let all = [choices(&[1], &[1]), choices(&[1], &[]), choices(&[], &[]), choices(&[], &[]), choices(&[], &[1])];
        let (one, whole) = (Tally::of(&all, 1).agreement().unwrap(), whole(&all).unwrap());
        assert!((one.kappa.unwrap().value - whole.kappa.unwrap().value).abs() < 1e-12);
    }
}
