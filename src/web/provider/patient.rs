//! The record of somebody in the care of the reader's own organisation, opened for one page. Whoever asks for anybody else's
//! is refused, and either is recorded.

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;
use crate::domain::care::registration::PersonFields;
use crate::store::days::date;
use crate::store::demographics::Row;
use crate::store::episodes::Person;
use crate::store::ids::PersonId;
use crate::store::{self, Conn, Error, audit, registrations};
use crate::web::pages::form::Back;
use crate::web::pages::part::grouped;
use crate::web::problem::Problem;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;

/// Somebody whose record may be changed.
#[derive(Debug)]
pub struct Patient {
    pub person: Person,
    /// Nothing where nobody noted yet who they are.
    pub row: Option<Row>,
    pub record: Demographics,
}

impl Patient {
    /// Opens the record, and records that it was looked at.
    pub async fn load(app: &App, staff: &Staff<ManagePeople>, id: i64) -> Result<Self, Problem> {
        let (own, secret) = (staff.organisations(), app.secret.clone());
        let event = staff.event(app, Action::PersonViewed).about(format!("person:{id}"));
        let view = move |tx: &mut Conn| {
            let (person, row) = registrations::find(tx, &own, PersonId(id))?;
            if person.erased_at.is_some() || person.merged_into.is_some() {
                return Err(Error::NotFound);
            }
            audit::add(tx, &secret, &event.clone().within(person.organisation_id.0))?;
            Ok((person, row))
        };
        let (person, row) = match app.store.write("person viewed", view).await {
            Ok(found) => found,
            Err(Error::NotFound) => return Err(staff.refused(app, &format!("person:{id}")).await),
            Err(why) => return Err(why.into()),
        };
        let record = row.as_ref().map(|row| opened(app, row)).transpose()?.flatten().unwrap_or_default();
        Ok(Self { person, row, record })
    }

    /// The address of their page.
    pub fn at(&self) -> String {
        at(self.person.id)
    }

    /// Their name, or their number where no name is known.
    pub fn name(&self) -> String {
        called(&self.record, self.person.id)
    }

    /// The way back to their page.
    pub fn back(&self) -> Back {
        Back { href: self.at(), text: self.name() }
    }

    /// Their page, which says what was done.
    pub fn done(&self, what: &str) -> String {
        format!("{}?done={what}#", self.at())
    }

    /// A line of the audit trail about them.
    pub fn event(&self, app: &App, staff: &Staff<ManagePeople>, action: Action) -> Event {
        staff.event(app, action).about(format!("person:{}", self.person.id.0)).within(self.person.organisation_id.0)
    }

    /// The revision of the sealed record; 0 where there is none.
    pub fn revision(&self) -> i32 {
        self.row.as_ref().map_or(0, |row| row.revision)
    }

    /// What stands in the form before anything is typed.
    pub fn fields(&self) -> PersonFields {
        let (person, record) = (&self.person, &self.record);
        let text = |kept: &Option<String>| kept.clone().unwrap_or_default();
        let day = |kept: i32| date(kept).strftime("%-d/%-m/%Y").to_string();
        let said = |kept: Option<bool>| kept.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned();
        PersonFields {
            given_name: record.given_name.clone(),
            family_name: record.family_name.clone(),
            known_as: text(&record.known_as),
            nhs_number: record.nhs_number.as_deref().map(spaced).unwrap_or_default(),
            birth_date: day(person.birth_day),
            death_date: person.died_day.map(day).unwrap_or_default(),
            sex: person.sex.clone(),
            ethnicity: text(&person.ethnicity),
            language: person.language.clone(),
            needs: Need::list(person.needs.as_deref().unwrap_or_default()).iter().map(|need| need.code().to_owned()).collect(),
            contact_by: text(&person.contact_by),
            may_contact: said(person.may_contact),
            opted_out: said(person.opted_out),
            email: text(&record.email),
            mobile: text(&record.mobile),
            telephone: text(&record.telephone),
            address: record.address.clone(),
            postcode: text(&record.postcode),
            sender_number: text(&record.sender_number),
        }
    }
}

/// The address of a person's page.
pub fn at(id: PersonId) -> String {
    format!("/provider/people/{}", id.0)
}

/// The name of a person, or their number where no name is known.
pub fn called(record: &Demographics, id: PersonId) -> String {
    let name = record.name();
    if name.is_empty() { grouped(&id.0.to_string()).join(" ") } else { name }
}

/// An NHS number in groups of three, three and four.
pub fn spaced(digits: &str) -> String {
    match (digits.get(..3), digits.get(3..6), digits.get(6..)) {
        (Some(first), Some(second), Some(third)) => format!("{first} {second} {third}"),
        _ => digits.to_owned(),
    }
}

/// The record in a row; nothing once it was erased.
pub fn opened(app: &App, row: &Row) -> Result<Option<Demographics>, Problem> {
    app.register().open(row).map_err(|why| Problem::Internal(why.to_string()))
}

/// Seals what was typed about somebody: anew, or with the key of the record there was. Nothing when that was destroyed.
pub fn sealed(app: &App, of: Sealing<'_>) -> Result<Option<store::registrations::Sealed>, Problem> {
    let (register, now) = (app.register(), app.clock.now().micros());
    let made = match of.row {
        Some(row) => register.reseal(&Row { revision: of.revision, ..row.clone() }, of.record, now),
        None => register.seal(app.random.id(&app.clock), (of.person.organisation_id, of.person.id), of.record, now).map(Some),
    };
    let made = made.map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(made.map(|made| (made.row, made.terms)))
}

/// What is sealed, and over which revision of it.
pub struct Sealing<'a> {
    pub person: &'a Person,
    pub row: Option<&'a Row>,
    pub revision: i32,
    pub record: &'a Demographics,
}
