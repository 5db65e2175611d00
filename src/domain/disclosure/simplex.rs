//! A second solver of linear programmes, for tests only: another method than the one the room relies on, written to be plain
//! rather than fast, so that a mistake in that one does not judge itself.

/// The sum of variables times factors is at most a limit.
pub struct AtMost {
    pub terms: Vec<(usize, f64)>,
    pub limit: f64,
}

/// The most one variable can be. `start` meets every limit. None: there is no most. Bland's rule on a dense tableau: each
/// variable is where it starts, plus what it gains, less what it loses.
pub fn most(variables: usize, limits: &[AtMost], start: &[f64], of: usize, sign: f64) -> Option<f64> {
    let width = 2 * variables + limits.len() + 1;
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (at, limit) in limits.iter().enumerate() {
        let mut row = vec![0.0; width];
        let mut slack = limit.limit;
        for (variable, factor) in &limit.terms {
            row[2 * variable] += factor;
            row[2 * variable + 1] -= factor;
            slack -= factor * start[*variable];
        }
        assert!(slack > -1e-9, "the start breaks limit {at}");
        row[2 * variables + at] = 1.0;
        row[width - 1] = slack.max(0.0);
        rows.push(row);
    }
    let mut goal = vec![0.0; width];
    (goal[2 * of], goal[2 * of + 1]) = (-sign, sign);
    let mut basis: Vec<usize> = (0..limits.len()).map(|at| 2 * variables + at).collect();
    while let Some(enters) = goal[..width - 1].iter().position(|cost| *cost < -1e-9) {
        let ratio = |row: &Vec<f64>| row[width - 1] / row[enters];
        let candidates = (0..rows.len()).filter(|at| rows[*at][enters] > 1e-9);
        let least = candidates.clone().map(|at| ratio(&rows[at])).fold(f64::INFINITY, f64::min);
        let leaves = candidates.filter(|at| ratio(&rows[*at]) <= least + 1e-12).min_by_key(|at| basis[*at])?;
        let pivot = rows[leaves][enters];
        rows[leaves].iter_mut().for_each(|value| *value /= pivot);
        let pivot_row = rows[leaves].clone();
        let clear = |row: &mut Vec<f64>| {
            let factor = row[enters];
            if factor != 0.0 {
                row.iter_mut().zip(&pivot_row).for_each(|(value, pivot)| *value -= factor * pivot);
            }
        };
        rows.iter_mut().enumerate().filter(|(at, _)| *at != leaves).for_each(|(_, row)| clear(row));
        clear(&mut goal);
        basis[leaves] = enters;
    }
    Some(sign * start[of] + goal[width - 1])
}

#[test]
fn the_most_is_found_where_two_limits_meet() {
    let limits = [AtMost { terms: vec![(0, 1.0), (1, 1.0)], limit: 4.0 }, AtMost { terms: vec![(0, 2.0), (1, 1.0)], limit: 6.0 }];
    let bounded = limits.into_iter().chain([AtMost { terms: vec![(1, -1.0)], limit: -1.0 }]).collect::<Vec<_>>();
    assert!((most(2, &bounded, &[0.0, 2.0], 0, 1.0).unwrap() - 2.5).abs() < 1e-9);
    assert_eq!(most(2, &bounded, &[0.0, 2.0], 0, -1.0), None);
}
