//! A finished document read back: its pages as words, its bookmarks, and what it says of itself.

use lopdf::{Dictionary, Document, Object};

/// A document read back.
pub struct Reading {
    document: Document,
}

impl Reading {
    /// Reads the bytes of a document.
    pub fn of(bytes: &[u8]) -> Self {
        Self { document: Document::load_mem(bytes).unwrap() }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// The words of each page, blanks taken out: a line may end anywhere.
    pub fn words(&self) -> Vec<String> {
        let numbers: Vec<u32> = self.document.get_pages().into_keys().collect();
        numbers.iter().map(|number| squeezed(&self.document.extract_text(&[*number]).unwrap())).collect()
    }

    /// The root of the document.
    fn root(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// True where it says that it is tagged, names its language and has a tree for screen readers.
    pub fn is_tagged(&self, language: &str) -> bool {
        let root = self.root();
        let marked = root.get(b"MarkInfo").and_then(Object::as_dict).and_then(|info| info.get(b"Marked")).and_then(Object::as_bool);
        let said = root.get(b"Lang").and_then(Object::as_str).unwrap();
        marked.unwrap() && said == language.as_bytes() && root.has(b"StructTreeRoot") && root.has(b"Outlines")
    }

    /// How many places of a kind the tree for screen readers has.
    pub fn count(&self, kind: &str) -> usize {
        let dictionaries = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        dictionaries.filter(|one| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes())).count()
    }
}

/// The text without blanks.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
