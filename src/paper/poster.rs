//! What is put up where people meet: a poster on A4 and a card for the tables on A5. Few words, read from a distance: what it is,
//! the square code, the address and the code in huge letters. Each is one page. Where the words are many, the directions are left
//! away first and then everything but the code gets smaller.

use std::sync::Arc;

use jiff::civil::Date;

use super::Failure;
use super::block::{Part, Words};
use super::draw::{self, About, Sheet};
use super::flow::{Flow, MM};
use super::page::{self, SHEET};
use super::row::{Column, Keep, Row, Span, square};
use super::tags::{Kind, Tree};
use super::text::{Look, Typesetter};
use crate::i18n::{Direction, Locale, MissingMessage};

/// A5, in points.
const SMALL_SHEET: [f32; 2] = [148.0 * MM, 210.0 * MM];

/// What is read standing is at least so large, in points: directions that would make it smaller are left away.
const LARGE: f32 = 18.0;

/// Sizes of print that are tried until everything fits one page, in points.
const SIZES: [f32; 8] = [24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0];

/// The size of the code: as large as the page is wide, and never larger or smaller than this.
const CODE: [f32; 2] = [96.0, 60.0];

/// What is put up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// On A4, for a wall.
    Poster,
    /// On A5, for a table: without when and where, which those who sit there know.
    Card,
}

impl Format {
    /// What its file is called.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Card => "card",
        }
    }

    const fn sheet(self) -> [f32; 2] {
        match self {
            Self::Poster => SHEET,
            Self::Card => SMALL_SHEET,
        }
    }

    const fn margin(self) -> f32 {
        match self {
            Self::Poster => 15.0 * MM,
            Self::Card => 10.0 * MM,
        }
    }

    /// How many times as large as the rest the title is.
    const fn title(self) -> f32 {
        match self {
            Self::Poster => 1.7,
            Self::Card => 1.4,
        }
    }

    /// How long a side of the square code is.
    const fn square(self) -> f32 {
        match self {
            Self::Poster => 85.0 * MM,
            Self::Card => 45.0 * MM,
        }
    }
}

/// What stands on it.
#[derive(Debug, Clone)]
pub struct Poster {
    pub format: Format,
    /// The language it is written in.
    pub locale: Arc<Locale>,
    pub title: String,
    pub when: String,
    pub place: String,
    /// How to get there and in; left away where there is no room.
    pub directions: String,
    pub offers: Vec<String>,
    /// Where the square code leads.
    pub link: String,
    /// With a gap in the middle.
    pub code: String,
    /// Where the code is typed.
    pub address: String,
    /// How long it takes to answer, where that is known.
    pub minutes: Option<u16>,
    /// How to reach those who hold the event.
    pub contact: String,
}

/// The poster or the card as a document of one page.
///
/// # Errors
/// Where a sentence is missing or the document cannot be finished.
pub fn poster(poster: &Poster, today: Date) -> Result<Vec<u8>, Failure> {
    let mut set = Typesetter::new()?;
    let (size, margin) = (poster.format.sheet(), poster.format.margin());
    let room = size[1] - 2.0 * margin;
    let large = SIZES.into_iter().filter(|print| *print >= LARGE).map(|print| (print, true));
    for (print, with_directions) in large.chain(SIZES.map(|print| (print, false))) {
        let mut tree = Tree::default();
        let rows = poster.rows(&mut set, &mut tree, print, with_directions)?;
        let mut pages = page::pages(rows, room);
        let (Some(rows), true) = (pages.pop(), pages.is_empty()) else { continue };
        let sheet = Sheet { size, margin, top: margin, head: None, rows, foot: None, begins: None };
        let about = About {
            title: poster.title.clone(),
            language: poster.locale.language().to_string(),
            right_to_left: poster.locale.direction() == Direction::RightToLeft,
            made: today,
        };
        return draw::pdf(&[sheet], tree, &set, about);
    }
    Err(Failure::Unfinished("a poster has more words than a page holds".to_owned()))
}

impl Poster {
    fn rows(&self, set: &mut Typesetter, tree: &mut Tree, size: f32, with_directions: bool) -> Result<Vec<Row>, MissingMessage> {
        let part = self.part();
        let margin = self.format.margin();
        let mut flow = Flow::new(set, tree, &part, self.format.sheet()[0] - 2.0 * margin, margin);
        flow.size = size;
        let mut wall = Wall { flow };
        let say = |key: &str| self.locale.t(key, &[]);
        wall.heading(&self.title, size * self.format.title());
        if self.format == Format::Poster {
            wall.line(&self.when, Look { size: size * 1.2, bold: true });
            wall.line(&self.place, Look { size, bold: false });
            if with_directions && !self.directions.is_empty() {
                wall.line(&self.directions, Look { size, bold: false });
            }
            if !self.offers.is_empty() {
                let offers = self.locale.t("poster-offers", &[("offers", self.offers.join(", ").into())])?;
                wall.line(&offers, Look { size, bold: false });
            }
        }
        let alternative = self.locale.t("poster-square", &[("link", self.link.clone().into())])?;
        let beside = [(say("poster-heading")?, true), (say("poster-scan")?, false), (say("poster-or")?, false)];
        wall.scan((&self.link, alternative), self.format.square(), &beside);
        wall.fitted(&self.address, [size * 1.8, size]);
        wall.fitted(&self.code, CODE);
        let mut free = say("poster-free")?;
        if let Some(minutes) = self.minutes {
            free = format!("{free} {}", self.locale.t("poster-minutes", &[("count", i64::from(minutes).into())])?);
        }
        wall.line(&free, Look { size, bold: true });
        wall.line(&self.locale.t("poster-help", &[("contact", self.contact.clone().into())])?, Look { size, bold: false });
        Ok(wall.flow.rows)
    }

    fn part(&self) -> Part {
        Part {
            bookmark: self.title.clone(),
            locale: Arc::clone(&self.locale),
            language: self.locale.language().to_string(),
            right_to_left: self.locale.direction() == Direction::RightToLeft,
            header: Words { text: String::new(), language: None },
            code: None,
            large: true,
            blocks: Vec::new(),
        }
    }
}

/// A page to be read from a distance, from above to below.
struct Wall<'a> {
    flow: Flow<'a>,
}

impl Wall<'_> {
    fn whole(&self) -> Column {
        Column { x: 0.0, width: self.flow.width }
    }

    fn put(&mut self, kind: Kind, words: &str, look: Look, before: f32) {
        let place = self.flow.tree.add(Some(self.flow.root), kind, None);
        let column = self.whole();
        let (height, marks) = self.flow.column(words, look, column, 0.0);
        self.flow.rows.push(Row { before, height, keep: Keep::Must, ..Row::of(vec![Span { place: Some(place), marks }]) });
    }

    fn heading(&mut self, words: &str, size: f32) {
        self.put(Kind::Heading(1, words.to_owned()), words, Look { size, bold: true }, 0.0);
        if let Some(row) = self.flow.rows.last_mut() {
            row.bookmark = Some((1, words.to_owned()));
        }
    }

    fn line(&mut self, words: &str, look: Look) {
        let before = self.flow.size * 0.35;
        self.put(Kind::Paragraph, words, look, before);
    }

    /// Words on one line, as large as they can be between these two sizes.
    fn fitted(&mut self, words: &str, [most, least]: [f32; 2]) {
        let width = self.flow.set.width(words, Look { size: most, bold: true });
        let size = if width > self.flow.width { (most * self.flow.width / width * 0.995).max(least) } else { most };
        self.put(Kind::Paragraph, words, Look { size, bold: true }, 0.0);
    }

    /// The square code, and beside it what to do with it.
    fn scan(&mut self, (link, alternative): (&str, String), side: f32, beside: &[(String, bool)]) {
        let gap = self.flow.size;
        let column = Column { x: side + gap, width: self.flow.width - side - gap };
        let (mut y, mut spans) = (0.0, Vec::new());
        for (words, bold) in beside {
            let place = self.flow.tree.add(Some(self.flow.root), Kind::Paragraph, None);
            let (height, marks) = self.flow.column(words, Look { size: self.flow.size, bold: *bold }, column, y);
            spans.push(Span { place: Some(place), marks });
            y += height + self.flow.size * 0.35;
        }
        let at = self.flow.at(Column { x: 0.0, width: side });
        if let Some(mark) = square(link, at, 0.0, side) {
            let figure = self.flow.tree.add(Some(self.flow.root), Kind::Figure(alternative), None);
            spans.push(Span { place: Some(figure), marks: vec![mark] });
        }
        let before = self.flow.size * 0.5;
        self.flow.rows.push(Row { before, height: side.max(y), keep: Keep::Must, ..Row::of(spans) });
    }
}
