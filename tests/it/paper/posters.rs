//! What is put up where people meet: one page, read from a distance, with a square code that a camera reads.

use std::sync::Arc;

use jiff::civil::date;
use saywell::i18n::Locales;
use saywell::paper::poster::{Format, Poster, poster};

use super::forms::language;
use super::reading::{Reading, squeezed};

const LINK: &str = "https://answers.fenmarch.example.org/e/34ACDX";

fn about(format: Format, tag: &str) -> Poster {
    let locales = Locales::load().unwrap();
    Poster {
        format,
        locale: Arc::clone(locales.find(&language(tag)).unwrap()),
        title: "What matters to carers in Fenmarch".to_owned(),
        when: "5 December 2026, 10:00 to 12:30".to_owned(),
        place: "Fenmarch Library, Market Street".to_owned(),
        directions: "Bus 7 stops at the door.".to_owned(),
        offers: ["Step-free access", "Hearing loop", "Quiet room"].map(str::to_owned).to_vec(),
        link: LINK.to_owned(),
        code: "34A CDX".to_owned(),
        address: "answers.fenmarch.example.org/join".to_owned(),
        minutes: Some(5),
        contact: "Engagement team, 01632 960 150".to_owned(),
    }
}

fn bytes(about: &Poster) -> Vec<u8> {
    poster(about, date(2026, 11, 22)).unwrap()
}

fn read(about: &Poster) -> Reading {
    Reading::of(&bytes(about))
}

/// What a camera reads on a page.
fn scanned(reading: &Reading) -> String {
    let picture = reading.picture(1);
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, |x, y| picture.shade(x, y));
    seen.detect_grids().first().unwrap().decode().unwrap().1
}

#[test]
fn a_poster_is_one_page_of_a4_and_a_card_one_page_of_a5_in_either_language() {
    for (format, size) in [(Format::Poster, [210.0, 297.0]), (Format::Card, [148.0, 210.0])] {
        for tag in ["en", "pl"] {
            let reading = read(&about(format, tag));
            assert_eq!((reading.pages(), reading.millimetres()), (1, size), "{format:?} {tag}");
            assert!(reading.is_tagged(tag) && reading.count("Figure") == 1 && reading.count("H1") == 1, "{format:?} {tag}");
        }
    }
}

#[test]
fn a_camera_reads_the_address_of_the_event_from_it() {
    for format in [Format::Poster, Format::Card] {
        assert_eq!(scanned(&read(&about(format, "en"))), LINK, "{format:?}");
    }
}

#[test]
fn it_is_read_in_the_order_in_which_somebody_needs_it() {
    let words = read(&about(Format::Poster, "en")).words().remove(0);
    let order = [
        "What matters to carers in Fenmarch",
        "5 December 2026, 10:00 to 12:30",
        "Fenmarch Library, Market Street",
        "Bus 7 stops at the door.",
        "There is: Step-free access, Hearing loop, Quiet room",
        "Scan this square with the camera of your phone",
        "answers.fenmarch.example.org/join",
        "34A CDX",
        "No account and no app. You do not give your name. It takes about 5 minutes.",
        "Engagement team, 01632 960 150",
    ];
    let places: Vec<usize> = order.iter().map(|said| words.find(&squeezed(said)).unwrap_or_else(|| panic!("{said}: {words}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn everything_is_large_and_the_code_is_huge() {
    for (format, tag) in [(Format::Poster, "en"), (Format::Poster, "pl"), (Format::Card, "en"), (Format::Card, "pl")] {
        let sizes = read(&about(format, tag)).sizes(1);
        let (least, most) = (sizes.iter().copied().fold(f32::MAX, f32::min), sizes.iter().copied().fold(0.0, f32::max));
        assert!(least >= 18.0 && most >= 60.0, "{format:?} {tag}: {least} to {most}");
    }
}

#[test]
fn however_many_words_there_are_it_stays_one_page_with_its_code() {
    for format in [Format::Poster, Format::Card] {
        let wordy = Poster {
            title: "W".repeat(120),
            place: "place ".repeat(33),
            directions: "Turn left.\n".repeat(180),
            offers: vec!["An offer that needs many words to be described".to_owned(); 12],
            contact: "contact ".repeat(25),
            code: "MWM WMW".to_owned(),
            ..about(format, "pl")
        };
        let reading = read(&wordy);
        assert_eq!((reading.pages(), scanned(&reading).as_str()), (1, LINK));
        assert!(reading.words()[0].contains("MWMWMW"), "{:?}", reading.words());
    }
}

#[test]
fn the_same_words_on_the_same_day_are_the_same_bytes() {
    assert_eq!(bytes(&about(Format::Poster, "pl")), bytes(&about(Format::Poster, "pl")));
}
