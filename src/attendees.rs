//! Those who are expected at events, sealed and opened. What they are found by is a keyed hash of their address, the same that
//! stands with the records of people: so that nobody is written to who does not want it.

use crate::app::App;
use crate::domain::engagement::attendee::Contact;
use crate::keys::{Failure, KeyRing, Place};
use crate::random::Random;
use crate::secret::{Purpose, Secret, token_hash};
use crate::store::attendees::{Attendee, SEALED};
use crate::store::ids::AttendeeId;

/// What contacts are sealed and opened with.
#[derive(Clone)]
pub struct Attendees {
    keys: KeyRing,
    secret: Secret,
    random: Random,
}

impl Attendees {
    /// Seals a contact into its row, with the hashes of its address and of its personal link. Those without an address have no
    /// link.
    pub fn seal(&self, row: Attendee, contact: &Contact) -> Result<Attendee, Failure> {
        let plain = serde_json::to_string(contact).map_err(|_| Failure::Altered)?;
        Ok(Attendee {
            sealed: Some(self.keys.seal(Place { column: SEALED, row: row.id.0 }, &plain, &self.random)?),
            email_hash: contact.email.as_deref().map(|email| self.email_hash(email)),
            token_hash: contact.email.as_ref().map(|_| token_hash(&self.token(row.id))),
            ..row
        })
    }

    /// Opens a contact. Nothing when it was deleted.
    pub fn open(&self, row: &Attendee) -> Result<Option<Contact>, Failure> {
        let Some(sealed) = &row.sealed else { return Ok(None) };
        let plain = self.keys.open(Place { column: SEALED, row: row.id.0 }, sealed)?;
        serde_json::from_str(&plain).map(Some).map_err(|_| Failure::Altered)
    }

    /// What stands for an email address in the database.
    #[must_use]
    pub fn email_hash(&self, email: &str) -> String {
        self.secret.keyed(Purpose::Contact, &email.trim().to_lowercase())
    }

    /// The token of somebody's personal links: always the same, and kept as its hash alone.
    #[must_use]
    pub fn token(&self, id: AttendeeId) -> String {
        self.secret.sign(Purpose::Attendee, &id.0.to_string())
    }
}

impl App {
    /// What contacts of those who are expected at events are sealed and opened with.
    #[must_use]
    pub fn attendees(&self) -> Attendees {
        Attendees { keys: self.keys.clone(), secret: self.secret.clone(), random: self.random.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attendees() -> Attendees {
        let random = Random::seeded(5);
        let keys = KeyRing::parse(&KeyRing::fresh(&random)).unwrap();
        Attendees { keys, secret: Secret::new("secret".into()), random }
    }

    fn someone() -> Contact {
        Contact { name: "Zofia Nowak".to_owned(), email: Some("Zofia@example.org".to_owned()), ..Contact::default() }
    }

    #[test]
    fn a_contact_is_opened_again_and_says_nothing_while_it_is_sealed() {
        let attendees = attendees();
        let row = attendees.seal(Attendee { id: AttendeeId(7), ..Attendee::default() }, &someone()).unwrap();
        let text = format!("{row:?}");
        assert!(["Zofia", "Nowak", "example.org", &attendees.token(AttendeeId(7))].iter().all(|plain| !text.contains(plain)));
        assert!(attendees.open(&row).unwrap().unwrap() == someone());
        assert_eq!(attendees.open(&Attendee { id: AttendeeId(8), ..row }), Err(Failure::Altered));
    }

    #[test]
    fn who_has_no_address_has_no_link() {
        let contact = Contact { email: None, ..someone() };
        let row = attendees().seal(Attendee::default(), &contact).unwrap();
        assert_eq!((row.email_hash, row.token_hash), (None, None));
    }

    #[test]
    fn an_address_is_compared_as_those_of_people_are() {
        let attendees = attendees();
        let register = crate::register::Register::new(attendees.keys.clone(), attendees.secret.clone(), attendees.random.clone());
        assert_eq!(attendees.email_hash(" A@Example.org"), register.contact_hash("a@example.ORG"));
    }
}
