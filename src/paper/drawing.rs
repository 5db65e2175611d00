//! What a chart's file draws, as lines and areas with their colours, its letters turned into outlines: for pictures and for paper.
//! Letters come from the typefaces that are built in, never from the machine, and nothing is fetched.

use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, Group, Node, Paint, fontdb};

use super::{FACES, Failure};

/// A drawing, in units of its own.
#[derive(Debug)]
pub(super) struct Drawing {
    pub width: f32,
    pub height: f32,
    shapes: Vec<Shape>,
}

/// A line or an area.
#[derive(Debug)]
struct Shape {
    segments: Vec<PathSegment>,
    fill: Option<Fill>,
    stroke: Option<Stroke>,
}

/// The file of a chart, read.
///
/// # Errors
/// Where it is no SVG.
pub fn read(svg: &str) -> Result<usvg::Tree, usvg::Error> {
    let mut options = usvg::Options::default();
    let fonts = options.fontdb_mut();
    for face in FACES {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    fonts.set_sans_serif_family(family.unwrap_or_default());
    usvg::Tree::from_str(svg, &options)
}

impl Drawing {
    /// The drawing of a chart's file.
    pub fn of(svg: &str) -> Result<Self, Failure> {
        let tree = read(svg).map_err(|why| Failure::Unfinished(format!("a chart cannot be read: {why}")))?;
        let mut shapes = Vec::new();
        gather(tree.root(), &mut shapes);
        Ok(Self { width: tree.size().width(), height: tree.size().height(), shapes })
    }

    /// Every shape in its place on a page, so many times as large.
    pub fn placed(&self, (left, top): (f32, f32), times: f32) -> impl Iterator<Item = (Path, Option<Fill>, Option<Stroke>)> {
        self.shapes.iter().filter_map(move |shape| {
            let at = |point: resvg::tiny_skia::Point| (left + point.x * times, top + point.y * times);
            let mut path = PathBuilder::new();
            for segment in &shape.segments {
                match *segment {
                    PathSegment::MoveTo(to) => path.move_to(at(to).0, at(to).1),
                    PathSegment::LineTo(to) => path.line_to(at(to).0, at(to).1),
                    PathSegment::QuadTo(by, to) => path.quad_to(at(by).0, at(by).1, at(to).0, at(to).1),
                    PathSegment::CubicTo(one, other, to) => {
                        path.cubic_to(at(one).0, at(one).1, at(other).0, at(other).1, at(to).0, at(to).1);
                    }
                    PathSegment::Close => path.close(),
                }
            }
            Some((path.finish()?, shape.fill.clone(), shape.stroke.clone().map(|stroke| scaled(stroke, times))))
        })
    }
}

fn scaled(stroke: Stroke, times: f32) -> Stroke {
    let dash =
        stroke.dash.map(|dash| StrokeDash { array: dash.array.iter().map(|length| length * times).collect(), offset: dash.offset * times });
    Stroke { width: stroke.width * times, dash, ..stroke }
}

fn gather(group: &Group, shapes: &mut Vec<Shape>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => gather(inner, shapes),
            Node::Path(path) if path.is_visible() => shapes.extend(painted(path)),
            Node::Text(text) => gather(text.flattened(), shapes),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// What is drawn of a path, the lowest first. A document paints an outline over the area within it: where a path wants it below,
/// such as the halo of a letter, both are drawn by themselves.
fn painted(path: &usvg::Path) -> impl Iterator<Item = Shape> {
    let is_below = path.paint_order() == usvg::PaintOrder::StrokeAndFill;
    let (below, above) = match shape(path) {
        Some(whole) if is_below => {
            let area = Shape { segments: whole.segments.clone(), fill: whole.fill.clone(), stroke: None };
            (Some(Shape { fill: None, ..whole }), Some(area))
        }
        whole => (None, whole),
    };
    below.into_iter().chain(above)
}

fn shape(path: &usvg::Path) -> Option<Shape> {
    let transform = path.abs_transform();
    let outline = path.data().clone().transform(transform)?;
    let fill = path.fill().and_then(|fill| {
        let rule = match fill.rule() {
            usvg::FillRule::NonZero => FillRule::NonZero,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        };
        Some(Fill { paint: colour(fill.paint())?.into(), opacity: share(fill.opacity().get()), rule })
    });
    let times = transform.get_scale().0;
    let stroke = path.stroke().and_then(|stroke| {
        let own = Stroke {
            paint: colour(stroke.paint())?.into(),
            width: stroke.width().get(),
            miter_limit: stroke.miterlimit().get(),
            line_cap: match stroke.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            },
            line_join: match stroke.linejoin() {
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
            },
            opacity: share(stroke.opacity().get()),
            dash: stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
        };
        Some(scaled(own, times))
    });
    Some(Shape { segments: outline.segments().collect(), fill, stroke })
}

/// Charts have plain colours only.
fn colour(paint: &Paint) -> Option<rgb::Color> {
    match paint {
        Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        _ => None,
    }
}

fn share(opacity: f32) -> NormalizedF32 {
    NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE)
}
