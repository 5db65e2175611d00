use super::*;
use crate::domain::framework::{BUILT_IN, Framework};
use crate::domain::survey::fhir::{Modules, ValueSets, import};
use crate::domain::survey::{Definition, LinkId};

const TEMPLATES: &str = include_str!("../../../../surveys/event-questions.json");
const MODULE: &str = include_str!("../../../../surveys/about-you.json");
const FEEDBACK: &str = include_str!("../../../../surveys/event-feedback.json");

fn json_of(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// A survey with those items.
fn survey(items: Json) -> Json {
    json!({ "resourceType": "Questionnaire", "id": "base", "item": items })
}

/// The event's survey about so many outcomes and indicators, begun with that survey.
fn composed(base: Option<&Json>, outcomes: usize, indicators: usize) -> Result<Json, Fault> {
    let framework = Framework::parse(BUILT_IN).unwrap();
    let (templates, about_you) = (json_of(TEMPLATES), json_of(MODULE));
    let sources = Sources { templates: &templates, about_you: &about_you, base };
    let outcomes: Vec<&Outcome> = framework.outcomes.iter().take(outcomes).collect();
    let indicators: Vec<&Indicator> = framework.indicators.iter().take(indicators).collect();
    compose(&sources, &Questions { key: "event-34679a", title: "Carers in the hall", outcomes: &outcomes, indicators: &indicators })
}

fn read(whole: &Json) -> Definition {
    let modules = Modules::default().with("about-you", MODULE);
    import(whole.to_string().as_bytes(), &ValueSets::built_in(), &modules).unwrap().definition
}

fn questions(definition: &Definition) -> Vec<&str> {
    definition.walk().filter(|item| item.is_question()).map(|item| item.link_id.as_str()).collect()
}

#[test]
fn an_event_asks_its_base_survey_first_then_its_own_questions() {
    let definition = read(&composed(Some(&json_of(FEEDBACK)), 3, 1).unwrap());
    let asked = questions(&definition);
    let first = ["how-was-it", "listened-to", "what-to-change", "priority-1", "priority-2", "priority-3", "matters", "missing"];
    let then = ["sense.settled-accommodation", "sense.settled-accommodation.why", "may-publish", "about.more"];
    assert!(asked.starts_with(&[&first[..], &then[..]].concat()), "{asked:?}");
    assert_eq!((definition.key.as_str(), definition.title.base()), ("event-34679a", "Carers in the hall"));
    assert_eq!((definition.programme.as_deref(), definition.url, definition.minutes), (Some("engagement"), None, Some(6)));
}

#[test]
fn there_are_as_many_priorities_as_outcomes_and_three_at_most() {
    for (outcomes, priorities) in [(0, 0), (1, 1), (2, 2), (3, 3), (11, 3)] {
        let definition = read(&composed(None, outcomes, 0).unwrap());
        assert_eq!(questions(&definition).iter().filter(|name| PRIORITIES.contains(name)).count(), priorities);
    }
}

#[test]
fn every_sentence_is_there_in_english_and_in_polish() {
    let definition = read(&composed(None, 11, 18).unwrap());
    let polish = crate::domain::survey::Language::parse("pl").unwrap();
    assert!(definition.languages.contains(&polish));
    for item in definition.walk() {
        let labels = item.options().iter().map(|option| &option.label);
        for text in std::iter::once(&item.text).chain(&item.help).chain(labels) {
            assert!(text.languages().any(|language| *language == polish), "{}: {}", item.link_id, text.base());
            assert!(!text.in_language(&polish).contains('{') && !text.base().contains('{'), "{}", text.base());
        }
    }
}

#[test]
fn where_people_live_is_asked_once() {
    let of = |base: Option<&Json>| {
        let definition = read(&composed(base, 3, 0).unwrap());
        questions(&definition).iter().filter(|name| **name == POSTCODE_AREA).count()
    };
    let own = survey(json!([{ "linkId": POSTCODE_AREA, "type": "string", "text": "Where?" }]));
    assert_eq!((of(None), of(Some(&json_of(FEEDBACK))), of(Some(&own))), (1, 1, 1));
}

#[test]
fn whoever_wrote_something_is_asked_whether_it_may_be_published() {
    let words =
        json!([{ "linkId": "g", "type": "group", "item": [{ "linkId": "words", "type": "text", "text": "Tell us", "maxLength": 9000 }] }]);
    let whole = composed(Some(&survey(words)), 0, 1).unwrap();
    let publish = items_of(&whole).iter().find(|item| link_id(item) == MAY_PUBLISH).unwrap();
    let waits: Vec<&str> = publish["enableWhen"].as_array().unwrap().iter().filter_map(|test| test["question"].as_str()).collect();
    assert_eq!(waits, ["words", MATTERS, MISSING, "sense.settled-accommodation.why"]);
    let definition = read(&whole);
    let item = definition.item(&LinkId::parse("words").unwrap()).unwrap();
    assert_eq!(item.limits.max_length, Some(4_000), "no answer is longer than every other");
}

#[test]
fn a_survey_that_has_a_question_of_every_event_is_refused_with_its_name() {
    for name in ["priority-2", "matters", "missing", "sense.anything", "may-publish", "event.words"] {
        let inside = survey(json!([{ "linkId": "g", "type": "group", "item": [{ "linkId": name, "type": "text", "text": "?" }] }]));
        assert_eq!(composed(Some(&inside), 1, 0), Err(Fault::Clash(name.to_owned())));
    }
}

#[test]
fn a_survey_written_in_another_language_is_refused() {
    let mut base = survey(json!([{ "linkId": "a", "type": "boolean", "text": "Dobrze?" }]));
    base["language"] = json!("pl");
    assert_eq!(composed(Some(&base), 1, 0), Err(Fault::Language));
    base["language"] = json!("en-GB");
    assert!(composed(Some(&base), 1, 0).is_ok());
}
