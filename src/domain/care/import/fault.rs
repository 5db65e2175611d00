//! What can be wrong with a line of a file: named by a code and a column, never by what stands there.

use super::column::Column;
use crate::domain::care::channel::codes;
use crate::domain::care::registration::{self, Field};

codes! {
    /// What is wrong with a line as a line, or with it beside others.
    Wrong {
        /// A quotation mark where none belongs, or one that is never closed.
        Quote = "stray-quote",
        /// More or fewer cells than the heading.
        Cells = "cells",
        /// Characters that nobody types.
        Unprintable = "unprintable",
        /// The sender's number of the person is missing.
        PersonNumberMissing = "person-number-missing",
        /// There is something of an episode, but not the sender's number of it.
        EpisodeNumberMissing = "episode-number-missing",
        /// An earlier line says otherwise of the same person.
        PersonDiffers = "person-differs",
        /// An earlier line says otherwise of the same episode.
        EpisodeDiffers = "episode-differs",
        /// Somebody else has that NHS number.
        NhsNumberTaken = "nhs-number-taken",
        /// Somebody registered here has that NHS number, and another date of birth.
        NhsNumberBirth = "nhs-number-birth",
        /// The person's record was erased.
        Erased = "erased",
        /// The episode is somebody else's.
        EpisodeElsewhere = "episode-elsewhere",
        /// The episode is of another programme.
        ProgrammeDiffers = "programme-differs",
        /// It would end before it begins, with what is known of it already.
        DatesDiffer = "dates-differ",
    }
}

/// One thing that is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// What stands in one cell.
    Cell(registration::Fault),
    Line(Wrong),
}

impl Fault {
    /// The code that stands for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cell(fault) => fault.code(),
            Self::Line(wrong) => wrong.code(),
        }
    }

    /// The one a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Wrong::from_code(code).map(Self::Line).or_else(|| registration::Fault::from_code(code).map(Self::Cell))
    }

    /// The column it is in; nothing where it is the whole line.
    #[must_use]
    pub const fn column(self) -> Option<Column> {
        let field = match self {
            Self::Cell(fault) => fault.field(),
            Self::Line(wrong) => return column_of(wrong),
        };
        Some(match field {
            Field::GivenName => Column::GivenName,
            Field::FamilyName => Column::FamilyName,
            Field::KnownAs => Column::KnownAs,
            Field::NhsNumber => Column::NhsNumber,
            Field::BirthDate => Column::DateOfBirth,
            Field::DeathDate => Column::DateOfDeath,
            Field::Sex => Column::Sex,
            Field::Ethnicity => Column::Ethnicity,
            Field::Language => Column::Language,
            Field::Needs => Column::Needs,
            Field::ContactBy => Column::ContactBy,
            Field::MayContact => Column::MayContact,
            Field::OptedOut => Column::OptedOut,
            Field::Email => Column::Email,
            Field::Mobile => Column::Mobile,
            Field::Telephone => Column::Telephone,
            Field::Address => Column::Address1,
            Field::Postcode => Column::Postcode,
            Field::SenderNumber => Column::PersonNumber,
            Field::Programme => Column::Programme,
            Field::Opened => Column::ReferralDate,
            Field::Closed => Column::EndDate,
            Field::Discharged => Column::HospitalDischargeDate,
            Field::Delivered => Column::DeliveryDate,
            Field::Cluster => Column::Cluster,
            Field::EpisodeNumber => Column::EpisodeNumber,
        })
    }

    /// The codes of faults, with blanks between.
    #[must_use]
    pub fn codes(all: &[Self]) -> String {
        all.iter().map(|fault| fault.code()).collect::<Vec<_>>().join(" ")
    }

    /// The faults that such a list of codes stands for.
    #[must_use]
    pub fn list(codes: &str) -> Vec<Self> {
        codes.split_whitespace().filter_map(Self::from_code).collect()
    }
}

const fn column_of(wrong: Wrong) -> Option<Column> {
    match wrong {
        Wrong::Quote | Wrong::Cells | Wrong::Unprintable => None,
        Wrong::PersonNumberMissing | Wrong::PersonDiffers | Wrong::Erased => Some(Column::PersonNumber),
        Wrong::EpisodeNumberMissing | Wrong::EpisodeDiffers | Wrong::EpisodeElsewhere => Some(Column::EpisodeNumber),
        Wrong::NhsNumberTaken | Wrong::NhsNumberBirth => Some(Column::NhsNumber),
        Wrong::ProgrammeDiffers => Some(Column::Programme),
        Wrong::DatesDiffer => Some(Column::EndDate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_for_one_fault() {
        let cells = registration::Fault::ALL.iter().copied().map(Fault::Cell);
        for fault in cells.chain(Wrong::ALL.iter().copied().map(Fault::Line)) {
            assert_eq!(Fault::list(&Fault::codes(&[fault, fault])), [fault, fault]);
        }
    }
}
