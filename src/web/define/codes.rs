//! The codes by which forms and sentences name the choices of a definition: those of its TOML.

use crate::domain::indicator::Breakdown;
use crate::domain::indicator::definition::{Attribution, Every, Polarity, When};
use crate::domain::indicator::measure::{Missing, Unlinked, Which};

/// The breakdowns that an author may choose from.
pub(super) const CHOSEN: [Breakdown; 8] = [
    Breakdown::Provider,
    Breakdown::Locality,
    Breakdown::Age,
    Breakdown::Sex,
    Breakdown::Ethnicity,
    Breakdown::Language,
    Breakdown::Mode,
    Breakdown::Respondent,
];

/// The code of the moment at which somebody is counted.
pub(super) const fn when(when: When) -> &'static str {
    match when {
        When::OpenAtPeriodEnd => "open-at-period-end",
        When::ClosedInPeriod => "closed-in-period",
        When::After91Days => "91-days-after-discharge",
        When::Answered => "answered",
    }
}

/// The code of how often there is a figure.
pub(super) const fn every(every: Every) -> &'static str {
    match every {
        Every::Month => "month",
        Every::Quarter => "quarter",
        Every::Year => "year",
    }
}

/// The code of whose figure it is.
pub(super) const fn attribution(attribution: Attribution) -> &'static str {
    match attribution {
        Attribution::ProviderAtEvent => "provider-at-event",
        Attribution::ProviderAtPeriodEnd => "provider-at-period-end",
        Attribution::Consortium => "consortium",
    }
}

/// The code of which way is better.
pub(super) const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => "higher-is-better",
        Polarity::LowerIsBetter => "lower-is-better",
        Polarity::Neither => "neither",
    }
}

/// The code of what becomes of people who were not heard from.
pub(super) const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::StaysIn => "stays-in",
        Missing::Dropped => "dropped",
        Missing::Threshold => "threshold",
    }
}

/// The code of which answer counts.
pub(super) const fn which(which: Which) -> &'static str {
    match which {
        Which::Usual => "usual",
        Which::First => "first",
        Which::Latest => "latest",
    }
}

/// The code of what becomes of answers that belong to nobody known.
pub(super) const fn unlinked(unlinked: Unlinked) -> &'static str {
    match unlinked {
        Unlinked::Counted => "counted",
        Unlinked::LeftOut => "left-out",
    }
}
