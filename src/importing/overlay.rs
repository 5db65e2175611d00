//! What a line says laid over what is known. An empty cell changes nothing: that a sender does not know a thing is no reason
//! to forget it. Who has said that they do not want to be written to is not made willing by a file.

use crate::domain::care::demographics::Demographics;
use crate::domain::care::import::Given;
use crate::domain::care::need::Need;
use crate::domain::care::registration::{NewEpisode, NewPerson};
use crate::store::days::day;
use crate::store::episodes::{Episode, Person};
use crate::store::ids::LocalityId;

/// A person and their record as the line makes them.
pub fn person(given: &Given, locality: Option<LocalityId>, old: (&Person, &Demographics)) -> (Person, Demographics) {
    let (said, (person, record)) = (&given.person, old);
    let facts = Person {
        birth_day: day(said.born),
        sex: if given.says_sex { said.sex.code().to_owned() } else { person.sex.clone() },
        locality_id: if said.record.postcode.is_some() { locality } else { person.locality_id },
        language: if given.says_language { said.language.to_owned() } else { person.language.clone() },
        ethnicity: said.ethnicity.map(|code| code.code().to_owned()).or_else(|| person.ethnicity.clone()),
        needs: Need::codes(&said.needs).or_else(|| person.needs.clone()),
        contact_by: said.contact_by.map(|way| way.code().to_owned()).or_else(|| person.contact_by.clone()),
        may_contact: if person.may_contact == Some(false) { Some(false) } else { said.may_contact.or(person.may_contact) },
        opted_out: said.opted_out.or(person.opted_out),
        died_day: said.died.map(day).or(person.died_day),
        ..person.clone()
    };
    (facts, record_of(said, &given.number, record))
}

fn record_of(said: &NewPerson, number: &str, old: &Demographics) -> Demographics {
    let new = said.record.clone();
    let (address, postcode) = home(&new, old);
    Demographics {
        given_name: if new.given_name.is_empty() { old.given_name.clone() } else { new.given_name },
        family_name: new.family_name,
        known_as: new.known_as.or_else(|| old.known_as.clone()),
        nhs_number: new.nhs_number.or_else(|| old.nhs_number.clone()),
        email: new.email.or_else(|| old.email.clone()),
        mobile: new.mobile.or_else(|| old.mobile.clone()),
        telephone: new.telephone.or_else(|| old.telephone.clone()),
        address,
        postcode,
        sender_number: Some(number.to_owned()),
    }
}

/// Address and postcode go together: half of one and half of another is nobody's home.
fn home(new: &Demographics, old: &Demographics) -> (Vec<String>, Option<String>) {
    match (new.address.is_empty(), &new.postcode) {
        (false, postcode) => (new.address.clone(), postcode.clone()),
        (true, Some(postcode)) if old.postcode.as_ref() != Some(postcode) => (Vec::new(), Some(postcode.clone())),
        (true, _) => (old.address.clone(), old.postcode.clone()),
    }
}

/// An episode as the line makes it.
pub fn episode(said: &NewEpisode, old: &Episode) -> Episode {
    Episode {
        opened_day: day(said.opened),
        closed_day: said.closed.map(day).or(old.closed_day),
        discharged_day: said.discharged.map(day).or(old.discharged_day),
        delivered_day: said.delivered.map(day).or(old.delivered_day),
        cluster: said.cluster.clone().or_else(|| old.cluster.clone()),
        ..old.clone()
    }
}
