//! Questionnaire files that a survey appends to itself, such as questions about the person that many surveys share.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason};
use super::{extension, language, parse, questionnaire, scores};
use crate::domain::survey::definition::Definition;
use crate::domain::survey::text::Language;

/// Appends the modules that `survey` includes, in the order it names them, after its own items.
pub(super) fn append(reading: &mut Reading<'_>, definition: &mut Definition, survey: &Json) {
    let mut wanted = language::spoken(&language::of_items(&definition.items));
    wanted.extend(definition.languages.iter().cloned());
    for name in extension::texts(survey, extension::INCLUDE) {
        let Some(source) = reading.modules.find(&name) else {
            reading.problem(&Place::Survey, Reason::UnknownModule(name));
            continue;
        };
        reading.enter(Some(&name));
        match parse(source) {
            Ok(module) => append_one(reading, definition, &module, (&name, &wanted)),
            Err(refused) => reading.refused(refused),
        }
        reading.enter(None);
    }
}

fn append_one(reading: &mut Reading<'_>, definition: &mut Definition, module: &Json, wanted: (&str, &BTreeSet<Language>)) {
    let (name, languages) = wanted;
    if extension::every(module, extension::INCLUDE).next().is_some() {
        reading.problem(&Place::Survey, Reason::NestedModule(name.to_owned()));
    }
    let base = questionnaire::base_language(reading, module);
    let (variables, items) = questionnaire::body(reading, module);
    let mut spoken = language::spoken(&language::of_items(&items));
    spoken.insert(base);
    for language in languages.iter().filter(|language| !spoken.iter().any(|has| has.primary() == language.primary())) {
        let (module, language) = (name.to_owned(), language.to_string());
        reading.problem(&Place::Survey, Reason::ModuleLanguage { module, language });
    }
    definition.variables.extend(variables);
    definition.items.extend(items);
    scores::read(reading, definition, module);
}
