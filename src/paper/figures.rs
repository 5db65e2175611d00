//! Charts and tables among the words of a page.

use std::sync::Arc;

use super::block::{Table, Words};
use super::drawing::Drawing;
use super::flow::Flow;
use super::row::{Column, Keep, Mark, Row, Span};
use super::tags::{Kind, Place};
use super::text::Look;

/// The size of print in tables, in points.
const PRINT: f32 = 9.5;

/// Room between columns, and above and below the words of a cell.
const GAP: f32 = 6.0;
const PAD: f32 = 2.5;

impl Flow<'_> {
    /// A chart, so much of the width, on one page.
    pub(super) fn chart(&mut self, drawing: &Arc<Drawing>, share: f32, alternative: &Words) {
        let times = self.width * share / drawing.width;
        let place = self.tree.add(Some(self.root), Kind::Figure(alternative.text.clone()), alternative.language.clone());
        let x = self.at(Column { x: 0.0, width: self.width * share });
        let mark = Mark::Chart { x, y: 0.0, times, drawing: Arc::clone(drawing) };
        let row = Row::of(vec![Span { place: Some(place), marks: vec![mark] }]);
        self.rows.push(Row { before: self.size * 0.8, height: drawing.height * times, ..row });
    }

    /// A table, row by row.
    pub(super) fn table(&mut self, table: &Table) {
        let all: f32 = table.columns.iter().map(|(_, share)| share).sum();
        let room = self.width - GAP * f32::from(u8::try_from(table.columns.len()).unwrap_or(u8::MAX).saturating_sub(1));
        let mut columns: Vec<Column> = Vec::new();
        for (_, share) in &table.columns {
            let x = columns.last().map_or(0.0, |last| last.x + last.width + GAP);
            columns.push(Column { x, width: room * share / all });
        }
        let place = self.tree.add(Some(self.root), Kind::Table, None);
        let heads: Vec<Words> = table.columns.iter().map(|(name, _)| Words { text: name.clone(), language: None }).collect();
        self.cells(place, &columns, &heads, true);
        for cells in &table.rows {
            self.cells(place, &columns, cells, false);
        }
    }

    fn cells(&mut self, table: Place, columns: &[Column], cells: &[Words], is_head: bool) {
        let row = self.tree.add(Some(table), Kind::TableRow, None);
        let look = Look { size: PRINT, bold: is_head };
        let (mut high, mut spans) = (0.0f32, Vec::new());
        for (rank, (column, words)) in columns.iter().zip(cells).enumerate() {
            let kind = match (is_head, rank) {
                (true, _) => Kind::ColumnHead,
                (false, 0) => Kind::RowHead,
                (false, _) => Kind::Cell,
            };
            let cell = self.tree.add(Some(row), kind, words.language.clone());
            let (height, marks) = self.column(&words.text, look, *column, PAD);
            high = high.max(height);
            spans.push(Span { place: Some(cell), marks });
        }
        let height = high + 2.0 * PAD;
        spans.push(Span { place: None, marks: vec![Mark::Rule { x: 0.0, y: height - 0.5, width: self.width }] });
        let (before, keep) = if is_head { (self.size * 0.8, Keep::Must) } else { (0.0, Keep::Free) };
        self.rows.push(Row { before, height, keep, ..Row::of(spans) });
    }
}
