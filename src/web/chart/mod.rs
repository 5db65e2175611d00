//! Charts drawn on the server as SVG text, from plain numbers and words. They need no script, no style attribute and no font:
//! every colour and size is a class in the style sheet, so they pass a strict content security policy.
//!
//! A chart is never the only way to read its figures: the page puts a sentence and a table beside it. This room refuses to
//! choose words or number formats (the caller brings both, in the reader's language), and to know what a figure is about.

mod axes;
mod bars;
mod comparison;
mod control;
mod control_marks;
mod file;
mod funnel;
mod funnel_marks;
mod icon;
mod key;
mod ladder;
#[cfg(test)]
mod laws;
mod letters;
mod marks;
#[cfg(test)]
mod palette;
mod picture;
mod place;
mod plot;
#[cfg(test)]
mod samples;
mod scale;
mod shape;
mod shares;
mod sheet;
mod spark;
mod text;
mod tiles;
mod trend;

use std::fmt::{self, Write as _};

pub use bars::{Bar, bars};
pub use comparison::{Compared, Comparison, ComparisonWords, Verdict};
pub use control::{Better, Control, ControlWords, Reading, Signal, Split};
pub use file::{Caption, Chart, file, on_page};
pub use funnel::{Funnel, FunnelWords, Place, Rung, Zone};
pub use icon::{Icon, icon, icon_shapes};
pub use letters::letter;
pub use picture::{Unpainted, png};
pub use scale::Bounds;
pub use shares::{Group, Section, Shares, SharesWords};
pub use sheet::{Sheet, Width};
pub use spark::spark;
pub use tiles::{CLASSES, Tile, TileMap, TileWords};
pub use trend::{Notes, Options, Point, trend};

/// Appends drawn markup. Writing to a string cannot fail, so there is no error to hand on.
fn put(drawn: &mut String, markup: fmt::Arguments<'_>) {
    let _ = drawn.write_fmt(markup);
}

/// Makes text safe between tags and inside quoted attributes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A coordinate to a tenth of a unit, without a trailing nought.
fn px(coordinate: f64) -> String {
    let tenths = (coordinate * 10.0).round() / 10.0 + 0.0;
    tenths.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_close_a_tag_or_an_attribute() {
        assert_eq!(escape(r#"<b>"R&D"'"#), "&lt;b&gt;&quot;R&amp;D&quot;&#39;");
    }

    #[test]
    fn coordinates_are_to_a_tenth() {
        assert_eq!((px(12.0), px(3.146), px(-0.01)), ("12".to_owned(), "3.1".to_owned(), "0".to_owned()));
    }
}
