//! Where places lie on a map of tiles. Those with a place of their own keep it; the others fill what is free by their codes, row by
//! row, so that the same places always make the same map.

use std::collections::BTreeSet;

/// A row and a column, counted from nought.
pub type Cell = (u16, u16);

/// A cell for each place, in the order they came: by its code, and the cell that is known for it. A cell that an earlier place has is
/// not given twice.
#[must_use]
pub fn laid_out(places: &[(&str, Option<Cell>)]) -> Vec<Cell> {
    let mut taken: BTreeSet<Cell> = BTreeSet::new();
    let mut cells: Vec<Option<Cell>> = places.iter().map(|(_, known)| known.filter(|cell| taken.insert(*cell))).collect();
    let columns = (1..u16::MAX).find(|side| usize::from(*side) * usize::from(*side) >= places.len()).unwrap_or(1);
    let mut free = (0..u16::MAX).flat_map(|row| (0..columns).map(move |column| (row, column))).filter(|cell| !taken.contains(cell));
    let mut by_code: Vec<(&str, &mut Option<Cell>)> =
        places.iter().map(|(code, _)| *code).zip(&mut cells).filter(|(_, cell)| cell.is_none()).collect();
    by_code.sort_by_key(|(code, _)| *code);
    for (_, cell) in by_code {
        *cell = free.next();
    }
    cells.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_fill_a_square_by_their_codes() {
        assert_eq!(laid_out(&[("C", None), ("A", None), ("B", None)]), [(1, 0), (0, 0), (0, 1)]);
    }

    #[test]
    fn a_place_that_is_known_is_kept_and_nobody_else_gets_it() {
        assert_eq!(laid_out(&[("A", None), ("B", Some((0, 0))), ("C", Some((0, 0)))]), [(0, 1), (0, 0), (1, 0)]);
    }

    proptest! {
        #[test]
        fn no_two_places_lie_in_one_cell(known in prop::collection::vec(prop::option::of((0u16..6, 0u16..6)), 0..30)) {
            let codes: Vec<String> = (0..known.len()).map(|rank| format!("E{rank}")).collect();
            let places: Vec<(&str, Option<Cell>)> = codes.iter().map(String::as_str).zip(known).collect();
            let cells = laid_out(&places);
            prop_assert_eq!(cells.iter().collect::<BTreeSet<_>>().len(), cells.len());
        }
    }
}
