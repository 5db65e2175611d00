//! The deploying organisation's colour. It colours the header and nothing that has to be told apart by colour, and the words on
//! it are black or white, whichever reads better, so that no choice makes the header illegible.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

use crate::app::App;

/// A colour as three bytes: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Relative luminance (WCAG 2.2, definition), from 0 for black to 1 for white.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// White or black, whichever stands out more. One of the two always reaches a contrast of 4.5 to 1.
    fn ink(self) -> &'static str {
        let ratio = |light: f64, dark: f64| (light + 0.05) / (dark + 0.05);
        let own = self.luminance();
        if ratio(1.0, own) >= ratio(own, 0.0) { "#ffffff" } else { "#000000" }
    }
}

/// The style sheet of `/assets/brand.css`. Empty, so that the neutral header shows, where the text is not a colour written
/// `#rrggbb`.
#[must_use]
pub fn brand_css(colour: &str) -> String {
    let Some(parsed) = Colour::parse(colour) else { return String::new() };
    let [red, green, blue] = parsed.0;
    format!("@media screen{{.app-header{{background-color:#{red:02x}{green:02x}{blue:02x};color:{}}}}}\n", parsed.ink())
}

/// Serves the colour of the organisation. It may change with a restart, so browsers keep it for an hour only.
pub async fn sheet(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(brand_css(&app.settings.brand_colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_the_header_are_legible_on_every_colour() {
        for (colour, ink) in [("#000000", "#ffffff"), ("#005EB8", "#ffffff"), ("#ffb81c", "#000000"), ("#ffffff", "#000000")] {
            assert!(brand_css(colour).ends_with(&format!("color:{ink}}}}}\n")), "{colour}");
        }
        for step in 0..=255_u8 {
            let colour = Colour([step, 255 - step, step / 2]);
            let (own, ink) = (colour.luminance(), if colour.ink() == "#ffffff" { 1.0 } else { 0.0_f64 });
            assert!((own.max(ink) + 0.05) / (own.min(ink) + 0.05) >= 4.5, "{colour:?}");
        }
    }

    #[test]
    fn what_is_not_a_colour_never_reaches_the_sheet() {
        for text in ["", "blue", "#12", "#12345g", "#fff}body{display:none", "#ééé"] {
            assert_eq!(brand_css(text), "");
        }
    }
}
