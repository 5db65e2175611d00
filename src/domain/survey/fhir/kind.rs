//! What sort of answer an item takes, as FHIR R4 and R5 say it.

use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{field, options};
use crate::domain::survey::definition::Kind;

/// The kind of an item. `None` if Saywell cannot ask it, which is reported.
pub(super) fn read(reading: &mut Reading<'_>, place: &Place, json: &Json) -> Option<Kind> {
    let Some(name) = field::text(json, "type") else {
        reading.problem(place, Reason::NoType);
        return None;
    };
    let kind = match name.as_str() {
        "group" => Kind::Group,
        "display" => Kind::Display,
        "boolean" => Kind::Boolean,
        "choice" | "coding" => choice(reading, place, json, false),
        "open-choice" => choice(reading, place, json, true),
        "integer" | "decimal" | "date" | "string" | "text" if options::offered(json) => {
            reading.note(place, Remark::MadeChoice);
            choice(reading, place, json, false)
        }
        "integer" => Kind::Integer,
        "decimal" => Kind::Decimal,
        "date" => Kind::Date,
        "string" => Kind::String,
        "text" => Kind::Text,
        _ => {
            reading.problem(place, Reason::UnsupportedType(name));
            return None;
        }
    };
    if kind == Kind::Group && field::flag(json, "repeats") {
        reading.problem(place, Reason::RepeatingGroup);
    }
    Some(kind)
}

/// A choice. R5 says in `answerConstraint` whether other answers may be given.
fn choice(reading: &mut Reading<'_>, place: &Place, json: &Json, open: bool) -> Kind {
    let open = match field::text(json, "answerConstraint").as_deref() {
        None => open,
        Some("optionsOrString") => true,
        Some("optionsOrType") => {
            reading.note(place, Remark::ClosedChoice);
            false
        }
        Some(_) => false,
    };
    Kind::Choice { options: options::read(reading, place, json), open }
}

/// Whether the item takes several answers.
pub(super) fn repeats(reading: &mut Reading<'_>, place: &Place, json: &Json, kind: &Kind) -> bool {
    let wanted = field::flag(json, "repeats");
    match kind {
        Kind::Group | Kind::Display => false,
        Kind::Boolean if wanted => {
            reading.note(place, Remark::NotApplicable("repeats"));
            false
        }
        _ => wanted,
    }
}
