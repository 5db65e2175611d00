//! Any survey on paper: every question in its order, with boxes, numbers and words about where to go on; whole pages; the code and
//! the link of whoever it is for.

use std::sync::Arc;

use jiff::civil::date;
use saywell::catalogue;
use saywell::domain::care::code::Code;
use saywell::domain::survey::{Definition, Item, Language, Respondent};
use saywell::i18n::{Locale, Locales};
use saywell::paper::Failure;
use saywell::paper::survey::{Form, Own, Sender, form};

use super::reading::{Reading, squeezed};

fn sender() -> Sender {
    Sender {
        organisation: "County Trust".to_owned(),
        contact: Some("01865 000000".to_owned()),
        help_line: None,
        address: "saywell.example/resume".to_owned(),
    }
}

fn locale(language: &Language) -> Arc<Locale> {
    let locales = Locales::load().unwrap();
    Arc::clone(locales.find(language).unwrap_or(locales.english()))
}

pub fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn own() -> Own {
    Own {
        name: "Maja".to_owned(),
        code: Code::from_bytes(*b"\x9f\x12abcdef"),
        link: format!("https://saywell.example/i/{}", "x".repeat(43)),
    }
}

struct Wanted<'a> {
    language: &'a str,
    large: bool,
    person: Option<Own>,
}

const BLANK: Wanted<'static> = Wanted { language: "en", large: false, person: None };

fn printed(definition: &Definition, wanted: &Wanted<'_>) -> Result<Vec<u8>, Failure> {
    let (language, sender) = (language(wanted.language), sender());
    let locale = locale(&language);
    form(&Form {
        definition,
        language: &language,
        locale: &locale,
        person: wanted.person.clone(),
        event: None,
        large: wanted.large,
        sender: &sender,
        today: date(2026, 11, 22),
    })
}

fn read(definition: &Definition, wanted: &Wanted<'_>) -> Reading {
    Reading::of(&printed(definition, wanted).unwrap())
}

fn built_in() -> impl Iterator<Item = Definition> {
    catalogue::built_in().map(|(_, source)| catalogue::parse(&source).unwrap().definition)
}

/// A survey of these items.
fn survey(items: &serde_json::Value) -> Definition {
    let form = serde_json::json!({
        "resourceType": "Questionnaire", "id": "trial", "status": "active", "language": "en", "title": "A trial", "item": items
    });
    catalogue::parse(form.to_string().as_bytes()).unwrap().definition
}

fn asked(definition: &Definition) -> Vec<&Item> {
    definition.walk().filter(|item| item.is_asked()).collect()
}

#[test]
fn every_question_of_every_built_in_survey_is_printed_in_order_in_every_language() {
    for definition in built_in() {
        for tag in definition.languages.clone() {
            let reading = read(&definition, &Wanted { language: tag.as_str(), ..BLANK });
            let words = reading.words().concat();
            let mut from = 0;
            for (place, item) in asked(&definition).iter().enumerate() {
                let heading = squeezed(&format!("{}.{}", place + 1, item.text.in_language(&tag)));
                let found = words[from..].find(&heading).unwrap_or_else(|| panic!("{} in {tag}: {heading} is not there", definition.key));
                from += found + heading.len();
            }
            assert!(reading.is_tagged(tag.as_str()), "{} in {tag}", definition.key);
            assert!(reading.count("H1") == 1 && reading.count("LI") > 10, "{} in {tag}", definition.key);
        }
    }
}

#[test]
fn the_same_words_on_the_same_day_are_the_same_bytes() {
    let definition = built_in().next().unwrap();
    let once = || printed(&definition, &Wanted { person: Some(own()), ..BLANK }).unwrap();
    assert!(once() == once());
}

#[test]
fn large_print_takes_more_pages() {
    for definition in built_in() {
        let pages = |large| read(&definition, &Wanted { large, ..BLANK }).pages();
        assert!(pages(true) > pages(false), "{}", definition.key);
    }
}

#[test]
fn the_code_of_whoever_it_is_for_stands_on_every_page_and_no_code_on_a_blank_form() {
    let definition = built_in().next().unwrap();
    let code = squeezed(&own().code.to_string());
    let words = read(&definition, &Wanted { person: Some(own()), large: true, ..BLANK }).words();
    assert!(words.len() > 2 && words.iter().all(|page| page.contains(&code)));
    assert!(words[0].contains("Maja"));
    assert!(!read(&definition, &BLANK).words().concat().contains(&code));
}

#[test]
fn every_page_says_which_it_is_and_of_how_many() {
    let words = read(&built_in().next().unwrap(), &BLANK).words();
    for (number, page) in words.iter().enumerate() {
        assert!(page.contains(&format!("Page{}of{}", number + 1, words.len())), "page {number}");
    }
}

#[test]
fn whoever_fills_a_form_in_for_another_is_asked_what_they_are_to_them() {
    for definition in built_in() {
        let words = read(&definition, &BLANK).words().concat();
        let asks = words.contains("Whatareyoutothepersonyouareansweringfor?") && words.contains("Daughterorson");
        assert_eq!(asks, definition.respondents.contains(&Respondent::Proxy), "{}", definition.key);
    }
}

#[test]
fn a_survey_with_a_risk_item_says_where_to_find_help_before_its_first_question() {
    let risky = |definition: &Definition| definition.walk().any(|item| !item.risk.is_empty());
    for definition in built_in() {
        let words = read(&definition, &BLANK).words().concat();
        let first = words.find(&squeezed(&format!("1.{}", asked(&definition)[0].text.base()))).unwrap();
        let help = words.find("116123").is_some_and(|help| help < first);
        assert_eq!(help, risky(&definition), "{}", definition.key);
    }
    assert!(built_in().any(|definition| risky(&definition)));
}

#[test]
fn branching_is_said_in_words() {
    let yes = serde_json::json!([{ "question": "a", "operator": "=", "answerBoolean": true }]);
    let definition = survey(&serde_json::json!([
        { "linkId": "a", "type": "boolean", "text": "Do you smoke?" },
        { "linkId": "b", "type": "integer", "text": "How many a day?", "enableWhen": yes.clone() },
        { "linkId": "c", "type": "date", "text": "Since when?", "enableWhen": yes },
        { "linkId": "d", "type": "text", "text": "Anything else?" }
    ]));
    let words = read(&definition, &BLANK).words().concat();
    for said in ["2No Go to question 4.", "Answer this only if you answered “Yes” to question 1."] {
        assert!(words.contains(&squeezed(said)), "{said}: {words}");
    }
    assert!(!words.contains("1YesGoto"));
}

#[test]
fn two_hundred_questions_break_into_pages_without_a_heading_alone() {
    let options: Vec<_> =
        (1..=7).map(|n| serde_json::json!({ "valueCoding": { "code": format!("o{n}"), "display": format!("Option {n}") } })).collect();
    let item = |n: usize| serde_json::json!({ "linkId": format!("q{n}"), "type": "choice", "text": format!("Question about matter {n}?"), "answerOption": options.clone() });
    let words = read(&survey(&(1..=200).map(item).collect()), &BLANK).words();
    assert!(words.len() > 30, "{}", words.len());
    for n in 1..=200 {
        let heading = format!("{n}.Questionaboutmatter{n}?");
        let page = words.iter().find(|page| page.contains(&heading)).unwrap();
        let after = &page[page.find(&heading).unwrap() + heading.len()..];
        assert!(after.starts_with("1Option1") && after.contains("7Option7"), "question {n} is torn");
    }
}

#[test]
fn a_word_that_is_wider_than_the_page_is_not_lost() {
    let long = "Donaudampfschifffahrtsgesellschaft".repeat(30);
    let words = read(&survey(&serde_json::json!([{ "linkId": "a", "type": "string", "text": long }])), &BLANK).words();
    assert!(words.concat().contains(&long));
}

#[test]
fn letters_that_no_typeface_has_are_a_reason_and_not_a_page_of_marks() {
    let foreign = survey(&serde_json::json!([{ "linkId": "a", "type": "string", "text": "您的身體狀況如何？請告訴我們您的感受。" }]));
    assert!(matches!(printed(&foreign, &BLANK), Err(Failure::Letters(letters)) if letters.starts_with('您')));
    let one = survey(
        &serde_json::json!([{ "linkId": "a", "type": "string", "text": "What does the sign 康 in the waiting room say to you? \u{1f642}" }]),
    );
    assert!(read(&one, &BLANK).words().concat().contains("\u{fffd}"));
    let nothing = survey(&serde_json::json!([{ "linkId": "a", "type": "string", "text": "Kept from before", "readOnly": true }]));
    assert!(matches!(printed(&nothing, &BLANK), Err(Failure::NothingAsked)));
}

#[test]
fn the_questionnaires_of_others_are_printed_or_it_is_said_why_not() {
    for (name, source) in crate::surveys::others() {
        let Ok(imported) = catalogue::parse(&source) else { continue };
        let tag = imported.definition.languages.first().map_or("en", Language::as_str);
        match printed(&imported.definition, &Wanted { language: tag, ..BLANK }) {
            Ok(_) | Err(Failure::Letters(_) | Failure::NothingAsked) => {}
            Err(why) => panic!("{name}: {why}"),
        }
    }
}
