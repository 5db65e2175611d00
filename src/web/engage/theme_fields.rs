//! The form of a theme, reading it, and what can be wrong in it.

use crate::domain::engagement::wording::{self, Fault as Wording};
use crate::i18n::{Locale, MissingMessage};
use crate::store::ids::OrganisationId;
use crate::store::organisations::Organisation;
use crate::store::themes::Theme;
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::part::FieldError;

/// Something wrong in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Wording(Wording),
    /// Another theme that is offered is called so.
    Taken,
    Organisation,
    /// No theme to make one with was chosen.
    Into,
    /// Somebody else has changed it since; now it is called so.
    Changed(String),
}

/// What is wrong, field by field.
pub type Faults = Vec<(&'static str, Fault)>;

impl Fault {
    fn sentence(&self, locale: &Locale) -> Result<String, MissingMessage> {
        let key = match self {
            Self::Wording(Wording::TitleEmpty) => "themes-fault-title-empty",
            Self::Wording(Wording::TitleLong) => "themes-fault-title-long",
            Self::Wording(Wording::DescriptionLong) => "themes-fault-description-long",
            Self::Taken => "themes-fault-taken",
            Self::Organisation => "themes-fault-organisation",
            Self::Into => "themes-fault-into",
            Self::Changed(title) => return locale.t("themes-fault-changed", &[("title", title.as_str().into())]),
        };
        locale.t(key, &[])
    }
}

/// The theme with the words that were typed, or what is wrong with them.
pub fn read(typed: &Fields, before: &Theme) -> Result<Theme, Faults> {
    let mut faults = Faults::new();
    let mut take = |field: &'static str, read: Result<String, Wording>| {
        read.map_err(|fault| faults.push((field, Fault::Wording(fault)))).unwrap_or_default()
    };
    let title = take("title", wording::title(typed.first("title")));
    let description = take("description", wording::description(typed.first("description")));
    let leaves_out = take("leaves-out", wording::description(typed.first("leaves-out")));
    if faults.is_empty() { Ok(Theme { title, description, leaves_out, ..before.clone() }) } else { Err(faults) }
}

/// The organisation in whose codebook a new theme goes: the chosen one, or the only one.
pub fn organisation(typed: &Fields, own: &[Organisation]) -> Option<OrganisationId> {
    match own {
        [only] => Some(only.id),
        several => several.iter().find(|one| one.id.0.to_string() == typed.first("organisation")).map(|one| one.id),
    }
}

/// The fields of a theme with what they hold. `organisations` are those to choose from.
pub fn fields(locale: &Locale, value: &dyn Fn(&str) -> String, organisations: &[Organisation]) -> Result<Vec<Field>, MissingMessage> {
    let named = |id: &str, input: Input| {
        let field = Field::new(id, locale.t(&format!("themes-field-{id}"), &[])?, input);
        Ok::<_, MissingMessage>(field.hinted(locale.t(&format!("themes-field-{id}-hint"), &[])?))
    };
    let mut fields = vec![
        named("title", Input::Text { value: value("title") })?,
        named("description", Input::Lines { value: value("description") })?,
        named("leaves-out", Input::Lines { value: value("leaves-out") })?,
    ];
    if organisations.len() > 1 {
        let choices = organisations.iter().map(|one| Choice::new(one.id.0.to_string(), &one.name)).collect();
        let options = Field::options("organisation", choices, &value("organisation"));
        fields.push(Field::new("organisation", locale.t("themes-field-organisation", &[])?, Input::Radios { options }));
    }
    Ok(fields)
}

/// The fields, with what is wrong in them.
pub fn marked(locale: &Locale, mut fields: Vec<Field>, faults: &Faults) -> Result<Vec<Field>, MissingMessage> {
    for (at, fault) in faults {
        if let Some(field) = fields.iter_mut().find(|field| field.id == *at) {
            field.errors.push(FieldError::new(*at, fault.sentence(locale)?));
        }
    }
    Ok(fields)
}

/// What a theme holds under the name of a field.
pub fn kept(theme: &Theme, field: &str) -> String {
    match field {
        "title" => theme.title.clone(),
        "description" => theme.description.clone(),
        "leaves-out" => theme.leaves_out.clone(),
        _ => String::new(),
    }
}
