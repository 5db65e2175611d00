//! One import while it runs: what it may look things up in, and what it has to report so far.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::report::{Note, Place, Problem, Reason, Refused, Remark};
use super::{Modules, ValueSets, extension};

/// The state of one import.
pub(super) struct Reading<'a> {
    pub supplied: &'a ValueSets,
    pub modules: &'a Modules,
    /// Answer lists contained in the file, by `#id` and by url.
    pub contained: ValueSets,
    /// How often each linkId was written, whether or not its item could be read.
    pub declared: BTreeMap<String, usize>,
    /// Items read so far, modules included.
    pub items: usize,
    module: Option<String>,
    problems: Vec<Problem>,
    notes: Vec<Note>,
}

impl<'a> Reading<'a> {
    pub fn new(supplied: &'a ValueSets, modules: &'a Modules) -> Self {
        Self {
            supplied,
            modules,
            contained: ValueSets::default(),
            declared: BTreeMap::new(),
            items: 0,
            module: None,
            problems: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// What follows is read from that module; `None`: from the file itself.
    pub fn enter(&mut self, module: Option<&str>) {
        self.module = module.map(str::to_owned);
        self.contained = ValueSets::default();
    }

    pub fn problem(&mut self, place: &Place, reason: Reason) {
        self.problems.push(Problem { module: self.module.clone(), place: place.clone(), reason });
    }

    /// Puts the problems of a file that could not be read at all on record.
    pub fn refused(&mut self, refused: Refused) {
        let module = self.module.clone();
        self.problems.extend(refused.problems.into_iter().map(|problem| Problem { module: module.clone(), ..problem }));
    }

    pub fn note(&mut self, place: &Place, remark: Remark) {
        self.notes.push(Note { module: self.module.clone(), place: place.clone(), remark });
    }

    /// A note that is made only once in a file, at the first place it holds for.
    pub fn note_once(&mut self, place: &Place, remark: Remark) {
        if !self.notes.iter().any(|note| note.module == self.module && note.remark == remark) {
            self.note(place, remark);
        }
    }

    /// Notes an extension that is not used: once for each url, and once for all those that only style or lay out.
    pub fn unused_extension(&mut self, place: &Place, url: &str) {
        if let Some(word) = extension::presentation(url) {
            return self.unused_presentation(place, word);
        }
        for note in self.notes.iter_mut().filter(|note| note.module == self.module) {
            if let Remark::Extension { url: seen, count } = &mut note.remark
                && seen == url
            {
                *count += 1;
                return;
            }
        }
        self.note(place, Remark::Extension { url: url.to_owned(), count: 1 });
    }

    /// Notes a field that is not used, once for each name.
    pub fn unused_field(&mut self, place: &Place, field: &str) {
        for note in self.notes.iter_mut().filter(|note| note.module == self.module) {
            if let Remark::Field { field: seen, count } = &mut note.remark
                && seen == field
            {
                *count += 1;
                return;
            }
        }
        self.note(place, Remark::Field { field: field.to_owned(), count: 1 });
    }

    fn unused_presentation(&mut self, place: &Place, word: &str) {
        for note in self.notes.iter_mut().filter(|note| note.module == self.module) {
            if let Remark::Presentation(words) = &mut note.remark {
                if !words.split(", ").any(|seen| seen == word) {
                    words.push_str(", ");
                    words.push_str(word);
                }
                return;
            }
        }
        self.note(place, Remark::Presentation(word.to_owned()));
    }

    /// Refuses whatever could change the meaning of the resource or item without being understood.
    pub fn refuse_modifiers(&mut self, place: &Place, json: &Json) {
        for modifier in super::field::list(json, "modifierExtension") {
            let url = super::field::text(modifier, "url").unwrap_or_else(|| "without a url".to_owned());
            self.problem(place, Reason::ModifierExtension(url));
        }
    }

    /// True if something has been found already that stops the import.
    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Everything that was found, problems first.
    pub fn finish(self) -> (Vec<Problem>, Vec<Note>) {
        (self.problems, self.notes)
    }
}
