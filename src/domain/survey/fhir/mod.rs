//! Reads a survey from a FHIR R4 (or R5) Questionnaire, as a stranger wrote it.
//!
//! Everything wrong with a file is said at once, each problem with the item it is about and a reason that a person
//! understands; whatever is left unused is noted. A survey that Saywell would run differently from what its author meant is
//! refused, never approximated. Nothing here reads a file, a clock or a network.

mod checks;
mod condition;
mod expression;
mod extension;
mod field;
mod item;
mod kind;
mod language;
mod limits;
mod module;
mod options;
mod questionnaire;
mod reading;
mod reason;
mod remark;
mod report;
mod scores;
mod value_set;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use self::reading::Reading;
use super::definition::Definition;
use super::instruments;

pub use self::report::{Note, Place, Problem, Reason, Refused, Remark, ScoreFault};
pub use self::value_set::ValueSets;

/// Most bytes a Questionnaire file may have.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Most items a survey may have, those of its modules included.
pub const MOST_ITEMS: usize = 2_000;
/// Most levels that items may be nested.
pub const MOST_LEVELS: usize = 20;
/// Most options one item may offer.
pub const MOST_OPTIONS: usize = 500;

/// A survey that can be run, and what of its file was not used as written.
#[derive(Debug, Clone)]
pub struct Imported {
    pub definition: Definition,
    pub notes: Vec<Note>,
}

/// Questionnaire files that others may append to themselves by name (`urn:saywell:include`).
#[derive(Debug, Clone, Default)]
pub struct Modules(BTreeMap<String, Vec<u8>>);

impl Modules {
    /// The same modules and one more.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, source: impl Into<Vec<u8>>) -> Self {
        self.0.insert(name.into(), source.into());
        self
    }

    /// The file of that name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }
}

/// Reads a survey from the bytes of a FHIR Questionnaire in JSON.
///
/// `supplied` holds the answer lists that the file may name without listing them; `modules` the files it may include.
/// Refused with every problem found; only a file that is not JSON has exactly one.
pub fn import(source: &[u8], supplied: &ValueSets, modules: &Modules) -> Result<Imported, Refused> {
    let json = parse(source)?;
    let mut reading = Reading::new(supplied, modules);
    let read = questionnaire::read(&mut reading, &json).map(|mut definition| {
        module::append(&mut reading, &mut definition, &json);
        checks::check(&mut reading, &mut definition);
        scores::read(&mut reading, &mut definition, &json);
        let recognised = instruments::recognise(&mut definition, &field::codings(&json, "code"));
        let scored: Vec<Place> = recognised.iter().map(|(place, _)| place.clone()).collect();
        for (place, remark) in recognised {
            reading.note(&place, remark);
        }
        checks::note_unfilled(&mut reading, &definition, &scored);
        language::gather(&mut reading, &mut definition);
        definition
    });
    let (problems, notes) = reading.finish();
    match read {
        Some(definition) if problems.is_empty() => Ok(Imported { definition, notes }),
        _ => Err(Refused { problems }),
    }
}

/// Reads the text of a Questionnaire.
fn parse(source: &[u8]) -> Result<Json, Refused> {
    let json = json(source)?;
    match json.get("resourceType").and_then(Json::as_str) {
        Some("Questionnaire") => Ok(json),
        found => Err(Refused::because(Place::Survey, Reason::NotAQuestionnaire(found.map(str::to_owned)))),
    }
}

/// Reads JSON, saying where it stops being JSON.
fn json(source: &[u8]) -> Result<Json, Refused> {
    let source = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source);
    if source.len() > MOST_BYTES {
        return Err(Refused::because(Place::Survey, Reason::TooLarge));
    }
    match source.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => return Err(Refused::because(Place::Survey, Reason::Empty)),
        Some(b'<') => return Err(Refused::because(Place::Text { line: 1, column: 1 }, Reason::Xml)),
        Some(_) => {}
    }
    serde_json::from_slice(source).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or(&what).to_owned();
        Refused::because(Place::Text { line: error.line(), column: error.column() }, Reason::NotJson(what))
    })
}
