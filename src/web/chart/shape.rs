//! The shapes of marks. Each can be told from the others without colour, also when it is small. Refuses to give them a meaning.

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Disc,
    /// A triangle that points up.
    Up,
    /// A triangle that points down.
    Down,
    Square,
    Diamond,
    /// Two strokes that cross: there is a figure, and it is not shown.
    Cross,
}

/// A line through places around the middle, in radii.
type Line = Vec<(f64, f64)>;

impl Shape {
    /// The outline to fill, or the two strokes of a shape that has none. A disc has no corners: it is its own bounding square.
    pub(super) fn outline(self) -> Result<Line, [Line; 2]> {
        // Made to look equally large: a triangle reaches further than a square of the same weight.
        Ok(match self {
            Self::Up => vec![(0.0, -1.25), (1.2, 0.85), (-1.2, 0.85)],
            Self::Down => vec![(0.0, 1.25), (-1.2, -0.85), (1.2, -0.85)],
            Self::Diamond => vec![(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)],
            Self::Disc | Self::Square => vec![(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
            Self::Cross => return Err([vec![(-1.0, -1.0), (1.0, 1.0)], vec![(-1.0, 1.0), (1.0, -1.0)]]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_have_different_outlines() {
        let shapes = [Shape::Up, Shape::Down, Shape::Square, Shape::Diamond, Shape::Cross];
        for (rank, one) in shapes.iter().enumerate() {
            assert!(shapes.iter().skip(rank + 1).all(|other| one.outline() != other.outline()), "{one:?}");
        }
    }
}
