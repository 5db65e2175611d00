//! What can be wrong with an answer. The sentences are in the locales, one for each key.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// One thing to mend, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub field: Field,
    pub message: Message,
}

impl Problem {
    pub(super) const fn answer(message: Message) -> Self {
        Self { field: Field::Answer, message }
    }
}

/// The fields of a question's form that a problem can point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The options, or the one input.
    Answer,
    /// The person's own words beside the options.
    Other,
    Day,
    Month,
    Year,
}

impl Field {
    /// The name of the field in the form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Other => "other",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    RequiredChoice,
    RequiredText,
    RequiredNumber,
    RequiredDate,
    NotANumber,
    NotWhole,
    TooSmall {
        min: Decimal,
    },
    TooLarge {
        max: Decimal,
    },
    TooManyDecimals {
        places: u32,
    },
    /// A part of the date is empty.
    DateIncomplete,
    DateNotReal,
    DateTooEarly {
        min: Date,
    },
    DateTooLate {
        max: Date,
    },
    /// `length` is what was typed; both in characters.
    TooLong {
        max: u32,
        length: usize,
    },
    TooShort {
        min: u32,
    },
    /// The text has not the shape that the survey asks for.
    Pattern,
    TooFew {
        min: u32,
    },
    TooMany {
        max: u32,
    },
    /// An answer that stands alone was given together with others.
    Exclusive,
    /// The form posted an option that the question does not have.
    UnknownOption,
    /// "Other" was chosen and not filled in.
    OtherEmpty,
}

impl Message {
    /// The name of its sentence in the locales.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::RequiredChoice => "validation-required-choice",
            Self::RequiredText => "validation-required-text",
            Self::RequiredNumber => "validation-required-number",
            Self::RequiredDate => "validation-required-date",
            Self::NotANumber => "validation-not-a-number",
            Self::NotWhole => "validation-not-whole",
            Self::TooSmall { .. } => "validation-too-small",
            Self::TooLarge { .. } => "validation-too-large",
            Self::TooManyDecimals { .. } => "validation-too-many-decimals",
            Self::DateIncomplete => "validation-date-incomplete",
            Self::DateNotReal => "validation-date-not-real",
            Self::DateTooEarly { .. } => "validation-date-too-early",
            Self::DateTooLate { .. } => "validation-date-too-late",
            Self::TooLong { .. } => "validation-too-long",
            Self::TooShort { .. } => "validation-too-short",
            Self::Pattern => "validation-pattern",
            Self::TooFew { .. } => "validation-too-few",
            Self::TooMany { .. } => "validation-too-many",
            Self::Exclusive => "validation-exclusive",
            Self::UnknownOption => "validation-unknown-option",
            Self::OtherEmpty => "validation-other-empty",
        }
    }

    /// What the sentence needs: numbers with a point, dates as ISO 8601.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooSmall { min } => vec![("min", min.normalize().to_string())],
            Self::TooLarge { max } => vec![("max", max.normalize().to_string())],
            Self::TooManyDecimals { places } => vec![("places", places.to_string())],
            Self::DateTooEarly { min } => vec![("min", min.to_string())],
            Self::DateTooLate { max } => vec![("max", max.to_string())],
            Self::TooLong { max, length } => vec![("max", max.to_string()), ("length", length.to_string())],
            Self::TooShort { min } | Self::TooFew { min } => vec![("min", min.to_string())],
            Self::TooMany { max } => vec![("max", max.to_string())],
            _ => Vec::new(),
        }
    }
}
