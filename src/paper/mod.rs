//! What is printed: any survey as a form to fill in by hand, letters, and what is put up where people meet. Every document is a
//! PDF that a screen reader can read (PDF/UA-1), the same bytes for the same words on the same day. It decides nothing about whom
//! to ask, opens no record and reads no database: whoever prints hands it the words.

mod block;
mod condition;
mod draw;
mod drawing;
mod figures;
mod flow;
pub mod letter;
mod page;
pub mod poster;
mod question;
pub mod report;
mod room;
mod row;
pub mod survey;
mod tags;
mod text;

use jiff::civil::Date;

use crate::i18n::{Locale, MissingMessage};
use block::{Code, Part};
pub use block::{Table, Words};
use draw::{About, Sheet};
pub use drawing::read;
use flow::{Flow, MM};
use page::{FOOT, MARGIN, SHEET};
use row::{Mark, Row, Span, square};
use tags::Tree;
pub use text::FACES;
use text::{Look, Typesetter};

/// Why something cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No typeface has the letters of the language it is in; some of them.
    #[error("no typeface has these letters: {0}")]
    Letters(String),
    /// The survey asks nothing.
    #[error("the survey asks nothing that could be answered by hand")]
    NothingAsked,
    /// A sentence is missing.
    #[error(transparent)]
    Sentence(#[from] MissingMessage),
    /// The document could not be finished, with what the log should say.
    #[error("a document to print could not be finished: {0}")]
    Unfinished(String),
}

/// What a document is called, and the day it was made.
struct Title {
    words: String,
    made: Date,
}

/// How high the square code at the top of every page is.
const HEAD_SQUARE: f32 = 18.0 * MM;

/// Small print above and below the margins, which is no part of what is read.
const ORNAMENTS: [Look; 2] = [Look { size: 9.0, bold: false }, Look { size: 14.0, bold: false }];

fn ornament(large: bool) -> Look {
    let [plain, bigger] = ORNAMENTS;
    if large { bigger } else { plain }
}

/// The parts one after another, each on pages of its own.
fn print(set: &mut Typesetter, parts: &[Part], title: Title) -> Result<Vec<u8>, Failure> {
    let [width, height] = SHEET;
    let width = width - 2.0 * MARGIN;
    let (mut tree, mut sheets) = (Tree::default(), Vec::new());
    for part in parts {
        let top = if part.code.is_some() { MARGIN * 0.6 + HEAD_SQUARE + 4.0 * MM } else { MARGIN + 2.0 * MM };
        let mut flow = Flow::new(set, &mut tree, part, width, top);
        part.blocks.iter().for_each(|block| flow.block(block));
        let pages = page::pages(flow.rows, height - top - MARGIN - FOOT);
        let of = pages.len();
        for (number, rows) in pages.into_iter().enumerate() {
            let page = |n: usize| part.locale.whole(i64::try_from(n).unwrap_or(i64::MAX)).into();
            let foot = part.locale.t("paper-page", &[("page", page(number + 1)), ("pages", page(of))])?;
            let begins = (number == 0 && parts.len() > 1).then(|| part.bookmark.clone());
            sheets.push(Sheet {
                size: SHEET,
                margin: MARGIN,
                top,
                head: Some(head(set, part, width)),
                rows,
                foot: Some(foot_row(set, &foot, ornament(part.large), width)),
                begins,
            });
        }
    }
    let language = parts.first().map_or_else(String::new, |part| part.language.clone());
    let right_to_left = parts.first().is_some_and(|part| part.right_to_left);
    draw::pdf(&sheets, tree, set, About { title: title.words, language, right_to_left, made: title.made })
}

/// The top of every page: what it is, and whose.
fn head(set: &mut Typesetter, part: &Part, width: f32) -> Row {
    let mut marks = Vec::new();
    let square_width = if part.code.is_some() { HEAD_SQUARE + 4.0 * MM } else { 0.0 };
    // A long title is cut: the whole of it stands on the first page.
    let mut line = |text: &str, look: Look, y: f32| {
        let line = set.lines(text, look, width - square_width).into_iter().next();
        line.map_or(0.0, |line| {
            let height = line.height;
            marks.push(Mark::Words { x: 0.0, y, line });
            y + height
        })
    };
    let below = line(&part.header.text, ornament(part.large), 0.0);
    if let Some(Code { groups: code, scan, .. }) = &part.code {
        line(code, Look { size: 14.0, bold: true }, below);
        marks.extend(square(&scan.link, width - HEAD_SQUARE, 0.0, HEAD_SQUARE));
    }
    Row::of(vec![Span { place: None, marks }])
}

/// The number of the page, in the middle.
fn foot_row(set: &mut Typesetter, words: &str, look: Look, width: f32) -> Row {
    let x = (width - set.width(words, look)) / 2.0;
    let line = set.lines(words, look, width).into_iter().next();
    Row::of(vec![Span { place: None, marks: line.into_iter().map(|line| Mark::Words { x, y: 0.0, line }).collect() }])
}

/// Words of one of our own sentences, in a document whose words are in `around`.
fn sentence(locale: &Locale, around: &str, text: String) -> Words {
    let own = locale.language();
    let primary = around.split('-').next().unwrap_or(around);
    Words { text, language: (own.primary() != primary).then(|| own.to_string()) }
}
