//! The codebook: what comments are about, for those who code them.

use serde::Serialize;

use super::Page;

/// The codebooks of the organisations somebody looks after.
#[derive(Debug, Clone, Serialize)]
pub struct Codebook {
    pub books: Vec<Book>,
    /// What was done a moment ago, or why it was not.
    pub done: Option<String>,
}

/// The codebook of one organisation.
#[derive(Debug, Clone, Serialize)]
pub struct Book {
    /// Said where there are several.
    pub organisation: Option<String>,
    pub offered: Vec<ThemeRow>,
    /// Those that are kept where they were used, and not offered any more.
    pub retired: Vec<ThemeRow>,
}

/// One theme.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeRow {
    pub title: String,
    /// What belongs there; may be empty.
    pub description: String,
    /// What does not; may be empty.
    pub leaves_out: String,
    /// How many comments have it.
    pub comments: String,
    /// Where it is changed.
    pub href: String,
    /// Where it is retired, or offered again.
    pub retire: String,
    /// Where it is made one with another; nothing where there is no other.
    pub merge: Option<String>,
}

impl Page for Codebook {
    const TEMPLATE: &'static str = "pages/engage/themes.html";

    fn samples() -> Vec<Self> {
        let full = ThemeRow {
            title: "Getting there".into(),
            description: "Buses, parking, the cost of travel.".into(),
            leaves_out: "My <own> words".into(),
            comments: "12".into(),
            href: "/engage/themes/7".into(),
            retire: "/engage/themes/7/retire".into(),
            merge: Some("/engage/themes/7/merge".into()),
        };
        let bare = ThemeRow { description: String::new(), leaves_out: String::new(), merge: None, ..full.clone() };
        let book = Book { organisation: None, offered: vec![full.clone(), bare.clone()], retired: Vec::new() };
        let empty = Book { offered: Vec::new(), ..book.clone() };
        let named = Book { organisation: Some("Example County".into()), retired: vec![full, bare], ..book.clone() };
        vec![
            Self { books: vec![empty.clone()], done: None },
            Self { books: vec![book], done: Some("The theme was added.".into()) },
            Self { books: vec![named, Book { organisation: Some("Another County".into()), ..empty }], done: None },
        ]
    }
}
