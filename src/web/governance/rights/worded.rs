//! What the codes in a record mean, in the words of its reader: for the copy that people read. The copy for machines keeps the
//! codes beside them.

use crate::app::App;
use crate::domain::care::need::Need;
use crate::domain::care::rights::Kind;
use crate::i18n::Locale;
use crate::web::provider::{people, person_fields};

/// What people call a value of that name; nothing where it says by itself what it means.
pub fn worded(app: &App, locale: &Locale, name: &str, value: &str) -> Option<String> {
    let coded = |of: &str| locale.t(&format!("{of}-{value}"), &[]).ok();
    match name {
        "sex" => locale.t(person_fields::sex_key(value), &[]).ok(),
        "ethnicity" => locale.t(&format!("register-ethnicity-{}", value.to_ascii_lowercase()), &[]).ok(),
        "language" => person_fields::language_name(locale, value).ok(),
        "needs" => Need::list(value)
            .iter()
            .map(|need| person_fields::need_name(locale, need.code()).ok())
            .collect::<Option<Vec<_>>>()
            .map(|all| all.join(", ")),
        "contact_by" => coded("register-contact-by"),
        "may_contact" | "opted_out" => coded("register-said"),
        "programme" => Some(people::programme_title(app, value)),
        "reason" => coded("register-stop"),
        "timepoint" => coded("people-timepoint"),
        "not_asked" => coded("due-why"),
        "channel" => coded("due-channel"),
        "kind" if Kind::from_code(value).is_some() => coded("rights-kind"),
        "kind" => coded("held-kind"),
        "outcome" => coded("rights-outcome"),
        "respondent" => coded("held-respondent"),
        "relationship" => coded("question-relationship"),
        "mode" => coded("alerts-mode"),
        "status" => coded("held-status"),
        _ => None,
    }
}
