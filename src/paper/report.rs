//! A report: headings, sentences, charts and tables, a topic on pages of its own, the pages numbered together.

use std::sync::Arc;

use jiff::civil::Date;

use super::block::{Block, Part, Table, Weight, Words};
use super::draw::{self, About, Sheet};
use super::drawing::Drawing;
use super::flow::{Flow, MM};
use super::page::{self, FOOT, MARGIN, SHEET};
use super::tags::Tree;
use super::text::Typesetter;
use super::{Failure, foot_row, head, ornament};
use crate::i18n::{Direction, Locale};

/// One thing after another.
#[derive(Debug, Clone)]
pub enum Piece {
    /// What a topic is called, and a bookmark.
    Title(Words),
    /// A heading in a topic.
    Heading(Words),
    /// A sentence or several.
    Words(Words),
    /// Words that explain, in smaller print.
    Small(Words),
    /// A chart's file, so much of the width of the page, and what it shows in words.
    Chart {
        svg: String,
        share: f32,
        alternative: Words,
    },
    Table(Table),
}

impl Piece {
    fn block(self) -> Result<Block, Failure> {
        Ok(match self {
            Self::Title(words) => Block::Heading(1, words),
            Self::Heading(words) => Block::Heading(2, words),
            Self::Words(words) => Block::Words(words, Weight::Plain),
            Self::Small(words) => Block::Words(words, Weight::Small),
            Self::Chart { svg, share, alternative } => Block::Chart { drawing: Arc::new(Drawing::of(&svg)?), share, alternative },
            Self::Table(table) => Block::Table(table),
        })
    }
}

/// What is reported.
pub struct Report {
    pub locale: Arc<Locale>,
    pub title: String,
    /// Small, at the top of every page.
    pub header: String,
    /// Each topic begins on a page of its own.
    pub topics: Vec<Vec<Piece>>,
    pub made: Date,
}

/// The report as a document.
///
/// # Errors
/// Where a sentence is missing or the document cannot be finished.
pub fn report(report: Report) -> Result<Vec<u8>, Failure> {
    let Report { locale, title, header, topics, made } = report;
    let mut set = Typesetter::new()?;
    let mut tree = Tree::default();
    let [width, height] = SHEET;
    let (width, top) = (width - 2.0 * MARGIN, MARGIN + 2.0 * MM);
    let part = |blocks: Vec<Block>| Part {
        bookmark: title.clone(),
        locale: Arc::clone(&locale),
        language: locale.language().to_string(),
        right_to_left: locale.direction() == Direction::RightToLeft,
        header: Words { text: header.clone(), language: None },
        code: None,
        large: false,
        blocks,
    };
    let mut pages = Vec::new();
    for topic in topics {
        let part = part(topic.into_iter().map(Piece::block).collect::<Result<_, _>>()?);
        let mut flow = Flow::new(&mut set, &mut tree, &part, width, top);
        part.blocks.iter().for_each(|block| flow.block(block));
        pages.extend(page::pages(flow.rows, height - top - MARGIN - FOOT));
    }
    let (of, around) = (pages.len(), part(Vec::new()));
    let mut sheets = Vec::new();
    for (number, rows) in pages.into_iter().enumerate() {
        let page = |n: usize| locale.whole(i64::try_from(n).unwrap_or(i64::MAX)).into();
        let foot = locale.t("paper-page", &[("page", page(number + 1)), ("pages", page(of))])?;
        let foot = Some(foot_row(&mut set, &foot, ornament(false), width));
        sheets.push(Sheet { size: SHEET, margin: MARGIN, top, head: Some(head(&mut set, &around, width)), rows, foot, begins: None });
    }
    let about = About { language: around.language, right_to_left: around.right_to_left, title: title.clone(), made };
    draw::pdf(&sheets, tree, &set, about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locales;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="720" height="200" viewBox="0 0 720 200"><path d="M10 190L300 20Q400 0 710 60" fill="none" stroke="#005eb8" stroke-width="3" stroke-dasharray="6 5"/><path d="M10 10h40v40z" fill="#7c2855"/><text x="60" y="40">Źródło</text></svg>"##;

    fn plain(text: &str) -> Words {
        Words { text: text.to_owned(), language: None }
    }

    fn made(locale: &Arc<Locale>) -> Vec<u8> {
        let row = |name: &str| vec![plain(name), plain("61%")];
        let topic = vec![
            Piece::Title(plain("Settled")),
            Piece::Words(plain("Rose.")),
            Piece::Chart { svg: SVG.to_owned(), share: 0.85, alternative: plain("A line that rises.") },
            Piece::Table(Table {
                columns: vec![("Provider".to_owned(), 3.0), ("Value".to_owned(), 1.0)],
                rows: (0..60).map(|_| row("North")).collect(),
            }),
            Piece::Heading(plain("What it means")),
            Piece::Small(Words { text: "Who is counted.".to_owned(), language: Some("en".to_owned()) }),
        ];
        let (title, header, made) = ("A pack".to_owned(), "Board".to_owned(), jiff::civil::date(2026, 11, 22));
        report(Report { locale: Arc::clone(locale), title, header, topics: vec![topic.clone(), topic], made }).unwrap()
    }

    #[test]
    fn a_report_can_be_read_aloud_in_every_language_and_is_the_same_twice() {
        // What is not PDF/UA is refused while it is finished.
        for locale in Locales::load().unwrap().iter() {
            let document = made(locale);
            assert!(document.starts_with(b"%PDF-") && document == made(locale));
        }
    }

    #[test]
    fn a_chart_that_is_none_is_refused() {
        assert!(matches!(Drawing::of("<p>"), Err(Failure::Unfinished(_))));
    }
}
