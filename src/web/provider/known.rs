//! Who somebody is, how they are reached and what is to be kept in mind, opened for their page.

use serde::Deserialize;

use super::patient::{at, called, opened, spaced};
use super::person_fields::need_name;
use crate::app::App;
use crate::domain::care::channel::Preference;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;
use crate::i18n::{Locale, MissingMessage};
use crate::store::days::date;
use crate::store::episodes::Person;
use crate::store::people::Record;
use crate::web::pages::register::{Known, Stop};
use crate::web::problem::Problem;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What can have been done.
const DONE: [&str; 7] =
    ["person-added", "person-changed", "people-merged", "episode-opened", "episode-changed", "stop-noted", "stop-lifted"];

/// Who looks at the page.
pub struct Reader<'a> {
    pub done: &'a Done,
    /// True for those who may change the record.
    pub may_change: bool,
}

/// What the page says of the person.
pub fn of(app: &App, locale: &Locale, record: &Record, reader: &Reader<'_>) -> Result<Known, Problem> {
    let person = &record.person;
    let demographics = record.sealed.as_ref().map(|row| opened(app, row)).transpose()?.flatten();
    let may_change = reader.may_change && person.erased_at.is_none();
    let needs = Need::list(person.needs.as_deref().unwrap_or_default());
    let done = DONE.iter().find(|what| **what == reader.done.done);
    Ok(Known {
        name: demographics.as_ref().map(|known| called(known, person.id)),
        done: done.map(|what| locale.t(&format!("register-done-{what}"), &[])).transpose()?,
        needs: needs.iter().map(|need| need_name(locale, need.code())).collect::<Result<_, _>>()?,
        died: person.died_day.map(|day| locale.date(date(day))),
        ways: ways(locale, person, &demographics.unwrap_or_default())?,
        shared: record.shares_contact,
        stops: stops(locale, record, may_change)?,
        change: may_change.then(|| at(person.id)),
    })
}

/// How they are reached: what they want first, then what there is.
fn ways(locale: &Locale, person: &Person, known: &Demographics) -> Result<Vec<(String, String)>, MissingMessage> {
    let coded = |of: &str, code: &str| locale.t(&format!("register-{of}-{code}"), &[]);
    let wanted = person.contact_by.as_deref().and_then(Preference::from_code);
    let yes_or_no = |said: Option<bool>| said.map(|yes| coded("said", if yes { "yes" } else { "no" })).transpose();
    let address = known.address.iter().chain(&known.postcode).cloned().collect::<Vec<_>>().join(", ");
    let all = [
        ("known-as", known.known_as.clone()),
        ("nhs-number", known.nhs_number.as_deref().map(spaced)),
        ("contact-by", wanted.map(|way| coded("contact-by", way.code())).transpose()?),
        ("may-contact", yes_or_no(person.may_contact)?),
        ("email", known.email.clone()),
        ("mobile", known.mobile.clone()),
        ("telephone", known.telephone.clone()),
        ("address", (!address.is_empty()).then_some(address)),
        ("opted-out", yes_or_no(person.opted_out)?),
    ];
    let said = all.into_iter().filter_map(|(id, value)| value.map(|value| (id, value)));
    said.map(|(id, value)| Ok((locale.t(&format!("register-field-{id}"), &[])?, value))).collect()
}

fn stops(locale: &Locale, record: &Record, may_change: bool) -> Result<Vec<Stop>, MissingMessage> {
    let day = |day: i32| locale.date(date(day));
    let stop = |row: &crate::store::stops::Row| {
        Ok(Stop {
            reason: locale.t(&format!("register-stop-{}", row.reason), &[])?,
            from: day(row.from_day),
            until: row.until_day.map(day),
            lift: may_change.then(|| format!("{}/stops/{}/lift", at(record.person.id), row.id)),
        })
    };
    record.stops.iter().map(stop).collect()
}
