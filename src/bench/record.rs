//! What was measured: how long each request took, what was received, what went wrong. It judges nothing.

use std::collections::BTreeMap;
use std::time::Duration;

/// How many reasons of failure are kept; the rest are only counted.
const REASONS: usize = 5;

/// What a request was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A page was asked for.
    PageGet,
    /// The start button, or the answer of one page.
    PagePost,
    /// The checked answers were sent.
    Submit,
    /// A style sheet of the first page.
    File,
}

impl Kind {
    /// Its name in the printed table.
    pub const fn label(self) -> &'static str {
        match self {
            Self::PageGet => "page GET",
            Self::PagePost => "page POST",
            Self::Submit => "submit",
            Self::File => "style sheet GET",
        }
    }
}

/// Measurements of any number of respondents.
#[derive(Debug, Default)]
pub struct Record {
    /// Time from sending a request to the last byte of its answer.
    pub requests: BTreeMap<Kind, Vec<Duration>>,
    /// Time from opening the start page to reading the receipt code, for surveys that came so far.
    pub surveys: Vec<Duration>,
    /// Bytes of all bodies received, compressed as they came.
    pub bytes: u64,
    /// Requests that had no answer, or one that no respondent should see.
    pub errors: u64,
    /// Requests that the server would not serve then: too many at a time, or too fast.
    pub refused: u64,
    /// The first reasons why surveys failed.
    pub reasons: Vec<String>,
    failed: u64,
}

impl Record {
    /// Counts one answered request.
    pub fn request(&mut self, kind: Kind, took: Duration, bytes: usize) {
        self.requests.entry(kind).or_default().push(took);
        self.bytes += bytes as u64;
    }

    /// Counts one survey that failed.
    pub fn fail(&mut self, reason: String) {
        self.failed += 1;
        self.keep(reason);
    }

    /// Adds the measurements of others to these.
    pub fn add(&mut self, other: Self) {
        for (kind, took) in other.requests {
            self.requests.entry(kind).or_default().extend(took);
        }
        self.surveys.extend(other.surveys);
        self.bytes += other.bytes;
        self.errors += other.errors;
        self.refused += other.refused;
        self.failed += other.failed;
        other.reasons.into_iter().for_each(|reason| self.keep(reason));
    }

    fn keep(&mut self, reason: String) {
        if self.reasons.len() < REASONS && !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// How many surveys were completed.
    pub fn completed(&self) -> usize {
        self.surveys.len()
    }

    /// How many surveys failed.
    pub const fn failed(&self) -> u64 {
        self.failed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_different_reasons_are_kept_and_all_failures_counted() {
        let mut all = Record::default();
        for number in 0..9 {
            let mut one = Record::default();
            one.fail(format!("reason {}", number / 2));
            all.add(one);
        }
        assert_eq!(all.failed(), 9);
        assert_eq!(all.reasons, ["reason 0", "reason 1", "reason 2", "reason 3", "reason 4"]);
    }
}
