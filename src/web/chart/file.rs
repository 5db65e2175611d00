//! What becomes of a drawn chart: part of a page, in both widths, or a file of its own. The wrapper on the page is the one image
//! that is read out; the style sheet displays one of the drawings in it, and both are hidden from assistive technology, so that
//! nothing is said twice whatever is displayed.

use super::sheet::{Sheet, Width};
use super::{escape, px};

/// How the marks look, in a page and in a file alike.
const STYLE: &str = include_str!("../../../assets/scss/marks.css");

/// What a page says for itself and a file has to: the typeface.
const TYPEFACE: &str = ".chart text{font-family:Arial,sans-serif}";

/// The words that stand for a chart where it is not seen. Plain text, made safe here.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// The chart's accessible name.
    pub title: &'a str,
    /// What it shows, in a sentence or two.
    pub description: &'a str,
}

/// Something that can be drawn on a sheet of either width.
pub trait Chart {
    /// What stands for it where it is not seen.
    fn caption(&self) -> Caption<'_>;

    /// Draws it, and makes the sheet high enough. False when there is nothing to draw.
    fn draw(&self, sheet: &mut Sheet) -> bool;
}

/// The chart as part of a page. `id` is unique there, of letters, digits and hyphens. Empty when there is nothing to draw.
#[must_use]
pub fn on_page(chart: &impl Chart, id: &str) -> String {
    let Some([wide, narrow]) = drawn(chart) else { return String::new() };
    let (id, names) = (escape(id), names(chart, id));
    let inner = |sheet: &Sheet, names: &str| format!(r#"{} aria-hidden="true">{names}{}</svg>"#, opening(sheet), sheet.drawn());
    format!(
        r#"<div class="chart-pair" role="img" aria-labelledby="{id}-title {id}-desc">{}{}</div>"#,
        inner(&wide, &names),
        inner(&narrow, "")
    )
}

/// The chart as an SVG file that needs nothing else. Empty when there is nothing to draw.
#[must_use]
pub fn file(chart: &impl Chart, width: Width) -> String {
    let mut sheet = Sheet::new(width);
    if !chart.draw(&mut sheet) {
        return String::new();
    }
    let (names, opening, drawn) = (names(chart, "chart"), opening(&sheet), sheet.drawn());
    let (wide, high) = (px(sheet.right()), px(sheet.height()));
    format!(
        r#"{opening} xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" role="img" aria-labelledby="chart-title chart-desc">{names}<style>{STYLE}{TYPEFACE}</style><path class="chart-paper" d="M0 0L{wide} 0L{wide} {high}L0 {high}Z"/>{drawn}</svg>"#
    )
}

fn drawn(chart: &impl Chart) -> Option<[Sheet; 2]> {
    let mut sheets = Width::BOTH.map(Sheet::new);
    sheets.iter_mut().all(|sheet| chart.draw(sheet)).then_some(sheets)
}

/// The start of the element, without its closing bracket. Time and amounts run from left to right in every language, so the
/// direction is set against the page's.
fn opening(sheet: &Sheet) -> String {
    let (name, wide, high) = (sheet.width.name(), px(sheet.right()), px(sheet.height()));
    format!(r#"<svg class="chart chart-{name}" viewBox="0 0 {wide} {high}" direction="ltr""#)
}

fn names(chart: &impl Chart, id: &str) -> String {
    let Caption { title, description } = chart.caption();
    let (id, title, description) = (escape(id), escape(title), escape(description));
    format!(r#"<title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>"#)
}
