//! The marks of a funnel: curves cut off at the edges of the plot, places in the shapes of their zones, letters where there is room.
//! A letter that finds none is left out, and the table has it.

use super::funnel::{Funnel, Place, Rung, Zone};
use super::place::{Taken, beside};
use super::plot::{Plot, drawable};
use super::scale::Scale;
use super::shape::Shape;
use super::sheet::{Anchor, Sheet};

const RADIUS: f64 = 4.5;

/// Where a funnel is drawn.
pub(super) struct Field<'a> {
    pub(super) chart: &'a Funnel<'a>,
    pub(super) plot: Plot,
    pub(super) x: Scale,
    pub(super) y: Scale,
}

/// How a place looks.
pub(super) const fn look(zone: Zone) -> (Shape, &'static str) {
    match zone {
        Zone::Within => (Shape::Disc, "chart-common"),
        Zone::Between => (Shape::Up, "chart-notable"),
        Zone::Beyond => (Shape::Square, "chart-worse"),
    }
}

/// One of the four limits of a rung.
type Side = fn(&Rung) -> f64;

/// A curve through sizes and values.
type Curve = Vec<(f64, f64)>;

impl Field<'_> {
    /// Draws everything within the stretch of sizes and values that the axes show.
    pub(super) fn draw(&self, sheet: &mut Sheet, (largest, low, high): (f64, f64, f64)) {
        if let Some(average) = drawable(self.chart.average) {
            let y = self.y.at(average);
            sheet.stroke("chart-centre", &[(self.plot.left, y), (self.plot.right, y)]);
        }
        let sides: [(&str, Side); 4] = [
            ("chart-outer", |rung| rung.outer.0),
            ("chart-outer", |rung| rung.outer.1),
            ("chart-edge", |rung| rung.inner.0),
            ("chart-edge", |rung| rung.inner.1),
        ];
        // Where nothing is shown there is no size that a curve could begin or end at.
        let any = self.chart.places.iter().any(|place| place.shown().is_some());
        for (class, side) in sides.into_iter().filter(|_| any) {
            let curve: Curve =
                self.chart.rungs.iter().filter_map(|rung| drawable(rung.size).zip(drawable(self.chart.bounds.clamp(side(rung))))).collect();
            for piece in cut(&curve, (largest, low, high)) {
                let places: Curve = piece.iter().map(|(size, value)| (self.x.at(*size), self.y.at(*value))).collect();
                sheet.stroke(class, &places);
            }
        }
        self.places(sheet);
    }

    fn at(&self, (size, value): (f64, f64)) -> (f64, f64) {
        (self.x.at(size), self.y.at(value))
    }

    /// The places, those that matter most last and their letters first.
    fn places(&self, sheet: &mut Sheet) {
        let weight = |place: &Place| (place.selected, place.zone == Zone::Beyond, place.zone == Zone::Between);
        let mut shown: Vec<(&Place, (f64, f64))> =
            self.chart.places.iter().filter_map(|place| place.shown().map(|at| (place, self.at(at)))).collect();
        shown.sort_by_key(|(place, _)| weight(place));
        for (place, at) in &shown {
            if place.selected {
                sheet.mark((Shape::Disc, "chart-halo"), *at, 2.2 * RADIUS);
            }
            sheet.mark(look(place.zone), *at, RADIUS);
        }
        let mut taken: Vec<Taken> = shown.iter().map(|(_, at)| Taken::around(*at, (RADIUS + 1.0, RADIUS + 1.0))).collect();
        let room = Taken { left: self.plot.left, top: 0.0, right: sheet.right(), bottom: self.plot.bottom };
        for (place, at) in shown.iter().rev() {
            let words = self.words(sheet, place);
            let size = (sheet.bold(&words), 1.05 * sheet.text());
            let radius = if place.selected { 2.2 * RADIUS } else { RADIUS };
            if let Some(spot) = beside(*at, radius, size, (&room, &taken)) {
                let class = if place.selected { "chart-value" } else { "chart-tick chart-haloed" };
                let middle = (f64::midpoint(spot.left, spot.right), f64::midpoint(spot.top, spot.bottom));
                sheet.words(class, middle, Anchor::Middle, &words);
                taken.push(spot);
            }
        }
    }

    /// The letter, and the name too of the selected place where the sheet is wide enough for it.
    fn words(&self, sheet: &Sheet, place: &Place) -> String {
        let named = format!("{} {}", place.letter, place.name);
        let fits = sheet.bold(&named) <= 0.4 * (self.plot.right - self.plot.left);
        if place.selected && !place.name.is_empty() && fits { named } else { place.letter.clone() }
    }
}

/// The parts of a curve that lie within the stretch shown, ending exactly at its edges.
fn cut(curve: &[(f64, f64)], (largest, low, high): (f64, f64, f64)) -> Vec<Curve> {
    let mut pieces: Vec<Curve> = Vec::new();
    for pair in curve.windows(2) {
        let [from, to] = pair else { continue };
        let Some((start, end)) = clipped(*from, *to, (largest, low, high)) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&start) => piece.push(end),
            _ => pieces.push(vec![start, end]),
        }
    }
    pieces
}

/// The part of one stretch that lies within.
fn clipped(from: (f64, f64), to: (f64, f64), (largest, low, high): (f64, f64, f64)) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (towards, room) in [(-dx, from.0), (dx, largest - from.0), (-dy, from.1 - low), (dy, high - from.1)] {
        if towards == 0.0 && room < 0.0 {
            return None;
        }
        if towards < 0.0 {
            enters = enters.max(room / towards);
        } else if towards > 0.0 {
            leaves = leaves.min(room / towards);
        }
    }
    let at = |share: f64| {
        if share <= 0.0 {
            from
        } else if share >= 1.0 {
            to
        } else {
            (from.0 + share * dx, from.1 + share * dy)
        }
    };
    (enters < leaves).then(|| (at(enters), at(leaves)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_end_at_the_edges_of_the_plot() {
        let pieces = cut(&[(0.0, 0.0), (10.0, 100.0), (20.0, 0.0)], (15.0, 0.0, 50.0));
        assert_eq!(pieces, [vec![(0.0, 0.0), (5.0, 50.0)], vec![(15.0, 50.0), (15.0, 50.0)]][..1].to_vec());
    }

    #[test]
    fn a_curve_inside_stays_whole() {
        let curve = [(1.0, 10.0), (2.0, 20.0), (3.0, 15.0)];
        assert_eq!(cut(&curve, (15.0, 0.0, 50.0)), [curve.to_vec()]);
    }
}
