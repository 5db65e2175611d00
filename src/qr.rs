//! QR codes as plain SVG: one path of black squares on white, without a style, so that it stands in a page that allows none.

use std::fmt::Write;

use fast_qr::QRBuilder;

/// Light modules around the code, which readers need to find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code as its own drawing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Drawing {
    /// Modules on each side, the quiet zone with them: the size of the drawing's box.
    pub size: usize,
    /// The dark modules, as the data of an SVG path.
    pub path: String,
}

/// The QR code of a text; nothing when the text is longer than any code.
#[must_use]
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let mut dark = 0;
        let ends = std::iter::once(false);
        for (x, is_dark) in code[y].iter().map(|module| module.value()).chain(ends).enumerate() {
            if is_dark {
                dark += 1;
                continue;
            }
            if dark > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET - dark, y + QUIET);
            }
            dark = 0;
        }
    }
    Some(Drawing { size: code.size + 2 * QUIET, path })
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
}
