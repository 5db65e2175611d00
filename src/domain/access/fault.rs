//! What can be wrong with the audit trail, in words for whoever keeps it.

use std::fmt;

/// Something wrong with the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The hash of the line is not the one of what it says: it was altered, or written by somebody else.
    Altered(i64),
    /// Lines are missing, the first and the last of them.
    Removed(i64, i64),
    /// A line that Saywell wrote, but not after the line that now stands before it.
    Misplaced(i64),
    /// Lines where there are none, before the first or after the recorded end: the first and the last of them.
    Added(i64, i64),
    /// The end is cut off: the first and the last of the lines that the recorded end still counts.
    CutOff(i64, i64),
    /// The record of where the trail ends has not the hash of its last line.
    EndAltered,
    /// The record of where the trail ends is gone.
    EndMissing,
    /// The line is not the one that was noted down earlier, or is not there.
    NotAsNoted(i64),
}

impl Fault {
    /// A word for it that a program can act on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Altered(_) => "altered",
            Self::Removed(..) => "removed",
            Self::Misplaced(_) => "misplaced",
            Self::Added(..) => "added",
            Self::CutOff(..) => "cut-off",
            Self::EndAltered => "end-altered",
            Self::EndMissing => "end-missing",
            Self::NotAsNoted(_) => "not-as-noted",
        }
    }

    /// The first and the last line that it is about; none where it is about the record of the end.
    #[must_use]
    pub const fn lines(self) -> Option<(i64, i64)> {
        match self {
            Self::Altered(number) | Self::Misplaced(number) | Self::NotAsNoted(number) => Some((number, number)),
            Self::Removed(first, last) | Self::Added(first, last) | Self::CutOff(first, last) => Some((first, last)),
            Self::EndAltered | Self::EndMissing => None,
        }
    }

    /// How many lines are missing.
    #[must_use]
    pub fn missing(self) -> u64 {
        match self {
            Self::Removed(first, last) | Self::CutOff(first, last) => last.abs_diff(first).saturating_add(1),
            _ => 0,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lines() {
            Some((first, last)) if first == last => write!(f, "line {first} ")?,
            Some((first, last)) => write!(f, "lines {first} to {last} ")?,
            None => write!(f, "the record of where the trail ends ")?,
        }
        f.write_str(match self {
            Self::Altered(_) => "was altered, or not written by this installation",
            Self::Removed(..) => "removed",
            Self::Misplaced(_) => "does not follow from the line before it",
            Self::Added(..) => "outside the recorded trail: added, or the record of its end was set back",
            Self::CutOff(..) => "cut off from the end",
            Self::EndAltered => "was altered",
            Self::EndMissing => "was removed",
            Self::NotAsNoted(_) => "is not what was noted down",
        })
    }
}
