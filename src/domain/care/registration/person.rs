//! A person, read from text.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::channel::Preference;
use super::super::dates;
use super::super::demographics::Demographics;
use super::super::ethnicity::Ethnicity;
use super::super::need::Need;
use super::super::nhs_number::{self, NhsNumber};
use super::super::postcode::postcode;
use super::super::sex::Sex;
use super::super::{reach, spoken};
use super::{Fault, Faults, line, sender_number};

/// The most characters of a name and of a line of an address.
const NAME_MOST: usize = 100;

/// The most lines of an address.
const ADDRESS_LINES: usize = 5;

/// The most years that somebody has lived.
const YEARS_MOST: i32 = 130;

/// What was typed about a person. Codes are those of the types they become; what is empty was not said.
#[derive(Clone, Default)]
pub struct PersonFields {
    pub given_name: String,
    pub family_name: String,
    pub known_as: String,
    pub nhs_number: String,
    /// As [`dates::read`] takes it.
    pub birth_date: String,
    pub death_date: String,
    pub sex: String,
    pub ethnicity: String,
    pub language: String,
    pub needs: Vec<String>,
    pub contact_by: String,
    /// `yes` or `no`.
    pub may_contact: String,
    /// `yes` or `no`.
    pub opted_out: String,
    pub email: String,
    pub mobile: String,
    pub telephone: String,
    pub address: Vec<String>,
    pub postcode: String,
    pub sender_number: String,
}

/// A person as they are registered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NewPerson {
    /// What is sealed.
    pub record: Demographics,
    pub born: Date,
    pub died: Option<Date>,
    pub sex: Sex,
    pub ethnicity: Option<Ethnicity>,
    /// One of [`spoken::LANGUAGES`].
    pub language: &'static str,
    pub needs: Vec<Need>,
    pub contact_by: Option<Preference>,
    pub may_contact: Option<bool>,
    pub opted_out: Option<bool>,
}

impl NewPerson {
    /// What is missing to reach them the way they want; nothing when it is there.
    #[must_use]
    pub fn unreachable(&self) -> Option<Fault> {
        let record = &self.record;
        match self.contact_by? {
            Preference::Email => record.email.is_none().then_some(Fault::EmailNeeded),
            Preference::Text => record.mobile.is_none().then_some(Fault::MobileNeeded),
            Preference::Letter => (record.address.is_empty() || record.postcode.is_none()).then_some(Fault::AddressNeeded),
            Preference::Phone => (record.mobile.is_none() && record.telephone.is_none()).then_some(Fault::TelephoneNeeded),
            Preference::Nowise => None,
        }
    }
}

impl PersonFields {
    /// The person, or everything that is wrong, in the order of the fields.
    pub fn read(&self, today: Date) -> Result<NewPerson, Vec<Fault>> {
        let mut faults = Faults::default();
        let names = self.names(&mut faults);
        let nhs_number = faults.take(nhs_number(&self.nhs_number)).flatten();
        let born = faults.take(born(&self.birth_date, today));
        let died = faults.take(died(&self.death_date, born, today)).flatten();
        let sex = faults.take(Sex::from_code(self.sex.trim()).ok_or(Fault::SexWrong));
        let ethnicity = faults.take(optional(&self.ethnicity, Ethnicity::from_code, Fault::EthnicityWrong)).flatten();
        let language = faults.take(self.language());
        let needs = faults.take(self.needs()).unwrap_or_default();
        let contact_by = faults.take(optional(&self.contact_by, Preference::from_code, Fault::ContactByWrong)).flatten();
        let may_contact = faults.take(optional(&self.may_contact, yes_or_no, Fault::MayContactWrong)).flatten();
        let opted_out = faults.take(optional(&self.opted_out, yes_or_no, Fault::OptedOutWrong)).flatten();
        let ways = self.ways(&mut faults);
        let sender_number = faults.take(sender_number(&self.sender_number, Fault::SenderNumberLong)).flatten();
        let (Some(born), Some(sex), Some(language), true) = (born, sex, language, faults.0.is_empty()) else { return Err(faults.0) };
        let record = Demographics {
            given_name: names.given_name,
            family_name: names.family_name,
            known_as: names.known_as,
            nhs_number,
            sender_number,
            ..ways
        };
        Ok(NewPerson { record, born, died, sex, ethnicity, language, needs, contact_by, may_contact, opted_out })
    }

    fn names(&self, faults: &mut Faults) -> Demographics {
        let family_name = name(&self.family_name, Fault::FamilyNameWrong).and_then(|name| name.ok_or(Fault::FamilyNameMissing));
        Demographics {
            given_name: faults.take(name(&self.given_name, Fault::GivenNameWrong)).flatten().unwrap_or_default(),
            family_name: faults.take(family_name).unwrap_or_default(),
            known_as: faults.take(name(&self.known_as, Fault::KnownAsWrong)).flatten(),
            ..Demographics::default()
        }
    }

    fn language(&self) -> Result<&'static str, Fault> {
        if self.language.trim().is_empty() { Ok("en") } else { spoken::language(&self.language).ok_or(Fault::LanguageWrong) }
    }

    fn needs(&self) -> Result<Vec<Need>, Fault> {
        self.needs.iter().map(|code| Need::from_code(code.trim()).ok_or(Fault::NeedsWrong)).collect()
    }

    /// The ways to reach them.
    fn ways(&self, faults: &mut Faults) -> Demographics {
        let email = optional(&self.email, reach::email, Fault::EmailWrong);
        let mobile = optional(&self.mobile, |typed| Some(reach::mobile(typed)), Fault::MobileWrong).and_then(|read| {
            read.transpose().map_err(|why| match why {
                reach::Fault::Number => Fault::MobileWrong,
                reach::Fault::NotMobile => Fault::MobileLandline,
            })
        });
        Demographics {
            email: faults.take(email).flatten(),
            mobile: faults.take(mobile).flatten(),
            telephone: faults.take(optional(&self.telephone, reach::telephone, Fault::TelephoneWrong)).flatten(),
            address: faults.take(self.address()).unwrap_or_default(),
            postcode: faults.take(optional(&self.postcode, postcode, Fault::PostcodeWrong)).flatten(),
            ..Demographics::default()
        }
    }

    fn address(&self) -> Result<Vec<String>, Fault> {
        let lines: Vec<String> = self.address.iter().map(|typed| line(typed)).filter(|line| !line.is_empty()).collect();
        let is_long = lines.len() > ADDRESS_LINES || lines.iter().any(|line| line.chars().count() > NAME_MOST);
        if is_long { Err(Fault::AddressLong) } else { Ok(lines) }
    }
}

/// What stands for a text; nothing where there is none.
fn optional<T>(typed: &str, read: impl Fn(&str) -> Option<T>, fault: Fault) -> Result<Option<T>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() { Ok(None) } else { read(typed).map(Some).ok_or(fault) }
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match typed {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn name(typed: &str, fault: Fault) -> Result<Option<String>, Fault> {
    let name = line(typed);
    let is_name = name.chars().count() <= NAME_MOST && name.chars().any(char::is_alphabetic);
    if name.is_empty() { Ok(None) } else { is_name.then_some(Some(name)).ok_or(fault) }
}

fn nhs_number(typed: &str) -> Result<Option<String>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    NhsNumber::parse(typed).map(|number| Some(number.digits().to_owned())).map_err(|why| match why {
        nhs_number::Fault::Length => Fault::NhsNumberLength,
        nhs_number::Fault::CheckDigit => Fault::NhsNumberCheck,
        nhs_number::Fault::Repeated => Fault::NhsNumberRepeated,
    })
}

fn born(typed: &str, today: Date) -> Result<Date, Fault> {
    let born = dates::read(typed).map_err(|why| match why {
        dates::Fault::Missing => Fault::BirthMissing,
        dates::Fault::Wrong => Fault::BirthWrong,
    })?;
    if born > today {
        return Err(Fault::BirthFuture);
    }
    if born < today.saturating_sub(YEARS_MOST.years()) { Err(Fault::BirthLongAgo) } else { Ok(born) }
}

fn died(typed: &str, born: Option<Date>, today: Date) -> Result<Option<Date>, Fault> {
    let died = dates::optional(typed).map_err(|_| Fault::DeathWrong)?;
    if died.is_some_and(|died| died > today) {
        return Err(Fault::DeathFuture);
    }
    if died.is_some_and(|died| born.is_some_and(|born| died < born)) { Err(Fault::DeathBeforeBirth) } else { Ok(died) }
}
