//! A chart's file as a picture of twice its size, for where SVG cannot go. Letters come from the typefaces that printed forms are set
//! in, never from the machine, and nothing is fetched: the same file gives the same picture.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

pub(super) use crate::paper::read;

/// How many pixels stand for one unit.
const SCALE: f32 = 2.0;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum Unpainted {
    #[error("the chart's file cannot be read: {0}")]
    File(#[from] usvg::Error),
    #[error("the chart is too large or too small for a picture")]
    Size,
    #[error("the picture cannot be written: {0}")]
    Picture(String),
}

/// A chart's file, as `file` writes it, as PNG.
pub fn png(svg: &str) -> Result<Vec<u8>, Unpainted> {
    let tree = read(svg)?;
    let size = tree.size().to_int_size().scale_by(SCALE).ok_or(Unpainted::Size)?;
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or(Unpainted::Size)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    picture.encode_png().map_err(|error| Unpainted::Picture(error.to_string()))
}
