//! Where labels go so that they do not lie over one another. Deterministic: the same places come out of the same wishes on every
//! machine. Refuses to move what it labels.

/// Moves labels of one column apart, as little as it takes, and keeps them between `top` and `bottom` while they fit. The wishes
/// come in any order and keep it.
pub(super) fn apart(wishes: &[f64], gap: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|one, other| wishes.get(*one).zip(wishes.get(*other)).map_or(std::cmp::Ordering::Equal, |(a, b)| a.total_cmp(b)));
    let mut places: Vec<f64> = order.iter().filter_map(|rank| wishes.get(*rank)).map(|wish| wish.max(top)).collect();
    // Half of what two lack is taken from each, over and over, which spreads a cluster evenly around where it was.
    for _ in 0..32 {
        for rank in 1..places.len() {
            let (before, after) = places.split_at_mut(rank);
            if let (Some(upper), Some(lower)) = (before.last_mut(), after.first_mut()) {
                let lack = gap - (*lower - *upper);
                if lack > 0.0 {
                    *upper = (*upper - lack / 2.0).max(top);
                    *lower += lack / 2.0;
                }
            }
        }
    }
    settle(&mut places, gap, bottom);
    let mut placed = vec![0.0; wishes.len()];
    for (rank, place) in order.into_iter().zip(places) {
        if let Some(slot) = placed.get_mut(rank) {
            *slot = place;
        }
    }
    placed
}

/// What is still too close goes down, and what then lies too low goes up.
fn settle(places: &mut [f64], gap: f64, bottom: f64) {
    let mut above = f64::NEG_INFINITY;
    for place in places.iter_mut() {
        *place = place.max(above + gap);
        above = *place;
    }
    let mut below = bottom + gap;
    for place in places.iter_mut().rev() {
        *place = place.min(below - gap);
        below = *place;
    }
}

/// A rectangle that is taken: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Taken {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Taken {
    /// Around a place.
    pub(super) fn around((x, y): (f64, f64), (half_width, half_height): (f64, f64)) -> Self {
        Self { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn within(&self, outer: &Self) -> bool {
        self.left >= outer.left && self.right <= outer.right && self.top >= outer.top && self.bottom <= outer.bottom
    }
}

/// The directions in which a label may lie from its mark, the best first.
const DIRECTIONS: [(f64, f64); 8] = [(1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)];

/// A free rectangle of this size beside a mark of this radius, near first, inside `room` and off everything taken. None when there
/// is none near.
pub(super) fn beside(at: (f64, f64), radius: f64, (width, height): (f64, f64), (room, taken): (&Taken, &[Taken])) -> Option<Taken> {
    let half = (width / 2.0, height / 2.0);
    let near = [2.0, 8.0, 16.0].into_iter().flat_map(|gap| DIRECTIONS.map(|direction| (gap, direction)));
    near.map(|(gap, (dx, dy))| {
        let step = radius + gap;
        Taken::around((at.0 + dx * (step + half.0), at.1 + dy * (step + half.1)), half)
    })
    .find(|candidate| candidate.within(room) && !taken.iter().any(|other| candidate.meets(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_do_not_meet_stay_where_they_are() {
        assert_eq!(apart(&[50.0, 10.0], 20.0, (0.0, 100.0)), [50.0, 10.0]);
    }

    #[test]
    fn labels_that_meet_move_apart_evenly() {
        let placed = apart(&[50.0, 50.0], 20.0, (0.0, 100.0));
        assert!((placed[0] - 40.0).abs() < 0.1 && (placed[1] - 60.0).abs() < 0.1, "{placed:?}");
    }

    #[test]
    fn labels_stay_on_the_sheet_and_apart() {
        for wishes in [[2.0, 3.0, 4.0, 5.0], [98.0, 99.0, 100.0, 97.0], [0.0, 100.0, 50.0, 50.0]] {
            let mut placed = apart(&wishes, 20.0, (0.0, 100.0));
            placed.sort_by(f64::total_cmp);
            assert!(placed[0] >= -1e-9 && placed[3] <= 100.0 + 1e-9, "{placed:?}");
            assert!(placed.windows(2).all(|pair| pair[1] - pair[0] > 19.99), "{placed:?}");
        }
    }

    #[test]
    fn a_label_is_put_where_nothing_else_is() {
        let room = Taken { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let right = beside((50.0, 50.0), 4.0, (10.0, 10.0), (&room, &[])).unwrap();
        assert!((right.left - 56.0).abs() < 1e-9);
        let left = beside((96.0, 50.0), 4.0, (10.0, 10.0), (&room, &[Taken::around((96.0, 50.0), (40.0, 40.0))]));
        assert_eq!(left, None, "everything near is taken");
    }
}
