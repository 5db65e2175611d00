//! The form about somebody who is expected: read from what was posted, and shown with what it says and what is wrong in it.

use super::super::people::Expected;
use crate::domain::care::need::Need;
use crate::domain::engagement::attendee::Part;
use crate::domain::engagement::guest::{Fault, GuestFields};
use crate::i18n::{Locale, MissingMessage};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::FieldError;
use crate::web::provider::person_fields;

/// What was typed.
pub fn read(typed: &Fields) -> GuestFields {
    let text = |id: &str| typed.first(id).to_owned();
    GuestFields {
        name: text("name"),
        email: text("email"),
        part: text("part"),
        language: text("language"),
        needs: typed.all("needs").map(str::to_owned).collect(),
        other_needs: text("other-needs"),
        may_email: text("may-email"),
    }
}

/// What is known of somebody, as it would have been typed.
pub fn known(one: &Expected) -> GuestFields {
    GuestFields {
        name: one.contact.name.clone(),
        email: one.contact.email.clone().unwrap_or_default(),
        part: one.row.part.clone().unwrap_or_default(),
        language: one.row.language.clone(),
        needs: one.contact.needs.iter().map(|need| need.code().to_owned()).collect(),
        other_needs: one.contact.other_needs.clone(),
        may_email: if one.row.may_email { "yes" } else { "no" }.to_owned(),
    }
}

/// The fields with what stands in them and what is wrong.
pub fn fields(locale: &Locale, said: &GuestFields, faults: &[Fault]) -> Result<Vec<Field>, MissingMessage> {
    let t = |key: &str| locale.t(key, &[]);
    let text = |value: &String| Input::Text { value: value.clone() };
    let held: Vec<&str> = said.needs.iter().map(String::as_str).collect();
    let needs = Need::ALL.iter().map(|need| Ok(Choice::new(need.code(), t(&format!("register-need-{}", need.code()))?)));
    let needs = Field::several("needs", needs.collect::<Result<_, MissingMessage>>()?, &held);
    let yes_or_no = ["yes", "no"].map(|code| Ok(Choice::new(code, t(&format!("attendees-may-email-{code}"))?)));
    let yes_or_no = yes_or_no.into_iter().collect::<Result<_, MissingMessage>>()?;
    let may_email = if said.may_email.is_empty() { "no" } else { &said.may_email };
    let mut fields = vec![
        Field::new("name", t("attendees-name")?, text(&said.name)),
        Field::new("email", t("attendees-email")?, Input::Email { value: said.email.clone() }).hinted(t("attendees-email-hint")?),
        Field::new("may-email", t("attendees-may-email")?, Input::Radios { options: Field::options("may-email", yes_or_no, may_email) })
            .hinted(t("attendees-may-email-hint")?),
        Field::new("part", t("attendees-part")?, Input::Select { options: Field::options("part", parts(locale)?, &said.part) }),
        Field::new("language", t("attendees-language")?, Input::Select { options: languages(locale, &said.language)? }),
        Field::new("needs", t("attendees-needs")?, Input::Checkboxes { options: needs }).hinted(t("attendees-needs-hint")?),
        Field::new("other-needs", t("attendees-other-needs")?, text(&said.other_needs)).hinted(t("attendees-other-needs-hint")?),
    ];
    for fault in faults {
        if let Some(field) = fields.iter_mut().find(|field| field.id == fault.field()) {
            field.errors.push(FieldError::new(fault.field(), sentence(locale, *fault)?));
        }
    }
    Ok(fields)
}

/// What is wrong, in words.
pub fn sentence(locale: &Locale, fault: Fault) -> Result<String, MissingMessage> {
    locale.t(&format!("attendees-fault-{}", fault.code()), &[])
}

/// The parts in which people come, after the one that is not known.
pub fn parts(locale: &Locale) -> Result<Vec<Choice>, MissingMessage> {
    let named = Part::ALL.iter().map(|part| Ok(Choice::new(part.code(), part_name(locale, part.code())?)));
    let unknown = Ok(Choice::new("", locale.t("attendees-part-unknown", &[])?));
    std::iter::once(unknown).chain(named).collect()
}

/// What people call a part.
pub fn part_name(locale: &Locale, code: &str) -> Result<String, MissingMessage> {
    locale.t(&format!("attendees-part-{code}"), &[])
}

fn languages(locale: &Locale, chosen: &str) -> Result<Vec<Choice>, MissingMessage> {
    Ok(Field::options("language", person_fields::languages(locale)?, if chosen.is_empty() { "en" } else { chosen }))
}
