//! The fields that the forms of administrators are made of, and the forms that only ask why.

use super::Realm;
use super::fault::{Faults, role_name};
use crate::app::App;
use crate::domain::access::{OrganisationKind, Role};
use crate::i18n::{Argument, Locale, MissingMessage};
use crate::store::organisations::Organisation;
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::pages::part::{FieldError, Hidden};

/// The result of making a field.
type Made<T> = Result<T, MissingMessage>;

/// A line of text, labelled `admin-field-<key>`.
pub fn text(locale: &Locale, id: &str, key: &str, value: &str) -> Made<Field> {
    Ok(Field::new(id, locale.t(&format!("admin-field-{key}"), &[])?, Input::Text { value: value.to_owned() }))
}

/// An email address.
pub fn email(locale: &Locale, value: &str) -> Made<Field> {
    Ok(Field::new("email", locale.t("admin-field-email", &[])?, Input::Email { value: value.to_owned() }))
}

/// A list of the organisations within reach.
pub fn organisation(locale: &Locale, id: &str, realm: &Realm, chosen: &str) -> Made<Field> {
    let mut options = vec![Choice::new("", locale.t("admin-field-choose", &[])?)];
    options.extend(realm.reached().map(named));
    let input = Input::Select { options: Field::options(id, options, chosen) };
    Ok(Field::new(id, locale.t(&format!("admin-field-{id}"), &[])?, input))
}

fn named(organisation: &Organisation) -> Choice {
    Choice::new(organisation.id.0.to_string(), format!("{} ({})", organisation.name, organisation.ods_code))
}

/// Every organisation that `may_be` the parent, and none.
pub fn parent(locale: &Locale, realm: &Realm, may_be: impl Fn(&Organisation) -> bool, chosen: &str) -> Made<Field> {
    let mut options = vec![Choice::new("", locale.t("admin-field-parent-none", &[])?)];
    options.extend(realm.all.iter().filter(|organisation| may_be(organisation)).map(named));
    let input = Input::Select { options: Field::options("parent", options, chosen) };
    Ok(Field::new("parent", locale.t("admin-field-parent", &[])?, input))
}

/// The roles, each with what it is for.
pub fn role(locale: &Locale, chosen: &str) -> Made<Field> {
    let choice = |role: Role| {
        let explain = locale.t(&format!("role-{}-explain", role.code()), &[])?;
        Ok(Choice::new(role.code(), role_name(locale, role)?).hinted(explain))
    };
    let options = Role::ALL.into_iter().map(choice).collect::<Made<_>>()?;
    let input = Input::Radios { options: Field::options("role", options, chosen) };
    Ok(Field::new("role", locale.t("admin-field-role", &[])?, input))
}

/// The kinds of organisation.
pub fn kind(locale: &Locale, chosen: &str) -> Made<Field> {
    let choice = |kind: OrganisationKind| Ok(Choice::new(kind.code(), kind_name(locale, kind.code())?));
    let options = OrganisationKind::ALL.into_iter().map(choice).collect::<Made<_>>()?;
    let input = Input::Radios { options: Field::options("kind", options, chosen) };
    Ok(Field::new("kind", locale.t("admin-field-kind", &[])?, input))
}

/// What people call a kind of organisation.
pub fn kind_name(locale: &Locale, code: &str) -> Made<String> {
    locale.t(&format!("organisation-kind-{code}"), &[])
}

/// The languages that letters can be written in.
pub fn language(app: &App, locale: &Locale, chosen: &str) -> Made<Field> {
    let choice = |known: &std::sync::Arc<Locale>| Ok(Choice::new(known.language().as_str(), known.name()?));
    let options = app.locales.iter().map(choice).collect::<Made<_>>()?;
    let input = Input::Select { options: Field::options("language", options, chosen) };
    Ok(Field::new("language", locale.t("admin-field-language", &[])?, input))
}

/// Why it is done.
fn reason(locale: &Locale, value: &str) -> Made<Field> {
    let field = Field::new("reason", locale.t("admin-field-reason", &[])?, Input::Lines { value: value.to_owned() });
    Ok(field.hinted(locale.t("admin-field-reason-hint", &[])?))
}

/// The fields with what is wrong in them.
pub fn marked(locale: &Locale, mut fields: Vec<Field>, faults: &Faults) -> Made<Vec<Field>> {
    for (at, fault) in &faults.0 {
        if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
            field.errors.push(FieldError::new(*at, fault.sentence(locale)?));
        }
    }
    Ok(fields)
}

/// A form that only asks why: `admin-form-<what>` heads it, `-intro` explains it and `-button` is on its button.
pub struct Why<'a> {
    pub what: &'static str,
    /// The name of whom or what it is done to.
    pub about: &'a str,
    /// The page of that, to which the way back leads.
    pub at: &'a str,
    /// Where it is sent.
    pub action: String,
    /// What the explanation mentions.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Why<'_> {
    /// The form, with what was typed and what is wrong in it.
    pub fn form(&self, locale: &Locale, reason_typed: &str, faults: &Faults) -> Made<Form> {
        let key = format!("admin-form-{}", self.what);
        Ok(Form {
            heading: locale.t(&key, &[])?,
            caption: Some(self.about.to_owned()),
            intro: vec![locale.t(&format!("{key}-intro"), &self.arguments)?],
            back: Back { href: self.at.to_owned(), text: self.about.to_owned() },
            action: self.action.clone(),
            hidden: vec![Hidden::new("what", self.what)],
            fields: marked(locale, vec![reason(locale, reason_typed)?], faults)?,
            button: locale.t(&format!("{key}-button"), &[])?,
            warning: true,
        })
    }
}
