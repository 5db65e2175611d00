//! Who people are, sealed and opened. Each record has a key of its own, kept sealed by the key ring: destroying that key
//! destroys the record, wherever the files of the database still have its bytes. What people are found by are keyed hashes.

use crate::app::App;
use crate::domain::care::demographics::{Demographics, term};
use crate::keys::{Failure, KeyRing, Place};
use crate::random::Random;
use crate::secret::{Purpose, Secret};
use crate::store::demographics::{Row, SEALED, SEALED_KEY};
use crate::store::ids::{OrganisationId, PersonId};

/// What records are sealed and opened with.
#[derive(Clone)]
pub struct Register {
    keys: KeyRing,
    secret: Secret,
    random: Random,
}

/// A record as it is kept, and the hashes its person is found by.
#[derive(Debug, Clone)]
pub struct Sealed {
    pub row: Row,
    pub terms: Vec<String>,
}

impl Register {
    /// The register of this installation.
    #[must_use]
    pub const fn new(keys: KeyRing, secret: Secret, random: Random) -> Self {
        Self { keys, secret, random }
    }

    /// Seals the record of a person who has none yet. `id` is the row's.
    pub fn seal(&self, id: i64, whose: (OrganisationId, PersonId), record: &Demographics, now: i64) -> Result<Sealed, Failure> {
        let line = KeyRing::fresh(&self.random);
        let sealed_key = self.keys.seal(Place { column: SEALED_KEY, row: id }, &line, &self.random)?;
        let blank = Row { id, organisation_id: whose.0, person_id: whose.1, sealed_key: Some(sealed_key), ..Row::default() };
        self.filled(blank, &KeyRing::parse(&line)?, record, now)
    }

    /// Seals a record that has changed, with the person's own key. Nothing when the key was destroyed.
    pub fn reseal(&self, old: &Row, record: &Demographics, now: i64) -> Result<Option<Sealed>, Failure> {
        let Some(key) = self.key(old)? else { return Ok(None) };
        self.filled(Row { revision: old.revision + 1, ..old.clone() }, &key, record, now).map(Some)
    }

    /// Opens a record. Nothing when it was erased.
    pub fn open(&self, row: &Row) -> Result<Option<Demographics>, Failure> {
        let (Some(key), Some(sealed)) = (self.key(row)?, &row.sealed) else { return Ok(None) };
        let plain = key.open(Place { column: SEALED, row: row.id }, sealed)?;
        serde_json::from_str(&plain).map(Some).map_err(|_| Failure::Altered)
    }

    /// What stands for an NHS number in the database.
    #[must_use]
    pub fn nhs_number_hash(&self, digits: &str) -> String {
        self.secret.keyed(Purpose::NhsNumber, digits)
    }

    /// What stands for an email address or a telephone number.
    #[must_use]
    pub fn contact_hash(&self, address: &str) -> String {
        self.secret.keyed(Purpose::Contact, &address.trim().to_lowercase())
    }

    /// What stands for a sender's own number of a person or an episode.
    #[must_use]
    pub fn sender_hash(&self, number: &str) -> String {
        self.secret.keyed(Purpose::SenderNumber, number.trim())
    }

    /// What stands for the beginning of a name; nothing when it is too short to search for.
    #[must_use]
    pub fn term_hash(&self, word: &str) -> Option<String> {
        term(word).map(|term| self.hash_of(&term))
    }

    /// Half a hash is enough to find people by, and there are many: 128 bits.
    fn hash_of(&self, term: &str) -> String {
        let mut hash = self.secret.keyed(Purpose::NameTerm, term);
        hash.truncate(32);
        hash
    }

    fn key(&self, row: &Row) -> Result<Option<KeyRing>, Failure> {
        let Some(sealed) = &row.sealed_key else { return Ok(None) };
        KeyRing::parse(&self.keys.open(Place { column: SEALED_KEY, row: row.id }, sealed)?).map(Some)
    }

    fn filled(&self, row: Row, key: &KeyRing, record: &Demographics, now: i64) -> Result<Sealed, Failure> {
        let plain = serde_json::to_string(record).map_err(|_| Failure::Altered)?;
        let row = Row {
            sealed: Some(key.seal(Place { column: SEALED, row: row.id }, &plain, &self.random)?),
            nhs_number_hash: record.nhs_number.as_deref().map(|digits| self.nhs_number_hash(digits)),
            email_hash: record.email.as_deref().map(|email| self.contact_hash(email)),
            phone_hash: record.mobile.as_deref().map(|number| self.contact_hash(number)),
            sender_hash: record.sender_number.as_deref().map(|number| self.sender_hash(number)),
            changed_at: now,
            ..row
        };
        let terms = record.terms().iter().map(|term| self.hash_of(term)).collect();
        Ok(Sealed { row, terms })
    }
}

impl App {
    /// What records of people are sealed and opened with.
    #[must_use]
    pub fn register(&self) -> Register {
        Register::new(self.keys.clone(), self.secret.clone(), self.random.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOSE: (OrganisationId, PersonId) = (OrganisationId(1), PersonId(2));

    fn register() -> Register {
        let random = Random::seeded(5);
        Register::new(KeyRing::parse(&KeyRing::fresh(&random)).unwrap(), Secret::new("secret".into()), random)
    }

    fn someone() -> Demographics {
        Demographics {
            given_name: "Zofia".to_owned(),
            family_name: "Nowak".to_owned(),
            nhs_number: Some("9434765919".to_owned()),
            email: Some("Zofia@example.org".to_owned()),
            ..Demographics::default()
        }
    }

    #[test]
    fn a_record_is_opened_again_and_says_nothing_while_it_is_sealed() {
        let register = register();
        let kept = register.seal(7, WHOSE, &someone(), 0).unwrap();
        let text = format!("{kept:?}");
        assert!(["Zofia", "Nowak", "9434765919", "example.org"].iter().all(|plain| !text.contains(plain)));
        assert!(register.open(&kept.row).unwrap().unwrap() == someone());
    }

    #[test]
    fn without_its_own_key_a_record_is_gone_for_good() {
        let register = register();
        let kept = register.seal(7, WHOSE, &someone(), 0).unwrap();
        let shredded = Row { sealed_key: None, ..kept.row };
        assert!(register.open(&shredded).unwrap().is_none());
        assert!(register.reseal(&shredded, &someone(), 1).unwrap().is_none());
    }

    #[test]
    fn a_record_that_changes_keeps_its_key_and_is_found_by_its_new_name() {
        let register = register();
        let kept = register.seal(7, WHOSE, &someone(), 0).unwrap();
        let married = Demographics { family_name: "Green".to_owned(), ..someone() };
        let changed = register.reseal(&kept.row, &married, 9).unwrap().unwrap();
        assert_eq!((changed.row.sealed_key, changed.row.revision), (kept.row.sealed_key, 1));
        assert!(changed.terms.contains(&register.term_hash("gree").unwrap()));
        assert!(!changed.terms.contains(&register.term_hash("nowak").unwrap()));
    }

    #[test]
    fn an_address_is_compared_without_regard_to_case() {
        assert_eq!(register().contact_hash(" A@Example.org"), register().contact_hash("a@example.ORG"));
    }
}
