//! What can be wrong with a line of supplied values: named by a code and a column, never by what stands there.

use super::file::Column;
use crate::domain::care::channel::codes;
use crate::domain::care::import::Wrong;

codes! {
    /// What is wrong with a line.
    Fault {
        /// A quotation mark where none belongs, or one that is never closed.
        Quote = "stray-quote",
        /// More or fewer cells than the heading.
        Cells = "cells",
        /// Characters that nobody types.
        Unprintable = "unprintable",
        /// There is no such indicator.
        IndicatorUnknown = "indicator-unknown",
        /// The indicator is counted from answers.
        IndicatorNotSupplied = "indicator-not-supplied",
        /// There is no organisation with that ODS code.
        OrganisationUnknown = "organisation-unknown",
        /// No month like 2026-09.
        PeriodWrong = "period-wrong",
        /// The month has not begun.
        PeriodFuture = "period-future",
        /// The definition counts no month so early.
        PeriodEarly = "period-early",
        /// The indicator has figures for quarters or years, and the month is not the last of one.
        PeriodWithin = "period-within",
        /// A figure that the month is part of has been released.
        PeriodReleased = "period-released",
        /// The month is not over, so that no value of it is final.
        PeriodUnderWay = "period-under-way",
        /// The indicator is standardised for age, and there is no age band.
        StratumMissing = "stratum-missing",
        /// No ages like 65-74 or 90+, or ages that cut a band of the standard population.
        StratumWrong = "stratum-wrong",
        /// The indicator is not given by age.
        StratumUnwanted = "stratum-unwanted",
        /// Some of these ages are in another band of the same month.
        StratumOverlaps = "stratum-overlaps",
        /// No whole number.
        NumeratorWrong = "numerator-wrong",
        /// Less than nought.
        NumeratorNegative = "numerator-negative",
        /// More than there are.
        NumeratorExceeds = "numerator-exceeds",
        /// No number, or not a whole one where it counts people.
        DenominatorWrong = "denominator-wrong",
        /// Less than nought.
        DenominatorNegative = "denominator-negative",
        /// Nought, where something is divided by it.
        DenominatorNought = "denominator-nought",
        /// Neither provisional nor final.
        StatusWrong = "status-wrong",
        /// A final value does not become provisional again.
        StatusBack = "status-back",
        /// Where the value comes from is not said.
        SourceMissing = "source-missing",
        /// More than 200 characters.
        SourceLong = "source-long",
        /// A final value stands, and why it is restated is not said.
        ReasonMissing = "reason-missing",
        /// More than 500 characters.
        ReasonLong = "reason-long",
        /// An earlier line is about the same.
        Twice = "twice",
    }
}

impl Fault {
    /// What spoils a line as a line.
    #[must_use]
    pub(super) const fn of_line(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Quote => Self::Quote,
            Wrong::Unprintable => Self::Unprintable,
            _ => Self::Cells,
        }
    }

    /// The column it is in; nothing where it is the whole line.
    #[must_use]
    pub const fn column(self) -> Option<Column> {
        Some(match self {
            Self::Quote | Self::Cells | Self::Unprintable | Self::Twice => return None,
            Self::IndicatorUnknown | Self::IndicatorNotSupplied => Column::Indicator,
            Self::OrganisationUnknown => Column::Organisation,
            Self::PeriodWrong | Self::PeriodFuture | Self::PeriodEarly | Self::PeriodWithin | Self::PeriodReleased => Column::Period,
            Self::StratumMissing | Self::StratumWrong | Self::StratumUnwanted | Self::StratumOverlaps => Column::Stratum,
            Self::NumeratorWrong | Self::NumeratorNegative | Self::NumeratorExceeds => Column::Numerator,
            Self::DenominatorWrong | Self::DenominatorNegative | Self::DenominatorNought => Column::Denominator,
            Self::PeriodUnderWay | Self::StatusWrong | Self::StatusBack => Column::Status,
            Self::SourceMissing | Self::SourceLong => Column::Source,
            Self::ReasonMissing | Self::ReasonLong => Column::Reason,
        })
    }
}
