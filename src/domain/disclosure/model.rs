//! Quantities, what is said of them, and what holds between them, all without names: what the reader who adds and subtracts
//! works on. Refuses to know what a quantity counts.
//!
//! Every quantity is a whole number: people, or thousandths of the unit of a scale. A table is one value for each of them. It
//! *agrees* with what is shown if it lies within every range and every tie that the reader can see; the true table always does.

/// From one number to another, both among them. None is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Range {
    pub(super) low: Option<i64>,
    pub(super) high: Option<i64>,
}

impl Range {
    /// Nought or more.
    pub(super) const COUNT: Self = Self { low: Some(0), high: None };

    pub(super) const fn of(low: i64, high: i64) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// What lies in both.
    pub(super) fn and(self, other: Self) -> Self {
        let tighter = |one: Option<i64>, two: Option<i64>, pick: fn(i64, i64) -> i64| match (one, two) {
            (Some(one), Some(two)) => Some(pick(one, two)),
            (one, two) => one.or(two),
        };
        Self { low: tighter(self.low, other.low, i64::max), high: tighter(self.high, other.high, i64::min) }
    }

    fn has(self, value: i128) -> bool {
        self.low.is_none_or(|low| i128::from(low) <= value) && self.high.is_none_or(|high| value <= i128::from(high))
    }
}

/// One quantity.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    pub(super) truth: i64,
    /// An amount in thousandths: whole by itself wherever the counts are, so that no branching is spent on it.
    pub(super) is_amount: bool,
    /// Within what it lies for anybody who has not seen this release.
    pub(super) known: Range,
    /// Within what it lies besides for who sees the figure it is in.
    pub(super) shown: Range,
    /// The decision it is shown or hidden with. None: it is never shown.
    pub(super) unit: Option<usize>,
    /// How far apart two values must be that the reader cannot rule out. None: it need not be guarded.
    pub(super) guard: Option<i64>,
}

/// What holds between quantities: the sum of each times its factor lies in a range.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) range: Range,
    /// Only known to who sees this decision shown.
    pub(super) unit: Option<usize>,
}

/// A decision: what is shown together or not at all.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// What hiding it costs.
    pub(super) weight: u64,
    /// Hidden for its own sake.
    pub(super) is_primary: bool,
}

/// All quantities, ties and decisions of what leaves together.
#[derive(Debug, Clone, Default)]
pub(super) struct Model {
    pub(super) quantities: Vec<Quantity>,
    pub(super) ties: Vec<Tie>,
    pub(super) units: Vec<Unit>,
}

/// Which decisions are hidden.
pub(super) type Hidden = Vec<bool>;

/// A value for each quantity.
pub(super) type Table = Vec<i64>;

impl Model {
    /// Hides what must be hidden for its own sake.
    pub(super) fn primary(&self) -> Hidden {
        self.units.iter().map(|unit| unit.is_primary).collect()
    }

    pub(super) fn truth(&self) -> Table {
        self.quantities.iter().map(|one| one.truth).collect()
    }

    /// The quantities to be guarded, and how far.
    pub(super) fn guarded(&self) -> impl Iterator<Item = (usize, i64)> {
        self.quantities.iter().enumerate().filter_map(|(at, one)| Some((at, one.guard?)))
    }

    /// Whether the reader sees what goes with this decision.
    pub(super) fn is_seen(unit: Option<usize>, hidden: &[bool]) -> bool {
        unit.is_some_and(|unit| !hidden.get(unit).copied().unwrap_or(true))
    }

    /// Within what the reader sees a quantity lie.
    pub(super) fn range(quantity: &Quantity, hidden: &[bool]) -> Range {
        if Self::is_seen(quantity.unit, hidden) { quantity.known.and(quantity.shown) } else { quantity.known }
    }

    /// Whether the reader knows of this tie.
    pub(super) fn binds(tie: &Tie, hidden: &[bool]) -> bool {
        tie.unit.is_none() || Self::is_seen(tie.unit, hidden)
    }

    /// The first quantity, or tie's first quantity, that the table is at odds with. None if it agrees with all that is shown.
    pub(super) fn at_odds(&self, table: &[i64], hidden: &[bool]) -> Option<usize> {
        let value = |at: usize| table.get(at).copied().unwrap_or_default();
        let astray = |(at, one): (usize, &Quantity)| (!Self::range(one, hidden).has(i128::from(value(at)))).then_some(at);
        let broken = |tie: &Tie| {
            let sum: i128 = tie.terms.iter().map(|(at, factor)| i128::from(*factor) * i128::from(value(*at))).sum();
            (Self::binds(tie, hidden) && !tie.range.has(sum)).then(|| tie.terms.first().map_or(0, |(at, _)| *at))
        };
        self.quantities.iter().enumerate().find_map(astray).or_else(|| self.ties.iter().find_map(broken))
    }
}
