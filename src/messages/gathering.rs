//! The words of emails about engagement events. Their subjects say who writes and nothing of what the event is about: they are
//! read on locked screens.

use serde::Serialize;

use super::words::{Unwritten, Words, Written};
use crate::domain::engagement::notice::Kind;
use crate::i18n::{Locale, Locales};

/// What the words are about. Texts are in the reader's language, as far as whoever planned the event did not write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gathering {
    /// What the person is called; nothing where that is not known.
    pub name: Option<String>,
    /// Who holds it.
    pub organisation: String,
    pub title: String,
    /// The day it begins: `3 December 2026`.
    pub day: String,
    /// Day and times.
    pub when: String,
    pub place: String,
    /// How to get there and in, line by line.
    pub directions: Vec<String>,
    /// What is there for those who need it.
    pub offers: Vec<String>,
    /// True where there is something to answer, and time to do so.
    pub asks: bool,
    /// The code that is shown there.
    pub code: String,
    /// Where the code is typed, without the scheme.
    pub join: String,
    /// The personal link.
    pub link: String,
    /// From when and until when answers are taken.
    pub from: String,
    pub until: String,
    /// Where it stands what became of what people said.
    pub heard: String,
    /// Where the emails are stopped.
    pub stop: String,
    /// How to reach those who hold it.
    pub contact: String,
    /// True for those on the list of whoever holds it; false for those who left their address themselves.
    pub expected: bool,
}

impl Words {
    /// An email about an event.
    ///
    /// # Errors
    /// Where a sentence is missing.
    pub fn about_event(&self, locale: &Locale, kind: Kind, gathering: &Gathering) -> Result<Written, Unwritten> {
        let part = |file: &str| self.render(locale, &format!("emails/event-{}/{file}", kind.code()), gathering);
        Ok(Written { subject: part("subject.txt")?.trim().to_owned(), text: part("body.txt")?, html: part("body.html")? })
    }
}

/// Writes every email about events with and without what may be missing, and answers what went wrong.
pub(super) fn problems(words: &Words, locales: &Locales) -> Vec<String> {
    let mut found = Vec::new();
    for locale in locales.iter() {
        for (kind, gathering) in Kind::ALL.iter().flat_map(|kind| samples().map(|gathering| (*kind, gathering))) {
            let why = words.about_event(locale, kind, &gathering).err();
            found.extend(why.map(|why| format!("the event-{} in {}: {why}", kind.code(), locale.language())));
        }
    }
    found
}

/// Invented emails that show every branch.
fn samples() -> [Gathering; 2] {
    let full = Gathering {
        name: Some("Zofia <Nowak> & daughter".to_owned()),
        organisation: "Fenmarch & Dale".to_owned(),
        title: "Tea & <talk>".to_owned(),
        day: "3 December 2026".to_owned(),
        when: "3 December 2026, 10:00 to 12:00".to_owned(),
        place: "The library, Marlford".to_owned(),
        directions: vec!["Bus 4.".to_owned(), "The door is at the back.".to_owned()],
        offers: vec!["step-free access".to_owned(), "hearing loop".to_owned()],
        asks: true,
        code: "ACD 347".to_owned(),
        join: "answers.example.org/join".to_owned(),
        link: "https://answers.example.org/e/ACD347/i/xxxx".to_owned(),
        from: "3 December 2026, 9:00".to_owned(),
        until: "17 December 2026, 12:00".to_owned(),
        heard: "https://answers.example.org/e/ACD347/heard".to_owned(),
        stop: "https://answers.example.org/e/ACD347/stop/xxxx".to_owned(),
        contact: "01632 960 001".to_owned(),
        expected: true,
    };
    let nothing = Vec::new;
    let bare = Gathering { name: None, directions: nothing(), offers: nothing(), asks: false, expected: false, ..full.clone() };
    [bare, full]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Vec<(String, Kind, Gathering, Written)> {
        let locales = Locales::load().unwrap();
        let words = Words::load(&locales).unwrap();
        assert_eq!(problems(&words, &locales), Vec::<String>::new());
        let mut all = Vec::new();
        for locale in locales.iter() {
            for (kind, about) in Kind::ALL.iter().flat_map(|kind| samples().map(|about| (*kind, about))) {
                let written = words.about_event(locale, kind, &about).unwrap();
                all.push((locale.language().to_string(), kind, about, written));
            }
        }
        all
    }

    #[test]
    fn every_email_says_which_event_how_to_ask_and_how_to_stop_in_every_form() {
        for (language, kind, about, written) in everything() {
            let html = written.html.replace("&#x2F;", "/").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
            for needed in [&about.title, &about.contact, &about.stop] {
                assert!(written.text.contains(needed.as_str()), "{language} {kind:?}: {needed} is not in {}", written.text);
                assert!(html.contains(needed.as_str()), "{language} {kind:?}: {needed} is not in {html}");
            }
            let asks = matches!(kind, Kind::Invitation | Kind::FollowUp | Kind::Reminder) && about.asks;
            assert_eq!((written.text.contains(&about.link), html.contains(&about.link)), (asks, asks), "{language} {kind:?}");
            let tells = matches!(kind, Kind::Thanks | Kind::News);
            assert_eq!((written.text.contains(&about.heard), html.contains(&about.heard)), (tells, tells), "{language} {kind:?}");
            assert!(written.html.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"ltr\">")), "{}", written.html);
            assert!(written.text.lines().all(|line| line.len() < 998) && !written.text.contains("\n\n\n"), "{}", written.text);
        }
    }

    #[test]
    fn a_subject_names_nobody_and_nothing_of_what_the_event_is_about() {
        for (language, kind, _, written) in everything() {
            assert!(!written.subject.is_empty() && !written.subject.contains(['\n', '\r']), "{language} {kind:?}");
            let seen = written.subject.to_lowercase();
            for word in ["zofia", "nowak", "talk", "patient", "survey", "health", "carer", "pacjent", "ankiet", "zdrow", "opiek"] {
                assert!(!seen.contains(word), "{language} {kind:?}: {word} in {seen}");
            }
        }
    }

    #[test]
    fn a_name_cannot_become_markup_and_reads_as_it_is_in_plain_text() {
        for (_, _, about, written) in everything().into_iter().filter(|(_, _, about, _)| about.name.is_some()) {
            assert!(written.text.contains(&about.name.unwrap()) && !written.html.contains("<Nowak>") && !written.html.contains("<talk>"));
        }
    }
}
