//! Why nothing is computed. A method that its own source forbids for such data gives one of these and no number; the page says the
//! reason in words. Refuses to carry any of the data beyond how many there were and how many it would take.

/// A reason why a method may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The denominator, the population or what was expected is nought.
    Nobody,
    /// A part is larger than the whole it is taken from.
    PartExceedsWhole,
    /// Too few events for the method.
    TooFewEvents { have: u64, need: u64 },
    /// Too few values for the method.
    TooFewValues { have: u64, need: u64 },
    /// Too few points in time for the method.
    TooFewPoints { have: u64, need: u64 },
    /// A stretch between two steps has too few points for limits of its own.
    ShortPartition { have: u64, need: u64 },
    /// Too few organisations, areas or groups to compare.
    TooFewGroups { have: u64, need: u64 },
    /// Not one number for each band of the standard population.
    OtherBands { have: u64, need: u64 },
    /// The points are not years that stand apart.
    NotAnnual,
    /// A year among those needed is missing.
    YearMissing,
    /// A value has no interval, or one of no width.
    NoInterval,
    /// Everybody or nobody was counted in one of the points.
    AllOrNobody,
    /// All values are the same, so that there is no spread to measure against.
    NoSpread,
    /// A value is no number, or infinite.
    NotANumber,
    /// A setting lies outside what the method allows.
    SettingOutOfRange,
    /// A step is not at a point of the series, or steps are not in order.
    StepOutOfPlace,
}

impl Refusal {
    /// The name by which the sentence for readers is found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::PartExceedsWhole => "part-exceeds-whole",
            Self::TooFewEvents { .. } => "too-few-events",
            Self::TooFewValues { .. } => "too-few-values",
            Self::TooFewPoints { .. } => "too-few-points",
            Self::ShortPartition { .. } => "short-partition",
            Self::TooFewGroups { .. } => "too-few-groups",
            Self::OtherBands { .. } => "other-bands",
            Self::NotAnnual => "not-annual",
            Self::YearMissing => "year-missing",
            Self::NoInterval => "no-interval",
            Self::AllOrNobody => "all-or-nobody",
            Self::NoSpread => "no-spread",
            Self::NotANumber => "not-a-number",
            Self::SettingOutOfRange => "setting-out-of-range",
            Self::StepOutOfPlace => "step-out-of-place",
        }
    }

    /// How many there were and how many it takes, for the sentences that say so.
    ///
    /// What there were can itself be a small number of people: whoever shows it decides that as for any other count.
    #[must_use]
    pub const fn counts(self) -> Option<(u64, u64)> {
        match self {
            Self::TooFewEvents { have, need }
            | Self::TooFewValues { have, need }
            | Self::TooFewPoints { have, need }
            | Self::ShortPartition { have, need }
            | Self::TooFewGroups { have, need }
            | Self::OtherBands { have, need } => Some((have, need)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_that_is_about_how_many_says_how_many_it_takes() {
        assert_eq!(Refusal::TooFewPoints { have: 14, need: 15 }.counts(), Some((14, 15)));
        assert_eq!(Refusal::TooFewPoints { have: 14, need: 15 }.code(), "too-few-points");
        assert_eq!(Refusal::Nobody.counts(), None);
    }
}
