//! Who the people of the demo are: names, addresses, numbers and needs, all made up. NHS numbers begin with 999, which is kept
//! for tests; mobile numbers are those that Ofcom keeps for drama; email addresses lead nowhere. Chance is drawn from a
//! source of its own, so that nothing else in the county depends on what people are called.

use std::collections::HashMap;

use crate::domain::care::channel::Preference;
use crate::domain::care::demographics::{Demographics, words};
use crate::domain::care::ethnicity::Ethnicity;
use crate::domain::care::need::Need;
use crate::domain::care::nhs_number::NhsNumber;
use crate::store::episodes::Person;
use crate::store::ids::OrganisationId;

use super::dice::Dice;
use super::names;
use super::people::Someone;

/// How many mobile numbers there are for drama: 07700 900000 to 900999.
const MOBILES: u32 = 1000;

/// Makes up who people are.
pub struct Records {
    dice: Dice,
    /// What the middle digits of the last NHS number were.
    last_number: u32,
    /// How many mobile numbers of each organisation are given out: no two of its people share one.
    mobiles: HashMap<OrganisationId, u32>,
}

impl Records {
    /// The same people for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Any other seed than the county's own.
        Self { dice: Dice::new(seed.wrapping_add(0x5eed)), last_number: 0, mobiles: HashMap::new() }
    }

    /// Fills in what is known of somebody in an organisation's care on that day, and makes up who they are.
    pub fn invent(&mut self, someone: &Someone, person: &mut Person, on: i32) -> Demographics {
        let age = someone.age(on);
        let (given_name, family_name) = names::name(someone.language, someone.sex == "2", &mut self.dice);
        person.ethnicity = self.ethnicity(someone.language).map(|ethnicity| ethnicity.code().to_owned());
        person.needs = self.needs(someone.language, age);
        let has_email = self.dice.chance(if age > 75 { 0.4 } else { 0.8 });
        let number = self.last_number;
        let record = Demographics {
            given_name: given_name.to_owned(),
            family_name: family_name.to_owned(),
            nhs_number: self.nhs_number(),
            email: has_email.then(|| email(given_name, family_name, number)),
            mobile: self.mobile(person.organisation_id),
            address: vec![names::street(&mut self.dice), "Marlshire".to_owned()],
            postcode: Some(self.postcode(someone.home.postcode)),
            ..Demographics::default()
        };
        person.contact_by = self.preference(&record).map(|way| way.code().to_owned());
        person.may_contact = self.dice.chance(0.6).then(|| !self.dice.chance(0.03));
        person.opted_out = self.dice.chance(0.05).then_some(true);
        record
    }

    fn ethnicity(&mut self, language: &str) -> Option<Ethnicity> {
        let most = match language {
            "pl" | "ro" | "uk" => Ethnicity::WhiteOther,
            "ur" => Ethnicity::AsianPakistani,
            "bn" => Ethnicity::AsianBangladeshi,
            _ => Ethnicity::WhiteBritish,
        };
        let others = if language == "en" {
            vec![
                (Ethnicity::WhiteIrish, 1.2),
                (Ethnicity::MixedWhiteBlackCaribbean, 0.9),
                (Ethnicity::MixedWhiteAsian, 0.6),
                (Ethnicity::AsianIndian, 2.0),
                (Ethnicity::AsianPakistani, 1.0),
                (Ethnicity::BlackCaribbean, 1.0),
                (Ethnicity::BlackAfrican, 1.2),
                (Ethnicity::Chinese, 0.6),
                (Ethnicity::Other, 0.8),
            ]
        } else {
            Vec::new()
        };
        let unsaid = [(Ethnicity::NotStated, 3.0), (Ethnicity::NotKnown, 2.0)];
        let said = self.dice.pick([(most, 85.0)].into_iter().chain(others).chain(unsaid));
        said.filter(|_| self.dice.chance(0.95))
    }

    fn needs(&mut self, language: &str, age: i32) -> Option<String> {
        let is_old = age >= 75;
        let often = |old: f64, young: f64| if is_old { old } else { young };
        let odds = [
            (Need::LargePrint, often(0.08, 0.01)),
            (Need::EasyRead, 0.012),
            (Need::Braille, 0.001),
            (Need::Audio, often(0.008, 0.002)),
            (Need::Bsl, 0.002),
            (Need::Interpreter, if language == "en" { 0.0 } else { 0.3 }),
            (Need::CarerAssists, often(0.12, 0.01)),
            (Need::Paper, often(0.15, 0.02)),
            (Need::Phone, often(0.05, 0.01)),
        ];
        let held: Vec<Need> = odds.into_iter().filter(|(_, odds)| self.dice.chance(*odds)).map(|(need, _)| need).collect();
        Need::codes(&held)
    }

    fn preference(&mut self, record: &Demographics) -> Option<Preference> {
        let is = |there: bool, weight: f64| if there { weight } else { 0.0 };
        let ways = [
            (None, 45.0),
            (Some(Preference::Email), is(record.email.is_some(), 30.0)),
            (Some(Preference::Text), is(record.mobile.is_some(), 30.0)),
            (Some(Preference::Letter), 10.0),
            (Some(Preference::Phone), is(record.mobile.is_some(), 4.0)),
        ];
        self.dice.pick(ways).flatten()
    }

    /// The next number with a check digit: one in eleven has none.
    fn nhs_number(&mut self) -> Option<String> {
        while self.last_number < 999_999 {
            self.last_number += 1;
            let first = format!("999{:06}", self.last_number);
            let found = (0..10).find_map(|check| NhsNumber::parse(&format!("{first}{check}")).ok());
            if let Some(number) = found {
                return Some(number.digits().to_owned());
            }
        }
        None
    }

    /// One that nobody else there has, as long as there are any.
    fn mobile(&mut self, organisation: OrganisationId) -> Option<String> {
        let given = self.mobiles.entry(organisation).or_default();
        if *given >= MOBILES || !self.dice.chance(0.5) {
            return None;
        }
        *given += 1;
        Some(format!("+447700900{:03}", *given - 1))
    }

    /// A postcode that has the form of one, in an area that does not exist.
    fn postcode(&mut self, area: &str) -> String {
        const LETTERS: [char; 20] = ['A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'W', 'X', 'Y', 'Z'];
        let digit = self.dice.between(0, 9);
        let (first, second) = (names::one_of(&LETTERS, &mut self.dice), names::one_of(&LETTERS, &mut self.dice));
        format!("{area} {digit}{first}{second}")
    }
}

fn email(given_name: &str, family_name: &str, number: u32) -> String {
    let plain = |name: &str| words(name).concat();
    format!("{}.{}.{number}@example.org", plain(given_name), plain(family_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::county::County;
    use crate::demo::people::Sketch;
    use crate::demo::time::Ids;
    use crate::domain::care::postcode::postcode;
    use crate::domain::care::reach;

    fn invented(many: usize) -> Vec<(Person, Demographics)> {
        let (mut ids, mut dice, mut records) = (Ids::from(0), Dice::new(3), Records::new(3));
        let county = County::new(&mut ids);
        let sketch = Sketch { on: 20_000, years: 60.0, women: 0.5, tilt: 0.0 };
        let one = |_| {
            let someone = Someone::invent(&county, &mut ids, &mut dice, &sketch).unwrap();
            let mut person = someone.row(county.lead.id);
            let record = records.invent(&someone, &mut person, 20_000);
            (person, record)
        };
        (0..many).map(one).collect()
    }

    #[test]
    fn what_is_made_up_has_the_form_of_what_it_stands_for_and_is_nobodys() {
        for (_, record) in invented(500) {
            let number = record.nhs_number.unwrap();
            assert!(number.starts_with("999") && NhsNumber::parse(&number).is_ok());
            assert_eq!(record.postcode.as_deref().and_then(postcode), record.postcode);
            assert!(record.email.is_none_or(|email| reach::email(&email) == Some(email.clone()) && email.ends_with("@example.org")));
            assert!(record.mobile.is_none_or(|mobile| reach::mobile(&mobile) == Ok(mobile.clone()) && mobile.starts_with("+447700900")));
        }
    }

    #[test]
    fn nobody_shares_a_number_and_some_have_needs() {
        let all = invented(500);
        let mut numbers: Vec<_> = all.iter().filter_map(|(_, record)| record.nhs_number.clone()).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 500);
        let with_needs = all.iter().filter(|(person, _)| person.needs.is_some()).count();
        assert!((20..200).contains(&with_needs), "{with_needs}");
    }
}
