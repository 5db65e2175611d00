//! The form about a person: read from what was posted, and shown with what it says.

use super::making::{Made, Maker, posted_date};
use crate::domain::care::channel::Preference;
use crate::domain::care::ethnicity::Ethnicity;
use crate::domain::care::need::Need;
use crate::domain::care::registration::PersonFields;
use crate::domain::care::sex::Sex;
use crate::domain::care::spoken::LANGUAGES;
use crate::i18n::Locale;
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};

/// What was typed.
pub fn read(typed: &Fields) -> PersonFields {
    let text = |id: &str| typed.first(id).to_owned();
    PersonFields {
        given_name: text("given-name"),
        family_name: text("family-name"),
        known_as: text("known-as"),
        nhs_number: text("nhs-number"),
        birth_date: posted_date(typed, "birth"),
        death_date: posted_date(typed, "death"),
        sex: text("sex"),
        ethnicity: text("ethnicity"),
        language: text("language"),
        needs: typed.all("needs").map(str::to_owned).collect(),
        contact_by: text("contact-by"),
        may_contact: text("may-contact"),
        opted_out: text("opted-out"),
        email: text("email"),
        mobile: text("mobile"),
        telephone: text("telephone"),
        address: typed.first("address").lines().map(str::to_owned).collect(),
        postcode: text("postcode"),
        sender_number: String::new(),
    }
}

/// The fields with what stands in them; the date of death only where somebody is registered already.
pub fn fields(locale: &Locale, said: &PersonFields, is_registered: bool) -> Made<Vec<Field>> {
    let make = Maker(locale);
    let headed = |field: Field, key: &str| Ok::<_, crate::i18n::MissingMessage>(field.headed(locale.t(key, &[])?));
    let mut made = vec![
        headed(make.text("given-name", &said.given_name)?, "register-part-who")?,
        make.hinted("family-name", Input::Text { value: said.family_name.clone() })?,
        make.hinted("known-as", Input::Text { value: said.known_as.clone() })?,
        make.hinted("nhs-number", Input::Digits { value: said.nhs_number.clone() })?,
        make.date("birth", &said.birth_date)?,
    ];
    if is_registered {
        made.push(make.date("death", &said.death_date)?);
    }
    made.extend(about(make, said)?);
    made.extend(reach(make, said)?);
    Ok(made)
}

/// Sex, ethnicity, language and needs.
fn about(make: Maker<'_>, said: &PersonFields) -> Made<Vec<Field>> {
    let sexes = Sex::ALL.iter().map(|sex| Ok(Choice::new(sex.code(), make.0.t(sex_key(sex.code()), &[])?))).collect::<Made<_>>()?;
    let ethnicities = make.coded("ethnicity", Ethnicity::ALL.iter().map(|one| one.code()))?;
    let need = |need: &Need| Ok(Choice::new(need.code(), need_name(make.0, need.code())?));
    let needs = Need::ALL.iter().map(need).collect::<Made<Vec<_>>>()?;
    let held: Vec<&str> = said.needs.iter().map(String::as_str).collect();
    let part = make.0.t("register-part-about", &[])?;
    let language = if said.language.is_empty() { "en" } else { &said.language };
    Ok(vec![
        make.field("sex", Input::Radios { options: Field::options("sex", sexes, &said.sex) })?.headed(part),
        make.select("ethnicity", ethnicities, &said.ethnicity)?,
        make.select("language", languages(make.0)?, language)?,
        make.hinted("needs", Input::Checkboxes { options: Field::several("needs", needs, &held) })?,
    ])
}

/// How they want to be reached, and where.
fn reach(make: Maker<'_>, said: &PersonFields) -> Made<Vec<Field>> {
    let ways = make.coded("contact-by", Preference::ALL.iter().map(|way| way.code()))?;
    let part = make.0.t("register-part-reach", &[])?;
    Ok(vec![
        make.field("contact-by", Input::Radios { options: Field::options("contact-by", ways, &said.contact_by) })?.headed(part),
        make.yes_or_no("may-contact", &said.may_contact)?,
        make.field("email", Input::Email { value: said.email.clone() })?,
        make.hinted("mobile", Input::Phone { value: said.mobile.clone() })?,
        make.field("telephone", Input::Phone { value: said.telephone.clone() })?,
        make.hinted("address", Input::Lines { value: said.address.join("\n") })?,
        make.text("postcode", &said.postcode)?,
        make.yes_or_no("opted-out", &said.opted_out)?,
    ])
}

/// The key of the sentence that names a code of [`Sex`].
pub fn sex_key(code: &str) -> &'static str {
    match Sex::from_code(code) {
        Some(Sex::Male) => "people-sex-male",
        Some(Sex::Female) => "people-sex-female",
        Some(Sex::Indeterminate) => "people-sex-indeterminate",
        Some(Sex::NotKnown) | None => "people-sex-not-known",
    }
}

/// What people call a communication need.
pub fn need_name(locale: &Locale, code: &str) -> Made<String> {
    locale.t(&format!("register-need-{code}"), &[])
}

/// The languages that people may speak, English first and then by their names.
pub fn languages(locale: &Locale) -> Made<Vec<Choice>> {
    let mut all = LANGUAGES.iter().map(|tag| Ok(Choice::new(*tag, language_name(locale, tag)?))).collect::<Made<Vec<_>>>()?;
    all.sort_by_cached_key(|one| (one.value != "en", one.label.to_lowercase()));
    Ok(all)
}

/// What people call a language.
pub fn language_name(locale: &Locale, tag: &str) -> Made<String> {
    locale.t(&format!("people-language-{}", tag.to_ascii_lowercase()), &[])
}
