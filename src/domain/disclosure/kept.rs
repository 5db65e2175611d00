//! Released tables, and documents with released figures in them, as bytes, to be kept and shown again as they were. Refuses to read anything back that was not written here
//! under the same key: what is kept is no second door.

use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::points::Points;
use super::release::{Figure, FigureParts, Reason, Released};
use super::table::Releasable;
use crate::domain::indicator::tally::Measure;

/// What the code is computed over besides the table, so that a code made for something else under the same key is none here.
const LABEL: &[u8] = b"saywell released table 1\0";

/// Stands before a document, so that its code is none of a table.
const DOCUMENT: &[u8] = b"document\0";

/// Bytes of a code.
const CODE: usize = 32;

/// The key that kept tables are sealed and checked with. It is never printed.
pub struct LedgerKey(Hmac<Sha256>);

/// Why kept bytes were not read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotKept {
    /// They were not written here under this key, or were changed since.
    #[error("it was kept under another secret key, or changed since")]
    Forged,
    /// They were written by another version.
    #[error("it was written by another version of Saywell")]
    Unreadable,
}

/// What was released and stands in a document by its number, from nought.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbered {
    pub figures: Vec<Released>,
    pub points: Vec<Points>,
}

#[derive(Serialize, Deserialize)]
struct Document<D> {
    content: D,
    figures: Vec<Result<FigureParts, String>>,
    points: Vec<[u64; 3]>,
}

#[derive(Serialize, Deserialize)]
struct Kept<K> {
    measure: String,
    rows: Vec<(K, Result<FigureParts, String>)>,
}

impl LedgerKey {
    /// A key of at least 32 bytes. None if it is shorter.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let mut mac = Hmac::<Sha256>::new_from_slice(bytes).ok().filter(|_| bytes.len() >= CODE)?;
        mac.update(LABEL);
        Some(Self(mac))
    }

    fn over(&self, bytes: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        for some in bytes {
            mac.update(some);
        }
        mac
    }

    /// A document as bytes, with what stands in it by number: a code, and what it is over. None if it cannot be written.
    #[must_use]
    pub fn keep<D: Serialize>(&self, document: &D, numbered: &Numbered) -> Option<Vec<u8>> {
        let figures = numbered.figures.iter().map(|released| written(*released)).collect();
        let points = numbered.points.iter().map(|points| points.parts()).collect();
        self.sealed(DOCUMENT, &Document { content: document, figures, points })
    }

    /// The document that was kept and what stands in it by number, if these are its bytes.
    pub fn read_back<D: DeserializeOwned>(&self, bytes: &[u8]) -> Result<(D, Numbered), NotKept> {
        let kept: Document<D> = self.opened(DOCUMENT, bytes)?;
        let figures: Option<Vec<Released>> = kept.figures.into_iter().map(read).collect();
        let points = kept.points.into_iter().map(Points::of_parts).collect();
        Ok((kept.content, Numbered { figures: figures.ok_or(NotKept::Unreadable)?, points }))
    }

    /// Something of a kind as bytes: a code, and what it is over. None if it cannot be written.
    pub(super) fn sealed(&self, kind: &[u8], content: &impl Serialize) -> Option<Vec<u8>> {
        let body = serde_json::to_vec(content).ok()?;
        let mut bytes = self.over(&[kind, &body]).finalize().into_bytes().to_vec();
        bytes.extend(body);
        Some(bytes)
    }

    /// What was sealed as one of that kind, if these are its bytes.
    pub(super) fn opened<T: DeserializeOwned>(&self, kind: &[u8], bytes: &[u8]) -> Result<T, NotKept> {
        let (code, body) = bytes.split_at_checked(CODE).ok_or(NotKept::Forged)?;
        self.over(&[kind, body]).verify_slice(code).map_err(|_| NotKept::Forged)?;
        serde_json::from_slice(body).map_err(|_| NotKept::Unreadable)
    }
}

impl std::fmt::Debug for LedgerKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("LedgerKey").finish_non_exhaustive()
    }
}

impl<K: Serialize> Releasable<K> {
    /// The table as bytes: a code, and what it is over. None if a key of it cannot be written.
    #[must_use]
    pub fn keep(&self, key: &LedgerKey) -> Option<Vec<u8>> {
        let rows = self.rows().map(|(row, released)| (row, written(*released))).collect();
        let kept = Kept { measure: name(self.measure()), rows };
        let body = serde_json::to_vec(&kept).ok()?;
        let mut bytes = key.over(&[&body]).finalize().into_bytes().to_vec();
        bytes.extend(body);
        Some(bytes)
    }
}

impl<K: DeserializeOwned> Releasable<K> {
    /// The table that was kept, if these are its bytes.
    pub fn read_back(bytes: &[u8], key: &LedgerKey) -> Result<Self, NotKept> {
        let (code, body) = bytes.split_at_checked(CODE).ok_or(NotKept::Forged)?;
        key.over(&[body]).verify_slice(code).map_err(|_| NotKept::Forged)?;
        let kept: Kept<K> = serde_json::from_slice(body).map_err(|_| NotKept::Unreadable)?;
        let measure = named(&kept.measure);
        let read = |(row, outcome): (K, Result<FigureParts, String>)| Some((row, read(outcome)?));
        let rows: Option<Vec<(K, Released)>> = kept.rows.into_iter().map(read).collect();
        measure.zip(rows).map(|(measure, rows)| Self::new(measure, rows)).ok_or(NotKept::Unreadable)
    }
}

fn name(measure: Measure) -> String {
    match measure {
        Measure::Proportion => "proportion".to_owned(),
        Measure::Mean => "mean".to_owned(),
        Measure::Ratio => "ratio".to_owned(),
        Measure::Rate(multiplier) => format!("rate:{multiplier}"),
        Measure::Standardised(multiplier) => format!("standardised:{multiplier}"),
    }
}

fn named(name: &str) -> Option<Measure> {
    match name.split_once(':') {
        None => [Measure::Proportion, Measure::Mean, Measure::Ratio].into_iter().find(|measure| self::name(*measure) == name),
        Some(("rate", multiplier)) => multiplier.parse().ok().map(Measure::Rate),
        Some(("standardised", multiplier)) => multiplier.parse().ok().map(Measure::Standardised),
        Some(_) => None,
    }
}

fn written(released: Released) -> Result<FigureParts, String> {
    match released {
        Released::Shown(figure) => Ok(figure.parts()),
        Released::Withheld(reason) => Err(reason.code().to_owned()),
    }
}

fn read(outcome: Result<FigureParts, String>) -> Option<Released> {
    match outcome {
        Ok(parts) => Some(Released::Shown(Figure::of_parts(parts))),
        Err(code) => {
            [Reason::Small, Reason::Complementary, Reason::Alike].into_iter().find(|one| one.code() == code).map(Released::Withheld)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Unreleased;
    use super::super::sample::{MHSDS, cell, cell_of};
    use super::*;

    fn key(byte: u8) -> LedgerKey {
        LedgerKey::new(&[byte; 32]).unwrap()
    }

    fn tables() -> [Releasable<String>; 2] {
        let rows = vec![("north".to_owned(), cell(13, 42)), ("south".to_owned(), cell(2, 51)), ("all".to_owned(), cell(1335, 4001))];
        let values = [1250, 2000, 3000, 4125, 5000, 7000, 4000, 4000, 3500];
        let means = vec![("north".to_owned(), cell_of(&values)), ("south".to_owned(), cell_of(&[12_000; 40]))];
        [MHSDS.release_series(Unreleased::new(rows), Measure::Proportion), MHSDS.release_series(Unreleased::new(means), Measure::Mean)]
    }

    #[test]
    fn what_was_kept_is_read_back_as_it_was() {
        for table in tables() {
            assert_eq!(Releasable::read_back(&table.keep(&key(1)).unwrap(), &key(1)), Ok(table));
        }
    }

    #[test]
    fn nothing_is_read_back_under_another_key_or_cut_short() {
        let bytes = tables()[0].keep(&key(1)).unwrap();
        assert_eq!(Releasable::<String>::read_back(&bytes, &key(2)), Err(NotKept::Forged));
        assert_eq!(Releasable::<String>::read_back(&bytes[..31], &key(1)), Err(NotKept::Forged));
        assert_eq!(Releasable::<String>::read_back(&[], &key(1)), Err(NotKept::Forged));
    }

    #[test]
    fn a_document_is_read_back_with_its_numbers_under_its_own_key_and_is_no_table() {
        let figures = tables()[0].rows().map(|(_, released)| *released).collect();
        let numbered = Numbered { figures, points: vec![Points::of_parts([15, 0, 30])] };
        let bytes = key(1).keep(&"first".to_owned(), &numbered).unwrap();
        assert_eq!(key(1).read_back::<String>(&bytes), Ok(("first".to_owned(), numbered)));
        assert_eq!(key(2).read_back::<String>(&bytes), Err(NotKept::Forged));
        assert_eq!(Releasable::<String>::read_back(&bytes, &key(1)), Err(NotKept::Forged));
        assert_eq!(key(1).read_back::<String>(&tables()[0].keep(&key(1)).unwrap()), Err(NotKept::Forged));
    }

    #[test]
    fn a_short_key_is_none_and_a_key_is_never_printed() {
        assert!(LedgerKey::new(&[1; 31]).is_none());
        assert_eq!(format!("{:?}", key(7)), "LedgerKey { .. }");
    }

    proptest! {
        #[test]
        fn no_byte_of_a_kept_table_can_be_changed(at in 0usize..10_000, by in 1u8..=255) {
            let mut bytes = tables()[0].keep(&key(1)).unwrap();
            let at = at % bytes.len();
            bytes[at] ^= by;
            prop_assert_eq!(Releasable::<String>::read_back(&bytes, &key(1)), Err(NotKept::Forged));
        }
    }
}
