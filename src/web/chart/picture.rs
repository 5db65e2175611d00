//! A chart's file as a picture of twice its size, for where SVG cannot go. Letters come from the typefaces that printed forms are set
//! in, never from the machine, and nothing is fetched: the same file gives the same picture.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use crate::paper::FACES;

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

/// What the file draws, its letters turned into outlines.
pub(super) fn read(svg: &str) -> Result<usvg::Tree, usvg::Error> {
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    for face in FACES {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    fonts.set_sans_serif_family(family.unwrap_or_default());
    usvg::Tree::from_str(svg, &options)
}
