//! A series cut into stretches by steps that somebody has put on record. Refuses stretches too short for limits of their own.

use std::ops::Range;

use jiff::civil::Date;

use super::super::{Refusal, many};

/// The fewest points from which limits are drawn; below it there is a run chart and no icon.
pub const FEWEST_POINTS: u64 = 15;

/// The fewest points in a stretch between two steps.
pub const SHORTEST_PARTITION: u64 = 12;

/// A step: from this point on, the process is held to be another one and gets limits of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// The place of the first point it holds for, from nought.
    pub first: usize,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// Who decided it, as readers may see it.
    pub author: String,
    /// When it was decided.
    pub decided: Date,
}

/// The stretches between steps.
///
/// Refuses steps that are not in order, not inside the series or without a reason or an author, and stretches with fewer than
/// twelve points that count.
pub(super) fn stretches(counted: &[bool], steps: &[Partition]) -> Result<Vec<Range<usize>>, Refusal> {
    let named = |step: &Partition| !(step.reason.trim().is_empty() || step.author.trim().is_empty());
    let mut cuts = vec![0];
    for step in steps {
        if cuts.last().is_some_and(|last| step.first <= *last) || step.first >= counted.len() || !named(step) {
            return Err(Refusal::StepOutOfPlace);
        }
        cuts.push(step.first);
    }
    cuts.push(counted.len());
    let all: Vec<Range<usize>> = cuts.iter().zip(cuts.iter().skip(1)).map(|(from, to)| *from..*to).collect();
    if !steps.is_empty() {
        let points = |range: &Range<usize>| many(counted.get(range.clone()).map_or(0, |part| part.iter().filter(|known| **known).count()));
        if let Some(have) = all.iter().map(points).find(|have| *have < SHORTEST_PARTITION) {
            return Err(Refusal::ShortPartition { have, need: SHORTEST_PARTITION });
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn step(first: usize) -> Partition {
        Partition { first, reason: "a new pathway".to_owned(), author: "A. Lead".to_owned(), decided: date(2026, 4, 1) }
    }

    #[test]
    fn steps_cut_a_series_where_they_say() {
        assert_eq!(stretches(&[true; 30], &[]), Ok(vec![Range { start: 0, end: 30 }]));
        assert_eq!(stretches(&[true; 30], &[step(12)]).unwrap(), [0..12, 12..30]);
    }

    #[test]
    fn a_stretch_of_fewer_than_twelve_points_that_count_is_refused() {
        assert_eq!(stretches(&[true; 30], &[step(20)]), Err(Refusal::ShortPartition { have: 10, need: 12 }));
        let mut hidden = [true; 30];
        hidden[3] = false;
        assert_eq!(stretches(&hidden, &[step(12)]), Err(Refusal::ShortPartition { have: 11, need: 12 }));
    }

    #[test]
    fn a_step_needs_its_place_a_reason_and_an_author() {
        for steps in [vec![step(0)], vec![step(30)], vec![step(15), step(14)], vec![Partition { reason: " ".to_owned(), ..step(15) }]] {
            assert_eq!(stretches(&[true; 30], &steps), Err(Refusal::StepOutOfPlace));
        }
        assert_eq!(stretches(&[true; 30], &[Partition { author: String::new(), ..step(15) }]), Err(Refusal::StepOutOfPlace));
    }
}
