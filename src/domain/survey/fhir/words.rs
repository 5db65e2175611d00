//! Words with their translations.

use serde_json::Value as Json;

use super::reading::Reading;
use super::report::{Place, Reason, Remark};
use super::{extension, field};
use crate::domain::survey::text::{Language, LocalText};

/// The words of a field, with the translations beside it. `None` if there are none.
///
/// A field that has formatted words only gives those, without the formatting.
pub(super) fn read(reading: &mut Reading<'_>, place: &Place, json: &Json, name: &str) -> Option<LocalText> {
    let beside = json.get(format!("_{name}"));
    let written = field::text(json, name).or_else(|| {
        let formatted = extension::texts(beside?, extension::XHTML).next().map(|xhtml| without_tags(&xhtml))?;
        reading.note(place, Remark::Unformatted);
        (!formatted.is_empty()).then_some(formatted)
    });
    let mut words = LocalText::new(written?);
    let Some(beside) = beside else { return Some(words) };
    for each in extension::all(beside) {
        match extension::url(each) {
            extension::TRANSLATION => words = translate(reading, place, words, each),
            extension::PROXY_TEXT => words = otherwise(reading, place, words, each),
            other => reading.unused_extension(place, other),
        }
    }
    Some(words)
}

fn translate(reading: &mut Reading<'_>, place: &Place, words: LocalText, translation: &Json) -> LocalText {
    let tag = extension::texts(translation, "lang").next().unwrap_or_default();
    let Some(content) = extension::texts(translation, "content").next() else { return words };
    if let Some(language) = Language::parse(&tag) {
        words.with(language, content)
    } else {
        reading.problem(place, Reason::LanguageTag(tag));
        words
    }
}

/// The words with those for somebody who answers on behalf of another; their translations stand beside `valueString`.
fn otherwise(reading: &mut Reading<'_>, place: &Place, words: LocalText, json: &Json) -> LocalText {
    match read(reading, place, json, "valueString") {
        Some(of_another) => words.said_otherwise(of_another),
        None => words,
    }
}

/// Two texts as one, a line break between them, in every language that either has.
pub(super) fn join(first: Option<LocalText>, second: Option<LocalText>) -> Option<LocalText> {
    let (Some(one), Some(other)) = (first.clone(), second.clone()) else { return first.or(second) };
    let mut both = LocalText::new(format!("{}\n{}", one.base(), other.base()));
    for language in one.languages().chain(other.languages()) {
        both = both.with(language.clone(), format!("{}\n{}", one.in_language(language), other.in_language(language)));
    }
    if one.otherwise().or(other.otherwise()).is_some() {
        both = both.said_otherwise(join(Some(one.of_another()), Some(other.of_another()))?);
    }
    Some(both)
}

/// The words of XHTML: tags become spaces, the five entities of XML and the hard space are read, spaces are single.
fn without_tags(xhtml: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in xhtml.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            _ if inside => {}
            _ => text.push(c),
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " "), ("&#160;", " "), ("&amp;", "&")];
    for (entity, character) in entities {
        text = text.replace(entity, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
