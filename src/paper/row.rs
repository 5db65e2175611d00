//! Rows: what stands side by side and is never torn apart, with its marks in points from its own upper left corner.

use std::sync::Arc;

use super::drawing::Drawing;
use super::tags::Place;
use super::text::Line;
use crate::qr::{self, Bar};

/// How firmly a row stays with the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Keep {
    #[default]
    Free,
    /// On the same page, if both fit one.
    Rather,
    /// On the same page.
    Must,
}

/// A place between the margins, from the side where people begin to read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
}

/// Something drawn.
pub(super) enum Mark {
    /// A line of words, its upper left corner at `x` and `y`.
    Words { x: f32, y: f32, line: Line },
    /// An empty box.
    Frame { x: f32, y: f32, width: f32, height: f32 },
    /// A line from left to right.
    Rule { x: f32, y: f32, width: f32 },
    /// A chart, so many times as large as it was drawn.
    Chart { x: f32, y: f32, times: f32, drawing: Arc<Drawing> },
    /// A square code: so many modules on a side, the dark ones as bars.
    Square { x: f32, y: f32, side: f32, modules: usize, bars: Vec<Bar> },
}

/// Marks that mean one thing.
pub(super) struct Span {
    /// What they belong to; nothing for ornaments.
    pub place: Option<Place>,
    pub marks: Vec<Mark>,
}

/// What stands side by side.
pub(super) struct Row {
    /// Room above, which is left away at the top of a page.
    pub before: f32,
    pub height: f32,
    pub keep: Keep,
    pub spans: Vec<Span>,
    /// The level and the words of a bookmark.
    pub bookmark: Option<(u16, String)>,
}

impl Row {
    /// A row of no height yet.
    pub fn of(spans: Vec<Span>) -> Self {
        Self { before: 0.0, height: 0.0, keep: Keep::Free, spans, bookmark: None }
    }
}

/// A square code at a place; nothing where the link is too long for one.
pub(super) fn square(link: &str, x: f32, y: f32, side: f32) -> Option<Mark> {
    let (modules, bars) = qr::bars(link)?;
    Some(Mark::Square { x, y, side, modules, bars })
}

impl Mark {
    /// Left, top, width and height of what is drawn as a figure; nothing for words.
    pub fn bounds(&self) -> Option<[f32; 4]> {
        match self {
            Self::Words { .. } | Self::Rule { .. } => None,
            Self::Chart { x, y, times, drawing } => Some([*x, *y, drawing.width * times, drawing.height * times]),
            Self::Frame { x, y, width, height } => Some([*x, *y, *width, *height]),
            Self::Square { x, y, side, .. } => Some([*x, *y, *side, *side]),
        }
    }
}
