//! Room for answers: boxes to mark with what staff enter for them, boxes and lines to write on.

use super::block::{Room, Tick, Words};
use super::flow::{Flow, MM};
use super::row::{Column, Keep, Mark, Row, Span};
use super::tags::{Kind, Place};
use super::text::Look;

/// How high a box to write in is, and how wide one for a digit.
const WRITING: [f32; 2] = [9.0 * MM, 8.0 * MM];

impl Flow<'_> {
    /// The room under a question.
    pub(super) fn room(&mut self, room: &Room) {
        match room {
            Room::Boxes(all) => self.boxes(all),
            Room::Number { unit, alternative } => self.number(unit.as_ref(), alternative),
            Room::Date { labels, alternative } => self.date(labels, alternative),
            Room::Lines { lines, alternative } => {
                let height = f32::from(*lines) * WRITING[0] * self.scale();
                self.writing(alternative, Column { x: 0.0, width: self.width }, height);
            }
        }
    }

    /// Writing grows with the print.
    fn scale(&self) -> f32 {
        self.size / 12.0
    }

    fn boxes(&mut self, all: &[Tick]) {
        let list = self.tree.add(Some(self.root), Kind::List, None);
        for tick in all {
            self.tick(list, tick);
        }
    }

    fn tick(&mut self, list: Place, tick: &Tick) {
        let side = self.size * 1.25;
        let entry = Column { x: side + self.size * 0.4, width: self.size * 1.8 };
        let body = Column { x: entry.x + entry.width, width: self.width - entry.x - entry.width };
        let item = self.tree.add(Some(list), Kind::Item, None);
        let label = self.tree.add(Some(item), Kind::Label, None);
        let words = self.tree.add(Some(item), Kind::Body, tick.label.language.clone());
        let edge = Column { x: 0.0, width: side };
        let frame = Mark::Frame { x: self.at(edge), y: 0.0, width: side, height: side };
        // The number is for staff: smaller than the words, and on the same line.
        let look = Look { size: self.size * 0.75, bold: false };
        let (_, number) = self.column(&tick.entry.to_string(), look, entry, self.size * 0.28);
        let (mut height, mut marks) = self.column(&tick.label.text, self.plain(), body, 0.0);
        for (more, look) in [(&tick.hint, self.small()), (&tick.go_to, self.bold())] {
            if let Some(more) = more {
                let (added, mut lines) = self.column(&more.text, look, body, height);
                height += added;
                marks.append(&mut lines);
            }
        }
        let mut spans = vec![Span { place: None, marks: vec![frame] }, Span { place: Some(label), marks: number }];
        spans.push(Span { place: Some(words), marks });
        if let Some(alternative) = &tick.write {
            let below = height.max(side) + self.size * 0.2;
            height = below + WRITING[0] * self.scale();
            spans.push(self.figure(
                item,
                alternative,
                Mark::Frame { x: self.at(body), y: below, width: body.width, height: height - below },
            ));
        }
        self.rows.push(Row { before: self.size * 0.35, height: height.max(side), keep: Keep::Rather, ..Row::of(spans) });
    }

    fn figure(&mut self, parent: Place, alternative: &Words, mark: Mark) -> Span {
        let place = self.tree.add(Some(parent), Kind::Figure(alternative.text.clone()), alternative.language.clone());
        Span { place: Some(place), marks: vec![mark] }
    }

    /// An empty box over a column.
    fn writing(&mut self, alternative: &Words, column: Column, height: f32) {
        let frame = Mark::Frame { x: self.at(column), y: 0.0, width: column.width, height };
        let span = self.figure(self.root, alternative, frame);
        self.rows.push(Row { before: self.size * 0.5, height, ..Row::of(vec![span]) });
    }

    fn number(&mut self, unit: Option<&Words>, alternative: &Words) {
        let [high, _] = WRITING;
        let height = high * self.scale();
        let column = Column { x: 0.0, width: 45.0 * MM * self.scale() };
        self.writing(alternative, column, height);
        let Some(unit) = unit else { return };
        let place = self.tree.add(Some(self.root), Kind::Paragraph, unit.language.clone());
        let beside = Column { x: column.width + self.size * 0.5, width: self.width - column.width - self.size * 0.5 };
        let (tall, marks) = self.column(&unit.text, self.plain(), beside, self.size * 0.5);
        if let Some(row) = self.rows.last_mut() {
            row.height = row.height.max(tall + self.size * 0.5);
            row.spans.push(Span { place: Some(place), marks });
        }
    }

    /// Two boxes for the day, two for the month, four for the year, each group under its label.
    fn date(&mut self, labels: &[Words; 3], alternative: &Words) {
        let [high, wide] = WRITING.map(|side| side * self.scale());
        let mut spans = Vec::new();
        let (mut x, mut above, mut groups) = (0.0, 0.0_f32, Vec::new());
        for (label, digits) in labels.iter().zip([2_u8, 2, 4]) {
            let width = self.set.width(&label.text, self.small()).max(f32::from(digits) * wide) + self.size * 0.2;
            let column = Column { x, width };
            let place = self.tree.add(Some(self.root), Kind::Paragraph, label.language.clone());
            let (height, marks) = self.column(&label.text, self.small(), column, 0.0);
            spans.push(Span { place: Some(place), marks });
            above = above.max(height);
            groups.push((column, digits));
            x += width + self.size;
        }
        let mut frames = Vec::new();
        for (column, digits) in groups {
            for digit in 0..digits {
                let one = Column { x: column.x + f32::from(digit) * wide, width: wide };
                frames.push(Mark::Frame { x: self.at(one), y: above, width: wide, height: high });
            }
        }
        let place = self.tree.add(Some(self.root), Kind::Figure(alternative.text.clone()), alternative.language.clone());
        spans.push(Span { place: Some(place), marks: frames });
        self.rows.push(Row { before: self.size * 0.5, height: above + high, ..Row::of(spans) });
    }
}
