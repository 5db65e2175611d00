//! QR codes as plain SVG: one path of black squares on white, without a style, so that it stands in a page that allows none; and as
//! bars, for whoever draws on something else.

use std::fmt::Write;

use fast_qr::QRBuilder;

/// Light modules around the code, which readers need to find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code as its own drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Drawing {
    /// Modules on each side, the quiet zone with them: the size of the drawing's box.
    pub size: usize,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

/// Dark modules side by side: the column and the row of the first, the quiet zone counted, and how many they are.
pub type Bar = (usize, usize, usize);

/// The QR code of a text; nothing when the text is longer than any code.
#[must_use]
pub fn draw(text: &str) -> Option<Drawing> {
    let (size, bars) = bars(text)?;
    let mut path = String::new();
    for (x, y, dark) in bars {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h{dark}v1h-{dark}z");
    }
    Some(Drawing { size, path })
}

/// The QR code of a text as bars, row by row, and how many modules are on each side; nothing when the text is longer than any code.
#[must_use]
pub fn bars(text: &str) -> Option<(usize, Vec<Bar>)> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut bars = Vec::new();
    for y in 0..code.size {
        let mut dark = 0;
        let ends = std::iter::once(false);
        for (x, is_dark) in code[y].iter().map(|module| module.value()).chain(ends).enumerate() {
            if is_dark {
                dark += 1;
                continue;
            }
            if dark > 0 {
                bars.push((x + QUIET - dark, y + QUIET, dark));
            }
            dark = 0;
        }
    }
    Some((code.size + 2 * QUIET, bars))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_begins_with_its_finder_and_keeps_its_quiet_zone() {
        let drawing = draw("otpauth://totp/a").unwrap();
        assert!(drawing.path.starts_with("M4 4h7v1h-7z"), "{}", drawing.path);
        assert_eq!((drawing.size - 2 * QUIET) % 4, 1);
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(draw(&"x".repeat(8_000)), None);
    }

    #[test]
    fn a_camera_reads_the_link_that_was_drawn() {
        const PIXELS: usize = 4;
        let link = format!("https://saywell.example/i/{}", "Ab0_-".repeat(9));
        let (size, bars) = bars(&link).unwrap();
        let is_dark = |x: usize, y: usize| bars.iter().any(|(column, row, dark)| *row == y && (*column..column + dark).contains(&x));
        let shade = |x: usize, y: usize| if is_dark(x / PIXELS, y / PIXELS) { 0 } else { 255 };
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(size * PIXELS, size * PIXELS, shade);
        assert_eq!(seen.detect_grids().first().unwrap().decode().unwrap().1, link);
    }
}
