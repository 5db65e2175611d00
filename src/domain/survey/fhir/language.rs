//! Which languages a survey speaks, and how completely.

use std::collections::BTreeSet;

use super::reading::Reading;
use super::report::{Place, Remark};
use crate::domain::survey::definition::{Definition, Item};
use crate::domain::survey::text::{Language, LocalText};

/// Puts the languages of a survey in its definition, the base language first, and notes those that are incomplete.
pub(super) fn gather(reading: &mut Reading<'_>, definition: &mut Definition) {
    let mut texts: Vec<&LocalText> = vec![&definition.title, &definition.purpose];
    texts.extend(of_items(&definition.items));
    texts.extend(definition.scores.iter().map(|score| &score.title));
    texts.retain(|text| !text.is_empty());
    let Some(base) = definition.languages.first().cloned() else { return };
    let others: BTreeSet<Language> = spoken(&texts).into_iter().filter(|language| *language != base).collect();
    for language in &others {
        let missing = texts.iter().filter(|text| !text.languages().any(|has| has.primary() == language.primary())).count();
        // A dialect of the base language differs only where it is written differently.
        if missing > 0 && language.primary() != base.primary() {
            let remark = Remark::PartlyTranslated { language: language.to_string(), missing, base: base.to_string() };
            reading.note(&Place::Survey, remark);
        }
    }
    definition.languages = std::iter::once(base).chain(others).collect();
    super::questionnaire::check_drafted(reading, definition);
}

/// Every language that some text is translated into.
pub(super) fn spoken(texts: &[&LocalText]) -> BTreeSet<Language> {
    texts.iter().flat_map(|text| text.languages()).cloned().collect()
}

/// All that a list of items says.
pub(super) fn of_items(items: &[Item]) -> Vec<&LocalText> {
    let mut texts = Vec::new();
    for item in items {
        texts.push(&item.text);
        texts.extend(&item.help);
        for option in item.options() {
            texts.push(&option.label);
            texts.extend(&option.hint);
        }
        texts.extend(of_items(&item.items));
    }
    let otherwise: Vec<&LocalText> = texts.iter().filter_map(|text| text.otherwise()).collect();
    texts.extend(otherwise);
    texts
}
