//! Which organisations somebody's role extends to. A commissioner answers for the whole county; a provider for itself and
//! for the organisations below it.

use std::collections::BTreeSet;

/// An organisation, as far as reach depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub id: i64,
    pub parent: Option<i64>,
    pub is_commissioner: bool,
}

/// The organisations that somebody reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// True for whoever reaches every organisation, those that are added tomorrow too.
    pub everything: bool,
    /// The organisations reached today.
    pub ids: BTreeSet<i64>,
}

impl Reach {
    /// What somebody reaches who holds the role in `held`.
    #[must_use]
    pub fn of(all: &[Node], held: &[i64]) -> Self {
        if all.iter().any(|node| node.is_commissioner && held.contains(&node.id)) {
            return Self { everything: true, ids: all.iter().map(|node| node.id).collect() };
        }
        let mut ids: BTreeSet<i64> = all.iter().map(|node| node.id).filter(|id| held.contains(id)).collect();
        loop {
            // A commissioner below a provider would be a mistake; it must not become a way up.
            let below = below(all, &ids).filter(|node| !node.is_commissioner);
            let new: Vec<i64> = below.map(|node| node.id).collect();
            if new.is_empty() {
                return Self { everything: false, ids };
            }
            ids.extend(new);
        }
    }

    /// True when that organisation is reached.
    #[must_use]
    pub fn reaches(&self, organisation: i64) -> bool {
        self.everything || self.ids.contains(&organisation)
    }
}

/// The children of `parents` that are not among them.
fn below<'a>(all: &'a [Node], parents: &'a BTreeSet<i64>) -> impl Iterator<Item = &'a Node> {
    all.iter().filter(|node| node.parent.is_some_and(|parent| parents.contains(&parent)) && !parents.contains(&node.id))
}

/// An organisation and all that are below it, of whatever kind: none of these may become its parent.
#[must_use]
pub fn family(all: &[Node], head: i64) -> BTreeSet<i64> {
    let mut ids = BTreeSet::from([head]);
    loop {
        let new: Vec<i64> = below(all, &ids).map(|node| node.id).collect();
        if new.is_empty() {
            return ids;
        }
        ids.extend(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A commissioner (1), a lead provider (2) with a partner (3) that has a team (4), and a trust (5).
    fn county() -> Vec<Node> {
        let node = |id, parent, is_commissioner| Node { id, parent, is_commissioner };
        vec![node(4, Some(3), false), node(1, None, true), node(2, None, false), node(3, Some(2), false), node(5, None, false)]
    }

    #[test]
    fn a_commissioner_reaches_everything() {
        let reach = Reach::of(&county(), &[1]);
        assert!(reach.everything && reach.reaches(5) && reach.reaches(99));
        assert_eq!(reach.ids.len(), 5);
    }

    #[test]
    fn a_provider_reaches_itself_and_what_is_below_it() {
        assert_eq!(Reach::of(&county(), &[2]).ids, [2, 3, 4].into());
        assert_eq!(Reach::of(&county(), &[3]).ids, [3, 4].into());
        assert!(!Reach::of(&county(), &[2]).reaches(5));
    }

    #[test]
    fn roles_in_two_organisations_reach_both() {
        assert_eq!(Reach::of(&county(), &[3, 5]).ids, [3, 4, 5].into());
    }

    #[test]
    fn no_provider_reaches_a_commissioner() {
        let mut all = county();
        all.push(Node { id: 6, parent: Some(3), is_commissioner: true });
        assert_eq!(Reach::of(&all, &[2]).ids, [2, 3, 4].into());
        assert_eq!(family(&all, 2), [2, 3, 4, 6].into());
    }

    #[test]
    fn no_role_reaches_nothing_and_a_ring_of_parents_ends() {
        assert_eq!(Reach::of(&county(), &[]), Reach::default());
        let ring = [Node { id: 1, parent: Some(2), is_commissioner: false }, Node { id: 2, parent: Some(1), is_commissioner: false }];
        assert_eq!(Reach::of(&ring, &[1]).ids, [1, 2].into());
    }
}
