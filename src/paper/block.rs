//! What a printed document is made of, before anything is measured: headings, words, questions with room for their answers.

use std::sync::Arc;

use super::drawing::Drawing;
use crate::i18n::Locale;

/// Words, and the language they are in where that is not the one around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub language: Option<String>,
}

/// How words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    /// Plain, and about what follows.
    Lead,
    Strong,
    /// Smaller, where print is not large.
    Small,
}

/// One thing after another.
pub(super) enum Block {
    /// A heading of level 1 to 6, and a bookmark.
    Heading(u16, Words),
    Words(Words, Weight),
    Bullets(Vec<Words>),
    Question(Question),
    /// The code in large letters, with the square code beside it.
    Code(Code),
    /// The address, where the window of an envelope shows it.
    Address(Vec<String>),
    /// A chart, so much of the width of the page, and what it shows in words.
    Chart {
        drawing: Arc<Drawing>,
        share: f32,
        alternative: Words,
    },
    Table(Table),
}

/// A table with a heading over each column; the first cell of a row names the row.
#[derive(Debug, Clone)]
pub struct Table {
    /// What each column is, and how much of the width it takes beside the others.
    pub columns: Vec<(String, f32)>,
    pub rows: Vec<Vec<Words>>,
}

/// A code that somebody copies or scans.
#[derive(Clone)]
pub(super) struct Code {
    pub label: Words,
    /// In groups.
    pub groups: String,
    pub scan: Scan,
}

/// A square code, and what it is in words.
#[derive(Clone)]
pub(super) struct Scan {
    pub link: String,
    pub alternative: String,
}

/// A question and the room for its answer.
pub(super) struct Question {
    /// The level of its heading.
    pub level: u16,
    /// With its number.
    pub heading: Words,
    /// Whom it is for, help, and how many answers it takes.
    pub notes: Vec<Words>,
    pub room: Room,
    /// What stands under the room.
    pub after: Vec<Words>,
}

/// Room for an answer.
pub(super) enum Room {
    /// Boxes to mark.
    Boxes(Vec<Tick>),
    /// Room for a number, with its unit behind it.
    Number { unit: Option<Words>, alternative: Words },
    /// Room for day, month and year, as these labels say.
    Date { labels: [Words; 3], alternative: Words },
    /// So many lines to write on.
    Lines { lines: u8, alternative: Words },
}

/// One box to mark.
pub(super) struct Tick {
    /// What staff enter for it.
    pub entry: usize,
    pub label: Words,
    pub hint: Option<Words>,
    /// Where to go on.
    pub go_to: Option<Words>,
    /// There is room to write, which this describes.
    pub write: Option<Words>,
}

/// What is handed out as one thing: its pages are numbered together.
pub(super) struct Part {
    pub bookmark: String,
    pub locale: Arc<Locale>,
    /// The language of its words.
    pub language: String,
    pub right_to_left: bool,
    /// Small, at the top of every page.
    pub header: Words,
    /// At the top of every page.
    pub code: Option<Code>,
    /// In large print (the Accessible Information Standard).
    pub large: bool,
    pub blocks: Vec<Block>,
}
