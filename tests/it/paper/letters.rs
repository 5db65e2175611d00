//! Letters on paper: the address in the window of its envelope, one letter after another, and no word about health.

use std::sync::Arc;

use jiff::civil::date;
use saywell::i18n::Locales;
use saywell::paper::letter::{Letter, letters};

use super::forms::language;
use super::reading::{Reading, squeezed};

fn letter(tag: &str, large: bool) -> Letter {
    let locales = Locales::load().unwrap();
    Letter {
        locale: Arc::clone(locales.find(&language(tag)).unwrap()),
        large,
        address: ["Maja Kowalska", "Flat 3", "17 Canal Street", "Oxford", "OX2 6BJ"].map(str::to_owned).to_vec(),
        name: Some("Maja".to_owned()),
        organisation: "County Trust".to_owned(),
        contact: Some("01865 000000".to_owned()),
        link: format!("https://saywell.example/i/{}", "x".repeat(43)),
        code: "0123 4567 89AB".to_owned(),
        resume: "saywell.example/resume".to_owned(),
        until: "22 December 2026".to_owned(),
        is_reminder: false,
    }
}

fn read(all: &[Letter]) -> Reading {
    Reading::of(&letters(all, date(2026, 11, 22)).unwrap())
}

#[test]
fn a_letter_says_how_to_answer_and_how_to_decline_on_one_page() {
    let reading = read(&[letter("en", false)]);
    let words = reading.words();
    assert_eq!(words.len(), 1, "{words:?}");
    for said in
        ["Maja Kowalska", "OX2 6BJ", "22 November 2026", "Dear Maja,", "0123 4567 89AB", "saywell.example/resume", "we will stop asking"]
    {
        assert!(words[0].contains(&squeezed(said)), "{said}: {}", words[0]);
    }
    assert!(reading.is_tagged("en"));
}

#[test]
fn an_envelope_that_is_opened_by_others_tells_no_word_about_health() {
    for words in read(&[letter("en", false)]).words() {
        let words = words.to_lowercase();
        assert!(["health", "survey", "nhs", "wellbeing", "patient"].iter().all(|word| !words.contains(word)), "{words}");
    }
}

#[test]
fn a_batch_is_one_document_with_each_letter_in_its_language_on_pages_of_its_own() {
    let words = read(&[letter("en", false), letter("pl", true), letter("en", false)]).words();
    assert!(words[0].contains("Page1of1") && words.last().unwrap().contains("Page1of1"));
    assert!(words[1].contains(&squeezed("Dzień dobry, Maja,")) && words.len() >= 4);
}

#[test]
fn a_letter_is_written_to_everybody_whatever_letters_their_name_has() {
    let foreign = Letter { name: Some("美玲".to_owned()), contact: None, is_reminder: true, ..letter("en", false) };
    assert!(read(&[foreign]).words()[0].contains("Dear\u{fffd}\u{fffd},"));
}
