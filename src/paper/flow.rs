//! From blocks to rows: how high each thing is, where its marks stand, and what may not be torn from what follows it.

use super::block::{Block, Code, Part, Question, Weight, Words};
use super::row::{Column, Keep, Mark, Row, Span, square};
use super::tags::{Kind, Place, Tree};
use super::text::{Look, Typesetter};

/// Points in a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

/// The size of ordinary and of large print, in points. Large print begins at 16; 18 is what people ask for.
const SIZES: [f32; 2] = [12.0, 18.0];

/// Where the address begins and where the body may, from the top of the sheet. The window of a DL or C5 envelope (BS 4264: 35 mm
/// high, 18 mm above the lower edge) shows 57 to 81 mm of a folded sheet however it slips inside, and never more than 46 to 92.
const ADDRESS: [f32; 2] = [57.0 * MM, 95.0 * MM];

/// Lines of an address that fit the window.
const ADDRESS_LINES: usize = 7;

/// One part being measured.
pub(super) struct Flow<'a> {
    pub set: &'a mut Typesetter,
    pub tree: &'a mut Tree,
    pub root: Place,
    /// The size of its print.
    pub size: f32,
    pub right_to_left: bool,
    /// Between the margins.
    pub width: f32,
    /// Where the first row begins, from the top of the sheet.
    pub top: f32,
    pub rows: Vec<Row>,
}

impl<'a> Flow<'a> {
    pub fn new(set: &'a mut Typesetter, tree: &'a mut Tree, part: &Part, width: f32, top: f32) -> Self {
        let root = tree.add(None, Kind::Section, Some(part.language.clone()));
        let [plain, large] = SIZES;
        let size = if part.large { large } else { plain };
        Self { set, tree, root, size, right_to_left: part.right_to_left, width, top, rows: Vec::new() }
    }

    /// What stands small: never smaller than large print where print is large.
    pub fn small(&self) -> Look {
        let [plain, _] = SIZES;
        Look { size: if self.size > plain { self.size } else { 10.0 }, bold: false }
    }

    pub fn plain(&self) -> Look {
        Look { size: self.size, bold: false }
    }

    pub fn bold(&self) -> Look {
        Look { size: self.size, bold: true }
    }

    /// Lays one block under the last.
    pub fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => self.heading(*level, words),
            Block::Words(words, weight) => {
                // Strong words say whom or what the next thing is for.
                let (look, keep) = match weight {
                    Weight::Plain => (self.plain(), Keep::Free),
                    Weight::Lead => (self.plain(), Keep::Rather),
                    Weight::Strong => (self.bold(), Keep::Must),
                    Weight::Small => (self.small(), Keep::Free),
                };
                self.paragraph(words, look, keep);
            }
            Block::Bullets(all) => self.bullets(all),
            Block::Question(question) => self.question(question),
            Block::Code(code) => self.code(code),
            Block::Address(lines) => self.address(lines),
            Block::Chart { drawing, share, alternative } => self.chart(drawing, *share, alternative),
            Block::Table(table) => self.table(table),
        }
    }

    fn heading(&mut self, level: u16, words: &Words) {
        let times = match level {
            1 => 1.6,
            2 => 1.3,
            _ => 1.1,
        };
        let place = self.tree.add(Some(self.root), Kind::Heading(level, words.text.clone()), words.language.clone());
        let first = self.rows.len();
        self.lines(place, words, Look { size: self.size * times, bold: true }, Keep::Must);
        if let Some(row) = self.rows.get_mut(first) {
            row.before = self.size * if level == 1 { 0.4 } else { 1.2 };
            row.bookmark = Some((level, words.text.clone()));
        }
    }

    /// Words over the whole width, with room before them.
    pub fn paragraph(&mut self, words: &Words, look: Look, keep: Keep) {
        let place = self.tree.add(Some(self.root), Kind::Paragraph, words.language.clone());
        let first = self.rows.len();
        let before = self.size * if look == self.plain() { 0.7 } else { 0.45 };
        self.lines(place, words, look, Keep::Rather);
        if let Some(row) = self.rows.get_mut(first) {
            row.before = before;
        }
        if let Some(row) = self.rows.get_mut(first..).and_then(<[Row]>::last_mut) {
            row.keep = keep;
        }
    }

    fn lines(&mut self, place: Place, words: &Words, look: Look, keep: Keep) {
        let column = Column { x: 0.0, width: self.width };
        for line in self.set.lines(&words.text, look, self.width) {
            let height = line.height;
            let mark = Mark::Words { x: self.at(column), y: 0.0, line };
            self.rows.push(Row { height, keep, ..Row::of(vec![Span { place: Some(place), marks: vec![mark] }]) });
        }
    }

    fn bullets(&mut self, all: &[Words]) {
        let list = self.tree.add(Some(self.root), Kind::List, None);
        let label = Column { x: 0.0, width: self.size };
        let body = Column { x: self.size * 1.2, width: self.width - self.size * 1.2 };
        for words in all {
            let item = self.tree.add(Some(list), Kind::Item, words.language.clone());
            let (dot, place) = (self.tree.add(Some(item), Kind::Label, None), self.tree.add(Some(item), Kind::Body, None));
            let (_, marks) = self.column("•", self.plain(), label, 0.0);
            let (height, words) = self.column(&words.text, self.plain(), body, 0.0);
            let spans = vec![Span { place: Some(dot), marks }, Span { place: Some(place), marks: words }];
            self.rows.push(Row { before: self.size * 0.25, height, ..Row::of(spans) });
        }
    }

    fn question(&mut self, question: &Question) {
        let first = self.rows.len();
        self.heading(question.level, &question.heading);
        if let Some(row) = self.rows.get_mut(first) {
            row.before = self.size * 1.4;
        }
        for note in &question.notes {
            self.paragraph(note, self.small(), Keep::Must);
        }
        self.room(&question.room);
        if !question.after.is_empty() {
            if let Some(row) = self.rows.last_mut() {
                row.keep = Keep::Rather;
            }
            for words in &question.after {
                self.paragraph(words, self.small(), Keep::Rather);
            }
        }
        if let Some(row) = self.rows.last_mut() {
            row.keep = Keep::Free;
        }
    }

    /// The code in large letters, and the square one at the other side.
    fn code(&mut self, code: &Code) {
        let side = 30.0 * MM;
        let column = Column { x: 0.0, width: self.width - side - self.size };
        let parent = Some(self.root);
        let label = self.tree.add(parent, Kind::Paragraph, code.label.language.clone());
        let letters = self.tree.add(parent, Kind::Paragraph, None);
        let (above, label_marks) = self.column(&code.label.text, self.plain(), column, 0.0);
        let (below, code_marks) = self.column(&code.groups, Look { size: 24.0, bold: true }, column, above);
        let mut spans = vec![Span { place: Some(label), marks: label_marks }, Span { place: Some(letters), marks: code_marks }];
        let place = Column { x: self.width - side, width: side };
        if let Some(mark) = square(&code.scan.link, self.at(place), 0.0, side) {
            let figure = self.tree.add(parent, Kind::Figure(code.scan.alternative.clone()), None);
            spans.push(Span { place: Some(figure), marks: vec![mark] });
        }
        self.rows.push(Row { before: self.size * 0.6, height: side.max(above + below), ..Row::of(spans) });
    }

    /// The address at its own place on the sheet, whatever the size of print: the envelope does not grow.
    fn address(&mut self, lines: &[String]) {
        let look = Look { size: 11.0, bold: false };
        let [start, end] = ADDRESS;
        let place = self.tree.add(Some(self.root), Kind::Paragraph, None);
        let column = Column { x: 0.0, width: 85.0 * MM };
        let (mut y, mut marks) = (start - self.top, Vec::new());
        for line in lines.iter().take(ADDRESS_LINES) {
            // A line that is too wide for the window is cut by it, so it is not let run into the next one.
            let (_, mut own) = self.column(line, look, column, y);
            own.truncate(1);
            marks.append(&mut own);
            y += look.size * 1.1;
        }
        self.rows.push(Row { height: end - self.top, ..Row::of(vec![Span { place: Some(place), marks }]) });
    }

    /// Words in a column, from `y` down; how high they are.
    pub fn column(&mut self, words: &str, look: Look, column: Column, y: f32) -> (f32, Vec<Mark>) {
        let x = self.at(column);
        let (mut height, mut marks) = (0.0, Vec::new());
        for line in self.set.lines(words, look, column.width) {
            let top = y + height;
            height += line.height;
            marks.push(Mark::Words { x, y: top, line });
        }
        (height, marks)
    }

    /// Where a column begins from the left: mirrored where people read from the right.
    pub fn at(&self, column: Column) -> f32 {
        if self.right_to_left { self.width - column.x - column.width } else { column.x }
    }
}
