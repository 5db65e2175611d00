//! What earlier lines of a file said, so that a later line that says otherwise of the same person is told.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::care::import::{Fault, Given};
use crate::register::Register;
use crate::store::ids::PersonId;
use crate::store::intake::Named;

/// A line as it was read.
pub type Read = (u32, Result<Given, Vec<Fault>>);

/// What earlier lines said.
#[derive(Debug, Default)]
pub struct Seen {
    /// By the hash of the sender's number: what was said, and whose record it is.
    pub(super) people: HashMap<String, (u64, PersonId)>,
    /// Which sender's number an NHS number came with.
    pub(super) nhs_numbers: HashMap<String, String>,
    pub(super) episodes: HashMap<String, u64>,
}

impl Seen {
    /// Notes what a line says, and whose record it is.
    pub fn note(&mut self, register: &Register, given: &Given, id: PersonId) {
        let hash = register.sender_hash(&given.number);
        self.nhs_numbers.extend(nhs_number(register, given).map(|number| (number, hash.clone())));
        self.episodes.extend(given.episode.as_ref().map(|(said, number)| (register.sender_hash(number), digest(said))));
        self.people.insert(hash, (digest(&given.person), id));
    }
}

/// The keyed hashes of what lines name.
pub fn named(register: &Register, lines: &[Read]) -> Named {
    let mut named = Named::default();
    for given in lines.iter().filter_map(|(_, read)| read.as_ref().ok()) {
        named.people.push(register.sender_hash(&given.number));
        named.nhs_numbers.extend(given.person.record.nhs_number.as_ref().map(|digits| register.nhs_number_hash(digits)));
        named.episodes.extend(given.episode.as_ref().map(|(_, number)| register.sender_hash(number)));
    }
    named
}

/// The keyed hash of a person's NHS number, where the line has one.
pub fn nhs_number(register: &Register, given: &Given) -> Option<String> {
    given.person.record.nhs_number.as_deref().map(|digits| register.nhs_number_hash(digits))
}

/// Tells one thing from another within a file.
pub fn digest(said: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    said.hash(&mut hasher);
    hasher.finish()
}
