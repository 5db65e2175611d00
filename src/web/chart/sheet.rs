//! The sheet a chart is drawn on: lines, marks and words, each with a class that the style sheet knows, and nothing else about how
//! they look. Refuses to know what is drawn.

use super::shape::Shape;
use super::text;
use super::{escape, put, px};

/// For which screens a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// For a page of a desktop screen, and for print.
    Wide,
    /// For a phone.
    Narrow,
}

impl Width {
    /// Both, in the order they are written on a page.
    pub const BOTH: [Self; 2] = [Self::Wide, Self::Narrow];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

/// On which side of its place a text lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What is drawn so far, and how far down the page it reaches.
#[derive(Debug)]
pub struct Sheet {
    pub(super) width: Width,
    height: f64,
    drawn: String,
}

impl Sheet {
    pub(super) const fn new(width: Width) -> Self {
        Self { width, height: 0.0, drawn: String::new() }
    }

    /// Another of the same size, to be laid over this one later.
    pub(super) const fn layer(&self) -> Self {
        Self::new(self.width)
    }

    /// Lays another sheet over this one.
    pub(super) fn lay(&mut self, layer: &Self) {
        self.drawn.push_str(&layer.drawn);
        self.reach(layer.height);
    }

    /// How wide the sheet is.
    pub(super) const fn right(&self) -> f64 {
        match self.width {
            Width::Wide => 880.0,
            Width::Narrow => 340.0,
        }
    }

    /// The size of letters, which the style sheet sets too. It stays above 12 pixels wherever the style sheet shows this width.
    pub(super) const fn text(&self) -> f64 {
        match self.width {
            Width::Wide => 16.0,
            Width::Narrow => 15.0,
        }
    }

    pub(super) const fn is_wide(&self) -> bool {
        matches!(self.width, Width::Wide)
    }

    /// Makes the sheet at least so high.
    pub(super) const fn reach(&mut self, height: f64) {
        self.height = self.height.max(height);
    }

    pub(super) const fn height(&self) -> f64 {
        self.height
    }

    pub(super) fn drawn(&self) -> &str {
        &self.drawn
    }

    /// A line through the places, in order. Fewer than two draw nothing.
    pub(super) fn stroke(&mut self, class: &str, places: &[(f64, f64)]) {
        self.strokes(class, &[places]);
    }

    /// Lines that are one mark.
    pub(super) fn strokes(&mut self, class: &str, lines: &[&[(f64, f64)]]) {
        let path: String = lines.iter().filter(|line| line.len() > 1).map(|line| run(line)).collect();
        if !path.is_empty() {
            put(&mut self.drawn, format_args!(r#"<path class="{class}" d="{path}"/>"#));
        }
    }

    /// An outline through the places, closed and filled.
    pub(super) fn area(&mut self, class: &str, places: &[(f64, f64)]) {
        put(&mut self.drawn, format_args!(r#"<path class="{class}" d="{}Z"/>"#, run(places)));
    }

    /// A rectangle by its upper left corner, its width and its height.
    pub(super) fn block(&mut self, class: &str, corner: (f64, f64), size: (f64, f64)) {
        self.area(class, &corners(corner, size));
    }

    /// Rectangles of one size that are one mark, by their upper left corners.
    pub(super) fn blocks(&mut self, class: &str, at: &[(f64, f64)], size: (f64, f64)) {
        let path: String = at.iter().map(|corner| run(&corners(*corner, size)) + "Z").collect();
        if !path.is_empty() {
            put(&mut self.drawn, format_args!(r#"<path class="{class}" d="{path}"/>"#));
        }
    }

    /// A shape around its middle, `radius` from there to its edge.
    pub(super) fn mark(&mut self, (shape, class): (Shape, &str), (x, y): (f64, f64), radius: f64) {
        if shape == Shape::Disc {
            let (x, y, radius) = (px(x), px(y), px(radius));
            put(&mut self.drawn, format_args!(r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"/>"#));
            return;
        }
        let placed = |outline: Vec<(f64, f64)>| outline.into_iter().map(|(dx, dy)| (x + radius * dx, y + radius * dy)).collect::<Vec<_>>();
        match shape.outline() {
            Ok(outline) => self.area(class, &placed(outline)),
            Err([one, other]) => self.strokes(class, &[&placed(one), &placed(other)]),
        }
    }

    /// One line of words, its middle at the height of the place.
    pub(super) fn words(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, words: &str) {
        let (x, y, words) = (px(x), px(y + 0.35 * self.text()), escape(words));
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        put(&mut self.drawn, format_args!(r#"<text class="{class}" x="{x}" y="{y}"{anchor}>{words}</text>"#));
    }

    /// Words around a middle, in as many lines as they need to be no wider than `room`, the first at the height of the place. Moved
    /// sideways where they would run off the sheet. Answers the height of the last line.
    pub(super) fn centred(&mut self, class: &str, (x, y): (f64, f64), room: f64, words: &str) -> f64 {
        let size = if class == "chart-value" { 1.1 * self.text() } else { self.text() };
        let lines = text::wrapped(words, size, room);
        let half = lines.iter().map(|words| text::width(words, size)).fold(0.0, f64::max) / 2.0;
        let (x, line) = (x.min(self.right() - half).max(half), 1.25 * self.text());
        for (rank, words) in lines.iter().enumerate() {
            self.words(class, (x, y + line * super::plot::rank(rank)), Anchor::Middle, words);
        }
        y + line * super::plot::rank(lines.len() - 1)
    }

    /// How wide words get here.
    pub(super) fn wide(&self, words: &str) -> f64 {
        text::width(words, self.text())
    }

    /// How wide bold words get here.
    pub(super) fn bold(&self, words: &str) -> f64 {
        text::bold_width(words, self.text())
    }
}

fn corners((x, y): (f64, f64), (width, height): (f64, f64)) -> [(f64, f64); 4] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
}

/// A path from place to place.
fn run(places: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (rank, (x, y)) in places.iter().enumerate() {
        put(&mut path, format_args!("{}{} {}", if rank == 0 { 'M' } else { 'L' }, px(*x), px(*y)));
    }
    path
}
